import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts';
import { schemeVoteCast } from '../../events.ts';
import { shareOpen } from '../access.ts';
import type { Vote } from '../rules.ts';
import { text } from '../text.ts';
import { mayVote } from '../voters.ts';
import { lockContribution } from './lock-contribution.ts';

export interface VoteInput {
  readonly draftId: string;
  readonly id: string;
  readonly vote: Vote;
  /** Kept only with a vote against, and shown without a name. */
  readonly reason: string;
  readonly today: string;
}

/**
 * One person, one vote on a proposal, which may be changed until the discussion closes. The record says that somebody
 * voted and never how.
 */
export async function castVote(tx: Tx, actor: Actor, input: VoteInput): Promise<void> {
  const draft = await shareOpen(tx, input.draftId, input.today);
  const proposal = await lockContribution(tx, actor, draft, input.id, 'share');
  if (proposal.kind !== 'proposal') throw new NotFound();
  if (!(await mayVote(tx, actor.personId, input.today))) throw new NotAllowed(text.mayNotVote());
  if (proposal.withdrawnAt) throw new Conflict(text.notOpenForWriting());
  const reason = input.vote === 'against' ? input.reason : '';
  const key = { agency_id: tx.agencyId, proposal_id: proposal.id, person_id: actor.personId };
  const added = await tx.db
    .insertInto('scheme_votes')
    .values({ ...key, vote: input.vote, reason, voted_at: tx.now })
    .onConflict((conflict) => conflict.columns(['agency_id', 'proposal_id', 'person_id']).doNothing())
    .returning('vote')
    .executeTakeFirst();
  const changed = added
    ? undefined
    : await tx.db
        .updateTable('scheme_votes')
        .set({ vote: input.vote, reason, voted_at: tx.now })
        .where('agency_id', '=', tx.agencyId)
        .where('proposal_id', '=', proposal.id)
        .where('person_id', '=', actor.personId)
        .where((where) => where.or([where('vote', '<>', input.vote), where('reason', '<>', reason)]))
        .returning('vote')
        .executeTakeFirst();
  if (!added && !changed) return;
  await record(tx, schemeVoteCast, {
    actorId: actor.personId,
    subject: { kind: 'scheme-proposal', id: proposal.id },
    personId: actor.personId,
    payload: { title: draft.title, isChange: !added },
  });
  tx.touch(proposal.authorId, actor.personId);
}
