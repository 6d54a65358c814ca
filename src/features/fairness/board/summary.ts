/** What the figures can tell and what not, as facts for the first sentences of the board. Pure. */
import type { FittedModel } from '#domain/statistics/fairness/types.ts';
import type { StoredFlag, StoredRatee, StoredRater, StoredReport } from '../store/types.ts';

export interface Summary {
  readonly forms: number;
  readonly people: number;
  readonly raters: number;
  /** Tied to others firmly enough, within the largest part of the graph. */
  readonly comparable: number;
  /** Weakly tied, or tied within a smaller part only. */
  readonly limited: number;
  readonly unlinked: number;
  /** Of the differences between forms, how much comes from who rated: 0 to 1; null where not estimable. */
  readonly raterShare: number | null;
  readonly patterns: number;
  readonly patternRaters: number;
}

export function summaryOf(
  report: StoredReport,
  raters: readonly StoredRater[],
  ratees: readonly StoredRatee[] | null,
  flags: readonly StoredFlag[],
): Summary {
  const comparable = raters.filter(isComparable).length;
  const unlinked = raters.filter(({ link }) => link === 'unlinked').length;
  return {
    forms: ratees ? ratees.reduce((sum, ratee) => sum + ratee.n, 0) : report.counts.forms,
    people: ratees ? ratees.length : report.counts.ratees,
    raters: raters.length,
    comparable,
    limited: raters.length - comparable - unlinked,
    unlinked,
    raterShare: report.model.kind === 'estimated' ? sharesOf(report.model).rater : null,
    patterns: flags.length,
    patternRaters: new Set(flags.map(({ raterId }) => raterId)).size,
  };
}

/** Comparable with most others: linked, and in the largest part of the graph. */
export function isComparable({ link, subset }: Pick<StoredRater, 'link' | 'subset'>): boolean {
  return link === 'linked' && subset === 0;
}

export interface VarianceShares {
  readonly ratee: number;
  readonly rater: number;
  readonly residual: number;
}

/** Parts of the variance of one form's score; they add up to 1, or are all 0 where nothing varies. */
export function sharesOf({ variance }: FittedModel): VarianceShares {
  const total = variance.ratee + variance.rater + variance.residual;
  const share = (part: number) => (total > 0 ? part / total : 0);
  return { ratee: share(variance.ratee), rater: share(variance.rater), residual: share(variance.residual) };
}
