/**
 * A check looks at everything a period would begin with and returns what would block someone. "A period cannot
 * open before …" becomes true by adding one check to the list that the routes are given.
 */
import type { Scheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Candidate } from '../candidates.ts';
import type { Period } from '../queries.ts';

export type Severity = 'blocking' | 'warning';

export interface SchemeInUse {
  readonly id: string;
  readonly version: number;
  readonly scheme: Scheme | undefined;
  readonly people: number;
}

export interface PreflightInput {
  readonly period: Period;
  /** The versions under which candidates take part, each with how many; `scheme` is undefined where it is gone. */
  readonly schemes: readonly SchemeInUse[];
  /** Who would take part; excluded people are left out. */
  readonly candidates: readonly Candidate[];
  readonly today: string;
}

/** One thing to mend: who or what it is, in which respect, and the address where it is mended. */
export interface Finding {
  readonly name: string;
  readonly detail: string;
  /** Address inside the agency. */
  readonly path: string;
  /** Unit for the reader to find the right office; empty where there is none. */
  readonly unitName: string;
}

export interface PreflightCheck {
  readonly code: string;
  readonly severity: Severity;
  readonly title: (count: number) => string;
  /** Why it matters and what to do. */
  readonly advice: () => string;
  readonly find: (tx: Tx, input: PreflightInput) => readonly Finding[] | Promise<readonly Finding[]>;
}

export interface CheckOutcome {
  readonly check: PreflightCheck;
  readonly findings: readonly Finding[];
}

export interface Preflight {
  /** Only checks that found something, blocking ones first. */
  readonly outcomes: readonly CheckOutcome[];
  readonly passed: readonly PreflightCheck[];
  readonly blocking: number;
  readonly warnings: number;
}

export async function runChecks(
  tx: Tx,
  checks: readonly PreflightCheck[],
  input: PreflightInput,
): Promise<Preflight> {
  const outcomes: CheckOutcome[] = [];
  for (const check of checks) outcomes.push({ check, findings: await check.find(tx, input) });
  const found = outcomes.filter((each) => each.findings.length > 0);
  const count = (severity: Severity) =>
    found
      .filter((each) => each.check.severity === severity)
      .reduce((sum, each) => sum + each.findings.length, 0);
  return {
    outcomes: [
      ...found.filter((each) => each.check.severity === 'blocking'),
      ...found.filter((each) => each.check.severity === 'warning'),
    ],
    passed: outcomes.filter((each) => each.findings.length === 0).map((each) => each.check),
    blocking: count('blocking'),
    warnings: count('warning'),
  };
}
