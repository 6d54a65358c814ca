/** Generalizability: where differences come from, and how many raters a decision needs. */
export {
  type BalancedScores,
  balancedScores,
  type Components,
  type Effect,
  type VarianceComponent,
  varianceComponents,
} from './components.ts';
export {
  type CrossedVariances,
  type DecisionPoint,
  decisionStudy,
  dependabilityOf,
  ratersNeeded,
  type Scores,
  singleRatingReliability,
} from './decision-study.ts';
