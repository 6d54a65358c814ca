/**
 * Many-facet Rasch model: ability, severity and difficulty on one scale from ordered categories.
 *
 * Model: ln P(k)/P(k−1) = ratee − rater − item − τ_k. Ratees and items are centred, thresholds sum to 0, raters float.
 * `map` adds normal priors, `jml` has none; `calibratePanel` integrates the ratees out. Assumptions: one dimension; given the measures all ratings are independent
 * (items of one form are not: halo makes errors too small, so use one rating a form for intervals); every rater uses
 * the categories alike. Minimum: two ratings in two categories with `map`; with `jml` everybody linked by chains of
 * ratings, about ten ratings in each category, and many ratings each (it is inconsistent with few).
 * It checks the linear model where the scale has few points, and calibrates a panel; it does not replace it.
 * Reference: Linacre 1994, Many-Facet Rasch Measurement, 2nd ed.; Wright & Masters 1982, Rating Scale Analysis.
 * Not to be used to correct a legal score, to rank people whose errors overlap, or to discipline a severe rater.
 */
export { type PairBias, pairBiases } from './bias.ts';
export { fitRasch } from './fit.ts';
export { calibratePanel, type Measures, type PanelFit, type PanelOptions } from './panel.ts';
export type { FacetFigures, LevelStatus, OrdinalRatings, Priors, RaschFit, RaschOptions } from './types.ts';
