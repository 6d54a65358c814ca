/** Checkpoints of a period with what was recorded at each; days that are due come from the period, not from a job. */
import { type Participation, peopleInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { CheckInState } from './transitions.ts';

export interface CheckInVersion {
  readonly id: string;
  readonly heldOn: string;
  readonly notes: string;
  readonly nextSteps: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface CheckIn {
  readonly id: string;
  readonly heldOn: string;
  readonly notes: string;
  readonly nextSteps: string | null;
  readonly reply: string | null;
  readonly agreedAt: Date | null;
  /** Every wording, the earliest first. */
  readonly versions: readonly CheckInVersion[];
  /** Answers of the employee, the earliest first. */
  readonly answers: readonly { readonly act: string; readonly reason: string | null; readonly at: Date }[];
}

export interface CheckpointState {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly state: CheckInState;
  readonly checkIn: CheckIn | null;
}

type Span = Pick<Participation, 'id' | 'startsOn' | 'endsOn'> & { readonly period: { readonly id: string } };

/** The checkpoints that fall into the participant's part of the period, in order. */
export async function checkpointsOf(tx: Tx, participation: Span): Promise<readonly CheckpointState[]> {
  const checkpoints = await tx.db
    .selectFrom('checkpoints')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', participation.period.id)
    .where('ends_on', '>=', participation.startsOn)
    .where('starts_on', '<=', participation.endsOn)
    .orderBy('ordinal')
    .execute();
  const checkIns = await checkInsOf(tx, participation);
  return checkpoints.map((row) => {
    const recorded = checkIns.get(row.id);
    return {
      id: row.id,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      dueOn: row.due_on,
      state: recorded?.state ?? 'due',
      checkIn: recorded?.checkIn ?? null,
    };
  });
}

async function checkInsOf(
  tx: Tx,
  participation: Span,
): Promise<ReadonlyMap<string, { state: CheckInState; checkIn: CheckIn }>> {
  const rows = await tx.db
    .selectFrom('check_ins')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participation.id)
    .execute();
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.id);
  const versions = await tx.db
    .selectFrom('check_in_versions')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('check_in_id', 'in', ids)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const acts = await tx.db
    .selectFrom('acts')
    .select(['subject_id', 'act', 'reason', 'at'])
    .where('agency_id', '=', tx.agencyId)
    .where('subject_id', 'in', ids)
    .where('process', '=', 'check-in')
    .where('act', '!=', 'record')
    .orderBy('at')
    .execute();
  const people = await peopleInBrief(
    tx,
    versions.map((version) => version.recorded_by),
    participation.endsOn,
  );
  return new Map(
    rows.map((row) => [
      row.checkpoint_id,
      {
        state: row.state as CheckInState,
        checkIn: {
          id: row.id,
          heldOn: row.held_on,
          notes: row.notes,
          nextSteps: row.next_steps,
          reply: row.reply,
          agreedAt: row.agreed_at,
          versions: versions
            .filter((version) => version.check_in_id === row.id)
            .map((version) => ({
              id: version.id,
              heldOn: version.held_on,
              notes: version.notes,
              nextSteps: version.next_steps,
              recordedBy: people.get(version.recorded_by)?.name ?? '',
              recordedAt: version.recorded_at,
            })),
          answers: acts.filter((act) => act.subject_id === row.id),
        },
      },
    ]),
  );
}

/** `upcoming` not begun · `open` now · `overdue` past its day and not recorded · otherwise the state of the check-in. */
export type CheckpointStanding = 'upcoming' | 'open' | 'overdue' | Exclude<CheckInState, 'due'>;

export function standingOf(
  checkpoint: Pick<CheckpointState, 'state' | 'startsOn' | 'dueOn'>,
  today: string,
): CheckpointStanding {
  if (checkpoint.state !== 'due') return checkpoint.state;
  if (today > checkpoint.dueOn) return 'overdue';
  return today < checkpoint.startsOn ? 'upcoming' : 'open';
}
