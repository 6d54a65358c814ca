export { historyEvents } from './events.ts';
export { type HistoryOptions, historyRoutes } from './routes.tsx';
