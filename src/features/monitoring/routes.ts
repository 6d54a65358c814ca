import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { diaryRoutes } from './diary/index.ts';
import { checkInRoutes } from './routes/check-ins.tsx';
import { evidenceRoutes } from './routes/evidence.tsx';
import { feedbackRoutes } from './routes/feedback.tsx';
import { progressRoutes } from './routes/progress.tsx';
import { teamRoutes } from './routes/team.tsx';

export function monitoringRoutes(services: {
  readonly files: FileStore;
  readonly schemes: SchemeStore;
}): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', evidenceRoutes(services))
    .route('/', progressRoutes(services))
    .route('/', feedbackRoutes())
    .route('/', checkInRoutes())
    .route('/', diaryRoutes(services))
    .route('/', teamRoutes());
}
