/** What was recorded of competencies and development needs, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import type { PayloadOf } from './vocabulary.ts';
import { optional, REASON, type Sentences } from './words.ts';

const MOVED: Readonly<Record<PayloadOf<'development-need-moved'>['act'], Bilingual>> = {
  plan: {
    id: 'Kebutuhan pengembangan {competency} direncanakan.',
    en: 'Development need {competency} planned.',
  },
  finish: { id: 'Kebutuhan pengembangan {competency} selesai.', en: 'Development need {competency} done.' },
  drop: {
    id: 'Kebutuhan pengembangan {competency} dihentikan.',
    en: 'Development need {competency} dropped.',
  },
  reopen: {
    id: 'Kebutuhan pengembangan {competency} dibuka kembali.',
    en: 'Development need {competency} reopened.',
  },
};

function outcome({
  assessedOn,
  institution,
  competencies,
}: PayloadOf<'competency-outcome-recorded'> | PayloadOf<'competency-outcome-withdrawn'>) {
  return { date: dateInWords(assessedOn), institution, competencies };
}

export const competencies = {
  'competencies-adopted': ({ codes }) =>
    say(
      {
        id: '{count} kompetensi bawaan Tera dimasukkan ke kamus.',
        en: '{count} competencies of Tera taken into the dictionary.',
      },
      { count: codes.length },
    ),
  'competency-recorded': ({ name, version, note, file }) =>
    say(
      version === 1
        ? { id: 'Kompetensi {name} ditulis.{source}', en: 'Competency {name} written.{source}' }
        : {
            id: 'Kompetensi {name} diubah menjadi versi {version}.{source}{reason}',
            en: 'Competency {name} changed to version {version}.{source}{reason}',
          },
      {
        name,
        version,
        source: optional({ id: ' Dari berkas {value}.', en: ' From the file {value}.' }, file),
        reason: optional(REASON, note),
      },
    ),
  'competency-retired': ({ name, reason }) =>
    say(
      {
        id: 'Kompetensi {name} tidak dipakai lagi. Alasan: {reason}',
        en: 'Competency {name} taken out of use. Reason: {reason}',
      },
      { name, reason },
    ),
  'competency-restored': ({ name, reason }) =>
    say(
      {
        id: 'Kompetensi {name} dipakai kembali. Alasan: {reason}',
        en: 'Competency {name} taken back into use. Reason: {reason}',
      },
      { name, reason },
    ),
  'competencies-imported': ({ file, added, changed }) =>
    say(
      {
        id: 'Kamus kompetensi dari berkas {file}: {added} ditambahkan, {changed} diubah.',
        en: 'Dictionary of competencies from the file {file}: {added} added, {changed} changed.',
      },
      { file, added, changed },
    ),
  'competency-standard-set': ({ post, unit, validFrom, basis, levels }) =>
    say(
      Object.keys(levels).length > 0
        ? {
            id: 'Standar kompetensi {post}{unit} ditetapkan mulai {date}: {count} kompetensi. Dasar: {basis}',
            en: 'Standard of competencies of {post}{unit} set from {date}: {count} competencies. Basis: {basis}',
          }
        : {
            id: 'Standar kompetensi {post}{unit} dicabut mulai {date}. Dasar: {basis}',
            en: 'Standard of competencies of {post}{unit} taken back from {date}. Basis: {basis}',
          },
      {
        post,
        unit: optional({ id: ' di {value}', en: ' in {value}' }, unit),
        date: dateInWords(validFrom),
        count: Object.keys(levels).length,
        basis,
      },
    ),
  'competency-outcome-recorded': (payload) =>
    say(
      {
        id: 'Hasil uji kompetensi {date} dari {institution} dicatat: {competencies} kompetensi.{source}',
        en: 'Outcome of the assessment centre of {date} by {institution} recorded: {competencies} competencies.{source}',
      },
      {
        ...outcome(payload),
        source: optional({ id: ' Berkas: {value}', en: ' File: {value}' }, payload.file),
      },
    ),
  'competency-outcome-withdrawn': (payload) =>
    say(
      {
        id: 'Hasil uji kompetensi {date} dari {institution} ditarik. Alasan: {reason}',
        en: 'Outcome of the assessment centre of {date} by {institution} withdrawn. Reason: {reason}',
      },
      { ...outcome(payload), reason: payload.reason },
    ),
  'development-need-added': ({ competency }) =>
    say(
      { id: 'Kebutuhan pengembangan {competency} ditambahkan.', en: 'Development need {competency} added.' },
      { competency },
    ),
  'development-need-changed': ({ competency }) =>
    say(
      { id: 'Kebutuhan pengembangan {competency} diubah.', en: 'Development need {competency} changed.' },
      { competency },
    ),
  'development-need-moved': ({ competency, act, reason }) => {
    const moved = say(MOVED[act], { competency });
    return say({ id: '{moved}{reason}', en: '{moved}{reason}' }, { moved, reason: optional(REASON, reason) });
  },
  'development-needs-exported': ({ rows }) =>
    say(
      {
        id: 'Rekap kebutuhan pengembangan diunduh: {rows} baris.',
        en: 'Development needs downloaded: {rows} rows.',
      },
      { rows },
    ),
} satisfies Partial<Sentences>;
