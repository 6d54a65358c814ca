import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCivilDate } from '../problem.ts';
import { civilMinute, dayNumber, minuteOfDay, type WorkingHours, workingClock } from './working-clock.ts';

const OFFICE: WorkingHours = {
  days: [1, 2, 3, 4, 5],
  from: 480,
  to: 960,
  break: { from: 720, to: 780 },
  holidays: [],
};

function at(text: string): number {
  const minute = civilMinute(text);
  if (minute === undefined) throw new Error(`no time: ${text}`);
  return minute;
}

/** Counts minute by minute, with the calendar of the language and not with ours. */
function counted(hours: WorkingHours, start: number, end: number): number {
  let sum = 0;
  for (let minute = start; minute < end; minute += 1) {
    const date = new Date(minute * 60_000);
    const day = Math.floor(minute / 1440);
    const time = date.getUTCHours() * 60 + date.getUTCMinutes();
    const works = hours.days.includes(date.getUTCDay() || 7) && !hours.holidays.includes(day);
    const pauses = hours.break !== undefined && time >= hours.break.from && time < hours.break.to;
    if (works && !pauses && time >= hours.from && time < hours.to) sum += 1;
  }
  return sum;
}

const hours: fc.Arbitrary<WorkingHours> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    times: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 4, maxLength: 4 }),
    pauses: fc.boolean(),
    holidays: fc.array(fc.integer({ min: 20_500, max: 20_530 }), { maxLength: 6 }),
  })
  .map(({ days, times, pauses, holidays }) => {
    const [from = 0, first = 0, second = 0, to = 0] = times.toSorted((one, other) => one - other);
    return { days, from, to, holidays, ...(pauses ? { break: { from: first, to: second } } : {}) };
  });
const minute = fc.integer({ min: 20_500 * 1440, max: 20_512 * 1440 });

describe('a clock of working hours', () => {
  it.each([
    ['within one morning', '2026-03-02T09:15', '2026-03-02T11:00', 105],
    ['over the break', '2026-03-02T11:30', '2026-03-02T13:30', 60],
    ['into the next day', '2026-03-02T09:15', '2026-03-03T10:00', 465],
    ['over a weekend', '2026-03-06T15:00', '2026-03-09T09:00', 120],
    ['begun and ended at night', '2026-03-02T20:00', '2026-03-03T23:59', 420],
    ['within a weekend', '2026-03-07T08:00', '2026-03-08T16:00', 0],
    ['a leap day is a Thursday', '2024-02-28T15:00', '2024-03-01T09:00', 60 + 420 + 60],
  ])('%s', (_, start, end, minutes) => {
    expect(workingClock(OFFICE).minutesBetween(at(start), at(end))).toBe(minutes);
  });

  it('rests on holidays, and on those added later', () => {
    const clock = workingClock({ ...OFFICE, holidays: [dayNumber('2026-03-03') ?? 0] });
    expect(clock.minutesBetween(at('2026-03-02T15:00'), at('2026-03-05T09:00'))).toBe(60 + 420 + 60);
    const more = clock.withHolidays([dayNumber('2026-03-04') ?? 0, dayNumber('2026-03-07') ?? 0]);
    expect(more.minutesBetween(at('2026-03-02T15:00'), at('2026-03-05T09:00'))).toBe(120);
  });

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(hours, minute, fc.integer({ min: 0, max: 6000 }), (given, start, length) => {
        const clock = workingClock(given);
        expect(clock.minutesBetween(start, start + length)).toBe(counted(given, start, start + length));
      }),
      { numRuns: 200 },
    );
  });

  it('never runs backwards, and adds up', () => {
    fc.assert(
      fc.property(hours, minute, minute, minute, (given, ...times) => {
        const [first = 0, second = 0, third = 0] = times.toSorted((one, other) => one - other);
        const { minutesBetween } = workingClock(given);
        expect(minutesBetween(first, second)).toBeGreaterThanOrEqual(0);
        expect(minutesBetween(first, second) + minutesBetween(second, third)).toBe(
          minutesBetween(first, third),
        );
      }),
    );
  });
});

describe('reading civil times', () => {
  it('knows every day that the calendar knows', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString();
          expect(dayNumber(text.slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(civilMinute(text.slice(0, 16))).toBe(Math.floor(date.getTime() / 60_000));
        },
      ),
    );
  });

  it('refuses what the other reading of dates refuses', () => {
    const part = (most: number, width: number) =>
      fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(width, '0'));
    const text = fc.tuple(part(3100, 4), part(14, 2), part(33, 2)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 12 })), (given) => {
        expect(dayNumber(given) !== undefined).toBe(isCivilDate(given));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['2026-03-02', '2026-03-02T24:00', '2026-03-02T09:60', '2026-03-02 09:15', '2026-03-02T9:15', 7])(
    'finds no minute in %j',
    (given) => {
      expect(civilMinute(given)).toBeUndefined();
    },
  );

  it('reads a time of the day', () => {
    expect(['00:00', '09:15', '23:59', '24:00', '9:15', '09.15', 9].map(minuteOfDay)).toEqual([
      0,
      555,
      1439,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
