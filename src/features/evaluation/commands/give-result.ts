import type { Predicate, Rating } from '#domain/rules/index.ts';
import { PREDICATES, RATINGS } from '#domain/rules/index.ts';
import type { Explained } from '#domain/schemes/index.ts';
import { decide } from '#domain/workflow/workflow.ts';
import { citeObservations } from '#features/monitoring/index.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import { explainEvidence } from '../build-evidence.ts';
import type { ResultEvidence } from '../content.ts';
import { resultGiven } from '../events.ts';
import { gatesOf, refuseGiving } from '../gates/gates.ts';
import { standingOf } from '../gates/stored.ts';
import { citedObservations } from '../grounds/stored.ts';
import { isLocal } from '../local/frame.ts';
import { assessmentOf, currentResult, resultsOf } from '../queries.ts';
import { lockAppraisal, requireOpenPeriod, type Standing } from '../roles.ts';
import { text } from '../text.ts';
import { APPRAISER_ASSESSMENT, RESULT, type ResultState } from '../transitions.ts';
import { evidenceToGive, suggestedResults } from './evidence-to-give.ts';

export interface GiveInput {
  readonly participantId: string;
  /** Made when the page was drawn: a second click finds the result already there. */
  readonly resultId: string;
  readonly revision: number;
}

/**
 * Gives the result: freezes what the appraiser wrote, lets the scheme compute the predicate and stores it with its
 * evidence and explanation, all in the one transaction that also tells the employee.
 */
export async function giveResult(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: GiveInput,
): Promise<void> {
  const standing = await lockAppraisal(tx, actor, input.participantId);
  const assessment = await assessmentOf(tx, input.participantId, 'appraiser');
  const current = await currentResult(tx, input.participantId);
  const decision = decide(RESULT, {
    state: current?.state ?? 'awaited',
    act: 'give',
    roles: standing.roles,
  });
  if (current?.id === input.resultId && standing.roles.has('appraiser')) return;
  if (!decision.ok) throw refusalOf(decision.why);
  const submission = decide(APPRAISER_ASSESSMENT, {
    state: assessment?.state ?? 'draft',
    act: 'submit',
    roles: standing.roles,
  });
  if (!submission.ok) throw refusalOf(submission.why);
  requireOpenPeriod(standing.view);
  if (!assessment || assessment.revision !== input.revision) throw new Conflict(text.stale());
  const used = standing.view.participation.scheme;
  const scheme = await schemes.load(tx, used.id, used.version);
  const gates = await gatesOf(tx, scheme, standing.view.participation, actor.personId);
  refuseGiving(gates);
  const written = await evidenceToGive(tx, scheme, actor, standing, assessment.content);
  const known = standingOf(gates);
  const evidence = known ? { ...written, standing: known } : written;
  await tx.db
    .updateTable('assessments')
    .set({ state: submission.to, submitted_at: tx.now, author_id: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', assessment.id)
    .execute();
  const act = { participantId: input.participantId, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'assessment', subjectId: assessment.id, act: 'submit' }, submission);
  await citeObservations(tx, citedObservations(evidence));
  const stored = await storeResult(tx, schemes, {
    id: input.resultId,
    standing,
    givenBy: actor.personId,
    state: 'given',
    evidence,
  });
  await recordAct(tx, { ...act, process: 'result', subjectId: input.resultId, act: 'give' }, decision);
  const suggestedResultsRating = suggestedResults(scheme, evidence);
  await announce(tx, actor, standing, { input, stored, suggestedResultsRating });
}

export interface StoredResult {
  readonly version: number;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  /** Of the agency's own scheme; null under the national one. */
  readonly score: string | null;
  readonly category: string | null;
}

/** Writes one version of the result, computed by the scheme and by nothing else. */
export async function storeResult(
  tx: Tx,
  schemes: SchemeStore,
  made: {
    readonly id: string;
    readonly standing: Standing;
    readonly givenBy: string;
    readonly state: Exclude<ResultState, 'awaited'>;
    readonly evidence: ResultEvidence;
  },
): Promise<StoredResult> {
  const { participation } = made.standing.view;
  const { scheme } = participation;
  const compiled = await schemes.load(tx, scheme.id, scheme.version);
  const explained = explainEvidence(compiled, made.evidence);
  const official = officialOf(explained);
  const local = isLocal(compiled) ? { score: explained.score, category: explained.category } : NOTHING_LOCAL;
  const earlier = await resultsOf(tx, participation.id);
  const version = (earlier[0]?.version ?? 0) + 1;
  await tx.db
    .insertInto('results')
    .values({
      agency_id: tx.agencyId,
      id: made.id,
      participant_id: participation.id,
      version,
      state: made.state,
      results_rating: official.resultsRating,
      behaviour_rating: official.behaviourRating,
      predicate: official.predicate,
      ...local,
      evidence: JSON.stringify(made.evidence),
      explanation: JSON.stringify(explained.explanation),
      scheme_id: scheme.id,
      scheme_version: scheme.version,
      given_by: made.givenBy,
      given_at: tx.now,
    })
    .execute();
  return { version, ...official, ...local };
}

const NOTHING_LOCAL = { score: null, category: null };

/** The official result of evidence that was checked before; anything else is a fault of ours. */
export function officialOf(
  explained: Explained,
): Pick<StoredResult, 'resultsRating' | 'behaviourRating' | 'predicate'> {
  const { official, explanation, problems } = explained;
  const resultsRating = RATINGS.find((rating) => rating === official.results);
  const behaviourRating = RATINGS.find((rating) => rating === official.behaviour);
  const predicate = PREDICATES.find((each) => each === official.predicate);
  if (!resultsRating || !behaviourRating || !predicate || !explanation)
    throw new Error(`the scheme refused checked evidence: ${JSON.stringify(problems)}`);
  return { resultsRating, behaviourRating, predicate };
}

async function announce(
  tx: Tx,
  actor: Actor,
  { view }: Standing,
  given: { input: GiveInput; stored: StoredResult; suggestedResultsRating: Rating | null },
): Promise<void> {
  const { participation } = view;
  const { scheme } = participation;
  await record(tx, resultGiven, {
    actorId: actor.personId,
    subject: { kind: 'result', id: given.input.resultId },
    personId: participation.person.id,
    payload: {
      participantId: participation.id,
      resultId: given.input.resultId,
      ...given.stored,
      suggestedResultsRating: given.suggestedResultsRating,
      scheme: scheme.id,
      schemeVersion: scheme.version,
    },
  });
  await notify(tx, {
    personId: participation.person.id,
    kind: 'result-given',
    parameters: { person: actor.name, period: participation.period.name },
    path: `/appraisals/${participation.id}/result`,
  });
  tx.touch(participation.appraiser?.id, participation.superior?.id);
}
