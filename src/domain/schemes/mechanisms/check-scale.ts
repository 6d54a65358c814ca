/** The check of a reference to a scale, for every mechanism that uses one. */
import { say } from '../../bilingual.ts';
import { unitsOf } from '../fixed.ts';
import { reportUnknown } from '../reports.ts';
import type { CheckContext, Report, ScaleLevel } from './mechanism.ts';

/**
 * Reports a scale that does not exist and, where the mechanism counts (`scored`), levels without a
 * score or not strictly descending. Gives the levels, or undefined after a problem.
 */
export function checkScale(
  scale: string,
  context: CheckContext,
  report: Report,
  {
    scored = false,
    at = ['scale'],
  }: { readonly scored?: boolean; readonly at?: readonly PropertyKey[] } = {},
): readonly ScaleLevel[] | undefined {
  const levels = context.levels(scale);
  if (!levels) {
    // A scale that is there and faulty is reported where it stands.
    if (!context.scales.includes(scale)) reportUnknown(report, at, scale, context.scales);
    return undefined;
  }
  return scored && !countsWell(levels, at, report) ? undefined : levels;
}

function countsWell(levels: readonly ScaleLevel[], at: readonly PropertyKey[], report: Report): boolean {
  const lacking = levels.filter(({ score }) => score === undefined).map(({ code }) => code);
  if (lacking.length > 0) {
    report(
      at,
      say(
        {
          id: 'tingkat {list} pada skala ini belum bernilai',
          en: 'the levels {list} of this scale have no score',
        },
        { list: lacking.join(', ') },
      ),
      { id: 'beri score pada setiap tingkat skala', en: 'give every level of the scale a score' },
    );
    return false;
  }
  const unordered = levels.find((level, index) => {
    const better = levels[index - 1];
    return better !== undefined && unitsOf(level.score ?? '') >= unitsOf(better.score ?? '');
  });
  if (!unordered) return true;
  report(
    at,
    say(
      {
        id: 'nilai tingkat {code} tidak lebih kecil daripada tingkat di atasnya',
        en: 'the score of the level {code} is not below that of the level above it',
      },
      { code: unordered.code },
    ),
    { id: 'urutkan dari yang terbaik, nilainya menurun', en: 'order best first, with falling scores' },
  );
  return false;
}
