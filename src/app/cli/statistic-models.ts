/** The models of `tera statistic` that take one rating a row: many-facet Rasch, generalizability. */

import {
  balancedScores,
  decisionStudy,
  ratersNeeded,
  varianceComponents,
} from '#domain/statistics/generalizability/index.ts';
import { adjustBenjaminiHochberg } from '#domain/statistics/multiple-testing.ts';
import {
  calibratePanel,
  type FacetFigures,
  fitRasch,
  type Measures,
  type PairBias,
  type PanelFit,
  type Priors,
  pairBiases,
  type RaschFit,
} from '#domain/statistics/rasch/index.ts';
import type { NotEstimable } from '#domain/statistics/ratings.ts';
import { type Grid, problem, Refused } from './statistic-file.ts';
import { type Levels, type LongTable, longTable, type Role, WHOLE_NUMBERS } from './statistic-long.ts';

type Columns = Partial<Record<Role, string>>;

export interface RaschWanted {
  readonly method: 'map' | 'jml' | 'mml';
  readonly priors: Priors | 'estimated' | undefined;
  /** Whether every pair of rater and ratee is looked at too. */
  readonly pairs: boolean;
}

export function raschFigures(grid: Grid, columns: Columns, wanted: RaschWanted) {
  const table = longTable(grid, columns, WHOLE_NUMBERS);
  const ratings = {
    ratees: table.ratee.ids.length,
    raters: table.rater.ids.length,
    ratee: table.ratee.places,
    rater: table.rater.places,
    ...(table.item && { items: table.item.ids.length, item: table.item.places }),
    category: table.score,
  };
  const { method, priors } = wanted;
  if (method === 'mml') return panelFigures(table, calibratePanel(ratings));
  const fit = fitRasch(ratings, { method, ...(priors && { priors }), tolerance: 1e-9 });
  if (fit.kind !== 'estimated') return fit;
  return {
    kind: fit.kind,
    method,
    converged: fit.converged,
    iterations: fit.iterations,
    ratings: fit.ratings,
    logLikelihood: fit.logLikelihood,
    residuals: fit.residuals,
    priors: fit.priors ?? null,
    thresholds: [...fit.thresholds].map((measure, step) => ({
      from: fit.categories[step],
      to: fit.categories[step + 1],
      measure,
      se: fit.thresholdSe[step],
    })),
    ratees: facetList(table.ratee, fit.ratee),
    raters: facetList(table.rater, fit.rater),
    ...(table.item && fit.item && { items: facetList(table.item, fit.item) }),
    reliability: reliabilityOf(fit),
    ...(wanted.pairs && { pairs: pairList(table, pairBiases(ratings, fit)) }),
  };
}

function panelFigures(table: LongTable, fit: PanelFit | NotEstimable) {
  if (fit.kind !== 'estimated') return fit;
  const list = ({ ids }: Levels, { measure, se }: Measures) =>
    ids.map((id, at) => ({ id, measure: measure[at], se: se?.[at] ?? null }));
  return {
    kind: fit.kind,
    method: 'mml',
    ratings: fit.ratings,
    logLikelihood: fit.logLikelihood,
    deviation: fit.deviation,
    deviationSe: fit.deviationSe ?? null,
    thresholds: [...fit.threshold.measure].map((measure, step) => ({
      from: fit.categories[step],
      to: fit.categories[step + 1],
      measure,
      se: fit.threshold.se?.[step] ?? null,
    })),
    ratees: list(table.ratee, fit.ratee),
    raters: list(table.rater, fit.rater),
    ...(table.item && fit.item && { items: list(table.item, fit.item) }),
    reliability: { ratee: { reliability: fit.reliability } },
  };
}

function facetList({ ids }: Levels, figures: FacetFigures) {
  const { measure, se, seFull, count, score, infit, infitZ, outfit, outfitZ, status } = figures;
  return ids.map((id, at) => ({
    id,
    status: status === 'estimated' ? status : status[at],
    count: count[at],
    score: score[at],
    measure: measure[at],
    se: se[at],
    ...(seFull && { seFull: seFull[at] }),
    infit: infit[at],
    infitZ: infitZ[at],
    outfit: outfit[at],
    outfitZ: outfitZ[at],
  }));
}

function reliabilityOf({ ratee, rater, item }: RaschFit) {
  const of = ({ separation, reliability }: FacetFigures) => ({ separation, reliability });
  return { ratee: of(ratee), rater: of(rater), ...(item && { item: of(item) }) };
}

/** The pairs with the most evidence first, with the false discovery rate at which each would be one to look at. */
function pairList(table: LongTable, pairs: readonly PairBias[]) {
  const tested = pairs.filter(({ p }) => p !== undefined);
  const adjusted = adjustBenjaminiHochberg(tested.map(({ p = 1 }) => p));
  const q = new Map(tested.map((pair, at) => [pair, adjusted[at]]));
  return pairs
    .toSorted((one, other) => (one.p ?? 2) - (other.p ?? 2))
    .map((pair) => ({
      ...pair,
      rater: table.rater.ids[pair.rater],
      ratee: table.ratee.ids[pair.ratee],
      ...(q.has(pair) && { q: q.get(pair) }),
    }));
}

export interface StudyWanted {
  readonly raters: readonly number[];
  readonly items: readonly number[] | undefined;
}

const TARGETS = [0.7, 0.8, 0.9] as const;

export function generalizabilityFigures(grid: Grid, columns: Columns, wanted: StudyWanted) {
  const table = longTable(grid, columns);
  const { ratee, rater, item, score } = table;
  const study = balancedScores({
    person: ratee.places,
    rater: rater.places,
    ...(item && { item: item.places }),
    score,
  });
  if (!study) throw new Refused([unbalanced(grid, table)]);
  const result = varianceComponents(study);
  if (result.kind !== 'estimated') return result;
  const total = result.components.reduce((sum, { used }) => sum + used, 0);
  const items = wanted.items ?? (result.design === 'p×r' ? [1] : [1, item?.ids.length ?? 1]);
  return {
    ...result,
    components: result.components.map((each) => ({ ...each, share: total > 0 ? each.used / total : null })),
    decisionStudy: decisionStudy(result, wanted.raters, items),
    ...(result.design === 'p×r' && { ratersNeeded: neededFor(result.components) }),
  };
}

/** When each person has raters of their own. */
function neededFor(components: readonly { readonly effect: string; readonly used: number }[]) {
  const used = (effect: string) => components.find((each) => each.effect === effect)?.used ?? 0;
  const variances = { ratee: used('p'), rater: used('r'), residual: used('pr') };
  return TARGETS.map((dependability) => ({
    dependability,
    raters: countOrReason(ratersNeeded(variances, dependability)),
  }));
}

function countOrReason(needed: number | NotEstimable): number | string {
  return typeof needed === 'number' ? needed : needed.reason;
}

/** The first row that stands for a cell a second time; else that cells are missing. */
function unbalanced(grid: Grid, { ratee, rater, item, lines }: LongTable) {
  const seen = new Set<string>();
  for (const [row, line] of lines.entries()) {
    const cell = `${ratee.places[row]} ${rater.places[row]} ${item?.places[row]}`;
    if (seen.has(cell)) return problem(grid.file, line, 1, '', TWICE);
    seen.add(cell);
  }
  return problem(grid.file, 1, 1, '', INCOMPLETE);
}

const REMEDY = {
  id: 'lengkapi datanya, atau pakai tera fairness untuk data yang tidak seimbang',
  en: 'complete the data, or use tera fairness for data that are not balanced',
};
const TWICE = {
  what: {
    id: 'penilaian ini sudah ada di baris sebelumnya',
    en: 'this rating stands in an earlier row already',
  },
  remedy: REMEDY,
};
const INCOMPLETE = {
  what: {
    id: 'tidak semua orang dinilai oleh semua penilai pada semua butir',
    en: 'not everybody is rated by every rater on every item',
  },
  remedy: REMEDY,
};
