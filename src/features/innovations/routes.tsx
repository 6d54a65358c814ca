/** `/innovations`: proposed, decided, climbed, verified. */
import { type Context, Hono } from 'hono';
import { openActs } from '#domain/workflow/workflow.ts';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { DECISIONS, decideInnovation } from './commands/decide.ts';
import { askVerification, claimStep, verifyStep } from './commands/steps.ts';
import { editInnovation, proposeInnovation } from './commands/write.ts';
import { componentsOf, placeOf, schemeKey, unitOptions } from './lookups.ts';
import { FormPage, type FormView } from './pages/form-page.tsx';
import { InnovationPage, type InnovationView } from './pages/innovation-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import {
  headedUnits,
  INNOVATIONS_A_PAGE,
  listInnovations,
  mayVerify,
  requireInnovation,
  rolesTowards,
} from './queries.ts';
import { readClaim, readWords } from './read-form.ts';
import { countRoutes } from './routes-count.tsx';
import { innovationComponent } from './stages.ts';
import { text } from './text.ts';
import { INNOVATION, type InnovationState } from './transitions.ts';

export interface InnovationOptions {
  readonly schemes: SchemeStore;
}

type Visiting = Context<VisitEnv>;
const STATES: readonly InnovationState[] = ['proposed', 'adopted', 'declined', 'withdrawn'];

export function innovationRoutes(options: InnovationOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/innovations', (c) => showList(c, options));
  routes.post('/innovations', (c) => propose(c, options));
  routes.get('/innovations/new', (c) => showForm(c, { id: newId(), isNew: true, typed: {}, errors: {} }));
  routes.get('/innovations/:id', (c) => showOne(c, options));
  routes.get('/innovations/:id/words', showWords);
  routes.post('/innovations/:id/words', edit);
  routes.post('/innovations/:id/decision', (c) => decision(c, options));
  routes.post('/innovations/:id/steps', (c) => claim(c, options));
  routes.post('/innovations/:id/steps/:step/unit', (c) => askUnit(c, options));
  routes.post('/innovations/:id/steps/:step/verdict', (c) => verdict(c, options));
  routes.route('/', countRoutes(options));
  return routes;
}

async function showList(c: Visiting, { schemes }: InnovationOptions): Promise<Response> {
  const { visit } = c.var;
  const { q = '', unit = '', state = '', page: wanted = '1' } = c.req.query();
  const number = /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) : 1;
  const view = await visit.db.read(async (tx) => {
    const headed = await headedUnits(tx, visit.actor.personId, visit.today);
    const found = await listInnovations(
      tx,
      {
        q: q.replaceAll('\0', ''),
        unitId: isId(unit) ? unit : undefined,
        state: STATES.find((each) => each === state),
      },
      number,
    );
    const toVerify = headed.own.size > 0 ? await listInnovations(tx, { toVerifyIn: [...headed.own] }) : [];
    return {
      found,
      toVerify,
      units: await unitOptions(tx),
      components: await componentsOf(tx, schemes, found),
    };
  });
  const at = (shift: number) =>
    visit.path(`/innovations?${new URLSearchParams({ q, unit, state, page: String(number + shift) })}`);
  return page(
    c,
    <ListPage
      visit={visit}
      innovations={view.found.slice(0, INNOVATIONS_A_PAGE)}
      toVerify={view.toVerify.filter(({ members }) => !members.some(({ id }) => id === visit.actor.personId))}
      componentOf={(innovation) => view.components.get(schemeKey(innovation))}
      units={view.units}
      filter={{ q, unit, state }}
      previous={number > 1 ? at(-1) : undefined}
      next={view.found.length > INNOVATIONS_A_PAGE ? at(1) : undefined}
    />,
  );
}

function showForm(c: Visiting, view: Omit<FormView, 'visit'>): Response {
  const isRefused = Object.keys(view.errors).length > 0;
  return page(c, <FormPage visit={c.var.visit} {...view} />, isRefused ? 422 : 200);
}

async function propose(c: Visiting, { schemes }: InnovationOptions): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const { id = '' } = typed;
  if (!isId(id)) throw new NotFound();
  const read = readWords(typed);
  const again = (errors: FormView['errors']) => showForm(c, { id, isNew: true, typed, errors });
  if (!read.ok) return again(read.errors);
  try {
    await visit.db.write(async (tx) => {
      const place = await placeOf(tx, schemes, visit.actor.personId);
      if (!place) throw new Refusal(text.noScheme(), 'title');
      await proposeInnovation(tx, visit.actor, { id, place, ...read.value });
    });
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return again({ [error.field]: error.message });
  }
  return seeOther(c, visit.path(`/innovations/${id}`), text.proposed());
}

async function showWords(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const innovation = await visit.db.read((tx) => requireInnovation(tx, c.req.param('id') ?? ''));
  if (!innovation.members.some(({ id }) => id === visit.actor.personId)) throw new NotAllowed();
  const others = innovation.members.filter(({ id }) => id !== visit.actor.personId);
  const nips = await visit.db.read((tx) =>
    others.length === 0
      ? Promise.resolve([])
      : tx.db
          .selectFrom('people')
          .select('nip')
          .where('agency_id', '=', tx.agencyId)
          .where(
            'id',
            'in',
            others.map(({ id }) => id),
          )
          .execute(),
  );
  const { title, problem, idea } = innovation;
  const members = nips.map(({ nip }) => nip ?? '').join('\n');
  return showForm(c, {
    id: innovation.id,
    isNew: false,
    typed: { title, problem, idea, members },
    errors: {},
  });
}

async function edit(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = idOf(c);
  const typed = await formFields(c);
  const read = readWords(typed);
  const again = (errors: FormView['errors']) => showForm(c, { id, isNew: false, typed, errors });
  if (!read.ok) {
    await visit.db.read((tx) => requireInnovation(tx, id));
    return again(read.errors);
  }
  try {
    await visit.db.write((tx) => editInnovation(tx, visit.actor, { id, ...read.value }));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return again({ [error.field]: error.message });
  }
  return seeOther(c, visit.path(`/innovations/${id}`), text.saved());
}

function idOf(c: Visiting, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw new NotFound();
  return id;
}

async function showOne(
  c: Visiting,
  { schemes }: InnovationOptions,
  refused?: InnovationView['refused'],
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const innovation = await requireInnovation(tx, idOf(c));
    const compiled = await schemes.load(tx, innovation.scheme.id, innovation.scheme.version);
    const component = innovationComponent(compiled.scheme);
    if (!component) throw new NotFound();
    const headed = await headedUnits(tx, visit.actor.personId, visit.today);
    return { innovation, component, title: compiled.scheme.title, headed, units: await unitOptions(tx) };
  });
  const { innovation, component, headed } = view;
  const roles = rolesTowards(visit.actor, innovation, headed);
  const isPublished = innovation.publicText !== null;
  return page(
    c,
    <InnovationPage
      visit={visit}
      innovation={innovation}
      component={component}
      schemeTitle={inLocale(view.title)}
      acts={openActs(INNOVATION, innovation.state, roles).filter(
        ({ act }) => act !== 'unpublish' || isPublished,
      )}
      verifies={(step) => mayVerify(visit.actor, innovation, step, headed)}
      units={view.units}
      newId={newId()}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

/** Does an act on one innovation; what the user can mend is shown beside the form it came from. */
async function acting(
  c: Visiting,
  options: InnovationOptions,
  form: string,
  work: (tx: Tx, id: string, typed: Readonly<Record<string, string>>) => Promise<string>,
): Promise<Response> {
  const { visit } = c.var;
  const id = idOf(c);
  const typed = await formFields(c);
  try {
    const done = await visit.db.write((tx) => work(tx, id, typed));
    return seeOther(c, visit.path(`/innovations/${id}`), done);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showOne(c, options, { form, typed, errors: { [error.field ?? 'form']: error.message } });
  }
}

function decision(c: Visiting, options: InnovationOptions): Promise<Response> {
  return acting(c, options, 'decision', async (tx, id, typed) => {
    const act = DECISIONS.find((each) => each === typed.act);
    if (!act) throw new NotFound();
    const { reason = '', publicText = '' } = typed;
    await decideInnovation(tx, c.var.visit.actor, { id, act, reason, publicText });
    return text.decided();
  });
}

async function claim(c: Visiting, options: InnovationOptions): Promise<Response> {
  const typed = await formFields(c);
  const read = readClaim(typed);
  if (!read.ok) return showOne(c, options, { form: 'step', typed, errors: read.errors });
  if (!isId(read.value.id)) throw new NotFound();
  return acting(c, options, 'step', async (tx, innovationId) => {
    await claimStep(tx, c.var.visit.actor, options.schemes, { innovationId, claim: read.value });
    return text.claimed();
  });
}

function askUnit(c: Visiting, options: InnovationOptions): Promise<Response> {
  const stepId = idOf(c, 'step');
  return acting(c, options, stepId, async (tx, innovationId, { unit = '' }) => {
    if (!isId(unit)) throw new Refusal(text.chooseUnit(), 'unit');
    await askVerification(tx, c.var.visit.actor, { innovationId, stepId, unitId: unit });
    return text.asked();
  });
}

function verdict(c: Visiting, options: InnovationOptions): Promise<Response> {
  const stepId = idOf(c, 'step');
  return acting(c, options, stepId, async (tx, innovationId, { verdict: given, reason = '' }) => {
    if (given !== 'confirmed' && given !== 'refused') throw new NotFound();
    await verifyStep(tx, c.var.visit.actor, { innovationId, stepId, verdict: given, reason });
    return text.verified();
  });
}
