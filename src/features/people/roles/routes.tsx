import { type Context, Hono } from 'hono';
import { Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { requireAgencyOfficer } from '../scope.ts';
import { findPeople, findUnits } from '../search.ts';
import { text } from '../text.ts';
import type { VisitEnv } from '../visit.ts';
import { grantRole, grantSchema, revokeRole } from './commands.ts';
import { listGrants } from './queries.ts';
import { RolesPage } from './roles-page.tsx';

type C = Context<VisitEnv>;

export function roleRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/roles', (c) => show(c, { typed: { ...c.req.query(), id: newId() }, errors: {} }));
  routes.post('/roles', grant);
  routes.post('/roles/:id/revocation', revoke);
  return routes;
}

async function show(
  c: C,
  form: { typed: Record<string, string>; errors: Record<string, string> },
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit } = c.var;
  requireAgencyOfficer(visit.actor);
  const wanted = (name: string) => ({
    query: form.typed[`${name}Query`] ?? '',
    chosen: form.typed[name] ?? '',
  });
  const shown = await visit.db.read(async (tx) => ({
    grants: await listGrants(tx),
    people: await findPeople(tx, wanted('personId'), visit.today),
    units: await findUnits(tx, wanted('unitId'), visit.actor.officer),
  }));
  return page(c, <RolesPage visit={visit} {...shown} {...form} />, status);
}

async function grant(c: C): Promise<Response> {
  const { visit } = c.var;
  requireAgencyOfficer(visit.actor);
  const typed = await formFields(c);
  const parsed = parseFields(grantSchema, typed);
  if (!parsed.ok) return show(c, { typed, errors: parsed.errors }, 422);
  try {
    await visit.db.write((tx) => grantRole(tx, visit.actor, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(c, { typed, errors: { [error.field ?? 'form']: error.message } }, 422);
  }
  return seeOther(c, visit.path('/roles'), text.roleGranted());
}

async function revoke(c: C): Promise<Response> {
  const { visit } = c.var;
  requireAgencyOfficer(visit.actor);
  const id = c.req.param('id') ?? '';
  await visit.db.write((tx) => revokeRole(tx, visit.actor, id));
  return seeOther(c, visit.path('/roles'), text.roleRevoked());
}
