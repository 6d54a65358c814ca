/**
 * Mechanism `weighted-mean`: scores joined by weights in percent, then sorted into categories by bands.
 * Facts may choose between sets of weights and may be required by a band. Exact decimals, no rounding.
 */
import { z } from 'zod';
import { type Bilingual, joinBoth, sameInBoth, say } from '../../bilingual.ts';
import { codedValue, decimalInWords, decimalValue, type Explanation, MISSING } from '../../explanation.ts';
import { floorDivide, scaledText, UNITS, unitsOf, unitsText } from '../fixed.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { basisList, bilingualText, code, componentName, conditions, decimalSetting } from '../shapes.ts';
import type { CombinationContext, CompiledCombination } from './mechanism.ts';

export const weightedMeanSettings = z.strictObject({
  mechanism: z.literal('weighted-mean'),
  label: bilingualText,
  /** Sets of weights; exactly one must hold for every answer to the facts that `when` names. */
  weights: z
    .array(z.strictObject({ when: conditions.optional(), percent: z.record(componentName, decimalSetting) }))
    .min(1)
    .max(16),
  /** Best first; the first band whose `from` is reached and whose `when` holds is taken. */
  bands: z
    .array(z.strictObject({ category: code, from: decimalSetting, when: conditions.optional() }))
    .min(2)
    .max(40),
  basis: basisList,
});
export type WeightedMeanSettings = z.infer<typeof weightedMeanSettings>;

type Facts = readonly { readonly at: number; readonly answer: boolean }[];
type Weight = { readonly component: string; readonly at: number; readonly percent: number };
type Case = { readonly facts: Facts; readonly weights: readonly Weight[] };
type Band = { readonly facts: Facts; readonly from: number; readonly category: string };
type Plan = {
  readonly cases: readonly Case[];
  readonly bands: readonly Band[];
  readonly used: readonly number[];
};

function planOf(settings: WeightedMeanSettings, context: CombinationContext): Plan {
  const factsOf = (when: Readonly<Record<string, boolean>> = {}): Facts =>
    Object.entries(when).map(([component, answer]) => ({ at: context.position(component), answer }));
  const cases = settings.weights.map(({ when, percent }) => ({
    facts: factsOf(when),
    weights: Object.entries(percent).map(([component, weight]) => ({
      component,
      at: context.position(component),
      percent: unitsOf(weight),
    })),
  }));
  const bands = settings.bands.map(({ when, from, category }) => ({
    facts: factsOf(when),
    from: unitsOf(from),
    category,
  }));
  const used = new Set([
    ...cases.flatMap(({ facts, weights }) => [...facts, ...weights].map(({ at }) => at)),
    ...bands.flatMap(({ facts }) => facts.map(({ at }) => at)),
  ]);
  return { cases, bands, used: [...used] };
}

function holds(facts: Facts, outcomes: readonly Outcome[]): boolean {
  for (const { at, answer } of facts) {
    const outcome = outcomes[at];
    if (outcome?.state !== 'value' || outcome.type !== 'fact' || outcome.fact !== answer) return false;
  }
  return true;
}

function unitsAt(outcomes: readonly Outcome[], at: number): number {
  const outcome = outcomes[at];
  if (outcome?.state === 'value' && outcome.type === 'score') return outcome.units;
  throw new Error('a weighted mean joins scores only');
}

/** Products of units and percent units in one unit of the score. */
const WHOLE = 100 * UNITS;

/** A weighted mean to the last digit: whole units and, below one unit, millionths of it. */
type Exact = { readonly units: number; readonly rest: number };

function meanOf(weights: readonly Weight[], outcomes: readonly Outcome[]): Exact {
  let sum = 0;
  for (const { at, percent } of weights) sum += unitsAt(outcomes, at) * percent;
  if (Number.isSafeInteger(sum)) {
    const units = floorDivide(sum, WHOLE);
    return { units, rest: sum - units * WHOLE };
  }
  let exact = 0n;
  for (const { at, percent } of weights) exact += BigInt(unitsAt(outcomes, at)) * BigInt(percent);
  return { units: Number(exact / BigInt(WHOLE)), rest: Number(exact % BigInt(WHOLE)) };
}

/** The exact mean as a decimal: at most four digits of the unit and six below it. */
function exactText({ units, rest }: Exact): string {
  if (rest === 0) return unitsText(units);
  const whole = floorDivide(units, UNITS);
  const below = (units - whole * UNITS) * WHOLE + rest;
  return `${whole}${scaledText(below, 10).slice(1)}`;
}

type Weighed = { readonly chosen: Case; readonly score: Exact; readonly band: Band };

/** Undefined while anything that the rule needs is missing: missing is never zero. */
function weigh(plan: Plan, outcomes: readonly Outcome[]): Weighed | undefined {
  for (const at of plan.used) if (outcomes[at]?.state !== 'value') return undefined;
  const chosen = plan.cases.find(({ facts }) => holds(facts, outcomes));
  if (!chosen) throw new Error('the checked weights cover every answer');
  const score = meanOf(chosen.weights, outcomes);
  const band = plan.bands.find(({ from, facts }) => score.units >= from && holds(facts, outcomes));
  if (!band) throw new Error('the checked bands cover every score');
  return { chosen, score, band };
}

export function compileWeightedMean(
  settings: WeightedMeanSettings,
  context: CombinationContext,
): CompiledCombination {
  const plan = planOf(settings, context);
  return {
    combine(outcomes): Combined {
      const weighed = weigh(plan, outcomes);
      if (!weighed) return NOTHING_COMBINED;
      return { category: weighed.band.category, score: exactText(weighed.score) };
    },
    explain(outcomes, children): Explanation {
      const shared = {
        code: 'category',
        label: settings.label,
        basis: context.basis(settings.basis),
        inputs: [],
      };
      const weighed = weigh(plan, outcomes);
      if (!weighed) {
        const rule = {
          id: 'Belum dapat dihitung karena masukan belum lengkap.',
          en: 'Cannot be computed yet because inputs are missing.',
        };
        return { ...shared, value: MISSING, rule, children };
      }
      const score: Explanation = {
        code: 'score',
        label: { id: 'Nilai', en: 'Score' },
        value: decimalValue(exactText(weighed.score)),
        rule: sumRule(weighed, outcomes, context),
        basis: shared.basis,
        inputs: [],
        children,
      };
      const label = context.category(weighed.band.category).label;
      const rule = bandRule(weighed, plan, label, outcomes, context);
      return {
        ...shared,
        value: codedValue('predicate', weighed.band.category, label),
        rule,
        children: [score],
        summary: joinBoth([score.rule, rule]),
      };
    },
  };
}

function sumRule(
  { chosen, score }: Weighed,
  outcomes: readonly Outcome[],
  context: CombinationContext,
): Bilingual {
  const terms = chosen.weights.map(({ component, at, percent }) =>
    say(
      { id: '{percent} % × {score} ({label})', en: '{percent} % × {score} ({label})' },
      {
        percent: decimalInWords(unitsText(percent)),
        score: decimalInWords(unitsText(unitsAt(outcomes, at))),
        label: context.label(component),
      },
    ),
  );
  return say(
    { id: '{terms} = {score}.', en: '{terms} = {score}.' },
    { terms: joinBoth(terms, ' + '), score: decimalInWords(exactText(score)) },
  );
}

function bandRule(
  { score, band }: Weighed,
  plan: Plan,
  label: Bilingual,
  outcomes: readonly Outcome[],
  context: CombinationContext,
): Bilingual {
  const reached = say(
    {
      id: 'Nilai {score} mencapai batas {from} untuk {label}.',
      en: 'The score {score} reaches the limit {from} for {label}.',
    },
    { score: decimalInWords(exactText(score)), from: decimalInWords(unitsText(band.from)), label },
  );
  const closed = plan.bands.find(({ from, facts }) => score.units >= from && !holds(facts, outcomes));
  if (!closed || plan.bands.indexOf(closed) > plan.bands.indexOf(band))
    return joinBoth([reached, sameInBoth('')], '');
  return say(
    {
      id: '{reached} Syarat tambahan untuk {better} tidak terpenuhi.',
      en: '{reached} The further condition for {better} is not met.',
    },
    { reached, better: context.category(closed.category).label },
  );
}
