/** Declared relations as they stand, with the names of those concerned. */
import { sql } from 'kysely';
import { fullName, postsOn, type Scope, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { DeclarationState } from './transitions.ts';
import type { DeclaredKind, FamilyRelation } from './words.ts';

export interface PartyComment {
  readonly body: string;
  readonly at: Date;
}

export interface Declaration {
  readonly id: string;
  readonly raterId: string;
  readonly raterName: string;
  readonly rateeId: string;
  readonly rateeName: string;
  readonly rateeUnitId: string | null;
  readonly rateeUnitName: string | null;
  readonly kind: DeclaredKind;
  readonly relation: FamilyRelation | null;
  readonly since: string;
  readonly until: string | null;
  readonly statement: string;
  readonly declaredAs: 'rater' | 'ratee' | 'officer';
  readonly declaredBy: string;
  readonly declarerName: string;
  readonly declaredAt: Date;
  readonly state: DeclarationState;
  readonly confirmedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly raterComment: PartyComment | null;
  readonly rateeComment: PartyComment | null;
}

interface Row {
  readonly id: string;
  readonly rater_id: string;
  readonly ratee_id: string;
  readonly rater: { name: string; title_before: string | null; title_after: string | null };
  readonly ratee: { name: string; title_before: string | null; title_after: string | null };
  readonly declarer: { name: string; title_before: string | null; title_after: string | null };
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly kind: DeclaredKind;
  readonly relation: FamilyRelation | null;
  readonly since: string;
  readonly until: string | null;
  readonly statement: string;
  readonly declared_as: Declaration['declaredAs'];
  readonly declared_by: string;
  readonly declared_at: Date;
  readonly state: DeclarationState;
  readonly confirmed_at: Date | null;
  readonly closed_at: Date | null;
  readonly close_reason: string | null;
  readonly rater_comment: string | null;
  readonly rater_commented_at: Date | null;
  readonly ratee_comment: string | null;
  readonly ratee_commented_at: Date | null;
}

export interface DeclarationFilter {
  readonly id?: string;
  /** Somebody who is one of the two, or declared it. */
  readonly personId?: string;
  readonly states?: readonly DeclarationState[];
  readonly kind?: DeclaredKind | undefined;
  readonly scope?: Scope;
  readonly words?: string;
}

const MOST = 500;

/** The latest first. */
export async function listDeclarations(
  tx: Tx,
  filter: DeclarationFilter,
  today: string,
): Promise<readonly Declaration[]> {
  const reach = filter.scope ? unitsOf(filter.scope) : null;
  const words = `%${(filter.words ?? '').toLowerCase().replaceAll(/[%_\\]/g, '\\$&')}%`;
  const { rows } = await sql<Row>`
    select d.*, units.id as unit_id, units.name as unit_name,
      json_build_object('name', rater.name, 'title_before', rater.title_before, 'title_after', rater.title_after) as rater,
      json_build_object('name', ratee.name, 'title_before', ratee.title_before, 'title_after', ratee.title_after) as ratee,
      json_build_object('name', declarer.name, 'title_before', declarer.title_before,
        'title_after', declarer.title_after) as declarer
    from conflict_declarations d
      join people rater on rater.agency_id = ${tx.agencyId} and rater.id = d.rater_id
      join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = d.ratee_id
      join people declarer on declarer.agency_id = ${tx.agencyId} and declarer.id = d.declared_by
      left join (${postsOn(tx, today)}) post on post.person_id = d.ratee_id
      left join units on units.agency_id = ${tx.agencyId} and units.id = post.unit_id
    where d.agency_id = ${tx.agencyId}
      and (${filter.id ?? null}::uuid is null or d.id = ${filter.id ?? null}::uuid)
      and (${filter.personId ?? null}::uuid is null
        or ${filter.personId ?? null}::uuid in (d.rater_id, d.ratee_id, d.declared_by))
      and (${filter.states ? [...filter.states] : null}::text[] is null
        or d.state = any(${filter.states ? [...filter.states] : null}::text[]))
      and (${filter.kind ?? null}::text is null or d.kind = ${filter.kind ?? null})
      and (${reach ? [...reach] : null}::uuid[] is null or post.unit_id = any(${reach ? [...reach] : null}::uuid[]))
      and (${words} = '%%' or lower(rater.name) like ${words} or lower(ratee.name) like ${words})
    order by d.declared_at desc, d.id desc
    limit ${MOST}`.execute(tx.db);
  return rows.map(declarationOf);
}

export async function findDeclaration(tx: Tx, id: string, today: string): Promise<Declaration | undefined> {
  return isId(id) ? (await listDeclarations(tx, { id }, today))[0] : undefined;
}

function declarationOf(row: Row): Declaration {
  const comment = (body: string | null, at: Date | null) => (body && at ? { body, at } : null);
  return {
    id: row.id,
    raterId: row.rater_id,
    raterName: fullName(row.rater),
    rateeId: row.ratee_id,
    rateeName: fullName(row.ratee),
    rateeUnitId: row.unit_id,
    rateeUnitName: row.unit_name,
    kind: row.kind,
    relation: row.relation,
    since: row.since,
    until: row.until,
    statement: row.statement,
    declaredAs: row.declared_as,
    declaredBy: row.declared_by,
    declarerName: fullName(row.declarer),
    declaredAt: row.declared_at,
    state: row.state,
    confirmedAt: row.confirmed_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    raterComment: comment(row.rater_comment, row.rater_commented_at),
    rateeComment: comment(row.ratee_comment, row.ratee_commented_at),
  };
}
