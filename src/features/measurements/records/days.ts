/** Days of attendance as rows: what holds now, what held before, and writing many at once. */
import type { Selectable } from 'kysely';
import {
  type AttendanceDay,
  type DayStatus,
  type Excuse,
  isSameDay,
  judgeDay,
  judgeStated,
} from '#domain/attendance/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { AttendanceDays } from '#tables';
import { type Judging, lockRecords } from './calendar.ts';

export type DayOrigin = 'file' | 'calendar' | 'contest' | 'officer';

export interface DayRow extends AttendanceDay {
  readonly id: string;
  readonly personId: string;
  readonly origin: DayOrigin;
  /** Name of the file, or the reason of whoever corrected it. */
  readonly note: string;
  readonly fileId: string | null;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

/** Days that somebody decided about are not read over by a file or a change of the calendar. */
export function isDecided({ origin }: Pick<DayRow, 'origin'>): boolean {
  return origin === 'contest' || origin === 'officer';
}

/** What holds now between two dates, both included, in order of the date. */
export async function daysOf(
  tx: Tx,
  personIds: readonly string[],
  span: { readonly from: string; readonly until: string },
): Promise<readonly DayRow[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('attendance_days')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('superseded_at', 'is', null)
    .where('person_id', 'in', [...personIds])
    .where('day', '>=', span.from)
    .where('day', '<=', span.until)
    .orderBy('day')
    .execute();
  return rows.map(fromRow);
}

/** All that was ever recorded of one day, newest first. */
export async function historyOfDay(tx: Tx, personId: string, date: string): Promise<readonly DayRow[]> {
  const rows = await tx.db
    .selectFrom('attendance_days')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('day', '=', date)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(fromRow);
}

function fromRow(row: Selectable<AttendanceDays>): DayRow {
  return {
    id: row.id,
    personId: row.person_id,
    date: row.day,
    status: row.status as DayStatus,
    expectedIn: row.expected_in,
    expectedOut: row.expected_out,
    timeIn: row.time_in,
    timeOut: row.time_out,
    missing: row.missing as DayRow['missing'],
    late: row.late_minutes,
    early: row.early_minutes,
    excuse: row.excuse as Excuse | null,
    origin: row.origin as DayOrigin,
    note: row.note,
    fileId: row.file_id,
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at,
  };
}

export interface DayToWrite {
  readonly personId: string;
  readonly day: AttendanceDay;
}

export interface DaySource {
  readonly origin: DayOrigin;
  readonly note: string;
  readonly fileId: string | null;
}

export interface WrittenDays {
  /** People of whom a day changed. */
  readonly personIds: readonly string[];
  readonly written: number;
  /** Days that somebody had decided about and that were left as they are. */
  readonly kept: number;
}

const ROWS_A_STATEMENT = 1000;

/** Writes what differs from what is known; the same days a second time change nothing. */
export async function writeDays(
  tx: Tx,
  actorId: string,
  source: DaySource,
  days: readonly DayToWrite[],
): Promise<WrittenDays> {
  if (days.length === 0) return { personIds: [], written: 0, kept: 0 };
  await lockRecords(tx);
  const dates = days.map(({ day }) => day.date).sort();
  const known = await daysOf(tx, [...new Set(days.map(({ personId }) => personId))], {
    from: dates[0] ?? '',
    until: dates.at(-1) ?? '',
  });
  const former = new Map(known.map((row) => [`${row.personId} ${row.date}`, row]));
  const changed: { readonly entry: DayToWrite; readonly replaces: DayRow | undefined }[] = [];
  let kept = 0;
  const mayReplaceDecided = isDecided(source);
  for (const entry of days) {
    const replaces = former.get(`${entry.personId} ${entry.day.date}`);
    if (replaces && isSameDay(replaces, entry.day) && !mayReplaceDecided) continue;
    if (replaces && isDecided(replaces) && !mayReplaceDecided) {
      kept += 1;
      continue;
    }
    changed.push({ entry, replaces });
  }
  for (let start = 0; start < changed.length; start += ROWS_A_STATEMENT)
    await writeSome(tx, actorId, source, changed.slice(start, start + ROWS_A_STATEMENT));
  const personIds = [...new Set(changed.map(({ entry }) => entry.personId))];
  tx.touch(...personIds);
  return { personIds, written: changed.length, kept };
}

async function writeSome(
  tx: Tx,
  actorId: string,
  source: DaySource,
  some: readonly { readonly entry: DayToWrite; readonly replaces: DayRow | undefined }[],
): Promise<void> {
  const replaced = some.flatMap(({ replaces }) => (replaces ? [replaces.id] : []));
  if (replaced.length > 0)
    await tx.db
      .updateTable('attendance_days')
      .set({ superseded_at: tx.now, superseded_by: actorId })
      .where('agency_id', '=', tx.agencyId)
      .where('id', 'in', replaced)
      .execute();
  await tx.db
    .insertInto('attendance_days')
    .values(
      some.map(({ entry: { personId, day } }) => ({
        agency_id: tx.agencyId,
        id: newId(),
        person_id: personId,
        ...columnsOf(day),
        origin: source.origin,
        note: source.note,
        file_id: source.fileId,
        recorded_by: actorId,
        recorded_at: tx.now,
      })),
    )
    .execute();
}

export function columnsOf(day: AttendanceDay) {
  return {
    day: day.date,
    status: day.status,
    expected_in: day.expectedIn,
    expected_out: day.expectedOut,
    time_in: day.timeIn,
    time_out: day.timeOut,
    missing: day.missing,
    late_minutes: day.late,
    early_minutes: day.early,
    excuse: day.excuse,
  };
}

/** Reads a known day again after letters, holidays or hours have changed. */
export function judgeAgain(row: DayRow, judged: Judging): AttendanceDay {
  const shift = judged.shiftOf(row.personId, row.date);
  const letters = judged.lettersOf(row.personId);
  const { date, timeIn, timeOut, late, early } = row;
  if (timeIn !== null || timeOut !== null)
    return judgeDay({
      date,
      shift,
      timeIn,
      timeOut,
      letters,
      missingMinutes: judged.settings.missingMinutes,
    });
  if (row.status === 'present')
    return judgeStated({ date, status: 'present', excuse: null, late, early }, { shift, letters });
  // What a file said was excused stays so; what a letter or a holiday excused is looked at anew.
  const isOfFile = row.status === 'excused' && row.origin === 'file' && row.expectedIn === null;
  return judgeStated(
    { date, status: isOfFile ? 'excused' : 'absent', excuse: row.excuse, late: 0, early: 0 },
    { shift, letters },
  );
}
