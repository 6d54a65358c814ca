/** Single cells of attendance files: times, minutes, and words for the state of a day. */
import { clockMinuteOf, type Excuse } from '#domain/attendance/index.ts';

/** Minutes of the day; null for an empty cell or a dash, undefined for what is no time. */
export function clockOf(said: string): number | null | undefined {
  if (/^(?:[-–—.]*|0|00[:.]00(?:[:.]00)?|null)$/i.test(said)) return null;
  // A whole moment in a column of times: its time counts.
  const time = /[ T](\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)$/.exec(said)?.[1] ?? said;
  return clockMinuteOf(time);
}

export function minutesOf(said: string): number | undefined {
  if (said === '' || said === '-') return 0;
  return /^\d{1,4}$/.test(said) && Number(said) <= 1440 ? Number(said) : undefined;
}

const STATES: readonly (readonly [state: Excuse | 'present' | 'absent' | 'off', words: readonly string[]])[] =
  [
    ['present', ['hadir', 'h', 'masuk', 'present', 'terlambat', 'tl', 'psw', 'wfh', 'wfo']],
    ['absent', ['alpa', 'alpha', 'a', 'mangkir', 'tk', 'tanpa keterangan', 'absent', 'tidak hadir', 'bolos']],
    [
      'leave',
      ['cuti', 'c', 'ct', 'cuti tahunan', 'cuti besar', 'cuti melahirkan', 'cuti alasan penting', 'leave'],
    ],
    ['sick', ['sakit', 's', 'cuti sakit', 'sick', 'ill']],
    [
      'duty',
      [
        'dinas luar',
        'dl',
        'dinas',
        'd',
        'tugas luar',
        'perjalanan dinas',
        'spd',
        'on duty elsewhere',
        'duty',
      ],
    ],
    ['training', ['diklat', 'pelatihan', 'tugas belajar', 'tb', 'training']],
    ['permission', ['izin', 'ijin', 'i', 'excused', 'permission']],
    ['off', ['libur', 'off', 'l', 'holiday', 'libur nasional', 'cuti bersama', 'akhir pekan']],
  ];

export function stateOf(said: string): Excuse | 'present' | 'absent' | 'off' | undefined {
  const words = said.toLowerCase();
  return STATES.find(([, known]) => known.includes(words))?.[0];
}
