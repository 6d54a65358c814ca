// How dependable a person's figure is, and how many raters would make it so.
//
// Model: the variances of the crossed fit. A mean of n forms by different raters has dependability σ²p / (σ²p + (σ²r +
// σ²e) / n); the adjusted figure, severities being known as well as now, σ²p / (σ²p + (σ²e + v) / n), v = mean posterior
// variance of a severity over the forms. Raters needed for Φ: Φ / (1 − Φ) times the error of one form over σ²p.
// Assumes raters drawn at random for each person. Reference: Brennan 2001, Generalizability Theory; Shavelson & Webb 1991.
// Must not be used to call a single person's figure right or wrong: it is a property of the procedure.
import type { RatersNeeded, Reliability, VarianceParts } from './types.ts';

const TARGETS = [0.7, 0.8, 0.9];

export interface ReliabilityData {
  readonly variance: Pick<VarianceParts, 'ratee' | 'rater' | 'residual'>;
  /** Posterior standard deviations. */
  readonly rateeSe: Float64Array;
  readonly raterSe: Float64Array;
  /** Forms per person and per rater. */
  readonly rateeForms: Int32Array;
  readonly raterForms: Int32Array;
}

/** Dependability now, and the raters needed for .7, .8 and .9. */
export function reliabilityOf(data: ReliabilityData): Reliability {
  const { ratee, rater, residual } = data.variance;
  const formsPerRatee = harmonicMean(data.rateeForms);
  const unknown = Math.min(rater, meanSquare(data.raterSe, data.raterForms));
  const dependability = (error: number) => (ratee + error > 0 ? ratee / (ratee + error) : 0);
  const needed = (target: number): RatersNeeded => {
    const times = target / (1 - target) / ratee;
    const whole = (error: number) => (ratee > 0 ? Math.max(1, Math.ceil(times * error - 1e-9)) : null);
    return { target, raw: whole(rater + residual), adjusted: whole(residual + unknown) };
  };
  const posterior = meanSquare(data.rateeSe);
  return {
    single: dependability(rater + residual),
    formsPerRatee,
    rawMean: dependability((rater + residual) / formsPerRatee),
    adjusted: ratee > 0 ? Math.max(0, 1 - posterior / ratee) : 0,
    ratersNeeded: TARGETS.map(needed),
  };
}

function harmonicMean(counts: Int32Array): number {
  let [sum, used] = [0, 0];
  for (let p = 0; p < counts.length; p++) {
    if (counts[p] === 0) continue;
    sum += 1 / counts[p]!;
    used++;
  }
  return used === 0 ? 0 : used / sum;
}

function meanSquare(values: Float64Array, weights?: Int32Array): number {
  let [sum, total] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    const weight = weights ? weights[k]! : 1;
    sum += weight * values[k]! ** 2;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
