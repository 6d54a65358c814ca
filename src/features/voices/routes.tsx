/** Pages of other voices, below `/a/:agency`. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import type { VoiceKey } from './sealed/index.ts';

export interface VoiceOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
  readonly key: VoiceKey;
}

export function voiceRoutes(_options: VoiceOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  return routes;
}
