/** What `presence` says: every day that counts, what it costs, and what the law counts beside it. */
import { type Bilingual, joinBoth, say, startOfSentence } from '../../bilingual.ts';
import {
  type Basis,
  dateInWords,
  type ExplainedInput,
  type Explanation,
  MISSING,
} from '../../explanation.ts';
import { absenceSanctionRule } from '../../rules/absence-sanction.ts';
import { points } from './in-words.ts';
import { type Annotations, annotated } from './mechanism.ts';
import type { Deduction, Deductions } from './presence.ts';
import type { Attendance } from './presence-evidence.ts';
import {
  counted,
  countedValue,
  DAYS,
  durationInWords,
  FULL_UNITS,
  MINUTES,
  notCounted,
  scoreValue,
  TIMES,
} from './records.ts';

type Explained = {
  readonly code: string;
  readonly label: Bilingual;
  readonly basis: readonly Basis[];
  readonly attendance: Attendance | undefined;
  readonly deductions: Deductions;
  readonly dayMinutes: number;
  readonly annotations: Annotations;
};

const LATE: Bilingual = { id: 'terlambat', en: 'late' };
const EARLY: Bilingual = { id: 'pulang sebelum waktunya', en: 'left early' };

type Kind = 'late' | 'earlyLeave';
type Term = { readonly said: Bilingual; readonly units: number };

export function explainPresence(explained: Explained): Explanation {
  const { code, label, basis, attendance } = explained;
  if (!attendance) {
    const rule = { id: 'Data kehadiran belum diberikan.', en: 'No attendance data has been given.' };
    return { code, label, basis, value: MISSING, rule, inputs: [], children: [] };
  }
  const terms = termsOf(attendance, explained.deductions);
  const lost = terms.reduce((sum, { units }) => sum + units, 0);
  const units = Math.max(0, FULL_UNITS - lost);
  const shown = shownOnly(attendance, explained);
  return {
    code,
    label,
    basis,
    value: scoreValue(units),
    rule: scoreRule(terms, lost, units),
    inputs: countedInputs(attendance, explained),
    children: [lawCount(attendance, explained), ...(shown ? [shown] : [])],
  };
}

/** One term for each kind of deduction that occurred. */
function termsOf(attendance: Attendance, deductions: Deductions): readonly Term[] {
  const terms: Term[] = [];
  const { absentDays } = attendance;
  if (absentDays > 0) {
    const units = absentDays * deductions.absentDay;
    const said = say(
      {
        id: 'Tidak masuk tanpa alasan yang sah {days} × {points} = {sum}.',
        en: 'Absent without a valid reason {days} × {points} = {sum}.',
      },
      {
        days: counted(absentDays, DAYS),
        points: points(deductions.absentDay),
        sum: points(units),
      },
    );
    terms.push({ said, units });
  }
  const add = (kind: Kind, deduction: Deduction | undefined, name: Bilingual) => {
    const days = attendance[kind] ?? [];
    if (!deduction || days.length === 0) return;
    const units = days.reduce((sum, { minutes }) => sum + deduction(minutes), 0);
    const said = say(
      { id: '{name} {times}: dikurangi {sum}.', en: '{name} {times}: {sum} off.' },
      { name: startOfSentence(name), times: counted(days.length, TIMES), sum: points(units) },
    );
    terms.push({ said, units });
  };
  add('late', deductions.late, LATE);
  add('earlyLeave', deductions.earlyLeave, EARLY);
  return terms;
}

function scoreRule(terms: readonly Term[], lost: number, units: number): Bilingual {
  if (terms.length === 0)
    return {
      id: 'Tidak ada pengurangan, nilainya tetap 100.',
      en: 'Nothing to take away: the score stays 100.',
    };
  const start = { id: 'Mulai dari 100.', en: 'Starts at 100.' };
  const end =
    lost > FULL_UNITS
      ? say(
          {
            id: 'Jumlah pengurangan {lost} melebihi 100, sehingga nilainya 0.',
            en: 'The deductions, {lost}, are more than 100, so the score is 0.',
          },
          { lost: points(lost) },
        )
      : say(
          { id: 'Nilai: {sum} = {score}.', en: 'Score: {sum} = {score}.' },
          {
            sum: joinBoth([{ id: '100', en: '100' }, ...terms.map((term) => points(term.units))], ' − '),
            score: points(units),
          },
        );
  return joinBoth([start, ...terms.map(({ said }) => said), end]);
}

function dayInputs(
  kind: Kind,
  attendance: Attendance,
  deduction: Deduction | undefined,
  { code, annotations }: Explained,
): readonly ExplainedInput[] {
  const name = kind === 'late' ? LATE : EARLY;
  return (attendance[kind] ?? []).map(({ date, minutes }, index) => {
    const length = durationInWords(minutes);
    const label = deduction
      ? say(
          { id: '{length}, dikurangi {points}', en: '{length}, {points} off' },
          { length, points: points(deduction(minutes)) },
        )
      : length;
    return annotated(
      {
        path: `${code}.${kind}[${index}].minutes`,
        label: say(
          { id: '{name}, {date}', en: '{name}, {date}' },
          { name: startOfSentence(name), date: dateInWords(date) },
        ),
        value: countedValue(minutes, label),
      },
      annotations,
    );
  });
}

function countedInputs(attendance: Attendance, explained: Explained): readonly ExplainedInput[] {
  const { code, annotations, deductions } = explained;
  const { workingDays, absentDays } = attendance;
  const days: ExplainedInput[] = [
    {
      path: `${code}.workingDays`,
      label: { id: 'Hari kerja', en: 'Working days' },
      value: countedValue(workingDays, counted(workingDays, DAYS)),
    },
    {
      path: `${code}.absentDays`,
      label: { id: 'Tidak masuk tanpa alasan yang sah', en: 'Absent without a valid reason' },
      value: countedValue(absentDays, counted(absentDays, DAYS)),
    },
  ];
  return [
    ...days.map((input) => annotated(input, annotations)),
    ...dayInputs('late', attendance, deductions.late, explained),
    ...(deductions.earlyLeave ? dayInputs('earlyLeave', attendance, deductions.earlyLeave, explained) : []),
  ];
}

/** Days away with a valid reason, and early departures where the scheme sets no points on them. */
function shownOnly(attendance: Attendance, explained: Explained): Explanation | undefined {
  const { code, annotations, deductions } = explained;
  const { permittedDays = 0 } = attendance;
  const early = deductions.earlyLeave ? [] : dayInputs('earlyLeave', attendance, undefined, explained);
  const reasons: Bilingual[] = [];
  const inputs: ExplainedInput[] = [];
  if (permittedDays > 0) {
    reasons.push({
      id: 'Izin, sakit, cuti, dan tugas dengan alasan yang sah tidak mengurangi nilai.',
      en: 'Permission, illness, leave and duty with a valid reason take nothing away.',
    });
    const input = {
      path: `${code}.permittedDays`,
      label: { id: 'Tidak masuk dengan alasan yang sah', en: 'Away with a valid reason' },
      value: countedValue(permittedDays, counted(permittedDays, DAYS)),
    };
    inputs.push(annotated(input, annotations));
  }
  if (early.length > 0)
    reasons.push({
      id: 'Skema ini tidak mengurangi nilai karena pulang sebelum waktunya.',
      en: 'This scheme takes nothing away for leaving early.',
    });
  const all = [...inputs, ...early];
  return all.length === 0 ? undefined : notCounted(code, joinBoth(reasons), all);
}

function minutesOf(attendance: Attendance): number {
  return [...attendance.late, ...(attendance.earlyLeave ?? [])].reduce(
    (sum, { minutes }) => sum + minutes,
    0,
  );
}

/** What PP 94/2021 counts from the same file: information for whoever decides, never part of the score. */
function lawCount(attendance: Attendance, explained: Explained): Explanation {
  const minutes = minutesOf(attendance);
  const wholeDays = Math.floor(minutes / explained.dayMinutes);
  const days = attendance.absentDays + wholeDays;
  const run = attendance.longestAbsence;
  // The table ends long before its largest input, so a larger number of days means the same.
  const answer = absenceSanctionRule.run({ days: Math.min(days, 366), consecutive: run });
  if (!answer.ok) throw new Error(`${explained.code}: the count of days was refused`);
  const { value, rule, basis } = answer.output.explanation;
  const count = say(
    {
      id: 'Tidak masuk {absent}. Terlambat dan pulang sebelum waktunya {minutes}; setiap {day} dihitung satu hari, menjadi {whole}. Jumlahnya {days}.',
      en: 'Absent {absent}. Late and left early {minutes}; every {day} count as one day, which makes {whole}. Together {days}.',
    },
    {
      absent: counted(attendance.absentDays, DAYS),
      minutes: counted(minutes, MINUTES),
      day: counted(explained.dayMinutes, MINUTES),
      whole: counted(wholeDays, DAYS),
      days: counted(days, DAYS),
    },
  );
  const scope = {
    id: 'Hitungan ini tidak mengubah nilai. Tabelnya berlaku bagi PNS; PPPK mengikuti perjanjian kerjanya.',
    en: 'This count does not change the score. Its table applies to PNS; PPPK follow their contract.',
  };
  const input = {
    path: `${explained.code}.longestAbsence`,
    label: { id: 'Tidak masuk berturut-turut terlama', en: 'Longest unbroken absence' },
    value: countedValue(run, counted(run, DAYS)),
  };
  return {
    code: `${explained.code}-law`,
    label: { id: 'Hitungan menurut PP 94/2021', en: 'Count under PP 94/2021' },
    value,
    rule: joinBoth([count, rule, scope]),
    basis,
    inputs: [annotated(input, explained.annotations)],
    children: [],
  };
}
