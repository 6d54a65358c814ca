/**
 * How predicates lie before a meeting returned anything and after the answers. Pure.
 *
 * Model: none; counts, and the standard deviation of the people themselves (divided by their number, for they are all
 * there is and no sample of more), over the five official predicates as places 1 to 5, and over the scores of a scheme
 * where everybody has one of the same scheme. Both sides hold the same people: whoever has no result on one of the two
 * moments is left out and counted.
 * Minimum: two people; below that there is no deviation to speak of.
 * Why it is shown: committees that discussed ratings changed about a quarter of them and squeezed them to the middle
 * (Demeré, Sedatole & Woods 2019, Calibration Committees and the Distribution of Performance Ratings).
 * Not to be used to judge a person, an appraiser or the meeting: a spread that shrank may be right.
 */
import { PREDICATES, type Predicate, RATINGS } from '#domain/rules/index.ts';

export interface InForce {
  readonly participantId: string;
  readonly resultsRating: string;
  readonly behaviourRating: string;
  readonly predicate: string;
  /** Decimal of the agency's own scheme; null under the national one. */
  readonly score: string | null;
  /** Scheme and version, so that scores of two schemes are never put together. */
  readonly scheme: string;
}

export interface Spread {
  readonly people: number;
  readonly counts: Readonly<Record<Predicate, number>>;
  /** In steps of the predicate; null below two people. */
  readonly deviation: number | null;
  /** In points of the scheme; null where not everybody has a score of the same scheme. */
  readonly scoreDeviation: number | null;
}

export interface Comparison {
  readonly before: Spread;
  readonly after: Spread;
  /** Without a result on one of the two moments. */
  readonly leftOut: number;
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  /** Of those on both sides: the deviation became smaller. */
  readonly hasShrunk: boolean;
}

/** What is not a difference but the noise of adding. */
const NOTHING = 1e-9;

export function compareSpread(before: readonly InForce[], after: readonly InForce[]): Comparison {
  const then = new Map(before.map((row) => [row.participantId, row]));
  const now = new Map(after.map((row) => [row.participantId, row]));
  const both = [...then.keys()].filter((id) => now.has(id));
  const [old, current] = [pick(then, both), pick(now, both)];
  const moves = old.map((row, index) => directionOf(row, current[index] ?? row));
  const one = spreadOf(old);
  const other = spreadOf(current);
  return {
    before: one,
    after: other,
    leftOut: new Set([...then.keys(), ...now.keys()]).size - both.length,
    raised: moves.filter((move) => move > 0).length,
    lowered: moves.filter((move) => move < 0).length,
    unchanged: moves.filter((move) => move === 0).length,
    hasShrunk: smaller(other.deviation, one.deviation) || smaller(other.scoreDeviation, one.scoreDeviation),
  };
}

const pick = (from: ReadonlyMap<string, InForce>, ids: readonly string[]) =>
  ids.flatMap((id) => from.get(id) ?? []);

const smaller = (after: number | null, before: number | null) =>
  after !== null && before !== null && after < before - NOTHING;

export function spreadOf(rows: readonly InForce[]): Spread {
  const counts = Object.fromEntries(
    PREDICATES.map((predicate) => [predicate, rows.filter((row) => row.predicate === predicate).length]),
  ) as Record<Predicate, number>;
  const hasScores =
    new Set(rows.map((row) => row.scheme)).size === 1 && rows.every((row) => row.score !== null);
  return {
    people: rows.length,
    counts,
    deviation: deviationOf(rows.map((row) => placeOf(row.predicate))),
    scoreDeviation: hasScores ? deviationOf(rows.map((row) => Number(row.score))) : null,
  };
}

/** 1 is the worst predicate, 5 the best. */
export function placeOf(predicate: string): number {
  const at = (PREDICATES as readonly string[]).indexOf(predicate);
  return at < 0 ? 0 : PREDICATES.length - at;
}

/** Above zero where the later one is better: by predicate, then by the two ratings, then by the score. */
export function directionOf(before: InForce, after: InForce): number {
  const ratings = (row: InForce) => ratingPlace(row.resultsRating) + ratingPlace(row.behaviourRating);
  return (
    Math.sign(placeOf(after.predicate) - placeOf(before.predicate)) ||
    Math.sign(ratings(after) - ratings(before)) ||
    (before.scheme === after.scheme && before.score !== null && after.score !== null
      ? Math.sign(Number(after.score) - Number(before.score))
      : 0)
  );
}

const ratingPlace = (rating: string) => RATINGS.length - (RATINGS as readonly string[]).indexOf(rating);

function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
