export { type Block, collectForms, type Form, RATER_ROLES, type RaterRole } from './collect/forms.ts';
export { activeRun, latestRun, latestRuns } from './store/queries.ts';
