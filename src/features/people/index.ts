export {
  type Actor,
  actorOf,
  covers,
  fullName,
  type Grant,
  isAgencyOfficer,
  isOfficer,
  maskNip,
  NO_SCOPE,
  type Scope,
  unitsBelow,
  WHOLE_AGENCY,
} from './actor.ts';
export { type Act, recordAct, refusalOf } from './acts.ts';
export { peopleEvents } from './events.ts';
export * as importEvents from './import/events.ts';
export { POSITION_KINDS, positionKindLabel } from './labels.ts';
export { type Notification, type NotificationKind, notify } from './notify.ts';
export { type PeopleServices, peopleRoutes } from './routes.tsx';
export { peopleTasks } from './tasks.ts';
export type { Agency, Visit, VisitEnv } from './visit.ts';
