/** Whom an officer may look at and decide for: people who hold, or last held, a post in the officer's units. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type Actor, covers, isAgencyOfficer, isOfficer, type Scope } from './actor.ts';

export function requireOfficer(actor: Actor): void {
  if (!isOfficer(actor)) throw new NotAllowed();
}

export function requireAgencyOfficer(actor: Actor): void {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
}

/** Throws unless every one of these people stands in the officer's scope; strangers are "not there". */
export async function requireScope(tx: Tx, actor: Actor, personIds: readonly string[]): Promise<void> {
  requireOfficer(actor);
  if (personIds.some((id) => !isId(id))) throw new NotFound();
  const wanted = new Set(personIds);
  if (wanted.size === 0) return;
  const { rows } = await sql<{ person_id: string; unit_id: string | null; valid_until: string | null }>`
    select people.id as person_id, post.unit_id, post.valid_until
    from people left join placements post
      on post.agency_id = people.agency_id and post.person_id = people.id and post.kind = 'definitive'
    where people.agency_id = ${tx.agencyId} and people.id = any(${[...wanted]}::uuid[])
    order by post.valid_from`.execute(tx.db);
  const known = Map.groupBy(rows, (row) => row.person_id);
  if (known.size < wanted.size) throw new NotFound();
  if (isAgencyOfficer(actor)) return;
  const day = tx.now.toISOString().slice(0, 10);
  for (const posts of known.values()) {
    const standing = posts.filter((post) => post.valid_until === null || post.valid_until > day);
    const counted = standing.length > 0 ? standing : posts.slice(-1);
    if (!counted.some((post) => post.unit_id !== null && covers(actor.officer, post.unit_id)))
      throw new NotFound();
  }
}

/** The post that says where somebody belongs on that day: the one held, else the next, else the last. One row a person. */
export function postsOn(tx: Tx, on: string): RawBuilder<PostRow> {
  return sql<PostRow>`
    select distinct on (person_id) person_id, id, unit_id, position_name, position_kind, position_level, is_head
    from placements where agency_id = ${tx.agencyId} and kind = 'definitive'
    order by person_id, (valid_from <= ${on}) desc, valid_from desc`;
}

export interface PostRow {
  readonly person_id: string;
  readonly id: string;
  readonly unit_id: string;
  readonly position_name: string;
  readonly position_kind: string;
  readonly position_level: string | null;
  readonly is_head: boolean;
}

/** The units a scope reaches, as a list for the database; null where it reaches all. */
export function unitsOf(scope: Scope): readonly string[] | null {
  if (scope.kind === 'agency') return null;
  return scope.kind === 'units' ? [...scope.unitIds] : [];
}
