/** Whether a spread of categories fits chances, caps, floors or a pattern of limits: exact tests, and what they can see. */
export {
  type Bounds,
  type CompositeOptions,
  type CompositeTest,
  compositeTest,
} from './composite.ts';
export { drawBinomial, drawMultinomial } from './draw-multinomial.ts';
export { LEAST_PEOPLE_TO_TEST, type LimitKind, leastSignificant, limitTest, powerAgainst } from './limit.ts';
export { type MultinomialOptions, type MultinomialTest, multinomialTest } from './multinomial.ts';
export {
  allowedPeople,
  type CategoryLimit,
  type LimitFigure,
  type PatternTest,
  patternTest,
} from './pattern.ts';
