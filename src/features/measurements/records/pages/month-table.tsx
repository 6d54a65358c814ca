import { datesBetween, weekdayOf } from '#domain/attendance/index.ts';
import type { Visit } from '#features/people/index.ts';
import { monthName, monthSpan, weekdayNames } from '../months.ts';
import { text } from '../text.ts';
import type { AttendanceView } from '../view.ts';
import { dayCode, dayState } from './words.ts';

interface Props {
  readonly visit: Visit;
  readonly attendance: AttendanceView;
}

/** A month as a table of weeks: every day says its state in letters; colour only repeats it. */
export function MonthTable({ visit, attendance }: Props) {
  const { from, until } = monthSpan(attendance.month);
  const dates = datesBetween(from, until);
  const blank = weekdayOf(from) - 1;
  const cells: (string | null)[] = [...Array.from({ length: blank }, () => null), ...dates];
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table class="w-full table-fixed border-collapse text-sm">
      <caption class="sr-only">{text.calendarOf({ month: monthName(attendance.month) })}</caption>
      <thead>
        <tr>
          {weekdayNames().map(({ short, long }) => (
            <th key={long} scope="col" class="p-1 font-medium text-base-content/75">
              <span aria-hidden="true">{short}</span>
              <span class="sr-only">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={String(row)}>
            {week.map((date, column) => (
              <td key={date ?? `${row} ${column}`} class="border border-base-300 p-0 align-top">
                {date ? <DayCell visit={visit} attendance={attendance} date={date} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ visit, attendance, date }: Props & { date: string }) {
  const { participation } = attendance.view;
  const day = attendance.days.get(date);
  const holiday = attendance.holidays.get(date);
  const isInside = participation.startsOn <= date && date <= participation.endsOn;
  const isExpected = attendance.shiftOn(date) !== null;
  const number = Number(date.slice(8));
  if (!day && (!isInside || !isExpected))
    return (
      <div class="min-h-14 p-1 bg-base-200 text-base-content/75">
        <span class="num">{number}</span>
        {holiday ? <span class="block text-xs wrap-anywhere">{holiday}</span> : null}
      </div>
    );
  const isContested = attendance.contests.some(
    ({ subject, state }) => state === 'open' && subject.kind === 'day' && subject.date === date,
  );
  const state = day ? dayState(day) : text.unknown();
  return (
    <a
      class={`block min-h-14 p-1 hover:underline focus-visible:outline-2 ${day ? toneOf(day) : ''}`}
      href={visit.path(`/appraisals/${participation.id}/attendance/${date}`)}
    >
      <span class="num">{number}</span>
      <span class="block font-semibold num wrap-anywhere" aria-hidden="true">
        {day ? dayCode(day) : date < visit.today ? '–' : ''}
        {isContested ? ' ?' : ''}
      </span>
      <span class="sr-only">
        {' '}
        {state}
        {isContested ? `, ${text.contested()}` : ''}
      </span>
    </a>
  );
}

function toneOf(day: NonNullable<ReturnType<AttendanceView['days']['get']>>): string {
  if (day.status === 'absent') return 'bg-error/15';
  if (day.status === 'excused') return 'bg-info/15';
  return day.late > 0 || day.early > 0 ? 'bg-warning/25' : '';
}
