import { formatDate } from '#platform/locale/format.ts';
import { Badge, type Tone } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { PeriodAct, PeriodState } from '../transitions.ts';
import type { Stage } from '../unfinished.ts';

const TONE: Record<PeriodState, Tone> = { draft: 'neutral', open: 'success', closed: 'info' };

export function PeriodBadge({ state }: { state: PeriodState }) {
  return <Badge tone={TONE[state]}>{text[state]()}</Badge>;
}

export const STAGE_LABELS: Record<Stage, () => string> = {
  'no-plan': text.stageNoPlan,
  'no-result': text.stageNoResult,
  'not-ratified': text.stageNotRatified,
  objection: text.stageObjection,
  'not-received': text.stageNotReceived,
};

export const ACT_LABELS: Record<PeriodAct, () => string> = {
  'publish-criteria': text.actPublishCriteria,
  'withdraw-criteria': text.actWithdrawCriteria,
  'remind-readers': text.actRemindReaders,
  open: text.actOpen,
  close: text.actClose,
  reopen: text.actReopen,
};

export function span(from: string, to: string): string {
  return `${formatDate(from, 'short')} – ${formatDate(to, 'short')}`;
}
