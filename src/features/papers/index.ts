export { type DocumentSpeed, measureDocumentsPerSecond } from './bench.ts';
export { paperEvents } from './events.ts';
export { paperTasks } from './jobs.ts';
export type { PaperOptions } from './options.ts';
export { paperRoutes } from './routes.tsx';
