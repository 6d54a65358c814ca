/**
 * One door to all mechanisms: exhaustive switches, so that a new one cannot be forgotten. A new
 * component mechanism adds its settings to the union in settings.ts and one case to
 * `componentMechanism` below; everything else asks the `BoundMechanism`.
 */
import type { Voice } from '../voices.ts';
import { fact } from './fact.ts';
import { innovation } from './innovation.ts';
import { compileMatrix } from './matrix.ts';
import type {
  CheckContext,
  CombinationContext,
  CompiledCombination,
  CompiledComponent,
  ComponentContext,
  Mechanism,
  Report,
  ScoreRange,
} from './mechanism.ts';
import { ratedItems } from './rated-items.ts';
import { ratedLines } from './rated-lines.ts';
import { rating } from './rating.ts';
import { presence } from './presence.ts';
import { score } from './score.ts';
import { serviceStandard } from './service-standard.ts';
import type { CombinationSettings, ComponentSettings } from './settings.ts';
import { survey } from './survey.ts';
import { teamContribution } from './team-contribution.ts';
import { compileWeightedMean } from './weighted-mean.ts';

/** A mechanism with the settings of one component. */
export type BoundMechanism = {
  readonly yields: 'level' | 'score' | 'fact';
  readonly givenBy: Voice | undefined;
  readonly mayNotApply: boolean;
  readonly scale: string | undefined;
  readonly range: (context: CheckContext) => ScoreRange;
  readonly check: (context: CheckContext, report: Report) => void;
  readonly compile: (context: ComponentContext) => CompiledComponent;
};

const PERCENT: ScoreRange = { from: 0, to: 1_000_000 };

function bind<Settings>(mechanism: Mechanism<Settings>, settings: Settings): BoundMechanism {
  return {
    yields: mechanism.yields,
    givenBy: mechanism.givenBy,
    mayNotApply: mechanism.mayNotApply?.(settings) ?? false,
    scale: mechanism.scale?.(settings),
    range: (context) => mechanism.range?.(settings, context) ?? PERCENT,
    check: (context, report) => mechanism.check?.(settings, context, report),
    compile: (context) => mechanism.compile(settings, context),
  };
}

/** The mechanism of a component. One case each. */
export function componentMechanism(settings: ComponentSettings): BoundMechanism {
  switch (settings.mechanism) {
    case 'rating':
      return bind(rating, settings);
    case 'rated-lines':
      return bind(ratedLines, settings);
    case 'score':
      return bind(score, settings);
    case 'fact':
      return bind(fact, settings);
    case 'rated-items':
      return bind(ratedItems, settings);
    case 'team-contribution':
      return bind(teamContribution, settings);
    case 'presence':
      return bind(presence, settings);
    case 'service-standard':
      return bind(serviceStandard, settings);
    case 'survey':
      return bind(survey, settings);
    case 'innovation':
      return bind(innovation, settings);
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
