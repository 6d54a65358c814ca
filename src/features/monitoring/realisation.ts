/**
 * From entries over time to one realisation, its achievement against the target and where it stands in the year.
 * Pure and exact: decimal strings in and out, no binary floats. What was not recorded is missing, never 0.
 *
 * PermenPANRB 6/2022 leaves the arithmetic of achievement to the agency. Tera uses what agencies print in their
 * performance reports (LKjIP): realisation ÷ target for "higher is better", (2 × target − realisation) ÷ target for
 * "lower is better"; both rounded half up to two decimals. The rating itself is a person's decision.
 */
import { Decimal } from 'decimal.js';
import type { PlanIndicator } from '#features/planning/index.ts';

export type Target = PlanIndicator['target'];

export interface Measurement {
  /** Civil date the value stands for. */
  readonly onDate: string;
  /** Decimal string in the unit of the target; null where only words were recorded. */
  readonly value: string | null;
}

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * Combines entries in the order of their dates; of two on one date the later in the list counts as the later.
 * Null while no entry carries a value.
 */
export function combine(
  entries: readonly Measurement[],
  accumulation: Target['accumulation'],
): string | null {
  const measured = entries.filter((entry): entry is Measurement & { value: string } => entry.value !== null);
  if (measured.length === 0) return null;
  if (accumulation === 'latest') {
    const last = measured.reduce((latest, entry) => (entry.onDate >= latest.onDate ? entry : latest));
    return plain(new Exact(last.value));
  }
  const sum = measured.reduce((total, entry) => total.plus(entry.value), new Exact(0));
  return plain(accumulation === 'sum' ? sum : readable(sum.div(measured.length)));
}

/** An average rarely ends: two decimals are kept, four where it is smaller than one; rounded half up. */
function readable(average: Decimal): Decimal {
  return average.toDecimalPlaces(average.abs().lt(1) ? 4 : 2);
}

export interface Point {
  readonly onDate: string;
  readonly value: string;
}

/** The realisation as it stood after each date with an entry: the line of the plot. */
export function course(
  entries: readonly Measurement[],
  accumulation: Target['accumulation'],
): readonly Point[] {
  const measured = entries.filter((entry) => entry.value !== null);
  const dates = [...new Set(measured.map((entry) => entry.onDate))].sort();
  return dates.map((onDate) => ({
    onDate,
    value: combine(
      measured.filter((entry) => entry.onDate <= onDate),
      accumulation,
    ) as string,
  }));
}

/** Achievement in percent of the target, two decimals, at least 0; null where it cannot be computed. */
export function achievementPercent(realisation: string | null, target: Target): string | null {
  if (realisation === null || target.value === null) return null;
  const reached = new Exact(realisation);
  const goal = new Exact(target.value);
  if (target.direction === 'higher') return share(reached, goal);
  if (target.direction === 'lower') return inverseShare(reached, goal);
  const upper = target.upper === null ? goal : new Exact(target.upper);
  if (reached.lt(goal)) return share(reached, goal);
  return reached.gt(upper) ? inverseShare(reached, upper) : '100';
}

function share(reached: Decimal, goal: Decimal): string | null {
  if (goal.lte(0)) return reached.gte(goal) ? '100' : null;
  return percent(reached.div(goal));
}

function inverseShare(reached: Decimal, goal: Decimal): string | null {
  if (goal.lte(0)) return reached.lte(goal) ? '100' : null;
  return percent(goal.times(2).minus(reached).div(goal));
}

function percent(ratio: Decimal): string {
  return plain(Decimal.max(0, ratio.times(100)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

/** Whether the target is met by this realisation; null where either is missing. */
export function meetsTarget(realisation: string | null, target: Target): boolean | null {
  if (realisation === null || target.value === null) return null;
  const reached = new Exact(realisation);
  if (target.direction === 'lower') return reached.lte(target.value);
  if (reached.lt(target.value)) return false;
  return target.direction === 'higher' || reached.lte(target.upper ?? target.value);
}

/**
 * `unmeasured` the target has no number · `missing` no value recorded yet · `reached` the target is met ·
 * `on-track` as much as this moment of the period asks for · `behind` less than that ·
 * `not-yet` below target where time gives no measure (latest value, average).
 */
export type Track = 'unmeasured' | 'missing' | 'reached' | 'on-track' | 'behind' | 'not-yet';

/**
 * Sums are held against the share of the period that has passed; latest values and averages only against the target.
 * `elapsedPercent` is a decimal string between 0 and 100.
 */
export function trackOf(realisation: string | null, target: Target, elapsedPercent: string): Track {
  if (target.value === null) return 'unmeasured';
  if (realisation === null) return 'missing';
  const met = meetsTarget(realisation, target) === true;
  if (target.accumulation !== 'sum') return met ? 'reached' : 'not-yet';
  const dueNow = new Exact(target.value).times(elapsedPercent).div(100);
  const reached = new Exact(realisation);
  // A ceiling is only reached when the period is over; until then one is on track below it.
  if (target.direction === 'lower') {
    if (met && new Exact(elapsedPercent).gte(100)) return 'reached';
    return reached.lte(dueNow) ? 'on-track' : 'behind';
  }
  if (met) return 'reached';
  if (target.direction === 'range' && reached.gt(target.upper ?? target.value)) return 'behind';
  return reached.gte(dueNow) ? 'on-track' : 'behind';
}

/** Share of the days from `startsOn` to `endsOn` (both included) that have passed at the end of `today`, in percent. */
export function elapsedPercent(startsOn: string, endsOn: string, today: string): string {
  const days = (from: string, to: string) =>
    Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
  const total = days(startsOn, endsOn);
  const passed = Math.min(Math.max(days(startsOn, today), 0), total);
  return plain(new Exact(passed).div(total).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

/** Share of evidence given in the last quarter of the span so far: the meter against the habit of rating the last weeks. */
export function recentPercent(dates: readonly string[], startsOn: string, today: string): string | null {
  if (dates.length === 0) return null;
  const start = Date.parse(`${startsOn}T00:00:00Z`);
  const from = start + ((Date.parse(`${today}T00:00:00Z`) - start) * 3) / 4;
  const recent = dates.filter((date) => Date.parse(`${date}T00:00:00Z`) >= from).length;
  return plain(new Exact(recent).div(dates.length).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP));
}

/** At most four decimals, as the database keeps them, without an exponent or idle zeros. */
function plain(value: Decimal): string {
  const fixed = value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed();
  return fixed === '-0' ? '0' : fixed;
}
