/** Guesses the name that was meant where an unknown one differs from it by a slip of the hand. */
import { say } from './bilingual.ts';
import { UNKNOWN_KEY, type Words } from './problem-words.ts';

/** Whether two names differ by a slip of the hand: letters missing, added, changed or turned round. */
function isSlip(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length) > 4 ? 2 : 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let across = 1; across <= other.length; across += 1) {
      const changed = (row[across - 1] ?? 0) + (one[at - 1] === other[across - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[across] ?? 0) + 1, (next[across - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
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
