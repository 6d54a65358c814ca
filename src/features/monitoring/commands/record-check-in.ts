import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { later } from '../days.ts';
import { checkInRecorded } from '../events.ts';
import type { CheckpointState } from '../queries-check-ins.ts';
import { checkInTransitions } from '../transitions.ts';
import { refusals } from '../words.ts';
import { checkInSubject } from './check-in-subject.ts';
import { watchers } from './subject.ts';

export interface NewCheckIn {
  /** Made when the form was drawn: a second click records nothing twice. */
  readonly versionId: string;
  readonly participantId: string;
  readonly checkpointId: string;
  readonly heldOn: string;
  readonly notes: string;
  readonly nextSteps: string | null;
  readonly today: string;
}

/** The appraiser writes down what was talked about; the employee is asked to agree. */
export async function recordCheckIn(tx: Tx, actor: Actor, input: NewCheckIn): Promise<void> {
  const { view, checkpoint } = await checkInSubject(tx, actor, input);
  if (await isRecorded(tx, input.versionId)) return;
  const decision = decide(checkInTransitions, {
    state: checkpoint.state,
    act: 'record',
    roles: new Set([...view.relations].filter((each) => each === 'employee' || each === 'appraiser')),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  requireDay(input, checkpoint, view.participation);
  const checkInId = checkpoint.checkIn?.id ?? input.versionId;
  const wording = { held_on: input.heldOn, notes: input.notes, next_steps: input.nextSteps };
  const recorded = { recorded_by: actor.personId, recorded_at: tx.now };
  await tx.db
    .insertInto('check_ins')
    .values({
      agency_id: tx.agencyId,
      id: checkInId,
      participant_id: input.participantId,
      checkpoint_id: input.checkpointId,
      state: decision.to,
      ...wording,
      ...recorded,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'participant_id', 'checkpoint_id']).doUpdateSet({
        state: decision.to,
        ...wording,
        ...recorded,
        agreed_by: null,
        agreed_at: null,
        reply: null,
      }),
    )
    .execute();
  await tx.db
    .insertInto('check_in_versions')
    .values({ agency_id: tx.agencyId, id: input.versionId, check_in_id: checkInId, ...wording, ...recorded })
    .execute();
  const { person, period } = view.participation;
  await recordAct(
    tx,
    {
      process: 'check-in',
      subjectId: checkInId,
      participantId: input.participantId,
      act: 'record',
      actorId: actor.personId,
    },
    decision,
  );
  await record(tx, checkInRecorded, {
    actorId: actor.personId,
    subject: { kind: 'check-in', id: checkInId },
    personId: person.id,
    payload: {
      participantId: input.participantId,
      checkpointId: input.checkpointId,
      heldOn: input.heldOn,
      versionId: input.versionId,
    },
  });
  await notify(tx, {
    personId: person.id,
    kind: 'check-in-recorded',
    parameters: {
      person: actor.name,
      period: period.name,
      date: formatDate(input.heldOn),
      what: checkpoint.name,
    },
    path: `/appraisals/${input.participantId}/check-ins/${input.checkpointId}`,
  });
  tx.touch(...watchers(view));
}

async function isRecorded(tx: Tx, versionId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('check_in_versions')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  return row !== undefined;
}

function requireDay(input: NewCheckIn, checkpoint: CheckpointState, span: { startsOn: string }): void {
  if (input.heldOn > input.today) throw new Refusal(refusals.future(), 'heldOn');
  const earliest = later(checkpoint.startsOn, span.startsOn);
  if (input.heldOn < earliest) {
    throw new Refusal(refusals.beforeCheckpoint({ date: formatDate(earliest) }), 'heldOn');
  }
}
