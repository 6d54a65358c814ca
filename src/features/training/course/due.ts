/** What the home page says of training: schemes under which somebody appraises without a certificate that lasts. */
import { sql } from 'kysely';
import type { Bilingual } from '#domain/bilingual.ts';
import type { Tx } from '#platform/database/database.ts';
import { type PersonState, personState } from './progress.ts';

export interface TrainingDue {
  readonly schemeId: string;
  readonly title: Bilingual;
  readonly state: Exclude<PersonState, 'valid'>;
  /** Last day of the certificate that ends or ended; null where there never was one. */
  readonly until: string | null;
}

/** One query. Only schemes whose course can be taken: an invitation that leads nowhere helps nobody. */
export async function trainingDue(tx: Tx, personId: string, today: string): Promise<readonly TrainingDue[]> {
  const { rows } = await sql<{
    scheme_id: string;
    title: Bilingual;
    valid_until: string | null;
    has_begun: boolean;
  }>`
    select course.scheme_id, version.title,
      (select max(valid_until) from training_certificates held
        where held.agency_id = ${tx.agencyId} and held.person_id = ${personId}
          and held.scheme_id = course.scheme_id and held.revoked_at is null) as valid_until,
      exists (select from training_lesson_reads r
        join training_lessons l on l.agency_id = ${tx.agencyId} and l.id = r.lesson_id and l.course_id = course.id
        where r.agency_id = ${tx.agencyId} and r.person_id = ${personId}) as has_begun
    from training_courses course
    join lateral (
      select title from scheme_versions v
      where v.agency_id = ${tx.agencyId} and v.scheme_id = course.scheme_id order by version desc limit 1
    ) version on true
    where course.agency_id = ${tx.agencyId}
      and exists (select from training_lessons l where l.agency_id = ${tx.agencyId}
        and l.course_id = course.id and l.state = 'published')
      and exists (select from training_cases c where c.agency_id = ${tx.agencyId}
        and c.course_id = course.id and c.state = 'published')
      and exists (select from participants p
        join periods e on e.agency_id = ${tx.agencyId} and e.id = p.period_id and e.state = 'open'
        where p.agency_id = ${tx.agencyId} and p.appraiser_id = ${personId} and p.state = 'active'
          and p.scheme_id = course.scheme_id)
    order by course.scheme_id`.execute(tx.db);
  return rows.flatMap((row) => {
    const held = row.valid_until ? { validUntil: row.valid_until } : undefined;
    const { state, until } = personState({ held, today, hasBegun: row.has_begun });
    return state === 'valid' ? [] : [{ schemeId: row.scheme_id, title: row.title, state, until }];
  });
}
