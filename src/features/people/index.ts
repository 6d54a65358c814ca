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
  overseesAgency,
  type Scope,
  unitsBelow,
  WHOLE_AGENCY,
} from './actor.ts';
export { type Act, recordAct, refusalOf } from './acts.ts';
export { assignAppraiser } from './appraisers/assign.ts';
export { peopleEvents } from './events.ts';
export * as importEvents from './import/events.ts';
export { dateOf } from './import/values.ts';
export { POSITION_KINDS, positionKindLabel } from './labels.ts';
export { type Notification, type NotificationKind, notify } from './notify.ts';
export { PeopleTabs } from './pages/people-tabs.tsx';
export { SearchChoice } from './pages/search-choice.tsx';
export { type PeopleServices, peopleRoutes } from './routes.tsx';
export { postsOn, requireScope, unitsOf } from './scope.ts';
export { type Found, findPeople } from './search.ts';
export { peopleTasks } from './tasks.ts';
export { agencyToday, agencyZone } from './today.ts';
export type { Agency, Visit, VisitEnv } from './visit.ts';
