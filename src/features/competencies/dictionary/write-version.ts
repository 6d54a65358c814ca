/** One version of one competency as a row; the same form twice is one row. */
import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import type { CompetencyContent, Origin } from './model.ts';
import { text } from './text.ts';

export interface NewVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly content: CompetencyContent;
  readonly isActive: boolean;
  readonly origin: Origin;
  readonly note: string;
  readonly fileId: string | null;
}

export function rowOf(tx: Tx, actor: Actor, { content, ...each }: NewVersion) {
  return {
    agency_id: tx.agencyId,
    id: each.id,
    code: each.code,
    version: each.version,
    kind: content.kind,
    family: content.family && JSON.stringify(content.family),
    name: JSON.stringify(content.name),
    definition: JSON.stringify(content.definition),
    levels: JSON.stringify(content.levels),
    is_active: each.isActive,
    origin: each.origin,
    note: each.note,
    file_id: each.fileId,
    recorded_by: actor.personId,
    recorded_at: tx.now,
  };
}

/** False where this very form was sent before; whoever wrote another version meanwhile is noticed. */
export async function insertVersion(tx: Tx, actor: Actor, version: NewVersion): Promise<boolean> {
  const made = await tx.db
    .insertInto('competency_versions')
    .values(rowOf(tx, actor, version))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return true;
  const same = await tx.db
    .selectFrom('competency_versions')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', version.id)
    .executeTakeFirst();
  if (same) return false;
  throw new Conflict(text.changedMeanwhile());
}
