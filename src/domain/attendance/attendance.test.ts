import { describe, expect, it } from 'vitest';
import {
  absenceOfYear,
  attendanceEvidence,
  countedWords,
  DEFAULT_PATTERN,
  daysFromPunches,
  judgeDay,
  judgeStated,
  type Letter,
  momentOf,
  type Pattern,
  patternOf,
  shiftOn,
  type WorkCalendar,
  weekdayOf,
} from './index.ts';

const ANI = { personId: 'ani', unitIds: ['clinic', 'health'] };
const OFFICE: WorkCalendar = {
  own: patternOf(DEFAULT_PATTERN),
  assignments: [],
  holidays: new Map([['2026-01-16', 'Isra Mikraj']]),
};
const NIGHT: Pattern = patternOf({
  days: {
    1: { from: '22:00', to: '06:00', pause: null },
    2: { from: '22:00', to: '06:00', pause: null },
    3: { from: '22:00', to: '06:00', pause: null },
    4: null,
    5: null,
    6: null,
    7: null,
  },
  grace: 0,
  worksOnHolidays: true,
});

const at = (written: string) => momentOf(written, 'day-first', 'Asia/Jakarta') ?? Number.NaN;

/** Days of Ani from what the machine wrote. 5 January 2026 is a Monday. */
function read(
  punches: readonly string[],
  more: { from?: string; until?: string; letters?: Letter[]; calendar?: WorkCalendar } = {},
) {
  const { from = '2026-01-05', until = from, letters = [], calendar = OFFICE } = more;
  return daysFromPunches({
    from,
    until,
    punches: punches.map(at),
    shiftOn: (date) => shiftOn(calendar, ANI, date),
    letters,
    missingMinutes: 91,
  });
}

const day = (punches: readonly string[], more: Parameters<typeof read>[1] = {}) => read(punches, more)[0];

describe('a day of attendance', () => {
  it('is on time up to the minute and late from the next', () => {
    expect(day(['2026-01-05 07:30:59', '2026-01-05 16:00:00'])).toMatchObject({
      status: 'present',
      timeIn: 450,
      timeOut: 960,
      late: 0,
      early: 0,
      missing: null,
    });
    expect(day(['2026-01-05 07:31:00', '2026-01-05 15:59:59'])).toMatchObject({ late: 1, early: 1 });
  });

  it('counts working minutes only: the break is nobody’s lateness', () => {
    // 07.30–13.30 is six hours, less the break of one hour.
    expect(day(['2026-01-05 13:30', '2026-01-05 16:00'])).toMatchObject({ late: 300 });
    // Left at 11.00: 11.00–12.00 and 13.00–16.00.
    expect(day(['2026-01-05 07:20', '2026-01-05 11:00'])).toMatchObject({ early: 240 });
  });

  it('takes a finger laid on twice for one, and asks for the other end', () => {
    expect(day(['2026-01-05 07:28:11', '2026-01-05 07:28:11', '2026-01-05 07:29:40'])).toMatchObject({
      timeIn: 448,
      timeOut: null,
      missing: 'out',
      late: 0,
      early: 91,
    });
    expect(day(['2026-01-05 16:02', '2026-01-05 16:03'])).toMatchObject({
      timeIn: null,
      timeOut: 963,
      missing: 'in',
      late: 91,
      early: 0,
    });
  });

  it('is absent where nothing was registered, and not a day of work on a holiday or a Sunday', () => {
    expect(day([])).toMatchObject({ status: 'absent', late: 0, early: 0 });
    const week = read(['2026-01-12 07:15', '2026-01-12 16:05'], { from: '2026-01-12', until: '2026-01-18' });
    // Friday 16 January is the holiday, 17 and 18 the weekend.
    expect(week.map(({ date, status }) => `${date.slice(8)} ${status}`)).toEqual([
      '12 present',
      '13 absent',
      '14 absent',
      '15 absent',
    ]);
  });

  it('has hours of its own on Friday', () => {
    expect(day(['2026-01-09 07:30', '2026-01-09 16:00'], { from: '2026-01-09' })).toMatchObject({
      expectedOut: 990,
      early: 30,
    });
  });

  it('is excused by a letter, whatever the machine says', () => {
    const letters: Letter[] = [{ kind: 'duty', part: 'day', from: '2026-01-05', until: '2026-01-06' }];
    const days = read(['2026-01-06 07:20'], { until: '2026-01-07', letters });
    expect(days.map(({ status, excuse }) => [status, excuse])).toEqual([
      ['excused', 'duty'],
      ['excused', 'duty'],
      ['absent', null],
    ]);
    expect(days[1]).toMatchObject({ timeIn: 440, missing: null, early: 0 });
  });

  it('expects half of the day where a letter excuses the other half', () => {
    const half = (part: 'morning' | 'afternoon'): Letter[] => [
      { kind: 'leave', part, from: '2026-01-05', until: '2026-01-05' },
    ];
    expect(day(['2026-01-05 13:10', '2026-01-05 16:00'], { letters: half('morning') })).toMatchObject({
      status: 'present',
      expectedIn: 780,
      late: 10,
      early: 0,
      excuse: 'leave',
    });
    expect(day(['2026-01-05 07:30', '2026-01-05 12:00'], { letters: half('afternoon') })).toMatchObject({
      expectedOut: 720,
      late: 0,
      early: 0,
    });
  });

  it('follows a shift across midnight and knows it from the shift of the next day', () => {
    const calendar: WorkCalendar = {
      ...OFFICE,
      assignments: [
        { pattern: NIGHT, personId: 'ani', unitId: null, from: '2026-01-01', until: '2026-02-01' },
      ],
    };
    const days = read(
      ['2026-01-05 21:55', '2026-01-06 06:02', '2026-01-06 22:10', '2026-01-07 05:50', '2026-01-07 21:58'],
      { until: '2026-01-08', calendar },
    );
    expect(days).toMatchObject([
      { date: '2026-01-05', timeIn: 1315, timeOut: 1802, late: 0, early: 0 },
      { date: '2026-01-06', timeIn: 1330, timeOut: 1790, late: 10, early: 10 },
      { date: '2026-01-07', timeIn: 1318, timeOut: null, missing: 'out', early: 91 },
    ]);
    expect(days).toHaveLength(3);
  });

  it('forgives minutes of grace, and counts all of them once they are over', () => {
    const shift = { ...(OFFICE.own.days[1] ?? { from: 0, to: 0, pause: null }), grace: 10 };
    const late = (timeIn: number) =>
      judgeDay({ date: '2026-01-05', shift, timeIn, timeOut: 960, letters: [], missingMinutes: 0 }).late;
    expect([late(460), late(461)]).toEqual([0, 11]);
  });

  it('keeps what a file states where no times are known, but for letters and holidays', () => {
    const shift = OFFICE.own.days[1];
    const letters: Letter[] = [{ kind: 'sick', part: 'day', from: '2026-01-05', until: '2026-01-05' }];
    const stated = { date: '2026-01-05', status: 'absent', excuse: null, late: 0, early: 0 } as const;
    expect(judgeStated(stated, { shift, letters: [] })).toMatchObject({ status: 'absent' });
    expect(judgeStated(stated, { shift, letters })).toMatchObject({ status: 'excused', excuse: 'sick' });
    expect(judgeStated(stated, { shift: null, letters: [] })).toMatchObject({ status: 'off' });
    expect(judgeStated({ ...stated, status: 'present', late: 20 }, { shift: null, letters })).toMatchObject({
      status: 'present',
      late: 20,
    });
  });
});

describe('the working calendar', () => {
  it('knows days of the week', () => {
    expect(['2026-01-05', '2026-01-11', '1969-12-31'].map(weekdayOf)).toEqual([1, 7, 3]);
  });

  it('prefers the hours of the person to those of the nearest unit to those of the agency', () => {
    const early = patternOf({
      ...DEFAULT_PATTERN,
      days: { ...DEFAULT_PATTERN.days, 1: { from: '07:00', to: '14:00', pause: null } },
    });
    const of = (personId: string | null, unitId: string | null, pattern: Pattern) => ({
      pattern,
      personId,
      unitId,
      from: '2026-01-01',
      until: '2026-02-01',
    });
    const from = (assignments: WorkCalendar['assignments'], date = '2026-01-05') =>
      shiftOn({ ...OFFICE, assignments }, ANI, date)?.from;
    expect(from([])).toBe(450);
    expect(from([of(null, 'health', early)])).toBe(420);
    expect(from([of(null, 'health', early), of(null, 'clinic', NIGHT)])).toBe(1320);
    expect(from([of('ani', null, early), of(null, 'clinic', NIGHT)])).toBe(420);
    expect(from([of('budi', null, NIGHT)])).toBe(450);
    expect(from([of('ani', null, NIGHT)], '2026-02-02')).toBe(450);
  });

  it('lets those work on holidays whose hours say so', () => {
    const calendar = { ...OFFICE, holidays: new Map([['2026-01-05', 'Libur']]) };
    expect(shiftOn(calendar, ANI, '2026-01-05')).toBeNull();
    const assignments = [
      { pattern: NIGHT, personId: null, unitId: 'clinic', from: '2026-01-01', until: null },
    ];
    expect(shiftOn({ ...calendar, assignments }, ANI, '2026-01-05')).not.toBeNull();
  });
});

describe('what days add up to', () => {
  const all = read(['2026-01-05 07:50', '2026-01-05 16:00', '2026-01-09 07:30', '2026-01-09 16:10'], {
    until: '2026-01-12',
    letters: [{ kind: 'leave', part: 'day', from: '2026-01-08', until: '2026-01-08' }],
  });
  const isWorkday = (date: string) => shiftOn(OFFICE, ANI, date) !== null;

  it('is the evidence of the scheme', () => {
    // Mon late 20, Tue and Wed absent, Thu leave, Fri left 20 early, Mon absent.
    expect(attendanceEvidence(all, isWorkday)).toEqual({
      workingDays: 6,
      absentDays: 3,
      longestAbsence: 2,
      permittedDays: 1,
      late: [{ date: '2026-01-05', minutes: 20 }],
      earlyLeave: [{ date: '2026-01-09', minutes: 20 }],
    });
    expect(attendanceEvidence([], isWorkday)).toBeUndefined();
  });

  it('breaks a run of absence where a working day is not known', () => {
    const absent = (date: string) => ({ ...(all[1] as (typeof all)[number]), date });
    const run = (...dates: string[]) => attendanceEvidence(dates.map(absent), isWorkday)?.longestAbsence;
    // Friday and Monday follow each other; Monday and Wednesday do not.
    expect(run('2026-01-09', '2026-01-12')).toBe(2);
    expect(run('2026-01-12', '2026-01-14')).toBe(1);
    // The holiday of 16 January lies between.
    expect(run('2026-01-15', '2026-01-19')).toBe(2);
  });

  it('is what the law counts in a calendar year', () => {
    const late = judgeStated(
      { date: '2026-03-02', status: 'present', excuse: null, late: 410, early: 0 },
      { shift: null, letters: [] },
    );
    const before = { ...(all[1] as (typeof all)[number]), date: '2025-12-31' };
    // 410 + 20 + 20 = 450 minutes are one day of 7.5 hours.
    expect(absenceOfYear([...all, late, before], 2026, isWorkday)).toEqual({
      absentDays: 3,
      minutes: 450,
      daysOfMinutes: 1,
      days: 4,
      longest: 2,
    });
  });

  it('is said of each day with the points of the scheme', () => {
    const settings = {
      mechanism: 'presence' as const,
      label: { id: 'Disiplin', en: 'Discipline' },
      basis: [],
      dayMinutes: 450,
      deductions: { absentDay: '3', late: [{ upTo: 30, points: '0.5' }, { points: '1.5' }] },
    };
    const said = all.map((each) => countedWords(each, settings).id);
    expect(said[0]).toBe('Terlambat 20 menit: dikurangi 0,5.');
    expect(said[1]).toBe(
      'Tidak masuk tanpa alasan yang sah: dikurangi 3. Dihitung satu hari menurut PP 94/2021.',
    );
    expect(said[3]).toBe('Tidak masuk dengan alasan yang sah (cuti): tidak mengurangi nilai.');
    expect(said[4]).toBe('Pulang lebih awal 20 menit: ditampilkan, tidak mengurangi nilai dalam skema ini.');
    expect(countedWords(day(['2026-01-05 07:28']) as (typeof all)[number], undefined).id).toBe(
      'Jam pulang tidak tercatat, dihitung 1 jam 31 menit.',
    );
  });
});
