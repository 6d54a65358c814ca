/** `/conflict-cases/:id`: one conflict of an appraisal, decided by an officer of its unit. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { covers, type VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { ConflictOptions } from '../options.ts';
import { CasePage } from './page.tsx';
import { findCase } from './queries.ts';
import { mayDecide, reopenCase, settleCase } from './settle.ts';
import { substitutesFor } from './substitutes.ts';
import { text } from './text.ts';

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string | undefined>>;
type Errors = Readonly<Record<string, string>>;

export function caseRoutes(options: ConflictOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/conflict-cases/:id', (c) => show(c, options));
  routes.post('/conflict-cases/:id/settlement', (c) => settle(c, options));
  routes.post('/conflict-cases/:id/reopening', (c) => reopen(c, options));
  return routes;
}

async function show(
  c: C,
  { schemes }: ConflictOptions,
  form: { readonly typed?: Typed; readonly errors?: Errors } = {},
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const about = await findCase(tx, c.req.param('id') ?? '');
    if (!about) throw new NotFound();
    if (!covers(visit.actor.officer, about.unitId) && !visit.actor.isAuditor) throw new NotFound();
    const { scheme } = await schemes.load(tx, about.schemeId, about.schemeVersion);
    const decides = mayDecide(visit.actor, about);
    return {
      about,
      scheme,
      mayDecide: decides,
      hasResult: await hasResult(tx, about.participantId),
      substitutes:
        decides && about.state === 'open' ? await substitutesFor(tx, scheme, about, visit.today) : [],
    };
  });
  await logAccess(visit, view.about.rateeId, 'conflicts');
  return page(c, <CasePage visit={visit} {...view} {...form} />, form.errors ? 422 : 200);
}

async function hasResult(tx: Tx, participantId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('results')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

const settlementSchema = z.object({
  settlement: z.enum(['replaced', 'kept']).catch('kept'),
  substituteId: z.uuid().nullable().catch(null),
});

async function settle(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const typed: Typed = await formFields(c);
  const { settlement, substituteId } = settlementSchema.parse(typed);
  const reason = (typed[`reason-${settlement}`] ?? '').slice(0, 1000);
  const input = { id, settlement, substituteId, reason };
  try {
    await visit.db.write((tx) => settleCase(tx, options, visit.actor, input, visit.today));
  } catch (error) {
    return refused(c, options, error, { ...typed, settlement });
  }
  return seeOther(c, visit.path(`/conflict-cases/${id}`), text.settled());
}

async function reopen(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const typed: Typed = await formFields(c);
  const reason = (typed['reason-reopen'] ?? '').slice(0, 1000);
  try {
    await visit.db.write((tx) => reopenCase(tx, visit.actor, { id, reason }));
  } catch (error) {
    return refused(c, options, error, { 'reason-reopen': reason });
  }
  return seeOther(c, visit.path(`/conflict-cases/${id}`), text.reopened());
}

function refused(c: C, options: ConflictOptions, error: unknown, typed: Typed): Promise<Response> {
  if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
  return show(c, options, { typed, errors: { [error.field ?? 'form']: error.message } });
}
