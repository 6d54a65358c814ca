/** Differences between groups for a whole run: every attribute under every scheme, with one count of all comparisons. */
import {
  compareGroups,
  type Gap,
  type Grade,
  type GroupComparison,
} from '#domain/statistics/groups/index.ts';
import { adjustBenjaminiHochberg } from '#domain/statistics/multiple-testing.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Block } from '../collect/forms.ts';
import { type RatedPerson, ratedPeople } from './people.ts';
import {
  type Attribute,
  type GroupFigures,
  type GroupRow,
  HELD_ATTRIBUTES,
  KNOWN_ATTRIBUTES,
  LEAST_COUNT,
  LEAST_PEOPLE,
  type NamedFinding,
} from './types.ts';

interface Compared {
  readonly ordinal: number;
  readonly attribute: Attribute;
  readonly names: readonly string[];
  readonly comparison: GroupComparison;
  readonly allowedFor: GroupFigures['allowedFor'];
  readonly appraisers: number;
}

/** One row for each attribute of which anything is known under a scheme; ordinals are places in `blocks`. */
export async function groupFigures(
  tx: Tx,
  periodId: string,
  blocks: readonly Block[],
): Promise<readonly GroupRow[]> {
  const people = await ratedPeople(tx, periodId);
  return rowsOf(blocks.flatMap((block, ordinal) => comparedIn(block, ordinal, people)));
}

/** Joins the comparisons of a run: pure, so that it is tested without a database. */
export function rowsOf(compared: readonly Compared[]): readonly GroupRow[] {
  const tests = compared.flatMap(({ comparison }) =>
    comparison.findings.flatMap((finding) => (finding.adjusted ? [finding.adjusted.p] : [])),
  );
  const adjusted = adjustBenjaminiHochberg(tests);
  let next = 0;
  return compared.map(({ ordinal, attribute, names, comparison, allowedFor, appraisers }) => {
    const findings = comparison.findings.map((finding): NamedFinding => {
      const q = finding.adjusted ? (adjusted[next++] ?? null) : null;
      return { ...finding, group: names[finding.group] ?? '', q };
    });
    const figures: GroupFigures = {
      people: comparison.people,
      unknown: comparison.unknown,
      hidden: comparison.hidden,
      shown: comparison.shown.map(({ group, people }) => ({ group: names[group] ?? '', people })),
      findings,
      allowedFor,
      appraisers,
      comparisons: tests.length,
      isRounded: false,
    };
    const isHeld = HELD_ATTRIBUTES.some((each) => each === attribute);
    return { ordinal, attribute, figures: isHeld ? rounded(figures) : figures };
  });
}

export function comparedIn(
  block: Pick<Block, 'rated' | 'forms'>,
  ordinal: number,
  people: ReadonlyMap<string, RatedPerson>,
): readonly Compared[] {
  const grades = new Map(block.rated.map((each) => [each.participantId, gradeOf(each.predicate)]));
  const rows = block.forms.flatMap((form) => {
    const person = people.get(form.participantId);
    const grade = grades.get(form.participantId);
    if (form.role !== 'appraiser' || !person || grade === undefined) return [];
    const score = form.items.reduce((sum, { at }) => sum + at, 0) / form.items.length;
    return [{ person, grade, score, raterId: form.raterId }];
  });
  const raters = [...new Set(rows.map(({ raterId }) => raterId))];
  const places = new Map(raters.map((id, index) => [id, index]));
  const shared = {
    score: Float64Array.from(rows, ({ score }) => score),
    grade: rows.map(({ grade }) => grade),
    cluster: Int32Array.from(rows, ({ raterId }) => places.get(raterId) ?? 0),
    clusters: raters.length,
    leastPeople: LEAST_PEOPLE,
    leastCount: LEAST_COUNT,
  };
  const posts = dummies(
    rows.map(({ person }) => person.post),
    rows.map(({ person }) => person.postKind),
  );
  const units = dummies(rows.map(({ person }) => person.unit ?? ''));
  return [...KNOWN_ATTRIBUTES, ...HELD_ATTRIBUTES].flatMap((attribute): Compared[] => {
    const values = rows.map(({ person }) => groupOf(person, attribute));
    const names = [...new Set(values.filter((value) => value !== null))].sort();
    if (names.length === 0) return [];
    const isUnit = attribute === 'unit';
    const compared = compareGroups({
      ...shared,
      group: Int32Array.from(values, (value) => (value === null ? -1 : names.indexOf(value))),
      groups: names.length,
      controls: isUnit ? posts : [...posts, ...units],
    });
    const comparison = isUnit ? withoutShares(compared) : compared;
    const allowedFor = isUnit ? (['post'] as const) : (['post', 'unit'] as const);
    return [{ ordinal, attribute, names, comparison, allowedFor, appraisers: raters.length }];
  });
}

/**
 * Shares of units stand on the board, where other numbers are hidden to protect small ones: side by side, two tables that
 * hide different numbers could give away both.
 */
function withoutShares(comparison: GroupComparison): GroupComparison {
  return {
    ...comparison,
    findings: comparison.findings.map((finding) => ({ ...finding, top: null, below: null })),
  };
}

function groupOf(person: RatedPerson, attribute: Attribute): string | null {
  switch (attribute) {
    case 'sex':
    case 'age':
    case 'employment':
    case 'unit':
      return person[attribute];
    default:
      return person.held[attribute] ?? null;
  }
}

/** The predicates of PermenPANRB 6/2022: what is below "Baik" is below expectation. */
function gradeOf(predicate: string): Grade {
  return predicate === 'sangat-baik' ? 2 : predicate === 'baik' ? 1 : 0;
}

const LEAST_IN_COLUMN = 5;
const MOST_COLUMNS = 40;

/** 0/1 columns of the commonest values but the first; what is rare counts with its coarser value. */
function dummies(values: readonly string[], coarser: readonly string[] = []): readonly Float64Array[] {
  const counts = Map.groupBy(values, (value) => value);
  const usual = values.map((value, row) =>
    (counts.get(value)?.length ?? 0) >= LEAST_IN_COLUMN ? value : (coarser[row] ?? ''),
  );
  const names = [...Map.groupBy(usual, (value) => value)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([name]) => name)
    .slice(1, MOST_COLUMNS + 1);
  return names.map((name) => Float64Array.from(usual, (value) => (value === name ? 1 : 0)));
}

/** People to five, points to whole ones, deviations and shares to tenths. */
function rounded(figures: GroupFigures): GroupFigures {
  const five = (people: number) => Math.round(people / 5) * 5;
  const to = (value: number, step: number) => Math.round(value / step) * step;
  const pair = ([low, high]: readonly [number, number], step: number) =>
    [to(low, step), to(high, step)] as const;
  const gap = (given: Gap | null) =>
    given && {
      ...given,
      value: to(given.value, 1),
      interval: pair(given.interval, 1),
      p: to(given.p, 0.01),
      degrees: Math.round(given.degrees),
    };
  const share = (given: NamedFinding['top']) =>
    given && {
      group: to(given.group, 0.1),
      others: to(given.others, 0.1),
      difference: to(given.difference, 0.1),
      interval: pair(given.interval, 0.1),
    };
  return {
    ...figures,
    people: five(figures.people),
    unknown: five(figures.unknown),
    hidden: { groups: figures.hidden.groups, people: five(figures.hidden.people) },
    shown: figures.shown.map((each) => ({ ...each, people: five(each.people) })),
    findings: figures.findings.map((finding) => ({
      ...finding,
      people: five(finding.people),
      raw: gap(finding.raw),
      adjusted: gap(finding.adjusted),
      standardised: finding.standardised && {
        value: to(finding.standardised.value, 0.1),
        interval: pair(finding.standardised.interval, 0.1),
      },
      top: share(finding.top),
      below: share(finding.below),
      q: finding.q === null ? null : to(finding.q, 0.01),
    })),
    isRounded: true,
  };
}
