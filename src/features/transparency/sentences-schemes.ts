/** What happened to schemes: drafts, discussion, adoption; and to what was measured under them. */
import { say } from '#domain/bilingual.ts';
import { date, optional, REASON, type Sentences } from './words.ts';

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
  'scheme-adopted': ({ title, version, decree, decidedOn }) =>
    say(
      {
        id: 'Skema {title} versi {version} ditetapkan dengan keputusan {decree} tanggal {date}.',
        en: 'Scheme {title} version {version} adopted by decision {decree} of {date}.',
      },
      { title, version, decree, date: date(decidedOn) },
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
