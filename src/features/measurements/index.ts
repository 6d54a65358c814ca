export { measurementEvents } from './events.ts';
export {
  currentMeasurements,
  type Measurement,
  measurementHistory,
  measurementsOf,
} from './queries.ts';
export { type NewMeasurement, recordMeasurements } from './record.ts';
