// Severity and leniency: how far a rater lies from the others, and how sure that is.
//
// Model: the rater's effect of the crossed fit, posterior normal with its mean and standard deviation. Not a test: a
// test for outliers among raters has no power, because the outliers themselves widen the spread it compares with. A
// rater is named when P(|severity| > Δ | data) ≥ .95, Δ being points that matter, set before results are seen.
// Assumes raters exchangeable; for that, those whose people nobody else rated are never named, and in subsets that
// nothing joins to the largest both readings (subsets equal on average; each with a mean of its own) must agree.
// Minimum: two people shared with others. Reference: decision by posterior probability, as in Normand,
// Glickman & Gatsonis 1997, JASA 92:803–814 (profiling of providers).
// Must not be used to punish a severe rater, or to coach raters towards a mean while they rate.
import { normalCdf } from '../special.ts';

export interface SeverityData {
  /** Points, positive = gives less; posterior means and standard deviations per rater. */
  readonly severity: Float64Array;
  readonly se: Float64Array;
  /** The same with each subset having a mean of its own. */
  readonly within: Float64Array;
  /** 0 unlinked, 1 weakly, 2 linked. */
  readonly link: Uint8Array;
}

export interface SeverityJudgement {
  readonly probabilitySevere: Float64Array;
  readonly probabilityLenient: Float64Array;
  /** +1 named as severe, −1 as lenient, 0 not named; per rater. */
  readonly named: Int8Array;
  readonly tested: number;
}

/** Probabilities beyond the threshold on either side, and who is named. */
export function judgeSeverity(data: SeverityData, threshold: number, least: number): SeverityJudgement {
  const raters = data.severity.length;
  const probabilitySevere = new Float64Array(raters);
  const probabilityLenient = new Float64Array(raters);
  const named = new Int8Array(raters);
  let tested = 0;
  for (let r = 0; r < raters; r++) {
    const mean = data.severity[r]!;
    const se = data.se[r]!;
    probabilitySevere[r] = beyond(mean, se, threshold);
    probabilityLenient[r] = beyond(-mean, se, threshold);
    if (data.link[r] !== 2) continue;
    tested++;
    const within = data.within[r]!;
    const total = (value: number) => beyond(value, se, threshold) + beyond(-value, se, threshold);
    if (total(mean) < least || total(within) < least || mean * within <= 0) continue;
    named[r] = mean > 0 ? 1 : -1;
  }
  return { probabilitySevere, probabilityLenient, named, tested };
}

function beyond(mean: number, se: number, threshold: number): number {
  if (!(se > 0)) return mean > threshold ? 1 : 0;
  return normalCdf((mean - threshold) / se);
}
