/** What an officer decides about results: whether an unusual batch counts, and what the public sees. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, unitsBelow } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { peopleOfUnits } from '../counters/queries.ts';
import { surveyEvents } from '../events.ts';
import { isSettled, type Round, requireRound, requireRoundCounter } from '../rounds/queries.ts';
import {
  type BatchAct,
  type BatchState,
  batchTransitions,
  mayManage,
  type PublicationAct,
  publicationTransitions,
  rolesFor,
} from '../transitions.ts';
import { type UnitResult, unitResult, unitsWithResults } from './figures.ts';
import { publishedFigures } from './published.ts';
import { text } from './text.ts';

/** Keeps or leaves out a flagged batch. What was published stays as it was shown: it is withdrawn first. */
export async function decideBatch(
  tx: Tx,
  actor: Actor,
  given: {
    readonly roundId: string;
    readonly batchId: string;
    readonly act: BatchAct;
    readonly reason: string;
  },
): Promise<void> {
  const round = await requireRound(tx, actor, given.roundId, { lock: 'update' });
  const row = isId(given.batchId)
    ? await tx.db
        .selectFrom('survey_batches')
        .select(['id', 'counter_id', 'state', 'from_day', 'answers'])
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', round.id)
        .where('id', '=', given.batchId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  const counter = requireRoundCounter(round, row.counter_id);
  const reason = given.reason.trim();
  const decision = decide(batchTransitions, {
    state: row.state as BatchState,
    act: given.act,
    roles: rolesFor(actor, counter.unitId),
    reason,
  });
  await recordAct(
    tx,
    { process: 'survey-batch', subjectId: row.id, act: given.act, actorId: actor.personId, reason },
    decision,
  );
  if (await currentPublication(tx, round.id)) throw new Conflict(text.withdrawFirst());
  await tx.db
    .updateTable('survey_batches')
    .set({
      state: decision.ok ? decision.to : row.state,
      reason,
      decided_by: actor.personId,
      decided_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await record(tx, surveyEvents.batchDecided, {
    actorId: actor.personId,
    subject: { kind: 'survey-batch', id: row.id },
    payload: {
      round: round.name,
      counter: counter.name,
      day: row.from_day,
      answers: row.answers,
      act: given.act,
      reason,
    },
  });
}

async function currentPublication(tx: Tx, roundId: string, unitId?: string) {
  let query = tx.db
    .selectFrom('survey_publications')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('withdrawn_at', 'is', null);
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId);
  return query.executeTakeFirst();
}

/** Publishes a settled round's result of a unit as it stands now, or takes it back with a reason. */
export async function actOnPublication(
  tx: Tx,
  actor: Actor,
  given: {
    readonly roundId: string;
    readonly unitId: string;
    readonly act: PublicationAct;
    readonly reason: string;
    readonly today: string;
  },
): Promise<void> {
  const round = await requireRound(tx, actor, given.roundId, { lock: 'update' });
  const unit = unitsWithResults(round).find(({ id }) => id === given.unitId);
  if (!unit) throw new NotFound();
  if (!mayManage(actor, unit.id)) throw new NotAllowed();
  const current = await currentPublication(tx, round.id, unit.id);
  const decision = decide(publicationTransitions, {
    state: current ? 'published' : 'unpublished',
    act: given.act,
    roles: rolesFor(actor, unit.id),
    reason: given.reason,
  });
  const id = current?.id ?? newId();
  await recordAct(
    tx,
    {
      process: 'survey-publication',
      subjectId: id,
      act: given.act,
      actorId: actor.personId,
      reason: given.reason,
    },
    decision,
  );
  const about = { id, round, unit, actor };
  if (given.act === 'withdraw') return withdraw(tx, about, given.reason.trim());
  return publish(tx, about, given.today);
}

interface About {
  readonly id: string;
  readonly round: Round;
  readonly unit: { readonly id: string; readonly name: string };
  readonly actor: Actor;
}

async function withdraw(tx: Tx, { id, round, unit, actor }: About, reason: string): Promise<void> {
  await tx.db
    .updateTable('survey_publications')
    .set({ withdrawn_by: actor.personId, withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  await record(tx, surveyEvents.withdrawn, {
    actorId: actor.personId,
    subject: { kind: 'survey-publication', id },
    payload: { round: round.name, unit: unit.name, reason },
  });
}

/** Publishes the result as it stands now, and tells the people of the unit. */
async function publish(tx: Tx, { id, round, unit, actor }: About, today: string): Promise<void> {
  const result = await unitResult(tx, round, unit);
  const stop = notReady(round, result);
  if (stop) throw new Conflict(stop);
  await tx.db
    .insertInto('survey_publications')
    .values({
      agency_id: tx.agencyId,
      id,
      round_id: round.id,
      unit_id: unit.id,
      figures: JSON.stringify(publishedFigures(round, result)),
      published_by: actor.personId,
      published_at: tx.now,
    })
    .execute();
  await record(tx, surveyEvents.published, {
    actorId: actor.personId,
    subject: { kind: 'survey-publication', id },
    payload: { round: round.name, unit: unit.name },
  });
  const people = await peopleOfUnits(tx, await unitsBelow(tx, [unit.id]), today);
  await notify(
    tx,
    ...people.map(({ id: personId }) => ({
      personId,
      kind: 'survey-published' as const,
      parameters: { what: round.name },
      path: `/surveys/rounds/${round.id}/units/${unit.id}`,
      dedupeKey: `survey-published:${id}`,
    })),
  );
}

/** Why a unit's result cannot be published or used yet. */
export function notReady(
  round: Parameters<typeof isSettled>[0],
  result: Pick<UnitResult, 'figures' | 'batches'>,
): string | undefined {
  if (!isSettled(round)) return text.notSettled();
  if (result.batches.some(({ state }) => state === 'flagged')) return text.decideFirst();
  return result.figures ? undefined : text.tooFew();
}
