/** `/calibration/:id/…`: everything that prepares a meeting and ends it. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formFields, maybeText, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { proposalsFor } from './agenda/proposals.ts';
import { addToAgenda, dropItem } from './commands/agenda.ts';
import { arrangeMeeting, handOverChair } from './commands/call-meeting.ts';
import { cancelMeeting, closeMeeting, startJudging } from './commands/course.ts';
import { addMembers, answerInvitation, replaceMember } from './commands/members.ts';
import { arrangement } from './forms.ts';
import { actAndShow, idOf, requireArranger, showMeeting } from './meeting-handlers.tsx';
import { requireMeeting } from './meetings/standing.ts';
import { ChoosePage } from './pages/choose-page.tsx';
import { mayArrange } from './pages/meeting-page.tsx';
import { text } from './pages/text.ts';
import { text as itemText } from './pages/text-items.ts';
import { CAUSES } from './transitions.ts';

type C = Context<VisitEnv>;

export function arrangingRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/calibration/:id/agenda', (c) => showAgenda(c, schemes));
  routes.post('/calibration/:id/agenda', (c) => saveAgenda(c, schemes));
  routes.post('/calibration/:id/members', members);
  routes.post('/calibration/:id/invitations', start);
  routes.post('/calibration/:id/invitation', answer);
  routes.post('/calibration/:id/arrangement', arrange);
  routes.post('/calibration/:id/dropped-items', drop);
  routes.post('/calibration/:id/releases', release);
  routes.post('/calibration/:id/chair', handOver);
  routes.post('/calibration/:id/cancellation', cancel);
  routes.post('/calibration/:id/closing', close);
  return routes;
}

async function showAgenda(
  c: C,
  schemes: SchemeStore,
  refused?: { ticked: ReadonlySet<string>; error: string },
) {
  const { visit } = c.var;
  await requireArranger(c);
  const { meeting, proposals } = await visit.db.read(async (tx) => {
    const standing = await requireMeeting(tx, visit.actor, idOf(c));
    if (!mayArrange(standing)) throw new NotFound();
    const concerned = [standing.meeting.chairId, visit.actor.personId];
    return {
      meeting: standing.meeting,
      proposals: await proposalsFor(tx, schemes, standing.meeting, concerned),
    };
  });
  const query = (c.req.query('q') ?? '').slice(0, 100);
  // Ticks travel with a search, so that nothing has to be ticked twice.
  const kept = Object.keys(c.req.query()).flatMap((name) =>
    name.startsWith('choose-') ? [name.slice(7)] : [],
  );
  const ticked = refused?.ticked ?? (c.req.query('q') === undefined ? undefined : new Set(kept));
  const view = { visit, meeting, proposals, query, ticked };
  return page(c, <ChoosePage {...view} error={refused?.error} />, refused ? 422 : 200);
}

async function saveAgenda(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  await requireArranger(c);
  const typed = await formFields(c);
  const chosen = Object.entries(typed)
    .filter(([name]) => name.startsWith('choose-'))
    .map(([name, value]) => {
      const causes = CAUSES.filter((cause) => value.split(' ').includes(cause));
      return { participantId: name.slice(7), causes: causes.length > 0 ? causes : (['chosen'] as const) };
    });
  try {
    await visit.db.write((tx) => addToAgenda(tx, visit.actor, { id: idOf(c), chosen }, visit.today));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    const ticked = new Set(chosen.map((each) => each.participantId));
    return showAgenda(c, schemes, { ticked, error: error.message });
  }
  return seeOther(c, visit.path(`/calibration/${idOf(c)}`), text.agendaChanged());
}

async function members(c: C): Promise<Response> {
  const { visit } = c.var;
  await requireArranger(c);
  const typed = await formFields(c);
  const ticked = Object.keys(typed).flatMap((name) =>
    name.startsWith('member-') && typed[name] === 'yes' ? [name.slice(7)] : [],
  );
  const personIds = typed.personId ? [...ticked, typed.personId] : ticked;
  return actAndShow(c, {
    done: text.membersAdded(),
    form: { typed, errors: {} },
    run: (tx, id) => addMembers(tx, visit.actor, { id, personIds }, visit.today),
  });
}

async function start(c: C): Promise<Response> {
  const { actor, today } = c.var.visit;
  return actAndShow(c, { done: text.started(), run: (tx, id) => startJudging(tx, actor, { id }, today) });
}

async function answer(c: C): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const isYes = typed.answer === 'accept';
  const reason = (typed.reason ?? '').slice(0, 1000);
  return actAndShow(c, {
    done: isYes ? itemText.accepted() : itemText.declined(),
    form: { typed, errors: {} },
    run: (tx, id) => answerInvitation(tx, visit.actor, { id, answer: isYes ? 'accept' : 'decline', reason }),
  });
}

async function arrange(c: C): Promise<Response> {
  const { visit } = c.var;
  await requireArranger(c);
  const typed = { ...(await formFields(c)), act: 'arrangement' };
  const parsed = parseFields(z.object(arrangement), typed);
  if (!parsed.ok) return showMeeting(c, { typed, errors: parsed.errors });
  return actAndShow(c, {
    done: text.arranged(),
    form: { typed, errors: {} },
    run: (tx, id) => arrangeMeeting(tx, visit.actor, { id, ...parsed.value }, visit.today),
  });
}

/** A choice of one, if there is one to make, with a reason. */
async function chosenWithReason(c: C, name: string, field?: string) {
  await requireArranger(c);
  const typed: Record<string, string> = { ...(await formFields(c)), act: name };
  const reasonField = `reason-${name}`;
  const chosen = field ? (typed[field] ?? '') : '';
  const isMissing = field !== undefined && !isId(chosen);
  const reason = (typed[reasonField] ?? '').slice(0, 1000);
  return { typed, reasonField, chosen, isMissing, reason };
}

async function drop(c: C): Promise<Response> {
  const { visit } = c.var;
  const { typed, reasonField, chosen, isMissing, reason } = await chosenWithReason(c, 'dropped', 'itemId');
  if (isMissing) return showMeeting(c, { typed, errors: { itemId: text.chooseItem() } });
  return actAndShow(c, {
    done: text.dropped(),
    form: { typed, errors: {} },
    reasonField,
    run: (tx, id) => dropItem(tx, visit.actor, { meeting: id, item: chosen, reason }),
  });
}

async function release(c: C): Promise<Response> {
  const { visit } = c.var;
  const { typed, reasonField, chosen, isMissing, reason } = await chosenWithReason(c, 'release', 'memberId');
  if (isMissing) return showMeeting(c, { typed, errors: { memberId: text.chooseMember() } });
  return actAndShow(c, {
    done: text.released(),
    form: { typed, errors: {} },
    reasonField,
    run: (tx, id) => replaceMember(tx, visit.actor, { id, personId: chosen, reason }),
  });
}

async function handOver(c: C): Promise<Response> {
  const { visit } = c.var;
  const { typed, reasonField, chosen, isMissing, reason } = await chosenWithReason(c, 'chair', 'chairId');
  if (isMissing) return showMeeting(c, { typed, errors: { chairId: text.chooseChair() } });
  try {
    await visit.db.write((tx) =>
      handOverChair(tx, visit.actor, { id: idOf(c), chairId: chosen, reason }, visit.today),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    const field = error.field === 'reason' ? reasonField : (error.field ?? 'form');
    return showMeeting(c, { typed, errors: { [field]: error.message } });
  }
  // Whoever only chaired may no longer know of the meeting.
  return seeOther(c, visit.path('/calibration'), text.handedOver());
}

async function cancel(c: C): Promise<Response> {
  const { visit } = c.var;
  const { typed, reasonField, reason } = await chosenWithReason(c, 'cancellation');
  return actAndShow(c, {
    done: text.cancelled(),
    form: { typed, errors: {} },
    reasonField,
    run: (tx, id) => cancelMeeting(tx, visit.actor, { id, reason }),
  });
}

async function close(c: C): Promise<Response> {
  const { visit } = c.var;
  await requireArranger(c);
  const typed: Record<string, string> = { ...(await formFields(c)), act: 'closing' };
  const present = Object.keys(typed).flatMap((name) =>
    name.startsWith('present-') && typed[name] === 'yes' ? [name.slice(8)] : [],
  );
  const parsed = parseFields(z.object({ note: maybeText(2000) }), typed);
  if (!parsed.ok) return showMeeting(c, { typed, errors: parsed.errors });
  return actAndShow(c, {
    done: text.closed(),
    to: `${idOf(c)}/minutes`,
    form: { typed, errors: {} },
    run: (tx, id) => closeMeeting(tx, visit.actor, { id, note: parsed.value.note, present }, visit.today),
  });
}
