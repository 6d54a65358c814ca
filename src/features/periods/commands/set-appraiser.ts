/** Another appraiser for one participant of an open period at once, where waiting for the next update would be wrong. */
import { type Actor, covers } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts';
import { participantChanged } from '../events.ts';
import { findPeriod } from '../queries.ts';
import { text } from '../text.ts';

export interface NewAppraiser {
  readonly participantId: string;
  readonly appraiserId: string;
  readonly superiorId: string | null;
  readonly reason: string;
}

/** The assignment itself is people's; this brings the appraisal of the period up to it. */
export async function setAppraiser(tx: Tx, actor: Actor, given: NewAppraiser): Promise<void> {
  const row = await tx.db
    .selectFrom('participants')
    .select(['id', 'person_id', 'unit_id', 'period_id', 'appraiser_id', 'superior_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.participantId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (!covers(actor.officer, row.unit_id)) throw new NotAllowed();
  const period = await findPeriod(tx, row.period_id);
  if (period?.state !== 'open') throw new Conflict(text.periodNotOpen());
  await tx.db
    .updateTable('participants')
    .set({ appraiser_id: given.appraiserId, superior_id: given.superiorId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await record(tx, participantChanged, {
    actorId: actor.personId,
    subject: { kind: 'participant', id: row.id },
    personId: row.person_id,
    payload: {
      period: period.name,
      change: 'appraiser',
      from: row.appraiser_id,
      to: given.appraiserId,
      reason: given.reason,
    },
  });
  tx.touch(row.person_id, row.appraiser_id, row.superior_id, given.appraiserId, given.superiorId);
}
