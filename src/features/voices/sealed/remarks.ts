/** Words that were released: read by the person, the appraiser and the superior; reported, and hidden or kept. */
import { type Actor, covers, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { remarkDecided, remarkReported } from '../events.ts';
import { sealText } from './text.ts';

export interface Remark {
  readonly id: string;
  readonly poolId: string;
  readonly participantId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly voice: string;
  /** Who prepared the round: is told of a report. */
  readonly officerId: string;
  readonly item: string;
  readonly body: string;
  readonly saidBy: string | null;
  readonly isReported: boolean;
  readonly reportReason: string | null;
  readonly decision: 'hidden' | 'kept' | null;
  readonly decisionReason: string | null;
}

function remarks(tx: Tx) {
  return (
    tx.db
      .selectFrom('voice_remarks as remark')
      .innerJoin('voice_pools as pool', (join) =>
        join.onRef('pool.id', '=', 'remark.pool_id').on('pool.agency_id', '=', tx.agencyId),
      )
      .innerJoin('voice_rounds as round', (join) =>
        join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
      )
      .innerJoin('participants', (join) =>
        join
          .onRef('participants.id', '=', 'pool.participant_id')
          .on('participants.agency_id', '=', tx.agencyId),
      )
      .select(['remark.id', 'remark.pool_id', 'remark.item', 'remark.body', 'remark.said_by'])
      .select(['remark.reported_at', 'remark.report_reason', 'remark.decision', 'remark.decision_reason'])
      .select(['pool.participant_id', 'pool.voice', 'participants.person_id', 'participants.unit_id'])
      .select('round.created_by as officer_id')
      .where('remark.agency_id', '=', tx.agencyId)
      // While batches are still being written nobody reads ahead of the others.
      .where('round.state', '=', 'released')
      .orderBy('pool.voice')
      .orderBy('remark.ordinal')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof remarks>['executeTakeFirstOrThrow']>>;

function remarkOf(row: Row): Remark {
  return {
    id: row.id,
    poolId: row.pool_id,
    participantId: row.participant_id,
    personId: row.person_id,
    unitId: row.unit_id,
    voice: row.voice,
    officerId: row.officer_id,
    item: row.item,
    body: row.body,
    saidBy: row.said_by,
    isReported: row.reported_at !== null,
    reportReason: row.report_reason,
    decision: row.decision as Remark['decision'],
    decisionReason: row.decision_reason,
  };
}

export async function remarksOf(tx: Tx, participantId: string): Promise<readonly Remark[]> {
  const rows = await remarks(tx).where('pool.participant_id', '=', participantId).execute();
  return rows.map(remarkOf);
}

/** Reported words of the whole agency, open ones first. */
export async function reportedRemarks(tx: Tx): Promise<readonly Remark[]> {
  const rows = await remarks(tx).where('remark.reported_at', 'is not', null).execute();
  return rows.map(remarkOf).sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null));
}

export async function requireRemark(tx: Tx, id: string): Promise<Remark> {
  const row = await remarks(tx).where('remark.id', '=', id).forUpdate('remark').executeTakeFirst();
  if (!row) throw new NotFound();
  return remarkOf(row);
}

/** By whoever reads it: the person, the appraiser, the superior. The caller has checked that. */
export async function reportRemark(
  tx: Tx,
  actor: Actor,
  input: { readonly remark: Remark; readonly reason: string },
): Promise<void> {
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal(sealText.reportReason(), 'reason');
  if (input.remark.isReported) throw new Conflict(sealText.alreadyReported());
  await tx.db
    .updateTable('voice_remarks')
    .set({ reported_by: actor.personId, reported_at: tx.now, report_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.remark.id)
    .execute();
  await record(tx, remarkReported, {
    actorId: actor.personId,
    subject: { kind: 'voice-remark', id: input.remark.id },
    personId: input.remark.personId,
    payload: { participantId: input.remark.participantId, reason },
  });
  await notify(tx, {
    personId: input.remark.officerId,
    kind: 'voice-remark-reported',
    path: '/voice-reports',
    dedupeKey: `voice-remark-reported:${input.remark.id}`,
  });
  tx.touch(input.remark.personId);
}

/** Hides reported words from their readers, or lets them stand; never the officer's own case. */
export async function decideRemark(
  tx: Tx,
  actor: Actor,
  input: { readonly remark: Remark; readonly decision: 'hidden' | 'kept'; readonly reason: string },
): Promise<void> {
  const { remark } = input;
  if (!covers(actor.officer, remark.unitId) || remark.personId === actor.personId) throw new NotAllowed();
  if (!remark.isReported || remark.decision !== null) throw new Conflict(sealText.alreadyDecided());
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal(sealText.decisionReason(), 'reason');
  await tx.db
    .updateTable('voice_remarks')
    .set({
      decision: input.decision,
      decided_by: actor.personId,
      decided_at: tx.now,
      decision_reason: reason,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', remark.id)
    .execute();
  await record(tx, remarkDecided, {
    actorId: actor.personId,
    subject: { kind: 'voice-remark', id: remark.id },
    personId: remark.personId,
    payload: { participantId: remark.participantId, decision: input.decision, reason },
  });
  tx.touch(remark.personId);
}
