/** What the pages of one person's days and cases show, loaded once. */
import { absenceOfYear, type Shift, type YearOfAbsence } from '#domain/attendance/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { judging, type RecordSettings } from './calendar.ts';
import { presenceOf } from './components.ts';
import { type Contest, contestsOf } from './contests.ts';
import { type DayRow, daysOf } from './days.ts';
import { isMonth, monthOf, monthSpan } from './months.ts';

export interface OfOne {
  readonly view: ParticipationView;
  readonly compiled: CompiledScheme;
}

export async function loadOne(tx: Tx, visit: Visit, schemes: SchemeStore, id: string): Promise<OfOne> {
  const view = await requireParticipation(tx, visit.actor, id);
  const { scheme } = view.participation;
  return { view, compiled: await schemes.load(tx, scheme.id, scheme.version) };
}

export interface AttendanceView extends OfOne {
  readonly month: string;
  /** First and last month of the appraisal. */
  readonly months: { readonly first: string; readonly last: string };
  readonly days: ReadonlyMap<string, DayRow>;
  readonly shiftOn: (date: string) => Shift | null;
  readonly holidays: ReadonlyMap<string, string>;
  readonly contests: readonly Contest[];
  readonly year: number;
  readonly absence: YearOfAbsence;
  readonly component: ReturnType<typeof presenceOf>;
  readonly settings: RecordSettings;
}

export async function loadAttendance(
  tx: Tx,
  visit: Visit,
  schemes: SchemeStore,
  asked: { readonly id: string; readonly month: string | undefined },
): Promise<AttendanceView> {
  const one = await loadOne(tx, visit, schemes, asked.id);
  const { participation } = one.view;
  const personId = participation.person.id;
  const [first, last] = [monthOf(participation.startsOn), monthOf(participation.endsOn)];
  const own = await daysOf(tx, [personId], {
    from: participation.startsOn,
    until: participation.endsOn,
  });
  const latest =
    own.at(-1)?.date ?? (visit.today < participation.endsOn ? visit.today : participation.endsOn);
  const month = isMonth(asked.month) ? asked.month : monthOf(latest);
  const shown = month < first ? first : month > last ? last : month;
  const span = monthSpan(shown);
  const year = Number(shown.slice(0, 4));
  const judged = await judging(tx, [personId]);
  const shiftOn = (date: string) => judged.shiftOf(personId, date);
  const ofYear = await daysOf(tx, [personId], { from: `${year}-01-01`, until: `${year}-12-31` });
  const component = presenceOf(one.compiled);
  return {
    ...one,
    month: shown,
    months: { first, last },
    days: new Map(
      own.filter(({ date }) => span.from <= date && date <= span.until).map((day) => [day.date, day]),
    ),
    shiftOn,
    holidays: judged.calendar.holidays,
    contests: await contestsOf(tx, participation.id),
    year,
    absence: absenceOfYear(
      ofYear,
      year,
      (date) => shiftOn(date) !== null,
      component?.settings.dayMinutes ?? 450,
    ),
    component,
    settings: judged.settings,
  };
}
