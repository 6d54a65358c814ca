/** Where somebody stands in a course, in one of five words. */
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { passedCases, type Standing } from '../cycle.ts';

/** A certificate that ends within this many days is said to end soon. */
export const ENDING_DAYS = 30;

export type PersonState = 'valid' | 'ending' | 'expired' | 'training' | 'none';

export interface Progress {
  readonly state: PersonState;
  /** Last day of the certificate; null where there never was one. */
  readonly until: string | null;
  readonly lessonsRead: number;
  readonly lessons: number;
  readonly casesPassed: number;
  readonly casesNeeded: number;
}

export function personState(about: {
  readonly held: { readonly validUntil: string } | undefined;
  readonly today: string;
  readonly hasBegun: boolean;
}): Pick<Progress, 'state' | 'until'> {
  const { held, today, hasBegun } = about;
  if (!held) return { state: hasBegun ? 'training' : 'none', until: null };
  const until = addDays(held.validUntil, -1);
  if (today >= held.validUntil) return { state: 'expired', until };
  return { state: today > addDays(held.validUntil, -1 - ENDING_DAYS) ? 'ending' : 'valid', until };
}

export function progressOf(standing: Standing): Progress {
  const read = standing.lessons.filter(({ lastReadAt }) => lastReadAt !== null).length;
  return {
    ...personState({
      held: standing.held,
      today: standing.today,
      hasBegun: read > 0 || standing.attempts.length > 0,
    }),
    lessonsRead: read,
    lessons: standing.lessons.length,
    casesPassed: Math.min(passedCases(standing).size, standing.needed),
    casesNeeded: standing.needed,
  };
}

/** Schemes under which this person appraises somebody in a period that is open. */
export async function appraisedSchemes(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('participants as p')
    .innerJoin('periods as e', (join) =>
      join.onRef('e.id', '=', 'p.period_id').on('e.agency_id', '=', tx.agencyId),
    )
    .select('p.scheme_id')
    .distinct()
    .where('p.agency_id', '=', tx.agencyId)
    .where('p.appraiser_id', '=', personId)
    .where('p.state', '=', 'active')
    .where('e.state', '=', 'open')
    .execute();
  return new Set(rows.map((row) => row.scheme_id));
}
