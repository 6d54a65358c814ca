import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { checkInAnswered } from '../events.ts';
import { checkInTransitions } from '../transitions.ts';
import { refusals } from '../words.ts';
import { checkInSubject } from './check-in-subject.ts';
import { watchers } from './subject.ts';

export interface CheckInAnswer {
  readonly participantId: string;
  readonly checkpointId: string;
  readonly act: 'agree' | 'dispute';
  readonly reply: string | null;
  /** The wording the employee read; another one since then is not agreed to unseen. */
  readonly versionId: string;
}

/** The employee agrees with what was written down, or says what is not right. */
export async function answerCheckIn(tx: Tx, actor: Actor, input: CheckInAnswer): Promise<void> {
  const { view, checkpoint } = await checkInSubject(tx, actor, input);
  const decision = decide(checkInTransitions, {
    state: checkpoint.state,
    act: input.act,
    roles: new Set([...view.relations].filter((each) => each === 'employee' || each === 'appraiser')),
    reason: input.reply ?? undefined,
  });
  if (!decision.ok) throw decision.why === 'reason-missing' ? replyMissing() : refusalOf(decision.why);
  const checkIn = checkpoint.checkIn;
  if (!checkIn || checkIn.versions.at(-1)?.id !== input.versionId) throw refusalOf('wrong-state');
  await tx.db
    .updateTable('check_ins')
    .set({
      state: decision.to,
      reply: input.reply,
      agreed_by: input.act === 'agree' ? actor.personId : null,
      agreed_at: input.act === 'agree' ? tx.now : null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', checkIn.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'check-in',
      subjectId: checkIn.id,
      participantId: input.participantId,
      act: input.act,
      actorId: actor.personId,
      reason: input.reply,
    },
    decision,
  );
  const { person, period, appraiser } = view.participation;
  await record(tx, checkInAnswered, {
    actorId: actor.personId,
    subject: { kind: 'check-in', id: checkIn.id },
    personId: person.id,
    payload: {
      participantId: input.participantId,
      checkpointId: input.checkpointId,
      agreed: input.act === 'agree',
    },
  });
  await notify(tx, {
    personId: appraiser?.id,
    kind: 'check-in-answered',
    parameters: {
      person: person.name,
      period: period.name,
      date: formatDate(checkIn.heldOn),
      what: checkpoint.name,
    },
    path: `/appraisals/${input.participantId}/check-ins/${input.checkpointId}`,
  });
  tx.touch(...watchers(view));
}

function replyMissing(): Refusal {
  return new Refusal(refusals.replyMissing(), 'reply');
}
