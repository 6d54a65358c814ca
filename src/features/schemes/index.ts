export { type Adoption, adoptVersion } from './adopt.ts';
export { schemeEvents } from './events.ts';
export { type SchemeOptions, schemeRoutes } from './routes.tsx';
export { makeSchemeStore, type SchemeStore, type ShippedSource } from './store.ts';
