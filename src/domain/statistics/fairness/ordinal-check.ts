/**
 * A second opinion on severity: do raters stand in the same order when scores are taken as ordered levels?
 *
 * Model: the linear model takes the distance between levels as equal; the many-facet Rasch model (MAP) does not. Both
 * put raters in an order, compared by Spearman's rank correlation over raters whose people others rated too.
 * Assumptions: those of `rasch/`; items that share one set of levels, at most nine of them, enter together.
 * Minimum: five such raters. Reference: Linacre 1994, Many-Facet Rasch Measurement; Spearman 1904.
 * Not to be used to choose the model whose order one likes better: where the two disagree, severities are doubtful.
 */
import { midranks } from '../agreement/index.ts';
import { fitRasch } from '../rasch/index.ts';
import type { FairnessReport, RatingTable } from './types.ts';

export type OrdinalCheck =
  | {
      readonly kind: 'estimated';
      /** Raters compared. */
      readonly raters: number;
      /** Ratings of single items behind it. */
      readonly ratings: number;
      /** Rank correlation of the two orders, −1 … 1. */
      readonly agreement: number;
      /** Raters named severe or lenient whom the ordinal model puts on the other side of the middle. */
      readonly contradicted: number;
    }
  | {
      readonly kind: 'not-checked';
      /** No severities; scores of too many values; fewer than five comparable raters; the second model did not settle. */
      readonly reason: 'no-model' | 'many-levels' | 'few-raters' | 'no-convergence';
    };

const MOST_LEVELS = 9;
const LEAST_RATERS = 5;

export function ordinalCheck(table: RatingTable, report: FairnessReport): OrdinalCheck {
  if (report.model.kind !== 'estimated') return { kind: 'not-checked', reason: 'no-model' };
  const comparable = report.raters.filter(({ severity, link }) => severity !== null && link !== 'unlinked');
  if (comparable.length < LEAST_RATERS) return { kind: 'not-checked', reason: 'few-raters' };
  const rows = rowsOfOneScale(table);
  if (!rows) return { kind: 'not-checked', reason: 'many-levels' };
  const fit = fitRasch({
    ratees: table.rateeIds.length,
    raters: table.raterIds.length,
    items: Math.max(1, table.itemIds.length),
    ...rows,
  });
  if (fit.kind !== 'estimated' || !fit.converged) return { kind: 'not-checked', reason: 'no-convergence' };
  const rated = comparable.filter(({ rater }) => (fit.rater.count[rater] ?? 0) > 0);
  if (rated.length < LEAST_RATERS) return { kind: 'not-checked', reason: 'few-raters' };
  const linear = rated.map(({ severity }) => severity ?? 0);
  const ordinal = rated.map(({ rater }) => fit.rater.measure[rater] ?? 0);
  const middle = medianOf(ordinal);
  const contradicted = rated.filter(({ flags, rater }) => {
    const side = (fit.rater.measure[rater] ?? 0) - middle;
    return (flags.includes('severity') && side < 0) || (flags.includes('leniency') && side > 0);
  }).length;
  return {
    kind: 'estimated',
    raters: rated.length,
    ratings: fit.ratings,
    agreement: correlation(midranks(linear).ranks, midranks(ordinal).ranks),
    contradicted,
  };
}

/** Rows of the items that share the commonest set of levels; undefined where every set has too many. */
function rowsOfOneScale({ ratee, rater, item, score }: RatingTable) {
  const levels = new Map<number, Set<number>>();
  for (const [row, value] of score.entries()) {
    const own = levels.get(item?.[row] ?? 0) ?? new Set();
    levels.set(item?.[row] ?? 0, own.add(value));
  }
  const usable = [...levels].filter(([, own]) => own.size <= MOST_LEVELS);
  const fullest = usable.toSorted(([, a], [, b]) => b.size - a.size)[0]?.[1];
  if (!fullest) return undefined;
  const scale = [...fullest].sort((a, b) => a - b);
  const places = new Map(scale.map((value, place) => [value, place]));
  const kept = new Set(
    usable.filter(([, own]) => [...own].every((value) => places.has(value))).map(([index]) => index),
  );
  const rows = Array.from(score.keys()).filter((row) => kept.has(item?.[row] ?? 0));
  const column = (of: (row: number) => number | undefined) => Int32Array.from(rows, (row) => of(row) ?? 0);
  return {
    ratee: column((row) => ratee[row]),
    rater: column((row) => rater[row]),
    item: column((row) => item?.[row]),
    category: column((row) => places.get(score[row] ?? 0)),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, one] of x.entries()) {
    const [a, b] = [one - mean, (y[index] ?? 0) - mean];
    xy += a * b;
    xx += a * a;
    yy += b * b;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
