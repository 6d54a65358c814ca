import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, editYaml, type Path, type Plain, readYaml } from './edit-yaml.ts';

const FILE = `# Skema contoh: komentar di atas.
language: 1
id: contoh   # kode
title:
  id: Contoh
  en: "Example"
# Skala dari yang terbaik.
scales:
  mutu:
    label: { id: Mutu, en: Quality }
    levels:
      # tertinggi
      - code: a
        label: { id: A, en: A }
        score: 100
      # terendah
      - { code: b, label: { id: B, en: B }, score: 0 }
combination:
  weights:
    - percent: { hasil: 60, perilaku: 40 }   # bawaan
  bands:
    - { category: baik, from: 70 }

    - { category: kurang, from: 0 }
`;

function change(...edits: Edit[]): string {
  return editYaml(FILE, edits);
}

/** Lines that went and came. */
function changedLines(after: string): readonly string[] {
  const [old, now] = [FILE.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('a scheme file changed in place', () => {
  it('changes one value and touches nothing else', () => {
    expect(
      changedLines(
        change({ kind: 'set', path: ['combination', 'weights', 0, 'percent', 'hasil'], value: 55 }),
      ),
    ).toEqual([
      '-    - percent: { hasil: 60, perilaku: 40 }   # bawaan',
      '+    - percent: { hasil: 55, perilaku: 40 }   # bawaan',
    ]);
    expect(
      changedLines(change({ kind: 'set', path: ['title', 'en'], value: 'Another: one, with comma' })),
    ).toEqual(['-  en: "Example"', '+  en: "Another: one, with comma"']);
  });

  it('makes many changes as it makes each', () => {
    const edits: Edit[] = [
      { kind: 'set', path: ['title', 'id'], value: 'Satu' },
      { kind: 'set', path: ['version'], value: 2 },
      { kind: 'set', path: ['scales', 'mutu', 'levels', 1, 'score'], value: 10 },
      { kind: 'set', path: ['scales', 'mutu', 'levels', 0, 'label', 'id'], value: 'Dua: baris' },
      { kind: 'set', path: ['scales', 'mutu', 'levels', 0, 'label', 'id'], value: 'tiga' },
      { kind: 'remove', path: ['combination', 'bands', 1] },
      { kind: 'set', path: ['id'], value: 'lain' },
    ];
    const each = edits.reduce((text, edit) => editYaml(text, [edit]), FILE);
    expect(editYaml(FILE, edits)).toBe(each);
    expect(each).toContain('id: lain   # kode');
  });

  it('writes a decimal in quotes and a text that looks like a number too', () => {
    const text = change({ kind: 'set', path: ['combination', 'bands', 0, 'from'], value: '72.5' });
    expect(text).toContain('- { category: baik, from: "72.5" }');
  });

  it('adds names and lines where they belong', () => {
    const text = change(
      {
        kind: 'set',
        path: ['scales', 'mutu', 'levels', 0, 'meaning'],
        value: { id: 'Selalu', en: 'Always' },
      },
      {
        kind: 'append',
        path: ['scales', 'mutu', 'levels'],
        value: { code: 'c', label: { id: 'C', en: 'C' } },
      },
      { kind: 'set', path: ['openness', 'noticeDays'], value: 14 },
      { kind: 'append', path: ['gates'], value: { code: 'disiplin' } },
    );
    expect(text).toContain(
      '        score: 100\n        meaning: { id: Selalu, en: Always }\n      # terendah',
    );
    expect(text).toContain('score: 0 }\n      - code: c\n        label: { id: C, en: C }\ncombination:');
    expect(
      text.endsWith(
        '- { category: kurang, from: 0 }\nopenness: { noticeDays: 14 }\ngates:\n  - { code: disiplin }\n',
      ),
    ).toBe(true);
    for (const comment of FILE.match(/#.*/g) ?? []) expect(text).toContain(comment);
  });

  it('writes the same text twice where it stands twice, never as a reference', () => {
    const same = { id: 'Sama', en: 'Same' };
    const value = { first: same, second: [same, same] };
    expect(editYaml('a: 1\n', [{ kind: 'set', path: ['b'], value }])).not.toMatch(/[&*]/);
    expect(editYaml('{ a: 1 }\n', [{ kind: 'set', path: ['b'], value }])).not.toMatch(/[&*]/);
  });

  it('removes a line with the comment that speaks of it', () => {
    const text = change({ kind: 'remove', path: ['scales', 'mutu', 'levels', 1] });
    expect(changedLines(text)).toEqual([
      '-      # terendah',
      '-      - { code: b, label: { id: B, en: B }, score: 0 }',
    ]);
    expect(change({ kind: 'remove', path: ['combination', 'weights', 0, 'percent', 'hasil'] })).toContain(
      '{ perilaku: 40 }   # bawaan',
    );
  });

  it('takes away maps that would be left empty, where it is asked to', () => {
    const edit = { kind: 'remove', path: ['a', 'b', 'c'] } as const;
    expect(editYaml('a: { b: { c: 1 } }\nd: 2\n', [edit])).toBe('a: { b: {  } }\nd: 2\n');
    expect(editYaml('a: { b: { c: 1 } }\nd: 2\n', [{ ...edit, prune: true }])).toBe('d: 2\n');
    expect(editYaml('a: { b: { c: 1 }, e: 3 }\n', [{ ...edit, prune: true }])).toBe('a: { e: 3 }\n');
  });

  it('fills a name that stood without a value, and begins an empty file', () => {
    expect(editYaml('a:\nb: 1\n', [{ kind: 'set', path: ['a'], value: 2 }])).toBe('a: 2\nb: 1\n');
    expect(editYaml('', [{ kind: 'set', path: ['a', 'b'], value: 'x' }])).toContain('a:');
    expect(() => editYaml('a: [', [])).not.toThrow();
    expect(() => editYaml('a: [', [{ kind: 'remove', path: ['a'] }])).toThrow();
  });

  it('always means exactly what was asked, on the real files too, and keeps every comment', () => {
    const files = [
      FILE,
      ...['permenpanrb-6-2022', 'pp-30-2019'].map((id) =>
        readFileSync(
          new URL(`../../../../../schemes/nasional/${id}/v1/scheme.yaml`, import.meta.url),
          'utf8',
        ),
      ),
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 20 }),
      fc.integer({ min: -5, max: 500 }),
      fc.boolean(),
      fc.constantFrom(
        '12.5',
        'true',
        'null',
        '',
        ' x',
        '- a',
        '#b',
        'a: b',
        '{',
        '"',
        'a\nb',
        '2026-01-01',
        '~',
      ),
      fc.record({ id: fc.string(), en: fc.string() }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        value,
        fc.constantFrom('set', 'remove', 'append'),
        (text, pick, given, kind) => {
          const paths = pathsOf(readYaml(text)?.data);
          const path = paths[pick % paths.length] ?? [];
          const edit: Edit =
            kind === 'set'
              ? { kind, path, value: given }
              : kind === 'remove'
                ? { kind, path }
                : { kind, path, value: given };
          if (kind === 'append' && !Array.isArray(at(readYaml(text)?.data, path))) return;
          const after = editYaml(text, [edit]);
          const expected = structuredClone(readYaml(text)?.data);
          apply(expected, edit);
          expect(readYaml(after)?.data).toEqual(expected);
          if (
            kind === 'set' &&
            typeof given !== 'object' &&
            typeof at(readYaml(text)?.data, path) !== 'object'
          ) {
            for (const comment of text.match(/^ *#.*/gm) ?? []) expect(after).toContain(comment);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

function pathsOf(data: unknown, path: Path = []): Path[] {
  const here = path.length > 0 ? [path] : [];
  if (Array.isArray(data))
    return [...here, ...data.flatMap((each, index) => pathsOf(each, [...path, index]))];
  if (typeof data !== 'object' || data === null) return here;
  return [...here, ...Object.entries(data).flatMap(([name, each]) => pathsOf(each, [...path, name]))];
}

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], data);
}

function apply(data: unknown, edit: Edit): void {
  const holder = at(data, edit.path.slice(0, -1)) as Record<string | number, unknown> | unknown[];
  const last = edit.path.at(-1) as string | number;
  if (edit.kind === 'append') (at(data, edit.path) as Plain[] & unknown[]).push(edit.value);
  else if (edit.kind === 'set') (holder as Record<string | number, unknown>)[last] = edit.value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}
