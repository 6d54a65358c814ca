/**
 * Who could rate beside: somebody who appraises in the same period, in a post of at least the same kind, from the same
 * part of the organisation, without a conflict, neither the appraiser nor the superior. Least asked first.
 */
import { sql } from 'kysely';
import { askingRules } from '#domain/schemes/index.ts';
import { conflictsBetween, pairKey, strictest } from '#features/conflicts/index.ts';
import { fullName, POSITION_KINDS } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Look } from './queries.ts';

export interface SecondCandidate {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  /** Knows the unit's work: from the same unit, or one beside it. */
  readonly isNear: boolean;
  /** Second looks that the person has in this period. */
  readonly load: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly position_name: string;
  readonly position_kind: string;
  readonly unit_id: string;
  readonly parent_id: string | null;
  readonly unit_name: string;
  readonly load: number;
}

/** From the lowest kind of post to the highest. */
const RANKED = ['pelaksana', 'jf', 'pengawas', 'administrator', 'jpt-pratama', 'jpt-madya', 'other'];
const rankOf = (kind: string) =>
  Math.max(RANKED.indexOf(kind), POSITION_KINDS.some((each) => each === kind) ? 0 : -1);

/** Everybody who appraises in the period, with their posts: read once for all its second looks. */
export async function appraisersIn(tx: Tx, periodId: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select person.id, person.name, person.title_before, person.title_after, post.position_name, post.position_kind,
      unit.id as unit_id, unit.parent_id, unit.name as unit_name,
      (select count(*) from second_looks own where own.agency_id = ${tx.agencyId} and own.period_id = ${periodId}
        and own.appraiser_id = person.id and own.state in ('asked', 'given')) as load
    from (select distinct appraiser_id from participants where agency_id = ${tx.agencyId}
        and period_id = ${periodId} and state <> 'excluded' and appraiser_id is not null) appraiser
      join periods period on period.agency_id = ${tx.agencyId} and period.id = ${periodId}
      join people person on person.agency_id = ${tx.agencyId} and person.id = appraiser.appraiser_id
      join lateral (select position_name, position_kind, unit_id from placements
        where agency_id = ${tx.agencyId} and person_id = person.id and kind = 'definitive'
          and valid_from <= period.ends_on
        order by valid_from desc limit 1) post on true
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = post.unit_id
    where person.ended_on is null`.execute(tx.db);
  return rows;
}

const MOST = 6;

export async function candidatesFor(
  tx: Tx,
  schemes: SchemeStore,
  look: Look,
  today: string,
  known: readonly Row[],
): Promise<readonly SecondCandidate[]> {
  const first = known.find(({ id }) => id === look.firstId);
  const declined = await tx.db
    .selectFrom('second_look_declines')
    .select('appraiser_id')
    .where('agency_id', '=', tx.agencyId)
    .where('look_id', '=', look.id)
    .execute();
  const out = new Set([
    look.firstId,
    look.superiorId,
    look.rateeId,
    ...declined.map((row) => row.appraiser_id),
  ]);
  const fitting = known.filter(
    (row) => !out.has(row.id) && (!first || rankOf(row.position_kind) >= rankOf(first.position_kind)),
  );
  const free = await withoutConflict(tx, schemes, look, today, fitting);
  return free
    .map((row) => ({
      id: row.id,
      name: fullName(row),
      position: row.position_name,
      unitName: row.unit_name,
      isNear: isNear(row, first),
      load: row.load,
    }))
    .toSorted(
      (a, b) => Number(b.isNear) - Number(a.isNear) || a.load - b.load || a.name.localeCompare(b.name, 'id'),
    )
    .slice(0, MOST);
}

function isNear(row: Row, first: Row | undefined): boolean {
  if (!first) return false;
  if (row.unit_id === first.unit_id || row.unit_id === first.parent_id || row.parent_id === first.unit_id)
    return true;
  return row.parent_id !== null && row.parent_id === first.parent_id;
}

/** What the scheme only shows does not stand in the way; that the two hardly met is the point of a second look. */
async function withoutConflict(
  tx: Tx,
  schemes: SchemeStore,
  look: Look,
  today: string,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const used = await tx.db
    .selectFrom('participants')
    .select(['scheme_id', 'scheme_version'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.participantId)
    .executeTakeFirstOrThrow();
  const { scheme } = await schemes.load(tx, used.scheme_id, used.scheme_version);
  const conflicts = await conflictsBetween(
    tx,
    rows.map((row) => ({ raterId: row.id, rateeId: look.rateeId })),
    { on: today, contactMonths: askingRules(scheme).contactMonths, periodId: look.periodId },
  );
  return rows.filter((row) => {
    const own = (conflicts.get(pairKey(row.id, look.rateeId)) ?? []).filter(
      ({ kind }) => kind !== 'short-contact',
    );
    const consequence = strictest(scheme, own);
    return consequence === undefined || consequence === 'flag';
  });
}
