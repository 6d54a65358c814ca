/** The arithmetic of a weighted mean: exact, in whole units, rounded half up where the scheme says so. */
import { floorDivide, meanUnits, multiplyDivide, scaledText, UNITS, unitsOf, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import type { CombinationContext } from './mechanism.ts';
import type { WeightedMeanSettings } from './weighted-mean.ts';

export type Facts = readonly { readonly at: number; readonly answer: boolean }[];
export type Weight = {
  readonly component: string;
  readonly at: number;
  /** In units: 70 % is 700000. */
  readonly percent: number;
};
export type Bonus = Weight & { readonly atMost: number };
export type Case = { readonly facts: Facts; readonly weights: readonly Weight[] };
export type Band = { readonly facts: Facts; readonly from: number; readonly category: string };
export type Plan = {
  readonly cases: readonly Case[];
  readonly bands: readonly Band[];
  readonly bonuses: readonly Bonus[];
  readonly decimals: number | undefined;
  readonly atMost: number;
  /** Places of the components that may not be missing. */
  readonly needed: readonly number[];
};

export function planOf(settings: WeightedMeanSettings, context: CombinationContext): Plan {
  const factsOf = (when: Readonly<Record<string, boolean>> = {}): Facts =>
    Object.entries(when).map(([component, answer]) => ({ at: context.position(component), answer }));
  const cases = settings.weights.map(({ when, percent }) => ({
    facts: factsOf(when),
    weights: weightsOf(percent, context),
  }));
  const bands = settings.bands.map(({ when, from, category }) => ({
    facts: factsOf(when),
    from: unitsOf(from),
    category,
  }));
  const bonuses = (settings.bonus ?? []).map(({ component, percent, atMost }) => ({
    component,
    at: context.position(component),
    percent: unitsOf(percent),
    atMost: unitsOf(atMost),
  }));
  const facts = [...cases, ...bands].flatMap((entry) => entry.facts);
  const weights = [...cases.flatMap((entry) => entry.weights), ...bonuses];
  const used = new Set([...facts, ...weights].map(({ at }) => at));
  return {
    cases,
    bands,
    bonuses,
    decimals: settings.decimals,
    atMost: settings.atMost === undefined ? Number.POSITIVE_INFINITY : unitsOf(settings.atMost),
    needed: [...used].filter((at) => !context.optional.has(at)),
  };
}

export function holds(facts: Facts, outcomes: readonly Outcome[]): boolean {
  for (const { at, answer } of facts) {
    const outcome = outcomes[at];
    if (outcome?.state !== 'value' || outcome.type !== 'fact' || outcome.fact !== answer) return false;
  }
  return true;
}

/** The score at a place in units; undefined where it is missing or does not apply. */
export function unitsAt(outcomes: readonly Outcome[], at: number): number | undefined {
  const outcome = outcomes[at];
  if (outcome?.state !== 'value') return undefined;
  if (outcome.type === 'score') return outcome.units;
  throw new Error('a weighted mean joins scores only');
}

/** Percent units of the whole; also the products of units and percent units in one unit of the score. */
const WHOLE = 100 * UNITS;

/** A score to the last digit: whole units and, below one unit, millionths of it. */
export type Exact = { readonly units: number; readonly rest: number };

/** The mean of what there is, and how much weight it has. */
export function meanOf(
  weights: readonly Weight[],
  outcomes: readonly Outcome[],
  decimals: number | undefined,
): Exact {
  let sum = 0;
  let present = 0;
  for (const { at, percent } of weights) {
    const units = unitsAt(outcomes, at);
    if (units === undefined) continue;
    sum += units * percent;
    present += percent;
  }
  if (!Number.isSafeInteger(sum)) return largeMean(weights, outcomes, decimals);
  if (decimals !== undefined) return { units: meanUnits(sum, present, decimals), rest: 0 };
  const units = floorDivide(sum, WHOLE);
  return { units, rest: sum - units * WHOLE };
}

/** The weights of a `from` of the scheme file. */
export function weightsOf(
  from: Readonly<Record<string, string>>,
  context: CombinationContext,
): readonly Weight[] {
  return Object.entries(from).map(([component, percent]) => ({
    component,
    at: context.position(component),
    percent: unitsOf(percent),
  }));
}

/** Whether a part that may not be left out is missing. */
export function hindered(
  weights: readonly Weight[],
  outcomes: readonly Outcome[],
  optional: ReadonlySet<number>,
): boolean {
  for (const { at } of weights) if (outcomes[at]?.state === 'missing' && !optional.has(at)) return true;
  return false;
}

/** The same where products leave the safe integers. */
function largeMean(
  weights: readonly Weight[],
  outcomes: readonly Outcome[],
  decimals: number | undefined,
): Exact {
  let sum = 0n;
  let present = 0n;
  for (const { at, percent } of weights) {
    const units = unitsAt(outcomes, at);
    if (units === undefined) continue;
    sum += BigInt(units) * BigInt(percent);
    present += BigInt(percent);
  }
  if (decimals === undefined) {
    const whole = BigInt(WHOLE);
    return { units: Number(sum / whole), rest: Number(sum % whole) };
  }
  const step = 10n ** BigInt(4 - decimals);
  return { units: Number(((2n * sum + present * step) / (2n * present * step)) * step), rest: 0 };
}

/** Points that a bonus adds, in units. */
export function bonusUnits({ at, percent, atMost }: Bonus, outcomes: readonly Outcome[], plan: Plan): number {
  const units = unitsAt(outcomes, at);
  if (units === undefined) return 0;
  const step = 10 ** (4 - (plan.decimals ?? 4));
  return Math.min(atMost, multiplyDivide(units, percent, WHOLE * step) * step);
}

/** A score as a decimal: at most four digits of the unit and six below it. */
export function exactText({ units, rest }: Exact): string {
  if (rest === 0) return unitsText(units);
  const whole = floorDivide(units, UNITS);
  const below = (units - whole * UNITS) * WHOLE + rest;
  return `${whole}${scaledText(below, 10).slice(1)}`;
}

export type Weighed = {
  readonly chosen: Case;
  readonly mean: Exact;
  readonly score: Exact;
  readonly band: Band;
};

/** Undefined while anything that the rule needs is missing: missing is never zero. */
export function weigh(plan: Plan, outcomes: readonly Outcome[]): Weighed | undefined {
  for (const at of plan.needed) if (outcomes[at]?.state === 'missing') return undefined;
  const chosen = plan.cases.find(({ facts }) => holds(facts, outcomes));
  if (!chosen) throw new Error('the checked weights cover every answer');
  const mean = meanOf(chosen.weights, outcomes, plan.decimals);
  let score = mean;
  if (plan.bonuses.length > 0) {
    let units = mean.units;
    for (const bonus of plan.bonuses) units += bonusUnits(bonus, outcomes, plan);
    score = { units, rest: mean.rest };
  }
  if (score.units >= plan.atMost) score = { units: plan.atMost, rest: 0 };
  const { units } = score;
  const band = plan.bands.find(({ from, facts }) => units >= from && holds(facts, outcomes));
  if (!band) throw new Error('the checked bands cover every score');
  return { chosen, mean, score, band };
}
