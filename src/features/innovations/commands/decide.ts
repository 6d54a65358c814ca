/** What becomes of an innovation: taken up by its unit or not, withdrawn, shown to the public. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { innovationDecided } from '../events.ts';
import { text } from '../text.ts';
import { INNOVATION } from '../transitions.ts';
import { lockInnovation } from './lock.ts';

export const DECISIONS = ['adopt', 'decline', 'withdraw', 'propose-again', 'publish', 'unpublish'] as const;
export type InnovationDecision = (typeof DECISIONS)[number];

export async function decideInnovation(
  tx: Tx,
  actor: Actor,
  input: {
    readonly id: string;
    readonly act: InnovationDecision;
    readonly reason: string;
    /** What the public reads; only for `publish`. */
    readonly publicText: string;
  },
): Promise<void> {
  const { innovation, roles } = await lockInnovation(tx, actor, input.id);
  const reason = input.reason.trim();
  const decision = decide(INNOVATION, { state: innovation.state, act: input.act, roles, reason });
  await recordAct(
    tx,
    { process: 'innovation', subjectId: input.id, act: input.act, actorId: actor.personId, reason },
    decision,
  );
  if (!decision.ok) return;
  const isConfirmed = innovation.steps.some(({ verdict }) => verdict === 'confirmed');
  if (input.act === 'publish' && !isConfirmed) throw new Refusal(text.publishNeedsStep());
  const publicText = input.publicText.trim();
  if (input.act === 'publish' && publicText === '') throw new Refusal(text.publicTextMissing(), 'publicText');
  const shown =
    input.act === 'publish'
      ? { public_text: publicText, published_at: tx.now, published_by: actor.personId }
      : input.act === 'unpublish'
        ? { public_text: null, published_at: null, published_by: null }
        : {};
  await tx.db
    .updateTable('innovations')
    .set({ state: decision.to, updated_at: tx.now, ...shown })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.id)
    .execute();
  await record(tx, innovationDecided, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: input.id },
    payload: { title: innovation.title, act: input.act, reason: reason || null },
  });
  await notify(
    tx,
    ...innovation.members
      .filter(({ id }) => id !== actor.personId)
      .map(({ id }) => ({
        personId: id,
        kind: 'innovation-changed' as const,
        parameters: { person: actor.name, what: innovation.title },
        path: `/innovations/${input.id}`,
      })),
  );
}
