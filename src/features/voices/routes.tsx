/** Pages of other voices, below `/a/:agency`. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { askingRoutes } from './asking/index.ts';
import { formRoutes } from './form/index.ts';
import { heardRoutes } from './heard/routes.tsx';
import { lettersRoutes } from './letters/routes.tsx';
import type { VoiceKey } from './sealed/index.ts';
import { sealRoutes } from './sealed/routes.tsx';

export interface VoiceOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
  readonly key: VoiceKey;
  /** Whether letters can be sent at all. */
  readonly hasMailServer: boolean;
}

export function voiceRoutes(options: VoiceOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', sealRoutes());
  routes.route('/', askingRoutes(options));
  routes.route('/', lettersRoutes({ hasServer: options.hasMailServer }));
  routes.route('/', heardRoutes(options));
  routes.route('/', formRoutes(options));
  return routes;
}
