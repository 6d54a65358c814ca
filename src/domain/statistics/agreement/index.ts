/** How far raters agree. Each file says what its coefficient means and what it must not be used for. */
export { type CategoryKappa, type FleissKappa, fleissKappa } from './fleiss-kappa.ts';
export {
  type IccEstimate,
  type IccForm,
  type IntraclassCorrelations,
  intraclassCorrelations,
} from './icc.ts';
export { type CountTable, cohenKappa, type Kappa, type KappaWeights, tableOfPairs } from './kappa.ts';
export { type KendallW, kendallW } from './kendall-w.ts';
export {
  type AlphaOptions,
  alphaOfUnits,
  type KrippendorffAlpha,
  krippendorffAlpha,
  type MeasurementLevel,
} from './krippendorff.ts';
export { midranks, type Ranking } from './ranks.ts';
