/** Two days before: whoever still has dossiers to judge or a return to answer is told once more, once each. */
import { sql } from 'kysely';
import { agencyToday, type Notification, notify } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { formatDate } from '#platform/locale/format.ts';

const DAYS_AHEAD = 2;

/** Every hour, because morning comes three times between Sabang and Merauke. */
export const calibrationRecurring: readonly Recurring[] = [
  { name: 'calibration-reminders', pattern: '50 * * * *', run: remindEverywhere },
];

async function remindEverywhere(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const { id } of agencies)
    await database
      .forAgency(id)
      .write(remindOfCalibration)
      .catch((error) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, 'reminders of calibration failed in some agencies');
}

/** Gives how many were told just now. */
export async function remindOfCalibration(tx: Tx): Promise<number> {
  const today = await agencyToday(tx);
  const until = addDays(today, DAYS_AHEAD);
  return notify(tx, ...(await judgesLate(tx, today, until)), ...(await authorsLate(tx, today, until)));
}

interface Late {
  readonly id: string;
  readonly person_id: string;
  readonly period: string;
  readonly on_date: string;
}

async function judgesLate(tx: Tx, today: string, until: string): Promise<readonly Notification[]> {
  const { rows } = await sql<Late>`
    select distinct meeting.id, member.person_id, period.name as period, meeting.held_on as on_date
    from calibration_meetings meeting
      join periods period on period.agency_id = ${tx.agencyId} and period.id = meeting.period_id
      join calibration_members member on member.agency_id = ${tx.agencyId} and member.meeting_id = meeting.id
        and member.state in ('invited', 'accepted')
      join calibration_items item on item.agency_id = ${tx.agencyId} and item.meeting_id = meeting.id
        and item.state = 'blind'
    where meeting.agency_id = ${tx.agencyId} and meeting.state = 'judging'
      and meeting.held_on between ${today} and ${until}
      and not exists (select from calibration_recusals recusal where recusal.agency_id = ${tx.agencyId}
        and recusal.item_id = item.id and recusal.person_id = member.person_id)
      and not exists (select from calibration_judgements own where own.agency_id = ${tx.agencyId}
        and own.item_id = item.id and own.person_id = member.person_id and own.state = 'submitted')`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    personId: row.person_id,
    kind: 'calibration-near',
    parameters: { period: row.period, date: formatDate(String(row.on_date)) },
    path: `/calibration/${row.id}`,
    dedupeKey: `calibration-near:${row.id}:${row.on_date}`,
  }));
}

async function authorsLate(tx: Tx, today: string, until: string): Promise<readonly Notification[]> {
  const { rows } = await sql<Late>`
    select item.id, coalesce(participant.appraiser_id, participant.superior_id) as person_id,
      period.name as period, item.due_on as on_date
    from calibration_items item
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = item.participant_id
      join periods period on period.agency_id = ${tx.agencyId} and period.id = participant.period_id
    where item.agency_id = ${tx.agencyId} and item.state = 'returned'
      and item.due_on between ${today} and ${until}`.execute(tx.db);
  return rows.map((row) => ({
    personId: row.person_id,
    kind: 'calibration-return-near',
    parameters: { period: row.period, date: formatDate(String(row.on_date)) },
    path: `/calibration-returns/${row.id}`,
    dedupeKey: `calibration-return-near:${row.id}`,
  }));
}
