/**
 * How often a result would fall into another category had somebody else rated in the appraiser's place.
 *
 * Model: the score of a form (mean of its items as places on their scales, 0 to 100) = level of the person + leniency of
 * the rater + rest, as estimated for the period (crossed random effects). A draw takes the person's level from its
 * posterior (fair figure, standard error), a rater and a rest from their variances, and moves every item of the
 * appraiser's form by the difference to what the appraiser gave; between two levels it falls on one of them at random so
 * that the mean is kept, and beyond the ends of the scale on the end. The scheme computes the result of it: other voices
 * and everything measured stay as they are, decisions that followed the scheme's suggestion follow it again.
 * Assumptions: raters are exchangeable, the two effects and the rest are normal, the variances are taken as known.
 * Minimum sample: the model must be estimable and the appraiser linked to other raters; the caller sees to it.
 * Reference: posterior predictive distribution, Gelman et al. (2013) Bayesian Data Analysis, 3rd ed., ch. 7.
 * Not to be used to change a result, nor to say what a certain other person would have given.
 */

import type { CompiledScheme } from '../schemes/index.ts';
import { randomSource } from '../statistics/random.ts';
import {
  type AppraiserItem,
  appraiserItems,
  type Evidence,
  isRecord,
  levelSetter,
  placeOf,
} from './appraiser-items.ts';
import { type Standing, standingOf, withoutConfirmations } from './standing.ts';

/** What the model of the period says, in points from 0 to 100. */
export interface PersonEstimate {
  /** The form's expected score with a rater of average leniency, and its standard error. */
  readonly fair: number;
  readonly fairSe: number;
  /** Variances of leniency between raters and of the rest of a form. */
  readonly raterVariance: number;
  readonly residualVariance: number;
  /** What the appraiser's own form scored in the model. */
  readonly own: number;
}

export interface OtherRaters {
  readonly draws: number;
  /** Shares of draws, 0 to 1, with their Monte-Carlo standard errors. */
  readonly categoryChanges: Share;
  readonly predicateChanges: Share;
  /** Share of draws by category, 0 to 1. */
  readonly categories: ReadonlyMap<string, number>;
  /** 10th and 90th percentile of the score over the draws; null where the scheme has none. */
  readonly scores: readonly [number, number] | null;
}

export interface Share {
  readonly share: number;
  readonly se: number;
}

export const DRAWS = 400;

/** Null where the appraiser rated nothing here, or the evidence gives no result. */
export function otherRaters(
  compiled: CompiledScheme,
  evidence: Evidence,
  estimate: PersonEstimate,
  { draws = DRAWS, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): OtherRaters | null {
  const base = withoutConfirmations(compiled, evidence);
  const items = appraiserItems(compiled, base);
  const standing = standingOf(compiled, base);
  if (items.length === 0 || !standing) return null;
  const random = randomSource(seed);
  const redecide = decider(compiled, base, items);
  const withLevels = levelSetter(base, items);
  const rater = Math.sqrt(estimate.raterVariance);
  const rest = Math.sqrt(estimate.residualVariance);
  const levels = new Int32Array(items.length);
  const drawn: Standing[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const score =
      estimate.fair + estimate.fairSe * random.normal() + rater * random.normal() + rest * random.normal();
    const shift = score - estimate.own;
    for (const [index, item] of items.entries()) levels[index] = moved(item, shift, random.uniform());
    const outcome = standingOf(compiled, redecide(withLevels(levels)));
    if (outcome) drawn.push(outcome);
  }
  return drawn.length === 0 ? null : summary(drawn, standing);
}

/** The level that an item falls on when its place moves by so many points. */
function moved(item: AppraiserItem, shift: number, uniform: number): number {
  const top = item.levels.length - 1;
  const place = (Math.min(Math.max(placeOf(item) + shift, 0), 100) * top) / 100;
  const lower = Math.min(Math.floor(place), top);
  return lower + (uniform < place - lower ? 1 : 0);
}

function summary(drawn: readonly Standing[], standing: Standing): OtherRaters {
  const categories = new Map<string, number>();
  for (const { category } of drawn) categories.set(category, (categories.get(category) ?? 0) + 1);
  for (const [category, count] of categories) categories.set(category, count / drawn.length);
  const scores = drawn.flatMap(({ score }) => (score === null ? [] : [Number(score)])).sort((a, b) => a - b);
  const at = (share: number) => scores[Math.min(Math.floor(share * scores.length), scores.length - 1)] ?? 0;
  return {
    draws: drawn.length,
    categoryChanges: shareOf(drawn, ({ category }) => category !== standing.category),
    predicateChanges: shareOf(drawn, ({ predicate }) => predicate !== standing.predicate),
    categories,
    scores: scores.length === drawn.length ? [at(0.1), at(0.9)] : null,
  };
}

function shareOf(drawn: readonly Standing[], holds: (each: Standing) => boolean): Share {
  const share = drawn.filter(holds).length / drawn.length;
  return { share, se: Math.sqrt((share * (1 - share)) / drawn.length) };
}

/**
 * Decides the two ratings of the national form again: results as the lines suggest, behaviour as the mean of the values
 * lies, each as far from it as the appraiser's own decision was. Other schemes have nothing to decide here.
 */
function decider(
  compiled: CompiledScheme,
  base: Evidence,
  items: readonly AppraiserItem[],
): (evidence: Evidence) => Evidence {
  const deciders = Object.entries(compiled.scheme.components).flatMap(([code, settings]) => {
    const own = items.filter(({ path }) => path[0] === code && path.length > 2);
    if (own.length === 0) return [];
    if (settings.mechanism === 'rated-lines') return [byLines(compiled, base, code, own)];
    return settings.mechanism === 'rating' ? [byValues(base, code, own)] : [];
  });
  return (evidence) => deciders.reduce((given, decide) => decide(given), evidence);
}

type Decider = (evidence: Evidence) => Evidence;

function byLines(
  compiled: CompiledScheme,
  base: Evidence,
  code: string,
  [first]: readonly AppraiserItem[],
): Decider {
  const levels = first?.levels ?? [];
  const suggestedBy = (given: unknown) => {
    const { rating: _, ...lines } = isRecord(given) ? given : {};
    return levels.indexOf(compiled.evaluate({ [code]: lines }).official.results);
  };
  const departure = ratingIn(base, code, levels) - suggestedBy(base[code]);
  return (evidence) => {
    const given = evidence[code];
    const suggested = suggestedBy(given);
    if (!isRecord(given) || suggested < 0) return evidence;
    const decided = (level: number) => ({ ...evidence, [code]: { ...given, rating: levels[level] } });
    const wanted = Math.min(Math.max(suggested + departure, 0), levels.length - 1);
    const asBefore = decided(wanted);
    return wanted === suggested || compiled.evaluate({ [code]: asBefore[code] }).problems.length === 0
      ? asBefore
      : decided(suggested);
  };
}

function byValues(base: Evidence, code: string, items: readonly AppraiserItem[]): Decider {
  const levels = items[0]?.levels ?? [];
  const meanIn = (given: unknown) => {
    const values = isRecord(given) && isRecord(given.values) ? Object.values(given.values) : [];
    const sum = values.reduce<number>((total, value) => total + levels.indexOf(value), 0);
    return Math.round(sum / Math.max(values.length, 1));
  };
  const departure = ratingIn(base, code, levels) - meanIn(base[code]);
  return (evidence) => {
    const given = evidence[code];
    if (!isRecord(given)) return evidence;
    const level = Math.min(Math.max(meanIn(given) + departure, 0), levels.length - 1);
    return { ...evidence, [code]: { ...given, rating: levels[level] } };
  };
}

function ratingIn(base: Evidence, code: string, levels: readonly unknown[]): number {
  const given = base[code];
  return isRecord(given) ? levels.indexOf(given.rating) : -1;
}
