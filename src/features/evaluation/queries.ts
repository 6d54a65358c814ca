/** What is known of one appraisal's evaluation: assessments, results with their acts, the objection. */
import type { Explanation } from '#domain/explanation.ts';
import type { Predicate, Rating } from '#domain/rules/index.ts';
import { peopleInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import {
  EMPTY_RATING,
  EMPTY_SELF,
  type RatingContent,
  type ResultEvidence,
  ratingContentSchema,
  resultEvidenceSchema,
  type SelfContent,
  selfContentSchema,
} from './content.ts';
import type { AssessmentState, Ground, ResultAct, ResultState } from './transitions.ts';

export type Voice = 'self' | 'appraiser';
type ContentOf = { self: SelfContent; appraiser: RatingContent };

export interface Assessment<Content> {
  readonly id: string;
  readonly state: AssessmentState;
  readonly content: Content;
  /** Grows with every saved change; 0 before the first. */
  readonly revision: number;
  readonly authorId: string;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
}

/** The assessment that this voice has begun; undefined before its first draft. */
export async function assessmentOf<V extends Voice>(
  tx: Tx,
  participantId: string,
  voice: V,
): Promise<Assessment<ContentOf[V]> | undefined> {
  const row = await tx.db
    .selectFrom('assessments')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('voice', '=', voice)
    .executeTakeFirst();
  if (!row) return undefined;
  const content =
    voice === 'self'
      ? selfContentSchema.parse({ ...EMPTY_SELF, ...(row.content as object) })
      : ratingContentSchema.parse({ ...EMPTY_RATING, ...(row.content as object) });
  return {
    id: row.id,
    state: row.state as AssessmentState,
    // The voice chose the schema just above.
    content: content as ContentOf[V],
    revision: row.revision,
    authorId: row.author_id,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
  };
}

export interface Result {
  readonly id: string;
  readonly participantId: string;
  readonly version: number;
  readonly state: Exclude<ResultState, 'awaited'>;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  /** What the scheme of the agency says beside the official predicate; null under the national scheme. */
  readonly score: string | null;
  readonly category: string | null;
  readonly evidence: ResultEvidence;
  readonly explanation: Explanation;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly ratifiedBy: string | null;
  readonly ratifiedAt: Date | null;
  /** Civil date of receipt: the day it was ratified, for from then on it stands in Tera. */
  readonly receivedOn: string | null;
  readonly objectionDeadline: string | null;
  readonly acceptedAt: Date | null;
  readonly supersededAt: Date | null;
}

/** The result in force; undefined while none is, also after one was withdrawn or revoked. */
export async function currentResult(tx: Tx, participantId: string): Promise<Result | undefined> {
  const results = await resultsOf(tx, participantId);
  return results.find((result) => result.supersededAt === null);
}

/** Every version, the latest first. */
export async function resultsOf(tx: Tx, participantId: string): Promise<readonly Result[]> {
  const rows = await tx.db
    .selectFrom('results')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    version: row.version,
    state: row.state as Result['state'],
    resultsRating: row.results_rating as Rating,
    behaviourRating: row.behaviour_rating as Rating,
    predicate: row.predicate as Predicate,
    score: row.score,
    category: row.category,
    evidence: resultEvidenceSchema.parse(row.evidence),
    // Written by the scheme engine and by nothing else.
    explanation: row.explanation as unknown as Explanation,
    schemeId: row.scheme_id,
    schemeVersion: row.scheme_version,
    givenBy: row.given_by,
    givenAt: row.given_at,
    ratifiedBy: row.ratified_by,
    ratifiedAt: row.ratified_at,
    receivedOn: row.received_on,
    objectionDeadline: row.objection_deadline,
    acceptedAt: row.accepted_at,
    supersededAt: row.superseded_at,
  }));
}

export interface Objection {
  readonly id: string;
  readonly resultId: string;
  readonly body: string;
  readonly filedAt: Date;
  readonly filedOn: string;
  readonly explanationDueOn: string;
  readonly decisionDueOn: string;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: Date | null;
  readonly decision: 'upheld' | 'changed' | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly newResultId: string | null;
}

/** The latest objection of this appraisal; a revoked result and its successor may each have had one. */
export async function objectionOf(tx: Tx, participantId: string): Promise<Objection | undefined> {
  const row = await tx.db
    .selectFrom('objections')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .orderBy('filed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      resultId: row.result_id,
      body: row.body,
      filedAt: row.filed_at,
      filedOn: row.filed_on,
      explanationDueOn: row.explanation_due_on,
      decisionDueOn: row.decision_due_on,
      explanation: row.explanation,
      explainedBy: row.explained_by,
      explainedAt: row.explained_at,
      decision: row.decision as Objection['decision'],
      decisionReason: row.decision_reason,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      newResultId: row.new_result_id,
    }
  );
}

export interface PastAct {
  readonly process: 'assessment' | 'result';
  readonly subjectId: string;
  readonly act: ResultAct | 'submit' | 'reopen';
  readonly actor: string | null;
  readonly actorId: string | null;
  readonly at: Date;
  readonly reason: string | null;
  readonly ground: Ground | null;
}

/** Acts on assessments and results, the latest first, with the names of who acted. */
export async function evaluationActs(tx: Tx, participantId: string, on: string): Promise<readonly PastAct[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('process', 'in', ['assessment', 'result'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const ids = rows.map((row) => row.actor_id).filter((id): id is string => id !== null);
  const people = await peopleInBrief(tx, ids, on);
  return rows.map((row) => ({
    process: row.process as PastAct['process'],
    subjectId: row.subject_id,
    act: row.act as PastAct['act'],
    actor: row.actor_id ? (people.get(row.actor_id)?.name ?? null) : null,
    actorId: row.actor_id,
    at: row.at,
    reason: row.reason,
    ground: row.ground as Ground | null,
  }));
}
