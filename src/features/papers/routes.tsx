/** The papers of one appraisal: the page that says which there are, and each as PDF. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { assemblePaper } from './assemble.ts';
import { availability, begunStages, isPaperKind, mayPrintDraft, type PaperKind } from './available.ts';
import { mayBundle } from './bundle-scope.ts';
import type { AppraisalFacts, Stage } from './facts.ts';
import { paperFileName } from './file-name.ts';
import type { PaperOptions } from './options.ts';
import { PapersPage } from './pages/papers-page.tsx';
import { agencyFacts, paperHead } from './paper-head.ts';
import { appraisalFacts } from './queries.ts';
import { renderInTurn } from './render-in-turn.ts';
import { bundleRoutes } from './routes-bundle.tsx';
import { headRoutes } from './routes-head.tsx';
import { checkSigning } from './signing.ts';

type Visiting = Context<VisitEnv>;

export function paperRoutes(options: PaperOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/papers', showPapers);
  routes.get('/appraisals/:id/papers/:file', (c) => sendPaper(c, options));
  routes.route('/', headRoutes(options));
  routes.route('/', bundleRoutes(options));
  return routes;
}

interface Found {
  readonly view: ParticipationView;
  readonly facts: AppraisalFacts;
}

async function findAppraisal(tx: Tx, c: Visiting): Promise<Found> {
  const view = await requireParticipation(tx, c.var.visit.actor, c.req.param('id') ?? '');
  const facts = (await appraisalFacts(tx, [view.participation.id])).get(view.participation.id);
  if (!facts) throw new NotFound();
  return { view, facts };
}

async function showPapers(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const found = await visit.db.read(async (tx) => ({
    ...(await findAppraisal(tx, c)),
    place: (await paperHead(tx)).place,
    mayBundle: await mayBundle(tx, visit.actor),
  }));
  await logAccess(visit, found.view.participation.person.id, 'papers');
  const checked = checkSigning(c.req.query(), found.facts.subject);
  return page(c, <PapersPage visit={visit} {...found} checked={checked} />, checked.ok ? 200 : 422);
}

async function sendPaper(c: Visiting, { files, schemes }: PaperOptions): Promise<Response> {
  const { visit } = c.var;
  const kind = (c.req.param('file') ?? '').replace(/\.pdf$/, '');
  if (!isPaperKind(kind) || !c.req.path.endsWith('.pdf')) throw new NotFound();
  const { view, facts, head, scheme } = await visit.db.read(async (tx) => {
    const found = await findAppraisal(tx, c);
    const { id, version } = found.view.participation.scheme;
    return { ...found, head: await paperHead(tx), scheme: await schemes.find(tx, id, version) };
  });
  const checked = checkSigning(c.req.query(), facts.subject);
  const back = visit.path(`/appraisals/${view.participation.id}/papers`);
  const isDraft = c.req.query('draft') === 'yes';
  // The page of the papers says what is missing, or what is wrong with the date.
  if (!isPrintable(view, facts, kind, isDraft)) return seeOther(c, back);
  if (!checked.ok) return seeOther(c, `${back}?${new URLSearchParams(checked.typed)}`);
  const stage = stageOf(c, facts, kind);
  const paper = assemblePaper(
    facts,
    {
      agency: await agencyFacts(head, visit.agency.id, files),
      scheme: scheme?.scheme,
      today: visit.today,
      ...checked.signing,
    },
    { kind, draft: isDraft, stage },
  );
  const bytes = new Uint8Array(await renderInTurn(paper));
  await logAccess(visit, facts.subject.person.id, `paper:${kind}`);
  const name = paperFileName(kind, facts.subject.startsOn.slice(0, 4), facts.subject.person.name, {
    stage: stage?.name,
    isDraft: paper.draft ?? false,
  });
  return download(c, bytes, {
    name,
    mediaType: 'application/pdf',
    inline: c.req.query('download') !== 'yes',
  });
}

function isPrintable(
  view: ParticipationView,
  facts: AppraisalFacts,
  kind: PaperKind,
  isDraft: boolean,
): boolean {
  const isEmployee = view.relations.has('employee');
  if (kind === 'skp' && isDraft) return mayPrintDraft(facts, isEmployee);
  return availability(facts, kind, isEmployee).state !== 'missing';
}

function stageOf(c: Visiting, facts: AppraisalFacts, kind: PaperKind): Stage | undefined {
  const wanted = c.req.query('stage');
  if (wanted === undefined || kind !== 'feedback') return undefined;
  const stage = begunStages(facts, c.var.visit.today).find((each) => String(each.ordinal) === wanted);
  if (!stage) throw new NotFound();
  return stage;
}
