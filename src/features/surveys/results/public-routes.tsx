/** `/s/:agency`: results that an agency has published, and the field for a code. */
import { type Context, Hono } from 'hono';
import { NotFound } from '#platform/errors.ts';
import { readCode } from '#platform/printed-code.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type CitizenEnv, type PublicSurveyOptions, visitOf } from '../answer/routes.tsx';
import { PublicResultPage, PublicResultsPage } from './public-pages.tsx';
import { publications } from './published.ts';

export function publicResultRoutes(options: PublicSurveyOptions): Hono<CitizenEnv> {
  const routes = new Hono<CitizenEnv>();
  routes.get('/s/:agency', (c) => showAll(c, options));
  routes.get('/s/:agency/results/:round/:unit', (c) => showOne(c, options));
  return routes;
}

async function showAll(c: Context<CitizenEnv>, options: PublicSurveyOptions): Promise<Response> {
  const visit = await visitOf(c, options);
  const typed = readCode(c.req.query('code') ?? '').replace(/[^0-9A-Z]/g, '');
  if (typed) return seeOther(c, `/s/${visit.agency.code}/${typed.slice(0, 20)}`);
  const published = await visit.db.read((tx) => publications(tx));
  return page(c, <PublicResultsPage chrome={c.var.chrome} agency={visit.agency} publications={published} />);
}

async function showOne(c: Context<CitizenEnv>, options: PublicSurveyOptions): Promise<Response> {
  const visit = await visitOf(c, options);
  const [roundId, unitId] = [c.req.param('round') ?? '', c.req.param('unit') ?? ''];
  const [publication] = await visit.db.read((tx) => publications(tx, { roundId, unitId }));
  if (!publication) throw new NotFound();
  return page(c, <PublicResultPage chrome={c.var.chrome} agency={visit.agency} publication={publication} />);
}
