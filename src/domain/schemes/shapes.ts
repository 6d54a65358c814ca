/** Small shapes that many sections of a scheme file share. */
import { z } from 'zod';
import { CONFIDENCES } from '../explanation.ts';
import { isCivilDate, words } from '../problem.ts';
import { voice } from './voices.ts';

/** A code: small letters, digits and hyphens. */
export const code = z.string().refine(
  (text) => /^[a-z][a-z0-9-]{0,59}$/.test(text) && !(text in Object.prototype),
  words(
    { id: 'bukan kode yang dapat dipakai', en: 'is not a usable code' },
    {
      id: 'pakai huruf kecil, angka, dan tanda hubung, diawali huruf, paling panjang 60',
      en: 'use small letters, digits and hyphens, beginning with a letter, at most 60',
    },
  ),
);

/** The name of a component, as it stands in the evidence. */
export const componentName = z.string().refine(
  (text) => /^[a-z][a-zA-Z0-9]{0,39}$/.test(text) && !(text in Object.prototype),
  words(
    { id: 'bukan nama komponen yang dapat dipakai', en: 'is not a usable name of a component' },
    {
      id: 'pakai huruf dan angka tanpa spasi, diawali huruf kecil, paling panjang 40',
      en: 'use letters and digits without spaces, beginning with a small letter, at most 40',
    },
  ),
);

/** A text in both languages; neither may be empty. */
export const bilingualText = z.strictObject({
  id: z.string().trim().min(1),
  en: z.string().trim().min(1),
});

export const labelled = z.strictObject({ code, label: bilingualText });

/** Where a rule stands; `regulation` is a key of the section `regulations`. */
export const basisList = z
  .array(
    z.strictObject({
      regulation: z.string().min(1),
      article: z.string().min(1).optional(),
      confidence: z.enum(CONFIDENCES).optional(),
    }),
  )
  .min(1);

const NOT_A_NUMBER = words(
  { id: 'bukan bilangan yang dapat diterima', en: 'is not an acceptable number' },
  {
    id: 'tulis bilangan bulat, atau desimal dalam tanda kutip seperti "12.5"',
    en: 'write a whole number, or a decimal in quotes like "12.5"',
  },
);

const NO_NUMBER = words({ id: 'belum diisi', en: 'is missing' }, NOT_A_NUMBER.params.remedy);

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
    context.addIssue({ code: 'custom', ...(given === undefined ? NO_NUMBER : NOT_A_NUMBER) });
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
  );

export const monthDay = z
  .string()
  .refine(
    (text) => isCivilDate(`2023-${text}`),
    words(
      { id: 'bukan bulan dan hari yang ada', en: 'is not a month and day that exist' },
      { id: 'tulis seperti "01-31"', en: 'write it like "01-31"' },
    ),
  );

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
