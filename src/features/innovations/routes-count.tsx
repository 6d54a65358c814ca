/** `/periods/:id/innovations`: what the register counts for the participants of a period. */
import { type Context, Hono } from 'hono';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { countedInnovations, recordInnovations } from './count.ts';
import { CountPage } from './pages/count-page.tsx';
import type { InnovationOptions } from './routes.tsx';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;

export function countRoutes(options: InnovationOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/innovations', (c) => showCount(c, options));
  routes.post('/periods/:id/innovations', (c) => recordCount(c, options));
  return routes;
}

function idOf(c: Visiting): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFound();
  return id;
}

async function showCount(c: Visiting, { schemes }: InnovationOptions, error?: string): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const view = await visit.db.read(async (tx) => {
    const period = await findPeriod(tx, idOf(c));
    if (!period || period.state === 'draft') throw new NotFound();
    return { period, counted: await countedInnovations(tx, visit.actor, schemes, period.id) };
  });
  const { id, name, state } = view.period;
  return page(
    c,
    <CountPage
      visit={visit}
      period={{ id, name, isOpen: state === 'open' }}
      counted={view.counted}
      error={error}
    />,
    error ? 422 : 200,
  );
}

async function recordCount(c: Visiting, options: InnovationOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const periodId = idOf(c);
  const { seen = '' } = await formFields(c);
  try {
    const count = await visit.db.write(async (tx) => {
      const period = await findPeriod(tx, periodId);
      if (!period) throw new NotFound();
      if (period.state !== 'open') throw new Refusal(text.periodClosed());
      return recordInnovations(tx, visit.actor, options.schemes, { periodId, seen });
    });
    return seeOther(c, visit.path(`/periods/${periodId}/innovations`), text.countDone({ count }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCount(c, options, error.message);
  }
}
