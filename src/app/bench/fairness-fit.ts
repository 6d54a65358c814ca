// One fit in a process of its own, so that its peak of memory is its own: `node src/app/bench/fairness-fit.ts B 1e6`
// prints one line of JSON. The data are simulated (seeds 101, 102, 103), as in published comparisons of the same designs.
import { fitCrossed } from '#domain/statistics/crossed/index.ts';
import { type Design, type Simulated, simulate } from '#domain/statistics/simulate.ts';

/** What the process tells. */
export interface MeasuredFit {
  readonly ratings: number;
  readonly ratees: number;
  readonly raters: number;
  readonly method: 'exact' | 'stochastic';
  readonly iterations: number;
  /** Time of the processor for the fit alone, with all posterior standard deviations. */
  readonly processorSeconds: number;
  readonly seconds: number;
  /** Peak of the whole process, the data included. */
  readonly peakMegabytes: number;
  /** The farthest of the three variances from the truth, in its standard errors. */
  readonly worstVariance: number;
  /** Correlation of the fair score, and of the raw mean, with the true difference between people. */
  readonly fairCorrelation: number;
  readonly rawCorrelation: number;
  /** Share of people whose true score lies in the 95 % interval. */
  readonly coverage: number;
}

const SEEDS: Readonly<Record<Design, number>> = { A: 101, B: 102, C: 103 };

function measure(design: Design, count: number): MeasuredFit {
  const data = simulate(design, count, SEEDS[design]);
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const fit = fitCrossed(data);
  const seconds = (performance.now() - startedAt) / 1000;
  const used = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  const { truth } = data;
  const distances = [
    (fit.variance.ratee - truth.rateeVariance) / fit.varianceSe.ratee,
    (fit.variance.rater - truth.raterVariance) / fit.varianceSe.rater,
    (fit.variance.residual - truth.residualVariance) / fit.varianceSe.residual,
  ];
  return {
    ratings: data.score.length,
    ratees: data.ratees,
    raters: data.raters,
    method: fit.method,
    iterations: fit.iterations,
    processorSeconds: (used.user + used.system) / 1e6,
    seconds,
    peakMegabytes,
    worstVariance: Math.max(...distances.map(Math.abs)),
    fairCorrelation: correlation(fit.ratee, data.trueRatee),
    rawCorrelation: correlation(rawMeans(data), data.trueRatee),
    coverage: coverageOf(data, fit.level.value, fit.ratee, fit.rateeFairSe),
  };
}

/** People without a rating (heads of isolated units in design C) stand at the mean. */
function rawMeans(data: Simulated): Float64Array {
  const sums = new Float64Array(data.ratees);
  const counts = new Float64Array(data.ratees);
  for (let row = 0; row < data.score.length; row++) {
    const ratee = data.ratee[row] as number;
    sums[ratee] = (sums[ratee] as number) + (data.score[row] as number) - data.truth.mean;
    counts[ratee] = (counts[ratee] as number) + 1;
  }
  return sums.map((sum, ratee) => sum / Math.max(1, counts[ratee] as number));
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [x, y] = [(one[i] as number) - a, (other[i] as number) - b];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

function coverageOf(data: Simulated, level: number, effects: Float64Array, errors: Float64Array): number {
  let inside = 0;
  for (let i = 0; i < effects.length; i++) {
    const distance = level + (effects[i] as number) - data.truth.mean - (data.trueRatee[i] as number);
    if (Math.abs(distance) <= 1.959964 * (errors[i] as number)) inside++;
  }
  return inside / effects.length;
}

const [design, count] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(measure(design as Design, Number(count)))}\n`);
