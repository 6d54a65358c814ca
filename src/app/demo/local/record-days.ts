/** Invented days of attendance, and what one employee said against two of them. */
import type { Insertable } from 'kysely';
import {
  type AttendanceDay,
  datesBetween,
  judgeDay,
  judgeStated,
  type Letter,
  shiftOn,
  type WorkCalendar,
} from '#domain/attendance/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { RecordsCity } from './records.ts';

export const FILE = 'log-mesin-presensi.dat (data contoh)';
const NOBODY = { personId: '', unitIds: [] };

export interface DayWithRow {
  day: AttendanceDay;
  readonly row: Insertable<DB['attendance_days']>;
}

/** Mostly on time; now and then late, early, without a second moment, or away. */
export function inventDays(
  random: Random,
  about: {
    readonly calendar: WorkCalendar;
    readonly from: string;
    readonly until: string;
    readonly letters: readonly Letter[];
  },
): readonly AttendanceDay[] {
  return datesBetween(about.from, about.until).flatMap((date) => {
    const shift = shiftOn(about.calendar, NOBODY, date);
    if (!shift) return [];
    const isLate = random.chance(0.05);
    const isAway = random.chance(0.008);
    const hasForgotten = random.chance(0.01);
    const timeIn = shift.from + (isLate ? random.between(6, 70) : -random.between(2, 25));
    const timeOut = shift.to + (random.chance(0.015) ? -random.between(10, 60) : random.between(0, 40));
    return [
      judgeDay({
        date,
        shift,
        timeIn: isAway ? null : timeIn,
        timeOut: isAway || hasForgotten ? null : timeOut,
        letters: about.letters,
        missingMinutes: 91,
      }),
    ];
  });
}

/** Recorded from a file two days ago, so that days can still be contested. */
export function rowOf(
  { agencyId, officer, today }: RecordsCity,
  personId: string,
  day: AttendanceDay,
): DayWithRow {
  return {
    day,
    row: {
      agency_id: agencyId,
      id: newId(),
      person_id: personId,
      ...columnsOf(day),
      origin: 'file',
      note: FILE,
      file_id: null,
      recorded_by: officer.id,
      recorded_at: moment(addDays(today, -2), 3),
      superseded_at: null,
      superseded_by: null,
    },
  };
}

function columnsOf(day: AttendanceDay) {
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

/** The last days become one that is late and contested, and one that was absent and corrected. */
export async function insertContests(
  tx: Tx,
  about: {
    readonly city: RecordsCity;
    readonly participantId: string;
    readonly component: string;
    /** The corrected day is added to them. */
    readonly rows: DayWithRow[];
  },
): Promise<void> {
  const { city, rows } = about;
  const worked = rows.filter(({ day }) => day.status === 'present' && day.expectedIn !== null);
  const [late, absent] = [worked.at(-3), worked.at(-9)];
  if (!late || !absent) return;
  const expectedIn = late.day.expectedIn ?? 0;
  late.day = { ...late.day, timeIn: expectedIn + 22, late: 22, missing: null, early: 0 };
  Object.assign(late.row, columnsOf(late.day));
  const stated = { date: absent.day.date, excuse: null, late: 0, early: 0 };
  const shift = { from: expectedIn, to: absent.day.expectedOut ?? 960, pause: null, grace: 0 };
  absent.day = judgeStated({ ...stated, status: 'absent' }, { shift, letters: [] });
  Object.assign(absent.row, columnsOf(absent.day), {
    superseded_at: moment(addDays(city.today, -1), 4),
    superseded_by: city.officer.id,
  });
  const reason = 'Mendampingi pemeriksaan di kelurahan sesuai surat tugas; tidak sempat ke mesin.';
  const excused = judgeStated({ ...stated, status: 'excused', excuse: 'duty' }, { shift, letters: [] });
  const corrected = rowOf(city, city.employee.id, excused);
  Object.assign(corrected.row, {
    origin: 'contest',
    note: reason,
    recorded_at: moment(addDays(city.today, -1), 4),
  });
  rows.push(corrected);
  await insertBoth(tx, about, { late, absent, reason });
}

async function insertBoth(
  tx: Tx,
  { city, participantId, component }: Parameters<typeof insertContests>[1],
  { late, absent, reason }: { late: DayWithRow; absent: DayWithRow; reason: string },
): Promise<void> {
  const { agencyId, employee, officer, today } = city;
  const contest = (of: DayWithRow, proposal: object, said: string, link: string) => ({
    agency_id: agencyId,
    id: newId(),
    participant_id: participantId,
    component,
    kind: 'day',
    record_id: of.row.id,
    day: of.day.date,
    case_number: null,
    proposal: JSON.stringify(proposal),
    reason: said,
    link,
    state: 'open',
    created_by: employee.id,
    created_at: moment(addDays(today, -1), 2),
    decided_by: null as string | null,
    decided_at: null as Date | null,
    decision: null as string | null,
  });
  const expected = late.day.expectedIn ?? 450;
  const waiting = contest(
    late,
    { status: 'present', timeIn: expected - 8, timeOut: late.day.timeOut ?? 960 },
    'Mesin presensi mati pukul 07.20 sampai 07.50. Daftar hadir manual ditandatangani kepala tata usaha.',
    'https://contoh.example/daftar-hadir-manual',
  );
  const accepted = {
    ...contest(absent, { status: 'excused', excuse: 'duty' }, reason, 'https://contoh.example/surat-tugas'),
    state: 'accepted',
    decided_by: officer.id,
    decided_at: moment(addDays(today, -1), 4),
    decision: 'Surat tugas sesuai dengan tanggalnya.',
  };
  await insertAll(tx, 'record_contests', [waiting, accepted]);
  const act = (subject: string, name: string, to: string, actor: string, hour: number, said: string) => ({
    agency_id: agencyId,
    id: newId(),
    process: 'record-contest',
    subject_id: subject,
    participant_id: participantId,
    act: name,
    from_state: name === 'contest' ? 'none' : 'open',
    to_state: to,
    actor_id: actor,
    reason: said,
    at: moment(addDays(today, -1), hour),
  });
  await insertAll(tx, 'acts', [
    act(waiting.id, 'contest', 'open', employee.id, 2, waiting.reason),
    act(accepted.id, 'contest', 'open', employee.id, 2, accepted.reason),
    act(accepted.id, 'accept', 'accepted', officer.id, 4, accepted.decision),
  ]);
}
