/** What happens in an appraisal, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { organisationPredicateLabel, predicateLabel, ratingLabel } from '#domain/rules/index.ts';
import type { PayloadOf } from './vocabulary.ts';
import { date, plain, type Sentences } from './words.ts';

const GROUNDS: Readonly<Record<PayloadOf<'result-withdrawn'>['ground'], Bilingual>> = {
  correction: { id: 'perbaikan kekeliruan', en: 'correction' },
  'new-evidence': { id: 'bukti baru', en: 'new evidence' },
  distribution: { id: 'pola distribusi', en: 'distribution pattern' },
  other: { id: 'lainnya', en: 'other' },
};
export const planning = {
  'plan-proposed': ({ period, isRevision }) =>
    say(
      isRevision
        ? { id: 'Perubahan SKP {period} diajukan.', en: 'Revision of the plan for {period} proposed.' }
        : { id: 'SKP {period} diajukan.', en: 'Plan for {period} proposed.' },
      { period },
    ),
  'plan-withdrawn': ({ period }) =>
    say(
      { id: 'Pengajuan SKP {period} ditarik.', en: 'Proposal of the plan for {period} withdrawn.' },
      { period },
    ),
  'plan-returned': ({ period, reason }) =>
    say(
      {
        id: 'SKP {period} dikembalikan. Alasan: {reason}',
        en: 'Plan for {period} returned. Reason: {reason}',
      },
      {
        period,
        reason,
      },
    ),
  'plan-agreed': ({ period, version, mainResults }) =>
    say(
      {
        id: 'SKP {period} disepakati (versi {version}, {mainResults} hasil kerja utama).',
        en: 'Plan for {period} agreed (version {version}, {mainResults} main results).',
      },
      { period, version, mainResults },
    ),
  'plan-revision-opened': ({ period, reason }) =>
    say(
      {
        id: 'SKP {period} dibuka untuk diubah. Alasan: {reason}',
        en: 'Plan for {period} opened for revision. Reason: {reason}',
      },
      {
        period,
        reason,
      },
    ),
  'plan-copied': ({ period, from }) =>
    say(
      { id: 'SKP {period} disalin dari {from}.', en: 'Plan for {period} copied from {from}.' },
      { period, from },
    ),
  'plan-expectations-set': ({ period }) =>
    say(
      {
        id: 'Ekspektasi khusus pimpinan untuk {period} ditetapkan.',
        en: 'Special expectations for {period} set.',
      },
      {
        period,
      },
    ),
  'plan-commented': plain('Catatan diberikan pada SKP.', 'Comment left on the plan.'),
  'plan-comment-resolved': plain('Catatan pada SKP diselesaikan.', 'Comment on the plan resolved.'),
} satisfies Partial<Sentences>;

export const monitoring = {
  'progress.recorded': ({ onDate, replacesEntryId }) =>
    say(
      replacesEntryId
        ? { id: 'Realisasi per {date} diperbaiki.', en: 'Progress of {date} corrected.' }
        : { id: 'Realisasi per {date} dicatat.', en: 'Progress of {date} recorded.' },
      { date: date(onDate) },
    ),
  'progress.withdrawn': plain('Catatan realisasi ditarik.', 'Progress entry withdrawn.'),
  'evidence.added': plain('Bukti dukung ditambahkan.', 'Evidence added.'),
  'evidence.withdrawn': plain('Bukti dukung ditarik.', 'Evidence withdrawn.'),
  'evidence.link-checked': plain('Tautan bukti dukung diperiksa.', 'Link to evidence checked.'),
  'feedback.given': plain('Umpan balik diberikan.', 'Feedback given.'),
  'feedback.withdrawn': plain('Umpan balik ditarik.', 'Feedback withdrawn.'),
  'feedback.asked': plain('Umpan balik diminta.', 'Feedback asked for.'),
  'check-in.recorded': ({ heldOn }) =>
    say({ id: 'Dialog kinerja {date} dicatat.', en: 'Check-in of {date} recorded.' }, { date: date(heldOn) }),
  'check-in.answered': ({ agreed }) =>
    agreed
      ? { id: 'Catatan dialog kinerja disetujui.', en: 'Record of the check-in agreed.' }
      : { id: 'Catatan dialog kinerja tidak disetujui.', en: 'Record of the check-in disputed.' },
} satisfies Partial<Sentences>;

export const evaluation = {
  'self-assessment-submitted': plain('Penilaian diri disampaikan.', 'Self-assessment submitted.'),
  'self-assessment-reopened': plain('Penilaian diri dibuka kembali.', 'Self-assessment reopened.'),
  'result-given': ({ predicate, resultsRating, behaviourRating }) =>
    say(
      {
        id: 'Hasil diberikan: {predicate} (hasil kerja: {results}; perilaku: {behaviour}).',
        en: 'Result given: {predicate} (results: {results}; behaviour: {behaviour}).',
      },
      {
        predicate: predicateLabel(predicate),
        results: ratingLabel(resultsRating),
        behaviour: ratingLabel(behaviourRating),
      },
    ),
  'result-withdrawn': ({ ground }) =>
    say(
      { id: 'Hasil ditarik kembali: {ground}.', en: 'Result withdrawn: {ground}.' },
      { ground: GROUNDS[ground] },
    ),
  'result-ratified': ({ objectionDeadline }) =>
    say(
      { id: 'Hasil disahkan; keberatan sampai {date}.', en: 'Result ratified; objections until {date}.' },
      {
        date: date(objectionDeadline),
      },
    ),
  'result-accepted': ({ by }) =>
    by === 'employee'
      ? { id: 'Hasil diterima.', en: 'Result accepted.' }
      : {
          id: 'Hasil dianggap diterima karena batas keberatan lewat.',
          en: 'Result counts as accepted: the deadline passed.',
        },
  'objection-filed': plain('Keberatan diajukan.', 'Objection filed.'),
  'objection-explained': plain('Penjelasan atas keberatan diberikan.', 'Objection explained.'),
  'objection-decided': ({ decision, predicate }) =>
    say(
      decision === 'upheld'
        ? {
            id: 'Keberatan diputus: hasil tetap ({predicate}).',
            en: 'Objection decided: result stands ({predicate}).',
          }
        : {
            id: 'Keberatan diputus: hasil diubah menjadi {predicate}.',
            en: 'Objection decided: result changed to {predicate}.',
          },
      { predicate: predicateLabel(predicate) },
    ),
  'result-revoked': ({ ground }) =>
    say(
      { id: 'Hasil yang disahkan dibatalkan: {ground}.', en: 'Ratified result revoked: {ground}.' },
      {
        ground: GROUNDS[ground],
      },
    ),
  'unit-predicate-fixed': ({ predicate }) =>
    say(
      { id: 'Predikat unit ditetapkan: {predicate}.', en: 'Unit predicate fixed: {predicate}.' },
      {
        predicate: organisationPredicateLabel(predicate),
      },
    ),
} satisfies Partial<Sentences>;

export const papers = {
  'papers.bundle-requested': plain('Berkas kumpulan dokumen diminta.', 'Bundle of papers requested.'),
  'papers.bundle-finished': ({ people, papers: count }) =>
    say(
      {
        id: 'Kumpulan dokumen selesai: {count} dokumen untuk {people} pegawai.',
        en: 'Bundle finished: {count} papers of {people} employees.',
      },
      { count, people },
    ),
  'papers.bundle-failed': plain('Kumpulan dokumen gagal dibuat.', 'Bundle of papers failed.'),
  'papers.bundle-cancelled': plain('Pembuatan kumpulan dokumen dibatalkan.', 'Bundle of papers cancelled.'),
  'papers.bundle-downloaded': plain('Kumpulan dokumen diunduh.', 'Bundle of papers downloaded.'),
  'papers.head-saved': plain('Kepala surat dokumen disimpan.', 'Head of the papers saved.'),
} satisfies Partial<Sentences>;
