import { CRITERIA_CHECKS } from '../criteria/checks.ts';
import type { PreflightCheck } from './check.ts';
import { PEOPLE_CHECKS } from './people-checks.ts';
import { PERIOD_CHECKS } from './period-checks.ts';

export {
  type CheckOutcome,
  type Finding,
  type Preflight,
  type PreflightCheck,
  type PreflightInput,
  runChecks,
  type SchemeInUse,
  type Severity,
} from './check.ts';

/** What every period is checked for; an agency's own conditions are added behind these. */
export const PREFLIGHT_CHECKS: readonly PreflightCheck[] = [
  ...PERIOD_CHECKS,
  ...CRITERIA_CHECKS,
  ...PEOPLE_CHECKS,
];
