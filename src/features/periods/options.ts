import type { PreflightCheck } from './preflight/index.ts';
import type { SchemeLibrary } from './schemes.ts';

export interface PeriodOptions {
  readonly library: SchemeLibrary;
  /** What must hold before a period may open, in the order in which it is shown. */
  readonly checks: readonly PreflightCheck[];
}
