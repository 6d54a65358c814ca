/** A scale whose levels are counted: its check and the bounds of what can come of it. */
import { say } from '../../bilingual.ts';
import { parseUnits, UNITS } from '../fixed.ts';
import { checkScale } from './check-scale.ts';
import type { CheckContext, Report, ScoreRange } from './mechanism.ts';

/**
 * The most that a level, a converted result, a weight of an item or of a line may count. With it every
 * sum of the counting mechanisms is safe without BigInt: at most 60 terms of 1000 points (10^7 units)
 * times a weight of 1000 (10^7) are 6 × 10^15, below 2^53.
 */
export const MAXIMUM_COUNT = 1000;
export const MAXIMUM_COUNT_UNITS = MAXIMUM_COUNT * UNITS;

/** The most terms that one weighted mean may have. */
export const MAXIMUM_TERMS = 60;

/** Reports a scale that is not there, not scored, not descending, or beyond the highest count. */
export function checkCountedScale(scale: string, context: CheckContext, report: Report): void {
  const levels = checkScale(scale, context, report, { scored: true });
  const best = levels?.[0];
  if (!best || (parseUnits(best.score) ?? 0) <= MAXIMUM_COUNT_UNITS) return;
  report(
    ['scale'],
    say(
      {
        id: 'tingkat {code} pada skala ini bernilai lebih dari {most}',
        en: 'the level {code} of this scale counts more than {most}',
      },
      { code: best.code, most: MAXIMUM_COUNT },
    ),
    say({ id: 'pakai nilai sampai {most}', en: 'use scores up to {most}' }, { most: MAXIMUM_COUNT }),
  );
}

/** From the score of the last level to that of the first; 0 to 100 while the scale is faulty. */
export function scoreRangeOf(scale: string, context: CheckContext): ScoreRange {
  const levels = context.levels(scale) ?? [];
  return {
    from: parseUnits(levels.at(-1)?.score) ?? 0,
    to: parseUnits(levels[0]?.score) ?? 100 * UNITS,
  };
}
