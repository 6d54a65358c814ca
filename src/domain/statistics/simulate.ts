// Invented ratings whose truth is known: for tests, for measuring speed, and for trying a design before using it.
//
// Model: score = 70 + ratee + rater + error, all normal and independent (variances 25, 15, 40 unless told otherwise).
// Three designs of who rates whom:
//   A  everybody is rated by five raters drawn from the whole agency (an expander: everything is linked);
//   B  units of 40 people and 5 raters; one rating in twenty comes from another unit, every tenth unit is an island;
//   C  360°: units of a head and 8 staff who rate each other; departments of ten units are islands.
// The same design, size and seed give the same numbers on every machine, to the last bit: figures measured on them can
// be checked by anybody. Not to be used for: any statement about real agencies; these people never existed.
import { type RandomSource, randomSource } from './random.ts';
import type { Ratings } from './ratings.ts';

export type Design = 'A' | 'B' | 'C';

export interface SimulatedTruth {
  readonly mean: number;
  readonly rateeVariance: number;
  readonly raterVariance: number;
  readonly residualVariance: number;
}

export interface Simulated extends Ratings {
  readonly truth: SimulatedTruth;
  /** The true difference of every ratee from the mean. */
  readonly trueRatee: Float64Array;
  /** The true leniency of every rater (positive = lenient). */
  readonly trueRater: Float64Array;
}

const USUAL: SimulatedTruth = { mean: 70, rateeVariance: 25, raterVariance: 15, residualVariance: 40 };

/** About `count` ratings of a design (C: the nearest whole number of units; A and B: `count` a multiple of 200). */
export function simulate(
  design: Design,
  count: number,
  seed: number,
  truth: Partial<SimulatedTruth> = {},
): Simulated {
  const random = randomSource(seed);
  return addScores(DESIGNS[design](count, random), { ...USUAL, ...truth }, random);
}

type Pairs = Pick<Ratings, 'ratees' | 'raters' | 'ratee' | 'rater'>;

const DESIGNS: Readonly<Record<Design, (count: number, random: RandomSource) => Pairs>> = {
  A: mixed,
  B: unitsWithVisitors,
  C: allAround,
};

const RATERS_EACH = 5;

function mixed(count: number, random: RandomSource): Pairs {
  const ratees = Math.floor(count / RATERS_EACH);
  const raters = Math.floor(count / 40);
  const ratee = new Int32Array(count);
  const rater = new Int32Array(count);
  let row = 0;
  for (let person = 0; person < ratees; person++) {
    const first = row;
    for (let slot = 0; slot < RATERS_EACH; slot++) {
      let chosen: number;
      do chosen = random.integer(raters);
      while (holds(rater, first, row, chosen));
      ratee[row] = person;
      rater[row++] = chosen;
    }
  }
  return { ratees, raters, ratee, rater };
}

function unitsWithVisitors(count: number, random: RandomSource): Pairs {
  const units = Math.floor(count / 200);
  const ratee = new Int32Array(count);
  const rater = new Int32Array(count);
  let row = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let seat = 0; seat < 40; seat++) {
      const first = row;
      for (let slot = 0; slot < RATERS_EACH; slot++) {
        let chosen = unit * 5 + slot;
        if (unit % 10 !== 9 && random.uniform() < 0.05) {
          const visitor = raterOfAnotherUnit(unit, units, random);
          if (!holds(rater, first, row, visitor)) chosen = visitor;
        }
        ratee[row] = unit * 40 + seat;
        rater[row++] = chosen;
      }
    }
  }
  return { ratees: Math.floor(count / 5), raters: Math.floor(count / 40), ratee, rater };
}

/** Nine visitors in ten come from the same department (20 units), the others from anywhere but an island. */
function raterOfAnotherUnit(unit: number, units: number, random: RandomSource): number {
  const department = unit - (unit % 20);
  let other: number;
  do {
    other =
      random.uniform() < 0.9
        ? department + random.integer(Math.min(20, units - department))
        : random.integer(units);
  } while (other % 10 === 9 || other === unit);
  return other * 5 + random.integer(5);
}

const UNIT = 9;

function allAround(count: number, random: RandomSource): Pairs {
  // A unit gives 8 ratings by its head, 24 among peers, 1.6 by peers of other units on average, and 1 of its head.
  const units = Math.round(count / (8 + 24 + 1.6 + 1));
  const ratee = new Int32Array(units * 41);
  const rater = new Int32Array(units * 41);
  let rows = 0;
  const add = (rated: number, by: number) => {
    ratee[rows] = rated;
    rater[rows++] = by;
  };
  for (let unit = 0; unit < units; unit++) {
    const head = unit * UNIT;
    const linked = unit % 10 !== 9;
    for (let seat = 1; seat <= 8; seat++) {
      add(head + seat, head);
      for (const peer of threePeers(seat, random)) add(head + seat, head + peer);
      if (linked && random.uniform() < 0.2) {
        const other = anotherUnit(unit, units, random);
        if (other !== unit) add(head + seat, other * UNIT + 1 + random.integer(8));
      }
    }
    if (linked) {
      const other = anotherUnit(unit, units, random);
      if (other !== unit) add(head, other * UNIT);
    }
  }
  const people = units * UNIT;
  return { ratees: people, raters: people, ratee: ratee.slice(0, rows), rater: rater.slice(0, rows) };
}

function threePeers(seat: number, random: RandomSource): readonly number[] {
  const peers: number[] = [];
  while (peers.length < 3) {
    const peer = 1 + random.integer(8);
    if (peer !== seat && !peers.includes(peer)) peers.push(peer);
  }
  return peers;
}

/** A linked unit of the same department; the unit itself where it is the only one. */
function anotherUnit(unit: number, units: number, random: RandomSource): number {
  const department = unit - (unit % 10);
  let other: number;
  do other = department + random.integer(Math.min(9, units - department));
  while (other === unit && units - department > 1);
  return other;
}

function holds(values: Int32Array, from: number, to: number, wanted: number): boolean {
  for (let i = from; i < to; i++) if (values[i] === wanted) return true;
  return false;
}

function addScores(pairs: Pairs, truth: SimulatedTruth, random: RandomSource): Simulated {
  const draws = (length: number, variance: number) => {
    const deviation = Math.sqrt(variance);
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++) values[i] = deviation * random.normal();
    return values;
  };
  const trueRatee = draws(pairs.ratees, truth.rateeVariance);
  const trueRater = draws(pairs.raters, truth.raterVariance);
  const deviation = Math.sqrt(truth.residualVariance);
  const { ratee, rater } = pairs;
  const score = new Float64Array(ratee.length);
  for (let row = 0; row < score.length; row++) {
    const expected =
      truth.mean + (trueRatee[ratee[row] as number] as number) + (trueRater[rater[row] as number] as number);
    score[row] = expected + deviation * random.normal();
  }
  return { ...pairs, score, truth, trueRatee, trueRater };
}
