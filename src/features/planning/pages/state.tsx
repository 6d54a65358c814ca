import { daysBetween } from '#platform/clock/clock.ts';
import { Badge, type Tone } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { PlanAct, PlanState } from '../transitions.ts';

const TONE: Record<PlanState, Tone> = {
  draft: 'neutral',
  proposed: 'info',
  returned: 'warning',
  agreed: 'success',
  revising: 'neutral',
  'revision-proposed': 'info',
  'revision-returned': 'warning',
};

export function PlanBadge({ state }: { state: PlanState | undefined }) {
  if (!state) return <Badge>{text.noPlanState()}</Badge>;
  return <Badge tone={TONE[state]}>{text[state]()}</Badge>;
}

export const ACT_LABELS: Record<PlanAct, () => string> = {
  propose: text.actPropose,
  withdraw: text.actWithdraw,
  return: text.actReturn,
  agree: text.actAgree,
  'open-revision': text.actOpenRevision,
};

/** `sisa 12 hari`, `lewat 3 hari`. */
export function daysInWords(today: string, dueOn: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return text.dueToday();
  return days > 0 ? text.daysLeft({ count: days }) : text.daysLate({ count: -days });
}
