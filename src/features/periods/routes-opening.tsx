import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { closePeriod, reopenPeriod } from './commands/close-period.ts';
import { openPeriod, preflight, type Setup } from './commands/open-period.ts';
import { pendingChanges, updateParticipants } from './commands/update-participants.ts';
import type { PeriodOptions } from './options.ts';
import { ChangesPage } from './pages/changes-page.tsx';
import { ClosingPage, UNFINISHED_A_PAGE } from './pages/closing-page.tsx';
import { CheckPage, PreflightPage } from './pages/preflight-page.tsx';
import { peopleInBrief } from './participation.ts';
import { requirePeriod } from './queries.ts';
import { showPeriod } from './show-period.tsx';
import { text } from './text.ts';
import { unfinishedPeople, unfinishedStages } from './unfinished.ts';

type Visiting = Context<VisitEnv>;

/** Readiness and opening, bringing participants up to date, closing and reopening. */
export function openingRoutes(options: PeriodOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/preflight', (c) => showPreflight(c, options));
  routes.post('/periods/:id/opening', (c) => open(c, options));
  routes.get('/periods/:id/changes', (c) => showChanges(c));
  routes.post('/periods/:id/changes', (c) => applyChanges(c));
  routes.get('/periods/:id/closing', (c) => showClosing(c));
  routes.post('/periods/:id/closing', (c) => close(c));
  routes.post('/periods/:id/reopening', (c) => reopen(c, options));
  return routes;
}

function idOf(c: Visiting): string {
  return c.req.param('id') ?? '';
}

function pageNumber(c: Visiting): number {
  const number = Number(c.req.query('page'));
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
}

function setup(c: Visiting, { schemes, checks }: PeriodOptions): Setup {
  return { schemes, checks, zone: c.var.visit.agency.zone };
}

async function showPreflight(c: Visiting, options: PeriodOptions, refusal?: string): Promise<Response> {
  const { visit } = c.var;
  const { period, found } = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    return { period, found: await preflight(tx, period, setup(c, options)) };
  });
  if (period.state !== 'draft') return seeOther(c, visit.path(`/periods/${period.id}`));
  const wanted = c.req.query('check');
  if (wanted) {
    const outcome = found.outcomes.find((each) => each.check.code === wanted);
    if (!outcome) return seeOther(c, visit.path(`/periods/${period.id}/preflight`));
    return page(c, <CheckPage visit={visit} period={period} outcome={outcome} page={pageNumber(c)} />);
  }
  const people = new Set(found.candidates.map((each) => each.personId)).size;
  return page(
    c,
    <PreflightPage
      visit={visit}
      period={period}
      found={found}
      people={people}
      {...(refusal ? { refusal } : {})}
    />,
    refusal ? 422 : 200,
  );
}

async function open(c: Visiting, options: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  try {
    const count = await visit.db.write((tx) => openPeriod(tx, visit.actor, idOf(c), setup(c, options)));
    return seeOther(c, visit.path(`/periods/${idOf(c)}`), text.opened({ count }));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showPreflight(c, options, error.message);
  }
}

async function showChanges(c: Visiting, refusal?: string): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx: Tx) => {
    const period = await requirePeriod(tx, idOf(c));
    if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
    if (period.state !== 'open') throw new Conflict(text.periodNotOpen());
    const changes = await pendingChanges(tx, period, visit.agency.zone);
    const ids = changes.appraiser.flatMap((each) =>
      [each.participant?.appraiserId, each.participant?.superiorId].filter((id): id is string => Boolean(id)),
    );
    const people = await peopleInBrief(tx, ids, visit.today);
    return { period, changes, names: new Map([...people].map(([id, person]) => [id, person.name])) };
  });
  return page(
    c,
    <ChangesPage visit={visit} {...view} {...(refusal ? { refusal } : {})} />,
    refusal ? 409 : 200,
  );
}

async function applyChanges(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { fingerprint = '' } = await formFields(c);
  const input = { fingerprint, zone: visit.agency.zone };
  try {
    const count = await visit.db.write((tx) => updateParticipants(tx, visit.actor, idOf(c), input));
    return seeOther(c, visit.path(`/periods/${idOf(c)}`), text.applied({ count }));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showChanges(c, error.message);
  }
}

async function showClosing(
  c: Visiting,
  refused: { reason: string; error: string } | undefined = undefined,
): Promise<Response> {
  const { visit } = c.var;
  const number = pageNumber(c);
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
    const slice = { limit: UNFINISHED_A_PAGE, offset: (number - 1) * UNFINISHED_A_PAGE };
    return {
      period,
      stages: await unfinishedStages(tx, period.id),
      people: await unfinishedPeople(tx, period.id, slice),
    };
  });
  if (view.period.state !== 'open') throw new Conflict(text.periodNotOpen());
  return page(c, <ClosingPage visit={visit} page={number} {...view} {...refused} />, refused ? 422 : 200);
}

async function close(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { reason = '' } = await formFields(c);
  try {
    await visit.db.write((tx) => closePeriod(tx, visit.actor, idOf(c), reason));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showClosing(c, { reason, error: error.message });
  }
  return seeOther(c, visit.path(`/periods/${idOf(c)}`), text.closedDone());
}

async function reopen(c: Visiting, options: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const { reason = '' } = await formFields(c);
  try {
    await visit.db.write((tx) => reopenPeriod(tx, visit.actor, idOf(c), reason));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showPeriod(c, options, error.message);
  }
  return seeOther(c, visit.path(`/periods/${idOf(c)}`), text.reopenedDone());
}
