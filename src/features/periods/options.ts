import type { SchemeStore } from '#features/schemes/index.ts';
import type { PreflightCheck } from './preflight/index.ts';

export interface PeriodOptions {
  readonly schemes: SchemeStore;
  /** What must hold before a period may open, in the order in which it is shown. */
  readonly checks: readonly PreflightCheck[];
}
