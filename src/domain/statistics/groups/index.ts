/** Differences between groups of people, with intervals that hold for appraisers who rate many. */
export { type Coefficient, clusterRobust, type LinearProblem, MINIMUM_DEGREES } from './cluster-robust.ts';
export {
  compareGroups,
  type Gap,
  type Grade,
  type GroupComparison,
  type GroupFinding,
  type GroupProblem,
  type SharePair,
} from './compare.ts';
export { newcombe, type ShareDifference, wilson } from './shares.ts';
