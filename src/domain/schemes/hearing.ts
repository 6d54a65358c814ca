/**
 * Sections of a scheme that say how others are heard fairly: who may be asked and how often, what follows from a
 * conflict of interest, how many appraisals get a second look, and when a training is passed. Every section may be
 * left out; what holds then stands here as Tera's default, so that older versions of a scheme work unchanged.
 */
import { z } from 'zod';
import { basisList } from './shapes.ts';
import type { VOICES } from './voices.ts';

/** Voices that other people are asked for; the rest comes from appraisers, officers and records. */
export const ASKED_VOICES = [
  'appraiser-superior',
  'team-lead',
  'colleague',
  'subordinate',
  'service-user',
  'outsider',
] as const;
export type AskedVoice = (typeof ASKED_VOICES)[number];

/** Voices that speak without their name. Those not here are one known person each. */
export const ANONYMOUS_VOICES = [
  'colleague',
  'subordinate',
  'service-user',
  'outsider',
  'citizen',
] as const satisfies readonly (typeof VOICES)[number][];

/** How two people can stand to each other so that one should not, or not alone, rate the other. */
export const CONFLICT_KINDS = [
  'family',
  'business',
  'dispute',
  'pending-case',
  'same-household',
  'mutual-appraisal',
  'short-contact',
  'open-objection',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What follows: it is shown; a second appraiser rates too; somebody else rates instead. */
export const CONSEQUENCES = ['flag', 'second-appraiser', 'replace'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

const limits = z.strictObject({
  /** The fewest people to ask; more than the least number of forms, since not everybody answers. */
  fewest: z.int().min(1).max(100),
  most: z.int().min(1).max(100),
});

export const asking = z.strictObject({
  /** Months two people must have worked together in the period before one may be asked about the other. */
  contactMonths: z.int().min(0).max(12).optional(),
  /** The most people that one person is asked about in a period. */
  perRaterAtMost: z.int().min(1).max(100).optional(),
  voices: z.partialRecord(z.enum(ASKED_VOICES), limits).optional(),
  basis: basisList,
});

export const conflicts = z.strictObject({
  consequences: z.partialRecord(z.enum(CONFLICT_KINDS), z.enum(CONSEQUENCES)),
  basis: basisList,
});

export const secondLook = z.strictObject({
  /** Share of the appraisals of a period that are drawn by lot, in whole percent; 0 for none. */
  percent: z.int().min(0).max(100),
  basis: basisList,
});

/** When a training of appraisers is passed. */
export const trainingPass = z.strictObject({
  /** How many cases have to come out well. */
  cases: z.int().min(1).max(20),
  /** Largest mean distance to the experts on a case, in percent of the range of the scale. */
  withinPercent: z.int().min(1).max(50),
});

type Sections = {
  readonly asking?: z.infer<typeof asking> | undefined;
  readonly conflicts?: z.infer<typeof conflicts> | undefined;
  readonly secondLook?: z.infer<typeof secondLook> | undefined;
  readonly openness?: { readonly anonymousFrom?: number | undefined } | undefined;
  readonly training?: { readonly pass?: z.infer<typeof trainingPass> | undefined } | undefined;
  readonly components: Readonly<Record<string, unknown>>;
};

export interface AskingRules {
  readonly contactMonths: number;
  readonly perRaterAtMost: number;
  /** How many to ask of a voice. */
  limitsOf(voice: AskedVoice): { readonly fewest: number; readonly most: number };
}

/** Fewest answers of an anonymous voice where the scheme says nothing. */
export const ANONYMOUS_FROM = 5;
const CONTACT_MONTHS = 3;
const PER_RATER_AT_MOST = 10;

/** The voice's own least number, the promise of the scheme, and never fewer than two for a voice without a name. */
export function leastAnswers(scheme: Sections, voice: string): number {
  const own = Object.values(scheme.components).flatMap((component) => {
    const voices = (component as { readonly voices?: Readonly<Record<string, { atLeast?: number }>> }).voices;
    return voices?.[voice] ? [voices[voice].atLeast ?? 1] : [];
  });
  if (!ANONYMOUS_VOICES.some((each) => each === voice)) return Math.max(1, ...own);
  return Math.max(2, scheme.openness?.anonymousFrom ?? ANONYMOUS_FROM, ...own);
}

export function askingRules(scheme: Sections): AskingRules {
  const { asking: said } = scheme;
  return {
    contactMonths: said?.contactMonths ?? CONTACT_MONTHS,
    perRaterAtMost: said?.perRaterAtMost ?? PER_RATER_AT_MOST,
    limitsOf: (voice) => {
      const given = said?.voices?.[voice];
      if (given) return given;
      if (voice === 'appraiser-superior' || voice === 'team-lead') return { fewest: 1, most: 1 };
      const least = leastAnswers(scheme, voice);
      return { fewest: least, most: least + 3 };
    },
  };
}

const CONSEQUENCE_OF: Readonly<Record<ConflictKind, Consequence>> = {
  family: 'replace',
  business: 'replace',
  dispute: 'second-appraiser',
  'pending-case': 'second-appraiser',
  'same-household': 'replace',
  'mutual-appraisal': 'flag',
  'short-contact': 'flag',
  'open-objection': 'second-appraiser',
};

export function consequenceOf(scheme: Sections, kind: ConflictKind): Consequence {
  return scheme.conflicts?.consequences[kind] ?? CONSEQUENCE_OF[kind];
}

const SECOND_LOOK_PERCENT = 5;

export function secondLookPercent(scheme: Sections): number {
  return scheme.secondLook?.percent ?? SECOND_LOOK_PERCENT;
}

export function trainingPassOf(scheme: Sections): z.infer<typeof trainingPass> {
  return scheme.training?.pass ?? { cases: 2, withinPercent: 15 };
}

/** The asked voices of a scheme, in the order of the closed list. */
export function askedVoices(scheme: Sections): readonly AskedVoice[] {
  return ASKED_VOICES.filter((voice) =>
    Object.values(scheme.components).some((component) => {
      const { voices } = component as { readonly voices?: object };
      return voices !== undefined && voice in voices;
    }),
  );
}
