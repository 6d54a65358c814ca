/**
 * The nine elements of a public satisfaction survey (PermenPANRB 14/2017, annex) as they are asked at a counter: one
 * plain question each with four answers, 1 (worst) to 4 (best). The elements, the four steps and the bands of quality
 * are those of the regulation, recollected and to be confirmed; the questions are put in everyday words.
 */
import type { Bilingual } from '../bilingual.ts';
import { SERVICE_ELEMENTS } from '../schemes/mechanisms/survey.ts';

/** One of four answers to a question, 1 (worst) to 4 (best). */
export type Answer = 1 | 2 | 3 | 4;

export type SurveyQuestion = {
  /** `u1` to `u9` as in schemes, or the code of an agency's own question. */
  readonly code: string;
  /** The name of the element in the regulation. */
  readonly label: Bilingual;
  readonly question: Bilingual;
  /** Worst first: the words for 1, 2, 3 and 4. */
  readonly answers: readonly [Bilingual, Bilingual, Bilingual, Bilingual];
};

type Words = readonly [id: string, en: string];
type Asked = readonly [question: Words, one: Words, two: Words, three: Words, four: Words];

const ASKED: readonly Asked[] = [
  [
    ['Apakah syarat yang diminta sesuai dengan urusan Anda?', 'Did the requirements fit your matter?'],
    ['Tidak sesuai', 'Not at all'],
    ['Kurang sesuai', 'Not quite'],
    ['Sesuai', 'Yes'],
    ['Sangat sesuai', 'Yes, entirely'],
  ],
  [
    ['Apakah alur layanannya mudah diikuti?', 'Were the steps easy to follow?'],
    ['Tidak mudah', 'Not at all'],
    ['Kurang mudah', 'Not quite'],
    ['Mudah', 'Yes'],
    ['Sangat mudah', 'Yes, very'],
  ],
  [
    ['Apakah layanannya cepat?', 'Was the service quick?'],
    ['Tidak cepat', 'Not at all'],
    ['Kurang cepat', 'Not quite'],
    ['Cepat', 'Yes'],
    ['Sangat cepat', 'Yes, very'],
  ],
  [
    ['Bagaimana biayanya?', 'What about the cost?'],
    ['Sangat mahal', 'Far too high'],
    ['Cukup mahal', 'Rather high'],
    ['Murah', 'Low'],
    ['Gratis', 'Free'],
  ],
  [
    ['Apakah hasil layanan sesuai dengan yang dijanjikan?', 'Did you receive what was promised?'],
    ['Tidak sesuai', 'Not at all'],
    ['Kurang sesuai', 'Not quite'],
    ['Sesuai', 'Yes'],
    ['Sangat sesuai', 'Yes, entirely'],
  ],
  [
    ['Apakah petugas menguasai pekerjaannya?', 'Did the staff know their work?'],
    ['Tidak menguasai', 'Not at all'],
    ['Kurang menguasai', 'Not quite'],
    ['Menguasai', 'Yes'],
    ['Sangat menguasai', 'Yes, very well'],
  ],
  [
    ['Apakah petugas sopan dan ramah?', 'Were the staff polite and friendly?'],
    ['Tidak sopan dan ramah', 'Not at all'],
    ['Kurang sopan dan ramah', 'Not quite'],
    ['Sopan dan ramah', 'Yes'],
    ['Sangat sopan dan ramah', 'Yes, very'],
  ],
  [
    ['Bagaimana pengaduan dan saran ditangani di sini?', 'How are complaints and suggestions handled here?'],
    ['Tidak ada tempat mengadu', 'There is nowhere to complain'],
    ['Ada, tetapi tidak berfungsi', 'There is, but it does not work'],
    ['Berfungsi, kurang maksimal', 'It works, but not well'],
    ['Dikelola dengan baik', 'Handled well'],
  ],
  [
    ['Bagaimana tempat dan sarana layanannya?', 'How are the place and its facilities?'],
    ['Buruk', 'Poor'],
    ['Cukup', 'Fair'],
    ['Baik', 'Good'],
    ['Sangat baik', 'Very good'],
  ],
];

const both = ([id, en]: Words): Bilingual => ({ id, en });

export const ELEMENTS: readonly SurveyQuestion[] = SERVICE_ELEMENTS.map(({ code, label }, index) => {
  const asked = ASKED[index];
  if (!asked) throw new Error(`no question for element ${code}`);
  const [question, one, two, three, four] = asked;
  return { code, label, question: both(question), answers: [both(one), both(two), both(three), both(four)] };
});

/** Answers to a question that an agency adds: the same four steps, in words that fit any statement. */
export const EXTRA_ANSWERS: SurveyQuestion['answers'] = [
  { id: 'Tidak', en: 'No' },
  { id: 'Kurang', en: 'Not quite' },
  { id: 'Ya', en: 'Yes' },
  { id: 'Ya, sangat', en: 'Yes, very much' },
];

/** Bands of quality of the regulation, best first, each from an index up to the one above. */
export const QUALITY_BANDS = [
  { letter: 'A', label: { id: 'Sangat baik', en: 'Very good' }, from: '88.31' },
  { letter: 'B', label: { id: 'Baik', en: 'Good' }, from: '76.61' },
  { letter: 'C', label: { id: 'Kurang baik', en: 'Less than good' }, from: '65' },
  { letter: 'D', label: { id: 'Tidak baik', en: 'Not good' }, from: '25' },
] as const;
export type QualityBand = (typeof QUALITY_BANDS)[number];

/** The band of an index of two decimals (`"81.94"`). */
export function qualityOf(index: string): QualityBand {
  return QUALITY_BANDS.find(({ from }) => Number(index) >= Number(from)) ?? QUALITY_BANDS[3];
}

/** Answers as one digit an element, in their order: `443434434`. Undefined until all nine were answered. */
export function patternOf(answers: Readonly<Record<string, Answer | undefined>>): string | undefined {
  const pattern = ELEMENTS.map(({ code }) => answers[code] ?? '').join('');
  return pattern.length === ELEMENTS.length ? pattern : undefined;
}

/** `"3"` → 3; undefined for anything else, such as a missing field. */
export function readAnswer(text: string | undefined): Answer | undefined {
  switch (text) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case '4':
      return 4;
    default:
      return undefined;
  }
}
