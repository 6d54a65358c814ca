// Whether a rater treats some people differently: the mean deleted residual of those inside less that of the others.
//
// Model: a difference of means within each rater, the people's merit taken out by what other raters say. Over the
// agency: a random-effects mean of the raters' differences (DerSimonian & Laird 1986, Controlled Clinical Trials
// 7:177–188), with the spread between raters.
// Assumes that the other raters treat both sides alike on average: what all raters do cannot be seen here.
// Minimum: the agency's fewest forms, and a number on each side.
import type { Candidate } from './calibration.ts';
import type { DeletedResiduals, SeverityModel } from './residuals.ts';
import { type Screened, screened } from './screening.ts';
import { slopesByRater } from './slopes.ts';

export interface ContrastData {
  /** 1 inside, 0 outside, −1 neither. */
  readonly side: (form: number) => number;
  readonly minimumForms: number;
  readonly minimumInside: number;
  readonly minimumOutside: number;
  readonly group?: number;
}

export interface Contrast extends Screened {
  readonly group?: number;
  readonly overall: PooledContrast | null;
}

export interface PooledContrast {
  readonly effect: number;
  readonly se: number;
  readonly interval: readonly [number, number];
  readonly n: number;
  readonly raters: number;
  readonly betweenRaters: number;
}

/** Each rater's difference, and the agency's. */
export function contrastByRater(
  model: SeverityModel,
  deleted: DeletedResiduals,
  data: ContrastData,
): Contrast {
  const { raters, rater } = model.ratings;
  const lines = slopesByRater(model, {
    uses: (form) => data.side(form) >= 0 && deleted.others(form) > 0,
    x: data.side,
    y: deleted.residual,
    variance: deleted.variance,
  });
  const inside = new Int32Array(raters);
  for (let k = 0; k < rater.length; k++) {
    if (data.side(k) === 1 && deleted.others(k) > 0) inside[rater[k]!]!++;
  }
  const isContrast = (r: number) =>
    inside[r]! >= data.minimumInside && lines.n[r]! - inside[r]! >= data.minimumOutside && lines.se[r]! > 0;
  const found = screened(raters, data.minimumForms, lines.n, (r): Candidate | undefined => {
    if (!isContrast(r)) return undefined;
    const [effect, se] = [lines.slope[r]!, lines.se[r]!];
    const group = data.group === undefined ? {} : { group: data.group };
    return { rater: r, ...group, n: lines.n[r]!, effect, se, z: effect / se };
  });
  const group = data.group === undefined ? {} : { group: data.group };
  return { ...found, ...group, overall: pooled(lines.slope, lines.se, inside) };
}

/** The random-effects mean of the differences; null below two raters with one. */
function pooled(slope: Float64Array, se: Float64Array, inside: Int32Array): PooledContrast | null {
  let [raters, n, weights, weighted, squares, squaredWeights] = [0, 0, 0, 0, 0, 0];
  for (let r = 0; r < slope.length; r++) {
    if (!(se[r]! > 0)) continue;
    const weight = 1 / se[r]! ** 2;
    raters++;
    n += inside[r]!;
    weights += weight;
    weighted += weight * slope[r]!;
    squares += weight * slope[r]! ** 2;
    squaredWeights += weight * weight;
  }
  if (raters < 2) return null;
  const spread = squares - weighted ** 2 / weights;
  const between = Math.max(0, (spread - (raters - 1)) / (weights - squaredWeights / weights));
  let [sum, total] = [0, 0];
  for (let r = 0; r < slope.length; r++) {
    if (!(se[r]! > 0)) continue;
    const weight = 1 / (se[r]! ** 2 + between);
    sum += weight * slope[r]!;
    total += weight;
  }
  const [effect, error] = [sum / total, Math.sqrt(1 / total)];
  const half = 1.959963984540054 * error;
  return {
    effect,
    se: error,
    interval: [effect - half, effect + half],
    n,
    raters,
    betweenRaters: Math.sqrt(between),
  };
}
