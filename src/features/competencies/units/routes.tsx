/** `/competencies/units` and `/competencies/needs`: figures by unit, for officers, leaders and auditors. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { download, page } from '#platform/web/respond.ts';
import { XLSX } from '../dictionary/routes.tsx';
import { developmentNeedsExported } from '../events.ts';
import { pageNumber } from '../filter-bar.tsx';
import { overseesUnits } from '../frame.tsx';
import { byName } from '../levels.ts';
import type { CompetencyOptions } from '../routes.tsx';
import { type Cell, cellsOf, type Said } from './cells.ts';
import { NeedsSummaryPage } from './pages/needs-page.tsx';
import { type Group, UnitsPage } from './pages/units-page.tsx';
import { type UnitFigures, type UnitRow, unitFigures } from './queries.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
const PAGE_SIZE = 50;
const BEHAVIOURAL = 'behavioural';

export function unitRoutes(options: CompetencyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/competencies/units', (c) => showUnits(c, options));
  routes.get('/competencies/needs', (c) => showNeeds(c, options));
  routes.get('/competencies/needs.xlsx', (c) => sendNeeds(c, options));
  return routes;
}

async function figuresFor(c: Visiting, { schemes }: CompetencyOptions, periodId?: string) {
  const { visit } = c.var;
  if (!overseesUnits(visit.actor)) throw new NotFound();
  return visit.db.read((tx) =>
    unitFigures(tx, schemes, visit.actor, { today: visit.today, periodId: periodId || undefined }),
  );
}

async function showUnits(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const periodId = c.req.query('period');
  const figures = await figuresFor(c, options, periodId);
  const groups = groupsOf(figures.competencies);
  const group = groups.find((each) => each.value === c.req.query('group'))?.value ?? groups[0]?.value ?? '';
  const total = figures.units.length;
  const number = Math.min(pageNumber(c.req.query('page')), Math.max(1, Math.ceil(total / PAGE_SIZE)));
  return page(
    c,
    <UnitsPage
      visit={c.var.visit}
      units={figures.units.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)}
      total={total}
      page={number}
      pageSize={PAGE_SIZE}
      cells={cellsOf(figures.samples)}
      competencies={figures.competencies.filter((each) => groupOf(each).value === group)}
      groups={groups}
      group={group}
      periods={figures.periods}
      periodId={figures.periods.find(({ id }) => id === periodId)?.id}
      isEmpty={figures.competencies.length === 0}
    />,
  );
}

type Competency = UnitFigures['competencies'][number];

function groupOf({ family }: Competency): Group {
  if (!family) return { value: BEHAVIOURAL, label: text.behavioural() };
  return { value: family.id, label: text.technical({ family: inLocale(family) }) };
}

/** Managerial and socio-cultural together first, then family by family. */
function groupsOf(competencies: readonly Competency[]): readonly Group[] {
  const groups = new Map(competencies.map((each) => [groupOf(each).value, groupOf(each)]));
  return [...groups.values()].toSorted(
    (a, b) => Number(b.value === BEHAVIOURAL) - Number(a.value === BEHAVIOURAL) || byName(a.label, b.label),
  );
}

export interface NeedLine {
  readonly unit: UnitRow;
  readonly competency: Competency;
  readonly cell: Cell;
}

function sizeOf(count: Said): number {
  return count === 'few' ? 0 : count;
}

/** Where most people are below the standard first; small counts are all alike. */
async function needLines(c: Visiting, options: CompetencyOptions) {
  const figures = await figuresFor(c, options);
  const cells = cellsOf(figures.samples);
  const unitId = figures.units.find(({ id }) => id === c.req.query('unit'))?.id ?? '';
  const code = figures.competencies.find((each) => each.code === c.req.query('code'))?.code ?? '';
  const lines = figures.units.flatMap((unit) =>
    figures.competencies.flatMap((competency): NeedLine[] => {
      if ((unitId && unit.id !== unitId) || (code && competency.code !== code)) return [];
      const cell = cells.get(unit.id)?.get(competency.code);
      // A cell over few people is not even said to be there.
      return cell && cell.assessed !== 'few' ? [{ unit, competency, cell }] : [];
    }),
  );
  return {
    ...figures,
    unitId,
    code,
    lines: lines.toSorted((a, b) => sizeOf(b.cell.below) - sizeOf(a.cell.below)),
  };
}

async function showNeeds(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { lines, units, competencies, unitId, code } = await needLines(c, options);
  const last = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const number = Math.min(pageNumber(c.req.query('page')), last);
  return page(
    c,
    <NeedsSummaryPage
      visit={c.var.visit}
      lines={lines.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)}
      all={lines}
      page={number}
      pageSize={PAGE_SIZE}
      units={units}
      competencies={competencies}
      unitId={unitId}
      code={code}
    />,
  );
}

/** The same lines as on the page, with the same counts unsaid. */
async function sendNeeds(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { visit } = c.var;
  const { lines } = await needLines(c, options);
  const bytes = await writeWorkbook([
    {
      name: text.sheet(),
      columns: [
        { heading: text.competency(), width: 34 },
        { heading: text.unit(), width: 40 },
        { heading: text.assessed() },
        { heading: text.below() },
        { heading: text.needs() },
      ],
      rows: lines.map(({ unit, competency, cell }) => [
        inLocale(competency.name),
        unit.name,
        ...[cell.assessed, cell.below, cell.needs].map((count) => (count === 'few' ? text.few() : count)),
      ]),
    },
    {
      name: text.note(),
      columns: [{ heading: text.note(), width: 100 }],
      rows: [[text.needsHiding()], [text.hiding()]],
    },
  ]);
  await visit.db.write((tx) =>
    record(tx, developmentNeedsExported, {
      actorId: visit.actor.personId,
      subject: { kind: 'development-needs', id: tx.agencyId },
      payload: { rows: lines.length },
    }),
  );
  return download(c, new Uint8Array(bytes), { name: 'kebutuhan-pengembangan.xlsx', mediaType: XLSX });
}
