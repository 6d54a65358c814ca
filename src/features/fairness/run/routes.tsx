/** `/fairness` and, below a period, its computation and what holds for it. */
import { type Context, Hono } from 'hono';
import { isAgencyOfficer, overseesAgency, type VisitEnv } from '#features/people/index.ts';
import { findPeriod, listPeriods, type Period } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { requireReader } from '../access.ts';
import { countsByPeriod } from '../store/queries.ts';
import { activeRun, latestRuns, runsOf } from '../store/runs.ts';
import { settingsOf, settingsVersions } from '../store/settings.ts';
import { cancelRun, registerSettings, requestRun, settingsForm } from './commands.ts';
import { PeriodsPage } from './pages/periods-page.tsx';
import { RunPage } from './pages/run-page.tsx';
import { type SettingsForm, SettingsPage, settingsTyped } from './pages/settings-page.tsx';
import { text } from './text.ts';

type C = Context<VisitEnv>;

export function runRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness', showPeriods);
  routes.get('/fairness/:periodId/run', showRun);
  routes.post('/fairness/:periodId/run', start);
  routes.post('/fairness/:periodId/run/cancellation', cancel);
  routes.get('/fairness/:periodId/settings', (c) => showSettings(c));
  routes.post('/fairness/:periodId/settings', saveSettings);
  return routes;
}

async function showPeriods(c: C): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  const view = await visit.db.read(async (tx) => ({
    periods: (await listPeriods(tx)).filter(({ state }) => state !== 'draft'),
    runs: await latestRuns(tx),
    counts: await countsByPeriod(tx),
  }));
  return page(c, <PeriodsPage visit={visit} {...view} />);
}

async function requirePeriod(tx: Tx, id: string): Promise<Period> {
  const period = await findPeriod(tx, id);
  if (!period || period.state === 'draft') throw new NotFound();
  return period;
}

const idOf = (c: C) => c.req.param('periodId') ?? '';

async function showRun(c: C): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    return { period, active: await activeRun(tx, period.id), runs: await runsOf(tx, period.id) };
  });
  return page(c, <RunPage visit={visit} {...view} hasGroups={overseesAgency(visit.actor)} />);
}

async function start(c: C): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  await visit.db.write((tx) => requestRun(tx, visit.actor, idOf(c)));
  return seeOther(c, visit.path(`/fairness/${idOf(c)}/run`), text.started());
}

async function cancel(c: C): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  await visit.db.write((tx) => cancelRun(tx, visit.actor, idOf(c)));
  return seeOther(c, visit.path(`/fairness/${idOf(c)}/run`), text.cancelled());
}

async function showSettings(c: C, form?: SettingsForm): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    const current = await settingsOf(tx, period.id);
    return { period, versions: await settingsVersions(tx, period.id), current };
  });
  const shown = form ?? { typed: settingsTyped(view.current), errors: {} };
  return page(
    c,
    <SettingsPage visit={visit} {...view} form={shown} hasGroups={overseesAgency(visit.actor)} />,
    form ? 422 : 200,
  );
}

async function saveSettings(c: C): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const typed = await formFields(c);
  const parsed = parseFields(settingsForm, typed);
  if (!parsed.ok) return showSettings(c, { typed, errors: parsed.errors });
  await visit.db.write((tx) => registerSettings(tx, visit.actor, idOf(c), parsed.value));
  return seeOther(c, visit.path(`/fairness/${idOf(c)}/settings`), text.registered());
}
