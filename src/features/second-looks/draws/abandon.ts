/** Where one party never reveals, the draw is given up in the open, and a new one can be prepared. */
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { drawAbandoned } from '../events.ts';
import { PARTIES } from '../transitions.ts';
import { act, lockDraw, peopleOf } from './lock.ts';
import type { Draw } from './queries.ts';
import { text } from './text.ts';

const WAIT_MS = 2 * 86_400_000;

/** Since when the other party has had the chance to reveal; null while one has not committed. */
export function waitsSince({ parties }: Draw): Date | null {
  const { officer, auditor } = parties;
  if (!officer.committedAt || !auditor.committedAt) return null;
  return officer.committedAt > auditor.committedAt ? officer.committedAt : auditor.committedAt;
}

/** Before anybody revealed nobody knows the outcome; afterwards the other party has two days. */
export function mayAbandon(draw: Draw, now: Date): boolean {
  const since = waitsSince(draw);
  const { officer, auditor } = draw.parties;
  if (officer.secret === null && auditor.secret === null) return true;
  return since !== null && now.getTime() - since.getTime() >= WAIT_MS;
}

export async function abandonDraw(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const locked = await lockDraw(tx, actor, input.id);
  const { draw, period } = locked;
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const reason = input.reason.trim();
  await act(tx, actor, locked, { act: 'abandon', as: 'officer', reason });
  if (!mayAbandon(draw, tx.now)) throw new Conflict(text.waitTwoDays());
  await tx.db
    .updateTable('second_look_draws')
    .set({ state: 'abandoned', abandoned_by: actor.personId, abandoned_at: tx.now, abandon_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draw.id)
    .execute();
  await record(tx, drawAbandoned, {
    actorId: actor.personId,
    subject: { kind: 'second-look-draw', id: draw.id },
    payload: {
      period: period.name,
      missing: PARTIES.filter((party) => draw.parties[party].secret === null),
      reason,
    },
  });
  tx.touch(...(await peopleOf(tx, PARTIES)));
}
