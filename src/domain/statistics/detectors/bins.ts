// What is usual at a form's mean: forms in up to twenty quantile bins of their mean, a quantity averaged in each.
//
// Why: near the ends of the scale the items of a form cannot spread, whoever rates. Without the bins, ceilings alone
// gave a fifth of wrong flags; with them 3 %. A rater's own forms are left out of what is usual for them.
// At least twenty forms a bin, so small agencies have fewer bins.

const MOST_BINS = 20;
const FORMS_A_BIN = 20;

export interface UsualData {
  readonly raters: number;
  readonly rater: Int32Array;
  /** Form mean; the bins are its quantiles. */
  readonly mean: Float64Array;
  /** False = the form takes no part. */
  readonly uses: (form: number) => boolean;
}

export interface Usual {
  readonly bin: Uint8Array;
  readonly bins: number;
}

/** The bin of each form. */
export function binsOf({ mean, uses }: UsualData): Usual {
  const values: number[] = [];
  for (let k = 0; k < mean.length; k++) if (uses(k)) values.push(mean[k]!);
  const sorted = Float64Array.from(values).sort();
  const wanted = Math.max(1, Math.min(MOST_BINS, Math.floor(sorted.length / FORMS_A_BIN)));
  const cuts: number[] = [];
  for (let bin = 1; bin < wanted; bin++) {
    const cut = sorted[Math.floor((bin * sorted.length) / wanted)]!;
    if (cut > (cuts.at(-1) ?? sorted[0]!)) cuts.push(cut);
  }
  const bin = new Uint8Array(mean.length);
  for (let k = 0; k < mean.length; k++) {
    let b = 0;
    while (b < cuts.length && mean[k]! >= cuts[b]!) b++;
    bin[k] = b;
  }
  return { bin, bins: cuts.length + 1 };
}

export interface UsualSums {
  /** Per rater: forms, the sum of the quantity, and its sum expected from the other raters' forms in the same bins. */
  readonly n: Int32Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Sum of expected × (1 − expected): the variance of a count, where the quantity is 0 or 1. */
  readonly binomial: Float64Array;
}

/** Sums of `quantity` weighted by `weight` (its degrees of freedom), observed and as usual. */
export function usualSums(
  data: UsualData,
  { bin, bins }: Usual,
  quantity: (form: number) => number,
  weight: (form: number) => number,
): UsualSums {
  const { rater, raters, uses } = data;
  const sum = new Float64Array(bins);
  const total = new Float64Array(bins);
  const ownSum = new Float64Array(raters * bins);
  const ownTotal = new Float64Array(raters * bins);
  const n = new Int32Array(raters);
  const observed = new Float64Array(raters);
  for (let k = 0; k < rater.length; k++) {
    if (!uses(k)) continue;
    const r = rater[k]!;
    const b = bin[k]!;
    sum[b]! += quantity(k);
    total[b]! += weight(k);
    ownSum[r * bins + b]! += quantity(k);
    ownTotal[r * bins + b]! += weight(k);
    n[r]!++;
    observed[r]! += quantity(k);
  }
  const expected = new Float64Array(raters);
  const binomial = new Float64Array(raters);
  for (let r = 0; r < raters; r++) {
    for (let b = 0; b < bins; b++) {
      const own = ownTotal[r * bins + b]!;
      if (own === 0) continue;
      const others = total[b]! - own;
      // Alone in a bin: what is usual can only be the rater's own.
      const usual = others > 0 ? (sum[b]! - ownSum[r * bins + b]!) / others : sum[b]! / total[b]!;
      expected[r]! += own * usual;
      binomial[r]! += own * usual * (1 - usual);
    }
  }
  return { n, observed, expected, binomial };
}
