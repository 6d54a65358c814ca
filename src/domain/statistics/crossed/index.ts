// Who is lenient, who is strict, and how good is everybody once that is taken into account.
//
// Model: score = fixed part + ratee + rater + error; ratees, raters and errors normal and independent with one variance
// each (error variance divided by the weight of the rating). The variances are estimated by restricted maximum likelihood
// (REML), ratees and raters by their posterior means (BLUP), which shrink towards the average where there is little to
// go by. Positive rater = lenient.
// Assumptions: raters and ratees are drawn from one population each. Between groups that no rating links this alone, not
// evidence, decides how much of a difference is called severity (see ../connectivity.ts).
// Minimum: at least three ratings, and a design that tells the parts apart; otherwise the answer says why not.
// Method: the larger factor is eliminated exactly; average-information REML (Gilmour, Thompson & Cullis 1995) from
// moment estimates (Gao & Owen 2017); conjugate gradients for the equations. Traces exactly, by inverting each connected
// component, while that is cheap; otherwise by a few random vectors (Hutchinson 1990; Matilainen et al. 2013), with fixed
// seed. Time and memory are linear in the number of ratings.
// Not to be used for: changing a score by itself; ranking people whose intervals overlap or whom nothing links.
export { type Contrast, type ContrastEstimate, contrastsOf } from './contrast.ts';
export { fitCrossed } from './fit.ts';
export type {
  CrossedFit,
  CrossedOptions,
  Factor,
  FixedColumn,
  FixedEstimate,
  VarianceParts,
} from './types.ts';
