// How groups of people were rated: each group against everybody else, as it stands and after allowing for what else
// differs between them.
//
// Model: score of a person = group + controls (kind and level of the post, unit) + error, errors dependent among people
// of the same appraiser; see cluster-robust.ts. The standardised difference divides by the standard deviation within
// groups. Shares of grades by shares.ts.
// Assumptions: controls act additively; what is not in them is not allowed for; a control may itself be the result of
// unequal treatment (who is given which post).
// Minimum sample: groups below `leastPeople` are hidden with as many others as keep them from being worked out; shares
// with fewer than `leastCount` people in a cell likewise (suppression.ts).
// References: Cohen, Statistical Power Analysis (1988) for d; Gelman & Hill (2007), ch. 9, on what adjusting can say.
// Not to be used as proof of unequal treatment, nor of its absence, nor on single people or appraisers.
import { studentQuantile, studentUpper } from '../special.ts';
import { suppress, suppressTable } from '../suppression.ts';
import { type Coefficient, clusterRobust } from './cluster-robust.ts';
import { newcombe } from './shares.ts';

/** 0 = below expectation, 1 = as expected, 2 = the best grade. */
export type Grade = 0 | 1 | 2;

export interface GroupProblem {
  /** One row a person. */
  readonly score: Float64Array;
  readonly grade: readonly Grade[];
  /** 0 … groups − 1, or −1 where it is not known: such people are left out. */
  readonly group: Int32Array;
  readonly groups: number;
  /** 0/1 columns. */
  readonly controls: readonly Float64Array[];
  readonly cluster: Int32Array;
  readonly clusters: number;
  readonly leastPeople: number;
  readonly leastCount: number;
}

export interface Gap {
  /** Group less everybody else, in points. */
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly degrees: number;
  readonly p: number;
}

export interface SharePair {
  /** 0 to 1. */
  readonly group: number;
  readonly others: number;
  readonly difference: number;
  readonly interval: readonly [number, number];
}

export interface GroupFinding {
  readonly group: number;
  readonly people: number;
  /** Null where too few appraisers tell of it. */
  readonly raw: Gap | null;
  /** Null also where group and controls cannot be told apart. */
  readonly adjusted: Gap | null;
  /** Adjusted difference in standard deviations within groups, with its interval. */
  readonly standardised: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** Null where a cell would be too small. */
  readonly top: SharePair | null;
  readonly below: SharePair | null;
}

export interface GroupComparison {
  readonly people: number;
  readonly unknown: number;
  /** Groups with at least one person that are not shown, and how many people they hold together. */
  readonly hidden: { readonly groups: number; readonly people: number };
  /** Shown groups; of two, the smaller against the larger alone. */
  readonly findings: readonly GroupFinding[];
  /** Shown groups with their people, also the one that is only compared with. */
  readonly shown: readonly { readonly group: number; readonly people: number }[];
}

export function compareGroups(problem: GroupProblem): GroupComparison {
  const known = [...problem.group.keys()].filter((row) => (problem.group[row] ?? -1) >= 0);
  const counts = new Array<number>(problem.groups).fill(0);
  for (const row of known) counts[problem.group[row]!]! += 1;
  const hidden = suppress(
    [...counts, known.length],
    [{ total: counts.length, parts: [...counts.keys()] }],
    problem.leastPeople,
  );
  const isShown = (group: number) => counts[group]! >= problem.leastPeople && hidden[group] === 0;
  const shown = [...counts.keys()].filter(isShown).map((group) => ({ group, people: counts[group]! }));
  const left = [...counts.keys()].filter((group) => counts[group]! > 0 && !isShown(group));
  const base = {
    people: known.length,
    unknown: problem.group.length - known.length,
    hidden: { groups: left.length, people: left.reduce((sum, group) => sum + counts[group]!, 0) },
    shown,
  };
  if (shown.length + (left.length > 0 ? 1 : 0) < 2 || shown.length === 0) return { ...base, findings: [] };
  const isPair = shown.length === 2 && left.length === 0;
  const rows = rowsOf(problem, known);
  const shares = sharesOf(problem, rows, counts);
  const findings = (isPair ? [smaller(shown)] : shown).map(({ group, people }): GroupFinding => {
    const column = Float64Array.from(rows.group, (own) => (own === group ? 1 : 0));
    const shared = { y: rows.score, column, cluster: rows.cluster, clusters: problem.clusters };
    const raw = gapOf(clusterRobust({ ...shared, controls: [] }));
    const adjusted =
      problem.controls.length === 0 ? raw : gapOf(clusterRobust({ ...shared, controls: rows.controls }));
    return { group, people, raw, adjusted, standardised: standardised(adjusted, rows), ...shares(group) };
  });
  return { ...base, findings };
}

function smaller(shown: GroupComparison['shown']): GroupComparison['shown'][number] {
  return shown.reduce((least, each) => (each.people < least.people ? each : least));
}

interface Rows {
  readonly score: Float64Array;
  readonly group: Int32Array;
  readonly grade: readonly Grade[];
  readonly cluster: Int32Array;
  readonly controls: readonly Float64Array[];
  readonly sd: number;
}

function rowsOf(problem: GroupProblem, known: readonly number[]): Rows {
  const score = Float64Array.from(known, (row) => problem.score[row]!);
  const group = Int32Array.from(known, (row) => problem.group[row]!);
  return {
    score,
    group,
    grade: known.map((row) => problem.grade[row]!),
    cluster: Int32Array.from(known, (row) => problem.cluster[row]!),
    controls: problem.controls.map((column) => Float64Array.from(known, (row) => column[row]!)),
    sd: sdWithin(score, group, problem.groups),
  };
}

function sdWithin(score: Float64Array, group: Int32Array, groups: number): number {
  const counts = new Float64Array(groups);
  const sums = new Float64Array(groups);
  for (const [row, own] of group.entries()) {
    counts[own]! += 1;
    sums[own]! += score[row]!;
  }
  let squares = 0;
  for (const [row, own] of group.entries()) squares += (score[row]! - sums[own]! / counts[own]!) ** 2;
  const degrees = score.length - counts.filter((count) => count > 0).length;
  return degrees > 0 ? Math.sqrt(squares / degrees) : 0;
}

function gapOf(coefficient: Coefficient | null): Gap | null {
  if (!coefficient) return null;
  const { estimate, se, degrees } = coefficient;
  const half = studentQuantile(0.975, degrees) * se;
  return {
    value: estimate,
    interval: [estimate - half, estimate + half],
    degrees,
    p: Math.min(1, 2 * studentUpper(Math.abs(estimate / se), degrees)),
  };
}

function standardised(gap: Gap | null, { sd }: Rows): GroupFinding['standardised'] {
  if (!gap || !(sd > 0)) return null;
  return { value: gap.value / sd, interval: [gap.interval[0] / sd, gap.interval[1] / sd] };
}

/** Shares of the best grade and of those below expectation, where no cell gives a few people away. */
function sharesOf(
  { groups, leastCount }: GroupProblem,
  { group, grade }: Rows,
  counts: readonly number[],
): (group: number) => { readonly top: SharePair | null; readonly below: SharePair | null } {
  const cells = Array.from({ length: groups }, () => [0, 0, 0]);
  for (const [row, own] of group.entries()) cells[own]![grade[row]!]! += 1;
  const hidden = suppressTable(cells, leastCount);
  const everybody = group.length;
  return (own) => {
    const pair = (of: Grade): SharePair | null => {
      if (hidden.cells[own]?.[of] || hidden.columnTotals[of]) return null;
      const count = cells[own]![of]!;
      const all = cells.reduce((sum, cell) => sum + cell[of]!, 0);
      const others = everybody - counts[own]!;
      const { difference, interval } = newcombe([count, counts[own]!], [all - count, others]);
      return { group: count / counts[own]!, others: (all - count) / others, difference, interval };
    };
    return { top: pair(2), below: pair(0) };
  };
}
