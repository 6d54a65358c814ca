/** What monitoring keeps, as other features and pages see it. */
import type { PlanIndicator, PlanResult } from '#features/planning/index.ts';

export type LinkState = 'unchecked' | 'reachable' | 'needs-sign-in' | 'broken' | 'unreachable';
export type FeedbackRole = 'appraiser' | 'superior' | 'colleague' | 'subordinate' | 'self';
export type FeedbackTarget = 'result' | 'indicator' | 'value';

/** Taken back by its author; it stays in the record with the reason. */
export interface Withdrawal {
  readonly at: Date;
  readonly reason: string | null;
}

export interface Evidence {
  readonly id: string;
  readonly entryId: string | null;
  readonly indicatorId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly withdrawn: Withdrawal | null;
  readonly source:
    | { readonly kind: 'file'; readonly name: string; readonly mediaType: string; readonly byteSize: number }
    | {
        readonly kind: 'link';
        readonly url: string;
        readonly state: LinkState;
        readonly checkedAt: Date | null;
      };
}

/** One realisation recorded by the employee. */
export interface Entry {
  readonly id: string;
  readonly resultId: string;
  readonly indicatorId: string;
  /** Civil date the realisation stands for. */
  readonly onDate: string;
  /** Decimal string in the unit of the target. */
  readonly value: string | null;
  readonly narrative: string | null;
  readonly createdAt: Date;
  readonly withdrawn: Withdrawal | null;
}

export interface Feedback {
  readonly id: string;
  readonly target: FeedbackTarget;
  /** Id of the result or indicator, or code of the value. */
  readonly lineId: string;
  readonly body: string;
  readonly observation: string | null;
  readonly impact: string | null;
  readonly nextStep: string | null;
  readonly author: { readonly id: string; readonly name: string; readonly role: FeedbackRole };
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface IndicatorProgress {
  readonly result: PlanResult;
  readonly indicator: PlanIndicator;
  /** Entries that count, by date. */
  readonly entries: readonly Entry[];
  /** Entries taken back, by date; they count for nothing and stay visible. */
  readonly withdrawnEntries: readonly Entry[];
  /** Entries combined by the indicator's accumulation; decimal string, null while nothing was measured. */
  readonly realisation: string | null;
  /** Percent of the target with two decimals; null where it cannot be computed. */
  readonly achievementPercent: string | null;
  /** Evidence that counts: not withdrawn, and not of a withdrawn entry. */
  readonly evidence: readonly Evidence[];
  /** Feedback on this indicator that was not withdrawn. */
  readonly feedback: readonly Feedback[];
}
