/**
 * What editors and other systems read without signing in: the JSON Schema of the scheme language, and of the evidence
 * of every scheme that comes with the installation. An agency's own schemes are read inside it.
 */
import { type Context, Hono } from 'hono';
import { schemeJsonSchema } from '#domain/schemes/index.ts';
import { NotFound } from '#platform/errors.ts';
import type { SchemeStore } from '../store.ts';

export function schemeSchemaRoutes(schemes: Pick<SchemeStore, 'shipped'>): Hono {
  const routes = new Hono();
  routes.get('/schemas/scheme.json', (c) => answer(c, schemeJsonSchema()));
  routes.get('/schemas/:id/:version/evidence.json', (c) => {
    const found = schemes.shipped.find(
      ({ scheme }) => scheme.id === c.req.param('id') && String(scheme.version) === c.req.param('version'),
    );
    if (!found) throw new NotFound();
    return answer(c, found.evidenceSchema);
  });
  return routes;
}

/** Schemas change with a new version of Tera only; an hour keeps editors quick and never far behind. */
function answer(c: Context, schema: Readonly<Record<string, unknown>>): Response {
  return c.json(schema, 200, {
    'content-type': 'application/schema+json; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  });
}
