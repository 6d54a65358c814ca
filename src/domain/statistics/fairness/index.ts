/** Fairness of ratings: severity, connectivity, detectors, reliability, in one report. */
export { analyseRatings, type FairnessAnalysis } from './analysis.ts';
export { columnsOf, fairnessReport, flagsByRater, linkOf, modelOf } from './report.ts';
export { FAIRNESS_DEFAULTS, settingsForScale } from './settings.ts';
export type * from './types.ts';
