/**
 * Mechanism `service-standard`: the share of cases finished within the time that the service promises.
 * Time runs in working hours only (working-clock.ts). A case that is still open is shown and not
 * counted: whether it will be late is not known yet.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { typed, type Words, words } from '../../problem.ts';
import { DEFAULT_DECIMALS, meanUnits, unitsOf } from '../fixed.ts';
import { MISSING_OUTCOME, NOT_APPLICABLE_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { reportRepeated } from '../reports.ts';
import { bilingualText, civilDateText, code, commonSettings, decimalSetting } from '../shapes.ts';
import { dayNumber, minuteOfDay, type WorkingHours, workingClock } from '../working-clock.ts';
import type { CompiledComponent, ComponentContext, Mechanism, Report } from './mechanism.ts';
import { FULL_UNITS } from './records.ts';
import {
  type Cases,
  casesOf,
  casesShape,
  isOnTime,
  minutesOf,
  OPEN,
  type Service,
} from './service-standard-evidence.ts';
import { explainCases } from './service-standard-words.ts';

const IN_QUOTES: Words = {
  what: { id: 'bukan jam yang ada', en: 'is not a time of the day' },
  remedy: { id: 'tulis dalam tanda kutip seperti "08:00"', en: 'write it in quotes like "08:00"' },
};
const time = z
  .string(typed((given) => (given === undefined || given === null ? undefined : IN_QUOTES)))
  .refine((text) => minuteOfDay(text) !== undefined, words(IN_QUOTES.what, IN_QUOTES.remedy))
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

const NOT_A_DAY: Words = {
  what: { id: 'hari ditulis dengan nomornya', en: 'a day is written by its number' },
  remedy: { id: 'tulis 1 untuk Senin sampai 7 untuk Minggu', en: 'write 1 for Monday to 7 for Sunday' },
};

export const serviceStandardSettings = z.strictObject({
  mechanism: z.literal('service-standard'),
  ...commonSettings,
  /** When the office works: days 1 (Monday) to 7 (Sunday), local time, and days off. */
  clock: z.strictObject({
    days: z
      .array(
        z
          .int(typed(() => NOT_A_DAY))
          .min(1)
          .max(7),
      )
      .min(1)
      .max(7),
    from: time,
    to: time,
    break: z.strictObject({ from: time, to: time }).optional(),
    holidays: z.array(civilDateText).max(400).optional(),
  }),
  /** Promised working hours of each service. */
  services: z
    .array(z.strictObject({ code, label: bilingualText, targetHours: decimalSetting }))
    .min(1)
    .max(60),
  /** What it means that no case was finished. */
  withoutCases: z.enum(['missing', 'not-applicable']),
});
export type ServiceStandardSettings = z.infer<typeof serviceStandardSettings>;

function checkClock({ clock }: ServiceStandardSettings, report: Report): void {
  const from = minuteOfDay(clock.from) ?? 0;
  const to = minuteOfDay(clock.to) ?? 0;
  const order = { id: 'tidak sesudah from', en: 'is not after from' };
  if (to <= from)
    report(['clock', 'to'], order, { id: 'tulis jam tutup kantor', en: 'write when the office closes' });
  for (const [index, day] of clock.days.entries())
    if (clock.days.indexOf(day) < index)
      report(
        ['clock', 'days', index],
        { id: 'hari ini sudah tercantum', en: 'this day is already in the list' },
        { id: 'tulis setiap hari sekali; 1 berarti Senin', en: 'write each day once; 1 means Monday' },
      );
  for (const [index, date] of (clock.holidays ?? []).entries())
    if (clock.holidays?.indexOf(date) !== index)
      report(
        ['clock', 'holidays', index],
        { id: 'tanggal ini sudah tercantum', en: 'this date is already in the list' },
        { id: 'hapus salah satu', en: 'remove one of them' },
      );
  if (!clock.break || to <= from) return;
  const pauseFrom = minuteOfDay(clock.break.from) ?? 0;
  const pauseTo = minuteOfDay(clock.break.to) ?? 0;
  if (pauseTo <= pauseFrom) {
    report(['clock', 'break', 'to'], order, {
      id: 'tulis jam istirahat berakhir',
      en: 'write when the break ends',
    });
  } else if (pauseFrom <= from || pauseTo >= to)
    report(
      ['clock', 'break'],
      { id: 'istirahat tidak di dalam jam kerja', en: 'the break is not within the working hours' },
      say(
        { id: 'pilih jam antara {from} dan {to}', en: 'choose times between {from} and {to}' },
        { from: clock.from, to: clock.to },
      ),
    );
}

function check(settings: ServiceStandardSettings, report: Report): void {
  checkClock(settings, report);
  reportRepeated(report, ['services'], settings.services);
  for (const [index, { targetHours }] of settings.services.entries())
    if (unitsOf(targetHours) === 0)
      report(
        ['services', index, 'targetHours'],
        { id: 'tidak ada layanan yang selesai dalam 0 jam', en: 'no service is done in 0 hours' },
        {
          id: 'tulis jam kerja yang dijanjikan, misalnya "8"',
          en: 'write the promised working hours, such as "8"',
        },
      );
}

function hoursOf({ clock }: ServiceStandardSettings): WorkingHours {
  const minute = (text: string) => minuteOfDay(text) ?? 0;
  return {
    days: clock.days,
    from: minute(clock.from),
    to: minute(clock.to),
    ...(clock.break ? { break: { from: minute(clock.break.from), to: minute(clock.break.to) } } : {}),
    holidays: (clock.holidays ?? []).map((date) => dayNumber(date) ?? 0),
  };
}

function compile(settings: ServiceStandardSettings, context: ComponentContext): CompiledComponent {
  const clock = workingClock(hoursOf(settings));
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const without = settings.withoutCases === 'missing' ? MISSING_OUTCOME : NOT_APPLICABLE_OUTCOME;
  const services = new Map(
    settings.services.map(({ code: name, label, targetHours }): [unknown, Service] => [
      name,
      { code: name, label, targetUnits: unitsOf(targetHours) },
    ]),
  );
  const clockFor = (holidays: readonly string[]) =>
    holidays.length === 0 ? clock : clock.withHolidays(holidays.map((date) => dayNumber(date) ?? 0));
  const basis = context.basis(settings.basis);

  const outcomeOf = (read: Cases): Outcome => {
    const running = clockFor(read.holidays);
    let closed = 0;
    let onTime = 0;
    for (let place = 0; place < read.ends.length; place += 1) {
      const service = read.services[place];
      if (!service || read.ends[place] === OPEN) continue;
      closed += 1;
      if (isOnTime(minutesOf(read, place, running), service)) onTime += 1;
    }
    return closed === 0 ? without : scoreOutcome(meanUnits(onTime * FULL_UNITS, closed, decimals));
  };

  const [first] = settings.services;
  return {
    code: context.code,
    label: settings.label,
    evidence: casesShape([...services.values()]),
    example: {
      cases: [
        { id: 'A-1', service: first?.code, start: '2026-03-02T09:15', end: '2026-03-02T09:45' },
        { id: 'A-2', service: first?.code, start: '2026-03-03T09:00', end: null },
      ],
    },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      const cases = casesOf(given, services);
      return cases && outcomeOf(cases);
    },
    explain(given, annotations) {
      const cases = casesOf(given, services);
      return explainCases({
        code: context.code,
        label: settings.label,
        basis,
        cases,
        outcome: cases ? outcomeOf(cases) : MISSING_OUTCOME,
        services: [...services.values()],
        clock: settings.clock,
        running: clockFor(cases?.holidays ?? []),
        annotations,
      });
    },
  };
}

export const serviceStandard: Mechanism<ServiceStandardSettings> = {
  yields: 'score',
  givenBy: 'measured',
  mayNotApply: ({ withoutCases }) => withoutCases === 'not-applicable',
  check: (settings, _, report) => check(settings, report),
  compile,
};
