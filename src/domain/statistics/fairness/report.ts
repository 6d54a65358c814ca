// The report as plain figures, one object per rater and person: for pages, papers and storage. The command line reads
// the columns of analysis.ts instead, because two million objects do not fit in its memory.

import { analyseRatings, type FairnessAnalysis, type Figures } from './analysis.ts';
import { scaleUseOf } from './scale-use.ts';
import type {
  ConnectivityFigure,
  DetectorName,
  DriftFigure,
  FairnessReport,
  FairnessSettings,
  FittedModel,
  HaloFigure,
  Interval,
  Link,
  RateeFigure,
  RaterFigure,
  RatingColumns,
  RatingTable,
} from './types.ts';

const Z95 = 1.959963984540054;
const LINKS: readonly Link[] = ['unlinked', 'weak', 'linked'];
const MOST_SUBSETS = 200;

/** Everything that can honestly be said of a table of ratings. `onProgress` hears 0 … 1. */
export function fairnessReport(
  table: RatingTable,
  settings: FairnessSettings,
  onProgress?: (done: number) => void,
): FairnessReport {
  const columns = columnsOf(table);
  const analysis = analyseRatings(columns, settings, onProgress);
  return {
    counts: analysis.counts,
    settings,
    model: modelOf(analysis),
    raters: ratersOf(analysis, columns),
    ratees: rateesOf(analysis),
    reliability: analysis.reliability,
    flags: analysis.detection.flags,
    detectors: analysis.detection.detectors,
    connectivity: connectivityOf(analysis),
    warnings: analysis.warnings,
  };
}

/** The table without its names. */
export function columnsOf(table: RatingTable): RatingColumns {
  return {
    ...table,
    ratees: table.rateeIds.length,
    raters: table.raterIds.length,
    items: table.itemIds.length,
    groups: table.groupIds?.length ?? 0,
  };
}

/** The model in words of the report. */
export function modelOf({ fitted, forms }: FairnessAnalysis): FairnessReport['model'] {
  if (fitted.kind === 'not-estimable') return fitted;
  const { fit, itemsAsFixed } = fitted;
  const { items } = forms;
  const isAbsorbed = (factor: 'ratee' | 'rater') => fit.absorbed.includes(factor);
  const model: FittedModel = {
    kind: 'estimated',
    name: 'crossed',
    method: fit.method,
    converged: fit.converged,
    iterations: fit.iterations,
    intercept: fit.level,
    fixed: fit.fixed.filter((each) => each.name.startsWith('role:')),
    variance: {
      ratee: fit.variance.ratee,
      rater: fit.variance.rater,
      item: itemsAsFixed ? itemsAsFixed.variance : items?.crossed ? items.variance.item : null,
      residual: fit.variance.residual,
      within: items?.crossed ? items.variance.within : null,
    },
    varianceSe: {
      ratee: isAbsorbed('ratee') ? null : fit.varianceSe.ratee,
      rater: isAbsorbed('rater') ? null : fit.varianceSe.rater,
      residual: fit.varianceSe.residual,
    },
    atBoundary: fit.atBoundary,
    itemEffects: [...(itemsAsFixed?.effects ?? items?.effects ?? [])],
  };
  return model;
}

/** The link of each rater in words. */
export function linkOf(analysis: FairnessAnalysis, rater: number): Link {
  return LINKS[analysis.connectivity.raterLink[rater]!] ?? 'unlinked';
}

function interval(value: number, se: number): Interval {
  return [value - Z95 * se, value + Z95 * se];
}

/** Detectors that named each rater. */
export function flagsByRater(analysis: FairnessAnalysis): ReadonlyMap<number, readonly DetectorName[]> {
  const flags = new Map<number, DetectorName[]>();
  for (const { rater, detector } of analysis.detection.flags) {
    const own = flags.get(rater);
    if (!own) flags.set(rater, [detector]);
    else if (!own.includes(detector)) own.push(detector);
  }
  return flags;
}

function ratersOf(analysis: FairnessAnalysis, table: RatingColumns): RaterFigure[] {
  const { figures, rater: tally, connectivity, settings } = analysis;
  const use = scaleUseOf(table, settings.scale);
  const flags = flagsByRater(analysis);
  return Array.from(tally.forms, (n, rater) => ({
    rater,
    n,
    severity: figures ? figures.severity[rater]! : null,
    se: figures ? figures.severitySe[rater]! : null,
    interval: figures ? interval(figures.severity[rater]!, figures.severityWideSe[rater]!) : null,
    severityWithin: figures ? figures.severityWithin[rater]! : null,
    probabilitySevere: figures ? figures.judged.probabilitySevere[rater]! : null,
    probabilityLenient: figures ? figures.judged.probabilityLenient[rater]! : null,
    subset: connectivity.raterComponent[rater]!,
    link: linkOf(analysis, rater),
    rawMean: n > 0 ? tally.rawMean[rater]! : null,
    use: use[rater] ?? null,
    halo: haloOf(analysis, rater),
    drift: driftOf(analysis, rater),
    flags: flags.get(rater) ?? [],
  }));
}

function haloOf({ detection: { halo, straight } }: FairnessAnalysis, rater: number): HaloFigure | null {
  if (!halo || !straight || halo.n[rater] === 0) return null;
  return {
    n: halo.n[rater]!,
    observed: halo.observed[rater]!,
    expected: halo.expected[rater]!,
    straight: straight.observed[rater]!,
    straightExpected: straight.expected[rater]!,
  };
}

function driftOf({ detection: { drift } }: FairnessAnalysis, rater: number): DriftFigure | null {
  if (!drift || !(drift.lines.se[rater]! > 0)) return null;
  return { n: drift.lines.n[rater]!, perYear: drift.lines.slope[rater]!, se: drift.lines.se[rater]! };
}

function rateesOf({ figures, ratee: tally, connectivity }: FairnessAnalysis): RateeFigure[] {
  return Array.from(tally.forms, (n, ratee) => ({
    ratee,
    n,
    raw: n > 0 ? tally.rawMean[ratee]! : null,
    ...fairOf(figures, ratee),
    subset: connectivity.rateeComponent[ratee]!,
  }));
}

function fairOf(figures: Figures | null, ratee: number) {
  if (!figures)
    return {
      fair: null,
      se: null,
      interval: null,
      severityShare: null,
      fairWithin: null,
      dependsOnAssumption: false,
    };
  return {
    fair: figures.fair[ratee]!,
    se: figures.fairSe[ratee]!,
    interval: interval(figures.fair[ratee]!, figures.fairWideSe[ratee]!),
    severityShare: figures.severityShare[ratee]!,
    fairWithin: figures.fairWithin[ratee]!,
    dependsOnAssumption: figures.depends[ratee] === 1,
  };
}

/** Subsets, links and the nodes that hold them together. */
function connectivityOf({ connectivity, forms, figures, counts }: FairnessAnalysis): ConnectivityFigure {
  const listed = Math.min(counts.subsets, MOST_SUBSETS);
  const subsets = Array.from({ length: listed }, () => ({ ratees: 0, raters: 0, forms: 0, mean: 0 }));
  for (const subset of connectivity.rateeComponent) if (subset < listed) subsets[subset]!.ratees++;
  for (const subset of connectivity.raterComponent) if (subset < listed) subsets[subset]!.raters++;
  const { rater, score } = forms.ratings;
  for (let k = 0; k < rater.length; k++) {
    const own = subsets[connectivity.raterComponent[rater[k]!]!];
    if (!own) continue;
    own.forms++;
    own.mean += (score[k]! - own.mean) / own.forms;
  }
  const links: Record<Link, number> = { linked: 0, weak: 0, unlinked: 0 };
  for (const link of connectivity.raterLink) links[LINKS[link] ?? 'unlinked']++;
  const marked = (marks: Uint8Array) => [...marks.keys()].filter((index) => marks[index] === 1);
  return {
    subsets,
    links,
    articulation: {
      ratees: marked(connectivity.articulation.ratees),
      raters: marked(connectivity.articulation.raters),
    },
    rank: connectivity.rank,
    dependsOnAssumption: figures?.depends.reduce((sum, value) => sum + value, 0) ?? 0,
  };
}
