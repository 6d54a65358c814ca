/** What was recorded of public satisfaction surveys, in words. Answering is never recorded. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import type { PayloadOf } from './vocabulary.ts';
import type { Sentences } from './words.ts';

const ROUND_ACTS: Readonly<Record<PayloadOf<'survey.round-acted'>['act'], Bilingual>> = {
  open: { id: 'Survei {round} dibuka.', en: 'The survey {round} was opened.' },
  close: {
    id: 'Survei {round} ditutup sebelum hari terakhir. Alasan: {reason}',
    en: 'The survey {round} was closed before its last day. Reason: {reason}',
  },
  end: { id: 'Survei {round} selesai.', en: 'The survey {round} is over.' },
  drop: { id: 'Rancangan survei {round} dibuang.', en: 'The draft of the survey {round} was dropped.' },
};

const WORDS_ACTS: Readonly<Record<PayloadOf<'survey.words-acted'>['act'], Bilingual>> = {
  report: {
    id: 'Tulisan warga pada survei {round} dilaporkan. Alasan: {reason}',
    en: 'Words of a citizen in the survey {round} were reported. Reason: {reason}',
  },
  hide: {
    id: 'Tulisan warga pada survei {round} disembunyikan. Alasan: {reason}',
    en: 'Words of a citizen in the survey {round} were hidden. Reason: {reason}',
  },
  'let-stand': {
    id: 'Tulisan warga pada survei {round} ditampilkan lagi. Alasan: {reason}',
    en: 'Words of a citizen in the survey {round} were let stand. Reason: {reason}',
  },
};

export const surveys = {
  'survey.counter-added': ({ counter, unit }) =>
    say(
      { id: 'Loket {counter} didaftarkan di {unit}.', en: 'Counter {counter} registered at {unit}.' },
      { counter, unit },
    ),
  'survey.counter-changed': ({ counter, unit }) =>
    say(
      { id: 'Loket {counter} di {unit} diubah.', en: 'Counter {counter} at {unit} changed.' },
      { counter, unit },
    ),
  'survey.person-bound': ({ counter, from, until }) =>
    say(
      until
        ? {
            id: 'Dicatat bertugas di loket {counter} sejak {from} sampai sebelum {until}.',
            en: 'Recorded as serving at counter {counter} from {from} until before {until}.',
          }
        : {
            id: 'Dicatat bertugas di loket {counter} sejak {from}.',
            en: 'Recorded as serving at counter {counter} from {from}.',
          },
      { counter, from: dateInWords(from), until: until ? dateInWords(until) : '' },
    ),
  'survey.person-released': ({ counter, until }) =>
    say(
      {
        id: 'Tugas di loket {counter} berakhir {until}.',
        en: 'Service at counter {counter} ended on {until}.',
      },
      { counter, until: dateInWords(until) },
    ),
  'survey.round-saved': ({ round, startsOn, endsOn }) =>
    say(
      {
        id: 'Rancangan survei {round} disimpan, {from} – {until}.',
        en: 'Draft of the survey {round} saved, {from} – {until}.',
      },
      { round, from: dateInWords(startsOn), until: dateInWords(endsOn) },
    ),
  'survey.round-acted': ({ round, act, reason }) => say(ROUND_ACTS[act], { round, reason: reason ?? '' }),
  'survey.tokens-made': ({ round, counter, count }) =>
    say(
      {
        id: '{count} kode struk dibuat untuk loket {counter}, survei {round}.',
        en: '{count} receipt codes made for counter {counter}, survey {round}.',
      },
      { round, counter, count },
    ),
  'survey.batch-decided': ({ round, counter, day, answers, act, reason }) =>
    say(
      act === 'keep'
        ? {
            id: '{answers} jawaban yang ditandai ({counter}, {day}, survei {round}) tetap dihitung. Alasan: {reason}',
            en: '{answers} flagged answers ({counter}, {day}, survey {round}) count. Reason: {reason}',
          }
        : {
            id: '{answers} jawaban yang ditandai ({counter}, {day}, survei {round}) tidak dihitung. Alasan: {reason}',
            en: '{answers} flagged answers ({counter}, {day}, survey {round}) were left out. Reason: {reason}',
          },
      { round, counter, day: dateInWords(day), answers, reason },
    ),
  'survey.words-acted': ({ round, act, reason }) => say(WORDS_ACTS[act], { round, reason }),
  'survey.published': ({ round, unit }) =>
    say(
      {
        id: 'Hasil survei {round} untuk {unit} diumumkan.',
        en: 'Result of the survey {round} for {unit} published.',
      },
      { round, unit },
    ),
  'survey.withdrawn': ({ round, unit, reason }) =>
    say(
      {
        id: 'Pengumuman hasil survei {round} untuk {unit} ditarik. Alasan: {reason}',
        en: 'Publication of the survey {round} for {unit} withdrawn. Reason: {reason}',
      },
      { round, unit, reason },
    ),
  'survey.used': ({ round, unit, period, participants }) =>
    say(
      {
        id: 'Hasil survei {round} untuk {unit} dipakai dalam {period}: {participants} nilai.',
        en: 'Result of the survey {round} for {unit} used in {period}: {participants} values.',
      },
      { round, unit, period, participants },
    ),
} satisfies Partial<Sentences>;
