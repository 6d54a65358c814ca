/** `/laboratory`: schemes tried on invented people, with runs that are kept, shared, repeated and compared. */
import { randomInt } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { mayRunAnything, rolesOf, SMALL_RUN } from './access.ts';
import { cancelRun } from './commands/cancel-run.ts';
import { requestRuns } from './commands/request-runs.ts';
import { runAsCsv, runAsJson } from './files.ts';
import { fieldsOf, readForm, type Typed } from './form.ts';
import { ComparePage } from './pages/compare-page.tsx';
import { RunListPage } from './pages/list-page.tsx';
import { NewRunPage, type NewRunView } from './pages/new-page.tsx';
import { RunPage } from './pages/run-page.tsx';
import { PRESETS, type Preset, settingsOf } from './presets.ts';
import { listRuns, measuredPace, type Run, requireRun } from './queries.ts';
import { ownStructure } from './structure.ts';
import { schemeOfRun, subjectCode, subjectOptions } from './subjects.ts';
import { text } from './text.ts';
import { decideRun } from './transitions.ts';

export interface LaboratoryOptions {
  readonly schemes: SchemeStore;
}

type Visiting = Context<VisitEnv>;

export function laboratoryRoutes(options: LaboratoryOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/laboratory', (c) => showList(c, options));
  routes.get('/laboratory/new', (c) => showNew(c, options));
  routes.post('/laboratory', (c) => request(c, options));
  routes.get('/laboratory/:run', (c) => showRun(c, options));
  routes.post('/laboratory/:run/cancellation', (c) => cancel(c));
  routes.get('/laboratory/:run/compare', (c) => compare(c, options));
  routes.get('/laboratory/:run/run.json', (c) => sendFile(c, options, 'json'));
  routes.get('/laboratory/:run/run.csv', (c) => sendFile(c, options, 'csv'));
  return routes;
}

const runIdOf = (c: Visiting) => c.req.param('run') ?? '';

async function showList(c: Visiting, { schemes }: LaboratoryOptions): Promise<Response> {
  const { visit } = c.var;
  const words = (c.req.query('q') ?? '').trim().slice(0, 100);
  const draft = c.req.query('draft');
  const view = await visit.db.read(async (tx) => {
    const runs = await listRuns(tx, visit.actor, { words, draftId: isId(draft ?? '') ? draft : undefined });
    const titles = await Promise.all(
      runs.map(async (run) => (run.draftId ? undefined : await schemeOfRun(tx, schemes, run))),
    );
    const options = await subjectOptions(tx, schemes, visit.actor, visit.today);
    return { lines: runs.map((run, index) => ({ run, scheme: titles[index] })), mayRun: options.length > 0 };
  });
  return page(c, <RunListPage visit={visit} {...view} words={words} />);
}

/** What a new form begins with: a preset, or the settings of a run to be changed or set beside another scheme. */
async function begun(tx: Tx, c: Visiting): Promise<Pick<NewRunView, 'typed' | 'kept' | 'preset'>> {
  const { visit } = c.var;
  const again = c.req.query('from') ?? c.req.query('beside');
  if (again !== undefined) {
    const run = await requireRun(tx, visit.actor, again);
    return { typed: typedOf(run, c.req.query('from') !== undefined), kept: run, preset: undefined };
  }
  const preset: Preset = PRESETS.find((each) => each === c.req.query('preset')) ?? 'reported';
  const typed = {
    ...fieldsOf(settingsOf(preset)),
    name: '',
    subject: c.req.query('subject') ?? '',
    second: '',
    structure: 'own',
    people: '300',
    span: '8',
    unit: '40',
    seed: String(randomInt(1, 1_000_000)),
  };
  return { typed, kept: undefined, preset };
}

function typedOf(run: Run, isSameScheme: boolean): Typed {
  return {
    ...fieldsOf(run.settings),
    name: isSameScheme ? run.name : '',
    subject: isSameScheme ? subjectCode(run) : '',
    second: '',
    structure: 'kept',
    keptFrom: run.id,
    beside: isSameScheme ? '' : run.id,
    people: String(run.people),
    span: String(run.span ?? 8),
    unit: String(run.unitSize ?? 40),
    seed: String(run.seed),
  };
}

async function showNew(
  c: Visiting,
  { schemes }: LaboratoryOptions,
  refused?: Pick<NewRunView, 'typed' | 'errors' | 'ids'>,
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const subjects = await subjectOptions(tx, schemes, visit.actor, visit.today);
    if (subjects.length === 0) throw new NotAllowed();
    const begin = refused ? await keptIn(tx, visit.actor, refused.typed) : await begun(tx, c);
    const own = await ownStructure(tx);
    return { subjects, own, pace: await measuredPace(tx), ...begin };
  });
  const isSmall = !mayRunAnything(visit.actor);
  const size = (view.own?.structure.unitOf.length ?? 0) * Number(view.typed.periods);
  const fits = view.own !== undefined && !(isSmall && size > SMALL_RUN);
  const typed =
    fits || view.typed.structure !== 'own' ? view.typed : { ...view.typed, structure: 'invented' };
  return page(
    c,
    <NewRunPage
      visit={visit}
      {...view}
      typed={refused?.typed ?? typed}
      errors={refused?.errors ?? {}}
      ids={refused?.ids ?? { id: newId(), secondId: newId() }}
      isSmall={isSmall}
    />,
    refused ? 422 : 200,
  );
}

async function keptIn(tx: Tx, actor: Parameters<typeof requireRun>[1], typed: Typed) {
  const id = typed.keptFrom ?? '';
  const kept = isId(id) ? await requireRun(tx, actor, id) : undefined;
  return { typed, kept, preset: undefined };
}

async function request(c: Visiting, options: LaboratoryOptions): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const ids = {
    id: isId(typed.id ?? '') ? (typed.id ?? '') : newId(),
    secondId: isId(typed.secondId ?? '') ? (typed.secondId ?? '') : newId(),
  };
  const read = readForm({ ...typed, ...ids });
  if (!read.ok) return showNew(c, options, { typed, errors: read.errors, ids });
  try {
    await visit.db.write((tx) => requestRuns(tx, options.schemes, visit, read.asked));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showNew(c, options, { typed, errors: { [error.field]: error.message }, ids });
  }
  const path = visit.path(`/laboratory/${ids.id}`);
  if (read.asked.second) return seeOther(c, `${path}/compare?with=${ids.secondId}`, text.startedTwo());
  // What was asked for to be compared is shown so.
  const { beside } = read.asked;
  const address = beside ? visit.path(`/laboratory/${beside}/compare?with=${ids.id}`) : path;
  return seeOther(c, address, text.started());
}

async function showRun(c: Visiting, { schemes }: LaboratoryOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const run = await requireRun(tx, visit.actor, runIdOf(c));
    const others = (await listRuns(tx, visit.actor, { words: '' })).filter(({ id }) => id !== run.id);
    return {
      run,
      scheme: await schemeOfRun(tx, schemes, run),
      others: others.filter(({ state }) => state === 'done').slice(0, 50),
      companions: others.filter(({ id, besideId }) => besideId === run.id || id === run.besideId),
      pace: await measuredPace(tx),
      mayRun: (await subjectOptions(tx, schemes, visit.actor, visit.today)).length > 0,
    };
  });
  const mayCancel = decideRun(view.run.state, 'cancel', rolesOf(visit.actor, view.run.requesterId)).ok;
  return page(c, <RunPage visit={visit} {...view} mayCancel={mayCancel} />);
}

async function cancel(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  await visit.db.write((tx) => cancelRun(tx, visit.actor, runIdOf(c)));
  return seeOther(c, visit.path(`/laboratory/${runIdOf(c)}`), text.cancelled());
}

async function compare(c: Visiting, { schemes }: LaboratoryOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const sides = [];
    for (const id of [runIdOf(c), c.req.query('with') ?? '']) {
      const run = await requireRun(tx, visit.actor, id);
      sides.push({ run, scheme: await schemeOfRun(tx, schemes, run) });
    }
    const [first, second] = sides;
    if (!first || !second) throw new NotFound();
    return { first, second };
  });
  return page(c, <ComparePage visit={visit} {...view} />);
}

async function sendFile(
  c: Visiting,
  { schemes }: LaboratoryOptions,
  kind: 'json' | 'csv',
): Promise<Response> {
  const { visit } = c.var;
  const { run, scheme } = await visit.db.read(async (tx) => {
    const found = await requireRun(tx, visit.actor, runIdOf(c));
    if (found.state !== 'done') throw new NotFound();
    return { run: found, scheme: await schemeOfRun(tx, schemes, found) };
  });
  const content = kind === 'json' ? runAsJson(run, scheme) : runAsCsv(run, scheme);
  return download(c, new TextEncoder().encode(content), {
    name: `laboratorium-${run.schemeId}-${run.seed}.${kind}`,
    mediaType: kind === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
  });
}
