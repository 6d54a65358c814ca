import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { page } from '#platform/web/respond.ts';
import { homeView, mostUseful } from './home.ts';
import { notificationRoutes } from './notification-routes.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { HomePage } from './pages/home-page.tsx';
import { distributionPlot } from './pages/organisation-cards.tsx';
import { PeriodsPage } from './pages/periods-page.tsx';
import { ownAppraisals } from './queries/appraisals.ts';
import { usefulPage } from './stages.ts';
import { teamRoutes } from './team-routes.tsx';

export function overviewRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/', showHome);
  routes.get('/mine', goToMine);
  routes.get('/mine/periods', showPeriods);
  routes.route('/', teamRoutes());
  routes.route('/', organisationRoutes());
  routes.route('/', notificationRoutes());
  return routes;
}

async function showHome(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read((tx) => homeView(tx, visit.actor, visit.today));
  const rated = view.organisation?.total.rated ?? 0;
  const plot = view.organisation && rated > 0 ? await distributionPlot(view.organisation.total) : '';
  return page(c, <HomePage visit={visit} view={view} plot={plot} />);
}

/** The page of one's own appraisal that is of most use now; of several periods the one that needs something. */
async function goToMine(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const own = await visit.db.read((tx) => ownAppraisals(tx, visit.actor.personId));
  const facts = mostUseful(own, visit.today);
  if (!facts) return c.redirect(visit.path('/mine/periods'), 303);
  return c.redirect(visit.path(`/appraisals/${facts.participantId}/${usefulPage(facts, visit.today)}`), 303);
}

async function showPeriods(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const own = await visit.db.read((tx) => ownAppraisals(tx, visit.actor.personId));
  return page(c, <PeriodsPage visit={visit} own={own} />);
}
