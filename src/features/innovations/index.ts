export { innovationEvents } from './events.ts';
export { type InnovationOptions, innovationRoutes } from './routes.tsx';
export { galleryRoutes } from './routes-public.tsx';
export { innovationComponent } from './stages.ts';
