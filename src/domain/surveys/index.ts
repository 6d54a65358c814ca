/** Public satisfaction surveys: questions, figures with their interval, what looks unusual, what may be shown. Pure. */
export { type Group, safeGroups } from './breakdown.ts';
export {
  type Answer,
  ELEMENTS,
  EXTRA_ANSWERS,
  patternOf,
  QUALITY_BANDS,
  type QualityBand,
  qualityOf,
  readAnswer,
  type SurveyQuestion,
} from './elements.ts';
export {
  citizenComponents,
  type Misfit,
  type SurveyComponent,
  type SurveyEvidence,
  surveyEvidence,
} from './evidence.ts';
export {
  addTallies,
  answersIn,
  type ElementFigure,
  figuresOf,
  type Interval,
  type SurveyFigures,
  type Tally,
} from './figures.ts';
export { burstOf, copiesOf, type Flag, isOneStep, type Minute, oneStepOf, tokenRunOf } from './flags.ts';
export { type ClosedDay, type PlannedBatch, planBatches } from './release.ts';
