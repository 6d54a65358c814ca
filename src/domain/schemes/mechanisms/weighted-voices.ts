/**
 * Several voices that answer on forms, each with a weight in percent and a least number of forms. A
 * voice with too few forms is left out and the others are re-weighted openly; it never counts as zero.
 * Used by `rated-items` and `competencies`; what is said of it stands in voices-in-words.ts.
 */
import { z } from 'zod';
import { type Bilingual, say } from '../../bilingual.ts';
import { choosing } from '../../problem.ts';
import { unitsOf, unitsText } from '../fixed.ts';
import { MISSING_OUTCOME, NOT_APPLICABLE_OUTCOME, type Outcome } from '../outcome.ts';
import { decimalSetting } from '../shapes.ts';
import { VOICES, type Voice, voiceLabel } from '../voices.ts';
import { isRecord, type Report } from './mechanism.ts';

/** The voices that can fill in a form: all but `measured`, which comes from records. */
export const FORM_VOICES = VOICES.filter((voice): voice is FormVoice => voice !== 'measured');
export type FormVoice = Exclude<Voice, 'measured'>;

/** The most forms of one voice: a survey of a whole town belongs to the mechanism `survey`. */
export const MAXIMUM_FORMS = 1000;

/** Settings that a mechanism with voices spreads into its own. */
export const voicesSettings = {
  voices: z.partialRecord(
    z.enum(FORM_VOICES),
    z.strictObject({
      /** Weight in percent; all voices together 100. */
      percent: decimalSetting,
      /** Without enough forms of this voice the component has no value. */
      required: z.boolean().optional(),
      /** The fewest forms with which this voice counts; 1 where nothing is said. */
      atLeast: z.int().min(1).max(MAXIMUM_FORMS).optional(),
    }),
    choosing(FORM_VOICES),
  ),
  /** What holds when no voice has enough forms; only where none of them is required. */
  whenNobody: z.enum(['missing', 'not-applicable']).optional(),
};
export type VoicesSettings = {
  readonly voices: Readonly<
    Partial<
      Record<
        FormVoice,
        {
          readonly percent: string;
          readonly required?: boolean | undefined;
          readonly atLeast?: number | undefined;
        }
      >
    >
  >;
  readonly whenNobody?: 'missing' | 'not-applicable' | undefined;
};

/** A voice ready for counting; `percent` in units of 1/10000 percent. */
export type WeightedVoice = {
  readonly code: FormVoice;
  readonly label: Bilingual;
  readonly percent: number;
  readonly required: boolean;
  readonly atLeast: number;
};

const WHOLE_UNITS = unitsOf('100');

/** Voices sum to 100 percent, each counts for something, and somebody can always answer. */
export function checkVoices(settings: VoicesSettings, report: Report): void {
  const voices = weightedVoices(settings);
  for (const { code, percent } of voices) {
    if (percent > 0) continue;
    report(
      ['voices', code, 'percent'],
      { id: 'suara ini tidak berbobot', en: 'this voice has no weight' },
      { id: 'beri bobot lebih dari 0, atau hapus suara ini', en: 'give it more than 0, or remove it' },
    );
  }
  const sum = voices.reduce((total, { percent }) => total + percent, 0);
  if (sum !== WHOLE_UNITS) {
    report(
      ['voices'],
      say(
        { id: 'jumlah bobot suara {sum} %, bukan 100 %', en: 'the voices sum to {sum} %, not 100 %' },
        { sum: unitsText(sum) },
      ),
      say(
        { id: '{verb} {difference} %', en: '{verb} {difference} %' },
        {
          verb: sum < WHOLE_UNITS ? { id: 'tambahkan', en: 'add' } : { id: 'kurangi', en: 'take away' },
          difference: unitsText(Math.abs(sum - WHOLE_UNITS)),
        },
      ),
    );
  }
  checkNobody(settings, voices, report);
}

function checkNobody({ whenNobody }: VoicesSettings, voices: readonly WeightedVoice[], report: Report): void {
  const required = voices.some((voice) => voice.required);
  if (!required && whenNobody === undefined && voices.length > 0) {
    report(
      ['voices'],
      {
        id: 'tidak ada suara yang wajib, dan belum dikatakan apa yang berlaku bila tidak ada yang menjawab',
        en: 'no voice is required, and nothing is said of what holds when nobody answers',
      },
      {
        id: 'tulis required: true pada satu suara, atau tambahkan whenNobody',
        en: 'write required: true at one voice, or add whenNobody',
      },
    );
  }
  if (required && whenNobody !== undefined) {
    report(
      ['whenNobody'],
      {
        id: 'tidak pernah berlaku karena ada suara yang wajib',
        en: 'never holds, because a voice is required',
      },
      { id: 'hapus whenNobody, atau hapus required', en: 'remove whenNobody, or remove required' },
    );
  }
}

/** The voices of the settings, in the order of the closed list, whatever the order in the file. */
export function weightedVoices({ voices }: VoicesSettings): readonly WeightedVoice[] {
  return FORM_VOICES.flatMap((code): readonly WeightedVoice[] => {
    const given = voices[code];
    if (!given) return [];
    const { percent, required = false, atLeast = 1 } = given;
    return [{ code, label: voiceLabel(code), percent: unitsOf(percent), required, atLeast }];
  });
}

/** The shape of `forms`: a list of forms by voice. */
export function formsShape(voices: readonly WeightedVoice[], form: z.ZodType) {
  return z.strictObject(
    Object.fromEntries(voices.map(({ code }) => [code, z.array(form).max(MAXIMUM_FORMS).optional()])),
  );
}

const NO_FORMS: readonly unknown[] = Object.freeze([]);

/** Whether these are forms by voice, so that `formsOf` can give them. The forms themselves are not read. */
export function areForms(
  given: unknown,
  names: ReadonlySet<string>,
): given is Readonly<Record<string, readonly unknown[] | undefined>> {
  if (!isRecord(given)) return false;
  for (const name in given) {
    if (!names.has(name)) return false;
    const forms = given[name];
    if (forms !== undefined && !(Array.isArray(forms) && forms.length <= MAXIMUM_FORMS)) return false;
  }
  return true;
}

/** The forms of a voice, none where it has not answered. */
export function formsOf(
  forms: Readonly<Record<string, readonly unknown[] | undefined>>,
  { code }: WeightedVoice,
): readonly unknown[] {
  return forms[code] ?? NO_FORMS;
}

/** Names of the voices, for `areForms`. */
export function voiceNames(voices: readonly WeightedVoice[]): ReadonlySet<string> {
  return new Set(voices.map(({ code }) => code));
}

/** What a component yields when no voice counts. */
export function outcomeOfNobody({ whenNobody }: VoicesSettings): Outcome {
  return whenNobody === 'not-applicable' ? NOT_APPLICABLE_OUTCOME : MISSING_OUTCOME;
}

/** Enough forms for every voice, for the example of a mechanism. */
export function exampleForms(
  voices: readonly WeightedVoice[],
  form: (count: number) => unknown,
): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    voices.map(({ code, atLeast }) => [code, Array.from({ length: atLeast }, (_, index) => form(index))]),
  );
}
