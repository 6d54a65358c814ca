/** From ratings to measures: priors, the maximum, errors and fit. */
import { componentsOf } from '../connectivity-components.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { facetFigures, residualsOf } from './figures.ts';
import { fullInformation } from './information.ts';
import { type Layout, layOut } from './layout.ts';
import { type Precisions, placesOf } from './likelihood.ts';
import { type Maximum, maximise } from './maximise.ts';
import type { OrdinalRatings, Priors, RaschFit, RaschOptions } from './types.ts';

/** People who differ by a logit, raters by half of one: usual for rated scales, and weak beside ten ratings. */
const USUAL_PRIORS: Priors = { ratee: 1, rater: 0.25, item: 1 };
/** Measures that do not differ at all would make the next prior a wall. */
const LEAST_PRIOR = 1e-4;
const PRIOR_ROUNDS = 50;
/** Raters, items and steps up to which priors are estimated from the whole information. */
const EXACT_PRIORS_UP_TO = 200;

/** Fits the model, or says why the ratings cannot tell. */
export function fitRasch(ratings: OrdinalRatings, options: RaschOptions = {}): RaschFit | NotEstimable {
  const { method = 'map', fullInformationUpTo = 1000 } = options;
  if (ratings.category.length < 2) return notEstimable('too-few');
  const layout = layOut(ratings, method === 'jml');
  if (layout.steps === 0) return notEstimable('no-variation');
  if (method === 'jml' && !isConnected(layout)) return notEstimable('not-crossed');
  const found = search(layout, options);
  if (!found.maximum.converged) return notEstimable('no-convergence');
  const { maximum, precisions, priors } = found;
  const at = placesOf(layout);
  const isSmall = at.total - at.rater <= fullInformationUpTo;
  const full = isSmall ? fullInformation(layout, precisions, maximum.walk) : undefined;
  const residuals = residualsOf(layout, maximum.parameters);
  const facts = { layout, maximum, precisions, full, residuals };
  const { diagonal } = maximum.walk;
  return {
    kind: 'estimated',
    method,
    converged: maximum.converged,
    iterations: found.iterations,
    ratings: layout.ratings,
    logLikelihood: maximum.logLikelihood,
    categories: layout.categories,
    thresholds: maximum.parameters.slice(at.threshold, at.intercept),
    thresholdSe: (full?.variance ?? diagonal.map((information) => 1 / information))
      .slice(at.threshold, at.intercept)
      .map((variance) => Math.sqrt(Math.max(0, variance))),
    ratee: facetFigures(0, facts),
    rater: facetFigures(1, facts),
    ...(ratings.item && { item: facetFigures(2, facts) }),
    residuals: { mean: residuals.mean, standardisedVariance: residuals.standardisedVariance },
    ...(priors && { priors }),
  };
}

/** Without priors, ability and severity can be told apart only where chains of ratings link everybody. */
function isConnected({ sizes: [ratees, raters], ratee, rater }: Layout): boolean {
  return componentsOf({ ratees, raters, ratee, rater }).components === 1;
}

interface Found {
  readonly maximum: Maximum;
  readonly precisions: Precisions;
  readonly priors?: Priors;
  readonly iterations: number;
}

function search(layout: Layout, options: RaschOptions): Found {
  const { method = 'map', priors = USUAL_PRIORS, tolerance = 1e-6, maximumIterations = 100 } = options;
  const settings = { tolerance, maximumIterations };
  if (method === 'jml') {
    const maximum = maximise(layout, [0, 0, 0], settings);
    return { maximum, precisions: [0, 0, 0], iterations: maximum.iterations };
  }
  if (priors !== 'estimated') {
    const precisions = precisionsOf(priors);
    const maximum = maximise(layout, precisions, settings);
    return { maximum, precisions, priors, iterations: maximum.iterations };
  }
  return searchPriors(layout, settings);
}

/** Each facet's variance is what its measures spread, with what is not known of them added, until it settles. */
function searchPriors(layout: Layout, settings: { tolerance: number; maximumIterations: number }): Found {
  let priors = USUAL_PRIORS;
  let iterations = 0;
  let start: Float64Array | undefined;
  for (let round = 0; round < PRIOR_ROUNDS; round += 1) {
    const rough = { ...settings, tolerance: 1e-3 };
    const maximum = maximise(layout, precisionsOf(priors), rough, start);
    iterations += maximum.iterations;
    start = maximum.parameters;
    const next = spreadOf(layout, maximum, precisionsOf(priors));
    const change = (['ratee', 'rater', 'item'] as const).map((facet) =>
      Math.abs(next[facet] / priors[facet] - 1),
    );
    priors = next;
    if (Math.max(...change) < 2e-3) break;
  }
  const precisions = precisionsOf(priors);
  const maximum = maximise(layout, precisions, settings, start);
  return { maximum, precisions, priors, iterations: iterations + maximum.iterations };
}

function precisionsOf({ ratee, rater, item }: Priors): Precisions {
  if (!(ratee > 0 && rater > 0 && item > 0)) throw new RangeError('variances of priors are positive');
  return [1 / ratee, 1 / rater, 1 / item];
}

function spreadOf(layout: Layout, { parameters, walk }: Maximum, precisions: Precisions): Priors {
  const { sizes } = layout;
  const at = placesOf(layout);
  // In large data each measure's own information says nearly all; in small data the others' uncertainty counts.
  const full =
    at.total - at.rater <= EXACT_PRIORS_UP_TO ? fullInformation(layout, precisions, walk)?.sums : undefined;
  let from = 0;
  const [ratee = 1, rater = 1, item = 1] = sizes.map((size, facet) => {
    let [squares, unknown] = [0, 0];
    for (let level = from; level < from + size; level += 1) {
      squares += parameters[level]! ** 2;
      unknown += 1 / walk.diagonal[level]!;
    }
    from += size;
    // A single level has no spread: any prior will do, for the intercept takes it up.
    return size === 1 ? 1 : Math.max(LEAST_PRIOR, (squares + (full?.[facet] ?? unknown)) / size);
  });
  return { ratee, rater, item };
}
