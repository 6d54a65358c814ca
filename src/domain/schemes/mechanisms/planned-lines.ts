/** The lines of `planned-results`: the fast reading of evidence, and what explanations share with it. */
import { DEFAULT_DECIMALS, divideHalfUp, meanUnits, unitsOf } from '../fixed.ts';
import { MISSING_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { type Conversion, compileConversion, percentFor } from './conversion.ts';
import { MAXIMUM_TERMS } from './counted-scale.ts';
import { type ComponentContext, hasOnly, isRecord, type ScoredLevel } from './mechanism.ts';
import { MAXIMUM_INDICATORS } from './planned-evidence.ts';
import { indicatorReader, REFUSED, UNMEASURED, weightUnits } from './planned-indicators.ts';
import type { PlannedResultsSettings } from './planned-results.ts';
import { WHOLE } from './references.ts';

/** What reading and explaining share, made once. */
export type PlannedResults = {
  readonly conversion: Conversion;
  readonly decimals: number;
  readonly isWeighted: boolean;
  /** Whether additional results are counted in the mean, only shown, or added to the mean of the main ones. */
  readonly additional: 'counted' | 'shown' | 'added';
  /** The most, in units, that additional results add. */
  readonly additionalAtMost: number;
  readonly levels: ReadonlyMap<unknown, ScoredLevel>;
  /** Achievement on the grid that a best possible target counts when it is met. */
  readonly best: number | undefined;
  /** Achievement of an indicator on the grid, UNMEASURED or REFUSED. */
  readonly indicator: (given: unknown) => number;
  /** Score of a line in units, UNMEASURED, EXCUSED or REFUSED. */
  readonly line: (given: unknown) => number;
  /** Weight of a line that was read, in units; 1 where all count the same. */
  readonly weight: (line: Readonly<Record<string, unknown>>) => number;
};

/** The line is excused and does not count. */
export const EXCUSED = -3;

const NAMES = new Set(['lines']);

/** Mean achievement of a list of indicators on the grid; UNMEASURED when one of them is, or REFUSED. */
function meanAchievement(list: unknown, indicator: (given: unknown) => number): number {
  if (!Array.isArray(list) || list.length === 0 || list.length > MAXIMUM_INDICATORS) return REFUSED;
  let sum = 0;
  let isMeasured = true;
  for (const each of list) {
    const percent = indicator(each);
    if (percent === REFUSED) return REFUSED;
    if (percent === UNMEASURED) isMeasured = false;
    else sum += percent;
  }
  return isMeasured ? divideHalfUp(sum, list.length) : UNMEASURED;
}

/** Prepares reading by the checked settings. */
export function preparedResults(settings: PlannedResultsSettings, context: ComponentContext): PlannedResults {
  const conversion = compileConversion(settings.conversion);
  const isWeighted = settings.weighting === 'given';
  const scored = settings.scale === undefined ? [] : context.scoredLevels(settings.scale);
  const levels = new Map<unknown, ScoredLevel>(scored.map((level) => [level.code, level]));
  const { maximumAchieved } = settings;
  const best = maximumAchieved === undefined ? undefined : percentFor(unitsOf(maximumAchieved), conversion);
  const indicator = indicatorReader(conversion, best);
  const names = new Set([
    'kind',
    ...(isWeighted ? ['weight'] : []),
    'indicators',
    ...(levels.size > 0 ? ['level'] : []),
    'excused',
  ]);
  const line = (given: unknown): number => {
    if (!isRecord(given) || !hasOnly(given, names)) return REFUSED;
    const { kind, indicators, level, excused } = given;
    if (kind !== 'main' && kind !== 'additional') return REFUSED;
    if (isWeighted && weightUnits(given.weight) < 0) return REFUSED;
    if (indicators !== undefined) {
      if (level !== undefined || excused !== undefined) return REFUSED;
      const percent = meanAchievement(indicators, indicator);
      return percent < 0 ? percent : conversion.convert(percent);
    }
    if (excused !== undefined) return excused === true && level === undefined ? EXCUSED : REFUSED;
    return level === undefined ? UNMEASURED : (levels.get(level)?.units ?? REFUSED);
  };
  return {
    conversion,
    decimals: settings.decimals ?? DEFAULT_DECIMALS,
    isWeighted,
    additional: settings.additional ?? 'counted',
    additionalAtMost: unitsOf(settings.additionalAtMost ?? '0'),
    levels,
    best,
    indicator,
    line,
    weight: (given) => (isWeighted ? weightUnits(given.weight) : 1),
  };
}

/**
 * The outcome of evidence, undefined when it is not of the shape. Without one line that counts there is
 * nothing to judge by, and the component is missing. Sums stay safe: at most 60 lines of a weight and a
 * score of at most 1000 each.
 */
export function readLines(
  given: unknown,
  { line, weight, additional, additionalAtMost, decimals }: PlannedResults,
): Outcome | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { lines } = given;
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > MAXIMUM_TERMS) return undefined;
  let sum = 0;
  let weights = 0;
  let added = 0;
  let isMissing = false;
  for (const each of lines) {
    const units = line(each);
    if (units === REFUSED) return undefined;
    const isExtra = each.kind === 'additional' && additional !== 'counted';
    if (isExtra && additional === 'shown') continue;
    if (units === UNMEASURED) isMissing = true;
    if (units < 0) continue;
    const own = weight(each);
    if (isExtra) added += own * units;
    else {
      sum += own * units;
      weights += own;
    }
  }
  if (isMissing || weights === 0) return MISSING_OUTCOME;
  const mean = meanUnits(sum, weights, decimals);
  return scoreOutcome(added === 0 ? mean : mean + addedUnits(added, additionalAtMost, decimals));
}

/** Points that additional results add: the weight of each is the percent of its score, up to a most. */
export function addedUnits(sum: number, atMost: number, decimals: number): number {
  return Math.min(atMost, meanUnits(sum, WHOLE, decimals));
}
