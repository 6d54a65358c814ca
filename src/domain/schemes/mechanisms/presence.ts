/**
 * Mechanism `presence`: a score of attendance from an attendance file. It starts at 100, loses points
 * for each day absent without a valid reason, each late arrival and each early departure, and never
 * falls below 0. Days with a valid reason are shown and cost nothing.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { unitsOf } from '../fixed.ts';
import { MISSING_OUTCOME, scoreOutcome } from '../outcome.ts';
import { commonSettings, decimalSetting } from '../shapes.ts';
import type { CompiledComponent, ComponentContext, Mechanism, Report } from './mechanism.ts';
import { type Attendance, attendanceOf, attendanceShape } from './presence-evidence.ts';
import { explainPresence } from './presence-words.ts';
import { FULL_UNITS } from './records.ts';

const step = z.strictObject({
  /** Most minutes of this step; the last step has none and covers all the rest. */
  upTo: z.int().min(1).max(1439).optional(),
  points: decimalSetting,
});
const steps = z.array(step).min(1).max(20);

export const presenceSettings = z.strictObject({
  mechanism: z.literal('presence'),
  ...commonSettings,
  /** Minutes of a working day: lateness of so many minutes counts as one day under PP 94/2021. */
  dayMinutes: z.int().min(60).max(1440).default(450),
  /** Points taken away. Without `earlyLeave`, early departures are shown and not counted. */
  deductions: z.strictObject({ absentDay: decimalSetting, late: steps, earlyLeave: steps.optional() }),
});
export type PresenceSettings = z.infer<typeof presenceSettings>;

/** Points by minutes, in units. */
export type Deduction = (minutes: number) => number;
export type Deductions = {
  readonly absentDay: number;
  readonly late: Deduction;
  readonly earlyLeave: Deduction | undefined;
};

function checkSteps(list: z.infer<typeof steps>, absentDay: number, report: Report): void {
  for (const [index, { upTo, points }] of list.entries()) {
    const before = list[index - 1];
    const last = index === list.length - 1;
    if (last && upTo !== undefined)
      report(
        [index, 'upTo'],
        { id: 'tingkat terakhir membatasi menit', en: 'the last step limits the minutes' },
        {
          id: 'hapus upTo, agar setiap menit di atasnya ikut dihitung',
          en: 'remove upTo, so that every minute above is covered',
        },
      );
    if (!last && upTo === undefined)
      report(
        [index],
        { id: 'upTo belum diisi', en: 'upTo is missing' },
        { id: 'hanya tingkat terakhir yang tanpa upTo', en: 'only the last step goes without upTo' },
      );
    if (before?.upTo !== undefined && upTo !== undefined && upTo <= before.upTo)
      report(
        [index, 'upTo'],
        say(
          { id: 'tidak lebih besar dari {before} di atasnya', en: 'is not more than {before} above it' },
          { before: before.upTo },
        ),
        { id: 'urutkan dari menit yang paling sedikit', en: 'order from the fewest minutes' },
      );
    if (before && unitsOf(points) < unitsOf(before.points))
      report(
        [index, 'points'],
        say(
          { id: 'lebih kecil dari {before} di atasnya', en: 'is less than {before} above it' },
          { before: before.points },
        ),
        {
          id: 'menit yang lebih banyak tidak boleh dikurangi lebih sedikit',
          en: 'more minutes may not cost fewer points',
        },
      );
    if (unitsOf(points) > absentDay)
      report(
        [index, 'points'],
        { id: 'lebih besar daripada tidak masuk sehari', en: 'is more than a whole day absent costs' },
        { id: 'turunkan points, atau naikkan absentDay', en: 'lower points, or raise absentDay' },
      );
  }
}

function checkPresence({ deductions }: PresenceSettings, report: Report): void {
  const absentDay = unitsOf(deductions.absentDay);
  if (absentDay > FULL_UNITS)
    report(
      ['deductions', 'absentDay'],
      { id: 'lebih dari 100', en: 'is more than 100' },
      { id: 'tulis paling banyak 100', en: 'write at most 100' },
    );
  for (const kind of ['late', 'earlyLeave'] as const)
    checkSteps(deductions[kind] ?? [], absentDay, (path, what, remedy) =>
      report(['deductions', kind, ...path], what, remedy),
    );
}

/** The points of the first step that the minutes do not exceed. */
function deductionOf(list: z.infer<typeof steps>): Deduction {
  const limits = list.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
  const units = list.map(({ points }) => unitsOf(points));
  return (minutes) => {
    for (let index = 0; index < limits.length; index += 1)
      if (minutes <= (limits[index] ?? 0)) return units[index] ?? 0;
    return 0;
  };
}

/** Units that an attendance loses. */
export function lostUnits(attendance: Attendance, deductions: Deductions): number {
  let units = attendance.absentDays * deductions.absentDay;
  for (const { minutes } of attendance.late) units += deductions.late(minutes);
  if (deductions.earlyLeave && attendance.earlyLeave)
    for (const { minutes } of attendance.earlyLeave) units += deductions.earlyLeave(minutes);
  return units;
}

function compilePresence(settings: PresenceSettings, context: ComponentContext): CompiledComponent {
  const { absentDay, late, earlyLeave } = settings.deductions;
  const deductions: Deductions = {
    absentDay: unitsOf(absentDay),
    late: deductionOf(late),
    earlyLeave: earlyLeave && deductionOf(earlyLeave),
  };
  const needsEarlyLeave = earlyLeave !== undefined;
  const basis = context.basis(settings.basis);
  return {
    code: context.code,
    label: settings.label,
    evidence: attendanceShape(needsEarlyLeave),
    example: {
      workingDays: 240,
      absentDays: 1,
      longestAbsence: 1,
      permittedDays: 4,
      late: [{ date: '2026-01-05', minutes: 20 }],
      earlyLeave: [],
    },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      const attendance = attendanceOf(given, needsEarlyLeave);
      if (!attendance) return undefined;
      return scoreOutcome(Math.max(0, FULL_UNITS - lostUnits(attendance, deductions)));
    },
    explain: (given, annotations) =>
      explainPresence({
        code: context.code,
        label: settings.label,
        basis,
        attendance: attendanceOf(given, needsEarlyLeave),
        deductions,
        dayMinutes: settings.dayMinutes,
        annotations,
      }),
  };
}

export const presence: Mechanism<PresenceSettings> = {
  yields: 'score',
  givenBy: 'measured',
  check: (settings, _, report) => checkPresence(settings, report),
  compile: compilePresence,
};
