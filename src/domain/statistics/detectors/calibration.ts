// From one z for each rater to flags: an empirical null, then control of the false discovery rate.
//
// Model: most raters follow the null, so the middle of the z values shows its true centre and spread, whatever the
// theory left out (ceilings, discrete scores, dependence). z is recentred by the median and divided by 1.4826 × the
// median absolute deviation (measured spreads .94 to 1.29), then tested by the normal distribution and adjusted after
// Benjamini & Hochberg. Below thirty tests the spread cannot be learnt: z is used as it is, and the report says so.
//
// `nullFrom: 'rest'` learns centre and spread a second time without those found at twice the rate, because these widen
// the spread they are measured by. For lines against the deleted residual (drift, groups, ties) that finds a tenth more
// at a share of wrong flags of .06. Where tails are longer it would be too many: central tendency takes the middle of
// both spreads (`between`), halo all values.
// Reference: Efron 2004, JASA 99:96–104; Benjamini & Hochberg 1995, JRSS B 57:289–300.
// Must not be used to compare agencies: the null is each agency's own, so what everybody does is never flagged.
import { adjustBenjaminiHochberg } from '../multiple-testing.ts';
import { normalCdf, normalQuantile, normalUpper } from '../special.ts';

/** Fewer tests do not tell their own spread. */
export const MINIMUM_FOR_CALIBRATION = 30;
/** The standard normal deviate of power .8. */
const POWER = 0.8416212335729143;

export interface Candidate {
  readonly rater: number;
  readonly group?: number;
  readonly n: number;
  readonly effect: number;
  /** Of `z`'s numerator: (tested quantity − null) / se = z. */
  readonly se: number;
  readonly z: number;
}

export type Tail = 'lower' | 'upper' | 'both';

export interface Judged extends Candidate {
  readonly p: number;
  readonly q: number;
  /** Smallest distance from the null found four times in five, on the scale of `se`. */
  readonly detectable: number;
}

export interface Judgement {
  readonly calibration: { readonly centre: number; readonly scale: number } | null;
  readonly tests: readonly Judged[];
}

/** Where centre and spread of the null are learnt. */
export type NullFrom = 'all' | 'between' | 'rest';

/** Calibrated z, p and q of one detector's tests. */
export function judge(
  candidates: readonly Candidate[],
  tail: Tail,
  falseDiscoveryRate: number,
  nullFrom: NullFrom = 'all',
): Judgement {
  const raw = candidates.map((each) => each.z);
  const first = tested(raw, calibrationOf(raw), tail);
  const rest = raw.filter((_, index) => first.q[index]! > 2 * falseDiscoveryRate);
  const again = nullFrom !== 'all' && rest.length < raw.length ? calibrationOf(rest) : null;
  const spread = nullFrom === 'between' && first.calibration ? first.calibration.scale : again?.scale;
  const { calibration, z, p, q } =
    again && spread
      ? tested(raw, { centre: again.centre, scale: Math.sqrt(again.scale * spread) }, tail)
      : first;
  const scale = calibration?.scale ?? 1;
  const found = q.reduce((count, value) => count + (value <= falseDiscoveryRate ? 1 : 0), 0);
  const level = (falseDiscoveryRate * Math.max(1, found)) / Math.max(1, candidates.length);
  const critical = -normalQuantile(tail === 'both' ? level / 2 : level);
  const tests = candidates.map((each, index) => ({
    ...each,
    z: z[index]!,
    p: p[index]!,
    q: q[index]!,
    detectable: (critical + POWER) * each.se * scale,
  }));
  return { calibration, tests };
}

function tested(raw: readonly number[], calibration: Judgement['calibration'], tail: Tail) {
  const { centre, scale } = calibration ?? { centre: 0, scale: 1 };
  const z = raw.map((value) => (value - centre) / scale);
  const p = z.map((value) => probability(value, tail));
  return { calibration, z, p, q: adjustBenjaminiHochberg(p) };
}

function probability(z: number, tail: Tail): number {
  if (tail === 'lower') return normalCdf(z);
  if (tail === 'upper') return normalUpper(z);
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}

/** Centre and spread of most of the values; null where they are too few or all alike. */
export function calibrationOf(values: readonly number[]): { centre: number; scale: number } | null {
  if (values.length < MINIMUM_FOR_CALIBRATION) return null;
  const centre = median(values);
  const scale = 1.4826022185056018 * median(values.map((value) => Math.abs(value - centre)));
  return scale > 0 ? { centre, scale } : null;
}

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
