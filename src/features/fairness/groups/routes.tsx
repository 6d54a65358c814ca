/** `/fairness/:periodId/groups`: for those who oversee the whole agency; and what is held in order to compare. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { download, page } from '#platform/web/respond.ts';
import { requireOverseer } from '../access.ts';
import { groupsOf, modelsOf } from '../store/queries.ts';
import { latestRun } from '../store/runs.ts';
import { attributeRoutes } from './attributes/routes.tsx';
import { groupsCsv } from './csv.ts';
import { GroupsPage, type GroupsView } from './pages/groups-page.tsx';
import {
  type Attribute,
  type GroupFigures,
  type GroupRow,
  HELD_ATTRIBUTES,
  KNOWN_ATTRIBUTES,
} from './types.ts';

export function groupRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', attributeRoutes());
  routes.get('/fairness/:periodId/groups', async (c) =>
    page(c, <GroupsPage {...(await loadGroups(c, schemes))} />),
  );
  routes.get('/fairness/:periodId/groups.csv', async (c) => {
    const { rows, period, run } = await loadGroups(c, schemes);
    if (!run) throw new NotFound();
    const name = `kelompok-${period.startsOn.slice(0, 4)}.csv`;
    return download(c, new Uint8Array(groupsCsv(rows)), { name, mediaType: 'text/csv' });
  });
  return routes;
}

const ORDER: readonly Attribute[] = [...KNOWN_ATTRIBUTES, ...HELD_ATTRIBUTES];

async function loadGroups(c: Context<VisitEnv>, schemes: SchemeStore): Promise<GroupsView> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  return visit.db.read(async (tx) => {
    const period = await findPeriod(tx, c.req.param('periodId') ?? '');
    if (!period || period.state === 'draft') throw new NotFound();
    const run = await latestRun(tx, period.id);
    const stored = run ? await groupsOf(tx, run.id) : [];
    const titles = new Map<number, { title: string; version: number }>();
    for (const { ordinal, scheme } of run ? await modelsOf(tx, run.id) : []) {
      const compiled = await schemes.load(tx, scheme.id, scheme.version);
      titles.set(ordinal, { title: inLocale(compiled.scheme.title), version: scheme.version });
    }
    const rows = stored.map(
      (row): GroupRow => ({
        ordinal: row.ordinal,
        // Written by groupFigures and by nothing else.
        attribute: row.attribute as Attribute,
        figures: row.figures as GroupFigures,
      }),
    );
    const place = ({ attribute }: GroupRow) => ORDER.indexOf(attribute);
    return {
      visit,
      period,
      run,
      rows: rows.toSorted((a, b) => a.ordinal - b.ordinal || place(a) - place(b)),
      schemes: titles,
    };
  });
}
