// Runs every detector that the data allow, judges each as a family of its own, and gathers the flags.
import { centralTendency } from '../detectors/central-tendency.ts';
import type { Contrast } from '../detectors/contrasts.ts';
import { type Drift, drift } from '../detectors/drift.ts';
import { groupDifferences } from '../detectors/group-difference.ts';
import { type Halo, halo, type ItemForms } from '../detectors/halo.ts';
import type { DeletedResiduals, SeverityModel } from '../detectors/residuals.ts';
import type { Screened } from '../detectors/screening.ts';
import { type StraightLining, straightLining } from '../detectors/straight-lining.ts';
import { tiesContrast } from '../detectors/ties.ts';
import type { Figures } from './analysis.ts';
import { casesOf } from './cases.ts';
import { type Run, runDetector, type Tested } from './families.ts';
import type { Forms } from './forms.ts';
import { severityFigures, severityFlags } from './severity-flags.ts';
import type { DetectorFigure, FairnessSettings, Flag, OverallEffect } from './types.ts';

export interface DetectionData {
  readonly forms: Forms;
  readonly settings: FairnessSettings;
  /** Null where the model is not estimable. */
  readonly model: SeverityModel | null;
  readonly deleted: DeletedResiduals | null;
  readonly groups: number;
  readonly figures: Figures | null;
  readonly link: Uint8Array;
}

export interface Detection {
  readonly detectors: readonly DetectorFigure[];
  /** Strongest first. */
  readonly flags: readonly Flag[];
  readonly halo: Halo | null;
  readonly straight: StraightLining | null;
  readonly drift: Drift | null;
}

/** Every flag and the state of every detector. */
export function detect(data: DetectionData): Detection {
  const { forms, settings } = data;
  const items = itemForms(forms);
  const [haloFound, straight] = [items && halo(items), items && straightLining(items)];
  const compared = againstOthers(data);
  const hasGroups = forms.group !== undefined && data.groups > 1;
  const run = (detector: Tested, found: Screened | null, lacks: DetectorFigure['unavailable'] | false) =>
    runDetector(detector, found, lacks || 'no-model', settings);
  const runs = [
    run('central-tendency', compared.central, 'no-model'),
    run('halo', haloFound, 'no-items'),
    run('straight-lining', straight, 'no-items'),
    run('drift', compared.drifting, !forms.day && 'no-days'),
    withOverall(
      run('group-difference', joined(compared.contrasts), !hasGroups && 'no-groups'),
      compared.contrasts,
    ),
    withOverall(run('ties', compared.ties, !forms.tie && 'no-ties'), compared.ties ? [compared.ties] : []),
  ];
  const severe = severityFlags(data);
  const found = [...severe, ...runs.flatMap((each) => each.flags)];
  const cases = casesOf(data, found);
  const flags = found
    .map((flag, index) => ({ ...flag, cases: cases[index] ?? [] }))
    .sort((one, other) => strength(other, data) - strength(one, data) || one.rater - other.rater);
  return {
    detectors: [...severityFigures(data, severe), ...runs.map((each) => each.figure)],
    flags,
    halo: haloFound,
    straight,
    drift: compared.drifting,
  };
}

/** What needs the model: each rater against the others on the same people. */
function againstOthers({ forms, settings, model, deleted, groups }: DetectionData) {
  if (!model || !deleted) return { central: null, drifting: null, contrasts: [], ties: null };
  const least = settings.minimumForms;
  return {
    central: centralTendency(model, deleted, least),
    drifting: forms.day ? drift(model, deleted, forms.day, least) : null,
    contrasts: forms.group && groups > 1 ? groupDifferences(model, deleted, forms.group, groups, least) : [],
    ties: forms.tie ? tiesContrast(model, deleted, forms.tie, least) : null,
  };
}

/** Standard deviations beyond what is tolerated: one order for tests and posterior probabilities. */
function strength(flag: Flag, { figures, settings }: DetectionData): number {
  if (flag.z !== null) return Math.abs(flag.z);
  const se = figures?.severityWideSe[flag.rater] ?? 0;
  return (Math.abs(flag.effect) - settings.severityThreshold) / Math.max(se, 1e-12);
}

function itemForms({ items, ratings }: Forms): ItemForms | null {
  if (!items || items.count.every((count) => count < 2)) return null;
  return { ...items, raters: ratings.raters, rater: ratings.rater, mean: ratings.score };
}

/** The contrasts of all groups as one family of tests. */
function joined(contrasts: readonly Contrast[]): Screened | null {
  if (contrasts.length === 0) return null;
  const notTested = { 'few-forms': 0, unlinked: 0, 'no-contrast': 0 };
  for (const each of contrasts) {
    notTested['few-forms'] += each.notTested['few-forms'];
    notTested.unlinked += each.notTested.unlinked;
    notTested['no-contrast'] += each.notTested['no-contrast'];
  }
  return { candidates: contrasts.flatMap((each) => each.candidates), notTested };
}

function withOverall(run: Run, contrasts: readonly Contrast[]): Run {
  const overall = contrasts.flatMap(({ group, overall }): OverallEffect[] =>
    overall ? [{ ...(group === undefined ? {} : { group }), ...overall }] : [],
  );
  return { ...run, figure: { ...run.figure, overall } };
}
