/**
 * The plan (SKP) as one document. Ids of results and indicators are made once and kept through every version, so
 * that progress, feedback and ratings stay attached when a plan is revised.
 * Source: PermenPANRB 6/2022, forms SKP quantitative and qualitative with their annex (Lampiran SKP).
 */
import { z } from 'zod';

const words = (limit: number) => z.string().max(limit);
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/);

/** The seven values of BerAKHLAK, SE MenPANRB 20/2021, in official order. */
export const VALUE_CODES = [
  'berorientasi-pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
] as const;
export type ValueCode = (typeof VALUE_CODES)[number];

/** Aspects of an indicator in the quantitative form; leaders use perspectives on the result instead. */
export const ASPECTS = ['kuantitas', 'kualitas', 'waktu', 'biaya'] as const;
export const PERSPECTIVES = ['penerima-layanan', 'proses-bisnis', 'penguatan-internal', 'anggaran'] as const;

export const indicatorSchema = z.object({
  id: z.uuid(),
  aspect: z.enum(ASPECTS).nullable(),
  /** Indikator kinerja individu (IKI), in words. */
  statement: words(1000),
  target: z.object({
    /** The target as it is read on paper: `95 %`, `12 laporan`, `paling lambat 31 Maret`. */
    text: words(500),
    /** The measurable part, if there is one; decimal string in `unit`. */
    value: decimal.nullable(),
    /** Upper end where the target is a range. */
    upper: decimal.nullable(),
    unit: words(60),
    direction: z.enum(['higher', 'lower', 'range']),
    /** How entries over time become one realisation. */
    accumulation: z.enum(['latest', 'sum', 'average']),
  }),
  /** Where the measure stood before the period, in words: `72 % (2025)`. Only some schemes ask for it. */
  baseline: words(300).optional(),
  /** Which record the realisation is read from. Only some schemes ask for it. */
  source: words(300).optional(),
});

export const resultSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['main', 'additional']),
  /** Rencana hasil kerja (RHK). */
  statement: words(1000),
  /** The superior's result that this one serves (rencana hasil kerja pimpinan yang diintervensi). */
  serves: z.object({ participantId: z.uuid(), resultId: z.uuid() }).nullable(),
  /** The same in words, where the superior's plan is not in Tera. */
  servesText: words(1000),
  /** Penugasan dari …, for work given across teams. */
  assignedBy: words(300),
  perspective: z.enum(PERSPECTIVES).nullable(),
  indicators: z.array(indicatorSchema).max(20),
});

export const planContentSchema = z.object({
  model: z.enum(['quantitative', 'qualitative']),
  /** Leaders (JPT and heads of independent units) use perspectives; everybody else uses aspects. */
  form: z.enum(['staff', 'leader']),
  results: z.array(resultSchema).max(40),
  /** Ekspektasi khusus pimpinan, by value. */
  expectations: z.partialRecord(z.enum(VALUE_CODES), words(2000)),
  annex: z.object({
    /** Dukungan sumber daya. */
    resources: z.array(words(500)).max(30),
    /** Skema pertanggungjawaban. */
    accountability: z.array(words(500)).max(30),
    /** Konsekuensi. */
    consequences: z.array(words(500)).max(30),
  }),
});

export type PlanContent = z.output<typeof planContentSchema>;
export type PlanResult = z.output<typeof resultSchema>;
export type PlanIndicator = z.output<typeof indicatorSchema>;

export function emptyPlan(form: PlanContent['form']): PlanContent {
  return {
    model: 'quantitative',
    form,
    results: [],
    expectations: {},
    annex: { resources: [], accountability: [], consequences: [] },
  };
}
