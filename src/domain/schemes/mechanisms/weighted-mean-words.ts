/** What a weighted mean says: the sum, what was left out, and the band. */
import { type Bilingual, joinBoth, midSentence, say } from '../../bilingual.ts';
import { codedValue, decimalInWords, decimalValue, type Explanation, MISSING } from '../../explanation.ts';
import { unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import type { CombinationContext, ExplainedCombination } from './mechanism.ts';
import type { WeightedMeanSettings } from './weighted-mean.ts';
import { improvementOf, type Told } from './weighted-mean-improvement.ts';
import {
  type Bonus,
  bonusUnits,
  exactText,
  holds,
  type Plan,
  unitsAt,
  type Weighed,
  type Weight,
  weigh,
} from './weighted-mean-plan.ts';

export function explainWeightedMean(
  settings: WeightedMeanSettings,
  plan: Plan,
  context: CombinationContext,
  outcomes: readonly Outcome[],
  children: readonly Explanation[],
): ExplainedCombination {
  const basis = context.basis(settings.basis);
  const shared = { code: 'category', label: settings.label, basis, inputs: [] };
  const weighed = weigh(plan, outcomes);
  if (!weighed) {
    const rule = {
      id: 'Belum dapat dihitung karena masukan belum lengkap.',
      en: 'Cannot be computed yet because inputs are missing.',
    };
    const used = usedChildren(plan, children);
    return { node: { ...shared, value: MISSING, rule, children: used }, why: null, improvement: null };
  }
  const told = { weighed, plan, outcomes, context };
  const score: Explanation = {
    code: 'score',
    label: { id: 'Nilai', en: 'Score' },
    value: decimalValue(exactText(weighed.score)),
    rule: sumRule(told),
    basis,
    inputs: [],
    children: parts(told, children, basis),
  };
  const label = context.category(weighed.band.category).label;
  const { said, closed } = bandRule(told, label);
  const value = codedValue('predicate', weighed.band.category, label);
  return {
    node: { ...shared, value, rule: said, children: [score] },
    why: joinBoth([score.rule, said]),
    improvement: closed ? null : improvementOf(told),
  };
}

/** The components that the rule may look at, in the order of the scheme. */
function usedChildren({ cases, bands, bonuses }: Plan, children: readonly Explanation[]): Explanation[] {
  const used = new Set<number>();
  for (const { facts } of [...cases, ...bands]) for (const { at } of facts) used.add(at);
  for (const { weights } of cases) for (const { at } of weights) used.add(at);
  for (const { at } of bonuses) used.add(at);
  return children.filter((_, at) => used.has(at));
}

/** Every used component with how much it counts, and each bonus as a step of its own. */
function parts(told: Told, children: readonly Explanation[], basis: Explanation['basis']): Explanation[] {
  const { weighed, plan, outcomes, context } = told;
  const byComponent = new Map(weighed.chosen.weights.map((weight) => [weight.component, weight]));
  const bonuses = new Map(plan.bonuses.map((bonus) => [bonus.component, bonus]));
  return usedChildren(plan, children).map((child) => {
    const weight = byComponent.get(child.code);
    if (weight) return { ...child, weight: percentUsed(weight, outcomes) };
    const bonus = bonuses.get(child.code);
    return bonus ? bonusNode(bonus, child, told, context, basis) : child;
  });
}

/** The explanations of weighed components with how much each counts. */
export function weighedChildren(
  weights: readonly Weight[],
  children: readonly Explanation[],
  outcomes: readonly Outcome[],
): readonly Explanation[] {
  const byPlace = new Map(weights.map((weight) => [weight.at, weight]));
  return children.flatMap((child, at) => {
    const weight = byPlace.get(at);
    return weight ? [{ ...child, weight: percentUsed(weight, outcomes) }] : [];
  });
}

/** The scheme's own percent, or 0 for what was left out: the mean divides by the sum of these. */
function percentUsed({ at, percent }: Weight, outcomes: readonly Outcome[]): string {
  return outcomes[at]?.state === 'value' ? unitsText(percent) : '0';
}

function bonusNode(
  bonus: Bonus,
  child: Explanation,
  { plan, outcomes }: Told,
  context: CombinationContext,
  basis: Explanation['basis'],
): Explanation {
  const units = unitsAt(outcomes, bonus.at);
  const points = bonusUnits(bonus, outcomes, plan);
  const name = context.label(bonus.component);
  const values = {
    percent: inWords(bonus.percent),
    score: inWords(units ?? 0),
    points: inWords(points),
    atMost: inWords(bonus.atMost),
    name: midSentence(name),
  };
  const rule =
    units === undefined
      ? {
          id: 'Tidak ada nilainya, sehingga tidak ada bonus.',
          en: 'There is no score, so there is no bonus.',
        }
      : say(
          {
            id: '{percent} % × {score} menambah {points}, paling banyak {atMost}.',
            en: '{percent} % × {score} adds {points}, at most {atMost}.',
          },
          values,
        );
  return {
    code: `bonus-${bonus.component}`,
    label: say({ id: 'Bonus dari {name}', en: 'Bonus from {name}' }, values),
    value: decimalValue(unitsText(points)),
    rule,
    basis,
    inputs: [],
    children: [child],
  };
}

function inWords(units: number): Bilingual {
  return decimalInWords(unitsText(units));
}

function sumRule({ weighed, plan, outcomes, context }: Told): Bilingual {
  const { chosen, mean, score } = weighed;
  const said = [meanRule(chosen.weights, exactText(mean), outcomes, context)];
  if (plan.bonuses.length > 0) said.push(bonusRule(plan, outcomes, weighed));
  else if (exactText(score) !== exactText(mean)) said.push(capRule(plan));
  return joinBoth(said);
}

/** `70 % × 115 (Nilai SKP) + 30 % × 110 (Nilai perilaku) = 113,5.`, and what was left out. */
export function meanRule(
  weights: readonly Weight[],
  mean: string,
  outcomes: readonly Outcome[],
  context: CombinationContext,
): Bilingual {
  const present = weights.filter(({ at }) => outcomes[at]?.state === 'value');
  const total = present.reduce((sum, { percent }) => sum + percent, 0);
  const terms = joinBoth(
    present.map(({ component, at, percent }) =>
      say(
        { id: '{percent} % × {score} ({label})', en: '{percent} % × {score} ({label})' },
        {
          percent: inWords(percent),
          score: inWords(unitsAt(outcomes, at) ?? 0),
          label: context.label(component),
        },
      ),
    ),
    ' + ',
  );
  const left = weights.filter(({ at }) => outcomes[at]?.state !== 'value');
  const sum = say(
    left.length === 0
      ? { id: '{terms} = {mean}.', en: '{terms} = {mean}.' }
      : { id: '({terms}) ÷ {total} % = {mean}.', en: '({terms}) ÷ {total} % = {mean}.' },
    { terms, total: inWords(total), mean: decimalInWords(mean) },
  );
  return joinBoth([sum, ...left.map((weight) => leftOut(weight, outcomes, context))]);
}

/** Said openly: what does not count, why, and where its weight went. */
function leftOut(
  { component, at, percent }: Weight,
  outcomes: readonly Outcome[],
  context: CombinationContext,
) {
  const values = { label: context.label(component), percent: inWords(percent) };
  return outcomes[at]?.state === 'notApplicable'
    ? say(
        {
          id: '{label} tidak berlaku; bobotnya {percent} % dibagikan kepada yang lain.',
          en: '{label} does not apply; its weight of {percent} % goes to the others.',
        },
        values,
      )
    : say(
        {
          id: '{label} belum ada nilainya; bobotnya {percent} % dibagikan kepada yang lain.',
          en: '{label} has no score; its weight of {percent} % goes to the others.',
        },
        values,
      );
}

function bonusRule(plan: Plan, outcomes: readonly Outcome[], { mean, score }: Weighed): Bilingual {
  const added = plan.bonuses.reduce((sum, bonus) => sum + bonusUnits(bonus, outcomes, plan), 0);
  const capped = mean.units + added > score.units;
  return joinBoth([
    say(
      { id: 'Bonus {added} menjadikannya {score}.', en: 'A bonus of {added} makes it {score}.' },
      { added: inWords(added), score: decimalInWords(exactText(score)) },
    ),
    ...(capped ? [capRule(plan)] : []),
  ]);
}

function capRule({ atMost }: Plan): Bilingual {
  return say(
    { id: 'Nilai tertinggi {atMost}.', en: 'The highest score is {atMost}.' },
    { atMost: inWords(atMost) },
  );
}

/** Why this band; `closed` where a better one was reached and its condition does not hold. */
function bandRule({ weighed, plan, outcomes, context }: Told, label: Bilingual) {
  const { score, band } = weighed;
  const reached = say(
    {
      id: 'Nilai {score} mencapai batas {from} untuk {label}.',
      en: 'The score {score} reaches the limit {from} for {label}.',
    },
    { score: decimalInWords(exactText(score)), from: inWords(band.from), label },
  );
  const above = plan.bands.slice(0, plan.bands.indexOf(band));
  const closed = above.find(({ from, facts }) => score.units >= from && !holds(facts, outcomes));
  if (!closed) return { said: reached, closed: false };
  const better = context.category(closed.category).label;
  const said = say(
    {
      id: '{reached} Syarat tambahan untuk {better} tidak terpenuhi.',
      en: '{reached} The further condition for {better} is not met.',
    },
    { reached, better },
  );
  return { said, closed: true };
}
