/** Guesses the name that was meant where an unknown one differs from it by a slip of the hand. */
import { say } from './bilingual.ts';
import { UNKNOWN_KEY, type Words } from './problem-words.ts';

/** How many letters are missing, added, changed or turned round (optimal string alignment). */
function slips(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let across = 1; across <= other.length; across += 1) {
      const changed = (row[across - 1] ?? 0) + (one[at - 1] === other[across - 1] ? 0 : 1);
      const turned =
        at > 1 && across > 1 && one[at - 1] === other[across - 2] && one[at - 2] === other[across - 1]
          ? (before[across - 2] ?? 0) + 1
          : changed;
      next.push(Math.min(changed, turned, (row[across] ?? 0) + 1, (next[across - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Whether two names differ by a slip of the hand; short names bear only one. */
function isSlip(one: string, other: string): boolean {
  return slips(one, other) <= (Math.min(one.length, other.length) > 4 ? 2 : 1);
}

/** The words for an unknown name that is a slip of one that is known. */
export function misspelt(name: string, known: readonly string[]): Words | undefined {
  const meant = known.find((each) => isSlip(name, each));
  if (meant === undefined) return undefined;
  return {
    what: UNKNOWN_KEY.what,
    remedy: say({ id: 'mungkin maksudnya {meant}', en: 'perhaps {meant} was meant' }, { meant }),
  };
}
