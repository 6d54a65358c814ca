// What a reader must know before the first figure.
import type { Connectivity } from '../connectivity.ts';
import { MINIMUM_FOR_CALIBRATION } from '../detectors/calibration.ts';
import type { NotEstimable } from '../ratings.ts';
import type { Figures } from './analysis.ts';
import type { Detection } from './detect.ts';
import type { FittedForms } from './fit.ts';
import type { Forms } from './forms.ts';
import { positions, sortedBy } from './order.ts';
import type { FairnessSettings, FairnessWarning, FairnessWarningCode, RatingColumns } from './types.ts';

/** Scales of so few values are hardly continuous. */
const FEW_VALUES = 5;

interface Facts {
  readonly table: RatingColumns;
  readonly settings: FairnessSettings;
  readonly forms: Forms;
  readonly connectivity: Connectivity;
  readonly fitted: FittedForms | NotEstimable;
  readonly figures: Figures | null;
  readonly detection: Detection;
}

export function warningsOf(facts: Facts): readonly FairnessWarning[] {
  const { table, settings, forms, connectivity, fitted, figures, detection } = facts;
  const warnings: FairnessWarning[] = [];
  const warn = (code: FairnessWarningCode, count?: number) =>
    warnings.push(count === undefined ? { code } : { code, count });
  const some = (code: FairnessWarningCode, count: number) => count > 0 && warn(code, count);
  if (fitted.kind === 'not-estimable') warn('not-estimable');
  else {
    if (!fitted.fit.converged) warn('not-converged');
    if (fitted.fit.atBoundary.includes('rater')) warn('no-rater-variance');
    if (fitted.fit.atBoundary.includes('ratee')) warn('no-ratee-variance');
  }
  if (connectivity.components > 1) warn('subsets', connectivity.components);
  some('unlinked-raters', countOf(connectivity.raterLink, 0));
  some('depends-on-assumption', figures ? countOf(figures.depends, 1) : 0);
  const uncalibrated = detection.detectors.some(
    (each) => each.tested > 0 && each.tested < MINIMUM_FOR_CALIBRATION && each.results.length > 0,
  );
  if (uncalibrated) warn('few-raters', forms.ratings.raters);
  const values = distinctValues(table.score);
  if (values !== null && values > 1) warn('few-values', values);
  const asFixed = fitted.kind === 'estimated' && fitted.itemsAsFixed !== null;
  if (forms.items && !forms.items.crossed && !asFixed) warn('items-not-crossed');
  else if (forms.items && !forms.items.equal) warn('unequal-items');
  some('repeated-items', forms.repeatedItems);
  some('repeated-forms', repeatedForms(forms));
  some('outside-scale', outside(table.score, settings.scale));
  return warnings;
}

function countOf(values: Uint8Array, wanted: number): number {
  let count = 0;
  for (let k = 0; k < values.length; k++) if (values[k] === wanted) count++;
  return count;
}

/** Number of different scores, null above five. */
function distinctValues(score: Float64Array): number | null {
  const seen: number[] = [];
  for (let k = 0; k < score.length; k++) {
    if (seen.includes(score[k]!)) continue;
    seen.push(score[k]!);
    if (seen.length > FEW_VALUES) return null;
  }
  return seen.length;
}

function repeatedForms({ ratings: { ratee, rater, ratees, raters } }: Forms): number {
  const order = isAscending(ratee) ? undefined : sortedBy(positions(ratee.length), ratee, ratees);
  const lastSeenWith = new Int32Array(raters).fill(-1);
  let repeated = 0;
  for (let k = 0; k < ratee.length; k++) {
    const form = order ? order[k]! : k;
    const r = rater[form]!;
    if (lastSeenWith[r] === ratee[form]) repeated++;
    lastSeenWith[r] = ratee[form]!;
  }
  return repeated;
}

function isAscending(values: Int32Array): boolean {
  for (let k = 1; k < values.length; k++) if (values[k]! < values[k - 1]!) return false;
  return true;
}

function outside(score: Float64Array, [low, high]: readonly [number, number]): number {
  let count = 0;
  for (let k = 0; k < score.length; k++) if (score[k]! < low || score[k]! > high) count++;
  return count;
}
