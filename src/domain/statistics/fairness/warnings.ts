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
  some(
    'unlinked-raters',
    connectivity.raterLink.reduce((sum, link) => sum + (link === 0 ? 1 : 0), 0),
  );
  some('depends-on-assumption', figures?.depends.reduce((sum, value) => sum + value, 0) ?? 0);
  const uncalibrated = detection.detectors.some(
    (each) => each.tested > 0 && each.tested < MINIMUM_FOR_CALIBRATION && each.results.length > 0,
  );
  if (uncalibrated) warn('few-raters', forms.ratings.raters);
  const values = distinctValues(table.score);
  if (values !== null && values > 1) warn('few-values', values);
  if (forms.items && !forms.items.crossed) warn('items-not-crossed');
  else if (forms.items && !forms.items.equal) warn('unequal-items');
  some('repeated-items', forms.repeatedItems);
  some('repeated-forms', repeatedForms(forms));
  some('outside-scale', outside(table.score, settings.scale));
  return warnings;
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

function repeatedForms({ ratings }: Forms): number {
  const order = sortedBy(positions(ratings.ratee.length), ratings.ratee, ratings.ratees);
  const lastSeenWith = new Int32Array(ratings.raters).fill(-1);
  let repeated = 0;
  for (let k = 0; k < order.length; k++) {
    const [p, r] = [ratings.ratee[order[k]!]!, ratings.rater[order[k]!]!];
    if (lastSeenWith[r] === p) repeated++;
    lastSeenWith[r] = p;
  }
  return repeated;
}

function outside(score: Float64Array, [low, high]: readonly [number, number]): number {
  let count = 0;
  for (let k = 0; k < score.length; k++) if (score[k]! < low || score[k]! > high) count++;
  return count;
}
