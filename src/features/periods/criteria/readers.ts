/** Who of a period has confirmed reading the criteria that hold for them, and what the schemes ask for. Pure but for one query. */
import type { Scheme } from '#domain/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Candidate } from '../candidates.ts';
import type { SchemeInUse } from '../preflight/index.ts';
import { schemeKey } from '../schemes.ts';

export interface Asked {
  /** Days between publication and opening; the longest that a scheme in use asks for. */
  readonly noticeDays: number;
  /** Whether any scheme in use asks for publication or confirmation. */
  readonly publication: boolean;
}

export function askedBy(schemes: readonly { readonly scheme: Scheme | undefined }[]): Asked {
  const openness = schemes.flatMap(({ scheme }) => scheme?.openness ?? []);
  return {
    noticeDays: Math.max(0, ...openness.map((each) => each.noticeDays)),
    publication: openness.some((each) => each.noticeDays > 0 || each.readConfirmation !== undefined),
  };
}

/** The first day on which the period may open. */
export function earliestOpening(publishedOn: string, asked: Asked): string {
  return addDays(publishedOn, asked.noticeDays);
}

export interface Reading {
  readonly confirmed: readonly Candidate[];
  readonly waiting: readonly Candidate[];
}

/** Splits those who take part; who has moved on within the period is not asked. */
export async function readingOf(tx: Tx, periodId: string, taking: readonly Candidate[]): Promise<Reading> {
  const rows = await tx.db
    .selectFrom('criteria_confirmations')
    .select(['person_id', 'scheme_id', 'scheme_version'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  const known = new Set(
    rows.map((row) => `${row.person_id} ${schemeKey({ id: row.scheme_id, version: row.scheme_version })}`),
  );
  const asked = taking.filter((each) => !each.hasEnded);
  const hasRead = (each: Candidate) => known.has(`${each.personId} ${schemeKey(each.scheme)}`);
  return {
    confirmed: asked.filter(hasRead),
    waiting: asked.filter((each) => !hasRead(each)),
  };
}

/** Who waits under schemes whose least share has not been reached, and who waits where it has. */
export function shortOf(
  schemes: readonly SchemeInUse[],
  { confirmed, waiting }: Reading,
): { readonly short: readonly Candidate[]; readonly rest: readonly Candidate[] } {
  const short: Candidate[] = [];
  const rest: Candidate[] = [];
  for (const use of schemes) {
    const confirmation = use.scheme?.openness?.readConfirmation;
    if (!confirmation) continue;
    const own = (each: Candidate) => schemeKey(each.scheme) === schemeKey(use);
    const missing = waiting.filter(own);
    const there = confirmed.filter(own).length;
    const isReached = there * 100 >= confirmation.atLeastPercent * (there + missing.length);
    (isReached ? rest : short).push(...missing);
  }
  return { short, rest };
}
