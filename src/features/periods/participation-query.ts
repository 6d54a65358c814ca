/**
 * The statement behind every page of an appraisal: who takes part in which period, in which post, with the names
 * and posts of appraiser and superior at the participation's end. Written out and sent as one, because each further
 * question is another way to the database and back, on every page of every appraisal.
 */
import { CompiledQuery } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

export interface BriefRow {
  readonly id: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly nip: string | null;
  readonly rank: string | null;
  readonly kind: string;
  readonly position: string | null;
  readonly unit_name: string | null;
}

export interface ParticipationRow {
  readonly id: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly state: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly is_heard_by_others: boolean;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly position_name: string;
  readonly position_kind: string;
  readonly position_level: string | null;
  readonly person: BriefRow;
  readonly appraiser: BriefRow | null;
  readonly superior: BriefRow | null;
  /** The period's row; its dates are civil dates in text. */
  readonly period: Readonly<Record<string, string | number | null>> & {
    readonly id: string;
    readonly name: string;
  };
}

/** A person with the last definitive post that began before the participation ended. */
function brief(reference: string): string {
  return `(select json_build_object('id', q.id, 'name', q.name, 'title_before', q.title_before,
      'title_after', q.title_after, 'nip', q.nip, 'rank', q.rank, 'kind', q.kind,
      'position', post.position_name, 'unit_name', post.unit_name)
    from people q left join lateral (
      select m.position_name, v.name as unit_name from placements m
        join units v on v.agency_id = $1 and v.id = m.unit_id
        where m.agency_id = $1 and m.person_id = q.id and m.kind = 'definitive' and m.valid_from <= p.ends_on
        order by m.valid_from desc limit 1) post on true
    where q.agency_id = $1 and q.id = ${reference})`;
}

const FIND_PARTICIPATION = `select p.id, p.starts_on, p.ends_on, p.state, p.scheme_id, p.scheme_version, p.unit_id, u.name as unit_name,
    l.position_name, l.position_kind, l.position_level, to_json(e) as period,
    exists (select from voice_pools v where v.agency_id = $1 and v.participant_id = p.id) as is_heard_by_others,
    ${brief('p.person_id')} as person, ${brief('p.appraiser_id')} as appraiser, ${brief('p.superior_id')} as superior
  from participants p
    join periods e on e.agency_id = $1 and e.id = p.period_id
    join placements l on l.agency_id = $1 and l.id = p.placement_id
    join units u on u.agency_id = $1 and u.id = l.unit_id
  where p.agency_id = $1 and p.id = $2`;

export async function participationRow(tx: Tx, id: string): Promise<ParticipationRow | undefined> {
  const query = CompiledQuery.raw(FIND_PARTICIPATION, [tx.agencyId, id]);
  const { rows } = await tx.db.executeQuery<ParticipationRow>(query);
  return rows[0];
}
