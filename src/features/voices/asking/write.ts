/** Writes what a plan says, many rows a statement. */
import { sql } from 'kysely';
import type { Proposal } from '#domain/voices/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { Withdrawal } from './plan.ts';
import type { World, WorldSeat } from './world.ts';

/** Far below the protocol's limit of 65,535 parameters a statement. */
const ROWS = 5000;

/** Voices that follow from offices: where nobody holds one, there is nobody to add either. */
const BY_OFFICE: ReadonlySet<string> = new Set(['appraiser-superior', 'team-lead', 'subordinate']);

/** The pools of these seats, made where there are none yet: id by participant and voice. */
export async function makePools(
  tx: Tx,
  world: World,
  seats: readonly WorldSeat[],
  proposals: readonly Proposal[],
): Promise<ReadonlyMap<string, string>> {
  const nobody = new Set(
    proposals
      .filter(({ voice, possible }) => BY_OFFICE.has(voice) && possible === 0)
      .map(({ seatId, voice }) => `${seatId} ${voice}`),
  );
  const ids = new Map(world.pools.map((pool) => [`${pool.participantId} ${pool.voice}`, pool.id]));
  const rows = seats.flatMap((seat) =>
    seat.asking.voices
      .filter(({ voice }) => !ids.has(`${seat.id} ${voice}`) && !nobody.has(`${seat.id} ${voice}`))
      .map(({ voice, isAnonymous, least }) => ({
        agency_id: tx.agencyId,
        id: newId(),
        round_id: world.round.id,
        participant_id: seat.id,
        voice,
        is_anonymous: isAnonymous,
        least,
        state: 'collecting',
      })),
  );
  for (let start = 0; start < rows.length; start += ROWS)
    await tx.db
      .insertInto('voice_pools')
      .values(rows.slice(start, start + ROWS))
      .execute();
  for (const row of rows) ids.set(`${row.participant_id} ${row.voice}`, row.id);
  return ids;
}

/** Requests that the system proposes; while the round asks they are asked at once. Returns the ids that were made. */
export async function addProposed(
  tx: Tx,
  world: World,
  pools: ReadonlyMap<string, string>,
  proposals: readonly Proposal[],
): Promise<readonly { readonly id: string; readonly raterId: string }[]> {
  const isAsking = world.round.state === 'asking';
  const rows = proposals.flatMap(({ seatId, voice, raterIds }) => {
    const pool = pools.get(`${seatId} ${voice}`);
    if (!pool) return [];
    return raterIds.map((rater_id) => ({
      agency_id: tx.agencyId,
      id: newId(),
      pool_id: pool,
      rater_id,
      source: 'proposal',
      state: isAsking ? 'asked' : 'proposed',
      created_at: tx.now,
      asked_at: isAsking ? tx.now : null,
    }));
  });
  for (let start = 0; start < rows.length; start += ROWS)
    await tx.db
      .insertInto('voice_requests')
      .values(rows.slice(start, start + ROWS))
      .execute();
  return rows.map((row) => ({ id: row.id, raterId: row.rater_id }));
}

/** What was asked of people who cannot answer any more; whoever answered meanwhile keeps the answer. */
export async function withdrawAll(tx: Tx, withdrawals: readonly Withdrawal[]): Promise<number> {
  let count = 0;
  for (const [reason, own] of Map.groupBy(withdrawals, (each) => each.reason)) {
    const ids = own.map(({ request }) => request.id);
    const done = await tx.db
      .updateTable('voice_requests')
      .set({ state: 'withdrawn', reason })
      .where('agency_id', '=', tx.agencyId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .where('state', 'in', ['proposed', 'asked'])
      .executeTakeFirst();
    count += Number(done.numUpdatedRows);
  }
  return count;
}
