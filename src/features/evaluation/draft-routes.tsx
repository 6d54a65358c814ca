import { type Context, Hono } from 'hono';
import { h, type VNode } from 'preact';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import type { Problems } from './check-rating.ts';
import { saveRatingDraft, saveSelfDraft } from './commands/save-draft.ts';
import { problemsOfSelf, reopenSelfAssessment, submitSelfAssessment } from './commands/self-assessment.ts';
import { EMPTY_RATING, type RatingContent, type SelfContent } from './content.ts';
import { contentFrom, ratingProblems } from './draft-content.ts';
import { type EvaluationView, loadEvaluation } from './evaluation-view.ts';
import { revisionForm, selfContentFrom } from './forms.ts';
import { refuseUncertified } from './gates/gates.ts';
import { readRating } from './local/frame.ts';
import { LocalPreview } from './pages/local-preview.tsx';
import { LocalRatingPage } from './pages/local-rating-page.tsx';
import { RatingPage } from './pages/rating-page.tsx';
import { NoPlanPage, ReadPage } from './pages/read-page.tsx';
import { SelfPage } from './pages/self-page.tsx';
import { SuggestionPanel } from './pages/suggestion-panel.tsx';
import { text as errorText } from './text.ts';
import { text } from './text-rating.ts';

/** The two forms that are written over days: the self-assessment and the appraiser's rating. */
export function draftRoutes({ schemes }: { schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const load = (visit: Visit, id: string) =>
    visit.db.read((tx) => loadEvaluation(tx, schemes, visit.actor, id));

  routes.get('/appraisals/:id/evaluation', async (c) => {
    const { visit } = c.var;
    const evaluation = await load(visit, c.req.param('id'));
    await logAccess(visit, evaluation.view.participation.person.id, 'evaluation');
    return page(c, evaluationPage(visit, evaluation));
  });

  routes.get('/appraisals/:id/evaluation/suggestion', async (c) => {
    const evaluation = await load(c.var.visit, c.req.param('id'));
    if (!evaluation.roles.has('appraiser')) throw new NotAllowed();
    const content = evaluation.rating?.content ?? EMPTY_RATING;
    const panel = evaluation.local ? (
      <LocalPreview compiled={evaluation.scheme} read={readRating(evaluation, content)} />
    ) : (
      <SuggestionPanel evaluation={evaluation} content={content} />
    );
    const frame: VNode = h('div', null, h('turbo-frame', { id: 'suggestion' }, panel));
    return page(c, frame);
  });

  routes.post('/appraisals/:id/evaluation/self', async (c) => {
    const { visit } = c.var;
    const draft = await draftIn(c, load, (_, plan, fields) => selfContentFrom(plan, fields), 'employee');
    const { input, evaluation, wants, plan } = draft;
    if (wants !== 'submit') {
      const revision = await visit.db.write((tx) => saveSelfDraft(tx, visit.actor, input));
      return isAutosave(c) ? savedDraft(c, revision) : seeOther(c, draft.back, text.savedFlash());
    }
    const errors = problemsOfSelf(plan, input.content);
    if (Object.keys(errors).length > 0) {
      const revision = await visit.db.write((tx) => saveSelfDraft(tx, visit.actor, input));
      return refusedSelf(c, evaluation, { ...input, revision }, errors);
    }
    await visit.db.write((tx) => submitSelfAssessment(tx, visit.actor, input));
    return seeOther(c, draft.back, text.submittedFlash());
  });

  routes.post('/appraisals/:id/evaluation/self/reopening', async (c) => {
    const { visit } = c.var;
    const participantId = c.req.param('id');
    await visit.db.write((tx) => reopenSelfAssessment(tx, visit.actor, { participantId }));
    return seeOther(c, visit.path(`/appraisals/${participantId}/evaluation`), text.reopenedFlash());
  });

  routes.post('/appraisals/:id/evaluation/rating', async (c) => {
    const { visit } = c.var;
    const { input, evaluation, wants, back } = await draftIn(c, load, contentFrom, 'appraiser');
    const revision = await visit.db.write((tx) => saveRatingDraft(tx, visit.actor, input));
    if (isAutosave(c)) return savedDraft(c, revision);
    if (wants !== 'check') return seeOther(c, back, text.savedFlash());
    const errors = ratingProblems(evaluation, input.content);
    if (Object.keys(errors).length === 0) return seeOther(c, `${back}/check`);
    return refusedRating(c, evaluation, { ...input, revision }, errors);
  });
  return routes;
}

function evaluationPage(visit: Visit, evaluation: EvaluationView) {
  if (!evaluation.agreed) return <NoPlanPage visit={visit} evaluation={evaluation} />;
  if (evaluation.roles.has('employee')) return <SelfPage visit={visit} evaluation={evaluation} />;
  if (evaluation.roles.has('appraiser') && !evaluation.current)
    return evaluation.gates?.certificate.rule === 'refuse' ? (
      <ReadPage visit={visit} evaluation={evaluation} />
    ) : (
      ratingPage(visit, evaluation)
    );
  return <ReadPage visit={visit} evaluation={evaluation} />;
}

/** The national form, or the instrument of the agency's own scheme. */
function ratingPage(visit: Visit, evaluation: EvaluationView, errors: Problems = {}) {
  if (!evaluation.local) return <RatingPage visit={visit} evaluation={evaluation} errors={errors} />;
  const read = readRating(evaluation, evaluation.rating?.content ?? EMPTY_RATING);
  // What cannot be read is said at once; what is merely missing only when the form is checked.
  const shown = { ...read.reading.problems, ...errors };
  return <LocalRatingPage visit={visit} evaluation={evaluation} read={read} errors={shown} />;
}

/** What both forms have in common: whose they are, the plan they follow, the revision they were drawn with. */
async function draftIn<Content>(
  c: Context<VisitEnv>,
  load: (visit: Visit, id: string) => Promise<EvaluationView>,
  read: (evaluation: EvaluationView, plan: PlanContent, fields: Record<string, string>) => Content,
  role: 'employee' | 'appraiser',
) {
  const { visit } = c.var;
  const fields = await formFields(c);
  const participantId = c.req.param('id') ?? '';
  const evaluation = await load(visit, participantId);
  if (!evaluation.roles.has(role)) throw new NotAllowed();
  if (!evaluation.agreed) throw new Refusal(errorText.noPlan());
  if (role === 'appraiser' && evaluation.gates) refuseUncertified(evaluation.gates);
  const parsed = parseFields(revisionForm, fields);
  if (!parsed.ok) throw new NotFound();
  const plan = evaluation.agreed.content;
  // A form drawn before the plan was revised does not know all of its lines.
  if (role === 'appraiser' && evaluation.current) throw new Conflict(errorText.changed());
  return {
    evaluation,
    plan,
    input: { participantId, revision: parsed.value.revision, content: read(evaluation, plan, fields) },
    wants: fields.step,
    back: visit.path(`/appraisals/${participantId}/evaluation`),
  };
}

interface Saved<Content> {
  readonly revision: number;
  readonly content: Content;
}

const BLANK = { id: '', authorId: '', updatedAt: new Date(0), submittedAt: null };

function refusedSelf(
  c: Context<VisitEnv>,
  evaluation: EvaluationView,
  saved: Saved<SelfContent>,
  errors: Problems,
): Response {
  const self = { ...BLANK, ...evaluation.self, state: 'draft' as const, revision: saved.revision };
  const shown = { ...evaluation, self: { ...self, content: saved.content } };
  return page(c, <SelfPage visit={c.var.visit} evaluation={shown} errors={errors} />, 422);
}

function refusedRating(
  c: Context<VisitEnv>,
  evaluation: EvaluationView,
  saved: Saved<RatingContent>,
  errors: Problems,
): Response {
  const rating = { ...BLANK, ...evaluation.rating, state: 'draft' as const, revision: saved.revision };
  const shown = { ...evaluation, rating: { ...rating, content: saved.content } };
  return page(c, ratingPage(c.var.visit, shown, errors), 422);
}
