import { type Actor, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { schemeProposalWithdrawn } from '../../events.ts';
import { shareOpen } from '../access.ts';
import { decideContribution } from '../rules.ts';
import { listeners } from '../voters.ts';
import { lockContribution } from './lock-contribution.ts';

/** The author takes back what nobody has answered yet. */
export async function withdrawContribution(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly id: string; readonly today: string },
): Promise<void> {
  const draft = await shareOpen(tx, input.draftId, input.today);
  const contribution = await lockContribution(tx, actor, draft, input.id, 'update');
  const decision = decideContribution(contribution, 'withdraw', actor);
  if (!decision.ok) throw refusalOf(decision.why);
  await tx.db
    .updateTable('scheme_proposals')
    .set({ withdrawn_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', contribution.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'scheme-proposal',
      subjectId: contribution.id,
      act: 'withdraw',
      actorId: actor.personId,
    },
    decision,
  );
  await record(tx, schemeProposalWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'scheme-proposal', id: contribution.id },
    personId: actor.personId,
    payload: { title: draft.title, kind: contribution.kind },
  });
  tx.touch(...(await listeners(tx, draft.id)));
}
