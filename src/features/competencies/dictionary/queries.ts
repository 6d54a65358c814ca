/** The dictionary as it stands, and every version of one competency. */
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { KINDS, type Kind } from '../levels.ts';
import { type Competency, competencyContentSchema, type Origin } from './model.ts';

/** The latest version of every code, also of those no longer used; managerial first, then by family. */
export async function dictionaryOf(tx: Tx): Promise<readonly Competency[]> {
  const rows = await versions(tx)
    .distinctOn('competency_versions.code')
    .orderBy('competency_versions.code')
    .orderBy('competency_versions.version', 'desc')
    .execute();
  return rows.map(competencyOf).toSorted(inOrder);
}

/** All versions of one code, the latest first; empty where there is none. */
export async function versionsOf(tx: Tx, code: string): Promise<readonly Competency[]> {
  const rows = await versions(tx)
    .where('competency_versions.code', '=', code)
    .orderBy('competency_versions.version', 'desc')
    .execute();
  return rows.map(competencyOf);
}

function versions(tx: Tx) {
  return tx.db
    .selectFrom('competency_versions')
    .innerJoin('people', (join) =>
      join
        .onRef('people.id', '=', 'competency_versions.recorded_by')
        .on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('competency_versions')
    .select(['people.name as recorder', 'people.title_before', 'people.title_after'])
    .where('competency_versions.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function competencyOf(row: Row): Competency {
  const { kind, family, name, definition, levels } = row;
  return {
    ...competencyContentSchema.parse({ kind, family, name, definition, levels }),
    id: row.id,
    code: row.code,
    version: row.version,
    isActive: row.is_active,
    origin: row.origin as Origin,
    note: row.note,
    recordedBy: fullName({ ...row, name: row.recorder }),
    recordedAt: row.recorded_at,
  };
}

function placeOf(kind: Kind): number {
  return KINDS.indexOf(kind);
}

function inOrder(a: Competency, b: Competency): number {
  return (
    placeOf(a.kind) - placeOf(b.kind) ||
    (a.family?.id ?? '').localeCompare(b.family?.id ?? '', 'id') ||
    a.name.id.localeCompare(b.name.id, 'id')
  );
}
