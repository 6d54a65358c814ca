/** Small pieces that several pages of training share. */
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { Badge, type Tone } from '#ui/parts.tsx';
import type { PersonState, Progress } from '../course/progress.ts';
import { text } from '../text.ts';

const STATES: Readonly<Record<PersonState, readonly [tone: Tone, words: () => string]>> = {
  valid: ['success', text.stateValid],
  ending: ['warning', text.stateEnding],
  expired: ['error', text.stateExpired],
  training: ['info', text.stateTraining],
  none: ['neutral', text.stateNone],
};

export function stateWords(state: PersonState): string {
  return STATES[state][1]();
}

export function StateBadge({ state }: { state: PersonState }) {
  const [tone, words] = STATES[state];
  return <Badge tone={tone}>{words()}</Badge>;
}

/** `Berlaku sampai …` or `Berakhir …`; empty where there never was a certificate. */
export function untilWords({ state, until }: Pick<Progress, 'state' | 'until'>): string {
  if (!until) return '';
  const date = formatDate(until);
  return state === 'expired' ? text.endedOn({ date }) : text.validUntil({ date });
}

/** Hundredths of a percent as they are read: 1234 gives `12,3`. */
export function percentOf(basisPoints: number): string {
  return formatNumber(basisPoints / 100, { maximumFractionDigits: 1 });
}
