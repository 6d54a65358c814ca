export { transparencyEvents } from './events.ts';
export { transparencyRoutes } from './routes.tsx';
