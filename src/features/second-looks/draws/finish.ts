/** Both secrets are known: the seed is computed, lots are drawn, and each that was drawn waits for a second appraiser. */
import { draw as drawLots, readList, seedOf } from '#domain/lot/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { DIGESTS } from '../digests.ts';
import { lookOrdered, looksDrawn } from '../events.ts';
import { act, type Locked } from './lock.ts';

const ROWS_A_STATEMENT = 1000;

export async function finish(
  tx: Tx,
  locked: Locked,
  secrets: { readonly officer: string; readonly auditor: string },
): Promise<void> {
  const { draw, period } = locked;
  const eligible = readList(draw.list);
  if (!eligible) throw new Error(`the list of draw ${draw.id} cannot be read`);
  const seed = seedOf(DIGESTS, { ...secrets, listSha256: draw.listSha256 });
  const drawn = drawLots(DIGESTS, eligible, seed);
  await act(tx, null, locked, { act: 'draw', as: 'system' });
  await tx.db
    .updateTable('second_look_draws')
    .set({ state: 'drawn', seed, chosen: drawn.length, drawn_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draw.id)
    .execute();
  await record(tx, looksDrawn, {
    actorId: null,
    subject: { kind: 'second-look-draw', id: draw.id },
    payload: { period: period.name, eligible: eligible.length, chosen: drawn.length, seed },
  });
  for (let start = 0; start < drawn.length; start += ROWS_A_STATEMENT)
    await order(tx, locked, drawn.slice(start, start + ROWS_A_STATEMENT));
}

async function order(
  tx: Tx,
  { draw, period }: Locked,
  drawn: readonly { readonly id: string; readonly rank: number }[],
): Promise<void> {
  const people = await tx.db
    .selectFrom('participants')
    .select(['id', 'person_id'])
    .where('agency_id', '=', tx.agencyId)
    .where(
      'id',
      'in',
      drawn.map(({ id }) => id),
    )
    .execute();
  const personOf = new Map(people.map((row) => [row.id, row.person_id]));
  const made = await tx.db
    .insertInto('second_looks')
    .values(
      drawn.map(({ id, rank }) => ({
        agency_id: tx.agencyId,
        id: newId(),
        period_id: period.id,
        participant_id: id,
        cause: 'lot',
        draw_id: draw.id,
        draw_rank: rank,
        state: 'waiting',
        revision: 0,
        created_at: tx.now,
      })),
    )
    // One that was ordered meanwhile because of a conflict is enough.
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'participant_id'])
    .execute();
  await recordAll(
    tx,
    lookOrdered,
    made.map((look) => ({
      actorId: null,
      subject: { kind: 'second-look', id: look.id },
      personId: personOf.get(look.participant_id) ?? null,
      payload: { participantId: look.participant_id, cause: 'lot' as const },
    })),
  );
}
