/**
 * Matrix of roles and results (matriks pembagian peran dan hasil): who carries which result of the leader's, and
 * the other way: what each result of the staff serves. Pure.
 */
import type { PlanContent } from './content.ts';
import { numbered } from './problems.ts';
import type { PlanState } from './transitions.ts';

export interface StaffPlan {
  readonly participantId: string;
  readonly name: string;
  readonly position: string;
  readonly state: PlanState | undefined;
  /** Agreed content where there is one, else the draft; null before the first draft. */
  readonly content: PlanContent | null;
}

export interface MatrixEntry {
  readonly resultId: string;
  readonly number: string;
  readonly statement: string;
}

export interface MatrixColumn extends MatrixEntry {
  /** Nobody serves this result yet. */
  readonly isUnserved: boolean;
}

export interface MatrixRow {
  readonly staff: StaffPlan;
  /** One cell for each column: the person's results that serve it. */
  readonly cells: readonly (readonly MatrixEntry[])[];
  /** Main results that serve none of the columns: in words only, or nothing at all. */
  readonly unlinked: readonly (MatrixEntry & { readonly servesText: string })[];
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

export function buildMatrix(
  leaderId: string,
  leader: Pick<PlanContent, 'results'>,
  staff: readonly StaffPlan[],
): Matrix {
  const columns = numbered(leader).map(({ result, number }) => ({
    resultId: result.id,
    number,
    statement: result.statement,
  }));
  const columnIds = new Set(columns.map((each) => each.resultId));
  const rows = staff.map((each): MatrixRow => {
    const own = each.content ? numbered(each.content) : [];
    const servedBy = (entry: (typeof own)[number]) => {
      const { serves } = entry.result;
      return serves?.participantId === leaderId && columnIds.has(serves.resultId) ? serves.resultId : null;
    };
    const entry = ({ result, number }: (typeof own)[number]): MatrixEntry => ({
      resultId: result.id,
      number,
      statement: result.statement,
    });
    return {
      staff: each,
      cells: columns.map((column) =>
        own.filter((candidate) => servedBy(candidate) === column.resultId).map(entry),
      ),
      unlinked: own
        .filter((candidate) => candidate.result.kind === 'main' && servedBy(candidate) === null)
        .map((candidate) => ({ ...entry(candidate), servesText: candidate.result.servesText })),
    };
  });
  return {
    rows,
    columns: columns.map((column, index) => ({
      ...column,
      isUnserved: rows.every((row) => row.cells[index]?.length === 0),
    })),
  };
}
