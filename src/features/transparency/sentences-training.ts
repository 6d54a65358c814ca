/** What was done about the training of appraisers, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import type { PayloadOf } from './vocabulary.ts';
import type { Sentences } from './words.ts';

type Given = PayloadOf<'training.certificate-given'>;

const given = (template: Bilingual, { number, scheme, from, until }: Given, more = {}) =>
  say(template, { number, scheme, from: dateInWords(from), until: dateInWords(until), ...more });

const PLACES: Readonly<Record<PayloadOf<'training.workshop-place'>['to'], Bilingual>> = {
  enrolled: { id: 'Terdaftar pada lokakarya "{title}".', en: 'Enrolled in the workshop "{title}".' },
  waiting: {
    id: 'Masuk daftar tunggu lokakarya "{title}".',
    en: 'On the waiting list of the workshop "{title}".',
  },
  declined: { id: 'Tidak ikut lokakarya "{title}".', en: 'Declined the workshop "{title}".' },
  withdrawn: {
    id: 'Pendaftaran pada lokakarya "{title}" dibatalkan.',
    en: 'Withdrew from the workshop "{title}".',
  },
};

export const training = {
  'training.lesson-saved': (payload) =>
    say(
      { id: 'Pelajaran "{title}" ({scheme}) disimpan.', en: 'Lesson "{title}" ({scheme}) saved.' },
      payload,
    ),
  'training.lesson-published': (payload) =>
    say(
      { id: 'Pelajaran "{title}" ({scheme}) diterbitkan.', en: 'Lesson "{title}" ({scheme}) published.' },
      payload,
    ),
  'training.lesson-withdrawn': (payload) =>
    say(
      { id: 'Pelajaran "{title}" ({scheme}) ditarik.', en: 'Lesson "{title}" ({scheme}) withdrawn.' },
      payload,
    ),
  'training.case-published': (payload) =>
    say(
      {
        id: 'Kasus latihan "{heading}" ({scheme}) diterbitkan.',
        en: 'Practice case "{heading}" ({scheme}) published.',
      },
      payload,
    ),
  'training.case-replaced': (payload) =>
    say(
      {
        id: 'Kasus latihan "{heading}" ({scheme}) diganti versi baru.',
        en: 'Practice case "{heading}" ({scheme}) replaced by a new version.',
      },
      payload,
    ),
  'training.case-withdrawn': (payload) =>
    say(
      {
        id: 'Kasus latihan "{heading}" ({scheme}) ditarik.',
        en: 'Practice case "{heading}" ({scheme}) withdrawn.',
      },
      payload,
    ),
  'training.case-rated': (payload) =>
    say(
      {
        id: 'Kasus latihan "{heading}" ({scheme}) dinilai.',
        en: 'Practice case "{heading}" ({scheme}) rated.',
      },
      payload,
    ),
  'training.certificate-given': (payload) =>
    given(
      {
        id: 'Sertifikat penilai {number} ({scheme}) terbit, berlaku {from} – {until}.',
        en: 'Certificate of appraisers {number} ({scheme}) issued, valid {from} – {until}.',
      },
      payload,
    ),
  'training.certificate-recognised': (payload) =>
    given(
      {
        id: 'Sertifikat {number} dari {issuer} ({scheme}) diakui, berlaku {from} – {until}.',
        en: 'Certificate {number} of {issuer} ({scheme}) recognised, valid {from} – {until}.',
      },
      payload,
      { issuer: payload.issuer },
    ),
  'training.certificate-revoked': (payload) =>
    say(
      {
        id: 'Sertifikat penilai {number} ({scheme}) dicabut. Alasan: {reason}',
        en: 'Certificate of appraisers {number} ({scheme}) revoked. Reason: {reason}',
      },
      payload,
    ),
  'training.invited': (payload) =>
    say(
      {
        id: '{people} penilai diajak mengikuti pelatihan ({scheme}).',
        en: '{people} appraisers invited to the training ({scheme}).',
      },
      payload,
    ),
  'training.list-exported': (payload) =>
    say(
      {
        id: 'Daftar sertifikat penilai diunduh: {rows} baris.',
        en: 'List of certificates of appraisers downloaded: {rows} rows.',
      },
      payload,
    ),
  'training.workshop-planned': (payload) =>
    say({ id: 'Lokakarya "{title}" dijadwalkan.', en: 'Workshop "{title}" planned.' }, payload),
  'training.workshop-changed': (payload) =>
    say({ id: 'Lokakarya "{title}" diubah.', en: 'Workshop "{title}" changed.' }, payload),
  'training.workshop-cancelled': (payload) =>
    say(
      {
        id: 'Lokakarya "{title}" dibatalkan. Alasan: {reason}',
        en: 'Workshop "{title}" cancelled. Reason: {reason}',
      },
      payload,
    ),
  'training.workshop-invited': (payload) =>
    say(
      { id: '{people} orang diundang ke lokakarya "{title}".', en: '{people} people invited to "{title}".' },
      payload,
    ),
  'training.workshop-place': ({ title, to }) => say(PLACES[to], { title }),
  'training.attendance-recorded': (payload) =>
    say(
      {
        id: 'Kehadiran lokakarya "{title}" dicatat: {attended} hadir, {absent} tidak hadir.',
        en: 'Attendance of the workshop "{title}" recorded: {attended} came, {absent} did not.',
      },
      payload,
    ),
} satisfies Partial<Sentences>;
