/** Somebody leads a unit for a time besides their own post: Plt where the post is vacant, Plh while its holder is away. */
import { z } from 'zod';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { civilDate } from '#platform/web/forms.ts';
import { type Actor, covers } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { requireScope } from '../scope.ts';
import { text } from '../text.ts';

export const actingSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['plt', 'plh']),
    unitId: z.uuid({ error: () => text.chooseUnit() }),
    from: civilDate(),
    /** The last day, as orders name it; the span in the database ends on the day after. */
    lastDay: z.union([z.literal(''), civilDate()]).optional(),
  })
  .superRefine((given, context) => {
    if (given.lastDay && given.lastDay < given.from)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: text.endAfterStart() });
  });
export type Acting = z.output<typeof actingSchema>;

export async function appointActing(tx: Tx, actor: Actor, personId: string, given: Acting): Promise<void> {
  await requireScope(tx, actor, [personId]);
  // Locked, so that the same form sent twice at once is looked at one after the other.
  const person = await tx.db
    .selectFrom('people')
    .select('ended_on')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.ended_on) throw new Refusal(text.personEnded(), 'kind');
  const unit = await tx.db
    .selectFrom('units')
    .select(['id', 'name', 'head_title'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.unitId)
    .where('active_until', 'is', null)
    .executeTakeFirst();
  if (!unit || !covers(actor.officer, unit.id)) throw new Refusal(text.chooseUnit(), 'unitId');
  const until = given.lastDay ? addDays(given.lastDay, 1) : null;
  const inserted = await tx.db
    .insertInto('placements')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      person_id: personId,
      unit_id: unit.id,
      kind: given.kind,
      position_name: `${given.kind === 'plt' ? 'Plt.' : 'Plh.'} ${unit.head_title ?? unit.name}`,
      position_kind: await headPositionKind(tx, unit.id),
      is_head: true,
      valid_from: given.from,
      valid_until: until,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await record(tx, peopleEvents.actingAppointed, {
    actorId: actor.personId,
    subject: { kind: 'placement', id: inserted.id },
    personId,
    payload: { kind: given.kind, unitId: unit.id, from: given.from, until },
  });
  tx.touch(personId);
}

/** The kind of the post that is filled for a time: that of its last definitive holder. */
async function headPositionKind(tx: Tx, unitId: string): Promise<string> {
  const last = await tx.db
    .selectFrom('placements')
    .select('position_kind')
    .where('agency_id', '=', tx.agencyId)
    .where('unit_id', '=', unitId)
    .where('is_head', '=', true)
    .where('kind', '=', 'definitive')
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return last?.position_kind ?? 'other';
}

/** Ends an acting post early: its holder is back, or the post is filled. */
export async function endActing(
  tx: Tx,
  actor: Actor,
  given: { readonly personId: string; readonly placementId: string; readonly on: string },
): Promise<void> {
  await requireScope(tx, actor, [given.personId]);
  const post = await tx.db
    .selectFrom('placements')
    .select(['id', 'unit_id', 'kind', 'valid_from', 'valid_until'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.placementId)
    .where('person_id', '=', given.personId)
    .where('kind', 'in', ['plt', 'plh'])
    .forUpdate()
    .executeTakeFirst();
  if (!post) throw new NotFound();
  // A second click, or an end that has come already.
  if (post.valid_until !== null && post.valid_until <= given.on) return;
  if (given.on <= post.valid_from) throw new Refusal(text.endAfterStart(), 'on');
  await tx.db
    .updateTable('placements')
    .set({ valid_until: given.on })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', post.id)
    .execute();
  await record(tx, peopleEvents.actingEnded, {
    actorId: actor.personId,
    subject: { kind: 'placement', id: post.id },
    personId: given.personId,
    payload: { unitId: post.unit_id, on: given.on },
  });
  tx.touch(given.personId);
}
