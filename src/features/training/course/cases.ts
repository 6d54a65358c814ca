/** Cases of a course as they stand. */
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { type CaseContent, type CaseState, readCaseContent } from '../model.ts';

export interface Case {
  readonly id: string;
  readonly courseId: string;
  readonly schemeVersion: number;
  readonly ordinal: number;
  readonly heading: string;
  readonly situation: string;
  readonly content: CaseContent;
  readonly state: CaseState;
  readonly replacesId: string | null;
  readonly revision: number;
}

function caseRows(tx: Tx) {
  return tx.db
    .selectFrom('training_cases')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .orderBy('ordinal')
    .orderBy('id');
}

type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['execute']>>[number];

function caseOf(row: CaseRow): Case {
  return {
    id: row.id,
    courseId: row.course_id,
    schemeVersion: row.scheme_version,
    ordinal: row.ordinal,
    heading: row.heading,
    situation: row.situation,
    content: readCaseContent(row.content),
    state: row.state as CaseState,
    replacesId: row.replaces_id,
    revision: row.revision,
  };
}

export async function casesOf(tx: Tx, courseId: string): Promise<readonly Case[]> {
  return (await caseRows(tx).where('course_id', '=', courseId).execute()).map(caseOf);
}

export async function findCase(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Case | undefined> {
  if (!isId(id)) return undefined;
  const query = caseRows(tx).where('id', '=', id);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row && caseOf(row);
}

export async function casesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await caseRows(tx)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, caseOf(row)]));
}
