// Planted effects as a table of ratings, and what a report finds of them: for tests and measurements.
//
// Power = share of those planted that are flagged; false share = share of the flags that were not planted. Central
// raters spread their items less too, so halo counts them as planted. Severity counts every rater whose true severity is
// beyond the threshold, planted or by chance. Must not be used to promise this power on real data.
import type { PlantedBias, PlantedKind } from '../simulate-bias.ts';
import type { DetectorName, FairnessReport, RatingTable } from './types.ts';

/** Points of the scale 1 to 5 for one unit of the simulation's effects. */
const POINTS = 0.9;

/** The rows of the simulation; names are numbers. */
export function plantedTable(bias: PlantedBias): RatingTable {
  const rows = bias.ratee.length * bias.items;
  const perRow = <T extends Int32Array | Uint8Array>(into: T, of: (form: number) => number): T => {
    for (let row = 0; row < rows; row++) into[row] = of(Math.floor(row / bias.items));
    return into;
  };
  const names = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  return {
    rateeIds: names(bias.ratees),
    raterIds: names(bias.raters),
    itemIds: names(bias.items),
    ratee: perRow(new Int32Array(rows), (form) => bias.ratee[form]!),
    rater: perRow(new Int32Array(rows), (form) => bias.rater[form]!),
    item: new Int32Array(rows).map((_, row) => row % bias.items),
    score: bias.score,
    day: perRow(new Int32Array(rows), (form) => bias.day[form]!),
    group: perRow(new Uint8Array(rows), (form) => bias.group[bias.ratee[form]!]!),
    groupIds: ['0', '1'],
    tie: perRow(new Uint8Array(rows), (form) => bias.tie[form]!),
  };
}

export interface Finding {
  readonly flagged: number;
  /** Of those planted. */
  readonly power: number;
  /** Of those flagged; 0 without flags. */
  readonly falseShare: number;
}

export type Plantable = 'severity' | Exclude<DetectorName, 'severity' | 'leniency' | 'straight-lining'>;

const KINDS: Readonly<Record<Exclude<Plantable, 'severity'>, readonly PlantedKind[]>> = {
  'central-tendency': ['central'],
  halo: ['halo', 'central'],
  drift: ['drift'],
  'group-difference': ['group'],
  ties: ['favour'],
};

/** What the report found of what was planted. Severity and leniency count as one. */
export function findingsOf(
  report: Pick<FairnessReport, 'flags' | 'settings'>,
  bias: PlantedBias,
): Readonly<Record<Plantable, Finding>> {
  const raters = Array.from(bias.planted.keys());
  const flagged = (...names: readonly DetectorName[]) =>
    new Set(report.flags.filter((flag) => names.includes(flag.detector)).map((flag) => flag.rater));
  const isSevere = (rater: number) =>
    Math.abs(POINTS * bias.trueRater[rater]!) > report.settings.severityThreshold;
  const planted = (detector: Exclude<Plantable, 'severity'>) =>
    raters.filter((rater) => KINDS[detector].some((kind) => bias.planted[rater] === kind));
  const one = (detector: Exclude<Plantable, 'severity'>) => findingOf(flagged(detector), planted(detector));
  return {
    severity: findingOf(flagged('severity', 'leniency'), raters.filter(isSevere)),
    'central-tendency': one('central-tendency'),
    halo: one('halo'),
    drift: one('drift'),
    'group-difference': one('group-difference'),
    ties: one('ties'),
  };
}

function findingOf(flagged: ReadonlySet<number>, planted: readonly number[]): Finding {
  const found = planted.filter((rater) => flagged.has(rater)).length;
  return {
    flagged: flagged.size,
    power: planted.length === 0 ? 0 : found / planted.length,
    falseShare: flagged.size === 0 ? 0 : (flagged.size - found) / flagged.size,
  };
}
