/**
 * Whether counts in categories fit given chances, without approximation: the exact multinomial test.
 *
 * Model: n people fall into categories independently with the chances given. p is the chance of counts at least as
 * unusual; "unusual" by three orders: less probable, larger Pearson χ², larger likelihood ratio. All outcomes are
 * counted while there are at most `limit`; beyond, `draws` seeded samples, p = (b + 1)/(B + 1), which is never zero.
 * Assumptions: people independent (in one office they seldom are), chances fixed before looking at the counts.
 * Minimum: one person, two categories that can happen; below about 30 people hardly any departure can be seen, and a
 * large p then says nothing.
 * Reference: Read & Cressie 1988, Goodness-of-Fit Statistics; Engels 2015 (XNomial) for the three orders.
 * Not to be used to accuse a unit, nor to force its counts: a good unit is allowed to be good.
 */
import { randomSource } from '../random.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { drawMultinomial } from './draw-multinomial.ts';

export interface MultinomialTest {
  readonly kind: 'estimated';
  readonly method: 'enumerated' | 'drawn';
  readonly people: number;
  /** How many different outcomes there are. */
  readonly outcomes: number;
  /** Chance of outcomes no more probable, of χ² as large, of a likelihood ratio as large. */
  readonly byProbability: number;
  readonly byChiSquare: number;
  readonly byLikelihoodRatio: number;
  readonly chiSquare: number;
  readonly likelihoodRatio: number;
  readonly draws?: number;
  readonly seed?: number;
}

export interface MultinomialOptions {
  readonly limit?: number;
  readonly draws?: number;
  readonly seed?: number;
}

/** Outcomes that differ only by rounding count as equally unusual. */
const TOLERANCE = 1e-9;

/** `chances` add up to 1; a category that cannot happen but did gives p = 0. */
export function multinomialTest(
  observed: readonly number[],
  chances: readonly number[],
  { limit = 1_000_000, draws = 100_000, seed = 1 }: MultinomialOptions = {},
): MultinomialTest | NotEstimable {
  checkChances(observed, chances);
  const people = observed.reduce((sum, count) => sum + count, 0);
  const possible = chances.flatMap((chance, cell) => (chance > 0 ? [cell] : []));
  if (people < 1 || possible.length < 2) return notEstimable('too-few');
  const counts = possible.map((cell) => observed[cell] ?? 0);
  const outcomes = outcomeCount(people, possible.length);
  const cells = termsOf(
    possible.map((cell) => chances[cell] ?? 0),
    people,
  );
  const [logChance, chiSquare, likelihoodRatio] = measures(cells, counts, people);
  const happened = { kind: 'estimated', people, outcomes, chiSquare, likelihoodRatio } as const;
  if (counts.reduce((sum, count) => sum + count, 0) < people) {
    const never = { byProbability: 0, byChiSquare: 0, byLikelihoodRatio: 0 };
    const infinite = Number.POSITIVE_INFINITY;
    return { ...happened, method: 'enumerated', ...never, chiSquare: infinite, likelihoodRatio: infinite };
  }
  const threshold = {
    logChance: logChance + TOLERANCE * Math.max(1, Math.abs(logChance)),
    chiSquare: chiSquare - TOLERANCE * Math.max(1, chiSquare),
    likelihoodRatio: likelihoodRatio - TOLERANCE * Math.max(1, likelihoodRatio),
  };
  if (outcomes <= limit) {
    return { ...happened, method: 'enumerated', ...enumerate(cells, people, threshold) };
  }
  const shares = possible.map((cell) => chances[cell] ?? 0);
  return {
    ...happened,
    method: 'drawn',
    ...sample(cells, shares, people, threshold, draws, seed),
    draws,
    seed,
  };
}

function checkChances(observed: readonly number[], chances: readonly number[]): void {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (observed.length !== chances.length) throw new RangeError('as many chances as counts are needed');
  if (chances.some((chance) => !(chance >= 0)) || Math.abs(total - 1) > 1e-9) {
    throw new RangeError('chances must not be negative and add up to 1');
  }
  if (observed.some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError('counts are whole numbers');
}

/** C(n + c − 1, c − 1). */
export function outcomeCount(people: number, categories: number): number {
  let count = 1;
  for (let step = 1; step < categories; step += 1) count = (count * (people + step)) / step;
  return Math.round(count);
}

/** What a count of 0 … n in one category adds to each measure. */
interface Terms {
  readonly logChance: Float64Array;
  readonly chiSquare: Float64Array;
  readonly likelihoodRatio: Float64Array;
}

function termsOf(chances: readonly number[], people: number): readonly Terms[] {
  const logFactorial = new Float64Array(people + 1);
  for (let count = 1; count <= people; count += 1) {
    logFactorial[count] = (logFactorial[count - 1] ?? 0) + Math.log(count);
  }
  return chances.map((chance, cell) => {
    const expected = people * chance;
    // The constant ln n! goes with the first category.
    const constant = cell === 0 ? (logFactorial[people] ?? 0) : 0;
    return {
      logChance: logFactorial.map((factorial, count) => constant + count * Math.log(chance) - factorial),
      chiSquare: logFactorial.map((_, count) => (count - expected) ** 2 / expected),
      likelihoodRatio: logFactorial.map((_, count) =>
        count === 0 ? 0 : 2 * count * Math.log(count / expected),
      ),
    };
  });
}

function measures(
  cells: readonly Terms[],
  counts: ArrayLike<number>,
  people: number,
): [number, number, number] {
  let [logChance, chiSquare, likelihoodRatio] = [0, 0, 0];
  for (const [cell, terms] of cells.entries()) {
    const count = Math.min(counts[cell] ?? 0, people);
    logChance += terms.logChance[count] ?? 0;
    chiSquare += terms.chiSquare[count] ?? 0;
    likelihoodRatio += terms.likelihoodRatio[count] ?? 0;
  }
  return [logChance, chiSquare, likelihoodRatio];
}

interface Threshold {
  readonly logChance: number;
  readonly chiSquare: number;
  readonly likelihoodRatio: number;
}

function enumerate(cells: readonly Terms[], people: number, threshold: Threshold) {
  let [byProbability, byChiSquare, byLikelihoodRatio] = [0, 0, 0];
  const last = cells.length - 1;
  const visit = (cell: number, left: number, logChance: number, chiSquare: number, ratio: number) => {
    const terms = cells[cell]!;
    if (cell < last) {
      for (let count = 0; count <= left; count += 1) {
        visit(
          cell + 1,
          left - count,
          logChance + terms.logChance[count]!,
          chiSquare + terms.chiSquare[count]!,
          ratio + terms.likelihoodRatio[count]!,
        );
      }
      return;
    }
    const logOutcome = logChance + terms.logChance[left]!;
    const isLess = logOutcome <= threshold.logChance;
    const isFar = chiSquare + terms.chiSquare[left]! >= threshold.chiSquare;
    const isFarther = ratio + terms.likelihoodRatio[left]! >= threshold.likelihoodRatio;
    if (!(isLess || isFar || isFarther)) return;
    const chance = Math.exp(logOutcome);
    if (isLess) byProbability += chance;
    if (isFar) byChiSquare += chance;
    if (isFarther) byLikelihoodRatio += chance;
  };
  visit(0, people, 0, 0, 0);
  // Rounding may carry the sum over all outcomes a hair above 1.
  return {
    byProbability: Math.min(1, byProbability),
    byChiSquare: Math.min(1, byChiSquare),
    byLikelihoodRatio: Math.min(1, byLikelihoodRatio),
  };
}

function sample(
  cells: readonly Terms[],
  chances: readonly number[],
  people: number,
  threshold: Threshold,
  draws: number,
  seed: number,
) {
  const random = randomSource(seed);
  const counts = new Int32Array(cells.length);
  let [byProbability, byChiSquare, byLikelihoodRatio] = [1, 1, 1];
  for (let draw = 0; draw < draws; draw += 1) {
    drawMultinomial(random, people, chances, counts);
    const [logChance, chiSquare, likelihoodRatio] = measures(cells, counts, people);
    if (logChance <= threshold.logChance) byProbability += 1;
    if (chiSquare >= threshold.chiSquare) byChiSquare += 1;
    if (likelihoodRatio >= threshold.likelihoodRatio) byLikelihoodRatio += 1;
  }
  return {
    byProbability: byProbability / (draws + 1),
    byChiSquare: byChiSquare / (draws + 1),
    byLikelihoodRatio: byLikelihoodRatio / (draws + 1),
  };
}
