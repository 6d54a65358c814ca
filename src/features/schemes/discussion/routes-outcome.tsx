import { type Context, Hono } from 'hono';
import { compareSchemes } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/web/respond.ts';
import { lineDiff } from '../drafts/line-diff.ts';
import { examine } from '../drafts/problems.ts';
import { revisionSource } from '../drafts/queries.ts';
import { ChangePage } from './pages/change-page.tsx';
import { OutcomePage } from './pages/outcome-page.tsx';
import { answeredWith, reasonsAgainst, standingProposals, votingCount } from './queries.ts';
import { loadForum } from './view.ts';

type Visiting = Context<VisitEnv>;
const FORUM = '/scheme-drafts/:id/discussion';

/** What came of a discussion, and each text that changed because of it. */
export function outcomeRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(`${FORUM}/outcome`, (c) => showOutcome(c));
  routes.get(`${FORUM}/changes/:revision`, (c) => showChange(c));
  return routes;
}

async function showOutcome(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const forum = await loadForum(tx, visit.actor, c.req.param('id') ?? '', visit.today);
    const proposals = await standingProposals(tx, forum.draft.id, visit.actor.personId);
    const opposed = proposals.filter(({ votes }) => votes.against > 0).map(({ id }) => id);
    return {
      forum,
      proposals,
      reasons: await reasonsAgainst(tx, opposed),
      count: await votingCount(tx, forum.draft.id),
    };
  });
  return page(c, <OutcomePage visit={visit} {...view} />);
}

/** Only texts that an answer points to are shown here: the others are between the officers. */
async function showChange(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const number = c.req.param('revision') ?? '';
  const view = await visit.db.read(async (tx) => {
    const forum = await loadForum(tx, visit.actor, c.req.param('id') ?? '', visit.today);
    const wanted = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
    const causes = await answeredWith(tx, forum.draft.id, visit.actor.personId, wanted);
    const after = await revisionSource(tx, forum.draft.id, wanted);
    const before = await revisionSource(tx, forum.draft.id, wanted - 1);
    if (causes.length === 0 || !after || !before) throw new NotFound();
    const [old, fresh] = [examine(before.source).scheme, examine(after.source).scheme];
    return {
      forum,
      revision: after,
      causes,
      changes: old && fresh ? compareSchemes(old, fresh) : undefined,
      hunks: lineDiff(before.source, after.source),
    };
  });
  return page(c, <ChangePage visit={visit} {...view} />);
}
