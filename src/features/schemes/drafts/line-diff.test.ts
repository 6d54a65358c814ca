import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffCounts, lineDiff } from './line-diff.ts';

const signs = { same: ' ', gone: '-', new: '+' } as const;
const shown = (before: string, after: string, context?: number) =>
  lineDiff(before, after, context).map((hunk) => hunk.map((line) => signs[line.kind] + line.text));

describe('the difference of two texts by lines', () => {
  it('is nothing where they say the same, whatever ends their lines', () => {
    expect(lineDiff('a\nb\n', 'a\r\nb')).toEqual([]);
  });

  // Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, figure 1: ABCABBA to CBABAC takes five edits.
  it('finds the fewest lines', () => {
    const hunks = lineDiff([...'ABCABBA'].join('\n'), [...'CBABAC'].join('\n'));
    const { added, removed } = diffCounts(hunks);
    expect(added + removed).toBe(5);
  });

  it('keeps a few lines around each change and leaves out the rest', () => {
    const before = Array.from({ length: 20 }, (_, index) => `baris ${index + 1}`);
    const after = before.with(4, 'baru').with(15, 'juga baru');
    expect(shown(before.join('\n'), after.join('\n'), 1)).toEqual([
      [' baris 4', '-baris 5', '+baru', ' baris 6'],
      [' baris 15', '-baris 16', '+juga baru', ' baris 17'],
    ]);
  });

  it('names lines by their numbers in each text', () => {
    const [hunk] = lineDiff('a\nb\nc', 'a\nx\nb\nc', 0);
    expect(hunk).toEqual([{ kind: 'new', text: 'x', before: undefined, after: 2 }]);
  });

  it('leads from one text to the other, always', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before.join('\n'), after.join('\n'), 1000).flat();
        const whole = (side: 'gone' | 'new', given: readonly string[]) => {
          const rest = lines.filter((line) => line.kind === 'same' || line.kind === side);
          if (lines.length > 0) expect(rest.map((line) => line.text).join('\n')).toBe(trimmed(given));
        };
        whole('gone', before);
        whole('new', after);
        if (lines.length === 0) expect(trimmed(before)).toBe(trimmed(after));
      }),
    );
  });

  it('gives up the search between two texts that share nothing', () => {
    const many = (word: string) => Array.from({ length: 5000 }, (_, index) => word + index).join('\n');
    const started = performance.now();
    expect(diffCounts(lineDiff(many('a'), many('b')))).toEqual({ added: 5000, removed: 5000 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** The last line end does not count as a line. */
function trimmed(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n$/, '');
}
