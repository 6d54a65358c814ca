/** Proposing an innovation, changing it while it waits, and saying whose it is. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { innovationEdited, innovationMembers, innovationProposed } from '../events.ts';
import type { Innovation } from '../queries.ts';
import { text } from '../text.ts';
import { INNOVATION } from '../transitions.ts';
import { lockInnovation } from './lock.ts';

export interface Words {
  readonly title: string;
  readonly problem: string;
  readonly idea: string;
}

export interface Place {
  readonly unitId: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly component: string;
}

const MOST_MEMBERS = 20;

/** A second click finds the innovation already there. */
export async function proposeInnovation(
  tx: Tx,
  actor: Actor,
  input: {
    readonly id: string;
    readonly words: Words;
    readonly place: Place;
    readonly nips: readonly string[];
  },
): Promise<void> {
  const memberIds = await membersByNip(tx, actor, input.nips);
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('innovations')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      ...input.words,
      scheme_id: input.place.scheme.id,
      scheme_version: input.place.scheme.version,
      component: input.place.component,
      unit_id: input.place.unitId,
      proposed_by: actor.personId,
      state: 'proposed',
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirst();
  if (!inserted) return;
  await addMembers(tx, actor, input.id, memberIds);
  await recordAct(
    tx,
    { process: 'innovation', subjectId: input.id, act: 'propose', actorId: actor.personId },
    { ok: true, from: 'new', to: 'proposed' },
  );
  await record(tx, innovationProposed, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: input.id },
    personId: actor.personId,
    payload: { title: input.words.title },
  });
  await notify(
    tx,
    ...memberIds
      .filter((id) => id !== actor.personId)
      .map((personId) => ({
        personId,
        kind: 'innovation-joined' as const,
        parameters: { person: actor.name, what: input.words.title },
        path: `/innovations/${input.id}`,
      })),
  );
  tx.touch(...memberIds);
}

export async function editInnovation(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly words: Words; readonly nips: readonly string[] },
): Promise<void> {
  const { innovation, roles } = await lockInnovation(tx, actor, input.id);
  const decision = decide(INNOVATION, { state: innovation.state, act: 'edit', roles });
  if (!decision.ok) throw refusalOf(decision.why);
  const memberIds = await membersByNip(tx, actor, input.nips);
  await tx.db
    .updateTable('innovations')
    .set({ ...input.words, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.id)
    .execute();
  await changeMembers(tx, actor, innovation, memberIds);
  await record(tx, innovationEdited, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: input.id },
    payload: { title: input.words.title },
  });
  tx.touch(...innovation.members.map(({ id }) => id));
}

async function changeMembers(
  tx: Tx,
  actor: Actor,
  innovation: Innovation,
  wanted: readonly string[],
): Promise<void> {
  const present = innovation.members.map(({ id }) => id);
  const added = wanted.filter((id) => !present.includes(id));
  const removed = present.filter((id) => !wanted.includes(id));
  if (added.length + removed.length === 0) return;
  if (removed.length > 0)
    await tx.db
      .deleteFrom('innovation_members')
      .where('agency_id', '=', tx.agencyId)
      .where('innovation_id', '=', innovation.id)
      .where('person_id', 'in', removed)
      .execute();
  if (added.length > 0) await addMembers(tx, actor, innovation.id, added);
  await record(tx, innovationMembers, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: innovation.id },
    payload: { title: innovation.title, added, removed },
  });
}

async function addMembers(tx: Tx, actor: Actor, innovationId: string, ids: readonly string[]): Promise<void> {
  await tx.db
    .insertInto('innovation_members')
    .values(
      ids.map((person_id) => ({
        agency_id: tx.agencyId,
        innovation_id: innovationId,
        person_id,
        added_by: actor.personId,
        added_at: tx.now,
      })),
    )
    .execute();
}

/** The actor and the colleagues named by NIP; refuses those that nobody of the agency has. */
async function membersByNip(tx: Tx, actor: Actor, nips: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(nips)];
  if (wanted.length >= MOST_MEMBERS)
    throw new Refusal(text.tooManyMembers({ count: MOST_MEMBERS }), 'members');
  if (wanted.length === 0) return [actor.personId];
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'nip'])
    .where('agency_id', '=', tx.agencyId)
    .where('nip', 'in', wanted)
    .where('ended_on', 'is', null)
    .execute();
  const known = new Set(rows.map((row) => row.nip));
  const unknown = wanted.filter((nip) => !known.has(nip));
  if (unknown.length > 0) throw new Refusal(text.unknownNip({ nip: unknown.join(', ') }), 'members');
  return [...new Set([actor.personId, ...rows.map((row) => row.id)])];
}
