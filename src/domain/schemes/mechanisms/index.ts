/**
 * One door to all mechanisms: exhaustive switches, so that a new one cannot be forgotten. A new
 * component mechanism adds its settings to the union in settings.ts and one case to
 * `componentMechanism` below; everything else asks the `BoundMechanism`.
 */
import { competencies } from './competencies.ts';
import { fact } from './fact.ts';
import { innovation } from './innovation.ts';
import { sourceComponents } from './levelled.ts';
import { compileLowestOf } from './lowest-of.ts';
import { compileMatrix } from './matrix.ts';
import type {
  BoundMechanism,
  CombinationContext,
  CompiledCombination,
  Mechanism,
  ScoreRange,
} from './mechanism.ts';
import { plannedResults } from './planned-results.ts';
import { presence } from './presence.ts';
import { ratedItems } from './rated-items.ts';
import { ratedLines } from './rated-lines.ts';
import { rating } from './rating.ts';
import { score } from './score.ts';
import { serviceStandard } from './service-standard.ts';
import type { CombinationSettings, ComponentSettings } from './settings.ts';
import { survey } from './survey.ts';
import { teamContribution } from './team-contribution.ts';
import { compileWeightedMean } from './weighted-mean.ts';

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
    case 'planned-results':
      return bind(plannedResults, settings);
    case 'rated-items':
      return bind(ratedItems, settings);
    case 'competencies':
      return bind(competencies, settings);
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
    case 'lowest-of':
      return compileLowestOf(settings, context);
  }
}

/** Names of the components that a combination uses. */
export function usesOf(settings: CombinationSettings): readonly string[] {
  switch (settings.mechanism) {
    case 'matrix':
      return [settings.rows, settings.columns].flatMap(sourceComponents);
    case 'weighted-mean':
      return [
        ...[...settings.weights, ...settings.bands].flatMap(({ when }) => Object.keys(when ?? {})),
        ...settings.weights.flatMap(({ percent }) => Object.keys(percent)),
        ...(settings.bonus ?? []).map(({ component }) => component),
      ];
    case 'lowest-of':
      return settings.of.flatMap(sourceComponents);
  }
}

/** Components that count where they have a value and may be missing while there still is a result. */
export function optionalOf(settings: CombinationSettings): readonly string[] {
  return 'optional' in settings ? (settings.optional ?? []) : [];
}

/** Components that are explained and never counted. */
export function shownOf(settings: CombinationSettings): readonly string[] {
  return settings.shown ?? [];
}

/** The categories that a combination can give. */
export function reachedBy(settings: CombinationSettings): readonly string[] {
  switch (settings.mechanism) {
    case 'matrix':
      return Object.values(settings.cells).flatMap((row) => Object.values(row));
    case 'weighted-mean':
      return settings.bands.map(({ category }) => category);
    case 'lowest-of':
      return Object.values(settings.categories);
  }
}
