/**
 * Who visits, for every page inside an agency, in one query: the person of the account, the roles granted to them,
 * what they do in appraisals and how much they have not read. Written out, because it runs on every request.
 */
import { CompiledQuery } from 'kysely';
import { type Actor, actorOf, type Grant } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Involvement } from './navigation.ts';

export interface Visitor {
  readonly actor: Actor;
  readonly involvement: Involvement;
  readonly unread: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly grants: readonly Grant[];
  readonly takes_part: boolean;
  readonly leads: boolean;
  readonly unread: number;
}

const FIND_VISITOR = `select p.id, p.name, p.title_before, p.title_after,
    coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) from role_grants g
      where g.agency_id = $1 and g.person_id = p.id and g.revoked_at is null), '[]') as grants,
    exists (select from participants t where t.agency_id = $1 and t.person_id = p.id) as takes_part,
    (exists (select from participants t where t.agency_id = $1 and t.appraiser_id = p.id)
      or exists (select from participants t where t.agency_id = $1 and t.superior_id = p.id)) as leads,
    (select count(*)::int from notifications n
      where n.agency_id = $1 and n.person_id = p.id and n.read_at is null) as unread
  from people p where p.agency_id = $1 and p.account_id = $2 and p.ended_on is null`;

/** Undefined for an account that has no person in this agency, or whose person has left. */
export async function findVisitor(tx: Tx, accountId: string): Promise<Visitor | undefined> {
  const { rows } = await tx.db.executeQuery<Row>(CompiledQuery.raw(FIND_VISITOR, [tx.agencyId, accountId]));
  const row = rows[0];
  if (!row) return undefined;
  return {
    actor: await actorOf(tx, { ...row, accountId }, row.grants),
    involvement: { takesPart: row.takes_part, leads: row.leads },
    unread: row.unread,
  };
}
