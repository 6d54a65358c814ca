/** One door to all mechanisms: an exhaustive switch, so that a new one cannot be forgotten. */
import { compileFact } from './fact.ts';
import { compileMatrix } from './matrix.ts';
import type {
  CombinationContext,
  CompiledCombination,
  CompiledComponent,
  ComponentContext,
} from './mechanism.ts';
import { compileRatedLines } from './rated-lines.ts';
import { compileRating } from './rating.ts';
import { compileScore } from './score.ts';
import type { CombinationSettings, ComponentSettings } from './settings.ts';
import { compileWeightedMean } from './weighted-mean.ts';

export function compileComponent(settings: ComponentSettings, context: ComponentContext): CompiledComponent {
  switch (settings.mechanism) {
    case 'rating':
      return compileRating(settings, context);
    case 'rated-lines':
      return compileRatedLines(settings, context);
    case 'score':
      return compileScore(settings, context);
    case 'fact':
      return compileFact(settings, context);
  }
}

export function compileCombination(
  settings: CombinationSettings,
  context: CombinationContext,
): CompiledCombination {
  switch (settings.mechanism) {
    case 'matrix':
      return compileMatrix(settings, context);
    case 'weighted-mean':
      return compileWeightedMean(settings, context);
  }
}

/** Names of the components that a combination uses, with the path of each use. */
export function usesOf(settings: CombinationSettings): readonly string[] {
  if (settings.mechanism === 'matrix') return [settings.rows, settings.columns];
  return [
    ...settings.weights.flatMap(({ when, percent }) => [...Object.keys(when ?? {}), ...Object.keys(percent)]),
    ...settings.bands.flatMap(({ when }) => Object.keys(when ?? {})),
  ];
}
