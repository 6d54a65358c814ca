/** What happened to schemes: drafts, discussion, adoption; and to what was measured under them. */
import { say } from '#domain/bilingual.ts';
import { date, type Sentences } from './words.ts';

export const schemes = {
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
