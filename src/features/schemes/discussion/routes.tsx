import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields, someText } from '#platform/web/forms.ts';
import { localPath } from '#platform/web/local-path.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { listRevisions } from '../drafts/queries.ts';
import type { SchemeOptions } from '../routes.tsx';
import { requireDiscussed } from './access.ts';
import { answerContribution } from './commands/answer.ts';
import { contribute } from './commands/contribute.ts';
import { castVote } from './commands/vote.ts';
import { withdrawContribution } from './commands/withdraw-contribution.ts';
import { lostCriterion } from './criteria.ts';
import { ContributionPage } from './pages/contribution-page.tsx';
import { DiscussionPage } from './pages/discussion-page.tsx';
import { criterionPath, forumPath } from './pages/frame.tsx';
import type { Written } from './pages/write-form.tsx';
import {
  contributionHistory,
  listContributions,
  ORDERS,
  type Question,
  reasonsAgainst,
  requireContribution,
  SHOWN,
} from './queries.ts';
import { outcomeRoutes } from './routes-outcome.tsx';
import { OUTCOMES, VOTES } from './rules.ts';
import { text } from './text.ts';
import { gapsInCatalogue, loadForum } from './view.ts';
import { countVoters } from './voters.ts';

type Visiting = Context<VisitEnv>;
const FORUM = '/scheme-drafts/:id/discussion';

/** The discussion of a draft: reading, writing, voting, answering, and what came of it. */
type Options = Pick<SchemeOptions, 'besideDiscussion'>;

export function discussionRoutes(options: Options = {}): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(FORUM, (c) => showForum(c, options));
  routes.post(FORUM, (c) => write(c, options));
  routes.route('/', outcomeRoutes());
  routes.get(`${FORUM}/:contribution`, (c) => showContribution(c));
  routes.post(`${FORUM}/:contribution/votes`, (c) => vote(c));
  routes.post(`${FORUM}/:contribution/answers`, (c) => answer(c));
  routes.post(`${FORUM}/:contribution/withdrawal`, (c) => withdraw(c));
  return routes;
}

const draftIdOf = (c: Visiting) => c.req.param('id') ?? '';
const contributionIdOf = (c: Visiting) => c.req.param('contribution') ?? '';

function questionOf(c: Visiting): Question {
  const page = Number(c.req.query('page') ?? '1');
  return {
    criterion: c.req.query('criterion')?.slice(0, 300),
    show: SHOWN.find((each) => each === c.req.query('show')) ?? 'all',
    order: ORDERS.find((each) => each === c.req.query('sort')) ?? 'newest',
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

async function showForum(
  c: Visiting,
  { besideDiscussion }: Options,
  refused?: Written & { criterion: string },
): Promise<Response> {
  const { visit } = c.var;
  const asked = questionOf(c);
  const question = refused ? { ...asked, criterion: refused.criterion } : asked;
  const view = await visit.db.read(async (tx) => {
    const forum = await loadForum(tx, visit.actor, draftIdOf(c), visit.today);
    const chosen = forum.criteria.find((each) => each.path === question.criterion);
    if (question.criterion !== undefined && !chosen) throw new NotFound();
    const listed = await listContributions(tx, forum.draft.id, visit.actor.personId, question);
    const beside = chosen ? undefined : await besideDiscussion?.(tx, visit, forum.draft);
    return { forum, chosen, ...listed, beside, voters: await countVoters(tx, visit.today) };
  });
  const isIndicator = view.chosen?.group === 'indicators';
  return page(
    c,
    <DiscussionPage
      visit={visit}
      {...view}
      question={question}
      gaps={isIndicator ? gapsInCatalogue(view.forum.shownSource) : new Map()}
      written={refused ?? { newId: newId(), fields: {}, errors: {} }}
    />,
    refused ? 422 : 200,
  );
}

const writeForm = z.object({ kind: z.enum(['comment', 'proposal']), body: someText(4000) });

async function write(c: Visiting, options: Options): Promise<Response> {
  const { visit } = c.var;
  const draft = await visit.db.read((tx) => requireDiscussed(tx, draftIdOf(c)));
  const fields = await formFields(c);
  const criterion = fields.criterion ?? '';
  const id = fields.id && isId(fields.id) ? fields.id : newId();
  const again = (errors: Written['errors']) =>
    showForum(c, options, { newId: id, fields, errors, criterion });
  const parsed = parseFields(writeForm, fields);
  if (!parsed.ok) return again(parsed.errors);
  const input = { ...parsed.value, id, draftId: draft.id, criterion, today: visit.today };
  try {
    await visit.db.write((tx) => contribute(tx, visit.actor, input));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return again({ [error.field]: error.message });
  }
  return seeOther(c, `${criterionPath(visit, draft, criterion)}#said-${id}`, text.sent());
}

interface Refused {
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: Record<string, string>;
}

async function showContribution(c: Visiting, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const forum = await loadForum(tx, visit.actor, draftIdOf(c), visit.today);
    const contribution = await requireContribution(tx, visit.actor, forum.draft.id, contributionIdOf(c));
    return {
      forum,
      contribution,
      criterion:
        forum.criteria.find((each) => each.path === contribution.criterion) ??
        lostCriterion(contribution.criterion),
      reasons: (await reasonsAgainst(tx, [contribution.id])).get(contribution.id) ?? [],
      history: await contributionHistory(tx, contribution.id),
      revisions: isAgencyOfficer(visit.actor)
        ? (await listRevisions(tx, forum.draft.id)).filter((each) => each.revision > 1)
        : [],
    };
  });
  return page(
    c,
    <ContributionPage
      visit={visit}
      {...view}
      fields={refused?.fields ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

async function vote(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const draft = await visit.db.read((tx) => requireDiscussed(tx, draftIdOf(c)));
  const id = contributionIdOf(c);
  const fields = await formFields(c);
  const chosen = VOTES.find((each) => each === fields.vote);
  if (!chosen) throw new Refusal(text.voteUnknown());
  const reason = (fields[`reason-${id}`] ?? '').trim().slice(0, 2000);
  const input = { draftId: draft.id, id, vote: chosen, reason, today: visit.today };
  await visit.db.write((tx) => castVote(tx, visit.actor, input));
  const here = forumPath(visit, draft);
  const back = localPath(fields.back, here);
  return seeOther(c, back.startsWith(here) ? back : here, text.voted());
}

const answerForm = z.object({
  outcome: z.enum(OUTCOMES),
  words: someText(4000),
  revision: z
    .string()
    .regex(/^\d{0,9}$/)
    .default('')
    .transform((value) => (value === '' ? null : Number(value))),
  seen: z.string().default(''),
});

async function answer(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = contributionIdOf(c);
  const draft = await visit.db.read(async (tx) => {
    const draft = await requireDiscussed(tx, draftIdOf(c));
    await requireContribution(tx, visit.actor, draft.id, id);
    return draft;
  });
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const parsed = parseFields(answerForm, fields);
  if (!parsed.ok) return showContribution(c, { fields, errors: parsed.errors });
  const { seen, ...given } = parsed.value;
  const input = { ...given, draftId: draft.id, id, seenAnswerAt: seen || null };
  try {
    await visit.db.write((tx) => answerContribution(tx, visit.actor, input));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict || !error.field) throw error;
    return showContribution(c, { fields, errors: { [error.field]: error.message } });
  }
  return seeOther(c, forumPath(visit, draft, `/${id}`), text.answered());
}

async function withdraw(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const input = { draftId: draftIdOf(c), id: contributionIdOf(c), today: visit.today };
  await visit.db.write((tx) => withdrawContribution(tx, visit.actor, input));
  return seeOther(c, forumPath(visit, { id: input.draftId }), text.withdrawnDone());
}
