/** Standards with every revision, the tree of units they hold in, and the posts they hold for. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { PostLevel } from '#domain/schemes/index.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { HIGHEST } from '../levels.ts';
import { type Ancestors, ancestorsIn, type Post, type Standard } from './model.ts';

export const requiredLevelsSchema = z.record(z.string(), z.int().min(1).max(HIGHEST));

/** Every revision of every standard, the latest first. */
export async function standardsOf(tx: Tx): Promise<readonly Standard[]> {
  const rows = await tx.db
    .selectFrom('competency_standards')
    .innerJoin('people', (join) =>
      join
        .onRef('people.id', '=', 'competency_standards.recorded_by')
        .on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'competency_standards.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('competency_standards')
    .select([
      'people.name as recorder',
      'people.title_before',
      'people.title_after',
      'units.name as unit_name',
    ])
    .where('competency_standards.agency_id', '=', tx.agencyId)
    .orderBy('competency_standards.target')
    .orderBy('competency_standards.revision', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    target: row.target,
    revision: row.revision,
    postLevel: row.post_level as PostLevel | null,
    positionName: row.position_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    levels: requiredLevelsSchema.parse(row.levels),
    validFrom: row.valid_from,
    basis: row.basis,
    recordedBy: fullName({ ...row, name: row.recorder }),
    recordedAt: row.recorded_at,
  }));
}

export interface UnitInTree {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** In the order of the organisation. */
export async function unitTree(tx: Tx): Promise<readonly UnitInTree[]> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'name', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .orderBy('ordinal')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, parentId: row.parent_id }));
}

export function ancestorsOf(units: readonly UnitInTree[]): Ancestors {
  return ancestorsIn(new Map(units.map(({ id, parentId }) => [id, parentId])));
}

export interface HeldPost extends Post {
  readonly unitName: string;
  /** How many people hold it. */
  readonly holders: number;
}

/** Posts that somebody holds on that day, those with the same name in the same unit together. */
export async function heldPosts(tx: Tx, on: string, words: string): Promise<readonly HeldPost[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<HeldPost>`
    select post.position_name as "positionName", post.position_kind as "positionKind",
      post.position_level as "positionLevel", post.unit_id as "unitId", units.name as "unitName",
      count(*) as holders
    from placements post join units on units.agency_id = ${tx.agencyId} and units.id = post.unit_id
    where post.agency_id = ${tx.agencyId} and post.kind = 'definitive' and post.valid_from <= ${on}
      and (post.valid_until is null or post.valid_until > ${on})
      and (post.position_name ilike ${like} or units.name ilike ${like})
    group by post.position_name, post.position_kind, post.position_level, post.unit_id, units.name, units.ordinal
    order by units.ordinal, units.name, post.position_name`.execute(tx.db);
  return rows;
}

/** Names of posts that people hold, for writing a standard of one. */
export async function positionNames(tx: Tx, on: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('placements')
    .select('position_name')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', 'definitive')
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', on)]))
    .orderBy('position_name')
    .limit(1000)
    .execute();
  return rows.map((row) => row.position_name);
}
