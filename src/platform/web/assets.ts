import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'hono';
import { projectRoot } from '../project-root.ts';

export interface AssetNames {
  readonly style: string;
  readonly script: string;
}

export function assetNames(): AssetNames {
  return JSON.parse(readFileSync(path.join(projectRoot(), 'dist/assets.json'), 'utf8')) as AssetNames;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const cache = new Map<string, Uint8Array<ArrayBuffer>>();

async function load(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const known = cache.get(name);
  if (known) return known;
  const bytes = await readFile(path.join(projectRoot(), 'dist/assets', name)).catch(() => undefined);
  if (!bytes) return undefined;
  const copy = new Uint8Array(bytes);
  cache.set(name, copy);
  return copy;
}

/** Assets carry their hash in the name, so they may be kept for ever; both compressed forms were made by the build. */
export async function serveAsset(c: Context): Promise<Response> {
  const name = path.basename(c.req.param('name') ?? '');
  const type = TYPES[path.extname(name)];
  if (!type) return c.notFound();
  const accepts = c.req.header('accept-encoding') ?? '';
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : '';
  const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
  const compressed = suffix ? await load(name + suffix) : undefined;
  const body = compressed ?? (await load(name));
  if (!body) return c.notFound();
  if (compressed) c.header('content-encoding', encoding);
  c.header('content-type', type);
  c.header('vary', 'accept-encoding');
  c.header(
    'cache-control',
    /-[0-9a-f]{10}\./.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  );
  return c.body(body);
}
