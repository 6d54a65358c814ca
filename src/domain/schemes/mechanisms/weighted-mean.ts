/**
 * Mechanism `weighted-mean`: scores joined by weights in percent, then sorted into categories by bands.
 * Facts may choose between sets of weights and may be required by a band. What is left out openly (an
 * optional component without a value, one that does not apply) leaves its weight to the others.
 */
import { z } from 'zod';
import { type Combined, NOTHING_COMBINED } from '../outcome.ts';
import {
  basisList,
  bilingualText,
  code,
  componentName,
  conditions,
  decimalSetting,
  shownSetting,
} from '../shapes.ts';
import type { CombinationContext, CompiledCombination } from './mechanism.ts';
import { exactText, planOf, weigh } from './weighted-mean-plan.ts';
import { explainWeightedMean } from './weighted-mean-words.ts';

export const weightedMeanSettings = z.strictObject({
  mechanism: z.literal('weighted-mean'),
  label: bilingualText,
  /** Sets of weights; exactly one must hold for every answer to the facts that `when` names. */
  weights: z
    .array(z.strictObject({ when: conditions.optional(), percent: z.record(componentName, decimalSetting) }))
    .min(1)
    .max(16),
  /** Components that may be missing; their weight then goes to the others, and the explanation says so. */
  optional: z.array(componentName).max(20).optional(),
  ...shownSetting,
  /** Points on top of the mean: `percent` percent of a component's score, at most `atMost` points. */
  bonus: z
    .array(z.strictObject({ component: componentName, percent: decimalSetting, atMost: decimalSetting }))
    .max(10)
    .optional(),
  /** To how many decimals mean and bonus are rounded, half up; without it the mean is exact. */
  decimals: z.int().min(0).max(4).optional(),
  /** The most that mean and bonus together may give. */
  atMost: decimalSetting.optional(),
  /** Best first; the first band whose `from` is reached and whose `when` holds is taken. */
  bands: z
    .array(z.strictObject({ category: code, from: decimalSetting, when: conditions.optional() }))
    .min(2)
    .max(40),
  basis: basisList,
});
export type WeightedMeanSettings = z.infer<typeof weightedMeanSettings>;

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
    explain: (outcomes, children) => explainWeightedMean(settings, plan, context, outcomes, children),
  };
}
