import type { Actor } from '#features/people/index.ts';
import { notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { feedbackAsked } from '../events.ts';
import { mayRecord } from '../policy.ts';
import { peopleToAsk } from '../queries-feedback.ts';
import { refusals } from '../words.ts';
import { requireOpenPeriod, subjectOf } from './subject.ts';

/** The employee asks somebody who works with them for feedback; an open question is not asked twice. */
export async function askFeedback(
  tx: Tx,
  actor: Actor,
  input: { id: string; participantId: string; askedId: string; message: string | null },
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayRecord);
  requireOpenPeriod(view);
  const asked = (await peopleToAsk(tx, view.participation)).find((each) => each.id === input.askedId);
  if (!asked) throw new Refusal(refusals.notAColleague(), 'askedId');
  const written = await tx.db
    .insertInto('feedback_requests')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      participant_id: input.participantId,
      asked_id: input.askedId,
      message: input.message,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  const { person, period } = view.participation;
  await record(tx, feedbackAsked, {
    actorId: actor.personId,
    subject: { kind: 'feedback-request', id: input.id },
    personId: person.id,
    payload: { participantId: input.participantId, askedId: input.askedId },
  });
  await notify(tx, {
    personId: input.askedId,
    kind: 'feedback-asked',
    parameters: { person: person.name, period: period.name, what: input.message ?? '' },
    path: `/appraisals/${input.participantId}/feedback`,
  });
  tx.touch(actor.personId);
}
