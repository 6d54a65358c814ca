import { type Actor, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { schemeDraftDropped } from '../../events.ts';
import { requireDraft } from '../queries.ts';
import { decideDraft } from '../transitions.ts';
import { actOf, setState } from './discussion.ts';

/** Ends a draft that will not be adopted. It stays readable with the reason. */
export async function dropDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const draft = await requireDraft(tx, actor, input.id, { lock: true });
  const reason = input.reason.trim().slice(0, 2000);
  const decision = decideDraft(draft.state, 'drop', actor, reason);
  if (!decision.ok) throw refusalOf(decision.why);
  await setState(tx, draft, decision.to, {});
  await recordAct(tx, { ...actOf(actor, draft, 'drop'), reason }, decision);
  await record(tx, schemeDraftDropped, {
    actorId: actor.personId,
    subject: { kind: 'scheme-draft', id: draft.id },
    payload: { title: draft.title, reason },
  });
}
