/** `/fairness/mirror`: an appraiser's own figures; `/fairness/answers/:participantId`: what is asked before ratifying. */
import { type Context, Hono } from 'hono';
import { rolesIn } from '#features/evaluation/index.ts';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { logAccess, type Participation, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type Answer, answerPatterns, answersForm, fieldOf } from './answers/answer.ts';
import { openPatterns, type Pattern } from './answers/questions.ts';
import { AnswersPage } from './pages/answers-page.tsx';
import { MirrorPage } from './pages/mirror-page.tsx';
import { text } from './text-answers.ts';
import { loadMirror, type MirrorView } from './view.ts';

interface Options {
  readonly schemes: SchemeStore;
}

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string>>;

export function mirrorRoutes({ schemes }: Options): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness/mirror', (c) => showMirror(c, schemes));
  routes.get('/fairness/mirror/:periodId', (c) => showMirror(c, schemes, c.req.param('periodId')));
  routes.post('/fairness/mirror/:periodId/answers', (c) => answerEarly(c, schemes));
  routes.get('/fairness/answers/:participantId', showQuestions);
  routes.post('/fairness/answers/:participantId', answerOnWay);
  return routes;
}

/** What another appraiser gave is read item by item: the people concerned can see that it was. */
async function showMirror(c: C, schemes: SchemeStore, periodId?: string): Promise<Response> {
  const { visit } = c.var;
  const view = await mirrorOf(visit, schemes, periodId);
  const looked = view.sections.flatMap(({ looks }) => looks.map(({ personId }) => personId));
  for (const personId of new Set(looked)) await logAccess(visit, personId, 'second-look');
  return page(c, <MirrorPage visit={visit} view={view} />);
}

/** Always of the one who asks; whoever rates nobody is told that there is nothing. */
async function mirrorOf(visit: Visit, schemes: SchemeStore, periodId?: string): Promise<MirrorView> {
  const view = await visit.db.read((tx) => loadMirror(tx, schemes, visit.actor.personId, periodId));
  if (!view) throw new NotFound();
  return view;
}

/** From the mirror: one pattern at a time, whenever the appraiser wants to. */
async function answerEarly(c: C, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  const view = await mirrorOf(visit, schemes, c.req.param('periodId') ?? '');
  const { period } = view;
  const fields = await formFields(c);
  const back = visit.path(`/fairness/mirror/${period.id}`);
  const shown = view.patterns.filter(({ detector, answer }) => !answer && fieldOf(detector) in fields);
  if (shown.length === 0) return seeOther(c, back, text.nothingToAnswer());
  const parsed = parseFields(answersForm(shown.map(({ detector }) => detector)), fields);
  if (!parsed.ok)
    return page(c, <MirrorPage visit={visit} view={view} typed={fields} errors={parsed.errors} />, 422);
  const answers = answersFrom(shown, parsed.value);
  await visit.db.write((tx) =>
    answerPatterns(tx, visit.actor, { periodId: period.id, periodName: period.name, answers }),
  );
  return seeOther(c, back, text.sent());
}

interface Questions {
  readonly participation: Participation;
  readonly patterns: readonly Pattern[];
}

/** Only the one who is to ratify; others, whatever they may read, are not told that anything was asked. */
async function questionsIn(tx: Tx, visit: Visit, participantId: string): Promise<Questions> {
  const view = await requireParticipation(tx, visit.actor, participantId);
  if (!rolesIn(view).has('appraiser')) throw new NotFound();
  const { participation } = view;
  return { participation, patterns: await openPatterns(tx, visit.actor.personId, participation.id) };
}

async function showQuestions(c: C): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read((tx) => questionsIn(tx, visit, c.req.param('participantId') ?? ''));
  if (view.patterns.length === 0)
    return seeOther(c, resultPath(visit, view.participation), text.nothingLeft());
  return page(c, <AnswersPage visit={visit} {...view} />);
}

/**
 * All patterns of the page at once. A run that finished meanwhile may have found another: what was written is kept,
 * and the new one is asked; or it no longer finds one: then there is nothing to explain.
 */
async function answerOnWay(c: C): Promise<Response> {
  const { visit } = c.var;
  const participantId = c.req.param('participantId') ?? '';
  const fields = await formFields(c);
  const asked = await visit.db.read((tx) => questionsIn(tx, visit, participantId));
  const { participation, patterns } = asked;
  const filled = patterns.filter(({ detector }) => fieldOf(detector) in fields);
  const shown = filled.length > 0 ? filled : patterns;
  const parsed = parseFields(answersForm(shown.map(({ detector }) => detector)), fields);
  if (!parsed.ok)
    return page(c, <AnswersPage visit={visit} {...asked} typed={fields} errors={parsed.errors} />, 422);
  const { period } = participation;
  const left = await visit.db.write(async (tx) => {
    const answers = answersFrom(shown, parsed.value);
    const about = { periodId: period.id, periodName: period.name };
    await answerPatterns(tx, visit.actor, { ...about, answers });
    return (await openPatterns(tx, visit.actor.personId, participation.id)).length;
  });
  if (left > 0) return seeOther(c, visit.path(`/fairness/answers/${participation.id}`), text.newOnes());
  return seeOther(
    c,
    resultPath(visit, participation),
    shown.length > 0 ? text.sentOnWay() : text.nothingLeft(),
  );
}

function answersFrom(shown: readonly Pattern[], value: Typed): readonly Answer[] {
  return shown.map(({ detector }) => ({ detector, body: value[fieldOf(detector)] ?? '' }));
}

function resultPath(visit: Visit, { id }: Participation): string {
  return visit.path(`/appraisals/${id}/result`);
}
