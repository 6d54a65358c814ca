/** Keys of the seal, cases about the origin of a remark, and reported remarks. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { covers, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { namesOf } from '../names.ts';
import { findRequest } from '../queries.ts';
import { currentKeys, HOLDERS, holdersOf, makeKey } from './keys.ts';
import { CasePage, CasesPage, ReportsPage, type ReportsView } from './pages/cases-page.tsx';
import { KeysPage, PassphrasePage } from './pages/keys-page.tsx';
import { decideRemark, reportedRemarks, reportRemark, requireRemark } from './remarks.ts';
import { sealText as text } from './text.ts';
import { addHalf, listUnsealings, refuseUnsealing, requestUnsealing, type Unsealing } from './unsealing.ts';

type Visiting = Context<VisitEnv>;

export function sealRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of ['/seal-keys', '/unsealings', '/unsealings/*'])
    routes.use(path, async (c, next) => {
      if (holdersOf(c.var.visit.actor).length === 0) throw new NotFound();
      await next();
    });
  routes.get('/seal-keys', (c) => showKeys(c));
  routes.post('/seal-keys', make);
  routes.get('/unsealings', showCases);
  routes.post('/unsealings', openCase);
  routes.get('/unsealings/:id', (c) => showCase(c));
  routes.post('/unsealings/:id/keys', giveHalf);
  routes.post('/unsealings/:id/refusal', refuse);
  routes.get('/voice-reports', (c) => showReports(c));
  routes.post('/voice-remarks/:id/report', report);
  routes.post('/voice-remarks/:id/decision', decideReport);
  return routes;
}

async function showKeys(c: Visiting, error?: string): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const keys = await currentKeys(tx);
    return {
      keys,
      names: await namesOf(
        tx,
        [...keys.values()].map(({ madeBy }) => madeBy),
      ),
    };
  });
  const mayMake = holdersOf(visit.actor);
  return page(
    c,
    <KeysPage visit={visit} {...view} mayMake={mayMake} newId={newId()} error={error} />,
    error ? 422 : 200,
  );
}

const keyForm = z.object({ id: z.uuid(), holder: z.enum(HOLDERS) });

async function make(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const form = keyForm.safeParse(await formFields(c));
  if (!form.success) throw new NotFound();
  try {
    const passphrase = await visit.db.write((tx) => makeKey(tx, visit.actor, form.data));
    return page(c, <PassphrasePage visit={visit} holder={form.data.holder} passphrase={passphrase} />);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showKeys(c, error.message);
  }
}

async function showCases(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const cases = await visit.db.read((tx) => listUnsealings(tx));
  return page(c, <CasesPage visit={visit} cases={cases} />);
}

async function openCase(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const { id = '', remarkId = '', reason = '' } = fields;
  if (!isId(id) || !z.uuid().safeParse(remarkId).success) throw new NotFound();
  try {
    await visit.db.write((tx) => requestUnsealing(tx, visit.actor, { id, remarkId, reason }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showReports(c, { id: remarkId, message: error.message, reason });
  }
  return seeOther(c, visit.path(`/unsealings/${id}`), text.caseMade());
}

async function requireCase(tx: Tx, id: string): Promise<Unsealing> {
  const [the] = isId(id) ? await listUnsealings(tx, id) : [];
  if (!the) throw new NotFound();
  return the;
}

async function showCase(
  c: Visiting,
  refused: { readonly errors: Readonly<Record<string, string>>; readonly reason?: string } = { errors: {} },
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const the = await requireCase(tx, c.req.param('id') ?? '');
    const holds = Object.values(the.givenBy).includes(visit.actor.personId);
    const request = the.requestId !== null && holds ? await findRequest(tx, the.requestId) : undefined;
    const people = [the.requestedBy, ...Object.values(the.givenBy), request?.raterId ?? null];
    const names = await namesOf(tx, people);
    const writer = request ? (names.get(request.raterId ?? '') ?? request.guestName) : null;
    return { the, names, writer, raterId: request?.raterId };
  });
  if (view.raterId) await logAccess(visit, view.raterId, 'unsealing');
  const { errors, reason: typedReason = '' } = refused;
  return page(
    c,
    <CasePage visit={visit} {...view} holders={holdersOf(visit.actor)} {...{ errors, typedReason }} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function giveHalf(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const { holder: given, passphrase = '' } = await formFields(c);
  const holder = HOLDERS.find((each) => each === given);
  if (!holder || !isId(id)) throw new NotFound();
  try {
    const isOpen = await visit.db.write((tx) => addHalf(tx, visit.actor, { id, holder, passphrase }));
    return seeOther(c, visit.path(`/unsealings/${id}`), isOpen ? text.opened() : text.halfTaken());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCase(c, { errors: { [error.field ?? 'form']: error.message } });
  }
}

async function refuse(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const { reason = '' } = await formFields(c);
  if (!isId(id)) throw new NotFound();
  try {
    await visit.db.write((tx) => refuseUnsealing(tx, visit.actor, { id, reason }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCase(c, { errors: { [error.field ?? 'form']: error.message }, reason });
  }
  return seeOther(c, visit.path(`/unsealings/${id}`), text.refusedDone());
}

async function showReports(c: Visiting, refused?: ReportsView['refused']): Promise<Response> {
  const { visit } = c.var;
  const { actor } = visit;
  if (!isOfficer(actor) && !actor.isAuditor) throw new NotFound();
  const mayDecide: ReportsView['mayDecide'] = (remark) =>
    covers(actor.officer, remark.unitId) && remark.personId !== actor.personId;
  const view = await visit.db.read(async (tx) => {
    const all = await reportedRemarks(tx);
    const remarks = all.filter((remark) => actor.isAuditor || covers(actor.officer, remark.unitId));
    return {
      remarks,
      names: await namesOf(
        tx,
        remarks.map(({ personId }) => personId),
      ),
    };
  });
  const mayUnseal = holdersOf(actor).length > 0;
  return page(
    c,
    <ReportsPage visit={visit} {...view} {...{ mayDecide, mayUnseal, refused }} newId={newId()} />,
    refused ? 422 : 200,
  );
}

async function report(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { reason = '' } = await formFields(c);
  const participantId = await visit.db.write(async (tx) => {
    const remark = await requireRemark(tx, remarkId(c));
    await requireParticipation(tx, visit.actor, remark.participantId, READ_WORDS);
    await reportRemark(tx, visit.actor, { remark, reason });
    return remark.participantId;
  });
  return seeOther(c, visit.path(`/appraisals/${participantId}/heard`), text.decided());
}

/** Who reads the words that were said about a person. */
export const READ_WORDS = ['employee', 'appraiser', 'superior'] as const;

function remarkId(c: Visiting): string {
  const id = c.req.param('id') ?? '';
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return id;
}

async function decideReport(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = remarkId(c);
  const { decision, reason = '' } = await formFields(c);
  if (decision !== 'hidden' && decision !== 'kept') throw new NotFound();
  if (!isOfficer(visit.actor)) throw visit.actor.isAuditor ? new NotAllowed() : new NotFound();
  try {
    await visit.db.write(async (tx) => {
      const remark = await requireRemark(tx, id);
      await decideRemark(tx, visit.actor, { remark, decision, reason });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showReports(c, { id, message: error.message, reason });
  }
  return seeOther(c, visit.path('/voice-reports'), text.decided());
}
