// The crossed model of forms: roles (and items, where each form holds one) as the fixed part, forms with fewer items
// weighing less. What the model is, assumes and needs stands in ../crossed/index.ts.
//
// Weights: the residual of a form is what this rater sees in this person (σ²d) and the mean of its items' own
// variation (σ²w / items). σ²w comes from within the forms; a first fit tells σ²d; the second uses weight ∝ 1/(σ²d +
// σ²w / items), 1 for a form of usual length.
import { type CrossedFit, type FixedColumn, fitCrossed } from '../crossed/index.ts';
import type { NotEstimable, Ratings } from '../ratings.ts';
import type { Forms } from './forms.ts';

/** Items as fixed columns only while they and the forms stay small. */
const MOST_ITEM_COLUMNS = 60;
const MOST_ITEM_CELLS = 60_000_000;

export interface FittedForms {
  readonly kind: 'estimated';
  readonly fit: CrossedFit;
  /** With the weights of the fit. */
  readonly ratings: Ratings;
  /** Score less the fixed part. */
  readonly centred: Float64Array;
  /** Difficulty of items where they are part of the fixed part. */
  readonly itemsAsFixed: { readonly effects: Float64Array; readonly variance: number } | null;
}

export interface FitOptions {
  readonly roleIds: readonly string[];
  readonly items: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/** Fits the forms, twice where they hold different numbers of items. */
export function fitForms(forms: Forms, options: FitOptions): FittedForms | NotEstimable {
  const roles = roleColumns(forms, options.roleIds);
  const itemColumns = singleItemColumns(forms, options);
  const fixed = [...roles, ...itemColumns];
  const isUnequal = forms.items !== undefined && !forms.items.equal && forms.items.variance.within > 0;
  const fitOptions = { fixed, seed: options.seed };
  const share = isUnequal ? 0.5 : 1;
  const report = (from: number) => (done: number) => options.onProgress?.(from + share * done);
  let ratings = forms.ratings;
  let fit = fitCrossed(ratings, { ...fitOptions, standardErrors: !isUnequal, onProgress: report(0) });
  if (isUnequal && fit.kind === 'estimated') {
    ratings = weighted(forms, fit.variance.residual);
    fit = fitCrossed(ratings, { ...fitOptions, onProgress: report(share) });
  }
  if (fit.kind === 'not-estimable') return fit;
  const centred = centredScores(ratings, fixed, fit);
  return {
    kind: 'estimated',
    fit,
    ratings,
    centred,
    itemsAsFixed: itemColumns.length > 0 ? fixedItems(fit, roles.length) : null,
  };
}

/** 0/1 columns of every role but the first. */
function roleColumns(forms: Forms, roleIds: readonly string[]): FixedColumn[] {
  const { role } = forms;
  if (!role) return [];
  return roleIds.slice(1).map((name, index) => ({
    name: `role:${name}`,
    values: Float64Array.from(role, (value) => (value === index + 1 ? 1 : 0)),
  }));
}

/** Where each form is a single item, items differ between forms only, and belong to the model of the forms. */
function singleItemColumns(forms: Forms, { items }: FitOptions): FixedColumn[] {
  const itemOfForm = forms.items?.single;
  const size = items * forms.ratings.score.length;
  if (!itemOfForm || items < 2 || items > MOST_ITEM_COLUMNS || size > MOST_ITEM_CELLS) return [];
  return Array.from({ length: items - 1 }, (_, index) => ({
    name: `item:${index + 1}`,
    values: Float64Array.from(itemOfForm, (value) => (value === index + 1 ? 1 : 0)),
  }));
}

function weighted(forms: Forms, residual: number): Ratings {
  const items = forms.items;
  if (!items) return forms.ratings;
  let inverse = 0;
  for (let k = 0; k < items.count.length; k++) inverse += 1 / items.count[k]!;
  const own = items.variance.within;
  const usual = inverse / items.count.length;
  const dyad = Math.max(0, residual - own * usual);
  const given = forms.ratings.weight;
  const weight = new Float64Array(items.count.length);
  for (let k = 0; k < weight.length; k++)
    weight[k] = ((given ? given[k]! : 1) * (dyad + own * usual)) / (dyad + own / items.count[k]!);
  return { ...forms.ratings, weight };
}

function centredScores(ratings: Ratings, fixed: readonly FixedColumn[], fit: CrossedFit): Float64Array {
  const intercept = fit.fixed[0]?.value ?? 0;
  const centred = new Float64Array(ratings.score.length);
  for (let k = 0; k < centred.length; k++) centred[k] = ratings.score[k]! - intercept;
  for (const column of fixed) {
    const slope = fit.fixed.find((each) => each.name === column.name)?.value ?? 0;
    if (slope !== 0) for (let k = 0; k < centred.length; k++) centred[k]! -= slope * column.values[k]!;
  }
  return centred;
}

/** Effects about their mean, and their variance freed of the error of estimation. */
function fixedItems(fit: CrossedFit, roles: number): { effects: Float64Array; variance: number } {
  const estimates = fit.fixed.slice(1 + roles);
  const effects = Float64Array.of(0, ...estimates.map((each) => each.value));
  const mean = effects.reduce((sum, value) => sum + value, 0) / effects.length;
  let [squares, errors] = [0, 0];
  for (let i = 0; i < effects.length; i++) {
    effects[i]! -= mean;
    squares += effects[i]! ** 2;
  }
  for (const each of estimates) errors += each.se ** 2;
  // A contrast with the first item carries the error of two.
  const error = errors / Math.max(1, estimates.length) / 2;
  return { effects, variance: Math.max(0, squares / Math.max(1, effects.length - 1) - error) };
}
