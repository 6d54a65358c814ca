/**
 * Each morning: who has to renew a certificate (30 and 7 days before its last day, and once it has ended), and who has
 * a place in a workshop tomorrow. However often it runs, everybody is told of each only once.
 */
import { sql } from 'kysely';
import { type Notification, notify } from '#features/people/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { formatDate } from '#platform/locale/format.ts';
import { whenInWords } from './workshops/words.ts';
import { clockIn, instantAt } from './zone.ts';

/** Days before the last day of a certificate on which its holder is told, the first one first. */
const NOTICE_DAYS = [30, 7] as const;
/** A certificate that ended longer ago is known to have ended. */
const ENDED_DAYS = 14;
const AT_ONCE = 500;
/** Local hours in which people are told; the later ones only catch up after a stop. */
const FIRST_HOUR = '07';
const LAST_HOUR = '11';

/** Every hour, because seven in the morning comes three times between Sabang and Merauke. */
export const trainingRecurring: readonly Recurring[] = [
  { name: 'training-reminders', pattern: '20 * * * *', run: remindOfTraining },
];

/** An agency that fails keeps no other waiting; the failure is thrown at the end, so that the queue shows it. */
export async function remindOfTraining(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  const now = database.clock();
  const failures: unknown[] = [];
  for (const { id, zone } of agencies) {
    const hour = clockIn(zone, now).slice(0, 2);
    if (hour < FIRST_HOUR || hour > LAST_HOUR) continue;
    await database
      .forAgency(id)
      .write((tx) => remindAgencyOfTraining(tx, zone))
      .catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'training reminders of some agencies failed');
}

/** Gives how many were told just now. */
export async function remindAgencyOfTraining(tx: Tx, zone: string): Promise<number> {
  const today = todayIn(zone, tx.now);
  const all = [...(await certificatesEnding(tx, today)), ...(await workshopsTomorrow(tx, zone, today))];
  let told = 0;
  for (let start = 0; start < all.length; start += AT_ONCE)
    told += await notify(tx, ...all.slice(start, start + AT_ONCE));
  return told;
}

/** The last certificate of each person and scheme; one that was renewed needs no word. */
async function certificatesEnding(tx: Tx, today: string): Promise<readonly Notification[]> {
  const from = addDays(today, -ENDED_DAYS);
  const until = addDays(today, NOTICE_DAYS[0] + 1);
  const { rows } = await sql<{
    id: string;
    person_id: string;
    scheme_id: string;
    number: string;
    valid_until: string;
  }>`
    select distinct on (person_id, scheme_id) id, person_id, scheme_id, number, valid_until
    from training_certificates
    where agency_id = ${tx.agencyId} and revoked_at is null and valid_until >= ${from}::date
    order by person_id, scheme_id, valid_until desc`.execute(tx.db);
  return rows
    .filter((row) => row.valid_until <= until)
    .map((row) => {
      const last = addDays(row.valid_until, -1);
      const hasEnded = today > last;
      const step = NOTICE_DAYS.findLast((days) => today >= addDays(last, -days)) ?? NOTICE_DAYS[0];
      return {
        personId: row.person_id,
        kind: hasEnded ? ('certificate-ended' as const) : ('certificate-ending' as const),
        parameters: { what: row.number, date: formatDate(last) },
        path: `/training/courses/${row.scheme_id}`,
        dedupeKey: `certificate:${row.id}:${hasEnded ? 'ended' : step}`,
      };
    });
}

async function workshopsTomorrow(tx: Tx, zone: string, today: string): Promise<readonly Notification[]> {
  const tomorrow = addDays(today, 1);
  const rows = await tx.db
    .selectFrom('training_enrolments as e')
    .innerJoin('training_workshops as w', (join) =>
      join.onRef('w.id', '=', 'e.workshop_id').on('w.agency_id', '=', tx.agencyId),
    )
    .select(['e.person_id', 'w.id', 'w.title', 'w.starts_at', 'w.ends_at'])
    .where('e.agency_id', '=', tx.agencyId)
    .where('e.state', '=', 'enrolled')
    .where('w.state', '=', 'planned')
    .where('w.starts_at', '>=', instantAt(zone, tomorrow, '00:00'))
    .where('w.starts_at', '<', instantAt(zone, addDays(tomorrow, 1), '00:00'))
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    kind: 'workshop-near' as const,
    parameters: {
      what: row.title,
      date: whenInWords({ startsAt: row.starts_at, endsAt: row.ends_at }, zone),
    },
    path: `/training/workshops/${row.id}`,
    dedupeKey: `workshop-near:${row.id}:${tomorrow}`,
  }));
}
