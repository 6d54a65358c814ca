export { evaluatePast } from './evaluate.ts';
export { historyEvents } from './events.ts';
export type { Given } from './past.ts';
export { type HistoryOptions, historyRoutes } from './routes.tsx';
export { type PastSchemes, pastSchemes } from './rules.ts';
