/** Lessons of a course and who read them. */
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { LessonState } from '../model.ts';

export interface Lesson {
  readonly id: string;
  readonly courseId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly body: string;
  readonly state: LessonState;
  readonly revision: number;
  readonly file: { readonly id: string; readonly name: string } | null;
}

function lessonRows(tx: Tx) {
  return tx.db
    .selectFrom('training_lessons as l')
    .leftJoin('files as f', (join) =>
      join.onRef('f.id', '=', 'l.file_id').on('f.agency_id', '=', tx.agencyId),
    )
    .selectAll('l')
    .select('f.name as file_name')
    .where('l.agency_id', '=', tx.agencyId)
    .orderBy('l.ordinal')
    .orderBy('l.id');
}

type LessonRow = Awaited<ReturnType<ReturnType<typeof lessonRows>['execute']>>[number];

function lessonOf(row: LessonRow): Lesson {
  return {
    id: row.id,
    courseId: row.course_id,
    ordinal: row.ordinal,
    title: row.title,
    body: row.body,
    state: row.state as LessonState,
    revision: row.revision,
    file: row.file_id && row.file_name ? { id: row.file_id, name: row.file_name } : null,
  };
}

export async function lessonsOf(tx: Tx, courseId: string): Promise<readonly Lesson[]> {
  return (await lessonRows(tx).where('l.course_id', '=', courseId).execute()).map(lessonOf);
}

export async function findLesson(tx: Tx, id: string): Promise<Lesson | undefined> {
  if (!isId(id)) return undefined;
  const row = await lessonRows(tx).where('l.id', '=', id).executeTakeFirst();
  return row && lessonOf(row);
}

export async function readsOf(
  tx: Tx,
  personId: string,
  lessonIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (lessonIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('training_lesson_reads')
    .select(['lesson_id', 'last_read_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('lesson_id', 'in', [...lessonIds])
    .execute();
  return new Map(rows.map((row) => [row.lesson_id, row.last_read_at]));
}
