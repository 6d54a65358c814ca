import { Hono } from 'hono';
import type { FileStore } from '#platform/storage/file-store.ts';
import type { VisitEnv } from '../../visit.ts';

export function importRoutes(_files: FileStore): Hono<VisitEnv> {
  return new Hono<VisitEnv>();
}
