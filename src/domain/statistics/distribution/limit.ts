/**
 * Whether the people under a cap (at most 70 % "very good") or a floor (at least 60 %) can be chance: the exact
 * binomial tail, and what such a test is able to see.
 *
 * Model: each person is counted with the same chance, at most (at least) the share of the cap (floor), independently.
 * The p-value is the largest over all chances that keep the limit, which is at the limit itself.
 * Minimum: see `leastSignificant` and `powerAgainst`: against a cap of 20 % and a true 40 %, 20 people show it once in
 * two and a half times. Units under about 30 must not be tested one by one: add them up.
 * Reference: Clopper & Pearson 1934, Biometrika 26:404–413.
 * Not to be used to decide whether a unit keeps a rule: that is arithmetic (`domain/rules/distribution`).
 */
import { binomialCdf, binomialUpper } from '../special.ts';

export type LimitKind = 'cap' | 'floor';

/** Below so many people a departure is as good as invisible: neither accuse nor clear a unit. */
export const LEAST_PEOPLE_TO_TEST = 30;

/** Chance of as many (cap) or as few (floor) where the share just keeps the limit. */
export function limitTest(kind: LimitKind, count: number, people: number, share: number): number {
  return kind === 'cap' ? binomialUpper(count, people, share) : binomialCdf(count, people, share);
}

/** The least departure that would be significant: for a cap the smallest count, for a floor the largest; none where even the extreme is not. */
export function leastSignificant(
  kind: LimitKind,
  people: number,
  share: number,
  level: number,
): number | undefined {
  const step = kind === 'cap' ? -1 : 1;
  let found: number | undefined;
  for (let count = kind === 'cap' ? people : 0; count >= 0 && count <= people; count += step) {
    if (limitTest(kind, count, people, share) > level) break;
    found = count;
  }
  return found;
}

/** How often a true share beyond the limit would be seen. */
export function powerAgainst(
  kind: LimitKind,
  people: number,
  share: number,
  truth: number,
  level: number,
): number {
  const count = leastSignificant(kind, people, share, level);
  if (count === undefined) return 0;
  return limitTest(kind, count, people, truth);
}
