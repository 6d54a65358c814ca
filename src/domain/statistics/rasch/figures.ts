/** Measures of each level with errors and fit, from a maximum of the likelihood. */
import type { FullInformation } from './information.ts';
import type { Layout } from './layout.ts';
import { categoryChances, type Precisions, placesOf, stepWeights } from './likelihood.ts';
import type { Maximum } from './maximise.ts';
import type { FacetFigures, LevelStatus } from './types.ts';

/** Sums over the ratings of every level, all facets in one row of numbers. */
interface Sums {
  readonly count: Int32Array;
  readonly score: Float64Array;
  readonly variance: Float64Array;
  /** Σ (x − E)², Σ (x − E)²/V, Σ (C − V²), Σ C/V². */
  readonly squares: Float64Array;
  readonly standardised: Float64Array;
  readonly excess: Float64Array;
  readonly kurtosis: Float64Array;
}

export interface Residuals {
  readonly sums: Sums;
  readonly mean: number;
  readonly standardisedVariance: number;
}

export function residualsOf(layout: Layout, parameters: Float64Array): Residuals {
  const { ratings, ratee, rater, item, category, categories, steps } = layout;
  const at = placesOf(layout);
  const room = () => new Float64Array(at.threshold);
  const sums: Sums = {
    count: new Int32Array(at.threshold),
    score: room(),
    variance: room(),
    squares: room(),
    standardised: room(),
    excess: room(),
    kurtosis: room(),
  };
  const weights = stepWeights(parameters, at.threshold, steps);
  const chances = new Float64Array(steps + 1);
  let [total, squared] = [0, 0];
  for (let row = 0; row < ratings; row += 1) {
    const levels = [ratee[row]!, at.rater + rater[row]!, at.item + item[row]!] as const;
    const eta =
      parameters[at.intercept]! + parameters[levels[0]]! - parameters[levels[1]]! - parameters[levels[2]]!;
    categoryChances(eta, weights, chances);
    let mean = 0;
    for (let k = 1; k <= steps; k += 1) mean += k * chances[k]!;
    let [variance, fourth] = [0, 0];
    for (let k = 0; k <= steps; k += 1) {
      const square = (k - mean) * (k - mean);
      variance += square * chances[k]!;
      fourth += square * square * chances[k]!;
    }
    const residual = category[row]! - mean;
    const standardised = (residual * residual) / variance;
    total += residual;
    squared += standardised;
    for (let facet = 0; facet < 3; facet += 1) {
      const level = levels[facet]!;
      sums.count[level]! += 1;
      sums.score[level]! += categories[category[row]!]!;
      sums.variance[level]! += variance;
      sums.squares[level]! += residual * residual;
      sums.standardised[level]! += standardised;
      sums.excess[level]! += fourth - variance * variance;
      sums.kurtosis[level]! += fourth / (variance * variance);
    }
  }
  const mean = total / ratings;
  return { sums, mean, standardisedVariance: squared / ratings };
}

/** The Wilson–Hilferty form of a mean square whose variance is `spread`. */
function standardNormal(meanSquare: number, spread: number): number {
  const q = Math.sqrt(Math.max(spread, 0));
  // A mean square that cannot vary has nothing to stand out from.
  return q > 1e-9 ? (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3 : 0;
}

export interface FigureOptions {
  readonly layout: Layout;
  readonly maximum: Maximum;
  readonly precisions: Precisions;
  readonly full: FullInformation | undefined;
  readonly residuals: Residuals;
}

/** `facet`: 0 ratee, 1 rater, 2 item. */
export function facetFigures(facet: 0 | 1 | 2, options: FigureOptions): FacetFigures {
  const { layout, maximum, precisions, full, residuals } = options;
  const { sums } = residuals;
  const at = placesOf(layout);
  const first = [0, at.rater, at.item][facet]!;
  const places = layout.places[facet];
  const extremes = layout.extremes[facet];
  const size = places.length;
  // The rater floats: severity carries the level that the intercept holds.
  const level = facet === 1 ? -maximum.parameters[at.intercept]! : 0;
  const room = (fill = 0) => new Float64Array(size).fill(fill);
  const figures = {
    measure: room(),
    se: room(Number.POSITIVE_INFINITY),
    count: new Int32Array(size),
    score: room(),
    infit: room(1),
    infitZ: room(),
    outfit: room(1),
    outfitZ: room(),
  };
  const seFull = full && room(Number.POSITIVE_INFINITY);
  const status: LevelStatus[] = [];
  for (let unit = 0; unit < size; unit += 1) {
    const place = places[unit]!;
    if (place < 0) {
      const extreme = extremes[unit]! * (facet === 0 ? 1 : -1);
      status[unit] = extreme === 0 ? 'absent' : 'extreme';
      if (extreme !== 0) figures.measure[unit] = extreme * Number.POSITIVE_INFINITY;
      else if (precisions[facet] > 0) {
        figures.measure[unit] = level;
        figures.se[unit] = 1 / Math.sqrt(precisions[facet]);
      }
      continue;
    }
    const own = first + place;
    const count = sums.count[own]!;
    const variance = sums.variance[own]!;
    status[unit] = 'estimated';
    figures.measure[unit] = maximum.parameters[own]! + level;
    figures.se[unit] = 1 / Math.sqrt(variance + precisions[facet]);
    if (seFull) seFull[unit] = Math.sqrt(Math.max(0, full.variance[own]!));
    figures.count[unit] = count;
    figures.score[unit] = sums.score[own]!;
    figures.infit[unit] = sums.squares[own]! / variance;
    figures.outfit[unit] = sums.standardised[own]! / count;
    figures.infitZ[unit] = standardNormal(figures.infit[unit]!, sums.excess[own]! / variance ** 2);
    figures.outfitZ[unit] = standardNormal(
      figures.outfit[unit]!,
      sums.kurtosis[own]! / count ** 2 - 1 / count,
    );
  }
  return {
    ...figures,
    ...(seFull && { seFull }),
    status: status.every((each) => each === 'estimated') ? 'estimated' : status,
    ...separationOf(figures.measure, figures.se, status),
  };
}

/** True spread over error, and the share of the observed variance that is true. */
function separationOf(measure: Float64Array, se: Float64Array, status: readonly LevelStatus[]) {
  let [count, sum, squares, error] = [0, 0, 0, 0];
  for (const [unit, value] of measure.entries()) {
    if (status[unit] !== 'estimated') continue;
    count += 1;
    sum += value;
    error += se[unit]! ** 2;
  }
  if (count < 2) return { separation: 0, reliability: 0 };
  for (const [unit, value] of measure.entries()) {
    if (status[unit] === 'estimated') squares += (value - sum / count) ** 2;
  }
  const observed = squares / (count - 1);
  const meanError = error / count;
  const trueVariance = Math.max(0, observed - meanError);
  return {
    separation: Math.sqrt(trueVariance / meanError),
    reliability: trueVariance === 0 ? 0 : trueVariance / (trueVariance + meanError),
  };
}
