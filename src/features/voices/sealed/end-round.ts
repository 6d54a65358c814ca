/** The end of a round: one act, one event with the digest of all that was released, and everybody concerned is told. */
import { createHash } from 'node:crypto';
import { decide } from '#domain/workflow/workflow.ts';
import { notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { voicesReleased } from '../events.ts';
import { type Round, requireRound } from '../queries.ts';
import { ROUND } from '../transitions.ts';

/** Does nothing where another process was faster. */
export async function endRound(tx: Tx, roundId: string): Promise<void> {
  await tx.db
    .selectFrom('voice_rounds')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .forUpdate()
    .execute();
  const round = await requireRound(tx, roundId);
  if (round.state !== 'asking') return;
  const decision = decide(ROUND, { state: round.state, act: 'release', roles: new Set(['system'] as const) });
  await tx.db
    .updateTable('voice_rounds')
    .set({ state: 'released', released_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .execute();
  await dropDrafts(tx, roundId);
  await recordAct(
    tx,
    { process: 'voice-round', subjectId: roundId, act: 'release', actorId: null },
    decision,
  );
  await record(tx, voicesReleased, {
    actorId: null,
    subject: { kind: 'voice-round', id: roundId },
    payload: {
      periodId: round.periodId,
      ...(await countsOf(tx, roundId)),
      digest: await digestOf(tx, roundId),
    },
  });
  await tell(tx, round);
}

async function dropDrafts(tx: Tx, roundId: string): Promise<void> {
  await tx.db
    .deleteFrom('voice_drafts')
    .where('agency_id', '=', tx.agencyId)
    .where('request_id', 'in', (from) =>
      from
        .selectFrom('voice_requests as request')
        .innerJoin('voice_pools as pool', (join) =>
          join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
        )
        .select('request.id')
        .where('request.agency_id', '=', tx.agencyId)
        .where('pool.round_id', '=', roundId),
    )
    .execute();
}

async function countsOf(tx: Tx, roundId: string) {
  const rows = await tx.db
    .selectFrom('voice_pools')
    .select(['state', 'released_forms'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .execute();
  return {
    pools: rows.length,
    tooFew: rows.filter((row) => row.state === 'too-few').length,
    forms: rows.reduce((sum, row) => sum + (row.released_forms ?? 0), 0),
  };
}

/** SHA-256 of the released evidence and words in the order of their text, which tells nothing of their origin. */
async function digestOf(tx: Tx, roundId: string): Promise<string> {
  const remarks = await tx.db
    .selectFrom('voice_remarks as remark')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'remark.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .select(['pool.participant_id', 'remark.item', 'remark.body'])
    .where('remark.agency_id', '=', tx.agencyId)
    .where('pool.round_id', '=', roundId)
    .execute();
  const forms = await tx.db
    .selectFrom('measurements')
    .select(['participant_id', 'component', 'value'])
    .where('agency_id', '=', tx.agencyId)
    .where('origin', '=', 'voices')
    .where('superseded_at', 'is', null)
    .where('participant_id', 'in', (from) =>
      from
        .selectFrom('voice_pools')
        .select('participant_id')
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', roundId),
    )
    .execute();
  const lines = [
    ...remarks.map((row) => JSON.stringify([row.participant_id, row.item, row.body])),
    ...forms.map((row) => JSON.stringify([row.participant_id, row.component, row.value])),
  ].sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** The person and the appraiser, once each, at the same moment as everybody else. */
async function tell(tx: Tx, round: Round): Promise<void> {
  const rows = await tx.db
    .selectFrom('participants')
    .select(['participants.id', 'participants.person_id', 'participants.appraiser_id'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', 'in', (from) =>
      from
        .selectFrom('voice_pools')
        .select('participant_id')
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', round.id),
    )
    .execute();
  const letters = rows.flatMap((row) =>
    [row.person_id, row.appraiser_id].map((personId) => ({
      personId,
      kind: 'voices-released' as const,
      parameters: { period: round.periodName },
      path: `/appraisals/${row.id}/heard`,
    })),
  );
  for (let start = 0; start < letters.length; start += 2000)
    await notify(tx, ...letters.slice(start, start + 2000));
}
