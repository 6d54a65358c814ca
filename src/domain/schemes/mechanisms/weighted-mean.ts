/**
 * Mechanism `weighted-mean`: scores joined by weights in percent, then sorted into categories by bands.
 * Facts may choose between sets of weights and may be required by a band. Exact decimals, no rounding.
 */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { type Bilingual, joinBoth, sameInBoth, say } from '../../bilingual.ts';
import { codedValue, decimalInWords, decimalValue, type Explanation, MISSING } from '../../explanation.ts';
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
type Weight = { readonly component: string; readonly at: number; readonly percent: Decimal };
type Case = { readonly facts: Facts; readonly weights: readonly Weight[] };
type Band = { readonly facts: Facts; readonly from: Decimal; readonly category: string };
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
      percent: new Decimal(weight),
    })),
  }));
  const bands = settings.bands.map(({ when, from, category }) => ({
    facts: factsOf(when),
    from: new Decimal(from),
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

function scoreAt(outcomes: readonly Outcome[], at: number): Decimal {
  const outcome = outcomes[at];
  if (outcome?.state === 'value' && outcome.type === 'score') return outcome.score;
  throw new Error('a weighted mean joins scores only');
}

type Weighed = { readonly chosen: Case; readonly score: Decimal; readonly band: Band };

/** Undefined while anything that the rule needs is missing: missing is never zero. */
function weigh(plan: Plan, outcomes: readonly Outcome[]): Weighed | undefined {
  for (const at of plan.used) if (outcomes[at]?.state !== 'value') return undefined;
  const chosen = plan.cases.find(({ facts }) => holds(facts, outcomes));
  if (!chosen) throw new Error('the checked weights cover every answer');
  let sum = new Decimal(0);
  for (const { at, percent } of chosen.weights) sum = sum.plus(scoreAt(outcomes, at).times(percent));
  const score = sum.dividedBy(100);
  const band = plan.bands.find(({ from, facts }) => score.gte(from) && holds(facts, outcomes));
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
      return { category: weighed.band.category, score: weighed.score.toFixed() };
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
        value: decimalValue(weighed.score.toFixed()),
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
        percent: decimalInWords(percent.toFixed()),
        score: decimalInWords(scoreAt(outcomes, at).toFixed()),
        label: context.label(component),
      },
    ),
  );
  return say(
    { id: '{terms} = {score}.', en: '{terms} = {score}.' },
    { terms: joinBoth(terms, ' + '), score: decimalInWords(score.toFixed()) },
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
    { score: decimalInWords(score.toFixed()), from: decimalInWords(band.from.toFixed()), label },
  );
  const closed = plan.bands.find(({ from, facts }) => score.gte(from) && !holds(facts, outcomes));
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
