/**
 * Where the differences between scores come from: variance components of a balanced study.
 *
 * Model: every person is scored by every rater (p×r), on every item (p×i×r), once; all three drawn at random. Each
 * component is estimated from the mean squares of the analysis of variance. Assumptions: additive random effects; for
 * an unbalanced study take a crossed fit by REML. Minimum: two levels of each facet; with two raters the component of
 * the rater is hardly more than a guess.
 * Estimates below zero are sampling error or a wrong model: `estimate` shows them, `used` is 0 in their place.
 * Reference: Cronbach, Gleser, Nanda & Rajaratnam 1972, The Dependability of Behavioral Measurements; Brennan 2001.
 * Not to be used to judge a person, rater or item: components describe all of them together.
 */
import { type NotEstimable, notEstimable } from '../ratings.ts';

export interface BalancedScores {
  readonly persons: number;
  readonly raters: number;
  /** 1 for persons × raters. */
  readonly items: number;
  /** Length persons · items · raters; the rater runs fastest, then the item. */
  readonly score: Float64Array;
}

/** `pir` is confounded with error; without items it is `pr` that is, and the components with items are absent. */
export type Effect = 'p' | 'i' | 'r' | 'pi' | 'pr' | 'ir' | 'pir';

export interface VarianceComponent {
  readonly effect: Effect;
  readonly degrees: number;
  readonly meanSquare: number;
  readonly estimate: number;
  readonly used: number;
}

export interface Components {
  readonly kind: 'estimated';
  readonly design: 'p×r' | 'p×i×r';
  readonly scores: number;
  readonly components: readonly VarianceComponent[];
}

/** Scores in any order as a balanced study; `undefined` where a cell is missing or double. Levels are 0, 1, 2, … */
export function balancedScores(long: {
  readonly person: Int32Array;
  readonly rater: Int32Array;
  readonly item?: Int32Array;
  readonly score: Float64Array;
}): BalancedScores | undefined {
  const levels = (facet: Int32Array) => facet.reduce((most, level) => Math.max(most, level + 1), 0);
  const persons = levels(long.person);
  const raters = levels(long.rater);
  const items = long.item ? levels(long.item) : 1;
  if (long.score.length !== persons * items * raters) return undefined;
  const score = new Float64Array(long.score.length).fill(Number.NaN);
  for (const [row, value] of long.score.entries()) {
    score[((long.person[row] ?? 0) * items + (long.item?.[row] ?? 0)) * raters + (long.rater[row] ?? 0)] =
      value;
  }
  return score.some(Number.isNaN) ? undefined : { persons, raters, items, score };
}

export function varianceComponents(study: BalancedScores): Components | NotEstimable {
  const { persons, items, raters, score } = study;
  const hasItems = items > 1;
  if (persons < 2 || raters < 2) return notEstimable('too-few');
  const lowest = score.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  if (score.every((value) => value === lowest)) return notEstimable('no-variation');
  const squares = meanSquares(study);
  const [p, i, r, pi, pr, ir, pir] = squares.map(({ meanSquare }) => meanSquare) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const estimates: Record<Effect, number> = hasItems
    ? {
        p: (p - pi - pr + pir) / (items * raters),
        i: (i - pi - ir + pir) / (persons * raters),
        r: (r - pr - ir + pir) / (persons * items),
        pi: (pi - pir) / raters,
        pr: (pr - pir) / items,
        ir: (ir - pir) / persons,
        pir,
      }
    : { p: (p - pr) / raters, r: (r - pr) / persons, pr, i: 0, pi: 0, ir: 0, pir: 0 };
  const present = squares.filter(({ effect }) => hasItems || !effect.includes('i'));
  return {
    kind: 'estimated',
    design: hasItems ? 'p×i×r' : 'p×r',
    scores: score.length,
    components: present.map((square) => {
      const estimate = estimates[square.effect];
      return { ...square, estimate, used: Math.max(0, estimate) };
    }),
  };
}

interface Square {
  readonly effect: Effect;
  readonly degrees: number;
  readonly meanSquare: number;
}

/** From the means over each set of facets, inclusion and exclusion giving the interactions. */
function meanSquares({ persons, items, raters, score }: BalancedScores): Square[] {
  const total = score.length;
  const mean = (level: (person: number, item: number, rater: number) => number, levels: number) => {
    const sums = new Float64Array(levels);
    let row = 0;
    for (let person = 0; person < persons; person += 1) {
      for (let item = 0; item < items; item += 1) {
        for (let rater = 0; rater < raters; rater += 1) {
          const at = level(person, item, rater);
          sums[at] = (sums[at] ?? 0) + (score[row] ?? 0);
          row += 1;
        }
      }
    }
    return sums.map((sum) => (sum * levels) / total);
  };
  const grand = mean(() => 0, 1)[0] ?? 0;
  const p = mean((person) => person, persons);
  const i = mean((_, item) => item, items);
  const r = mean((_, __, rater) => rater, raters);
  const pi = mean((person, item) => person * items + item, persons * items);
  const pr = mean((person, _, rater) => person * raters + rater, persons * raters);
  const ir = mean((_, item, rater) => item * raters + rater, items * raters);
  const sums = { p: 0, i: 0, r: 0, pi: 0, pr: 0, ir: 0, pir: 0 };
  let row = 0;
  for (let person = 0; person < persons; person += 1) {
    for (let item = 0; item < items; item += 1) {
      for (let rater = 0; rater < raters; rater += 1) {
        const [ofP, ofI, ofR] = [(p[person] ?? 0) - grand, (i[item] ?? 0) - grand, (r[rater] ?? 0) - grand];
        const ofPi = (pi[person * items + item] ?? 0) - grand - ofP - ofI;
        const ofPr = (pr[person * raters + rater] ?? 0) - grand - ofP - ofR;
        const ofIr = (ir[item * raters + rater] ?? 0) - grand - ofI - ofR;
        const rest = (score[row] ?? 0) - grand - ofP - ofI - ofR - ofPi - ofPr - ofIr;
        for (const [effect, part] of [
          ['p', ofP],
          ['i', ofI],
          ['r', ofR],
          ['pi', ofPi],
          ['pr', ofPr],
          ['ir', ofIr],
          ['pir', rest],
        ] as const) {
          sums[effect] += part * part;
        }
        row += 1;
      }
    }
  }
  const free = { p: persons - 1, i: items - 1, r: raters - 1 };
  const degrees = {
    ...free,
    pi: free.p * free.i,
    pr: free.p * free.r,
    ir: free.i * free.r,
    pir: free.p * free.i * free.r,
  };
  return (Object.keys(sums) as Effect[]).map((effect) => ({
    effect,
    degrees: degrees[effect],
    meanSquare: degrees[effect] === 0 ? 0 : sums[effect] / degrees[effect],
  }));
}
