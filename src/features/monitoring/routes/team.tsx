import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { page } from '#platform/web/respond.ts';
import { TeamPage } from '../pages/team-page.tsx';
import { needsAttention, periodsLed, teamProgress } from '../queries-team.ts';

export function teamRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/team/progress', async (c) => {
    const { visit } = c.var;
    const { periods, periodId, members } = await visit.db.read(async (tx) => {
      const led = await periodsLed(tx, visit.actor.personId);
      const chosen = (led.find((each) => each.id === c.req.query('period')) ?? led[0])?.id ?? null;
      const ask = { personId: visit.actor.personId, today: visit.today };
      return {
        periods: led,
        periodId: chosen,
        members: chosen ? await teamProgress(tx, { ...ask, periodId: chosen }) : [],
      };
    });
    const search = (c.req.query('q') ?? '').trim();
    const wanted = search.toLocaleLowerCase('id');
    const found = members.filter((member) =>
      `${member.name} ${member.position}`.toLocaleLowerCase('id').includes(wanted),
    );
    return page(
      c,
      <TeamPage
        visit={visit}
        periods={periods}
        periodId={periodId}
        search={search}
        members={found}
        total={members.length}
        needing={members.filter(needsAttention).length}
      />,
    );
  });
  return routes;
}
