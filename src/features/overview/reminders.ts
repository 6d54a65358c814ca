/**
 * Deadlines that come near or have passed: each morning at most one line to a person, however often the job runs.
 * Near is seven, three and one day before; passed is the day after and then once a week until it is done.
 */

import { remindOfDiary } from '#features/monitoring/index.ts';
import { type Notification, notify } from '#features/people/index.ts';
import { daysBetween, todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database, Tx } from '#platform/database/database.ts';
import { openAppraisals } from './queries/appraisals.ts';
import { type AppraisalFacts, byUrgency, type Task, tasksFor } from './stages.ts';

const NEAR_DAYS: ReadonlySet<number> = new Set([7, 3, 1]);
/** Local hours in which reminders go out; the later ones only catch up after a stop. */
const FIRST_HOUR = 7;
const LAST_HOUR = 11;
const AT_ONCE = 500;

/** Nothing to be reminded of: what has no deadline, and what one may simply read. */
export function isRemindedToday(task: Task, today: string): boolean {
  if (!task.dueOn || task.kind === 'record-progress') return false;
  const days = daysBetween(today, task.dueOn);
  return NEAR_DAYS.has(days) || (days < 0 && (-days - 1) % 7 === 0);
}

interface Reminder {
  readonly facts: AppraisalFacts;
  readonly task: Task;
}

/** What each person is reminded of today, the most urgent first. */
export function remindersOf(
  appraisals: readonly AppraisalFacts[],
  today: string,
): ReadonlyMap<string, readonly Reminder[]> {
  const byPerson = new Map<string, Reminder[]>();
  for (const facts of appraisals) {
    const people = new Set([facts.personId, facts.appraiserId, facts.superiorId]);
    for (const personId of people) {
      if (!personId) continue;
      for (const task of tasksFor(facts, personId, today)) {
        if (!isRemindedToday(task, today)) continue;
        const own = byPerson.get(personId) ?? [];
        own.push({ facts, task });
        byPerson.set(personId, own);
      }
    }
  }
  for (const reminders of byPerson.values()) reminders.sort((a, b) => byUrgency(a.task, b.task));
  return byPerson;
}

function summaryOf(personId: string, reminders: readonly Reminder[], today: string): Notification | null {
  const [first, ...more] = reminders;
  if (!first?.task.dueOn) return null;
  const isOwn = first.facts.personId === personId;
  return {
    personId,
    kind: first.task.dueOn < today ? 'deadline-passed' : 'deadline-near',
    parameters: {
      task: first.task.kind,
      whose: isOwn ? 'own' : 'team',
      dueOn: first.task.dueOn,
      more: String(more.length),
    },
    path: more.length > 0 ? '/' : `/appraisals/${first.facts.participantId}/${first.task.page}`,
    dedupeKey: `deadline:${today}`,
  };
}

/** Reminds everybody of one agency; gives how many people were thought of. */
export async function remindAgency(tx: Tx, today: string): Promise<number> {
  const reminders = remindersOf(await openAppraisals(tx), today);
  const summaries = [...reminders].flatMap(([personId, own]) => summaryOf(personId, own, today) ?? []);
  for (let start = 0; start < summaries.length; start += AT_ONCE) {
    await notify(tx, ...summaries.slice(start, start + AT_ONCE));
  }
  const told = new Set(summaries.map((each) => each.personId));
  return summaries.length + (await remindOfDiary(tx, today, (personId) => !told.has(personId)));
}

/** Whether it is the time of day for reminders in that zone. */
export function isReminderTime(zone: string, now: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now),
  );
  return hour >= FIRST_HOUR && hour <= LAST_HOUR;
}

/**
 * One look at all agencies. An agency that fails does not keep the others from their reminders; the failure is
 * thrown at the end, so that the queue shows it.
 */
export async function remindAll(
  database: Database,
  afterwards: (db: AgencyDb) => Promise<void>,
): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  const now = database.clock();
  const failures: unknown[] = [];
  for (const agency of agencies) {
    if (!isReminderTime(agency.zone, now)) continue;
    const db = database.forAgency(agency.id);
    try {
      await db.write((tx) => remindAgency(tx, todayIn(agency.zone, now)));
      await afterwards(db);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'reminders of some agencies failed');
}
