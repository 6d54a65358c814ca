/**
 * Both parties commit to a secret by its hash, then both reveal. Every step locks the draw, so that of two who act at
 * once each sees what the other did.
 */
import { commitmentOf } from '#domain/lot/index.ts';
import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { DIGESTS } from '../digests.ts';
import { drawCommitted, drawRevealed } from '../events.ts';
import { PARTIES, type Party } from '../transitions.ts';
import { finish } from './finish.ts';
import { act, lockDraw, peopleOf, requireParty, tell } from './lock.ts';
import { text } from './text.ts';

export async function commitToDraw(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly as: Party; readonly commitment: string },
): Promise<void> {
  const locked = await lockDraw(tx, actor, input.id);
  const { draw, period } = locked;
  requireParty(actor, draw, input.as);
  const own = draw.parties[input.as];
  if (own.commitment === input.commitment && own.personId === actor.personId) return;
  if (draw.state !== 'committing') throw new Conflict(text.notCommitting());
  if (own.commitment) throw new Conflict(text.alreadyCommitted());
  const other = draw.parties[input.as === 'officer' ? 'auditor' : 'officer'];
  if (other.commitment === input.commitment) throw new Refusal(text.sameCommitment(), 'secret');
  await act(tx, actor, locked, { act: 'commit', as: input.as });
  const isLast = other.commitment !== null;
  if (isLast) await act(tx, null, locked, { act: 'close', as: 'system' });
  const state = isLast ? 'revealing' : 'committing';
  await tx.db
    .updateTable('second_look_draws')
    .set(
      input.as === 'officer'
        ? {
            state,
            officer_id: actor.personId,
            officer_commitment: input.commitment,
            officer_committed_at: tx.now,
          }
        : {
            state,
            auditor_id: actor.personId,
            auditor_commitment: input.commitment,
            auditor_committed_at: tx.now,
          },
    )
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draw.id)
    .execute();
  await record(tx, drawCommitted, {
    actorId: actor.personId,
    subject: { kind: 'second-look-draw', id: draw.id },
    payload: { period: period.name, by: input.as, commitment: input.commitment },
  });
  tx.touch(...(await peopleOf(tx, PARTIES)));
  if (isLast)
    await tell(
      tx,
      period,
      'second-look-reveal',
      [actor.personId, other.personId ?? ''].filter(Boolean),
      draw.id,
    );
}

/** With the second secret the draw is done, in the same transaction. */
export async function revealSecret(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly as: Party; readonly secret: string },
): Promise<void> {
  const locked = await lockDraw(tx, actor, input.id);
  const { draw, period } = locked;
  requireParty(actor, draw, input.as);
  const own = draw.parties[input.as];
  if (own.secret !== null && own.secret === input.secret) return;
  if (draw.state !== 'revealing') throw new Conflict(text.notRevealing());
  if (own.secret !== null) throw new Conflict(text.alreadyRevealed());
  if (commitmentOf(DIGESTS, input.secret) !== own.commitment) throw new Refusal(text.otherSecret(), 'secret');
  await act(tx, actor, locked, { act: 'reveal', as: input.as });
  await tx.db
    .updateTable('second_look_draws')
    .set(
      input.as === 'officer'
        ? { officer_secret: input.secret, officer_revealed_at: tx.now }
        : { auditor_secret: input.secret, auditor_revealed_at: tx.now },
    )
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draw.id)
    .execute();
  await record(tx, drawRevealed, {
    actorId: actor.personId,
    subject: { kind: 'second-look-draw', id: draw.id },
    payload: { period: period.name, by: input.as, secret: input.secret },
  });
  tx.touch(...(await peopleOf(tx, PARTIES)));
  const other = draw.parties[input.as === 'officer' ? 'auditor' : 'officer'].secret;
  if (other === null) return;
  const secrets =
    input.as === 'officer'
      ? { officer: input.secret, auditor: other }
      : { officer: other, auditor: input.secret };
  await finish(tx, locked, secrets);
}
