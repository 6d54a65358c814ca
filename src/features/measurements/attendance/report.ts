/** What a file would record: per person and day, numbers nobody is known by, rows that cannot be read. */
import { z } from 'zod';
import {
  type AttendanceDay,
  datesBetween,
  daysFromPunches,
  isSameDay,
  judgeDay,
  judgeStated,
} from '#domain/attendance/index.ts';
import type { Judging } from '../records/calendar.ts';
import { type DayRow, isDecided } from '../records/days.ts';
import type { Employee } from './people.ts';
import type { FileEntry, ReadFile } from './read-file.ts';

export interface ReportedPerson {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly days: readonly AttendanceDay[];
  /** Days of these that are new or differ from what is known. */
  readonly changed: number;
  /** Days that were decided about and stay. */
  readonly kept: number;
  /** Working days between the file's first and last that it says nothing of. */
  readonly missing: readonly string[];
}

export interface UnknownNumber {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  /** The only person of that name. */
  readonly proposed: { readonly nip: string; readonly name: string } | null;
}

export interface AttendanceReport {
  readonly layout: ReadFile['layout'];
  readonly from: string;
  readonly until: string;
  readonly rows: number;
  readonly revision: number;
  readonly people: readonly ReportedPerson[];
  readonly unknown: readonly UnknownNumber[];
  readonly problems: ReadFile['problems'];
}

export interface About {
  readonly employees: readonly Employee[];
  readonly pins: ReadonlyMap<string, string>;
  readonly judged: Judging;
  readonly known: readonly DayRow[];
  readonly span: { readonly from: string; readonly until: string };
}

/** The person of each number; a number that nobody is known by is left out. */
export function personOf(
  key: string,
  { employees, pins }: Pick<About, 'employees' | 'pins'>,
): Employee | undefined {
  const id = pins.get(key);
  return employees.find((each) => (id ? each.id === id : key.length === 18 && each.nip === key));
}

export function reportOn(file: ReadFile, about: About): AttendanceReport {
  const byId = new Map(about.employees.map((each) => [each.id, each]));
  const byNip = new Map(about.employees.map((each) => [each.nip, each]));
  const byName = Map.groupBy(about.employees, ({ name }) => plainName(name));
  const known = Map.groupBy(about.known, ({ personId }) => personId);
  const entries = new Map<string, FileEntry[]>();
  const unknown: UnknownNumber[] = [];
  for (const entry of file.entries) {
    const pinned = about.pins.get(entry.key);
    const employee = pinned ? byId.get(pinned) : byNip.get(entry.key);
    if (employee) {
      entries.set(employee.id, [...(entries.get(employee.id) ?? []), entry]);
      continue;
    }
    const [same, ...others] = entry.name ? (byName.get(plainName(entry.name)) ?? []) : [];
    const proposed = same && others.length === 0 ? { nip: same.nip, name: same.name } : null;
    unknown.push({ key: entry.key, name: entry.name, rows: entry.rows, proposed });
  }
  const people = [...entries].flatMap(([personId, own]): ReportedPerson[] => {
    const employee = byId.get(personId);
    if (!employee) return [];
    const read = daysOfPerson(personId, own, file.layout, about);
    return [
      {
        ...reportedDays(read, known.get(personId) ?? []),
        ...missingOf(personId, read, about),
        personId,
        name: employee.name,
        unitName: employee.unitName,
      },
    ];
  });
  return {
    layout: file.layout,
    from: about.span.from,
    until: about.span.until,
    rows: file.rows,
    revision: about.judged.settings.revision,
    people: people.sort((one, other) => one.name.localeCompare(other.name, 'id')),
    unknown: unknown.sort((one, other) => other.rows - one.rows),
    problems: file.problems,
  };
}

function daysOfPerson(
  personId: string,
  entries: readonly FileEntry[],
  layout: ReadFile['layout'],
  { judged, span }: About,
): readonly AttendanceDay[] {
  const shiftOn = (date: string) => judged.shiftOf(personId, date);
  const letters = judged.lettersOf(personId);
  const { missingMinutes } = judged.settings;
  if (layout === 'punches')
    return daysFromPunches({
      ...span,
      punches: entries.flatMap(({ punches }) => punches),
      shiftOn,
      letters,
      missingMinutes,
    });
  const days = new Map<string, AttendanceDay>();
  const isInside = (date: string) => span.from <= date && date <= span.until;
  for (const { timed, stated } of entries) {
    for (const { date, timeIn, timeOut } of timed)
      if (isInside(date))
        days.set(date, judgeDay({ date, shift: shiftOn(date), timeIn, timeOut, letters, missingMinutes }));
    for (const each of stated)
      if (isInside(each.date)) days.set(each.date, judgeStated(each, { shift: shiftOn(each.date), letters }));
  }
  return [...days.values()]
    .filter(({ status }) => status !== 'off')
    .sort((one, other) => one.date.localeCompare(other.date));
}

function reportedDays(
  days: readonly AttendanceDay[],
  known: readonly DayRow[],
): Pick<ReportedPerson, 'days' | 'changed' | 'kept'> {
  const former = new Map(known.map((row) => [row.date, row]));
  let changed = 0;
  let kept = 0;
  for (const day of days) {
    const row = former.get(day.date);
    if (row && isSameDay(row, day)) continue;
    if (row && isDecided(row)) kept += 1;
    else changed += 1;
  }
  return { days, changed, kept };
}

function missingOf(
  personId: string,
  days: readonly AttendanceDay[],
  { judged, span }: About,
): Pick<ReportedPerson, 'missing'> {
  const listed = new Set(days.map(({ date }) => date));
  const missing = datesBetween(span.from, span.until).filter(
    (date) => !listed.has(date) && judged.shiftOf(personId, date) !== null,
  );
  return { missing };
}

/** A name without titles, case and punctuation, as machines have it. */
export function plainName(name: string): string {
  return (name.split(',')[0] ?? '')
    .toLowerCase()
    .replace(/\b(?:drs?|dra|ir|hj?|prof|apt|ns)\b\.?/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

export function packReport(report: AttendanceReport): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report));
}

/** Only what `packReport` wrote is ever read here. */
export function unpackReport(bytes: Uint8Array): AttendanceReport {
  return JSON.parse(new TextDecoder().decode(bytes)) as AttendanceReport;
}

export const spanShape = z.object({ from: z.iso.date(), until: z.iso.date() });
