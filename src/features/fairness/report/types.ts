/** The report of a year as it is kept: figures without names, and the words of whoever signs it. */
import { z } from 'zod';
import type { Bilingual } from '#domain/bilingual.ts';
import type { DetectorName, FairnessSettings } from '#domain/statistics/fairness/types.ts';
import type { GroupRow } from '../groups/types.ts';
import type { StoredReport } from '../store/types.ts';

export interface ReportFigures {
  readonly agency: string;
  readonly year: number;
  /** Civil date in the agency's zone. */
  readonly madeOn: string;
  /** Version of Tera. */
  readonly version: string;
  readonly method: string;
  readonly periods: readonly PeriodFigures[];
}

export interface PeriodFigures {
  readonly id: string;
  readonly name: string;
  readonly inputSha256: string;
  readonly settings: FairnessSettings;
  /** What holds was changed after figures of this period had been seen. */
  readonly settledLate: boolean;
  readonly results: number;
  /** Predicates of current results, best first. */
  readonly predicates: readonly { readonly code: string; readonly people: number }[];
  readonly objections: { readonly filed: number; readonly upheld: number; readonly changed: number };
  readonly looks: {
    readonly given: number;
    readonly agrees: number;
    readonly items: number;
    readonly category: number;
  };
  readonly returns: {
    readonly discussed: number;
    readonly returned: number;
    readonly forDistribution: number;
    readonly changed: number;
  };
  readonly patterns: readonly {
    readonly detector: DetectorName;
    readonly tested: number;
    readonly flagged: number;
    readonly answered: number;
  }[];
  readonly models: readonly ModelFigures[];
}

export interface ModelFigures {
  /** Number within the data file. */
  readonly number: number;
  readonly scheme: { readonly id: string; readonly version: number; readonly title: Bilingual };
  readonly report: StoredReport;
  /** Severities of linked raters with their intervals, mildest first, without names; null below ten raters. */
  readonly severities:
    | readonly { readonly value: number; readonly interval: readonly [number, number]; readonly n: number }[]
    | null;
  readonly groups: readonly GroupRow[];
}

/** Fewest raters whose severities are shown one by one, though without names. */
export const LEAST_RATERS = 10;

export const WORDS_LIMIT = 6000;
export const reportWordsSchema = z.object({
  /** What the agency makes of the figures. */
  foreword: z.string().max(WORDS_LIMIT),
  /** What was done since the last report, and what will be. */
  measures: z.string().max(WORDS_LIMIT),
});
export type ReportWords = z.output<typeof reportWordsSchema>;
export const NO_WORDS: ReportWords = { foreword: '', measures: '' };

export type ReportState = 'making' | 'draft' | 'published' | 'failed';

export interface Report {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly state: ReportState;
  readonly figures: ReportFigures | null;
  readonly words: ReportWords;
  readonly paper: StoredPaper | null;
  readonly data: StoredPaper | null;
  readonly madeBy: string;
  readonly madeById: string;
  readonly madeAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

export interface StoredPaper {
  readonly sha256: string;
  readonly name: string;
  readonly byteSize: number;
}
