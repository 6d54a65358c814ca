/**
 * The scheme language, version 1: the shape of a scheme file. Meaning across sections (references,
 * sums, completeness) is checked in check.ts; what a mechanism does stands in mechanisms/.
 * Manual for officers: docs/schemes/README.md.
 */
import { z } from 'zod';
import { LINE_KINDS, PREDICATES } from '../rules/codes.ts';
import { FUNCTIONAL_LEVELS } from '../rules/credit-points.ts';
import { gate } from './gates.ts';
import { asking, conflicts, secondLook } from './hearing.ts';
import { combinationSettings, componentSettings } from './mechanisms/settings.ts';
import { official } from './official.ts';
import { indicator, measurability, openness, step, training } from './sections.ts';
import {
  basisList,
  bilingualText,
  civilDateText,
  code,
  componentName,
  decimalSetting,
  labelled,
  monthDay,
} from './shapes.ts';

const level = z.strictObject({
  code,
  label: bilingualText,
  /** When this level is earned, for the appraiser to read. */
  meaning: bilingualText.optional(),
  /** What this level counts, where a mechanism counts with the scale. */
  score: decimalSetting.optional(),
  siasn: z.int().min(1).max(99).optional(),
});

const category = z.strictObject({
  code,
  label: bilingualText,
  /** Other names of the same category in forms and older rules. */
  aliases: z.array(z.string().min(1)).optional(),
  /** The official predicates that this category agrees with; neighbours may share one. */
  predicates: z.array(z.enum(PREDICATES)).min(1).optional(),
  siasn: z.int().min(1).max(99).optional(),
});

const distributionLimit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['max-percent', 'min-percent']),
    predicates: z.array(z.enum(PREDICATES)).min(1),
    percent: z.int().min(0).max(100),
  }),
  z.strictObject({ kind: z.enum(['at-least-one', 'none']), predicates: z.array(z.enum(PREDICATES)).min(1) }),
]);

const distributionPattern = z.strictObject({
  dominant: z.enum(PREDICATES),
  limits: z.array(distributionLimit).min(1),
});

/** One schema a section, so that a fault in one section does not hide the faults of the others. */
export const SECTIONS = {
  language: z.literal(1),
  id: code,
  version: z.int().min(1).max(9999),
  /** national: the law itself; local: an agency's own scheme, which always maps to the official result. */
  authority: z.enum(['national', 'local']),
  title: bilingualText,
  summary: bilingualText,
  /** Periods that begin in [from, until). */
  effective: z.strictObject({ from: civilDateText, until: civilDateText.optional() }),
  regulations: z.record(code, z.strictObject({ name: z.string().min(1), title: bilingualText })),
  scales: z
    .record(code, z.strictObject({ label: bilingualText, levels: z.array(level).min(2).max(20) }))
    .optional(),
  /** Final categories, best first. */
  categories: z.array(category).min(2).max(20),
  components: z.record(componentName, componentSettings),
  combination: combinationSettings,
  /** Which components give the official ratings, and where the official predicate comes from. */
  official: official.optional(),
  /** What shuts out the best categories, whatever else was achieved. */
  gates: z.array(gate).max(20).optional(),
  behaviours: z
    .strictObject({
      basis: basisList,
      values: z
        .array(z.strictObject({ code, label: bilingualText, guides: z.array(bilingualText).min(1) }))
        .min(1),
    })
    .optional(),
  plan: z
    .strictObject({
      basis: basisList,
      /** Month and day by which plans are agreed. */
      agreedBy: monthDay,
      models: z
        .array(z.strictObject({ code: z.enum(['quantitative', 'qualitative']), label: bilingualText }))
        .min(1),
      lineKinds: z.array(z.strictObject({ code: z.enum(LINE_KINDS), label: bilingualText })).min(1),
      aspects: z.array(labelled).min(1),
      perspectives: z.array(labelled),
      annexes: z.array(labelled),
    })
    .optional(),
  checkIns: z
    .strictObject({
      basis: basisList,
      frequencies: z
        .array(
          z.strictObject({
            code: z.enum(['monthly', 'quarterly']),
            label: bilingualText,
            siasn: z.int().min(1).max(99).optional(),
          }),
        )
        .min(1),
    })
    .optional(),
  organisation: z
    .strictObject({
      basis: basisList,
      predicates: z.array(labelled).min(2),
      distribution: z.record(code, distributionPattern),
    })
    .optional(),
  indicators: z.array(indicator).max(500).optional(),
  openness: openness.optional(),
  training: training.optional(),
  asking: asking.optional(),
  conflicts: conflicts.optional(),
  secondLook: secondLook.optional(),
  /** The year of an appraisal in order: who does what. */
  steps: z.array(step).min(1).max(40).optional(),
  measurability: measurability.optional(),
  objection: z.strictObject({ days: z.int().min(1).max(366), basis: basisList }).optional(),
  creditPoints: z
    .strictObject({
      basis: basisList,
      percent: z.record(z.enum(PREDICATES), z.int().min(0).max(1000)),
      /** Points a year by level, two decimals. */
      coefficients: z.record(z.enum(FUNCTIONAL_LEVELS), decimalSetting),
    })
    .optional(),
} as const;

const whole = z.strictObject(SECTIONS);

/** A scheme whose shape and meaning were checked. Made only by parseScheme. */
export type Scheme = Readonly<z.infer<typeof whole>>;
