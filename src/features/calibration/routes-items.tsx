/** `/calibration/:id/items/:item`: the masked dossier and its judgement, then the comparison and the decision. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RATINGS } from '#domain/rules/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { noteItem, openItem, returnItem } from './commands/decide.ts';
import { problemsOf, saveJudgement, schemeOf, submitJudgement } from './commands/judge.ts';
import { loadDossier } from './judging/dossier.ts';
import { type Asker, givenIn, judgementsOf, ownJudgement } from './judging/judgements.ts';
import { pairOf, recusalsOf } from './judging/recusals.ts';
import { itemsOf } from './meetings/queries.ts';
import { concerns, type ItemStanding, overseesMeeting, requireItem } from './meetings/standing.ts';
import { DossierPage, type Said, UNSAID } from './pages/dossier-page.tsx';
import { ItemPage, type ItemView, MemberItemPage, type Opened } from './pages/item-page.tsx';
import { NoPartPage } from './pages/no-part-page.tsx';
import { whyRecused } from './pages/parts.tsx';
import { text } from './pages/text-items.ts';
import { newPredicatesOf } from './returns/given-anew.ts';
import { text as actText } from './text-acts.ts';
import { LEAST_JUDGEMENTS, RETURN_KINDS } from './transitions.ts';

type C = Context<VisitEnv>;
interface Form {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}
const NOTHING: Form = { typed: {}, errors: {} };

export function itemRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/calibration/:id/items/:item', (c) => show(c, schemes));
  routes.post('/calibration/:id/items/:item/judgement', (c) => judge(c, schemes));
  routes.post('/calibration/:id/items/:item/opening', (c) =>
    act(c, schemes, NOTHING, text.opened(), (tx) =>
      openItem(tx, c.var.visit.actor, idsOf(c), c.var.visit.today),
    ),
  );
  routes.post('/calibration/:id/items/:item/note', (c) =>
    act(c, schemes, NOTHING, text.noted(), (tx) => noteItem(tx, c.var.visit.actor, idsOf(c))),
  );
  routes.post('/calibration/:id/items/:item/return', (c) => returnToAuthor(c, schemes));
  return routes;
}

const idsOf = (c: C) => ({ meeting: c.req.param('id') ?? '', item: c.req.param('item') ?? '' });
const pathOf = (c: C) => {
  const { meeting, item } = idsOf(c);
  return c.var.visit.path(`/calibration/${meeting}/items/${item}`);
};

async function show(c: C, schemes: SchemeStore, form: Form = NOTHING): Promise<Response> {
  const { visit } = c.var;
  const standing = await visit.db.read((tx) => requireItem(tx, visit.actor, idsOf(c)));
  return overseesMeeting(standing.readers)
    ? showToOverseer(c, schemes, standing, form)
    : showToMember(c, schemes, standing, form);
}

async function showToOverseer(
  c: C,
  schemes: SchemeStore,
  standing: ItemStanding,
  form: Form,
): Promise<Response> {
  const { visit } = c.var;
  const { item, meeting } = standing;
  if (concerns(visit.actor, item) || meeting.state === 'preparing') throw new NotFound();
  const asker = { personId: visit.actor.personId, isMember: false };
  const view = await visit.db.read((tx) => viewOf(tx, schemes, standing, asker, visit.today));
  await logAccess(visit, item.rateeId, 'calibration');
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <ItemPage visit={visit} {...view} {...form} />, status);
}

async function viewOf(
  tx: Tx,
  schemes: SchemeStore,
  standing: ItemStanding,
  asker: Asker,
  today: string,
): Promise<Omit<ItemView, 'visit' | 'typed' | 'errors'>> {
  const { item, meeting } = standing;
  const accepted = standing.members.filter(({ state }) => state === 'accepted');
  const recusals = await recusalsOf(
    tx,
    meeting,
    [item],
    accepted.map((member) => member.personId),
    today,
  );
  const items = await itemsOf(tx, { meetingId: meeting.id });
  const next = items.find(
    (each) =>
      each.id !== item.id &&
      (each.state === 'open' || (each.state === 'blind' && each.judged >= LEAST_JUDGEMENTS)),
  );
  return {
    standing,
    item,
    opened: await openedOf(tx, schemes, item, asker),
    expected: accepted.filter((member) => !recusals.has(pairOf(item.id, member.personId))).length,
    nextId: !asker.isMember && next ? next.id : null,
    newPredicate: (await newPredicatesOf(tx, [item])).get(item.id) ?? null,
  };
}

async function openedOf(
  tx: Tx,
  schemes: SchemeStore,
  item: ItemStanding['item'],
  asker: Asker,
): Promise<Opened | null> {
  const judgements = await judgementsOf(tx, item.id, asker);
  const given = await givenIn(tx, item.id, asker);
  if (!judgements || !given) return null;
  return { judgements, given, scheme: await schemeOf(tx, schemes, item.participantId) };
}

async function showToMember(
  c: C,
  schemes: SchemeStore,
  standing: ItemStanding,
  form: Form,
): Promise<Response> {
  const { visit } = c.var;
  const { item, meeting, own } = standing;
  if (own?.state !== 'accepted') throw new NotAllowed();
  const me = visit.actor.personId;
  const { why, known, opened } = await visit.db.read(async (tx) => ({
    why: (await recusalsOf(tx, meeting, [item], [me], visit.today)).get(pairOf(item.id, me)),
    known: await ownJudgement(tx, item.id, me),
    opened: await openedOf(tx, schemes, item, { personId: me, isMember: true }),
  }));
  if (why) {
    const body = text.recusedBody({ why: whyRecused(why) });
    return page(c, <NoPartPage {...{ visit, meeting, item }} title={text.recusedTitle()} body={body} />);
  }
  if (opened) {
    const asker = { personId: me, isMember: true };
    const view = await visit.db.read((tx) => viewOf(tx, schemes, standing, asker, visit.today));
    return page(c, <MemberItemPage visit={visit} {...view} {...form} opened={opened} />);
  }
  if (item.state !== 'blind' || meeting.state !== 'judging') {
    const isMissed = item.state !== 'dropped' && item.state !== 'blind';
    const body = isMissed ? text.missed() : item.state === 'dropped' ? text.itemDropped() : text.notRunning();
    return page(c, <NoPartPage {...{ visit, meeting, item }} body={body} />);
  }
  const { dossier, personId } = await visit.db.read((tx) => loadDossier(tx, schemes, item));
  await logAccess(visit, personId, 'calibration');
  const said: Said = known ?? UNSAID;
  const shown = form.typed.revision === undefined ? said : { ...said, ...saidIn(form.typed) };
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(
    c,
    <DossierPage {...{ visit, meeting, item, dossier }} said={shown} errors={form.errors} />,
    status,
  );
}

function saidIn(fields: Readonly<Record<string, string>>) {
  const rating = (name: string) => RATINGS.find((each) => each === fields[name]) ?? null;
  return {
    resultsRating: rating('results-rating'),
    behaviourRating: rating('behaviour-rating'),
    category: fields.category ? fields.category.slice(0, 100) : null,
    reason: (fields.reason ?? '').slice(0, 1000),
  };
}

async function judge(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const ids = idsOf(c);
  const standing = await visit.db.read((tx) => requireItem(tx, visit.actor, ids));
  if (!standing.own) throw new NotAllowed();
  const parsed = z.object({ revision: z.coerce.number().int().min(0) }).safeParse(typed);
  if (!parsed.success) throw new NotFound();
  const said = saidIn(typed);
  const input = { ...ids, ...said, revision: parsed.data.revision };
  try {
    const revision = await visit.db.write((tx) => saveJudgement(tx, visit.actor, input, visit.today));
    if (isAutosave(c)) return savedDraft(c, revision);
    if (typed.step !== 'submit') return seeOther(c, pathOf(c), text.saved());
    const scheme = await visit.db.read((tx) => schemeOf(tx, schemes, standing.item.participantId));
    const problems = problemsOf(scheme, said);
    if (Object.keys(problems).length > 0)
      return show(c, schemes, { typed: { ...typed, revision: String(revision) }, errors: problems });
    await visit.db.write((tx) =>
      submitJudgement(tx, schemes, visit.actor, { ...ids, revision }, visit.today),
    );
  } catch (error) {
    // A recusal that came to light, or an invitation not yet accepted: nothing of the form is shown again.
    if (!(error instanceof Refusal) || error instanceof Conflict || isAutosave(c)) throw error;
    const body = { visit, meeting: standing.meeting, item: standing.item, body: error.message };
    return page(c, <NoPartPage {...body} />, 422);
  }
  return seeOther(c, visit.path(`/calibration/${ids.meeting}`), text.submitted());
}

const returnForm = z.object({
  kind: z.enum(RETURN_KINDS, { error: () => actText.kindFirst() }),
  reason: someText(2000),
  dueOn: civilDate(),
});

async function returnToAuthor(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const { readers } = await visit.db.read((tx) => requireItem(tx, visit.actor, idsOf(c)));
  if (!readers.has('chair')) throw new NotAllowed();
  const parsed = parseFields(returnForm, typed);
  if (!parsed.ok) return show(c, schemes, { typed, errors: parsed.errors });
  const input = { ...idsOf(c), ...parsed.value };
  return act(c, schemes, { typed, errors: {} }, text.returned(), (tx) =>
    returnItem(tx, visit.actor, input, visit.today),
  );
}

async function act(
  c: C,
  schemes: SchemeStore,
  form: Form,
  done: string,
  run: (tx: Tx) => Promise<void>,
): Promise<Response> {
  try {
    await c.var.visit.db.write(run);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, schemes, { ...form, errors: { [error.field ?? 'form']: error.message } });
  }
  return seeOther(c, pathOf(c), done);
}
