/** Who is asked about whom: circles of people by what they were to each other, and an even spread of requests. */
export { type Circle, circlesOf, type Seat, type TeamStay } from './circle.ts';
export { monthsOf, monthsOfAll, overlap, type Span } from './contact.ts';
export {
  type Ask,
  type AskingSeat,
  type Proposal,
  type Proposing,
  proposeRaters,
  targetOf,
} from './propose.ts';
