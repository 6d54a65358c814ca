/** The shape of the evidence of `planned-results`, with the words for what is refused. */
import { z } from 'zod';
import { words } from '../../problem.ts';
import { LINE_KINDS } from '../../rules/codes.ts';
import { MAXIMUM_TERMS } from './counted-scale.ts';
import {
  MAXIMUM_MILESTONES,
  MAXIMUM_REALISATIONS,
  QUANTITY_PATTERN,
  quantityUnits,
  REFUSED,
  realised,
  SUMMARIES,
  weightUnits,
} from './planned-indicators.ts';

/** The most indicators of one line. */
export const MAXIMUM_INDICATORS = 60;

const quantity = z
  .string()
  .refine(
    (text) => quantityUnits(text) >= 0,
    words(
      { id: 'bukan bilangan yang dapat diterima', en: 'is not an acceptable number' },
      {
        id: 'tulis dalam tanda kutip dengan titik desimal, paling banyak 11 angka di depan dan 4 di belakang titik; untuk yang lebih besar pakai satuan ribu atau juta',
        en: 'write it in quotes with a decimal point, at most 11 digits before and 4 after it; for more, count in thousands or millions',
      },
    ),
  )
  .meta({ pattern: QUANTITY_PATTERN });

const weight = z
  .string()
  .refine(
    (text) => weightUnits(text) > 0,
    words(
      { id: 'bukan bobot yang dapat diterima', en: 'is not an acceptable weight' },
      {
        id: 'tulis dalam tanda kutip, lebih dari 0 sampai 1000, paling banyak empat angka desimal',
        en: 'write it in quotes, more than 0 and up to 1000, at most four decimals',
      },
    ),
  )
  .meta({ pattern: QUANTITY_PATTERN });

const positive = quantity.refine(
  (text) => quantityUnits(text) !== 0,
  words(
    { id: 'target 0 tidak dapat dibagi', en: 'a target of 0 cannot be divided by' },
    {
      id: 'tulis target lebih dari 0, atau pakai direction lower, reversed, range, atau milestone',
      en: 'write a target above 0, or use the direction lower, reversed, range or milestone',
    },
  ),
);

const measured = {
  summary: z.enum(SUMMARIES),
  /** In the order of time; none yet is not zero. */
  realisations: z.array(quantity).max(MAXIMUM_REALISATIONS).optional(),
};
const maximum = z.boolean().optional();

const sumIsBounded = {
  path: ['realisations'],
  ...words(
    { id: 'jumlahnya terlalu besar', en: 'their sum is too large' },
    { id: 'pakai satuan ribu atau juta', en: 'count in thousands or millions' },
  ),
};
function hasBoundedSum(given: {
  readonly summary: string;
  readonly realisations?: readonly string[] | undefined;
}) {
  const { realisations = [], summary } = given;
  if (realisations.some((text) => quantityUnits(text) < 0)) return true;
  return realised(realisations, summary) !== REFUSED;
}

const milestone = z.strictObject({ done: z.boolean(), weight: weight.optional() });

const indicator = z.discriminatedUnion('direction', [
  z
    .strictObject({ direction: z.literal('higher'), target: positive, ...measured, maximum })
    .refine(hasBoundedSum, sumIsBounded),
  z
    .strictObject({ direction: z.literal('lower'), target: quantity, ...measured, maximum })
    .refine(hasBoundedSum, sumIsBounded),
  z
    .strictObject({ direction: z.literal('reversed'), target: quantity, ...measured, maximum })
    .refine(hasBoundedSum, sumIsBounded),
  z
    .strictObject({ direction: z.literal('range'), lowest: quantity, highest: quantity, ...measured })
    .refine(hasBoundedSum, sumIsBounded)
    .refine(({ lowest, highest }) => quantityUnits(lowest) <= quantityUnits(highest), {
      path: ['highest'],
      ...words(
        { id: 'lebih kecil daripada lowest', en: 'is below lowest' },
        { id: 'tulis batas atas yang tidak lebih kecil', en: 'write an upper bound that is not smaller' },
      ),
    }),
  z
    .strictObject({
      direction: z.literal('milestone'),
      milestones: z.array(milestone).min(1).max(MAXIMUM_MILESTONES),
      maximum,
    })
    .refine(({ milestones }) => new Set(milestones.map((each) => each.weight === undefined)).size === 1, {
      path: ['milestones'],
      ...words(
        { id: 'hanya sebagian tahap berbobot', en: 'only some of the milestones have a weight' },
        { id: 'beri bobot pada semua tahap, atau tidak satu pun', en: 'give all of them a weight, or none' },
      ),
    }),
]);

/** The shape, by whether lines carry weights and which levels a line without indicators may have. */
export function plannedEvidence(weighting: 'equal' | 'given', levels: readonly string[]) {
  const line = z
    .strictObject({
      kind: z.enum(LINE_KINDS),
      ...(weighting === 'given' ? { weight } : {}),
      indicators: z.array(indicator).min(1).max(MAXIMUM_INDICATORS).optional(),
      ...(levels.length > 0 ? { level: z.enum(levels).optional() } : {}),
      excused: z.literal(true).optional(),
    })
    .superRefine((given: Readonly<Record<string, unknown>>, context) => {
      const [, second] = ['indicators', 'level', 'excused'].filter((name) => given[name] !== undefined);
      if (second === undefined) return;
      context.addIssue({
        code: 'custom',
        path: [second],
        ...words(
          {
            id: 'baris ini sudah dinilai dengan cara lain',
            en: 'this line is already judged in another way',
          },
          {
            id: 'pilih satu: indicators, level, atau excused',
            en: 'choose one of indicators, level and excused',
          },
        ),
      });
    });
  return z.strictObject({ lines: z.array(line).min(1).max(MAXIMUM_TERMS) });
}
