/** Who could appraise instead: the appraiser's superior, or somebody of the same kind of post nearby without a conflict. */
import { sql } from 'kysely';
import { askingRules, type Scheme } from '#domain/schemes/index.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Conflict, conflictsBetween, pairKey } from '../between.ts';
import { strictest } from '../strictest.ts';
import type { ConflictCase } from './queries.ts';

export interface Substitute {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  readonly isSuperior: boolean;
  /** How many the person appraises in this period. */
  readonly appraises: number;
  /** What the scheme would only show. */
  readonly conflicts: readonly Conflict[];
}

const MOST = 6;

export async function substitutesFor(
  tx: Tx,
  scheme: Scheme,
  about: ConflictCase,
  today: string,
): Promise<readonly Substitute[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    position_name: string;
    unit_name: string;
    is_superior: boolean;
    appraises: number;
  }>`
    with rater as (
      select placement.position_kind, placement.is_head, unit.id as unit_id, unit.parent_id
      from placements placement
        join units unit on unit.agency_id = ${tx.agencyId} and unit.id = placement.unit_id
      where placement.agency_id = ${tx.agencyId} and placement.person_id = ${about.raterId}
        and placement.kind = 'definitive' and placement.valid_from <= ${today}
      order by placement.valid_from desc limit 1
    )
    select distinct on (person.id) person.id, person.name, person.title_before, person.title_after,
      post.position_name, unit.name as unit_name, person.id = ${about.superiorId}::uuid as is_superior,
      (select count(*) from participants own where own.agency_id = ${tx.agencyId}
        and own.period_id = ${about.periodId} and own.appraiser_id = person.id and own.state <> 'excluded') as appraises
    from placements post
      join people person on person.agency_id = ${tx.agencyId} and person.id = post.person_id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = post.unit_id
      left join rater on true
    where post.agency_id = ${tx.agencyId} and post.kind = 'definitive' and person.ended_on is null
      and post.valid_from <= ${today} and (post.valid_until is null or post.valid_until > ${today})
      and person.id <> ${about.raterId} and person.id <> ${about.rateeId}
      and (person.id = ${about.superiorId}::uuid or (post.position_kind = rater.position_kind
        and post.is_head = rater.is_head and (unit.id = rater.unit_id or unit.parent_id = rater.parent_id)))
    order by person.id`.execute(tx.db);
  const conflicts = await conflictsBetween(
    tx,
    rows.map((row) => ({ raterId: row.id, rateeId: about.rateeId })),
    { on: today, contactMonths: askingRules(scheme).contactMonths, periodId: about.periodId },
  );
  return rows
    .map((row) => ({
      id: row.id,
      name: fullName(row),
      position: row.position_name,
      unitName: row.unit_name,
      isSuperior: row.is_superior ?? false,
      appraises: row.appraises,
      conflicts: conflicts.get(pairKey(row.id, about.rateeId)) ?? [],
    }))
    .filter((each) => strictest(scheme, each.conflicts) !== 'replace')
    .toSorted(
      (a, b) =>
        Number(b.isSuperior) - Number(a.isSuperior) ||
        a.conflicts.length - b.conflicts.length ||
        a.appraises - b.appraises ||
        a.name.localeCompare(b.name),
    )
    .slice(0, MOST);
}
