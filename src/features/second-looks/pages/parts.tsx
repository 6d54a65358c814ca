import { Badge, type Tone } from '#ui/parts.tsx';
import type { Look } from '../looks/queries.ts';
import type { DrawState, LookState } from '../transitions.ts';
import { text } from './text.ts';

const DRAWS: Readonly<Record<DrawState, readonly [() => string, Tone]>> = {
  committing: [text.committing, 'warning'],
  revealing: [text.revealing, 'warning'],
  drawn: [text.drawn, 'success'],
  abandoned: [text.abandoned, 'neutral'],
};

export function DrawBadge({ state }: { state: DrawState }) {
  const [label, tone] = DRAWS[state];
  return <Badge tone={tone}>{label()}</Badge>;
}

const LOOKS: Readonly<Record<LookState, readonly [() => string, Tone]>> = {
  waiting: [text.waiting, 'warning'],
  asked: [text.asked, 'info'],
  given: [text.given, 'success'],
  cancelled: [text.cancelled, 'neutral'],
};

export function LookBadge({ look, today }: { look: Pick<Look, 'state' | 'dueOn'>; today: string }) {
  if (look.state === 'asked' && look.dueOn && look.dueOn < today)
    return <Badge tone="warning">{text.late()}</Badge>;
  const [label, tone] = LOOKS[look.state];
  return <Badge tone={tone}>{label()}</Badge>;
}

/** Two places on one scale: an empty circle for the first appraiser, a full one for the second. */
export function Places({ first, second }: { first: number | null; second: number | null }) {
  if (first === null || second === null) return <span aria-hidden="true">–</span>;
  const x = (percent: number) => 8 + (percent * 104) / 100;
  return (
    <svg viewBox="0 0 120 20" width="120" height="20" aria-hidden="true" class="text-primary">
      <line x1="8" y1="10" x2="112" y2="10" stroke="currentColor" stroke-opacity="0.3" stroke-width="2" />
      <line x1={x(first)} y1="10" x2={x(second)} y2="10" stroke="currentColor" stroke-width="3" />
      <circle cx={x(second)} cy="10" r="4.5" fill="currentColor" />
      <circle cx={x(first)} cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
  );
}
