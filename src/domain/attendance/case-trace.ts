/** One case of a service, minute by minute: when the clock ran, when it stood still, and whether the promise was kept. */
import { type Bilingual, joinBoth, say } from '../bilingual.ts';
import { UNITS, unitsOf } from '../schemes/fixed.ts';
import { durationInWords, timeInWords } from '../schemes/mechanisms/records.ts';
import type { ServiceStandardSettings } from '../schemes/mechanisms/service-standard.ts';
import { civilMinute, minuteOfDay } from '../schemes/working-clock.ts';
import { datesBetween } from './punches.ts';
import { MINUTES_OF_DAY, weekdayOf } from './schedule.ts';

export interface TracedDay {
  readonly date: string;
  /** Minutes of the day during which the clock ran. */
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly minutes: number;
}

export interface CaseTrace {
  readonly days: readonly TracedDay[];
  readonly minutes: number;
  readonly targetMinutes: number;
  /** Undefined while the case is open. */
  readonly onTime: boolean | undefined;
  /** Weekends and days off on which the clock stood still. */
  readonly stillDays: number;
}

interface TimedCase {
  readonly service: string;
  readonly start: string;
  readonly end: string | null;
}

/** Undefined where the scheme has no such service. */
export function traceCase(
  given: TimedCase,
  settings: ServiceStandardSettings,
  holidays: readonly string[],
): CaseTrace | undefined {
  const service = settings.services.find(({ code }) => code === given.service);
  if (!service) return undefined;
  const targetUnits = unitsOf(service.targetHours);
  const targetMinutes = Math.floor((targetUnits * 60) / UNITS);
  if (given.end === null) return { days: [], minutes: 0, targetMinutes, onTime: undefined, stillDays: 0 };
  const off = new Set([...(settings.clock.holidays ?? []), ...holidays]);
  const dates = datesBetween(given.start.slice(0, 10), given.end.slice(0, 10));
  const begins = civilMinute(given.start) ?? 0;
  const ends = civilMinute(given.end) ?? 0;
  const midnight = begins - (begins % MINUTES_OF_DAY);
  const worked = dates.flatMap((date, index): TracedDay[] => {
    if (off.has(date) || !settings.clock.days.includes(weekdayOf(date))) return [];
    const day = midnight + index * MINUTES_OF_DAY;
    const spans = spansOf(settings.clock).flatMap(([from, to]): (readonly [number, number])[] => {
      const start = Math.max(from, begins - day);
      const end = Math.min(to, ends - day);
      return end > start ? [[start, end]] : [];
    });
    const minutes = spans.reduce((sum, [from, to]) => sum + to - from, 0);
    return [{ date, spans, minutes }];
  });
  const minutes = worked.reduce((sum, day) => sum + day.minutes, 0);
  return {
    days: worked.filter((day) => day.minutes > 0),
    minutes,
    targetMinutes,
    onTime: minutes * UNITS <= targetUnits * 60,
    stillDays: dates.length - worked.length,
  };
}

function spansOf(clock: ServiceStandardSettings['clock']): readonly (readonly [number, number])[] {
  const minute = (text: string) => minuteOfDay(text) ?? 0;
  const [from, to] = [minute(clock.from), minute(clock.to)];
  if (!clock.break) return [[from, to]];
  return [
    [from, minute(clock.break.from)],
    [minute(clock.break.to), to],
  ];
}

/** The case in sentences: received, finished, working time against the promise, in time or not. */
export function caseWords(given: TimedCase, trace: CaseTrace): Bilingual {
  const received = say(
    { id: 'Diterima {start}.', en: 'Received {start}.' },
    { start: timeInWords(given.start) },
  );
  const promise = durationInWords(trace.targetMinutes);
  if (given.end === null)
    return joinBoth([
      received,
      say(
        {
          id: 'Belum selesai, sehingga belum dihitung. Janji layanan {promise} waktu kerja.',
          en: 'Not finished, so it does not count yet. The promise is {promise} of working time.',
        },
        { promise },
      ),
    ]);
  return joinBoth([
    received,
    say({ id: 'Selesai {end}.', en: 'Finished {end}.' }, { end: timeInWords(given.end) }),
    say(
      {
        id: 'Waktu kerja yang terpakai {took}; janji layanan {promise}. Malam, istirahat, akhir pekan, dan hari libur tidak dihitung{still}.',
        en: 'Working time used {took}; the promise is {promise}. Nights, breaks, weekends and days off do not count{still}.',
      },
      {
        took: durationInWords(trace.minutes),
        promise,
        still:
          trace.stillDays > 0
            ? { id: ` (${trace.stillDays} hari)`, en: ` (${trace.stillDays} days)` }
            : { id: '', en: '' },
      },
    ),
    trace.onTime
      ? { id: 'Tepat waktu.', en: 'In time.' }
      : say(
          { id: 'Melewati janji layanan {over}.', en: 'Beyond the promise by {over}.' },
          { over: durationInWords(Math.ceil(trace.minutes - trace.targetMinutes)) },
        ),
  ]);
}
