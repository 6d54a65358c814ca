/**
 * Days of attendance of the people one signs in as and of those beside them, and cases of Kecamatan Alak: as rows, with
 * the measurement made from them, an objection that waits and one that was accepted.
 */
import type { Insertable } from 'kysely';
import {
  attendanceEvidence,
  DEFAULT_PATTERN,
  type Letter,
  patternOf,
  shiftOn,
  type WorkCalendar,
} from '#domain/attendance/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { loadScheme } from '../../schemes.ts';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import { insertCases } from './record-cases.ts';
import { FILE, insertContests, inventDays, rowOf } from './record-days.ts';

export interface RecordsCity {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly employee: DemoPerson;
  readonly officer: DemoPerson;
  readonly today: string;
}

/** Days off of every year that fall on a fixed date. */
const HOLIDAYS = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan Republik Indonesia'],
  ['12-25', 'Hari Raya Natal'],
] as const;
const PEOPLE = 6;

export interface Taking {
  readonly id: string;
  readonly person: DemoPerson;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
}

export async function insertRecords(tx: Tx, seed: number, city: RecordsCity): Promise<void> {
  const random = seededRandom(seed + 47);
  const taking = await takingPart(tx, city);
  const year = city.today.slice(0, 4);
  const off = HOLIDAYS.map(([day, name]) => ({ day: `${year}-${day}`, name }));
  await insertCalendar(tx, city, off);
  const beside = taking.filter(({ person }) => person.unit === city.employee.unit && !person.isHead);
  const own = beside.filter(({ person }) => person === city.employee);
  const calendar: WorkCalendar = {
    own: patternOf(DEFAULT_PATTERN),
    assignments: [],
    holidays: new Map(off.map(({ day, name }) => [day, name])),
  };
  const chosen = [...own, ...beside.filter(({ person }) => person !== city.employee)].slice(0, PEOPLE);
  await insertAttendance(tx, random, { city, calendar, chosen });
  await insertCases(tx, random, city, taking);
}

async function takingPart(tx: Tx, { agencyId, people }: RecordsCity): Promise<readonly Taking[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'participants.starts_on', 'participants.ends_on'])
    .select(['participants.scheme_id', 'participants.scheme_version'])
    .where('participants.agency_id', '=', agencyId)
    .where('periods.state', '=', 'open')
    .orderBy('participants.id')
    .execute();
  const byId = new Map(people.everyone.map((person) => [person.id, person]));
  return rows.flatMap((row) => {
    const person = byId.get(row.person_id);
    return person
      ? [
          {
            id: row.id,
            person,
            startsOn: row.starts_on,
            endsOn: row.ends_on,
            schemeId: row.scheme_id,
            schemeVersion: row.scheme_version,
          },
        ]
      : [];
  });
}

async function insertCalendar(
  tx: Tx,
  { agencyId, officer, today }: RecordsCity,
  off: readonly { readonly day: string; readonly name: string }[],
): Promise<void> {
  const at = moment(`${today.slice(0, 4)}-01-02`);
  await insertAll(tx, 'record_settings', [
    {
      agency_id: agencyId,
      contest_days: 14,
      missing_punch_minutes: 91,
      revision: 1,
      updated_by: officer.id,
      updated_at: at,
    },
  ]);
  await insertAll(tx, 'work_schedules', [
    {
      agency_id: agencyId,
      id: newId(),
      name: 'Jam kerja instansi',
      is_default: true,
      pattern: JSON.stringify(DEFAULT_PATTERN),
      updated_by: officer.id,
      updated_at: at,
    },
  ]);
  await insertAll(
    tx,
    'work_holidays',
    off.map((each) => ({ agency_id: agencyId, ...each, recorded_by: officer.id, recorded_at: at })),
  );
}

interface About {
  readonly city: RecordsCity;
  readonly calendar: WorkCalendar;
  readonly chosen: readonly Taking[];
}

async function insertAttendance(tx: Tx, random: Random, { city, calendar, chosen }: About): Promise<void> {
  const { agencyId, officer, today } = city;
  const yesterday = addDays(today, -1);
  const days: Insertable<DB['attendance_days']>[] = [];
  const pins: Insertable<DB['attendance_pins']>[] = [];
  const letters: Insertable<DB['attendance_letters']>[] = [];
  for (const [index, { id, person, startsOn, endsOn, schemeId, schemeVersion }] of chosen.entries()) {
    const until = yesterday < endsOn ? yesterday : endsOn;
    const leave: Letter = {
      kind: 'leave',
      part: 'day',
      from: addDays(startsOn, 19 + index),
      until: addDays(startsOn, 21 + index),
    };
    const isWorkday = (date: string) =>
      shiftOn(calendar, { personId: person.id, unitIds: [] }, date) !== null;
    const read = inventDays(random, { calendar, from: startsOn, until, letters: [leave] });
    pins.push({
      agency_id: agencyId,
      machine: '',
      pin: String(index + 1),
      person_id: person.id,
      recorded_by: officer.id,
      recorded_at: moment(startsOn),
    });
    letters.push({
      agency_id: agencyId,
      id: newId(),
      person_id: person.id,
      kind: leave.kind,
      part: leave.part,
      starts_on: leave.from,
      ends_on: leave.until,
      number: `800/${120 + index}/${startsOn.slice(0, 4)}`,
      recorded_by: officer.id,
      recorded_at: moment(addDays(startsOn, 16)),
    });
    const rows = read.map((day) => rowOf(city, person.id, day));
    const component = presenceComponent(schemeId, schemeVersion);
    if (person === city.employee && component)
      await insertContests(tx, { city, participantId: id, component, rows });
    days.push(...rows.map(({ row }) => row));
    const value = attendanceEvidence(
      rows.filter(({ row }) => row.superseded_at === null).map(({ day }) => day),
      isWorkday,
    );
    if (component && value)
      await tx.db
        .updateTable('measurements')
        .set({ value: JSON.stringify(value), note: FILE })
        .where('agency_id', '=', agencyId)
        .where('participant_id', '=', id)
        .where('component', '=', component)
        .execute();
  }
  await insertAll(tx, 'attendance_pins', pins);
  await insertAll(tx, 'attendance_letters', letters);
  await insertAll(tx, 'attendance_days', days);
}

function presenceComponent(schemeId: string, version: number): string | undefined {
  const components = Object.entries(loadScheme(schemeId, version)?.scheme.components ?? {});
  return components.find(([, settings]) => settings.mechanism === 'presence')?.[0];
}
