import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, READERS, requireParticipation } from '#features/periods/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import { parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { askFeedback } from '../commands/ask-feedback.ts';
import { giveFeedback } from '../commands/give-feedback.ts';
import { withdrawFeedback } from '../commands/withdraw-feedback.ts';
import { askForm, feedbackForm, textFields } from '../forms.ts';
import { FeedbackPage, type FeedbackView } from '../pages/feedback-page.tsx';
import { blockedBecause, FEEDBACK_READERS } from '../policy.ts';
import { feedbackOf } from '../queries.ts';
import { peopleToAsk, requestsOf } from '../queries-feedback.ts';
import { feedbackText } from '../text-feedback.ts';
import { attempt } from './refused.ts';

type C = Context<VisitEnv>;

export function feedbackRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/feedback', (c) => show(c, c.req.param('id')));
  routes.post('/appraisals/:id/feedback', (c) => postFeedback(c, c.req.param('id')));
  routes.post('/appraisals/:id/feedback/:feedbackId/withdrawal', (c) => postWithdrawal(c, c.req.param()));
  routes.post('/appraisals/:id/feedback-requests', (c) => postRequest(c, c.req.param('id')));
  return routes;
}

type Refused = Pick<FeedbackView, 'typed' | 'errors' | 'refused'>;

async function show(c: C, id: string, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const data = await visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, id, FEEDBACK_READERS);
    const seesAll = READERS.some((relation) => view.relations.has(relation));
    const all = await feedbackOf(tx, id, { withWithdrawn: true });
    const isOwnPage = view.relations.has('employee');
    return {
      view,
      seesAll,
      content: (await agreedContent(tx, id))?.content ?? null,
      feedback: seesAll ? all : all.filter((each) => each.author.id === visit.actor.personId),
      peopleToAsk: isOwnPage ? await peopleToAsk(tx, view.participation) : [],
      requests: isOwnPage ? await requestsOf(tx, id) : [],
    };
  });
  await logAccess(visit, data.view.participation.person.id, 'feedback');
  const fresh = { typed: { id: newId(), line: c.req.query('line') ?? '' }, errors: {}, refused: null };
  return page(
    c,
    <FeedbackPage
      visit={visit}
      {...data}
      isOpen={blockedBecause(data.view, true) === null}
      {...(refused ?? fresh)}
    />,
    refused ? 422 : 200,
  );
}

async function postFeedback(c: C, id: string): Promise<Response> {
  const { visit } = c.var;
  const fields = textFields(await c.req.formData());
  const typed = { ...fields, id: fields.id ?? newId() };
  const parsed = parseFields(feedbackForm, typed);
  if (!parsed.ok) return show(c, id, { typed, errors: parsed.errors, refused: 'give' });
  const { line, ...words } = parsed.value;
  const refused = await attempt(() =>
    visit.db.write((tx) => giveFeedback(tx, visit.actor, { participantId: id, ...words, ...line })),
  );
  if (refused) return show(c, id, { typed, errors: refused.errors, refused: 'give' });
  return seeOther(c, visit.path(`/appraisals/${id}/feedback`), feedbackText.sent());
}

async function postWithdrawal(
  c: C,
  { id, feedbackId }: { id: string; feedbackId: string },
): Promise<Response> {
  const { visit } = c.var;
  await visit.db.write((tx) => withdrawFeedback(tx, visit.actor, { participantId: id, feedbackId }));
  return seeOther(c, visit.path(`/appraisals/${id}/feedback`), feedbackText.withdrawn());
}

async function postRequest(c: C, id: string): Promise<Response> {
  const { visit } = c.var;
  const fields = textFields(await c.req.formData());
  const typed = { ...fields, id: fields.id ?? newId() };
  const parsed = parseFields(askForm, typed);
  if (!parsed.ok) return show(c, id, { typed, errors: parsed.errors, refused: 'ask' });
  const refused = await attempt(() =>
    visit.db.write((tx) => askFeedback(tx, visit.actor, { participantId: id, ...parsed.value })),
  );
  if (refused) return show(c, id, { typed, errors: refused.errors, refused: 'ask' });
  return seeOther(c, visit.path(`/appraisals/${id}/feedback#ask`), feedbackText.asked());
}
