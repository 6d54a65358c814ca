/**
 * Agreement beyond chance of several raters, not always the same, who put cases into categories without order.
 *
 * Model: κ = (P̄ − P̄_e) / (1 − P̄_e), P̄ the share of agreeing pairs of ratings. Assumptions: every case has the same
 * number of ratings (otherwise Krippendorff's alpha at nominal level), raters exchangeable, cases independent.
 * Minimum: 2 cases, 2 ratings each. The standard error holds where κ = 0 and serves the test only.
 * References: Fleiss 1971, Psychol. Bull. 76:378–382; Fleiss, Nee & Landis 1979, Psychol. Bull. 86:974–977.
 * Not to be used for ordered scales (a near miss counts as a miss) nor to judge single raters.
 */
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { normalUpper } from '../special.ts';

export interface FleissKappa {
  readonly kind: 'estimated';
  readonly cases: number;
  readonly ratingsPerCase: number;
  readonly kappa: number;
  readonly seNull: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** Each category against all others; not estimable for one that nobody or everybody used. */
  readonly categories: readonly (CategoryKappa | NotEstimable)[];
}

export interface CategoryKappa {
  readonly kind: 'estimated';
  readonly kappa: number;
  readonly z: number;
  readonly p: number;
}

/** A row a case, a column a category: how many raters chose it. All rows add up to the same number. */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappa | NotEstimable {
  const cases = counts.length;
  const ratings = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (counts.some((row) => row.reduce((sum, count) => sum + count, 0) !== ratings)) {
    throw new RangeError('cases with different numbers of ratings');
  }
  if (cases < 2 || ratings < 2) return notEstimable('too-few');
  const pairs = cases * ratings * (ratings - 1);
  const shares = (counts[0] ?? []).map((_, j) => columnSum(counts, j, (count) => count) / (cases * ratings));
  const split = shares.map((_, j) => columnSum(counts, j, (count) => count * (ratings - count)));
  const chance = shares.map((share) => share * (1 - share));
  const spread = sum(chance);
  if (spread < 1e-12) return notEstimable('no-variation');
  const kappa = 1 - sum(split) / (pairs * spread);
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const seNull = Math.sqrt((2 / pairs) * (spread ** 2 - skew)) / spread;
  return {
    kind: 'estimated',
    cases,
    ratingsPerCase: ratings,
    kappa,
    seNull,
    ...tested(kappa, seNull),
    categories: chance.map((of, j) => {
      if (of < 1e-12) return notEstimable('no-variation');
      const one = 1 - (split[j] ?? 0) / (pairs * of);
      return { kind: 'estimated', kappa: one, ...tested(one, Math.sqrt(2 / pairs)) };
    }),
  };
}

function tested(kappa: number, se: number): { z: number; p: number } {
  const z = kappa / se;
  return { z, p: 2 * normalUpper(Math.abs(z)) };
}

function columnSum(
  counts: readonly (readonly number[])[],
  j: number,
  value: (count: number) => number,
): number {
  return counts.reduce((total, row) => total + value(row[j] ?? 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
