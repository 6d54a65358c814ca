/** `/innovations/:agency`: the public gallery of an agency. */
import { Hono } from 'hono';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Database } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/web/respond.ts';
import type { Chrome } from '#ui/layout.tsx';
import { GalleryPage } from './pages/gallery-page.tsx';
import { listInnovations } from './queries.ts';
import { innovationComponent } from './stages.ts';

/** What the route needs of the frame around it. */
export type GalleryEnv = { Variables: { chrome: Chrome } };

export function galleryRoutes(options: {
  readonly database: Database;
  readonly schemes: SchemeStore;
}): Hono<GalleryEnv> {
  const routes = new Hono<GalleryEnv>();
  routes.get('/innovations/:agency', async (c) => {
    const agency = await options.database.shared
      .selectFrom('agencies')
      .select(['id', 'name'])
      .where('code', '=', c.req.param('agency'))
      .executeTakeFirst();
    if (!agency) throw new NotFound();
    const shown = await options.database.forAgency(agency.id).read(async (tx) => {
      const innovations = await listInnovations(tx, { isPublished: true });
      const found = [];
      for (const innovation of innovations) {
        const { scheme } = await options.schemes.load(tx, innovation.scheme.id, innovation.scheme.version);
        const component = innovationComponent(scheme);
        if (component) found.push({ innovation, component });
      }
      return found;
    });
    return page(c, <GalleryPage chrome={c.var.chrome} agency={agency.name} shown={shown} />);
  });
  return routes;
}
