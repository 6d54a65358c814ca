/** How a score is made, read from the stored explanation: what counted, how much, and what it added. Pure. */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '#domain/bilingual.ts';
import type { Explanation } from '#domain/explanation.ts';
import { nodeOf } from '#features/schemes/index.ts';

export interface Contribution {
  readonly code: string;
  readonly label: Bilingual;
  /** Percent as the scheme has it, a decimal; null for a bonus. */
  readonly weight: string | null;
  /** Score of the component, a decimal; null where it was left out. */
  readonly score: string | null;
  /** Points that it added to the whole, two decimals. */
  readonly points: string;
  /** Points that a score of 100 would have added; 0 for a bonus. */
  readonly room: string;
}

export interface Contributions {
  readonly parts: readonly Contribution[];
  readonly total: string;
  /** Whether the parts add up to more than the scheme lets count. */
  readonly isCapped: boolean;
}

/** Rounding of single points may leave the sum of the parts off by this much. */
const TOLERANCE = '0.05';

/** Undefined where the result is not a weighted score, or the parts do not make the score: then nothing is drawn. */
export function contributionsOf(explanation: Explanation): Contributions | undefined {
  const score = nodeOf(explanation, 'score');
  if (score?.value.state !== 'value') return undefined;
  const weighed = score.children.filter((child) => child.weight !== undefined);
  const whole = weighed.reduce((sum, child) => sum.plus(child.weight ?? 0), new Decimal(0));
  if (whole.isZero()) return undefined;
  const parts = score.children.flatMap((child) => partOf(child, whole));
  const sum = parts.reduce((total, part) => total.plus(part.points), new Decimal(0));
  const total = new Decimal(score.value.value);
  if (total.minus(sum).gt(TOLERANCE)) return undefined;
  return { parts, total: score.value.value, isCapped: sum.minus(total).gt(TOLERANCE) };
}

function partOf(child: Explanation, whole: Decimal): Contribution[] {
  const { code, label, value, weight } = child;
  const score = value.state === 'value' && value.kind === 'decimal' ? value.value : null;
  if (weight !== undefined) {
    const share = new Decimal(weight).div(whole);
    return [
      {
        code,
        label,
        weight,
        score,
        points: twoDecimals(share.times(score ?? 0)),
        room: twoDecimals(share.times(100)),
      },
    ];
  }
  if (!code.startsWith('bonus-') || score === null) return [];
  return [{ code, label, weight: null, score: null, points: twoDecimals(new Decimal(score)), room: '0' }];
}

function twoDecimals(value: Decimal): string {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();
}
