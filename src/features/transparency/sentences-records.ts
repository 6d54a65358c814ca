/** Days of attendance, cases of a service, and what was said against them, in words. */
import { type Bilingual, sameInBoth, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import type { PayloadOf } from './vocabulary.ts';
import type { Sentences } from './words.ts';

const WHAT: Readonly<Record<PayloadOf<'attendance-calendar-changed'>['what'], Bilingual>> = {
  schedule: { id: 'Jam kerja {name} diubah.', en: 'Working hours {name} changed.' },
  assignment: { id: 'Jam kerja {name} ditetapkan.', en: 'Working hours {name} assigned.' },
  'assignment-ended': {
    id: 'Penetapan jam kerja {name} dihapus.',
    en: 'Assignment of working hours {name} removed.',
  },
  holidays: { id: 'Hari libur dicatat: {name}.', en: 'Days off recorded: {name}.' },
  'holiday-removed': { id: 'Hari libur dihapus: {name}.', en: 'Day off removed: {name}.' },
  'machine-numbers': {
    id: 'Nomor mesin presensi dipasangkan: {name}.',
    en: 'Numbers of the attendance machine assigned: {name}.',
  },
  settings: { id: 'Aturan membaca presensi diubah: {name}.', en: 'How attendance is read changed: {name}.' },
};

const EXCUSE: Readonly<Record<PayloadOf<'attendance-letter-recorded'>['kind'], Bilingual>> = {
  leave: { id: 'cuti', en: 'leave' },
  sick: { id: 'sakit', en: 'illness' },
  duty: { id: 'dinas luar', en: 'duty elsewhere' },
  training: { id: 'pendidikan dan pelatihan', en: 'training' },
  permission: { id: 'izin', en: 'permission' },
};

function about({ kind, what }: { readonly kind: 'day' | 'case'; readonly what: string }): Bilingual {
  return kind === 'day'
    ? say({ id: 'presensi {date}', en: 'attendance on {date}' }, { date: dateInWords(what) })
    : say({ id: 'berkas layanan {what}', en: 'case {what}' }, { what });
}

export const records = {
  'attendance-recorded': ({ file, from, until, days }) =>
    say(
      {
        id: 'Presensi {from} sampai {until} dicatat dari {file}: {days} hari.',
        en: 'Attendance from {from} to {until} recorded from {file}: {days} days.',
      },
      { file, from: dateInWords(from), until: dateInWords(until), days },
    ),
  'attendance-corrected': ({ date, reason }) =>
    say(
      {
        id: 'Presensi {date} dibetulkan petugas: {reason}',
        en: 'Attendance on {date} corrected by an officer: {reason}',
      },
      { date: dateInWords(date), reason },
    ),
  'attendance-imported': ({ file, people, days }) =>
    say(
      {
        id: 'Berkas presensi {file} dicatat: {people} pegawai, {days} hari.',
        en: 'Attendance file {file} recorded: {people} people, {days} days.',
      },
      { file, people, days },
    ),
  'attendance-calendar-changed': ({ what, name }) => say(WHAT[what], { name: sameInBoth(name) }),
  'attendance-letter-recorded': ({ kind, from, until, number }) =>
    say(
      {
        id: 'Surat {number} dicatat: {kind}, {from} sampai {until}.',
        en: 'Letter {number} recorded: {kind}, {from} to {until}.',
      },
      { number, kind: EXCUSE[kind], from: dateInWords(from), until: dateInWords(until) },
    ),
  'attendance-letter-withdrawn': ({ from, until, number }) =>
    say(
      {
        id: 'Surat {number} ({from} sampai {until}) ditarik.',
        en: 'Letter {number} ({from} to {until}) withdrawn.',
      },
      { number, from: dateInWords(from), until: dateInWords(until) },
    ),
  'record-contested': (payload) =>
    say(
      { id: 'Sanggahan diajukan atas {what}.', en: 'Objection filed to {what}.' },
      { what: about(payload) },
    ),
  'record-contest-withdrawn': (payload) =>
    say(
      { id: 'Sanggahan atas {what} ditarik.', en: 'Objection to {what} withdrawn.' },
      { what: about(payload) },
    ),
  'record-contest-decided': (payload) =>
    say(
      payload.outcome === 'accepted'
        ? {
            id: 'Sanggahan atas {what} diterima; datanya diperbaiki. {reason}',
            en: 'Objection to {what} accepted; the data were corrected. {reason}',
          }
        : {
            id: 'Sanggahan atas {what} tidak diterima: {reason}',
            en: 'Objection to {what} refused: {reason}',
          },
      { what: about(payload), reason: payload.reason },
    ),
} satisfies Partial<Sentences>;
