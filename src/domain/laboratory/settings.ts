/**
 * What a simulation assumes. Sizes of disturbances are percent of the true spread between people (one standard
 * deviation of how well they really do), so that schemes with scales of different length are disturbed alike.
 */
import { z } from 'zod';

/** The voices of which forms may stay away. The appraiser always answers. */
export const CHOSEN_VOICES = [
  'appraiser-superior',
  'team-lead',
  'colleague',
  'subordinate',
  'service-user',
  'outsider',
  'citizen',
] as const;
export type ChosenVoice = (typeof CHOSEN_VOICES)[number];

/** Those of which several are asked: the curve against the number of raters turns them together. */
export const MANY_VOICES = ['colleague', 'subordinate', 'service-user', 'outsider', 'citizen'] as const;
export type ManyVoice = (typeof MANY_VOICES)[number];

/** Sizes that keep a run within what one computer does in about a minute. */
export const LIMITS = {
  people: { from: 20, to: 2000 },
  periods: { from: 5, to: 20 },
  span: { from: 2, to: 60 },
  unit: { from: 3, to: 500 },
  raters: { from: 1, to: 30 },
  answers: { from: 1, to: 500 },
  seed: { from: 1, to: 999_999_999 },
} as const;

/** The largest value of each size of a disturbance, in percent; the smallest is 0. */
export const MOST_PERCENT = {
  severity: 300,
  unitCulture: 100,
  favouredShare: 100,
  favouredSize: 500,
  halo: 100,
  noise: 400,
  centralTendency: 90,
  secondLooks: 100,
} as const;

const percent = (most: number) => z.int().min(0).max(most);
const share = percent(100);
const raters = z.int().min(LIMITS.raters.from).max(LIMITS.raters.to);
const ofMany = <T extends z.ZodType>(shape: T) => ({
  colleague: shape,
  subordinate: shape,
  'service-user': shape,
  outsider: shape,
  citizen: shape,
});

export const settingsSchema = z.strictObject({
  periods: z.int().min(LIMITS.periods.from).max(LIMITS.periods.to),
  /** Spread of severity between raters. */
  severity: percent(MOST_PERCENT.severity),
  /** Percent of the variance of severity that raters of one unit share. */
  unitCulture: percent(MOST_PERCENT.unitCulture),
  /** Percent of pairs of rater and ratee in which the ratee is favoured. */
  favouredShare: percent(MOST_PERCENT.favouredShare),
  /** How much a favoured ratee is lifted. */
  favouredSize: percent(MOST_PERCENT.favouredSize),
  /** Percent of the noise of a form that is one impression for all items; also how far the profile is flattened. */
  halo: percent(MOST_PERCENT.halo),
  /** Spread of the noise of a single rated item. */
  noise: percent(MOST_PERCENT.noise),
  /** How far every rater is drawn to the usual level. */
  centralTendency: percent(MOST_PERCENT.centralTendency),
  /** Where the middle of all people stands on a scale, percent of its length from the worst end. */
  typical: z.int().min(20).max(85),
  /** How many raters of each voice are asked. */
  raters: z.strictObject(ofMany(raters)),
  /** Percent of forms of each voice that do not come back. */
  missing: z.strictObject({ 'appraiser-superior': share, 'team-lead': share, ...ofMany(share) }),
  /** How many people are asked in a survey of service users. */
  surveyAnswers: z.int().min(LIMITS.answers.from).max(LIMITS.answers.to),
  /** Percent of appraisals that a second appraiser rates too; both forms then count alike. */
  secondLooks: percent(MOST_PERCENT.secondLooks),
  /** Whether the second appraiser comes from another unit. */
  acrossUnits: z.boolean(),
});
export type LaboratorySettings = Readonly<z.infer<typeof settingsSchema>>;

/** Nothing disturbs: everybody is rated by the level that holds for them. */
export const UNDISTURBED: LaboratorySettings = {
  periods: 10,
  severity: 0,
  unitCulture: 0,
  favouredShare: 0,
  favouredSize: 0,
  halo: 0,
  noise: 0,
  centralTendency: 0,
  typical: 62,
  raters: {
    colleague: 5,
    subordinate: 5,
    'service-user': 5,
    outsider: 5,
    citizen: 5,
  },
  missing: {
    'appraiser-superior': 0,
    'team-lead': 0,
    colleague: 0,
    subordinate: 0,
    'service-user': 0,
    outsider: 0,
    citizen: 0,
  },
  surveyAnswers: 30,
  secondLooks: 0,
  acrossUnits: true,
};
