import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { civilDate, formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { SchemeStore } from '../store.ts';
import { closeDiscussion, openDiscussion } from './commands/discussion.ts';
import { dropDraft } from './commands/drop-draft.ts';
import { startDraft } from './commands/start-draft.ts';
import { mendingFor } from './guided/mending.ts';
import { DraftPage } from './pages/draft-page.tsx';
import { type DraftFilter, DraftListPage, FILTERS } from './pages/list-page.tsx';
import { FROM_NOTHING, StartPage } from './pages/start-page.tsx';
import { examine } from './problems.ts';
import { draftHistory, draftSources, listDrafts, requireDraft } from './queries.ts';
import { adoptionRoutes } from './routes-adoption.tsx';
import { guidedRoutes } from './routes-guided.tsx';
import { yamlRoutes } from './routes-yaml.tsx';
import { text } from './text.ts';
import { type DraftState, isEditable, mayReadDrafts } from './transitions.ts';
import { knownVersions } from './versions.ts';

export interface DraftOptions {
  readonly schemes: SchemeStore;
}

type Visiting = Context<VisitEnv>;

/** What is proposed where the scheme itself does not say how long its drafts are open to comments. */
const DISCUSSION_DAYS = 14;

/** `/scheme-drafts`: starting, changing, discussing, dropping and adopting drafts of schemes. */
export function draftRoutes(options: DraftOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/scheme-drafts', (c) => showList(c));
  routes.post('/scheme-drafts', (c) => start(c, options));
  routes.get('/scheme-drafts/new', (c) => showStart(c, options));
  routes.get('/scheme-drafts/:id', (c) => showDraft(c));
  routes.post('/scheme-drafts/:id/discussion-opening', (c) => openIt(c));
  routes.post('/scheme-drafts/:id/discussion-closing', (c) => closeIt(c));
  routes.post('/scheme-drafts/:id/dropping', (c) => dropIt(c));
  routes.route('/', guidedRoutes(options));
  routes.route('/', yamlRoutes(options));
  routes.route('/', adoptionRoutes(options));
  return routes;
}

const STATES: Record<DraftFilter, readonly DraftState[]> = {
  open: ['draft', 'discussion'],
  adopted: ['adopted'],
  dropped: ['dropped'],
};

async function showList(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const maySeeAll = mayReadDrafts(visit.actor);
  const filter = FILTERS.find((each) => maySeeAll && each === c.req.query('state')) ?? 'open';
  const drafts = await visit.db.read(async (tx) => {
    const lines = await listDrafts(tx, maySeeAll ? STATES[filter] : ['discussion']);
    const sources = await draftSources(
      tx,
      lines.filter((each) => isEditable(each.state)).map((each) => each.id),
    );
    return lines.map((line) => {
      const source = sources.get(line.id);
      return { ...line, problems: source === undefined ? undefined : examine(source).problems.length };
    });
  });
  return page(
    c,
    <DraftListPage
      visit={visit}
      drafts={drafts}
      filter={filter}
      maySeeAll={maySeeAll}
      mayStart={isAgencyOfficer(visit.actor)}
    />,
  );
}

async function showStart(
  c: Visiting,
  { schemes }: DraftOptions,
  refused?: { fields: Record<string, string>; errors: Record<string, string>; id: string },
): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const versions = await visit.db.read((tx) => knownVersions(tx, schemes));
  const wanted = versions.find((each) => `${each.id}@${each.version}` === c.req.query('from')) ?? versions[0];
  const proposed = {
    base: wanted ? `${wanted.id}@${wanted.version}` : FROM_NOTHING,
    kind: !wanted || wanted.kind === 'national' ? 'new' : 'next',
  };
  return page(
    c,
    <StartPage
      visit={visit}
      newId={refused?.id ?? newId()}
      versions={versions}
      fields={refused?.fields ?? proposed}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

const startForm = z.object({
  base: z.string().regex(/^(empty|[a-z][a-z0-9-]*@[1-9]\d{0,3})$/),
  kind: z.enum(['next', 'new']),
  schemeId: z.string().trim().default(''),
  titleId: z.string().trim().max(200).default(''),
  titleEn: z.string().trim().max(200).default(''),
});

async function start(c: Visiting, options: DraftOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const id = fields.id && isId(fields.id) ? fields.id : newId();
  const parsed = parseFields(startForm, fields);
  if (!parsed.ok) return showStart(c, options, { fields, errors: parsed.errors, id });
  const { base, kind, schemeId, titleId, titleEn } = parsed.value;
  const [baseId = '', version = ''] = base.split('@');
  const input = {
    id,
    base: base === FROM_NOTHING ? undefined : { id: baseId, version: Number(version) },
    kind,
    schemeId,
    title: { id: titleId, en: titleEn },
  };
  try {
    await visit.db.write((tx) => startDraft(tx, visit.actor, input, options.schemes));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showStart(c, options, { fields, errors: { [error.field]: error.message }, id });
  }
  return seeOther(c, visit.path(`/scheme-drafts/${id}`), text.started());
}

interface Refused {
  readonly errors: Record<string, string>;
  readonly fields: Record<string, string>;
}

async function showDraft(c: Visiting, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const { draft, history } = await visit.db.read(async (tx) => {
    const draft = await requireDraft(tx, visit.actor, c.req.param('id') ?? '');
    return { draft, history: await draftHistory(tx, draft.id) };
  });
  const examination = examine(draft.source);
  const days = examination.scheme?.openness?.draftingDays ?? DISCUSSION_DAYS;
  const proposed = { from: visit.today, until: addDays(visit.today, days) };
  return page(
    c,
    <DraftPage
      visit={visit}
      draft={draft}
      history={history}
      examination={examination}
      mend={mendingFor(visit, draft)}
      errors={refused?.errors ?? {}}
      fields={refused?.fields ?? proposed}
    />,
    refused ? 422 : 200,
  );
}

/** Runs an act of the overview; what the officer can mend comes back with the page. */
async function act(
  c: Visiting,
  fields: Record<string, string>,
  { run, done, field }: { run: () => Promise<void>; done: string; field: string },
): Promise<Response> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    const place = error.field === 'reason' || !error.field ? field : error.field;
    return showDraft(c, { errors: { [place]: error.message }, fields });
  }
  return seeOther(c, c.var.visit.path(`/scheme-drafts/${c.req.param('id')}`), done);
}

const datesForm = z.object({ from: civilDate(), until: civilDate() });

async function openIt(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const draft = await visit.db.read((tx) => requireDraft(tx, visit.actor, id));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const parsed = parseFields(datesForm, fields);
  if (!parsed.ok) return showDraft(c, { errors: parsed.errors, fields });
  const input = { id: draft.id, dates: parsed.value, today: visit.today };
  return act(c, fields, {
    run: () => visit.db.write((tx) => openDiscussion(tx, visit.actor, input)),
    done: text.discussionOpened(),
    field: 'until',
  });
}

async function closeIt(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const input = { id: c.req.param('id') ?? '', reason: fields.reason ?? '' };
  return act(c, fields, {
    run: () => visit.db.write((tx) => closeDiscussion(tx, visit.actor, input)),
    done: text.discussionClosed(),
    field: 'reason',
  });
}

async function dropIt(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const input = { id: c.req.param('id') ?? '', reason: fields.dropReason ?? '' };
  return act(c, fields, {
    run: () => visit.db.write((tx) => dropDraft(tx, visit.actor, input)),
    done: text.droppedDone(),
    field: 'dropReason',
  });
}
