import type { Actor } from '#features/people/index.ts';
import { notify } from '#features/people/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { feedbackGiven } from '../events.ts';
import type { FeedbackTarget } from '../model.ts';
import { isValueCode, valueName } from '../names.ts';
import { FEEDBACK_READERS, feedbackRole } from '../policy.ts';
import { refusals } from '../words.ts';
import { requireOpenPeriod, subjectOf } from './subject.ts';

export interface NewFeedback {
  readonly id: string;
  readonly participantId: string;
  readonly target: FeedbackTarget;
  readonly lineId: string;
  readonly body: string;
  readonly observation: string | null;
  readonly impact: string | null;
  readonly nextStep: string | null;
}

/** Says something to a person about a result, an indicator or a value; they see it at once, with name and role. */
export async function giveFeedback(tx: Tx, actor: Actor, input: NewFeedback): Promise<void> {
  const view = await subjectOf(
    tx,
    actor,
    input.participantId,
    (relations) => feedbackRole(relations) !== null,
    FEEDBACK_READERS,
  );
  const role = feedbackRole(view.relations);
  if (!role) throw new Error('checked above');
  requireOpenPeriod(view);
  const line = await lineOf(tx, input);
  if (!line) throw new Refusal(refusals.lineGone(), 'line');
  const { id, participantId, target, lineId } = input;
  const written = await tx.db
    .insertInto('feedback')
    .values({
      agency_id: tx.agencyId,
      id,
      participant_id: participantId,
      target,
      line_id: lineId,
      body: input.body,
      observation: input.observation,
      impact: input.impact,
      next_step: input.nextStep,
      author_id: actor.personId,
      author_role: role,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  await tx.db
    .updateTable('feedback_requests')
    .set({ answered_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('asked_id', '=', actor.personId)
    .where('answered_at', 'is', null)
    .execute();
  const { person, period } = view.participation;
  await record(tx, feedbackGiven, {
    actorId: actor.personId,
    subject: { kind: 'feedback', id },
    personId: person.id,
    payload: { participantId, target, lineId, role },
  });
  await notify(tx, {
    personId: person.id,
    kind: 'feedback-given',
    parameters: { person: actor.name, period: period.name, what: line },
    path: `/appraisals/${participantId}/feedback`,
  });
  tx.touch(actor.personId, view.participation.appraiser?.id, view.participation.superior?.id);
}

/** The words of the line, or undefined when the agreed plan holds no such line. */
async function lineOf(tx: Tx, { participantId, target, lineId }: NewFeedback): Promise<string | undefined> {
  if (target === 'value') return isValueCode(lineId) ? valueName(lineId) : undefined;
  const results = (await agreedContent(tx, participantId))?.content.results ?? [];
  const lines = target === 'result' ? results : results.flatMap((result) => result.indicators);
  return lines.find((line) => line.id === lineId)?.statement;
}
