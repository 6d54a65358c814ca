import { type Context, Hono } from 'hono';
import { covers, isOfficer, unitsBelow, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors, Option } from '#ui/form.tsx';
import { overseesUnit, requireReader, unitNames } from '../access.ts';
import { posterPdf } from '../print.ts';
import type { SurveyOptions } from '../routes.tsx';
import { text } from '../text.ts';
import { mayManage } from '../transitions.ts';
import {
  addCounter,
  bindingForm,
  bindPerson,
  changeCounter,
  counterForm,
  releasePerson,
  requireCounter,
  requireOwnCounter,
} from './commands.ts';
import { CounterPage } from './counter-page.tsx';
import { CountersPage, NewCounterPage, type Typed } from './pages.tsx';
import { PosterPage } from './poster.tsx';
import { boundPeople, type Counter, listCounters, peopleOfUnits } from './queries.ts';

type Visiting = Context<VisitEnv>;
type Refused = { readonly errors: FieldErrors; readonly typed: Typed };

export function counterRoutes(options: SurveyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/surveys/counters', showList);
  routes.get('/surveys/counters/new', (c) => showNew(c));
  routes.post('/surveys/counters', add);
  routes.get('/surveys/counters/:id', (c) => show(c));
  routes.post('/surveys/counters/:id', change);
  routes.get('/surveys/counters/:id/poster', (c) => showPoster(c, options));
  routes.get('/surveys/counters/:id/poster.pdf', (c) => sendPoster(c, options));
  routes.post('/surveys/counters/:id/people', bind);
  routes.post('/surveys/counters/:id/people/:binding/end', release);
  return routes;
}

async function showList(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireReader(visit.actor);
  const all = await visit.db.read(listCounters);
  const counters = all.filter((counter) => overseesUnit(visit.actor, counter.unitId));
  return page(c, <CountersPage visit={visit} counters={counters} />);
}

async function ownUnits(c: Visiting): Promise<readonly Option[]> {
  const { visit } = c.var;
  const names = await visit.db.read(unitNames);
  return [...names].flatMap(([value, label]) =>
    covers(visit.actor.officer, value) ? [{ value, label }] : [],
  );
}

async function showNew(c: Visiting, refused?: Refused & { readonly id: string }): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  return page(
    c,
    <NewCounterPage
      visit={visit}
      id={refused?.id ?? newId()}
      typed={refused?.typed ?? { activeFrom: visit.today }}
      errors={refused?.errors ?? {}}
      units={await ownUnits(c)}
    />,
    refused ? 422 : 200,
  );
}

async function add(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const parsed = parseFields(counterForm, fields);
  if (!parsed.ok) return showNew(c, { id, errors: parsed.errors, typed: fields });
  try {
    await visit.db.write((tx) => addCounter(tx, visit.actor, id, parsed.value));
  } catch (error) {
    return showNew(c, { id, ...refusalOf(error, fields) });
  }
  return seeOther(c, visit.path(`/surveys/counters/${id}`), text.saved());
}

/** What can be mended in the form; anything else goes on. */
function refusalOf(error: unknown, typed: Typed): Refused {
  if (!(error instanceof Refusal) || !error.field) throw error;
  return { errors: { [error.field]: error.message }, typed };
}

async function show(
  c: Visiting,
  refused: { readonly counter?: Refused; readonly binding?: Refused } = {},
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const counter = await requireCounter(tx, visit.actor, c.req.param('id') ?? '');
    return {
      counter,
      bound: await boundPeople(tx, counter.id),
      people: await peopleOfUnits(tx, await unitsBelow(tx, [counter.unitId]), visit.today),
    };
  });
  return page(
    c,
    <CounterPage
      visit={visit}
      {...view}
      mayChange={mayManage(visit.actor, view.counter.unitId)}
      units={await ownUnits(c)}
      typed={refused.counter?.typed ?? typedOf(view.counter)}
      errors={refused.counter?.errors ?? {}}
      bindingId={newId()}
      bindingTyped={refused.binding?.typed ?? {}}
      bindingErrors={refused.binding?.errors ?? {}}
    />,
    refused.counter || refused.binding ? 422 : 200,
  );
}

function typedOf(counter: Counter): Typed {
  return {
    unit: counter.unitId,
    name: counter.name,
    service: counter.service,
    mode: counter.mode,
    activeFrom: counter.activeFrom,
    activeUntil: counter.activeUntil ?? '',
  };
}

async function change(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireOwnCounter(tx, visit.actor, id));
  const fields = await formFields(c);
  const parsed = parseFields(counterForm, fields);
  if (!parsed.ok) return show(c, { counter: { errors: parsed.errors, typed: fields } });
  try {
    await visit.db.write((tx) => changeCounter(tx, visit.actor, id, parsed.value));
  } catch (error) {
    return show(c, { counter: refusalOf(error, fields) });
  }
  return seeOther(c, visit.path(`/surveys/counters/${id}`), text.saved());
}

async function bind(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const counterId = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireOwnCounter(tx, visit.actor, counterId));
  const fields = await formFields(c);
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const parsed = parseFields(bindingForm, fields);
  if (!parsed.ok) return show(c, { binding: { errors: parsed.errors, typed: fields } });
  const given = { counterId, id, input: parsed.value, today: visit.today };
  try {
    await visit.db.write((tx) => bindPerson(tx, visit.actor, given));
  } catch (error) {
    return show(c, { binding: refusalOf(error, fields) });
  }
  return seeOther(c, visit.path(`/surveys/counters/${counterId}`), text.bound());
}

async function release(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const counterId = c.req.param('id') ?? '';
  const bindingId = c.req.param('binding') ?? '';
  await visit.db.write((tx) => releasePerson(tx, visit.actor, { counterId, bindingId, today: visit.today }));
  return seeOther(c, visit.path(`/surveys/counters/${counterId}`), text.released());
}

async function posterOf(c: Visiting, { siteOrigin }: SurveyOptions) {
  const { visit } = c.var;
  const counter = await visit.db.read((tx) => requireCounter(tx, visit.actor, c.req.param('id') ?? ''));
  return { counter, address: answerAddress(siteOrigin(c), visit.agency.code, counter.code) };
}

/** Where a citizen lands with this code. */
export function answerAddress(origin: string, agencyCode: string, code: string): string {
  return `${origin}/s/${agencyCode}/${code}`;
}

async function showPoster(c: Visiting, options: SurveyOptions): Promise<Response> {
  return page(c, <PosterPage visit={c.var.visit} {...(await posterOf(c, options))} />);
}

async function sendPoster(c: Visiting, options: SurveyOptions): Promise<Response> {
  const { counter, address } = await posterOf(c, options);
  const bytes = posterPdf(counter, address);
  return download(c, bytes, {
    name: `poster-${counter.name}.pdf`,
    mediaType: 'application/pdf',
    inline: true,
  });
}
