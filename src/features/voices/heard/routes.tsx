/** `/appraisals/:id/heard`: what others said, once it was released. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import { page } from '#platform/web/respond.ts';
import { voicesPending } from '../queries.ts';
import type { VoiceOptions } from '../routes.tsx';
import { READ_WORDS } from '../sealed/routes.tsx';
import { HeardPage } from './page.tsx';
import { heardOf } from './queries.ts';

export function heardRoutes(options: VoiceOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/heard', (c) => show(c, options));
  return routes;
}

async function show(c: Context<VisitEnv>, { schemes }: VoiceOptions): Promise<Response> {
  const { visit } = c.var;
  const loaded = await visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, c.req.param('id') ?? '');
    const { id, scheme } = view.participation;
    const compiled = await schemes.load(tx, scheme.id, scheme.version);
    return { view, heard: await heardOf(tx, compiled, id), pending: await voicesPending(tx, id) };
  });
  const { relations, participation } = loaded.view;
  await logAccess(visit, participation.person.id, 'voices');
  const mayReadWords = READ_WORDS.some((relation) => relations.has(relation));
  return page(c, <HeardPage visit={visit} {...loaded} mayReadWords={mayReadWords} />);
}
