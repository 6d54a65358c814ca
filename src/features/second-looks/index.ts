export { secondLookEvents } from './events.ts';
