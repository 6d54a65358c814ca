/** Attributes that an agency holds in order to compare groups; no sentence says anything of a person. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import type { PayloadOf } from './vocabulary.ts';
import { date, optional, REASON, type Sentences } from './words.ts';

const KINDS: Readonly<Record<PayloadOf<'attribute-registered'>['kind'], Bilingual>> = {
  place: { id: 'daerah asal', en: 'place of origin' },
  religion: { id: 'agama atau kepercayaan', en: 'religion or belief' },
  disability: { id: 'disabilitas', en: 'disability' },
};

export const attributes = {
  'attribute-registered': ({ kind, legalBasis, purpose, endsOn }) =>
    say(
      {
        id: 'Data {kind} pegawai didaftarkan untuk membandingkan kelompok sampai {day}. Dasar hukum: {legalBasis}. Tujuan: {purpose}.',
        en: 'Data on {kind} of employees registered to compare groups until {day}. Legal basis: {legalBasis}. Purpose: {purpose}.',
      },
      { kind: KINDS[kind], legalBasis, purpose, day: date(endsOn) },
    ),
  'attribute-values-recorded': ({ kind, people }) =>
    say(
      {
        id: 'Data {kind} dari {people} pegawai dicatat; nilainya tidak dapat dibaca satu per satu.',
        en: 'Data on {kind} of {people} employees recorded; single values can be read by nobody.',
      },
      { kind: KINDS[kind], people },
    ),
  'attribute-ended': ({ kind, people, reason }) =>
    say(
      {
        id: 'Data {kind} diakhiri; nilai dari {people} pegawai dihapus.{reason}',
        en: 'Data on {kind} ended; the values of {people} employees were deleted.{reason}',
      },
      { kind: KINDS[kind], people, reason: optional(REASON, reason) },
    ),
} satisfies Partial<Sentences>;
