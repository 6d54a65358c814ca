import { type Context, Hono } from 'hono';
import { covers, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { candidates } from './candidates.ts';
import { excludePerson, includePerson } from './commands/exclude.ts';
import { ExclusionPage, ParticipantsPage } from './pages/participants-page.tsx';
import { LISTED_STATES, listParticipants, type ParticipantFilter } from './participants.ts';
import { requirePeriod, unitChoices } from './queries.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;

/** Who takes part, and who is left out with a reason. */
export function participantRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/participants', (c) => showParticipants(c));
  routes.get('/periods/:id/exclusions/new', (c) => showExclusion(c, c.req.query('placement') ?? ''));
  routes.post('/periods/:id/exclusions', (c) => exclude(c));
  routes.post('/periods/:id/inclusions', (c) => include(c));
  return routes;
}

function filterOf(c: Visiting): ParticipantFilter {
  const number = Number(c.req.query('page'));
  return {
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    state: LISTED_STATES.find((state) => state === c.req.query('state')) ?? null,
    unitId: c.req.query('unit') || null,
    page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
  };
}

async function showParticipants(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const filter = filterOf(c);
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, c.req.param('id') ?? '');
    return {
      period,
      result: await listParticipants(tx, period, filter, visit.today),
      units: await unitChoices(tx, filter.unitId ? [filter.unitId] : []),
    };
  });
  return page(c, <ParticipantsPage visit={visit} filter={filter} {...view} />);
}

async function showExclusion(
  c: Visiting,
  placementId: string,
  refused?: { reason: string; error: string },
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, c.req.param('id') ?? '');
    const all = await candidates(tx, period, visit.today);
    const person = all.find((each) => each.placementId === placementId);
    if (!person) throw new NotFound();
    if (!covers(visit.actor.officer, person.unitId)) throw new NotAllowed();
    return { period, person };
  });
  return page(c, <ExclusionPage visit={visit} {...view} {...refused} />, refused ? 422 : 200);
}

async function exclude(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { placement = '', reason = '' } = await formFields(c);
  const periodId = c.req.param('id') ?? '';
  const input = { periodId, placementId: placement, zone: visit.agency.zone, reason };
  try {
    const name = await visit.db.write((tx) => excludePerson(tx, visit.actor, input));
    return seeOther(c, visit.path(`/periods/${periodId}/participants`), text.excludedDone({ name }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showExclusion(c, placement, { reason, error: error.message });
  }
}

async function include(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { placement = '' } = await formFields(c);
  const periodId = c.req.param('id') ?? '';
  const input = { periodId, placementId: placement, zone: visit.agency.zone };
  const name = await visit.db.write((tx) => includePerson(tx, visit.actor, input));
  return seeOther(c, visit.path(`/periods/${periodId}/participants`), text.includedDone({ name }));
}
