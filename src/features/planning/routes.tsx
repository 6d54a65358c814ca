import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { actOnPlan } from './commands/act-on-plan.ts';
import { commentOnPlan, resolveComment } from './commands/comment.ts';
import { copyEarlierPlan } from './commands/copy-plan.ts';
import { numbersOf, planDifference } from './difference.ts';
import { buildMatrix } from './matrix.ts';
import { ACT_PATHS, type Refused } from './pages/act-panel.tsx';
import { ComparePage } from './pages/compare-page.tsx';
import { MatrixPage } from './pages/matrix-page.tsx';
import { PlanPage } from './pages/plan-page.tsx';
import { TeamPlansPage } from './pages/team-page.tsx';
import { agreedContent, findPlan } from './queries.ts';
import { editRoutes } from './routes-edit.tsx';
import { staffPlans, teamPlans } from './team.ts';
import { text } from './text.ts';
import { PLAN_ACTS, type PlanAct } from './transitions.ts';
import { loadPlanView, type PlanView } from './view.ts';

export interface PlanningOptions {
  readonly schemes: SchemeStore;
}

type Visiting = Context<VisitEnv>;
const PLAN = '/appraisals/:id/plan';

/** The plan of one appraisal, the matrix of a leader, and the plans of a team. */
export function planningRoutes(options: PlanningOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(PLAN, (c) => showPlan(c, options));
  routes.get(`${PLAN}/compare`, (c) => showComparison(c, options));
  routes.get(`${PLAN}/matrix`, (c) => showMatrix(c));
  for (const act of PLAN_ACTS) routes.post(`${PLAN}/${ACT_PATHS[act]}`, (c) => doAct(c, options, act));
  routes.post(`${PLAN}/copy`, (c) => copy(c));
  routes.post(`${PLAN}/comments`, (c) => comment(c, options));
  routes.post(`${PLAN}/comments/:comment/resolution`, (c) => resolve(c));
  routes.get('/team/plans', (c) => showTeam(c, options));
  routes.route('/', editRoutes(options));
  return routes;
}

function idOf(c: Visiting): string {
  return c.req.param('id') ?? '';
}

async function showPlan(c: Visiting, { schemes }: PlanningOptions, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read((tx) => loadPlanView(tx, visit.actor, idOf(c), schemes));
  await logAccess(visit, view.participation.participation.person.id, 'plan');
  return page(c, <PlanPage visit={visit} view={view} refused={refused} />, refused ? 422 : 200);
}

async function doAct(c: Visiting, options: PlanningOptions, act: PlanAct): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const reason = fields[`reason-${act}`] ?? '';
  const input = { participantId: idOf(c), act, revision: Number(fields.revision), reason };
  try {
    const { version } = await visit.db.write((tx) => actOnPlan(tx, visit.actor, input, options.schemes));
    return seeOther(c, visit.path(`/appraisals/${idOf(c)}/plan`), await doneWords(c, act, version));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showPlan(c, options, { act, message: error.message, reason });
  }
}

async function doneWords(c: Visiting, act: PlanAct, version: number): Promise<string> {
  const { visit } = c.var;
  const { participation } = await visit.db.read((tx) => requireParticipation(tx, visit.actor, idOf(c)));
  switch (act) {
    case 'propose':
      return text.proposeDone({ name: participation.appraiser?.name ?? '' });
    case 'withdraw':
      return text.withdrawDone();
    case 'return':
      return text.returnDone();
    case 'agree':
      return text.agreeDone({ version });
    case 'open-revision':
      return text['open-revisionDone']({ name: participation.person.name });
  }
}

async function copy(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { revision = '' } = await formFields(c);
  const input = { participantId: idOf(c), revision: Number(revision) };
  const period = await visit.db.write((tx) => copyEarlierPlan(tx, visit.actor, input));
  return seeOther(c, visit.path(`/appraisals/${idOf(c)}/plan/edit`), text.copied({ period }));
}

async function comment(c: Visiting, options: PlanningOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const lineId = fields.line ?? '';
  const body = fields[`comment-${lineId}`] ?? '';
  const input = { id: fields.id ?? '', participantId: idOf(c), lineId, body };
  try {
    await visit.db.write((tx) => commentOnPlan(tx, visit.actor, input));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'body') throw error;
    return showPlan(c, options, { act: 'comment', message: error.message, reason: body });
  }
  return seeOther(c, visit.path(`/appraisals/${idOf(c)}/plan#line-${lineId}`), text.commentSent());
}

async function resolve(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const input = { participantId: idOf(c), commentId: c.req.param('comment') ?? '' };
  await visit.db.write((tx) => resolveComment(tx, visit.actor, input));
  return seeOther(c, visit.path(`/appraisals/${idOf(c)}/plan`), text.commentResolved());
}

async function showComparison(c: Visiting, { schemes }: PlanningOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read((tx) => loadPlanView(tx, visit.actor, idOf(c), schemes));
  const newest =
    view.plan && view.plan.state !== 'agreed' ? 'draft' : String(view.versions[0]?.version ?? '');
  const to = c.req.query('to') ?? newest;
  const from = c.req.query('from') ?? String(view.versions[to === 'draft' ? 0 : 1]?.version ?? newest);
  const [before, after] = [contentOf(view, from), contentOf(view, to)];
  if (!before || !after) throw new NotFound();
  await logAccess(visit, view.participation.participation.person.id, 'plan');
  const changes = planDifference(before, after);
  const numbers = new Map([...numbersOf(before), ...numbersOf(after)]);
  return page(c, <ComparePage visit={visit} view={view} comparison={{ from, to, changes, numbers }} />);
}

function contentOf(view: PlanView, version: string) {
  if (version === 'draft') return view.plan?.content;
  return view.versions.find((each) => String(each.version) === version)?.content;
}

async function showMatrix(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const participation = await requireParticipation(tx, visit.actor, idOf(c));
    const { id, person, period } = participation.participation;
    const content = (await agreedContent(tx, id))?.content ?? (await findPlan(tx, id))?.content;
    const staff = await staffPlans(tx, { personId: person.id, periodId: period.id });
    return { participation, matrix: buildMatrix(id, content ?? { results: [] }, staff) };
  });
  await logAccess(visit, view.participation.participation.person.id, 'plan');
  return page(c, <MatrixPage visit={visit} {...view} />);
}

async function showTeam(c: Visiting, { schemes }: PlanningOptions): Promise<Response> {
  const { visit } = c.var;
  const filter = {
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    state: c.req.query('state') ?? '',
  };
  const { all, own } = await visit.db.read(async (tx) => ({
    all: await teamPlans(tx, visit.actor, schemes),
    own: await tx.db
      .selectFrom('participants')
      .innerJoin('periods', (join) =>
        join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
      )
      .select('participants.id')
      .where('participants.agency_id', '=', tx.agencyId)
      .where('participants.person_id', '=', visit.actor.personId)
      .where('participants.state', '=', 'active')
      .where('periods.state', '=', 'open')
      .orderBy('periods.starts_on', 'desc')
      .limit(1)
      .executeTakeFirst(),
  }));
  const words = filter.words.toLowerCase();
  const shown = all.filter(
    (each) =>
      (filter.state === '' || (each.state ?? 'none') === filter.state) &&
      (each.name.toLowerCase().includes(words) || each.position.toLowerCase().includes(words)),
  );
  return page(
    c,
    <TeamPlansPage visit={visit} all={all} shown={shown} filter={filter} ownParticipantId={own?.id} />,
  );
}
