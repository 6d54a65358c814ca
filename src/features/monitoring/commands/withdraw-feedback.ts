import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { feedbackWithdrawn } from '../events.ts';
import { FEEDBACK_READERS, FEEDBACK_WITHDRAWAL_HOURS, mayWithdrawFeedback } from '../policy.ts';
import { refusals } from '../words.ts';
import { subjectOf } from './subject.ts';

/** Takes own words back within a day; the record keeps that they were said. Twice is once. */
export async function withdrawFeedback(
  tx: Tx,
  actor: Actor,
  input: { participantId: string; feedbackId: string },
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, () => true, FEEDBACK_READERS);
  const row = isId(input.feedbackId)
    ? await tx.db
        .selectFrom('feedback')
        .select(['author_id', 'created_at', 'withdrawn_at'])
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', input.participantId)
        .where('id', '=', input.feedbackId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  if (row.author_id !== actor.personId) {
    // Colleagues must not learn what others have said, not even that they have.
    const seesAll = [...view.relations].some((each) => each !== 'colleague' && each !== 'subordinate');
    throw seesAll ? new NotAllowed() : new NotFound();
  }
  if (row.withdrawn_at) return;
  const feedback = { author: { id: row.author_id }, createdAt: row.created_at, withdrawnAt: null };
  if (!mayWithdrawFeedback(feedback, actor.personId, tx.now)) {
    throw new Refusal(refusals.tooLateToWithdraw({ hours: FEEDBACK_WITHDRAWAL_HOURS }));
  }
  await tx.db
    .updateTable('feedback')
    .set({ withdrawn_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.feedbackId)
    .execute();
  await record(tx, feedbackWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'feedback', id: input.feedbackId },
    personId: view.participation.person.id,
    payload: { participantId: input.participantId },
  });
  tx.touch(view.participation.person.id, actor.personId, view.participation.appraiser?.id);
}
