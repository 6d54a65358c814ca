/** What a case holds and what was rated of it, as stored; read through these shapes only. */
import { z } from 'zod';

/** Names an item of a component: `mutuKerja.ketelitian`. */
export function itemKey(component: string, item: string): string {
  return `${component}.${item}`;
}

const evidence = z.object({
  /** Civil date; empty where the piece has none. */
  on: z.string(),
  source: z.string(),
  what: z.string(),
});

const expertRating = z.object({
  /** `component.item` */
  item: z.string(),
  /** Position in the list of experts. */
  expert: z.int().min(0),
  level: z.string(),
  reason: z.string(),
});

const caseContent = z.object({
  evidence: z.array(evidence),
  /** Names of the experts, with what they are. */
  experts: z.array(z.string()),
  ratings: z.array(expertRating),
});

const ratings = z.record(z.string(), z.object({ level: z.string(), reason: z.string() }));

export type Evidence = z.infer<typeof evidence>;
export type ExpertRating = z.infer<typeof expertRating>;
export type CaseContent = z.infer<typeof caseContent>;
/** One person's ratings of a case by `component.item`. */
export type Ratings = z.infer<typeof ratings>;

export const EMPTY_CASE: CaseContent = { evidence: [], experts: [], ratings: [] };

export function readCaseContent(stored: unknown): CaseContent {
  return caseContent.parse(stored);
}

export function readRatings(stored: unknown): Ratings {
  return ratings.parse(stored);
}

export type LessonState = 'draft' | 'published' | 'withdrawn';
export type CaseState = 'draft' | 'published' | 'replaced' | 'withdrawn';
export type AttemptState = 'open' | 'sent';
export type EnrolmentState = 'invited' | 'enrolled' | 'waiting' | 'declined' | 'withdrawn';

export const LIMITS = {
  title: 200,
  body: 20_000,
  situation: 4_000,
  evidence: 12,
  evidenceText: 1_500,
  experts: 4,
  reason: 1_000,
  lessons: 40,
  cases: 60,
} as const;
