export { requestsWaiting } from './asked.ts';
export { guestHash, guestPath } from './code.ts';
export { type GuestOptions, guestFormRoutes } from './guest-routes.tsx';
export { labelOfItem, minutesFor } from './questions.ts';
export { formRoutes } from './routes.tsx';
