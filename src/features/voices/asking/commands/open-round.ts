/** Opens a round: everybody who was proposed is asked, and told. Voices that are too few are not asked at all. */
import { sql } from 'kysely';
import { type Actor, agencyToday, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';

import { readinessOf } from '../blockers.ts';
import { voicesOpened } from '../events.ts';
import { tellRaters } from '../tell.ts';
import { text } from '../text.ts';
import { decideRound, lockRound } from './round.ts';

export async function openRound(tx: Tx, actor: Actor, roundId: string): Promise<void> {
  const round = await lockRound(tx, roundId);
  const decision = decideRound(round, 'open', actor);
  if (decision.ok && (await readinessOf(tx, round)).blockers.length > 0) throw new Conflict(text.notReady());
  await recordAct(
    tx,
    { process: 'voice-round', subjectId: roundId, act: 'open', actorId: actor.personId },
    decision,
  );
  await tx.db
    .updateTable('voice_rounds')
    .set({ state: 'asking', opened_at: tx.now, opens_on: await agencyToday(tx) })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .execute();
  const tooFew = await leaveOutTooFew(tx, roundId);
  const asked = await tx.db
    .updateTable('voice_requests')
    .set({ state: 'asked', asked_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'proposed')
    .where(inRound(tx, roundId))
    .executeTakeFirst();
  const raters = await tellRaters(tx, { ...round, kind: 'voice-asked' });
  await record(tx, voicesOpened, {
    actorId: actor.personId,
    subject: { kind: 'voice-round', id: roundId },
    payload: {
      periodId: round.periodId,
      requests: Number(asked.numUpdatedRows),
      raters,
      tooFew,
      closesOn: round.closesOn,
    },
  });
  tx.touch(actor.personId);
}

function inRound(tx: Tx, roundId: string) {
  return sql<boolean>`pool_id in (select o.id from voice_pools o
    where o.agency_id = ${tx.agencyId} and o.round_id = ${roundId} and o.state = 'collecting')`;
}

/** An anonymous voice with fewer people than forms are needed could never be released: nobody's time is taken for it. */
async function leaveOutTooFew(tx: Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update voice_pools o set state = 'too-few'
    where o.agency_id = ${tx.agencyId} and o.round_id = ${roundId} and o.state = 'collecting' and o.least > (
      select count(*) from voice_requests q
      where q.agency_id = ${tx.agencyId} and q.pool_id = o.id and q.state = 'proposed')
    returning o.id`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  await tx.db
    .updateTable('voice_requests')
    .set({ state: 'withdrawn', reason: 'too-few' })
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'proposed')
    .where(sql<boolean>`pool_id = any(${ids}::uuid[])`)
    .execute();
  return ids.length;
}
