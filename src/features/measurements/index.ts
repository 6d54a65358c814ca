export { attendanceTask } from './attendance/index.ts';
export { keepFile, ownFile, type StoredFile } from './commands.ts';
export { measurementEvents } from './events.ts';
export { measuredComponents } from './overview.ts';
export {
  currentMeasurements,
  type Measurement,
  measurementHistory,
  measurementsOf,
} from './queries.ts';
export { type NewMeasurement, recordMeasurements } from './record.ts';
export { type OpenContest, openContests } from './records/contests.ts';
export { type MeasurementOptions, measurementRoutes } from './routes.tsx';
export { besideOtherVoices } from './voices.ts';
