import type { Predicate, Rating } from '#domain/rules/index.ts';
import { PREDICATES, RATINGS } from '#domain/rules/index.ts';
import type { Explained } from '#domain/schemes/index.ts';
import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { buildEvidence, explainEvidence } from '../build-evidence.ts';
import { problemsOfRating, ratedLines } from '../check-rating.ts';
import type { ResultEvidence } from '../content.ts';
import { resultGiven } from '../events.ts';
import { lineBasis } from '../line-basis.ts';
import { assessmentOf, currentResult, resultsOf } from '../queries.ts';
import { lockAppraisal, requireOpenPeriod, type Standing } from '../roles.ts';
import { suggestionOf } from '../schemes.ts';
import { text } from '../text.ts';
import { APPRAISER_ASSESSMENT, RESULT, type ResultState } from '../transitions.ts';

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
  const evidence = await evidenceOf(tx, schemes, actor, standing, assessment.content);
  await tx.db
    .updateTable('assessments')
    .set({ state: submission.to, submitted_at: tx.now, author_id: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', assessment.id)
    .execute();
  const act = { participantId: input.participantId, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'assessment', subjectId: assessment.id, act: 'submit' }, submission);
  const stored = await storeResult(tx, schemes, {
    id: input.resultId,
    standing,
    givenBy: actor.personId,
    state: 'given',
    evidence,
  });
  await recordAct(tx, { ...act, process: 'result', subjectId: input.resultId, act: 'give' }, decision);
  await announce(tx, schemes, actor, standing, { input, stored, evidence });
}

async function evidenceOf(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  { view }: Standing,
  content: Parameters<typeof buildEvidence>[0]['content'],
): Promise<ResultEvidence> {
  const { participation } = view;
  const agreed = await agreedContent(tx, participation.id);
  if (!agreed) throw new Refusal(text.noPlan());
  const scheme = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  const lines = ratedLines(agreed.content, content);
  const suggestion = lines && suggestionOf(scheme, lines);
  if (Object.keys(problemsOfRating(agreed.content, content, suggestion)).length > 0)
    throw new Refusal(text.incomplete());
  const self = await assessmentOf(tx, participation.id, 'self');
  return buildEvidence({
    plan: agreed.content,
    planVersion: agreed.version,
    content,
    self: self?.state === 'submitted' ? self.content : null,
    // Kept as an office would write it, whatever language the appraiser reads.
    basis: await withLocale('id', () => lineBasis(tx, participation.id, agreed.content)),
    who: actor.name,
    at: tx.now,
  });
}

export interface StoredResult {
  readonly version: number;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
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
  const explained = explainEvidence(await schemes.load(tx, scheme.id, scheme.version), made.evidence);
  const official = officialOf(explained);
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
      evidence: JSON.stringify(made.evidence),
      explanation: JSON.stringify(explained.explanation),
      scheme_id: scheme.id,
      scheme_version: scheme.version,
      given_by: made.givenBy,
      given_at: tx.now,
    })
    .execute();
  return { version, ...official };
}

/** The official result of evidence that was checked before; anything else is a fault of ours. */
export function officialOf(explained: Explained): Omit<StoredResult, 'version'> {
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
  schemes: SchemeStore,
  actor: Actor,
  { view }: Standing,
  given: { input: GiveInput; stored: StoredResult; evidence: ResultEvidence },
): Promise<void> {
  const { participation } = view;
  const { scheme } = participation;
  const { version, ...official } = given.stored;
  const { lines } = given.evidence.scheme.results;
  const suggestion = lines && suggestionOf(await schemes.load(tx, scheme.id, scheme.version), lines);
  await record(tx, resultGiven, {
    actorId: actor.personId,
    subject: { kind: 'result', id: given.input.resultId },
    personId: participation.person.id,
    payload: {
      participantId: participation.id,
      resultId: given.input.resultId,
      version,
      ...official,
      suggestedResultsRating: suggestion?.suggested ?? null,
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
