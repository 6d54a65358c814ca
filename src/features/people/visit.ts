import type { AgencyDb } from '#platform/database/database.ts';
import type { Chrome } from '#ui/layout.tsx';
import type { Actor } from './actor.ts';

export interface Agency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
  readonly zone: string;
  readonly isSample: boolean;
}

/** One request of a signed-in person inside an agency: all that handlers need to know of it. */
export interface Visit {
  readonly agency: Agency;
  readonly actor: Actor;
  readonly db: AgencyDb;
  /** Civil date in the agency's zone. */
  readonly today: string;
  readonly now: Date;
  readonly chrome: Chrome;
  /** Address inside the agency: `path('/plans')` → `/a/kota-contoh/plans`. */
  path(inside: string): string;
}

/** Environment of all routes below `/a/:agency`. */
export type VisitEnv = { Variables: { visit: Visit } };
