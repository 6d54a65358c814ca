/** Hours, their assignment, days off and settings: what an officer of the agency sets, each change an event. */
import type { z } from 'zod';
import type { StoredPattern } from '#domain/attendance/index.ts';
import { type Actor, isAgencyOfficer, unitsBelow } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { attendanceCalendarChanged } from '../events.ts';
import { bumpRevision, lockRecords, storedPattern } from '../records/calendar.ts';
import { employeesIn } from './people.ts';
import { peopleWithDays, readDaysAgain } from './recompute.ts';
import { text } from './text-calendar.ts';

type What = z.input<typeof attendanceCalendarChanged.payload>['what'];

async function changing(tx: Tx, actor: Actor): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await lockRecords(tx);
}

async function changed(tx: Tx, actor: Actor, what: What, name: string): Promise<void> {
  await bumpRevision(tx, actor.personId);
  await record(tx, attendanceCalendarChanged, {
    actorId: actor.personId,
    subject: { kind: 'attendance-calendar', id: tx.agencyId },
    payload: { what, name: name.slice(0, 300) },
  });
}

export interface ScheduleLine {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly pattern: StoredPattern;
}

export async function schedulesOf(tx: Tx): Promise<readonly ScheduleLine[]> {
  const rows = await tx.db
    .selectFrom('work_schedules')
    .select(['id', 'name', 'is_default', 'pattern'])
    .where('agency_id', '=', tx.agencyId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isDefault: row.is_default,
    pattern: storedPattern(row.pattern),
  }));
}

/** Hours that files read after this go by; days that are recorded keep the hours they were read by. */
export async function saveSchedule(tx: Tx, actor: Actor, given: ScheduleLine): Promise<void> {
  await changing(tx, actor);
  const known = await schedulesOf(tx);
  if (known.some(({ id, name }) => id !== given.id && name.toLowerCase() === given.name.toLowerCase()))
    throw new Refusal(text.nameTaken({ name: given.name }), 'name');
  const own = known.find(({ isDefault }) => isDefault);
  // The agency has one default: saved twice under two new ids it stays one row.
  const id = given.isDefault && own ? own.id : given.id;
  const values = {
    name: given.name,
    pattern: JSON.stringify(given.pattern),
    updated_by: actor.personId,
    updated_at: tx.now,
  };
  await tx.db
    .insertInto('work_schedules')
    .values({ agency_id: tx.agencyId, id, is_default: given.isDefault, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doUpdateSet(values))
    .execute();
  await changed(tx, actor, 'schedule', given.name);
}

export interface AssignmentLine {
  readonly id: string;
  readonly scheduleName: string;
  readonly whose: string;
  readonly from: string;
  readonly until: string | null;
}

export async function assignmentsOf(tx: Tx): Promise<readonly AssignmentLine[]> {
  const rows = await tx.db
    .selectFrom('work_assignments')
    .innerJoin('work_schedules', (join) =>
      join
        .onRef('work_schedules.id', '=', 'work_assignments.schedule_id')
        .on('work_schedules.agency_id', '=', tx.agencyId),
    )
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'work_assignments.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'work_assignments.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['work_assignments.id', 'valid_from', 'valid_until', 'work_schedules.name as schedule_name'])
    .select(['units.name as unit_name', 'people.name as person_name'])
    .where('work_assignments.agency_id', '=', tx.agencyId)
    .orderBy('valid_from', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    scheduleName: row.schedule_name,
    whose: row.unit_name ?? row.person_name ?? '',
    from: row.valid_from,
    until: row.valid_until,
  }));
}

export interface NewAssignment {
  readonly id: string;
  readonly scheduleId: string;
  readonly unitId: string | null;
  readonly nip: string;
  readonly from: string;
  /** Last day, included; null without end. */
  readonly lastDay: string | null;
}

export async function assignSchedule(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  given: NewAssignment,
): Promise<void> {
  await changing(tx, actor);
  const schedule = (await schedulesOf(tx)).find(({ id }) => id === given.scheduleId);
  if (!schedule) throw new Refusal(text.scheduleMissing(), 'schedule');
  const people = await employeesIn(tx, { kind: 'agency' });
  const person = given.nip ? people.find(({ nip }) => nip === given.nip) : undefined;
  if (given.nip && !person) throw new Refusal(text.nipUnknown(), 'nip');
  if (!person && !given.unitId) throw new Refusal(text.whoseMissing(), 'unit');
  if (given.lastDay && given.lastDay < given.from) throw new Refusal(text.spanWrong(), 'until');
  const until = given.lastDay ? addDays(given.lastDay, 1) : null;
  const inserted = await tx.db
    .insertInto('work_assignments')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      schedule_id: schedule.id,
      unit_id: person ? null : given.unitId,
      person_id: person?.id ?? null,
      valid_from: given.from,
      valid_until: until,
      recorded_by: actor.personId,
      recorded_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await changed(tx, actor, 'assignment', schedule.name);
  await again(tx, schemes, actor, {
    personIds: person ? [person.id] : await peopleBelow(tx, given.unitId ?? ''),
    from: given.from,
    until: given.lastDay ?? '2999-12-31',
    note: schedule.name,
  });
}

export async function endAssignment(tx: Tx, actor: Actor, schemes: SchemeStore, id: string): Promise<void> {
  await changing(tx, actor);
  if (!isId(id)) throw new NotFound();
  const row = await tx.db
    .deleteFrom('work_assignments')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await changed(tx, actor, 'assignment-ended', row.valid_from);
  await again(tx, schemes, actor, {
    personIds: row.person_id ? [row.person_id] : await peopleBelow(tx, row.unit_id ?? ''),
    from: row.valid_from,
    until: row.valid_until ? addDays(row.valid_until, -1) : '2999-12-31',
    note: text.assignmentEndedNote(),
  });
}

async function peopleBelow(tx: Tx, unitId: string): Promise<readonly string[]> {
  const units = await unitsBelow(tx, [unitId]);
  return (await employeesIn(tx, { kind: 'units', unitIds: units })).map(({ id }) => id);
}

function again(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  given: Parameters<typeof readDaysAgain>[3],
): Promise<number> {
  return readDaysAgain(tx, schemes, actor.personId, given);
}

export interface Holiday {
  readonly day: string;
  readonly name: string;
}

export async function holidaysOf(tx: Tx): Promise<readonly Holiday[]> {
  return tx.db
    .selectFrom('work_holidays')
    .select(['day', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .orderBy('day', 'desc')
    .execute();
}

/** Days off that were not known; what was recorded of them is read again. */
export async function addHolidays(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  holidays: readonly Holiday[],
): Promise<number> {
  await changing(tx, actor);
  if (holidays.length === 0) return 0;
  const inserted = await tx.db
    .insertInto('work_holidays')
    .values(
      [...new Map(holidays.map((each) => [each.day, each])).values()].map(({ day, name }) => ({
        agency_id: tx.agencyId,
        day,
        name,
        recorded_by: actor.personId,
        recorded_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'day']).doNothing())
    .returning(['day', 'name'])
    .execute();
  if (inserted.length === 0) return 0;
  const names = inserted.map(({ day, name }) => `${day} ${name}`).join('; ');
  await changed(tx, actor, 'holidays', names);
  for (const { day, name } of inserted)
    await again(tx, schemes, actor, {
      personIds: await peopleWithDays(tx, day, day),
      from: day,
      until: day,
      note: name,
    });
  return inserted.length;
}

export async function removeHoliday(tx: Tx, actor: Actor, schemes: SchemeStore, day: string): Promise<void> {
  await changing(tx, actor);
  const row = await tx.db
    .deleteFrom('work_holidays')
    .where('agency_id', '=', tx.agencyId)
    .where('day', '=', day)
    .returning(['day', 'name'])
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await changed(tx, actor, 'holiday-removed', `${row.day} ${row.name}`);
  const note = text.holidayRemovedNote({ name: row.name });
  const personIds = await peopleWithDays(tx, day, day);
  await again(tx, schemes, actor, { personIds, from: day, until: day, note });
}

export async function saveSettings(
  tx: Tx,
  actor: Actor,
  given: { readonly contestDays: number; readonly missingMinutes: number },
): Promise<void> {
  await changing(tx, actor);
  await tx.db
    .updateTable('record_settings')
    .set({
      contest_days: given.contestDays,
      missing_punch_minutes: given.missingMinutes,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const { contestDays, missingMinutes } = given;
  await changed(tx, actor, 'settings', text.settingsNote({ contestDays, missingMinutes }));
}
