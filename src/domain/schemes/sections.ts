/** Sections of a scheme that tell people what is appraised, who sees what and when, and what must be measurable. */
import { z } from 'zod';
import { trainingPass } from './hearing.ts';
import { basisList, bilingualText, code, componentName } from './shapes.ts';
import { voice } from './voices.ts';

/** How the realisation of an indicator is compared with its target. */
export const DIRECTIONS = ['higher', 'lower', 'reversed', 'range', 'milestone'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What every target of a plan has to state before it can be agreed. */
export const MEASURABLE_PARTS = ['unit', 'baseline', 'target', 'source', 'period'] as const;
export type MeasurablePart = (typeof MEASURABLE_PARTS)[number];

/** Who may see a part of the appraisal. */
export const AUDIENCES = ['employee', 'appraiser', 'everyone', 'officer'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A ready indicator for a family of posts, to be taken over into a plan. */
export const indicator = z.strictObject({
  code,
  component: componentName,
  jobFamily: bilingualText,
  label: bilingualText,
  meaning: bilingualText,
  /** How it is computed. */
  measure: bilingualText,
  unit: bilingualText,
  direction: z.enum(DIRECTIONS),
  dataSource: bilingualText,
  /** A target as it would stand in a plan. */
  example: bilingualText,
});

export const openness = z.strictObject({
  /** Days before the period by which everybody has been told of the scheme. */
  noticeDays: z.int().min(0).max(366),
  readConfirmation: z.strictObject({ atLeastPercent: z.int().min(1).max(100) }).optional(),
  /** Days for which a draft is open to comments. */
  draftingDays: z.int().min(1).max(366).optional(),
  /** From how many answers on the answers of a voice are shown, without names. */
  anonymousFrom: z.int().min(2).max(100).optional(),
  shown: z
    .array(
      z.strictObject({
        what: bilingualText,
        to: z.array(z.enum(AUDIENCES)).min(1),
        when: bilingualText,
      }),
    )
    .min(1),
  basis: basisList,
});

export const training = z.strictObject({
  /** Whether an appraiser must hold a valid certificate of training, or should. */
  certificate: z.enum(['required', 'recommended']),
  validMonths: z.int().min(1).max(120),
  pass: trainingPass.optional(),
  basis: basisList,
});

export const step = z.strictObject({
  code,
  label: bilingualText,
  by: voice,
  meaning: bilingualText,
  /** Days after the step before by which this one is done. */
  dueDays: z.int().min(0).max(366).optional(),
});

export const measurability = z.strictObject({
  require: z.array(z.enum(MEASURABLE_PARTS)).min(1),
  basis: basisList,
});
