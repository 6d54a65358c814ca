// A straight line within each rater: of y on x, every rater with an intercept of their own.
//
// Model: y = rater + slope·x + error of known variance v. Least squares; Var(slope) = Σ(x − x̄)²v / (Σ(x − x̄)²)². With x
// being 0 or 1 the slope is the difference of two means. Assumes errors independent within the rater.
// Minimum: three forms and two values of x; below that the slope is NaN and the rater is not tested.
import type { SeverityModel } from './residuals.ts';

export interface LineData {
  /** False = the form takes no part. */
  readonly uses: (form: number) => boolean;
  readonly x: (form: number) => number;
  readonly y: (form: number) => number;
  readonly variance: (form: number) => number;
}

export interface Slopes {
  /** Forms that took part, per rater. */
  readonly n: Int32Array;
  readonly slope: Float64Array;
  readonly se: Float64Array;
  readonly meanX: Float64Array;
}

/** One line per rater; two passes over the forms. */
export function slopesByRater(model: SeverityModel, { uses, x, y, variance }: LineData): Slopes {
  const { rater, raters } = model.ratings;
  const n = new Int32Array(raters);
  const meanX = new Float64Array(raters);
  const meanY = new Float64Array(raters);
  for (let k = 0; k < rater.length; k++) {
    if (!uses(k)) continue;
    const r = rater[k]!;
    n[r]!++;
    meanX[r]! += (x(k) - meanX[r]!) / n[r]!;
    meanY[r]! += (y(k) - meanY[r]!) / n[r]!;
  }
  const squares = new Float64Array(raters);
  const products = new Float64Array(raters);
  const noise = new Float64Array(raters);
  for (let k = 0; k < rater.length; k++) {
    if (!uses(k)) continue;
    const r = rater[k]!;
    const difference = x(k) - meanX[r]!;
    squares[r]! += difference * difference;
    products[r]! += difference * (y(k) - meanY[r]!);
    noise[r]! += difference * difference * variance(k);
  }
  const slope = new Float64Array(raters).fill(Number.NaN);
  const se = new Float64Array(raters).fill(Number.NaN);
  for (let r = 0; r < raters; r++) {
    const isFlat = squares[r]! <= 1e-12 * n[r]! * (1 + meanX[r]! * meanX[r]!);
    if (n[r]! < 3 || isFlat) continue;
    slope[r] = products[r]! / squares[r]!;
    se[r] = Math.sqrt(noise[r]!) / squares[r]!;
  }
  return { n, slope, se, meanX };
}
