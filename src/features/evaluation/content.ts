/**
 * What an assessment says, as one document that is saved while it is typed; and what a result keeps of it.
 * A rating that was not given is null: missing is never a middle rating.
 */
import { z } from 'zod';
import { RATINGS } from '#domain/rules/index.ts';
import { VALUE_CODES } from '#features/planning/index.ts';
import { standingSchema } from './gates/stored.ts';
import { coverageSchema, groundSchema } from './grounds/stored.ts';

const words = (limit: number) => z.string().max(limit);
const rating = z.enum(RATINGS);
/** Citations beside one rating. */
export const MOST_CITED = 30;
export const WORDS = { reason: 2000, realisation: 4000, notes: 4000, objection: 8000 } as const;

/** Penilaian diri: realisation in the employee's own words, by planned result; a note by value. */
export const selfContentSchema = z.object({
  lines: z.record(z.uuid(), z.object({ realisation: words(WORDS.realisation), rating: rating.nullable() })),
  values: z.partialRecord(z.enum(VALUE_CODES), words(WORDS.reason)),
});
export type SelfContent = z.output<typeof selfContentSchema>;

const reasoned = z.object({
  rating: rating.nullable(),
  reason: words(WORDS.reason),
  /** Day of the example as it was typed; read when the form is checked. */
  on: words(20).optional(),
  /** Observations, feedback and evidence that were ticked, by `keyOf`. */
  cites: z.array(words(80)).max(MOST_CITED).optional(),
});
export type ReasonedRating = z.output<typeof reasoned>;

/** The appraiser's form: every line and value with its rating and reason, then the two decisions. */
export const ratingContentSchema = z.object({
  lines: z.record(z.uuid(), reasoned),
  values: z.partialRecord(z.enum(VALUE_CODES), reasoned),
  /** One sentence on why everything was rated alike; asked only when it was. */
  uniformReason: words(WORDS.reason),
  uniformOn: words(20).optional(),
  /** Decided results rating; the reason is required where it departs from the suggestion. */
  results: reasoned,
  behaviour: reasoned,
  /** Catatan dan rekomendasi of the appraisal document. */
  notes: words(WORDS.notes),
  /** Under a scheme of the agency: the fields of its instrument as they were typed. */
  instrument: z.record(z.string().max(200), words(WORDS.notes)).optional(),
});
export type RatingContent = z.output<typeof ratingContentSchema>;

export const EMPTY_SELF: SelfContent = { lines: {}, values: {} };
export const UNRATED: ReasonedRating = { rating: null, reason: '' };
export const EMPTY_RATING: RatingContent = {
  lines: {},
  values: {},
  uniformReason: '',
  results: UNRATED,
  behaviour: UNRATED,
  notes: '',
};

/** One planned result as it stood when the rating was given: what the appraiser had before them. */
const ratedLineSchema = z.object({
  resultId: z.uuid(),
  kind: z.enum(['main', 'additional']),
  statement: z.string(),
  measures: z.array(
    z.object({ indicator: z.string(), target: z.string(), realisation: z.string().nullable() }),
  ),
  evidenceCount: z.int(),
  feedbackCount: z.int(),
  selfRating: rating.nullable(),
  selfWords: z.string(),
  rating: rating,
  reason: z.string(),
});
export type RatedLineRecord = z.output<typeof ratedLineSchema>;
/** What stood beside a line, however it was rated. */
export type LineRecord = Omit<RatedLineRecord, 'rating' | 'reason'>;

const ratedValueSchema = z.object({
  code: z.enum(VALUE_CODES),
  selfWords: z.string(),
  rating: rating,
  reason: z.string(),
});
export type RatedValueRecord = z.output<typeof ratedValueSchema>;

const bilingual = z.object({ id: z.string(), en: z.string() });

const annotationsSchema = z.record(
  z.string(),
  z.object({
    label: bilingual.optional(),
    who: z.string().optional(),
    when: z.string().optional(),
    note: z.string().optional(),
  }),
);

/** What the reasons rest on, and which months the evidence covers; results from before this was asked have neither. */
const restsOn = {
  grounds: z.array(groundSchema).optional(),
  coverage: coverageSchema.optional(),
  /** What was known about who rated: certificate, conflicts of interest. */
  standing: standingSchema.optional(),
};

/** Under the national scheme: two decided ratings, with what they rest on. */
const nationalEvidenceSchema = z.object({
  planVersion: z.int(),
  scheme: z.object({
    results: z.object({
      rating,
      lines: z.array(z.object({ kind: z.enum(['main', 'additional']), rating })).optional(),
    }),
    behaviour: z.object({ rating, values: z.partialRecord(z.enum(VALUE_CODES), rating).optional() }),
  }),
  annotations: annotationsSchema,
  lines: z.array(ratedLineSchema),
  values: z.array(ratedValueSchema),
  uniformReason: z.string(),
  notes: z.string(),
  ...restsOn,
});
export type NationalEvidence = z.output<typeof nationalEvidenceSchema>;

/** Under a scheme of the agency: the whole evidence by component, with the two official ratings below `official`. */
const localEvidenceSchema = z.object({
  kind: z.literal('local'),
  planVersion: z.int(),
  scheme: z.record(z.string(), z.unknown()),
  annotations: annotationsSchema,
  /** The results of the plan as they stood, in the order of the lines of the evidence. */
  lines: z.array(ratedLineSchema.omit({ rating: true, reason: true })),
  notes: z.string(),
  ...restsOn,
});
export type LocalEvidence = z.output<typeof localEvidenceSchema>;

/** What a result rests on: evaluated again, `scheme` with `annotations` gives the stored explanation. */
export const resultEvidenceSchema = z.union([localEvidenceSchema, nationalEvidenceSchema]);
export type ResultEvidence = z.output<typeof resultEvidenceSchema>;

export function isLocalEvidence(evidence: ResultEvidence): evidence is LocalEvidence {
  return 'kind' in evidence;
}
