/** Words for the closed lists of this feature. */
import { type Predicate, predicateLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Tone } from '#ui/parts.tsx';
import type { LateStep } from './queries/late.ts';
import type { Urgency, YearStepKey } from './stages.ts';
import { text } from './text.ts';

export const YEAR_STEP_LABELS: Readonly<Record<YearStepKey, () => string>> = {
  plan: text.stepPlan,
  'check-ins': text.stepCheckIns,
  'self-assessment': text.stepSelf,
  rating: text.stepRating,
  ratification: text.stepRatification,
  receipt: text.stepReceipt,
};

export const LATE_LABELS: Readonly<Record<LateStep, () => string>> = {
  plan: text.latePlan,
  'self-assessment': text.lateSelf,
  rating: text.lateRating,
  ratification: text.lateRatification,
};

export const URGENCY_TONES: Readonly<Record<Urgency, Tone>> = {
  late: 'error',
  soon: 'warning',
  later: 'neutral',
};

/** The database admits only codes of the closed list. */
export function predicateText(code: string): string {
  return inLocale(predicateLabel(code as Predicate));
}
