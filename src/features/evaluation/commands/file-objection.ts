import type { Actor } from '#features/people/index.ts';
import { notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import { objectionFiled } from '../events.ts';
import { text } from '../text.ts';
import { type ActInput, beginAct, eventOf, setResult } from './begin-act.ts';

/** In writing, with reasons, to the appraiser's superior, within the days allowed (PP 30/2019 Article 59). */
export async function fileObjection(
  tx: Tx,
  actor: Actor,
  input: ActInput & { readonly reason: string; readonly zone: string },
): Promise<void> {
  const { standing, result, decision } = await beginAct(tx, actor, 'object', input);
  const { participation } = standing.view;
  const filedOn = todayIn(input.zone, tx.now);
  const deadline = result.objectionDeadline;
  if (!deadline || filedOn > deadline)
    throw new Refusal(text.objectionTooLate({ date: formatDate(deadline ?? filedOn) }), 'reason');
  const explanationDueOn = addDays(filedOn, participation.period.explanationDays);
  await setResult(tx, result, { state: decision.to });
  await tx.db
    .insertInto('objections')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      result_id: result.id,
      participant_id: participation.id,
      body: input.reason.trim(),
      filed_at: tx.now,
      filed_on: filedOn,
      explanation_due_on: explanationDueOn,
      decision_due_on: addDays(explanationDueOn, participation.period.decisionDays),
    })
    .execute();
  const act = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'result', act: 'object', reason: input.reason }, decision);
  await record(tx, objectionFiled, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: { ...eventOf(result), filedOn },
  });
  const told = {
    kind: 'objection-filed' as const,
    parameters: {
      person: participation.person.name,
      period: participation.period.name,
      date: formatDate(explanationDueOn),
    },
    path: `/appraisals/${participation.id}/result`,
  };
  await notify(
    tx,
    { ...told, personId: participation.appraiser?.id },
    ...(participation.superior?.id === participation.appraiser?.id
      ? []
      : [{ ...told, personId: participation.superior?.id }]),
  );
  tx.touch(participation.person.id);
}
