/** `/calibration`: the list, calling a meeting, its page and its minutes. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { arrangement } from './forms.ts';
import { recusalsOf } from './judging/recusals.ts';
import { idOf, NOTHING, showMeeting } from './meeting-handlers.tsx';
import { itemsOf, listMeetings, membersOf } from './meetings/queries.ts';
import { callableUnits, mayCall } from './meetings/scope.ts';
import { spreadOfMeeting } from './meetings/spread.ts';
import { readersOf, requireMeeting } from './meetings/standing.ts';
import { CallPage, type FormState } from './pages/call-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { MinutesPage } from './pages/minutes-page.tsx';
import { text } from './pages/text.ts';
import { requireReturn } from './returns/answer.ts';
import { newPredicatesOf } from './returns/given-anew.ts';
import { returnsOf } from './waiting.ts';

type C = Context<VisitEnv>;

export function meetingRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/calibration', list);
  routes.get('/calibration/new', (c) => showCall(c));
  routes.post('/calibration', call);
  routes.get('/calibration/:id', (c) => showMeeting(c));
  routes.get('/calibration/:id/minutes', minutes);
  return routes;
}

async function list(c: C): Promise<Response> {
  const { visit } = c.var;
  const asked = c.req.query('period') ?? '';
  const periodId = isId(asked) ? asked : '';
  const view = await visit.db.read(async (tx) => {
    const own = await membersOf(tx, { personId: visit.actor.personId });
    const meetings = await listMeetings(tx, periodId ? { periodId } : {});
    const known = meetings.map((meeting) => ({
      meeting,
      readers: readersOf(
        visit.actor,
        meeting,
        own.find((member) => member.meetingId === meeting.id),
      ),
    }));
    const periods = (await listPeriods(tx)).filter(({ state }) => state !== 'draft');
    const open = periods.find(({ state }) => state === 'open');
    const returns = await Promise.all(
      (await returnsOf(tx, visit.actor.personId)).map((id) => requireReturn(tx, visit.actor, id)),
    );
    return {
      meetings: known.filter(({ readers }) => readers.size > 0),
      returns: returns.filter(({ meeting }) => !periodId || meeting.periodId === periodId),
      periods: periods.map(({ id, name }) => ({ id, name })),
      mayCall: open ? mayCall(await callableUnits(tx, visit.actor, open, visit.today)) : false,
    };
  });
  return page(c, <ListPage visit={visit} {...view} periodId={periodId} />);
}

async function showCall(c: C, form: FormState = NOTHING): Promise<Response> {
  const { visit } = c.var;
  const asked = form.typed.periodId ?? c.req.query('period') ?? '';
  const view = await visit.db.read(async (tx) => {
    const open = (await listPeriods(tx)).filter(({ state }) => state === 'open');
    const period = open.find(({ id }) => id === asked) ?? open[0];
    const reach = period
      ? await callableUnits(tx, visit.actor, period, visit.today)
      : isAgencyOfficer(visit.actor)
        ? null
        : new Set<string>();
    if (!mayCall(reach)) throw new NotAllowed();
    let query = tx.db
      .selectFrom('units')
      .select(['id', 'name'])
      .where('agency_id', '=', tx.agencyId)
      .where('active_until', 'is', null);
    if (reach) query = query.where('id', 'in', [...reach]);
    return {
      periods: open.map(({ id, name }) => ({ id, name })),
      units: await query.orderBy('name').execute(),
      isWhole: reach === null,
    };
  });
  const unit = c.req.query('unit');
  const typed = { periodId: asked, ...(unit ? { unitId: unit } : {}), ...form.typed };
  const id = form.typed.id ?? newId();
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <CallPage visit={visit} id={id} {...view} form={{ ...form, typed }} />, status);
}

const callForm = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  unitId: z.union([z.literal('agency').transform(() => null), z.uuid()]),
  ...arrangement,
});

async function call(c: C): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  await visit.db.read(async (tx) => {
    const open = (await listPeriods(tx)).filter(({ state }) => state === 'open');
    for (const period of open) if (mayCall(await callableUnits(tx, visit.actor, period, visit.today))) return;
    if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  });
  const parsed = parseFields(callForm, typed);
  if (!parsed.ok) return showCall(c, { typed, errors: parsed.errors });
  try {
    await visit.db.write((tx) => callMeeting(tx, visit.actor, parsed.value, visit.today));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showCall(c, { typed, errors: { [error.field ?? 'form']: error.message } });
  }
  return seeOther(c, visit.path(`/calibration/${parsed.value.id}/agenda`), text.called());
}

async function minutes(c: C): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const standing = await requireMeeting(tx, visit.actor, idOf(c));
    const { meeting, own } = standing;
    if (meeting.state === 'preparing') throw new NotFound();
    // The spread and the reasons of an agenda say what was given: members read them when nothing is blind any more.
    const isMember = own !== undefined && own.state !== 'replaced';
    if (isMember && (own.state !== 'accepted' || meeting.state !== 'closed')) throw new NotAllowed();
    const items = await itemsOf(tx, { meetingId: meeting.id });
    const taking = standing.members.map((member) => member.personId);
    return {
      standing,
      items,
      recusals: await recusalsOf(tx, meeting, items, taking, visit.today),
      spread: await spreadOfMeeting(tx, meeting, items),
      newPredicates: await newPredicatesOf(tx, items),
    };
  });
  return page(c, <MinutesPage visit={visit} {...view} />);
}
