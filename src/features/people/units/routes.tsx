import { Hono } from 'hono';
import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/web/respond.ts';
import type { Actor, Scope } from '../actor.ts';
import type { VisitEnv } from '../visit.ts';
import { type UnitNode, unitTrees } from './queries.ts';
import { UnitsPage } from './units-page.tsx';

export function unitRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/units', async (c) => {
    const { visit } = c.var;
    const scope = scopeOf(visit.actor);
    const query = (c.req.query('q') ?? '').trim().slice(0, 200);
    const all = await visit.db.read((tx) => unitTrees(tx, scope, visit.today));
    const way = wayTo(all, c.req.query('top') ?? '');
    const top = way.at(-1);
    const trees = top && !query ? [top] : all;
    return page(
      c,
      <UnitsPage visit={visit} query={query} trees={trees} above={query ? [] : way.slice(0, -1)} />,
    );
  });
  return routes;
}

/** Officers and leaders see the units they are responsible for, an auditor sees all. */
function scopeOf(actor: Actor): Scope {
  if (actor.isAuditor) return { kind: 'agency' };
  const scopes = [actor.officer, actor.leader];
  if (scopes.some((scope) => scope.kind === 'agency')) return { kind: 'agency' };
  const unitIds = new Set(scopes.flatMap((scope) => (scope.kind === 'units' ? [...scope.unitIds] : [])));
  if (unitIds.size === 0) throw new NotAllowed();
  return { kind: 'units', unitIds };
}

/** The unit and all above it, from the top; empty when there is no such unit. */
function wayTo(trees: readonly UnitNode[], id: string): readonly UnitNode[] {
  for (const tree of trees) {
    if (tree.id === id) return [tree];
    const below = wayTo(tree.children, id);
    if (below.length > 0) return [tree, ...below];
  }
  return [];
}
