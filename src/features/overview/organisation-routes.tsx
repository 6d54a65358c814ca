/** The organisation as a tree of units with progress and predicates, and the list of who is late. */
import { type Context, Hono } from 'hono';
import { covers, maskNip, type Scope, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { download, page } from '#platform/web/respond.ts';
import { overviewScope } from './home.ts';
import { LATE_LABELS } from './labels.ts';
import { LatePage } from './pages/late-page.tsx';
import { distributionPlot } from './pages/organisation-cards.tsx';
import { OrganisationPage } from './pages/organisation-page.tsx';
import { unitsSheet } from './pages/units-sheet.ts';
import { pageNumber, sliceOf } from './paging.ts';
import { LATE_STEPS, type LatePerson, type LateStep, latePeople } from './queries/late.ts';
import {
  NO_PROGRESS,
  type Progress,
  progressByUnit,
  startedPeriods,
  sumProgress,
  type UnitNode,
  type UnitProgress,
  unitsOneLevelDown,
  unitTree,
} from './queries/progress.ts';
import type { PeriodFacts } from './stages.ts';
import { text } from './text.ts';

export interface OrganisationQuestion {
  readonly unitId: string | null;
  readonly periodId: string | null;
  readonly search: string;
}

export interface OrganisationPageView {
  readonly periods: readonly PeriodFacts[];
  readonly period: PeriodFacts | undefined;
  /** From the top down to the unit being looked at. */
  readonly path: readonly UnitNode[];
  readonly total: Progress;
  readonly units: readonly UnitProgress[];
  /** The people of the unit itself, where units stand below it. */
  readonly own: Progress;
}

export function organisationRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/organisation', showOrganisation);
  routes.get('/organisation/export.csv', exportOrganisation);
  routes.get('/organisation/late', showLate);
  routes.get('/organisation/late.csv', exportLate);
  return routes;
}

function requireScope(c: Context<VisitEnv>): Scope {
  const scope = overviewScope(c.var.visit.actor);
  if (scope.kind === 'none') throw new NotAllowed();
  return scope;
}

function questionOf(c: Context<VisitEnv>, scope: Scope): OrganisationQuestion {
  const unitId = c.req.query('unit') ?? null;
  if (unitId && !(isId(unitId) && covers(scope, unitId))) throw new NotFound();
  return {
    unitId,
    periodId: c.req.query('period') ?? null,
    search: (c.req.query('search') ?? '').trim().slice(0, 100),
  };
}

async function showOrganisation(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const scope = requireScope(c);
  const question = questionOf(c, scope);
  const view = await visit.db.read((tx) => organisationPageView(tx, scope, question));
  const plot = view.total.rated > 0 ? await distributionPlot(view.total) : '';
  return page(c, <OrganisationPage visit={visit} view={view} question={question} plot={plot} />);
}

async function exportOrganisation(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const scope = requireScope(c);
  const view = await visit.db.read((tx) => organisationPageView(tx, scope, questionOf(c, scope)));
  return csv(c, `${text.organisation()}-${view.period?.name ?? ''}.csv`, writeCsv(unitsSheet(view.units)));
}

export async function organisationPageView(
  tx: Tx,
  scope: Scope,
  question: OrganisationQuestion,
): Promise<OrganisationPageView> {
  const periods = await startedPeriods(tx);
  const period = periods.find((each) => each.id === question.periodId) ?? periods[0];
  const tree = await unitTree(tx);
  const byUnit = period ? await progressByUnit(tx, period.id, scope) : new Map<string, Progress>();
  const path = pathTo(tree, question.unitId, scope);
  if (question.unitId && path.length === 0) throw new NotFound();
  const units = question.search
    ? matching(tree, byUnit, question.search, scope)
    : unitsOneLevelDown(tree, byUnit, question.unitId, scope);
  const own = question.unitId ? (byUnit.get(question.unitId) ?? NO_PROGRESS) : NO_PROGRESS;
  const below = unitsOneLevelDown(tree, byUnit, question.unitId, scope).map((each) => each.progress);
  const total = question.unitId ? sumProgress([own, ...below]) : sumProgress(byUnit.values());
  return { periods, period, path, total, units, own };
}

/** Units by name, wherever they stand, each with everything below it. */
function matching(
  tree: readonly UnitNode[],
  byUnit: ReadonlyMap<string, Progress>,
  search: string,
  scope: Scope,
): readonly UnitProgress[] {
  const wanted = search.toLocaleLowerCase('id');
  return tree
    .filter((unit) => covers(scope, unit.id) && unit.name.toLocaleLowerCase('id').includes(wanted))
    .slice(0, 100)
    .map((unit) => {
      const below = unitsOneLevelDown(tree, byUnit, unit.id, scope);
      const progress = sumProgress([
        byUnit.get(unit.id) ?? NO_PROGRESS,
        ...below.map((each) => each.progress),
      ]);
      return { unit, progress, hasUnitsBelow: below.length > 0 };
    })
    .filter((each) => each.progress.participants > 0);
}

function pathTo(tree: readonly UnitNode[], unitId: string | null, scope: Scope): readonly UnitNode[] {
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  const path: UnitNode[] = [];
  let unit = unitId ? byId.get(unitId) : undefined;
  while (unit && covers(scope, unit.id) && path.length < 50) {
    path.unshift(unit);
    unit = unit.parentId ? byId.get(unit.parentId) : undefined;
  }
  return path;
}

function lateStepOf(c: Context<VisitEnv>): LateStep {
  return LATE_STEPS.find((step) => step === c.req.query('step')) ?? 'plan';
}

async function findLate(c: Context<VisitEnv>, slice: { limit: number; offset: number }) {
  const { visit } = c.var;
  const scope = requireScope(c);
  const step = lateStepOf(c);
  const search = (c.req.query('search') ?? '').trim().slice(0, 100);
  return visit.db.read(async (tx) => {
    const periods = await startedPeriods(tx);
    const period = periods.find((each) => each.id === c.req.query('period')) ?? periods[0];
    const found = period
      ? await latePeople(tx, { periodId: period.id, step, scope, search }, slice)
      : { total: 0, people: [] };
    return { period, step, search, ...found };
  });
}

async function showLate(c: Context<VisitEnv>): Promise<Response> {
  const number = pageNumber(c.req.query('page'));
  const found = await findLate(c, sliceOf(number));
  return page(c, <LatePage visit={c.var.visit} page={number} {...found} />);
}

async function exportLate(c: Context<VisitEnv>): Promise<Response> {
  const { step, people, period } = await findLate(c, { limit: 1_000_000, offset: 0 });
  const sheet = {
    name: text.late(),
    columns: [text.name(), text.nip(), text.unit(), text.appraiser(), text.step()].map((heading) => ({
      heading,
    })),
    rows: people.map((each: LatePerson) => [
      each.name,
      maskNip(each.nip),
      each.unitName,
      each.appraiserName,
      LATE_LABELS[step](),
    ]),
  };
  return csv(c, `${text.late()}-${period?.name ?? ''}.csv`, writeCsv(sheet));
}

function csv(c: Context<VisitEnv>, name: string, bytes: Uint8Array): Response {
  return download(c, new Uint8Array(bytes), { name, mediaType: 'text/csv; charset=utf-8' });
}
