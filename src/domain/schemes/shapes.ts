/** Small shapes that many sections of a scheme file share. */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { CONFIDENCES } from '../explanation.ts';
import { isCivilDate, shownValue, typed, type Words, words } from '../problem.ts';
import { voice } from './voices.ts';

/** A code: small letters, digits and hyphens. */
export const code = z
  .string()
  .refine(
    (text) => /^[a-z][a-z0-9-]{0,59}$/.test(text) && !(text in Object.prototype),
    words(
      { id: 'bukan kode yang dapat dipakai', en: 'is not a usable code' },
      {
        id: 'pakai huruf kecil, angka, dan tanda hubung, diawali huruf, paling panjang 60',
        en: 'use small letters, digits and hyphens, beginning with a letter, at most 60',
      },
    ),
  )
  .meta({ pattern: '^[a-z][a-z0-9-]{0,59}$' });

/** The name of a component, as it stands in the evidence. */
export const componentName = z
  .string()
  .refine(
    (text) => /^[a-z][a-zA-Z0-9]{0,39}$/.test(text) && !(text in Object.prototype),
    words(
      { id: 'bukan nama komponen yang dapat dipakai', en: 'is not a usable name of a component' },
      {
        id: 'pakai huruf dan angka tanpa spasi, diawali huruf kecil, paling panjang 40',
        en: 'use letters and digits without spaces, beginning with a small letter, at most 40',
      },
    ),
  )
  .meta({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' });

/** A text in both languages; neither may be empty. */
export const bilingualText = z.strictObject(
  { id: z.string().trim().min(1), en: z.string().trim().min(1) },
  typed((given) =>
    typeof given === 'string'
      ? {
          what: { id: 'teks ini baru dalam satu bahasa', en: 'this text is in one language only' },
          remedy: {
            id: 'tulis dalam dua bahasa: { id: ..., en: ... }',
            en: 'write it in both languages: { id: ..., en: ... }',
          },
        }
      : undefined,
  ),
);

export const labelled = z.strictObject({ code, label: bilingualText });

const NO_REGULATION: Words = {
  what: { id: 'belum diisi', en: 'is missing' },
  remedy: { id: 'sebut salah satu nama di bagian regulations', en: 'give a name of the section regulations' },
};
const BASIS_REMEDY = {
  id: 'tulis seperti [{ regulation: p6, article: Pasal 5 }]',
  en: 'write it like [{ regulation: p6, article: Pasal 5 }]',
};
const NO_BASIS: Words = {
  what: { id: 'dasarnya belum disebut', en: 'the basis is missing' },
  remedy: BASIS_REMEDY,
};
const NOT_A_BASIS: Words = {
  what: { id: 'dasar ditulis sebagai daftar', en: 'a basis is written as a list' },
  remedy: BASIS_REMEDY,
};

/** Where a rule stands; `regulation` is a key of the section `regulations`. */
export const basisList = z
  .array(
    z.strictObject({
      regulation: z.string(typed((given) => (given === undefined ? NO_REGULATION : undefined))).min(1),
      article: z.string().min(1).optional(),
      confidence: z.enum(CONFIDENCES).optional(),
    }),
    typed((given) => (given === undefined || given === null ? NO_BASIS : NOT_A_BASIS)),
  )
  .min(1);

/** What is wrong with a number, with the number as it should be written where that can be told. */
function numberWords(given: unknown): Words {
  const remedy = {
    id: 'tulis bilangan bulat, atau desimal dengan titik dalam tanda kutip seperti "12.5"',
    en: 'write a whole number, or a decimal with a point in quotes like "12.5"',
  };
  if (given === undefined || given === null) return { what: { id: 'belum diisi', en: 'is missing' }, remedy };
  const value = shownValue(given);
  const instead = (number: string) => say({ id: 'tulis {number}', en: 'write {number}' }, { number });
  if (typeof given === 'number' && /^\d{1,9}\.\d{1,4}$/.test(value))
    return {
      what: say({ id: '{value} ditulis tanpa tanda kutip', en: '{value} is without quotes' }, { value }),
      remedy: instead(`"${value}"`),
    };
  const [, number, percent] = /^\s*(\d{1,9}(?:[.,]\d{1,4})?)\s*(%?)\s*$/.exec(String(given)) ?? [];
  if (number !== undefined && (percent === '%' || number.includes(',')))
    return {
      what:
        percent === '%'
          ? say({ id: '{value} memuat tanda persen', en: '{value} contains a percent sign' }, { value })
          : say({ id: '{value} memakai koma', en: '{value} uses a comma' }, { value }),
      remedy: instead(/[.,]/.test(number) ? `"${number.replace(',', '.')}"` : number),
    };
  return {
    what: say(
      { id: '{value} bukan bilangan yang dapat diterima', en: '{value} is not an acceptable number' },
      { value },
    ),
    remedy,
  };
}

/** How editors are told of it: the check below says the same in words. */
const DECIMAL_SCHEMA = {
  oneOf: [
    { type: 'integer', minimum: 0, maximum: 999_999_999 },
    { type: 'string', pattern: '^\\d{1,9}(\\.\\d{1,4})?$' },
  ],
};

/** A whole number, or a decimal in quotes: a decimal without quotes would pass through a binary float. */
export const decimalSetting = z
  .unknown()
  .meta(DECIMAL_SCHEMA)
  .transform((given, context) => {
    const text = Number.isSafeInteger(given) ? String(given) : given;
    if (typeof text === 'string' && /^\d{1,9}(\.\d{1,4})?$/.test(text)) return text;
    const { what, remedy } = numberWords(given);
    context.addIssue({ code: 'custom', ...words(what, remedy) });
    return z.NEVER;
  });

export const civilDateText = z
  .string()
  .refine(
    isCivilDate,
    words(
      { id: 'bukan tanggal yang ada', en: 'is not a date that exists' },
      { id: 'tulis seperti 2026-01-31', en: 'write it like 2026-01-31' },
    ),
  )
  .meta({ pattern: '^(19|2\\d)\\d\\d-\\d\\d-\\d\\d$' });

export const monthDay = z
  .string()
  .refine(
    (text) => isCivilDate(`2023-${text}`),
    words(
      { id: 'bukan bulan dan hari yang ada', en: 'is not a month and day that exist' },
      { id: 'tulis seperti "01-31"', en: 'write it like "01-31"' },
    ),
  )
  .meta({ pattern: '^\\d\\d-\\d\\d$' });

/** Facts that must hold: name of a component of the mechanism `fact` → required answer. */
export const conditions = z.record(componentName, z.boolean());

/**
 * What every component says of itself. A mechanism spreads one of these into its strict object:
 * `commonSettings` where one voice gives a score, `voicedSettings` where the mechanism has `voices` of
 * its own, `plainSettings` where there is nothing to round either.
 */
export const plainSettings = {
  label: bilingualText,
  /** What the component appraises, in a sentence or two. */
  meaning: bilingualText.optional(),
  /** Where its data come from. */
  source: bilingualText.optional(),
  basis: basisList,
};

/** Who gives the value where one voice does; without it the mechanism's own answer holds. */
export const givenBySetting = { givenBy: voice.optional() };

/** To how many decimals a division is rounded, half up; 2 where nothing is said. */
export const decimalsSetting = { decimals: z.int().min(0).max(4).optional() };

export const voicedSettings = { ...plainSettings, ...decimalsSetting };
export const commonSettings = { ...voicedSettings, ...givenBySetting };

/** Components that a combination explains and never counts; one without a value hinders nothing. */
export const shownSetting = { shown: z.array(componentName).max(20).optional() };
