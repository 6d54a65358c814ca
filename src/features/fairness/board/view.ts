/** Everything that one look at the board shows, within what the reader may see. */
import {
  type DistributionPatterns,
  NATIONAL_PATTERNS,
  ORGANISATION_PREDICATES,
  type OrganisationPredicate,
  PREDICATES,
} from '#domain/rules/index.ts';
import { distributionPatternsOf, type Scheme } from '#domain/schemes/index.ts';
import { covers, type Scope } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { flagsOf, modelsOf, rateesOf, ratersOf } from '../store/queries.ts';
import { activeRun, latestRun } from '../store/runs.ts';
import type { Model, Run, StoredFlag, StoredRatee, StoredRater } from '../store/types.ts';
import { type Crossings, crossingsOf } from './crossings.ts';
import { type Spreads, spreadsOf, type UnitCount } from './distribution.ts';
import { graphOf, type RaterGraph } from './graph.ts';
import { type Summary, summaryOf } from './summary.ts';
import { choices, pathTo, type Unit, type UnitTree, unitTree, withBelow } from './units.ts';

/** More people than this are not drawn one by one; the reader chooses a unit first. */
export const MOST_PEOPLE = 6000;

export interface Asked {
  readonly periodId: string;
  /** Place of the model in the run; the first where left out. */
  readonly ordinal?: number;
  readonly unitId?: string;
}

export interface PeriodInView {
  readonly id: string;
  readonly name: string;
}

export interface NoFigures {
  readonly kind: 'none';
  readonly period: PeriodInView;
  /** A computation is waiting or under way. */
  readonly active: Run | undefined;
}

export interface BoardView {
  readonly kind: 'board';
  readonly period: PeriodInView;
  readonly run: Run;
  readonly active: Run | undefined;
  readonly models: readonly { readonly ordinal: number; readonly title: string }[];
  readonly model: Model;
  readonly scheme: Scheme;
  /** The unit chosen; null for all that the reader may see. */
  readonly unit: Unit | null;
  /** Nothing was left out: the whole agency. */
  readonly isWhole: boolean;
  readonly choices: readonly { readonly unit: Unit; readonly depth: number }[];
  /** Raters who rated somebody in view. */
  readonly raters: readonly StoredRater[];
  /** People in view; null where they are too many to draw. */
  readonly ratees: readonly StoredRatee[] | null;
  readonly flags: readonly StoredFlag[];
  readonly summary: Summary;
  readonly crossings: Crossings;
  readonly graph: RaterGraph | null;
  readonly distribution: DistributionView;
}

export interface DistributionView {
  readonly tree: UnitTree;
  readonly spreads: Spreads;
  readonly patterns: DistributionPatterns;
  /** Predicates of the units themselves, where they were fixed. */
  readonly organisation: ReadonlyMap<string, OrganisationPredicate>;
  /** The units shown, each with everything below it. */
  readonly rows: readonly Unit[];
}

export async function loadBoard(
  tx: Tx,
  schemes: SchemeStore,
  scope: Scope,
  asked: Asked,
): Promise<BoardView | NoFigures> {
  const period = await findPeriod(tx, asked.periodId);
  if (!period || period.state === 'draft') throw new NotFound();
  const tree = await unitTree(tx);
  const unit = unitAsked(tree, scope, asked.unitId);
  const [run, active] = [await latestRun(tx, period.id), await activeRun(tx, period.id)];
  const models = run ? await modelsOf(tx, run.id) : [];
  const model = models.find(({ ordinal }) => ordinal === asked.ordinal) ?? models[0];
  if (!run || !model) return { kind: 'none', period, active };
  const compiled = await schemes.load(tx, model.scheme.id, model.scheme.version);
  const { scheme } = compiled;
  const reach = unitsInView(tree, scope, unit);
  const ratees =
    reach === null && model.report.counts.ratees > MOST_PEOPLE
      ? null
      : await rateesOf(tx, run.id, { ordinal: model.ordinal, ...(reach ? { unitIds: [...reach] } : {}) });
  const inView = await ratersInView(tx, run.id, model, reach, ratees);
  const counts = await countsByUnit(tx, period.id);
  return {
    kind: 'board',
    period,
    run,
    active,
    models: await titles(tx, schemes, models),
    model,
    scheme,
    unit,
    isWhole: reach === null,
    choices: choices(tree, scope, new Set(counts.map(({ unitId }) => unitId))),
    ...inView,
    ratees,
    summary: summaryOf(model.report, inView.raters, reach === null ? null : ratees, inView.flags),
    crossings: await crossingsOf(tx, compiled, run, { ratees: ratees ?? [], raters: inView.raters }),
    graph: ratees && graphOf(inView.raters, ratees, nearnessIn(tree)),
    distribution: {
      tree,
      spreads: spreadsOf(tree, counts),
      patterns: distributionPatternsOf(scheme) ?? NATIONAL_PATTERNS,
      organisation: await organisationPredicates(tx, period.id),
      rows: rowsBelow(tree, scope, unit, counts),
    },
  };
}

function unitAsked(tree: UnitTree, scope: Scope, unitId: string | undefined): Unit | null {
  if (unitId === undefined || unitId === '') return null;
  const unit = tree.units.get(unitId);
  if (!unit || !covers(scope, unit.id)) throw new NotFound();
  return unit;
}

/** Null for the whole agency. */
function unitsInView(tree: UnitTree, scope: Scope, unit: Unit | null): ReadonlySet<string> | null {
  if (unit) return new Set([...withBelow(tree, unit.id)].filter((id) => covers(scope, id)));
  return scope.kind === 'agency' ? null : new Set(scope.kind === 'units' ? scope.unitIds : []);
}

async function ratersInView(
  tx: Tx,
  runId: string,
  model: Model,
  reach: ReadonlySet<string> | null,
  ratees: readonly StoredRatee[] | null,
): Promise<{ raters: readonly StoredRater[]; flags: readonly StoredFlag[] }> {
  const raters = await ratersOf(tx, runId, model.ordinal);
  const flags = await flagsOf(tx, runId, { ordinal: model.ordinal });
  if (reach === null || ratees === null) return { raters, flags };
  const here = new Set(ratees.flatMap(({ forms }) => forms.map(({ raterId }) => raterId)));
  return {
    raters: raters.filter(({ personId }) => here.has(personId)),
    flags: flags.filter(({ raterId }) => here.has(raterId)),
  };
}

async function titles(tx: Tx, schemes: SchemeStore, models: readonly Model[]) {
  const found: { ordinal: number; title: string }[] = [];
  for (const { ordinal, scheme } of models) {
    const { title } = (await schemes.load(tx, scheme.id, scheme.version)).scheme;
    found.push({ ordinal, title: `${inLocale(title)} (v${scheme.version})` });
  }
  return found;
}

/** People by unit and official predicate, under whatever scheme: the guidance speaks of all staff of a unit. */
async function countsByUnit(tx: Tx, periodId: string): Promise<readonly UnitCount[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('results', (join) =>
      join
        .onRef('results.participant_id', '=', 'participants.id')
        .on('results.agency_id', '=', tx.agencyId)
        .on('results.superseded_at', 'is', null),
    )
    .select(['participants.unit_id', 'results.predicate'])
    .select((select) => select.fn.countAll<number>().as('people'))
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', periodId)
    .where('participants.state', '=', 'active')
    .where('results.state', 'not in', ['withdrawn', 'revoked'])
    .groupBy(['participants.unit_id', 'results.predicate'])
    .execute();
  return rows.flatMap((row) => {
    const predicate = PREDICATES.find((each) => each === row.predicate);
    return predicate ? [{ unitId: row.unit_id, predicate, people: Number(row.people) }] : [];
  });
}

async function organisationPredicates(
  tx: Tx,
  periodId: string,
): Promise<ReadonlyMap<string, OrganisationPredicate>> {
  const rows = await tx.db
    .selectFrom('unit_evaluations')
    .select(['unit_id', 'predicate'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const predicate = ORGANISATION_PREDICATES.find((each) => each === row.predicate);
      return predicate ? [[row.unit_id, predicate] as const] : [];
    }),
  );
}

/** The units one step down from the one chosen, or the tops of the scope, as far as they hold somebody. */
function rowsBelow(
  tree: UnitTree,
  scope: Scope,
  unit: Unit | null,
  counts: readonly UnitCount[],
): readonly Unit[] {
  const holding = new Set(counts.flatMap(({ unitId }) => pathTo(tree, unitId).map(({ id }) => id)));
  const isShown = ({ id }: Unit) => covers(scope, id) && holding.has(id);
  if (unit) return (tree.below.get(unit.id) ?? []).filter(isShown);
  const tops = [...tree.units.values()].filter(
    (each) => isShown(each) && !(each.parentId !== null && covers(scope, each.parentId)),
  );
  const [only] = tops;
  // A single top says what the whole says: its parts say more.
  const parts = tops.length === 1 && only ? (tree.below.get(only.id) ?? []).filter(isShown) : [];
  return parts.length > 0 ? parts : tops;
}

/** Steps between two units along the tree. */
function nearnessIn(tree: UnitTree): (one: string, other: string) => number {
  const paths = new Map<string, readonly string[]>();
  const path = (id: string) => {
    const known = paths.get(id) ?? pathTo(tree, id).map((unit) => unit.id);
    paths.set(id, known);
    return known;
  };
  return (one, other) => {
    const [first, second] = [path(one), path(other)];
    let common = 0;
    while (common < first.length && first[common] === second[common]) common += 1;
    return first.length + second.length - 2 * common;
  };
}
