/** The other two voices of an objection: the appraiser explains, the superior decides, and that is final. */

import type { Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { isLocalEvidence, type ResultEvidence } from '../content.ts';
import { objectionDecided, objectionExplained } from '../events.ts';
import { withOfficial } from '../local/build-local.ts';
import { type Objection, objectionOf, type Result } from '../queries.ts';
import type { Standing } from '../roles.ts';
import { text } from '../text.ts';
import { type ActInput, beginAct, eventOf, setResult } from './begin-act.ts';
import { storeResult } from './give-result.ts';

export async function explainResult(
  tx: Tx,
  actor: Actor,
  input: ActInput & { readonly reason: string },
): Promise<void> {
  const { standing, result, decision } = await beginAct(tx, actor, 'explain', input);
  const objection = await objectionTo(tx, result);
  const { participation } = standing.view;
  await setResult(tx, result, { state: decision.to });
  await tx.db
    .updateTable('objections')
    .set({ explanation: input.reason.trim(), explained_by: actor.personId, explained_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', objection.id)
    .execute();
  const act = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'result', act: 'explain', reason: input.reason }, decision);
  await record(tx, objectionExplained, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: eventOf(result),
  });
  await tell(tx, standing, 'objection-explained', [participation.person.id, participation.superior?.id], {
    date: formatDate(objection.decisionDueOn),
  });
}

export interface DecisionInput extends ActInput {
  readonly reason: string;
  readonly zone: string;
  readonly decision: 'upheld' | 'changed';
  /** The new ratings of a change. */
  readonly ratings: { readonly results: Rating; readonly behaviour: Rating } | null;
  /** Id of the new version, made when the page was drawn. */
  readonly newResultId: string;
}

/** The decision of the appraiser's superior is final; a change is a new version beside the old one. */
export async function decideObjection(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: DecisionInput,
): Promise<void> {
  const act = input.decision === 'upheld' ? 'uphold' : 'change';
  const { standing, result, decision } = await beginAct(tx, actor, act, input);
  const objection = await objectionTo(tx, result);
  if (result.state === 'objected' && todayIn(input.zone, tx.now) <= objection.explanationDueOn)
    throw new Refusal(text.explanationAwaited({ date: formatDate(objection.explanationDueOn) }), 'decision');
  const changed = input.decision === 'changed';
  await setResult(tx, result, { state: decision.to, ...(changed ? { superseded_at: tx.now } : {}) });
  const stored = changed ? await storeChange(tx, schemes, actor, standing, { input, result }) : undefined;
  await tx.db
    .updateTable('objections')
    .set({
      decision: input.decision,
      decision_reason: input.reason.trim(),
      decided_by: actor.personId,
      decided_at: tx.now,
      new_result_id: changed ? input.newResultId : null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', objection.id)
    .execute();
  const { participation } = standing.view;
  const row = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...row, process: 'result', act, reason: input.reason }, decision);
  await record(tx, objectionDecided, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: {
      ...eventOf(result),
      decision: input.decision,
      newResultId: changed ? input.newResultId : null,
      predicate: stored?.predicate ?? result.predicate,
    },
  });
  await tell(tx, standing, 'objection-decided', [participation.person.id, participation.appraiser?.id], {});
}

async function objectionTo(tx: Tx, result: Result): Promise<Objection> {
  const objection = await objectionOf(tx, result.participantId);
  if (objection?.resultId !== result.id) throw new Conflict(text.changed());
  return objection;
}

async function storeChange(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  standing: Standing,
  from: { input: DecisionInput; result: Result },
) {
  const { input, result } = from;
  const { ratings } = input;
  if (!ratings) throw new Refusal(text.decisionMissing(), 'results-rating');
  if (ratings.results === result.resultsRating && ratings.behaviour === result.behaviourRating)
    throw new Refusal(text.ratingsUnchanged(), 'results-rating');
  const engine = await schemes.load(tx, result.schemeId, result.schemeVersion);
  const stored = await storeResult(tx, schemes, {
    id: input.newResultId,
    standing,
    givenBy: actor.personId,
    state: 'decided',
    evidence: changedEvidence(engine, result, {
      ratings,
      who: actor.name,
      when: tx.now.toISOString(),
      note: input.reason.trim(),
    }),
  });
  await tx.db
    .updateTable('results')
    .set({
      ratified_by: actor.personId,
      ratified_at: tx.now,
      received_on: todayIn(input.zone, tx.now),
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.newResultId)
    .execute();
  return stored;
}

/**
 * The evidence of the old version with the superior's two ratings in place of the appraiser's. Where the ratings of
 * the lines would not permit them the lines no longer carry the result; they stay readable in the old version.
 */
export function changedEvidence(
  engine: CompiledScheme,
  result: Result,
  by: {
    readonly ratings: { readonly results: Rating; readonly behaviour: Rating };
    readonly who: string;
    readonly when: string;
    readonly note: string;
  },
): ResultEvidence {
  const { evidence } = result;
  if (isLocalEvidence(evidence)) return withOfficial(evidence, by);
  const source = { who: by.who, when: by.when, note: by.note };
  const scheme = {
    results: { ...evidence.scheme.results, rating: by.ratings.results },
    behaviour: { ...evidence.scheme.behaviour, rating: by.ratings.behaviour },
  };
  const permitted = engine.evaluate(scheme).problems.length === 0;
  return {
    ...evidence,
    scheme: permitted ? scheme : { ...scheme, results: { rating: by.ratings.results } },
    annotations: {
      ...evidence.annotations,
      'results.rating': { ...evidence.annotations['results.rating'], ...source },
      'behaviour.rating': { ...evidence.annotations['behaviour.rating'], ...source },
    },
  };
}

async function tell(
  tx: Tx,
  { view }: Standing,
  kind: 'objection-explained' | 'objection-decided',
  personIds: readonly (string | null | undefined)[],
  more: Record<string, string>,
): Promise<void> {
  const { participation } = view;
  const told = {
    kind,
    parameters: { person: participation.person.name, period: participation.period.name, ...more },
    path: `/appraisals/${participation.id}/result`,
  };
  await notify(tx, ...[...new Set(personIds)].map((personId) => ({ ...told, personId })));
  tx.touch(participation.person.id, participation.appraiser?.id, participation.superior?.id);
}
