/** One person's teams: `/mine/teams` for everybody, `/people/:id/teams` for the officers of that person. */
import { type Context, Hono } from 'hono';
import { fullName, isOfficer, requireScope, type VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { page } from '#platform/web/respond.ts';
import { keepsTeamsOf } from './access.ts';
import { PersonTeamsPage } from './pages.tsx';
import { teamsOfPerson } from './queries.ts';

type Visiting = Context<VisitEnv>;

export function personTeamRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/mine/teams', (c) => showPerson(c, c.var.visit.actor.personId));
  routes.get('/people/:id/teams', (c) => showPerson(c, c.req.param('id')));
  return routes;
}

/** Own teams are everybody's to see; those of another are for the officers of that person, and reading is recorded. */
async function showPerson(c: Visiting, personId: string): Promise<Response> {
  const { visit } = c.var;
  const isOwn = personId === visit.actor.personId;
  if (!isOwn && !isOfficer(visit.actor) && !visit.actor.isAuditor) throw new NotFound();
  const view = await visit.db.read(async (tx) => {
    if (!isOwn && !visit.actor.isAuditor) await requireScope(tx, visit.actor, [personId]);
    const person = isId(personId)
      ? await tx.db
          .selectFrom('people')
          .select(['id', 'name', 'title_before', 'title_after'])
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', personId)
          .executeTakeFirst()
      : undefined;
    if (!person) throw new NotFound();
    return {
      person: { id: person.id, name: fullName(person) },
      teams: await teamsOfPerson(tx, personId, visit.today),
      kept: await keepsTeamsOf(tx, visit.actor, visit.today),
    };
  });
  await logAccess(visit, personId, 'teams');
  const mayKeep = view.kept === null || view.kept.size > 0;
  return page(c, <PersonTeamsPage visit={visit} person={view.person} teams={view.teams} mayKeep={mayKeep} />);
}
