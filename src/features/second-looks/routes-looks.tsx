/** `/second-looks`: what is asked of me, one second look with its form, its arrangement and its comparison. */
import { type Context, Hono } from 'hono';
import { h } from 'preact';
import { z } from 'zod';
import { findCase, mayDecide } from '#features/conflicts/index.ts';
import {
  BesideSuggestion,
  type BesideView,
  loadBeside,
  problemsBeside,
  readBeside,
  resultsOf,
} from '#features/evaluation/index.ts';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { findParticipation, logAccess } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { askSecond, cancelLook, giveBackLook, orderForConflict } from './looks/arrange.ts';
import { appraisersIn, candidatesFor } from './looks/candidates.ts';
import { compareNow, giveLook, noteLook, saveLookDraft } from './looks/give.ts';
import { type Look, listLooks, lookResult } from './looks/queries.ts';
import { type LookStanding, requireLook } from './looks/standing.ts';
import { FormPage } from './pages/form-page.tsx';
import { type Compared, LookPage, OwnLookPage } from './pages/look-page.tsx';
import { MinePage, OrderPage } from './pages/small-pages.tsx';
import { text } from './pages/text.ts';

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string | undefined>>;
interface Form {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

interface Options {
  readonly schemes: SchemeStore;
}

export function lookRoutes(options: Options): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/second-looks', async (c) => {
    const { visit } = c.var;
    const filter = { secondId: visit.actor.personId, states: ['asked', 'given'] as const };
    return page(c, <MinePage visit={visit} looks={await visit.db.read((tx) => listLooks(tx, filter))} />);
  });
  routes.get('/second-looks/orders/:case', (c) => showOrder(c));
  routes.post('/second-looks/orders/:case', (c) => order(c, options));
  routes.get('/second-looks/:id', (c) => show(c, options));
  routes.get('/second-looks/:id/suggestion', (c) => suggest(c, options));
  routes.post('/second-looks/:id/form', (c) => saveForm(c, options));
  routes.post('/second-looks/:id/refusal', (c) => giveBack(c, options, 'decline'));
  routes.post('/second-looks/:id/replacement', (c) => giveBack(c, options, 'replace'));
  routes.post('/second-looks/:id/cancellation', (c) => cancel(c, options));
  routes.post('/second-looks/:id/request', (c) => request(c, options));
  routes.post('/second-looks/:id/note', (c) => note(c, options));
  return routes;
}

const idOf = (c: C) => c.req.param('id') ?? '';
const pathOf = (visit: Visit, id: string) => visit.path(`/second-looks/${id}`);

async function show(c: C, options: Options, form?: Form): Promise<Response> {
  const { visit } = c.var;
  const { schemes } = options;
  const standing = await visit.db.read((tx) => requireLook(tx, visit.actor, idOf(c)));
  if (standing.readers.has('employee')) return page(c, <OwnLookPage visit={visit} look={standing.look} />);
  await logAccess(visit, standing.look.rateeId, 'second-look');
  if (standing.readers.has('second') && standing.look.state === 'asked')
    return page(c, await formPage(c, options, standing.look, form), form ? 422 : 200);
  // A first result may have come after the second look: whoever opens the page first has them compared.
  if (standing.look.state === 'given' && !standing.look.comparedAt)
    await visit.db.write(async (tx) => compareNow(tx, await schemeOf(tx, schemes, standing.look), idOf(c)));
  const view = await visit.db.read(async (tx) => {
    const { look, readers } = await requireLook(tx, visit.actor, idOf(c));
    const isArranging = readers.has('officer') && look.state === 'waiting';
    return {
      look,
      readers,
      scheme: await schemeOf(tx, schemes, look),
      compared: await comparedOf(tx, look),
      candidates: isArranging
        ? await candidatesFor(tx, schemes, look, visit.today, await appraisersIn(tx, look.periodId))
        : [],
    };
  });
  return page(c, <LookPage visit={visit} {...view} {...form} />, form ? 422 : 200);
}

async function schemeOf(tx: Tx, schemes: SchemeStore, look: Look) {
  const participation = await findParticipation(tx, look.participantId);
  if (!participation) throw new NotFound();
  return (await schemes.load(tx, participation.scheme.id, participation.scheme.version)).scheme;
}

/** Compared with the version of the first result that stood then, whatever became of it. */
async function comparedOf(tx: Tx, look: Look): Promise<Compared | null> {
  if (!look.comparedAt) return null;
  const second = await lookResult(tx, look.id);
  const first = (await resultsOf(tx, look.participantId)).find(({ id }) => id === second?.resultId);
  return second?.differences && first ? { first, second, differences: second.differences } : null;
}

async function besideOf(tx: Tx, { schemes }: Options, visit: Visit, look: Look): Promise<BesideView> {
  const participation = await findParticipation(tx, look.participantId);
  if (!participation) throw new NotFound();
  const { content, revision } = look;
  return loadBeside(tx, schemes, participation, { id: visit.actor.personId, content, revision });
}

async function formPage(c: C, options: Options, look: Look, form?: Form) {
  const { visit } = c.var;
  const view = await visit.db.read((tx) => besideOf(tx, options, visit, look));
  return (
    <FormPage
      visit={visit}
      look={look}
      view={view}
      errors={form?.errors ?? {}}
      declineReason={form?.typed['reason-decline'] ?? ''}
    />
  );
}

/** The one who was asked, while the form is open. */
async function openForm(c: C, options: Options) {
  const { visit } = c.var;
  return visit.db.read(async (tx) => {
    const standing: LookStanding = await requireLook(tx, visit.actor, idOf(c));
    if (!standing.readers.has('second')) throw new NotAllowed();
    return { look: standing.look, view: await besideOf(tx, options, visit, standing.look) };
  });
}

async function suggest(c: C, options: Options): Promise<Response> {
  const { view } = await openForm(c, options);
  if (!view.agreed) throw new NotFound();
  return page(c, h('div', null, h('turbo-frame', { id: 'suggestion' }, <BesideSuggestion view={view} />)));
}

async function saveForm(c: C, options: Options): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const { look, view } = await openForm(c, options);
  const parsed = z.object({ revision: z.coerce.number().int().min(0) }).safeParse(fields);
  if (!parsed.success) throw new NotFound();
  if (look.state === 'given' && fields.step === 'give') return seeOther(c, pathOf(visit, look.id));
  const content = readBeside(view, fields);
  const input = { id: look.id, revision: parsed.data.revision, content };
  const revision = await visit.db.write((tx) => saveLookDraft(tx, visit.actor, input));
  if (isAutosave(c)) return savedDraft(c, revision);
  if (fields.step !== 'give') return seeOther(c, pathOf(visit, look.id), text.saved());
  const errors = problemsBeside(view, content);
  if (Object.keys(errors).length > 0) return show(c, options, { typed: fields, errors });
  await visit.db.write((tx) => giveLook(tx, options.schemes, visit.actor, { id: look.id, revision }));
  return seeOther(c, pathOf(visit, look.id), text.givenFlash());
}

/** One act with what was typed shown again where it is refused. */
async function act(
  c: C,
  options: Options,
  typed: Typed,
  what: {
    readonly done: string;
    readonly to?: string;
    readonly field?: string;
    readonly work: () => Promise<void>;
  },
): Promise<Response> {
  const { visit } = c.var;
  try {
    await what.work();
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    const field = error.field === 'reason' ? (what.field ?? 'reason') : (error.field ?? what.field ?? 'form');
    return show(c, options, { typed, errors: { [field]: error.message } });
  }
  return seeOther(c, visit.path(what.to ?? `/second-looks/${idOf(c)}`), what.done);
}

const REASONS = { decline: 'reason-decline', replace: 'reason-replacement' } as const;

async function giveBack(c: C, options: Options, which: 'decline' | 'replace'): Promise<Response> {
  const { visit } = c.var;
  const typed: Typed = await formFields(c);
  const field = REASONS[which];
  const input = { id: idOf(c), act: which, reason: (typed[field] ?? '').slice(0, 1000) };
  return act(c, options, typed, {
    field,
    done: which === 'decline' ? text.declined() : text.replaced(),
    ...(which === 'decline' ? { to: '/second-looks' } : {}),
    work: () => visit.db.write((tx) => giveBackLook(tx, visit.actor, input)),
  });
}

async function cancel(c: C, options: Options): Promise<Response> {
  const { visit } = c.var;
  const typed: Typed = await formFields(c);
  const field = 'reason-cancellation';
  const input = { id: idOf(c), reason: (typed[field] ?? '').slice(0, 1000) };
  return act(c, options, typed, {
    field,
    done: text.cancelFlash(),
    work: () => visit.db.write((tx) => cancelLook(tx, visit.actor, input)),
  });
}

const requestForm = z.object({ appraiserId: z.uuid({ error: () => text.chooseOne() }), dueOn: civilDate() });

async function request(c: C, options: Options): Promise<Response> {
  const { visit } = c.var;
  const standing = await visit.db.read((tx) => requireLook(tx, visit.actor, idOf(c)));
  if (!standing.readers.has('officer')) throw new NotAllowed();
  const typed = await formFields(c);
  const parsed = parseFields(requestForm, typed);
  if (!parsed.ok) return show(c, options, { typed, errors: parsed.errors });
  const input = { id: idOf(c), ...parsed.value };
  return act(c, options, typed, {
    done: text.askedFlash(),
    work: () => visit.db.write((tx) => askSecond(tx, options.schemes, visit.actor, input, visit.today)),
  });
}

async function note(c: C, options: Options): Promise<Response> {
  const { visit } = c.var;
  const typed: Typed = await formFields(c);
  const input = { id: idOf(c), note: (typed.note ?? '').slice(0, 2000) };
  return act(c, options, typed, {
    field: 'note',
    done: text.noteFlash(),
    work: () => visit.db.write((tx) => noteLook(tx, visit.actor, input)),
  });
}

async function caseOf(c: C) {
  const { visit } = c.var;
  const about = await visit.db.read((tx) => findCase(tx, c.req.param('case') ?? ''));
  if (!about || !mayDecide(visit.actor, about)) throw new NotFound();
  return about;
}

async function showOrder(c: C, refused?: { reason: string; error: string }): Promise<Response> {
  const about = await caseOf(c);
  const view = <OrderPage visit={c.var.visit} about={about} id={newId()} {...refused} />;
  return page(c, view, refused ? 422 : 200);
}

const orderForm = z.object({ id: z.uuid(), reason: someText(1000) });

async function order(c: C, options: Options): Promise<Response> {
  const { visit } = c.var;
  const about = await caseOf(c);
  const typed = await formFields(c);
  const parsed = parseFields(orderForm, typed);
  if (!parsed.ok)
    return showOrder(c, { reason: typed.reason ?? '', error: Object.values(parsed.errors)[0] ?? '' });
  const input = { ...parsed.value, caseId: about.id };
  try {
    const id = await visit.db.write((tx) => orderForConflict(tx, options, visit.actor, input, visit.today));
    return seeOther(c, pathOf(visit, id), text.ordered());
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showOrder(c, { reason: typed.reason ?? '', error: error.message });
  }
}
