/** Arranging a second look: ordered because of a conflict, somebody asked, declined, replaced, cancelled. */
import { decide } from '#domain/workflow/workflow.ts';
import { type ConflictOptions, findCase, mayDecide, settleCase } from '#features/conflicts/index.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import { lookAsked, lookCancelled, lookDeclined, lookOrdered } from '../events.ts';
import { LOOK, type LookAct } from '../transitions.ts';
import { appraisersIn, candidatesFor } from './candidates.ts';
import { type Look, listLooks } from './queries.ts';
import { type LookStanding, requireLook, rolesAmong } from './standing.ts';
import { text } from './text.ts';

/**
 * Writes the act that the table allows; returns the state it leads to. It is no act of the appraisal itself: the
 * employee reads the outcome in words, and not who was asked or what the superior noted.
 */
export async function actOn(
  tx: Tx,
  actor: Actor,
  { look, readers }: LookStanding,
  what: { readonly act: LookAct; readonly reason?: string },
): Promise<string> {
  const decision = decide(LOOK, {
    state: look.state,
    act: what.act,
    roles: rolesAmong(readers),
    reason: what.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  await recordAct(
    tx,
    {
      process: 'second-look',
      subjectId: look.id,
      act: what.act,
      actorId: actor.personId,
      reason: what.reason,
    },
    decision,
  );
  return decision.to;
}

/** Settles a conflict by a second appraiser: the second look is made here, its appraiser is chosen next. */
export async function orderForConflict(
  tx: Tx,
  services: Pick<ConflictOptions, 'schemes'>,
  actor: Actor,
  input: { readonly id: string; readonly caseId: string; readonly reason: string },
  today: string,
): Promise<string> {
  const about = await findCase(tx, input.caseId);
  if (!about) throw new NotFound();
  const [known] = await listLooks(tx, { caseId: about.id, states: ['waiting', 'asked', 'given'] });
  if (known && mayDecide(actor, about)) return known.id;
  await settleCase(
    tx,
    services,
    actor,
    { id: about.id, settlement: 'second-appraiser', substituteId: null, reason: input.reason },
    today,
  );
  const made = await tx.db
    .insertInto('second_looks')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: about.periodId,
      participant_id: about.participantId,
      cause: 'conflict',
      case_id: about.id,
      state: 'waiting',
      created_by: actor.personId,
      revision: 0,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return (await lookOf(tx, about.participantId)).id;
  await record(tx, lookOrdered, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: made.id },
    personId: about.rateeId,
    payload: { participantId: about.participantId, cause: 'conflict' },
  });
  return made.id;
}

/** One that was drawn by lot serves a conflict too. */
async function lookOf(tx: Tx, participantId: string): Promise<{ readonly id: string }> {
  return tx.db
    .selectFrom('second_looks')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirstOrThrow();
}

export async function askSecond(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly id: string; readonly appraiserId: string; readonly dueOn: string },
  today: string,
): Promise<void> {
  const standing = await requireLook(tx, actor, input.id, { lock: true });
  const { look } = standing;
  if (look.state === 'asked' && look.secondId === input.appraiserId && look.dueOn === input.dueOn) return;
  if (input.dueOn < today) throw new Refusal(text.dueEarlier(), 'dueOn');
  const state = await actOn(tx, actor, standing, { act: 'ask' });
  const fitting = await candidatesFor(tx, schemes, look, today, await appraisersIn(tx, look.periodId));
  if (!fitting.some(({ id }) => id === input.appraiserId))
    throw new Refusal(text.notFitting(), 'appraiserId');
  await tx.db
    .updateTable('second_looks')
    .set({
      state,
      appraiser_id: input.appraiserId,
      asked_by: actor.personId,
      asked_at: tx.now,
      due_on: input.dueOn,
      content: null,
      revision: 0,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  await record(tx, lookAsked, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: look.id },
    payload: { participantId: look.participantId, appraiserId: input.appraiserId, dueOn: input.dueOn },
  });
  await notify(tx, {
    personId: input.appraiserId,
    kind: 'second-look-asked',
    parameters: { period: look.periodName, date: formatDate(input.dueOn) },
    path: `/second-looks/${look.id}`,
  });
  tx.touch(actor.personId);
}

/** Asks the first proposal of everybody that waits in the officer's scope; returns how many. */
export async function askAllProposed(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly periodId: string; readonly dueOn: string },
  today: string,
): Promise<number> {
  const waiting = await listLooks(tx, {
    periodId: input.periodId,
    states: ['waiting'],
    scope: actor.officer,
  });
  let known = await appraisersIn(tx, input.periodId);
  let asked = 0;
  for (const look of waiting) {
    const [first] = await candidatesFor(tx, schemes, look, today, known);
    if (!first || look.rateeId === actor.personId) continue;
    if (look.firstId === actor.personId || look.superiorId === actor.personId) continue;
    await askSecond(tx, schemes, actor, { id: look.id, appraiserId: first.id, dueOn: input.dueOn }, today);
    known = known.map((row) => (row.id === first.id ? { ...row, load: row.load + 1 } : row));
    asked += 1;
  }
  return asked;
}

/** Back to the list: by who was asked, or by an officer who asks somebody else. */
export async function giveBackLook(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly act: 'decline' | 'replace'; readonly reason: string },
): Promise<void> {
  const standing = await requireLook(tx, actor, input.id, { lock: true });
  const { look } = standing;
  const reason = input.reason.trim();
  const state = await actOn(tx, actor, standing, { act: input.act, reason });
  if (!look.secondId) throw new Conflict(text.nobodyAsked());
  const kind = input.act === 'decline' ? 'declined' : 'replaced';
  await tx.db
    .insertInto('second_look_declines')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      look_id: look.id,
      appraiser_id: look.secondId,
      kind,
      reason,
      recorded_by: actor.personId,
      recorded_at: tx.now,
    })
    .execute();
  await tx.db
    .updateTable('second_looks')
    .set({
      state,
      appraiser_id: null,
      asked_by: null,
      asked_at: null,
      due_on: null,
      content: null,
      revision: 0,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  await record(tx, lookDeclined, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: look.id },
    payload: { participantId: look.participantId, kind, reason },
  });
  await tellAsker(tx, look, actor, kind);
}

async function tellAsker(tx: Tx, look: Look, actor: Actor, kind: 'declined' | 'replaced'): Promise<void> {
  const row = await tx.db
    .selectFrom('acts')
    .select('actor_id')
    .where('agency_id', '=', tx.agencyId)
    .where('process', '=', 'second-look')
    .where('subject_id', '=', look.id)
    .where('act', '=', 'ask')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (kind === 'declined')
    await notify(tx, {
      personId: row?.actor_id,
      kind: 'second-look-declined',
      parameters: { person: actor.name },
      path: `/second-looks/${look.id}`,
    });
  tx.touch(look.secondId, actor.personId);
}

export async function cancelLook(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const standing = await requireLook(tx, actor, input.id, { lock: true });
  const { look } = standing;
  if (look.cause === 'lot') throw new NotAllowed();
  const reason = input.reason.trim();
  const state = await actOn(tx, actor, standing, { act: 'cancel', reason });
  await tx.db
    .updateTable('second_looks')
    .set({ state })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  await record(tx, lookCancelled, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: look.id },
    personId: look.rateeId,
    payload: { participantId: look.participantId, reason },
  });
  tx.touch(look.secondId);
}
