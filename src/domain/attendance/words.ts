/** A day in words: what was registered, and how it counts under the scheme. */
import { type Bilingual, joinBoth, say } from '../bilingual.ts';
import type { PresenceSettings } from '../schemes/mechanisms/presence.ts';
import { counted, DAYS, durationInWords, MINUTES } from '../schemes/mechanisms/records.ts';
import type { AttendanceDay, Excuse } from './day.ts';
import { clockText } from './moments.ts';

export const EXCUSE_LABELS: Readonly<Record<Excuse, Bilingual>> = {
  leave: { id: 'cuti', en: 'leave' },
  sick: { id: 'sakit', en: 'illness' },
  duty: { id: 'dinas luar', en: 'duty elsewhere' },
  training: { id: 'pendidikan dan pelatihan', en: 'training' },
  permission: { id: 'izin', en: 'permission' },
};

type Steps = PresenceSettings['deductions']['late'];

/** Points of the first step that the minutes do not exceed, as the scheme writes them. */
function pointsOf(steps: Steps, minutes: number): string {
  return String(steps.find(({ upTo }) => upTo === undefined || minutes <= upTo)?.points ?? '0');
}

function inPoints(points: string): Bilingual {
  return { id: points.replace('.', ','), en: points };
}

/** The clock of a day: `Masuk 07.52, pulang 16.03 (jam kerja 07.30 sampai 16.00).` */
export function registeredWords(day: AttendanceDay): Bilingual | undefined {
  const { timeIn, timeOut, expectedIn, expectedOut } = day;
  if (timeIn === null && timeOut === null) return undefined;
  const time = (minute: number | null): Bilingual =>
    minute === null
      ? { id: 'tidak tercatat', en: 'not registered' }
      : { id: clockText(minute), en: clockText(minute) };
  return say(
    expectedIn === null || expectedOut === null
      ? { id: 'Masuk {in}, pulang {out}.', en: 'In {in}, out {out}.' }
      : {
          id: 'Masuk {in}, pulang {out} (jam kerja {from} sampai {to}).',
          en: 'In {in}, out {out} (working hours {from} to {to}).',
        },
    {
      in: time(timeIn),
      out: time(timeOut),
      from: clockText(expectedIn ?? 0),
      to: clockText(expectedOut ?? 0),
    },
  );
}

/** How a day counts under the scheme's deductions; `settings` undefined where no scheme counts it. */
export function countedWords(day: AttendanceDay, settings: PresenceSettings | undefined): Bilingual {
  switch (day.status) {
    case 'off':
      return { id: 'Bukan hari kerja: tidak dihitung.', en: 'Not a working day: it does not count.' };
    case 'excused':
      return say(
        {
          id: 'Tidak masuk dengan alasan yang sah ({kind}): tidak mengurangi nilai.',
          en: 'Away with a valid reason ({kind}): nothing is taken away.',
        },
        { kind: EXCUSE_LABELS[day.excuse ?? 'permission'] },
      );
    case 'absent':
      return settings
        ? say(
            {
              id: 'Tidak masuk tanpa alasan yang sah: dikurangi {points}. Dihitung satu hari menurut PP 94/2021.',
              en: 'Absent without a valid reason: {points} off. Counts as one day under PP 94/2021.',
            },
            { points: inPoints(String(settings.deductions.absentDay)) },
          )
        : {
            id: 'Tidak masuk tanpa alasan yang sah. Dihitung satu hari menurut PP 94/2021.',
            en: 'Absent without a valid reason. Counts as one day under PP 94/2021.',
          };
    case 'present':
      return presentWords(day, settings);
  }
}

function presentWords(day: AttendanceDay, settings: PresenceSettings | undefined): Bilingual {
  const said: Bilingual[] = [];
  if (day.late > 0) said.push(minutesWords('late', day, settings?.deductions.late));
  if (day.early > 0) said.push(minutesWords('early', day, settings?.deductions.earlyLeave, settings));
  if (said.length === 0)
    return {
      id: 'Hadir tepat waktu: tidak ada pengurangan.',
      en: 'Present and on time: nothing is taken away.',
    };
  return joinBoth(said);
}

function minutesWords(
  kind: 'late' | 'early',
  day: AttendanceDay,
  steps: Steps | undefined,
  settings?: PresenceSettings,
): Bilingual {
  const isUnregistered = day.missing === (kind === 'late' ? 'in' : 'out');
  const minutes = day[kind];
  const what: Bilingual = isUnregistered
    ? kind === 'late'
      ? { id: 'Jam masuk tidak tercatat, dihitung', en: 'Coming was not registered, counted as' }
      : { id: 'Jam pulang tidak tercatat, dihitung', en: 'Leaving was not registered, counted as' }
    : kind === 'late'
      ? { id: 'Terlambat', en: 'Late by' }
      : { id: 'Pulang lebih awal', en: 'Left early by' };
  const length = minutes < 60 ? counted(minutes, MINUTES) : durationInWords(minutes);
  if (!steps)
    return settings
      ? say(
          {
            id: '{what} {length}: ditampilkan, tidak mengurangi nilai dalam skema ini.',
            en: '{what} {length}: shown; this scheme takes nothing away for it.',
          },
          { what, length },
        )
      : say({ id: '{what} {length}.', en: '{what} {length}.' }, { what, length });
  return say(
    { id: '{what} {length}: dikurangi {points}.', en: '{what} {length}: {points} off.' },
    { what, length, points: inPoints(pointsOf(steps, minutes)) },
  );
}

/** How many days of each kind, for the head of a month. */
export function summaryWords(days: readonly AttendanceDay[]): Bilingual {
  const count = (test: (day: AttendanceDay) => boolean) => counted(days.filter(test).length, DAYS);
  return say(
    {
      id: 'Hadir {present}, dengan alasan sah {excused}, tanpa alasan {absent}, terlambat {late}.',
      en: 'Present {present}, excused {excused}, absent {absent}, late on {late}.',
    },
    {
      present: count(({ status }) => status === 'present'),
      excused: count(({ status }) => status === 'excused'),
      absent: count(({ status }) => status === 'absent'),
      late: count(({ status, late }) => status === 'present' && late > 0),
    },
  );
}
