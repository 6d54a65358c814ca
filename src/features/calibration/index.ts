export { calibrationEvents } from './events.ts';
