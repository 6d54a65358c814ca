/** `/periods/:id/second-looks`: the draw in the open, for officers and auditors. */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { commitmentOf } from '#domain/lot/index.ts';
import { type Actor, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { DIGESTS } from './digests.ts';
import { abandonDraw } from './draws/abandon.ts';
import { commitToDraw, revealSecret } from './draws/commit.ts';
import { SHORTEST_SECRET } from './draws/lock.ts';
import { prepareDraw } from './draws/prepare.ts';
import { drawsOf, findDraw, recordOf } from './draws/queries.ts';
import { askAllProposed } from './looks/arrange.ts';
import { listLooks } from './looks/queries.ts';
import type { DrawForm } from './pages/draw-card.tsx';
import { PeriodLooksPage } from './pages/period-page.tsx';
import { text } from './pages/text.ts';
import { PARTIES } from './transitions.ts';

type C = Context<VisitEnv>;
const NOTHING: DrawForm = { typed: {}, errors: {} };

export function drawRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/second-looks', (c) => show(c, c.req.param('id')));
  routes.post('/periods/:id/second-looks', (c) => prepare(c, schemes));
  routes.post('/periods/:id/second-looks/requests', (c) => askAll(c, schemes));
  routes.post('/second-look-draws/:id/commitments', commit);
  routes.post('/second-look-draws/:id/secrets', reveal);
  routes.post('/second-look-draws/:id/abandonment', abandon);
  routes.get('/second-look-draws/:id/undian.json', sendRecord);
  routes.get('/second-look-draws/:id/daftar.txt', sendList);
  return routes;
}

function requireOverseer(actor: Actor): void {
  if (!isOfficer(actor) && !actor.isAuditor) throw new NotAllowed();
}

async function show(c: C, id: string, form: DrawForm = NOTHING): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const view = await visit.db.read(async (tx) => {
    const period = await findPeriod(tx, id);
    if (!period || period.state === 'draft') throw new NotFound();
    return {
      period,
      draws: await drawsOf(tx, { periodId: period.id }),
      looks: await listLooks(tx, {
        periodId: period.id,
        ...(visit.actor.isAuditor ? {} : { scope: visit.actor.officer }),
      }),
    };
  });
  const secret = randomBytes(24).toString('base64url');
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(
    c,
    <PeriodLooksPage visit={visit} {...view} id={newId()} secret={secret} form={form} />,
    status,
  );
}

const pathOf = (periodId: string) => `/periods/${periodId}/second-looks`;

async function prepare(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const periodId = c.req.param('id') ?? '';
  const parsed = z.object({ id: z.uuid() }).safeParse(await formFields(c));
  const id = parsed.success ? parsed.data.id : newId();
  try {
    await visit.db.write((tx) => prepareDraw(tx, schemes, visit.actor, { id, periodId }));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, periodId, { typed: {}, errors: { form: error.message } });
  }
  return seeOther(c, visit.path(pathOf(periodId)), text.prepared());
}

async function askAll(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const periodId = c.req.param('id') ?? '';
  const parsed = parseFields(z.object({ dueOn: civilDate() }), await formFields(c));
  if (!parsed.ok) return show(c, periodId, { typed: {}, errors: { form: parsed.errors.dueOn } });
  try {
    const count = await visit.db.write(async (tx) => {
      if (!(await findPeriod(tx, periodId))) throw new NotFound();
      return askAllProposed(tx, schemes, visit.actor, { periodId, ...parsed.value }, visit.today);
    });
    return seeOther(c, visit.path(pathOf(periodId)), text.askedAll({ count }));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, periodId, { typed: {}, errors: { form: error.message } });
  }
}

/** The draw that a step is about, for the form to come back with. */
async function drawOf(c: C) {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const draw = await visit.db.read((tx) => findDraw(tx, c.req.param('id') ?? ''));
  if (!draw) throw new NotFound();
  return draw;
}

const commitForm = z
  .object({
    as: z.enum(PARTIES),
    secret: z.string().max(200).optional(),
    commitment: z.string().trim().toLowerCase().optional(),
  })
  .superRefine(({ secret = '', commitment = '' }, context) => {
    if (commitment !== '' && !/^[0-9a-f]{64}$/.test(commitment))
      context.addIssue({ code: 'custom', path: ['commitment'], message: text.badHash() });
    else if (commitment === '' && secret.length < SHORTEST_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['secret'],
        message: text.shortSecret({ count: SHORTEST_SECRET }),
      });
  })
  .transform(({ as, secret = '', commitment = '' }) => ({
    as,
    commitment: commitment === '' ? commitmentOf(DIGESTS, secret) : commitment,
  }));

async function commit(c: C): Promise<Response> {
  const { visit } = c.var;
  const draw = await drawOf(c);
  const typed = await formFields(c);
  const parsed = parseFields(commitForm, typed);
  if (!parsed.ok) return show(c, draw.periodId, { typed, errors: parsed.errors });
  return step(c, draw.periodId, typed, text.committed(), () =>
    visit.db.write((tx) => commitToDraw(tx, visit.actor, { id: draw.id, ...parsed.value })),
  );
}

const revealForm = z.object({ as: z.enum(PARTIES), secret: z.string().min(1).max(200) });

async function reveal(c: C): Promise<Response> {
  const { visit } = c.var;
  const draw = await drawOf(c);
  const typed = await formFields(c);
  const parsed = parseFields(revealForm, typed);
  if (!parsed.ok) return show(c, draw.periodId, { typed, errors: parsed.errors });
  return step(c, draw.periodId, typed, text.revealed(), () =>
    visit.db.write((tx) => revealSecret(tx, visit.actor, { id: draw.id, ...parsed.value })),
  );
}

async function abandon(c: C): Promise<Response> {
  const { visit } = c.var;
  const draw = await drawOf(c);
  const typed = await formFields(c);
  const parsed = parseFields(z.object({ reason: someText(1000) }), typed);
  if (!parsed.ok) return show(c, draw.periodId, { typed, errors: parsed.errors });
  return step(c, draw.periodId, typed, text.abandonedFlash(), () =>
    visit.db.write((tx) => abandonDraw(tx, visit.actor, { id: draw.id, ...parsed.value })),
  );
}

async function step(
  c: C,
  periodId: string,
  typed: Record<string, string>,
  done: string,
  work: () => Promise<void>,
): Promise<Response> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, periodId, { typed, errors: { [error.field ?? 'form']: error.message } });
  }
  return seeOther(c, c.var.visit.path(pathOf(periodId)), done);
}

async function sendRecord(c: C): Promise<Response> {
  const { visit } = c.var;
  const draw = await drawOf(c);
  const record = await visit.db.read(async (tx) => {
    const period = await findPeriod(tx, draw.periodId);
    const looks = await listLooks(tx, { drawId: draw.id });
    const drawn = looks.toSorted((a, b) => (a.drawRank ?? 0) - (b.drawRank ?? 0));
    return recordOf(draw, {
      agency: visit.agency.code,
      period: period?.name ?? '',
      drawn: drawn.map(({ participantId }) => participantId),
    });
  });
  if (!record) throw new NotFound();
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  return download(c, bytes, {
    name: `undian-${visit.agency.code}-${draw.attempt}.json`,
    mediaType: 'application/json',
  });
}

/** The list to the letter, as it was hashed. */
async function sendList(c: C): Promise<Response> {
  const draw = await drawOf(c);
  return download(c, new TextEncoder().encode(draw.list), {
    name: `daftar-undian-${draw.attempt}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    inline: true,
  });
}
