/** What officers need to know of a course besides its lessons and cases. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import type { CaseFigures } from './course-page.tsx';
import type { Counts } from './list-page.tsx';

/** How often each case was answered and the middle distance of the first answers: no names, no single answer. */
export async function caseFigures(tx: Tx, courseId: string): Promise<ReadonlyMap<string, CaseFigures>> {
  const { rows } = await sql<{ case_id: string; answers: number; median: number | null }>`
    select case_id, count(*)::int as answers,
      percentile_disc(0.5) within group (order by distance_basis_points) as median
    from training_attempts
    where agency_id = ${tx.agencyId} and course_id = ${courseId}::uuid and state = 'sent'
    group by case_id`.execute(tx.db);
  // Below five answers the middle one would tell of single people.
  return new Map(
    rows.map((row) => [
      row.case_id,
      { answers: row.answers, medianBasisPoints: row.answers >= 5 ? row.median : null },
    ]),
  );
}

/** Published and drafted lessons and cases by scheme. */
export async function materialCounts(
  tx: Tx,
  table: 'training_lessons' | 'training_cases',
): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<{ scheme_id: string; state: string; count: number }>`
    select c.scheme_id, m.state, count(*)::int as count
    from ${sql.table(table)} m
    join training_courses c on c.agency_id = m.agency_id and c.id = m.course_id
    where m.agency_id = ${tx.agencyId} and c.agency_id = ${tx.agencyId}
    group by c.scheme_id, m.state`.execute(tx.db);
  const counts = new Map<string, Counts>();
  for (const { scheme_id: id, state, count } of rows) {
    const known = counts.get(id) ?? { published: 0, drafts: 0 };
    if (state === 'published') counts.set(id, { ...known, published: count });
    if (state === 'draft') counts.set(id, { ...known, drafts: count });
  }
  return counts;
}
