/** Attendance: when work is expected, what a machine's log says of a day, how a day counts. Pure. */
export * from './case-trace.ts';
export * from './count.ts';
export * from './day.ts';
export * from './moments.ts';
export * from './punches.ts';
export * from './schedule.ts';
export * from './words.ts';
