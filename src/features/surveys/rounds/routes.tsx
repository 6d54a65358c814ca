import { type Context, Hono } from 'hono';
import { covers, isAgencyOfficer, isOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors, Option } from '#ui/form.tsx';
import { belongsTo, isReader, overseesRound, overseesUnit, unitNames } from '../access.ts';
import type { Typed } from '../counters/pages.tsx';
import { type Counter, listCounters } from '../counters/queries.ts';
import { unitResults, unitsWithResults } from '../results/figures.ts';
import { breakdownsOf, extraFigures } from '../results/once.ts';
import { text } from '../text.ts';
import { givenOut } from '../tokens/queries.ts';
import { mayManage, openRoundActs, rolesFor } from '../transitions.ts';
import { actOnRound, LEAST_ANSWERS, listsOf, roundForm, saveRound, WHOLE } from './commands.ts';
import { RoundFormPage } from './form-page.tsx';
import { OwnResultsPage, RoundsPage } from './pages.tsx';
import { listRounds, type Round, requireRound } from './queries.ts';
import { RoundPage } from './round-page.tsx';

type Visiting = Context<VisitEnv>;
interface Draft {
  readonly id: string;
  readonly isNew: boolean;
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

export function roundRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/surveys', showList);
  routes.get('/surveys/rounds/new', showNew);
  routes.post('/surveys/rounds', (c) => save(c, undefined));
  routes.get('/surveys/rounds/:id', (c) => show(c));
  routes.get('/surveys/rounds/:id/edit', showEdit);
  routes.post('/surveys/rounds/:id', (c) => save(c, c.req.param('id')));
  routes.post('/surveys/rounds/:id/opening', (c) => act(c, 'open', text.opened()));
  routes.post('/surveys/rounds/:id/dropping', (c) => act(c, 'drop', text.dropped()));
  routes.post('/surveys/rounds/:id/closing', (c) => act(c, 'close', text.closed()));
  return routes;
}

async function showList(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  if (!isReader(visit.actor)) return showOwn(c);
  const all = await visit.db.read(listRounds);
  const rounds = all.filter((round) => overseesRound(visit.actor, round));
  return page(c, <RoundsPage visit={visit} rounds={rounds} />);
}

async function showOwn(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const results = await visit.db.read(async (tx) => {
    const rounds = (await listRounds(tx)).filter(({ state }) => state !== 'draft');
    const pairs = rounds.flatMap((round) => unitsWithResults(round).map((unit) => ({ round, unit })));
    const own = new Set<string>();
    for (const id of new Set(pairs.map(({ unit }) => unit.id)))
      if (await belongsTo(tx, visit.actor, id, visit.today)) own.add(id);
    return pairs.filter(({ unit }) => own.has(unit.id));
  });
  return page(c, <OwnResultsPage visit={visit} results={results} />);
}

async function show(c: Visiting, closeError?: string): Promise<Response> {
  const { visit } = c.var;
  const { actor } = visit;
  const view = await visit.db.read(async (tx) => {
    const round = await requireRound(tx, actor, c.req.param('id') ?? '');
    return { round, ...(await resultsOf(tx, c, round)) };
  });
  const own = view.round.counters.filter(({ unitId }) => mayManage(actor, unitId)).map(({ id }) => id);
  return page(
    c,
    <RoundPage
      visit={visit}
      {...view}
      acts={openRoundActs(view.round.state, rolesFor(actor, view.round.unitId))}
      own={new Set(own)}
      closeError={closeError}
    />,
    closeError === undefined ? 200 : 422,
  );
}

/** Results of the units that this person answers for. What is shown once is of the whole round. */
async function resultsOf(tx: Tx, c: Visiting, round: Round) {
  const { actor } = c.var.visit;
  const units = unitsWithResults(round).filter(({ id }) => overseesUnit(actor, id));
  return {
    results: await unitResults(tx, round, units),
    given: await givenOut(tx, round.id),
    extras: await extraFigures(tx, round),
    breakdowns: await breakdownsOf(tx, round),
  };
}

async function choices(c: Visiting): Promise<{ units: readonly Option[]; counters: readonly Counter[] }> {
  const { visit } = c.var;
  return visit.db.read(async (tx) => {
    const names = await unitNames(tx);
    const own = [...names].flatMap(([value, label]) =>
      covers(visit.actor.officer, value) ? [{ value, label }] : [],
    );
    const units = isAgencyOfficer(visit.actor) ? [{ value: WHOLE, label: text.wholeAgency() }, ...own] : own;
    const counters = (await listCounters(tx)).filter(({ unitId }) => mayManage(visit.actor, unitId));
    return { units, counters };
  });
}

async function showForm(c: Visiting, draft: Draft): Promise<Response> {
  const hasProblems = Object.keys(draft.errors).length > 0;
  return page(
    c,
    <RoundFormPage visit={c.var.visit} {...draft} {...(await choices(c))} />,
    hasProblems ? 422 : 200,
  );
}

async function showNew(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const typed = {
    startsOn: visit.today,
    asksProfile: 'yes',
    asksWords: 'yes',
    least: String(LEAST_ANSWERS.lowest),
  };
  return showForm(c, { id: newId(), isNew: true, typed, errors: {} });
}

async function showEdit(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const round = await visit.db.read((tx) => requireRound(tx, visit.actor, c.req.param('id') ?? ''));
  if (!mayManage(visit.actor, round.unitId)) throw new NotAllowed();
  if (round.state !== 'draft')
    return seeOther(c, visit.path(`/surveys/rounds/${round.id}`), text.roundIsOpen());
  return showForm(c, { id: round.id, isNew: false, typed: typedOf(round), errors: {} });
}

function typedOf(round: Round): Typed {
  const yes = (is: boolean) => (is ? 'yes' : '');
  return {
    name: round.name,
    unit: round.unitId ?? WHOLE,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    asksProfile: yes(round.asksProfile),
    asksWords: yes(round.asksWords),
    least: String(round.least),
    ...Object.fromEntries(round.counters.map(({ id }) => [`counter-${id}`, 'yes'])),
    ...Object.fromEntries(
      round.extras.flatMap((extra, index) => [
        [`extra-${index + 1}-id`, extra.id],
        [`extra-${index + 1}-en`, extra.en],
      ]),
    ),
  };
}

async function save(c: Visiting, known: string | undefined): Promise<Response> {
  const { visit } = c.var;
  if (known !== undefined) await visit.db.read((tx) => requireRound(tx, visit.actor, known));
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const id = known ?? (isId(fields.id ?? '') ? (fields.id ?? '') : newId());
  const draft = { id, isNew: known === undefined, typed: fields };
  const parsed = parseFields(roundForm, fields);
  if (!parsed.ok) return showForm(c, { ...draft, errors: parsed.errors });
  try {
    await visit.db.write((tx) => saveRound(tx, visit.actor, id, { ...parsed.value, ...listsOf(fields) }));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showForm(c, { ...draft, errors: { [error.field]: error.message } });
  }
  return seeOther(c, visit.path(`/surveys/rounds/${id}`), text.saved());
}

async function act(c: Visiting, name: 'open' | 'drop' | 'close', done: string): Promise<Response> {
  const { visit } = c.var;
  const { reason = '' } = await formFields(c);
  const roundId = c.req.param('id') ?? '';
  try {
    await visit.db.write((tx) =>
      actOnRound(tx, visit.actor, { roundId, act: name, reason, today: visit.today }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return show(c, error.message);
  }
  return seeOther(c, visit.path(name === 'drop' ? '/surveys' : `/surveys/rounds/${roundId}`), done);
}
