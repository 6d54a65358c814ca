/** What happened to schemes: drafts, discussion, adoption; and to what was measured under them. */
import { midSentence, say } from '#domain/bilingual.ts';
import { date, optional, REASON, type Sentences } from './words.ts';

const CONTRIBUTIONS = {
  comment: { id: 'Komentar', en: 'Comment' },
  proposal: { id: 'Usulan', en: 'Proposal' },
} as const;
const OUTCOMES = {
  taken: { id: 'diterima', en: 'taken up' },
  partly: { id: 'diterima sebagian', en: 'partly taken up' },
  declined: { id: 'tidak diterima', en: 'declined' },
  noted: { id: 'dicatat', en: 'noted' },
} as const;

export const schemes = {
  'scheme-draft-started': ({ title, basedOn }) =>
    say(
      { id: 'Rancangan skema {title} dimulai{basis}.', en: 'Draft of the scheme {title} begun{basis}.' },
      { title, basis: optional({ id: ' dari {value}', en: ' from {value}' }, basedOn) },
    ),
  'scheme-draft-saved': ({ title, revision, note }) =>
    say(
      {
        id: 'Rancangan skema {title} disimpan sebagai naskah ke-{revision}.{note}',
        en: 'Draft of the scheme {title} saved as text number {revision}.{note}',
      },
      { title, revision, note: optional({ id: ' Catatan: {value}', en: ' Note: {value}' }, note) },
    ),
  'scheme-draft-dropped': ({ title, reason }) =>
    say(
      {
        id: 'Rancangan skema {title} tidak dilanjutkan. Alasan: {reason}',
        en: 'Draft of the scheme {title} dropped. Reason: {reason}',
      },
      { title, reason },
    ),
  'scheme-discussion-opened': ({ title, from, until }) =>
    say(
      {
        id: 'Rancangan skema {title} dibuka untuk dibahas dari {from} sampai {until}.',
        en: 'Draft of the scheme {title} opened for discussion from {from} until {until}.',
      },
      { title, from: date(from), until: date(until) },
    ),
  'scheme-discussion-closed': ({ title, reason }) =>
    say(
      {
        id: 'Pembahasan rancangan skema {title} ditutup.{reason}',
        en: 'Discussion of the draft of {title} closed.{reason}',
      },
      { title, reason: optional(REASON, reason) },
    ),
  'scheme-proposal-made': ({ title, kind, criterion }) =>
    say(
      {
        id: '{kind} pada rancangan {title} ditulis: {criterion}.',
        en: '{kind} on the draft of {title} written: {criterion}.',
      },
      { kind: CONTRIBUTIONS[kind], title, criterion },
    ),
  'scheme-proposal-withdrawn': ({ title, kind }) =>
    say(
      {
        id: '{kind} pada rancangan {title} ditarik penulisnya.',
        en: '{kind} on the draft of {title} withdrawn by its author.',
      },
      { kind: CONTRIBUTIONS[kind], title },
    ),
  'scheme-vote-cast': ({ title, isChange }) =>
    say(
      isChange
        ? {
            id: 'Suara atas satu usulan pada rancangan {title} diubah.',
            en: 'Vote on a proposal on the draft of {title} changed.',
          }
        : {
            id: 'Suara atas satu usulan pada rancangan {title} diberikan.',
            en: 'Vote on a proposal on the draft of {title} given.',
          },
      { title },
    ),
  'scheme-proposal-answered': ({ title, kind, outcome, revision, isCorrection }) =>
    say(
      isCorrection
        ? {
            id: 'Jawaban atas {kind} pada rancangan {title} diubah: {outcome}{revision}.',
            en: 'Answer to a {kind} on the draft of {title} changed: {outcome}{revision}.',
          }
        : {
            id: '{kind} pada rancangan {title} dijawab: {outcome}{revision}.',
            en: '{kind} on the draft of {title} answered: {outcome}{revision}.',
          },
      {
        kind: isCorrection ? midSentence(CONTRIBUTIONS[kind]) : CONTRIBUTIONS[kind],
        title,
        outcome: OUTCOMES[outcome],
        revision: optional(
          { id: ', berubah dalam naskah ke-{value}', en: ', changed in text number {value}' },
          revision === null ? null : String(revision),
        ),
      },
    ),
  'scheme-adopted': ({ title, version, decree, decidedOn }) =>
    say(
      {
        id: 'Skema {title} versi {version} ditetapkan dengan keputusan {decree} tanggal {date}.',
        en: 'Scheme {title} version {version} adopted by decision {decree} of {date}.',
      },
      { title, version, decree, date: date(decidedOn) },
    ),
  'scheme-trial-requested': ({ name, period, scheme }) =>
    say(
      {
        id: 'Uji coba {name}: skema {scheme} dijalankan pada periode {period}.',
        en: 'Trial {name}: scheme {scheme} run on the period {period}.',
      },
      { name, period, scheme },
    ),
} satisfies Partial<Sentences>;

export const measurements = {
  'measurement-recorded': ({ component, origin, note }) =>
    origin === 'file'
      ? say(
          {
            id: 'Data {component} dicatat dari berkas {note}.',
            en: '{component} recorded from the file {note}.',
          },
          { component, note },
        )
      : say(
          {
            id: 'Data {component} dicatat petugas: {note}.',
            en: '{component} recorded by an officer: {note}.',
          },
          { component, note },
        ),
} satisfies Partial<Sentences>;
