/**
 * Indicators of `planned-results`: realisation and target become an achievement in percent. Read without
 * allocating; every formula stands here once and is used by reading and explaining alike.
 */
import { divideHalfUp, multiplyDivide, UNITS } from '../fixed.ts';
import type { Conversion } from './conversion.ts';
import { hasOnly, isRecord } from './mechanism.ts';

/** How an indicator is better: see the functions below. */
export const DIRECTIONS = ['higher', 'lower', 'reversed', 'range', 'milestone'] as const;
export type Direction = (typeof DIRECTIONS)[number];
/** How several realisations become one. */
export const SUMMARIES = ['latest', 'sum', 'average', 'lowest', 'highest'] as const;
export type Summary = (typeof SUMMARIES)[number];

/** The evidence is not of the shape. */
export const REFUSED = -1;
/** There is no realisation yet. */
export const UNMEASURED = -2;

/** A quantity: at most eleven digits before the point and four after it, so that sums stay safe. */
export const QUANTITY_PATTERN = '^\\d{1,11}(\\.\\d{1,4})?$';
export const MAXIMUM_QUANTITY = 99_999_999_999 * UNITS + (UNITS - 1);
export const MAXIMUM_REALISATIONS = 366;
export const MAXIMUM_MILESTONES = 60;

const WHOLE_DIGITS = 11;
const DECIMALS = 4;
const SCALE = [10_000, 1000, 100, 10, 1];

/** Units of a quantity; REFUSED for anything else. Faster than a pattern, for long lists. */
export function quantityUnits(text: unknown): number {
  if (typeof text !== 'string' || text.length > WHOLE_DIGITS + 1 + DECIMALS) return REFUSED;
  let value = 0;
  let point = -1;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0) point = index;
    else return REFUSED;
  }
  const whole = point < 0 ? text.length : point;
  const decimals = point < 0 ? 0 : text.length - point - 1;
  if (whole < 1 || whole > WHOLE_DIGITS || decimals > DECIMALS || (point >= 0 && decimals === 0))
    return REFUSED;
  return value * (SCALE[decimals] ?? 1);
}

/**
 * Several realisations as one, in units; the average is rounded half up to four decimals. UNMEASURED
 * where there is none, REFUSED where one is no quantity or their sum is beyond every quantity.
 */
export function realised(list: unknown, summary: unknown): number {
  if (typeof summary !== 'string' || !(SUMMARIES as readonly string[]).includes(summary)) return REFUSED;
  if (list === undefined) return UNMEASURED;
  if (!Array.isArray(list) || list.length > MAXIMUM_REALISATIONS) return REFUSED;
  let latest = UNMEASURED;
  let sum = 0;
  let lowest = MAXIMUM_QUANTITY;
  let highest = 0;
  for (const text of list) {
    latest = quantityUnits(text);
    if (latest < 0) return REFUSED;
    sum += latest;
    if (latest < lowest) lowest = latest;
    if (latest > highest) highest = latest;
  }
  if (latest < 0) return UNMEASURED;
  if (summary === 'latest') return latest;
  if (summary === 'lowest') return lowest;
  if (summary === 'highest') return highest;
  if (sum > MAXIMUM_QUANTITY) return REFUSED;
  return summary === 'sum' ? sum : divideHalfUp(sum, list.length);
}

/** A share as an achievement on the grid, rounded half up, at most the cap. */
export function shareOnGrid(part: number, of: number, { whole, cap }: Conversion): number {
  // A double is enough to see that a share is more than one step above the cap, where the product might overflow.
  if (part / of > (cap + 1) / whole) return cap;
  return Math.min(cap, multiplyDivide(part, whole, of));
}

/**
 * Achievement of a realisation against a target, all in units:
 * higher is better: r ÷ t; lower is better: t ÷ r, and the cap for r = 0; reversed: 1 + (1 − r ÷ t), at
 * least 0. Where the target of the last two is 0, only r = 0 meets it.
 */
export function achievement(
  direction: 'higher' | 'lower' | 'reversed',
  target: number,
  actual: number,
  conversion: Conversion,
): number {
  if (direction === 'higher') return shareOnGrid(actual, target, conversion);
  if (target === 0) return actual === 0 ? conversion.whole : 0;
  if (direction === 'lower') return actual === 0 ? conversion.cap : shareOnGrid(target, actual, conversion);
  return actual >= 2 * target ? 0 : shareOnGrid(2 * target - actual, target, conversion);
}

/** Within the range 100 %; below it r ÷ lowest; above it 1 + (1 − r ÷ highest), at least 0. */
export function rangeAchievement(
  lowest: number,
  highest: number,
  actual: number,
  conversion: Conversion,
): number {
  if (actual < lowest) return achievement('higher', lowest, actual, conversion);
  return actual > highest ? achievement('reversed', highest, actual, conversion) : conversion.whole;
}

/** Whether a target is met exactly or better, before any rounding. */
export function meets(direction: 'higher' | 'lower' | 'reversed', target: number, actual: number): boolean {
  return direction === 'higher' ? actual >= target : actual <= target;
}

/** An achievement, lifted to `best` where the target is the best that there can be and is met. */
export function lifted(percent: number, isBestMet: boolean, best: number | undefined): number {
  return isBestMet && best !== undefined && best > percent ? best : percent;
}

const TARGET_NAMES = new Set(['direction', 'target', 'summary', 'realisations', 'maximum']);
const RANGE_NAMES = new Set(['direction', 'lowest', 'highest', 'summary', 'realisations']);
const MILESTONE_NAMES = new Set(['direction', 'milestones', 'maximum']);
const ONE_MILESTONE_NAMES = new Set(['done', 'weight']);

type Given = Readonly<Record<string, unknown>>;

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

/**
 * Makes the reader of indicators. It gives the achievement on the grid, UNMEASURED, or REFUSED. `best` is
 * the achievement that a target marked as the best possible counts when it is met.
 */
export function indicatorReader(
  conversion: Conversion,
  best: number | undefined,
): (given: unknown) => number {
  const readTarget = (given: Given, direction: 'higher' | 'lower' | 'reversed'): number => {
    const target = quantityUnits(given.target);
    if (target < 0 || (target === 0 && direction === 'higher')) return REFUSED;
    if (!isFlag(given.maximum) || !hasOnly(given, TARGET_NAMES)) return REFUSED;
    const actual = realised(given.realisations, given.summary);
    if (actual < 0) return actual;
    const percent = achievement(direction, target, actual, conversion);
    return lifted(percent, given.maximum === true && meets(direction, target, actual), best);
  };
  const readRange = (given: Given): number => {
    const lowest = quantityUnits(given.lowest);
    const highest = quantityUnits(given.highest);
    if (lowest < 0 || highest < lowest || !hasOnly(given, RANGE_NAMES)) return REFUSED;
    const actual = realised(given.realisations, given.summary);
    return actual < 0 ? actual : rangeAchievement(lowest, highest, actual, conversion);
  };
  const readMilestones = (given: Given): number => {
    if (!isFlag(given.maximum) || !hasOnly(given, MILESTONE_NAMES)) return REFUSED;
    const total = milestoneWeight(given.milestones, false);
    if (total <= 0) return REFUSED;
    const done = milestoneWeight(given.milestones, true);
    return lifted(shareOnGrid(done, total, conversion), given.maximum === true && done === total, best);
  };
  return (given) => {
    if (!isRecord(given)) return REFUSED;
    switch (given.direction) {
      case 'higher':
      case 'lower':
      case 'reversed':
        return readTarget(given, given.direction);
      case 'range':
        return readRange(given);
      case 'milestone':
        return readMilestones(given);
      default:
        return REFUSED;
    }
  };
}

/** The most that one milestone or one line may weigh, in units. */
export const MAXIMUM_WEIGHT = 1000 * UNITS;

/** Units of a weight above 0 and up to 1000; REFUSED for anything else. */
export function weightUnits(text: unknown): number {
  const weight = quantityUnits(text);
  return weight > 0 && weight <= MAXIMUM_WEIGHT ? weight : REFUSED;
}

/**
 * The weight of all milestones, or of those that are done; where no milestone says its weight, each
 * weighs 1. REFUSED when the list is not of the shape.
 */
export function milestoneWeight(list: unknown, doneOnly: boolean): number {
  if (!Array.isArray(list) || list.length === 0 || list.length > MAXIMUM_MILESTONES) return REFUSED;
  const first: unknown = list[0];
  const weighed = isRecord(first) && first.weight !== undefined;
  let sum = 0;
  for (const each of list) {
    if (!isRecord(each) || typeof each.done !== 'boolean' || !hasOnly(each, ONE_MILESTONE_NAMES))
      return REFUSED;
    if ((each.weight !== undefined) !== weighed) return REFUSED;
    const weight = weighed ? weightUnits(each.weight) : 1;
    if (weight < 0) return REFUSED;
    if (each.done || !doneOnly) sum += weight;
  }
  return sum;
}
