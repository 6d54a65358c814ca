/** The settings of every mechanism, by name. A new mechanism adds its line here and in index.ts. */
import { z } from 'zod';
import { competenciesSettings } from './competencies.ts';
import { factSettings } from './fact.ts';
import { innovationSettings } from './innovation.ts';
import { lowestOfSettings } from './lowest-of.ts';
import { matrixSettings } from './matrix.ts';
import { plannedResultsSettings } from './planned-results.ts';
import { presenceSettings } from './presence.ts';
import { ratedItemsSettings } from './rated-items.ts';
import { ratedLinesSettings } from './rated-lines.ts';
import { ratingSettings } from './rating.ts';
import { scoreSettings } from './score.ts';
import { serviceStandardSettings } from './service-standard.ts';
import { surveySettings } from './survey.ts';
import { teamContributionSettings } from './team-contribution.ts';
import { weightedMeanSettings } from './weighted-mean.ts';

export const componentSettings = z.discriminatedUnion('mechanism', [
  ratedLinesSettings,
  ratingSettings,
  scoreSettings,
  factSettings,
  plannedResultsSettings,
  ratedItemsSettings,
  competenciesSettings,
  teamContributionSettings,
  presenceSettings,
  serviceStandardSettings,
  surveySettings,
  innovationSettings,
]);
export type ComponentSettings = z.infer<typeof componentSettings>;

export const combinationSettings = z.discriminatedUnion('mechanism', [
  matrixSettings,
  weightedMeanSettings,
  lowestOfSettings,
]);
export type CombinationSettings = z.infer<typeof combinationSettings>;
