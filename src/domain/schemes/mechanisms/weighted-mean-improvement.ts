/** What would lift a weighted mean into the next better category. */
import { midSentence, say } from '../../bilingual.ts';
import { decimalInWords } from '../../explanation.ts';
import { floorDivide, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import type { CombinationContext, Improvement } from './mechanism.ts';
import { holds, type Plan, unitsAt, type Weighed } from './weighted-mean-plan.ts';

/** What is said of one set of outcomes. */
export type Told = {
  readonly weighed: Weighed;
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly context: CombinationContext;
};

/** The nearest better band that is open, and how far the heaviest component would have to rise for it. */
export function improvementOf({ weighed, plan, outcomes, context }: Told): Improvement | 'highest' | null {
  const { band, score, chosen } = weighed;
  const better = plan.bands
    .slice(0, plan.bands.indexOf(band))
    .filter(({ category }) => category !== band.category);
  if (better.length === 0) return 'highest';
  const next = better.findLast(({ facts, from }) => holds(facts, outcomes) && from <= plan.atMost);
  if (!next) return null;
  const need = next.from - score.units;
  const present = chosen.weights.filter(({ at }) => outcomes[at]?.state === 'value');
  const total = present.reduce((sum, { percent }) => sum + percent, 0);
  const heaviest = present
    .map((weight) => ({ ...weight, rise: riseOf(need, total, weight.percent) }))
    .sort((first, second) => second.percent - first.percent)
    .find(({ at, component, rise }) => (unitsAt(outcomes, at) ?? 0) + rise <= context.highest(component));
  return {
    category: next.category,
    say: (reached) =>
      heaviest
        ? say(
            {
              id: 'Hasilnya menjadi {reached} bila nilai naik {need}, misalnya bila {component} naik {rise}.',
              en: 'It becomes {reached} if the score rises by {need}, for example if {component} rises by {rise}.',
            },
            {
              reached,
              need: decimalInWords(unitsText(need)),
              component: midSentence(context.label(heaviest.component)),
              rise: decimalInWords(unitsText(heaviest.rise)),
            },
          )
        : say(
            {
              id: 'Hasilnya menjadi {reached} bila nilai naik {need}.',
              en: 'It becomes {reached} if the score rises by {need}.',
            },
            { reached, need: decimalInWords(unitsText(need)) },
          ),
  };
}

/** How far one component must rise to lift the mean by `need`, in units, rounded up to hundredths. */
function riseOf(need: number, total: number, percent: number): number {
  const step = 100;
  const exact = (BigInt(need) * BigInt(total) + BigInt(percent) - 1n) / BigInt(percent);
  return floorDivide(Number(exact) + step - 1, step) * step;
}
