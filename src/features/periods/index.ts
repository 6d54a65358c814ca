export { type Act, recordAct, refusalOf } from './acts.ts';
export { AppraisalFrame, type AppraisalStep } from './appraisal-frame.tsx';
export {
  findParticipation,
  logAccess,
  type Participation,
  type ParticipationView,
  type PeriodInBrief,
  type PersonInBrief,
  peopleInBrief,
  READERS,
  type Relation,
  relationsTo,
  requireParticipation,
} from './participation.ts';
