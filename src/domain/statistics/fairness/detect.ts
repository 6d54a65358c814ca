// Runs every detector that the data allow, judges each as a family of its own, and gathers the flags.
import { centralTendency } from '../detectors/central-tendency.ts';
import type { Contrast } from '../detectors/contrasts.ts';
import { DAYS_A_YEAR, type Drift, drift } from '../detectors/drift.ts';
import { groupDifferences, UNKNOWN_GROUP } from '../detectors/group-difference.ts';
import { type Halo, halo, type ItemForms } from '../detectors/halo.ts';
import { type DeletedResiduals, deletedResiduals, type SeverityModel } from '../detectors/residuals.ts';
import type { Screened } from '../detectors/screening.ts';
import { type StraightLining, straightLining } from '../detectors/straight-lining.ts';
import { tiesContrast } from '../detectors/ties.ts';
import { withoutPatterns } from '../detectors/yardstick.ts';
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
  const run = (detector: Tested, found: Screened | null, lacks: DetectorFigure['unavailable']) =>
    runDetector(detector, found, lacks, settings);
  const drifting = driftRun(data);
  const runs = [
    run('central-tendency', centralOf(data), 'no-model'),
    run('halo', haloFound, 'no-items'),
    run('straight-lining', straight, 'no-items'),
    drifting,
    groupRun(data),
    tieRun(data),
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
    drift: drifting.found,
  };
}

function centralOf({ model, deleted, settings }: DetectionData): Screened | null {
  return model && deleted ? centralTendency(model, deleted, settings.minimumForms) : null;
}

function driftRun(data: DetectionData): Run & { readonly found: Drift | null } {
  const { model, deleted, forms, settings } = data;
  const { day } = forms;
  if (!model || !deleted || !day) {
    return { ...runDetector('drift', null, day ? 'no-model' : 'no-days', settings), found: null };
  }
  return twice(data, deleted, {
    find: (yardstick) => drift(model, yardstick, day, settings.minimumForms),
    judge: (found) => runDetector('drift', found, 'no-model', settings),
    x: (_, form) => day[form]! / DAYS_A_YEAR,
  });
}

function groupRun(data: DetectionData): Run {
  const { model, deleted, forms, groups, settings } = data;
  const { group } = forms;
  const hasGroups = group !== undefined && groups > 1;
  if (!model || !deleted || !hasGroups)
    return runDetector('group-difference', null, hasGroups ? 'no-model' : 'no-groups', settings);
  return twice(data, deleted, {
    find: (yardstick) => groupDifferences(model, yardstick, group, groups, settings.minimumForms),
    judge: (found) =>
      withOverall(runDetector('group-difference', joined(found), 'no-model', settings), found),
    x: (flag, form) => (group[form] === UNKNOWN_GROUP ? Number.NaN : group[form] === flag.group ? 1 : 0),
  });
}

function tieRun(data: DetectionData): Run {
  const { model, deleted, forms, settings } = data;
  const { tie } = forms;
  if (!model || !deleted || !tie) return runDetector('ties', null, tie ? 'no-model' : 'no-ties', settings);
  return twice(data, deleted, {
    find: (yardstick) => tiesContrast(model, yardstick, tie, settings.minimumForms),
    judge: (found) => withOverall(runDetector('ties', found, 'no-model', settings), [found]),
    x: (_, form) => tie[form]!,
  });
}

interface Twice<T> {
  readonly find: (deleted: DeletedResiduals) => T;
  readonly judge: (found: T) => Run;
  /** What the line of a flag was drawn against. */
  readonly x: (flag: Flag, form: number) => number;
}

/** Judged once, and again with what was found taken out of the yardstick of the others. */
function twice<T>(
  { model }: DetectionData,
  deleted: DeletedResiduals,
  { find, judge, x }: Twice<T>,
): Run & { readonly found: T } {
  const first = find(deleted);
  const run = judge(first);
  if (run.flags.length === 0 || !model) return { ...run, found: first };
  const patterns = run.flags.map((flag) => ({
    rater: flag.rater,
    slope: flag.effect,
    x: (form: number) => x(flag, form),
  }));
  const found = find(deletedResiduals(model, withoutPatterns(model, patterns)));
  return { ...judge(found), found };
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
