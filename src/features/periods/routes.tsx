import { type Context, Hono } from 'hono';
import type { Scheme } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { changePeriod, draftPeriod } from './commands/save-period.ts';
import { criteriaRoutes } from './criteria/routes.tsx';
import type { PeriodOptions } from './options.ts';
import { PeriodFormPage } from './pages/form-page.tsx';
import { PeriodListPage } from './pages/list-page.tsx';
import { type Errors, type Fields, fieldsOf, newPeriodFields, parsePeriod } from './period-form.ts';
import { listPeriods, type Period, requirePeriod, unitChoices } from './queries.ts';
import { openingRoutes } from './routes-opening.tsx';
import { participantRoutes } from './routes-participants.tsx';
import { scopeRoutes } from './scopes/routes.tsx';
import { showPeriod } from './show-period.tsx';
import { text } from './text.ts';
import { mayReadPeriods } from './transitions.ts';

/** `/periods`: drafting, readiness, opening, participants and closing. */
export function periodRoutes(options: PeriodOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.use('/periods/*', async (c, next) => {
    if (!mayReadPeriods(c.var.visit.actor)) throw new NotFound();
    await next();
  });
  routes.get('/periods', (c) => showList(c));
  routes.post('/periods', (c) => draft(c, options));
  routes.get('/periods/new', (c) => showNew(c, options));
  routes.get('/periods/:id', (c) => showPeriod(c, options));
  routes.get('/periods/:id/edit', (c) => showEdit(c, options));
  routes.post('/periods/:id', (c) => change(c, options));
  routes.route('/', openingRoutes(options));
  routes.route('/', participantRoutes());
  routes.route('/', scopeRoutes(options));
  routes.route('/', criteriaRoutes(options));
  return routes;
}

type Visiting = Context<VisitEnv>;

async function usableIn(tx: Tx, schemes: PeriodOptions['schemes']): Promise<readonly Scheme[]> {
  return (await schemes.usable(tx)).map((each) => each.scheme);
}

async function showList(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const periods = await visit.db.read(listPeriods);
  return page(c, <PeriodListPage visit={visit} periods={periods} mayDraft={isAgencyOfficer(visit.actor)} />);
}

async function showNew(c: Visiting, { schemes }: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const { last, usable } = await visit.db.read(async (tx) => ({
    last: (await listPeriods(tx))[0],
    usable: await usableIn(tx, schemes),
  }));
  const year = last ? String(Number(last.endsOn.slice(0, 4)) + 1) : visit.today.slice(0, 4);
  return form(c, { usable, period: undefined, fields: newPeriodFields(usable, year), errors: {} });
}

async function showEdit(c: Visiting, { schemes }: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const { period, usable } = await visit.db.read(async (tx) => ({
    period: await requirePeriod(tx, c.req.param('id') ?? ''),
    usable: await usableIn(tx, schemes),
  }));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  return form(c, { usable, period, fields: fieldsOf(period), errors: {} });
}

async function form(
  c: Visiting,
  view: {
    usable: readonly Scheme[];
    period: Period | undefined;
    fields: Fields;
    errors: Errors;
    id?: string;
  },
): Promise<Response> {
  const { visit } = c.var;
  const units = await visit.db.read((tx) => unitChoices(tx, view.period?.unitIds));
  const refused = Object.keys(view.errors).length > 0;
  return page(
    c,
    <PeriodFormPage visit={visit} {...view} newId={view.id ?? newId()} units={units} />,
    refused ? 422 : 200,
  );
}

async function draft(c: Visiting, { schemes }: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const id = isId(fields.id ?? '') ? (fields.id as string) : newId();
  const usable = await visit.db.read((tx) => usableIn(tx, schemes));
  const parsed = parsePeriod(fields, usable);
  if (!parsed.ok) return form(c, { usable, period: undefined, fields, errors: parsed.errors, id });
  try {
    await visit.db.write((tx) => draftPeriod(tx, visit.actor, id, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return form(c, { usable, period: undefined, fields, errors: { [error.field]: error.message }, id });
  }
  return seeOther(c, visit.path(`/periods/${id}`), text.saved());
}

async function change(c: Visiting, { schemes }: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const { period, usable } = await visit.db.read(async (tx) => ({
    period: await requirePeriod(tx, id),
    usable: await usableIn(tx, schemes),
  }));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const typed = await formFields(c);
  const fields = period.state === 'draft' ? typed : { ...fieldsOf(period), ...typed };
  const parsed = parsePeriod(fields, usable, period);
  if (!parsed.ok) return form(c, { usable, period, fields, errors: parsed.errors });
  try {
    await visit.db.write((tx) => changePeriod(tx, visit.actor, id, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return form(c, { usable, period, fields, errors: { [error.field]: error.message } });
  }
  return seeOther(c, visit.path(`/periods/${id}`), text.saved());
}
