/** Who holds a certificate under a scheme on a day: what other features ask before somebody rates. */

import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Certification, NOT_CERTIFIED } from './certificate-rule.ts';

export interface HeldCertificate {
  /** First day and the day after the last one. */
  readonly validFrom: string;
  readonly validUntil: string;
}

/** From certificates that were not revoked: the longest one that holds, else the last that did. */
export function stateOf(held: readonly HeldCertificate[], on: string): Certification {
  const begun = held.filter(({ validFrom }) => validFrom <= on);
  const last = begun.toSorted((one, other) => (one.validUntil < other.validUntil ? 1 : -1))[0];
  if (!last) return NOT_CERTIFIED;
  return { state: on < last.validUntil ? 'valid' : 'expired', until: addDays(last.validUntil, -1) };
}

/**
 * The state of each of these people under a scheme (any version of it) on a civil date; everybody asked for is in
 * the answer. One query, whatever the number of people.
 */
export async function certificationOf(
  tx: Tx,
  personIds: readonly string[],
  schemeId: string,
  on: string,
): Promise<Map<string, Certification>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('training_certificates')
    .select(['person_id', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', 'in', ids)
    .where('scheme_id', '=', schemeId)
    .where('revoked_at', 'is', null)
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  return new Map(ids.map((id) => [id, stateOf(byPerson.get(id) ?? [], on)]));
}
