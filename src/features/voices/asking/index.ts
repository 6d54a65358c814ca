export { declineRequest } from './commands/decline-request.ts';
export { openRound } from './commands/open-round.ts';
export { askingEvents } from './events.ts';
export { askingRecurring, askingTasks } from './jobs.ts';
export { type Asked, askedOf } from './list-queries.ts';
export { askingRoutes } from './routes.tsx';
export { type TeamMonths, teamsOf } from './teams/months.ts';
export { type AskingScheme, askingScheme } from './world.ts';
