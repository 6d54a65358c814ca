export { type ShippedCompetency, shippedCompetencies } from './dictionary/shipped.ts';
export { competencyEvents } from './events.ts';
export { openCodesOf } from './needs/queries.ts';
export { type Assessed, type AssessedLevel, assessedIn } from './profile/assessed.ts';
export { type Outcome, type Profile, type ProfileRow, profileOf } from './profile/model.ts';
export { type CompetencyOptions, competencyRoutes } from './routes.tsx';
export { PROPOSED_LEVEL, targetKey } from './standards/model.ts';
