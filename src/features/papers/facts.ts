/** What the papers of one appraisal rest on, as read from the database; assemble.ts turns it into papers. */
import type { Explanation } from '#domain/explanation.ts';
import type { OrganisationPredicate, Predicate, Rating } from '#domain/rules/index.ts';
import type { IndicatorProgress } from '#features/monitoring/index.ts';
import type { PersonInBrief } from '#features/periods/index.ts';
import type { AgreedPlan, PlanContent } from '#features/planning/index.ts';
import type { Emblem } from './types.ts';

export interface AgencyFacts {
  readonly name: string;
  readonly zone: string;
  /** Where papers are signed unless somebody says otherwise. */
  readonly place: string;
  readonly emblem: Emblem | null;
}

export interface Stage {
  /** 1, 2, …; the whole period is `null` and printed as `Akhir`. */
  readonly ordinal: number;
  readonly name: string;
  readonly startsOn: string;
  /** Last day, inclusive. */
  readonly endsOn: string;
}

export interface Subject {
  readonly participantId: string;
  readonly periodId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly unitId: string;
  readonly person: PersonInBrief;
  readonly appraiser: PersonInBrief | null;
  readonly superior: PersonInBrief | null;
}

export type FeedbackAuthor = 'appraiser' | 'superior' | 'colleague' | 'subordinate' | 'self';

export interface FeedbackLine {
  readonly target: 'result' | 'indicator' | 'value';
  readonly lineId: string;
  readonly body: string;
  readonly role: FeedbackAuthor;
  readonly createdAt: Date;
}

export interface ResultFacts {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  /** Of the agency's own scheme; null under the national one. */
  readonly score: string | null;
  readonly category: string | null;
  readonly explanation: Explanation;
  readonly notes: string;
  /** Whoever gave the rating, also where the superior changed it later. */
  readonly givenBy: PersonInBrief | null;
  readonly givenAt: Date;
  readonly ratifiedAt: Date | null;
  readonly receivedOn: string | null;
  readonly objectionDeadline: string | null;
  readonly objection: ObjectionFacts | null;
}

export interface ObjectionFacts {
  readonly body: string;
  readonly filedOn: string;
  readonly explanation: string | null;
  readonly decision: 'upheld' | 'changed' | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: PersonInBrief | null;
  /** Predicate before the decision. */
  readonly predicateBefore: Predicate;
}

export interface AppraisalFacts {
  readonly subject: Subject;
  readonly stages: readonly Stage[];
  readonly plan: AgreedPlan | null;
  readonly planAgreedBy: PersonInBrief | null;
  readonly draft: { readonly content: PlanContent; readonly state: string } | null;
  readonly progress: readonly IndicatorProgress[];
  readonly feedback: readonly FeedbackLine[];
  /** Statements of the leaders' results that lines of the plan serve, by result id. */
  readonly served: ReadonlyMap<string, string>;
  /** The result in force. */
  readonly result: ResultFacts | null;
  readonly organisationPredicate: OrganisationPredicate | null;
}
