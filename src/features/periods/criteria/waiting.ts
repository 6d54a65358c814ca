/** Criteria that a person has not confirmed reading yet: what their home page reminds them of. */
import type { Tx } from '#platform/database/database.ts';
import { candidates, takingPart } from '../candidates.ts';
import { requirePeriod } from '../queries.ts';
import { schemeKey } from '../schemes.ts';

export interface CriteriaToRead {
  readonly periodId: string;
  readonly name: string;
  readonly startsOn: string;
}

/** One question where nothing was published; only then is looked whether the person takes part. */
export async function criteriaToRead(
  tx: Tx,
  personId: string,
  today: string,
): Promise<readonly CriteriaToRead[]> {
  const published = await tx.db
    .selectFrom('periods')
    .leftJoin('criteria_confirmations as read', (join) =>
      join
        .onRef('read.period_id', '=', 'periods.id')
        .on('read.agency_id', '=', tx.agencyId)
        .on('read.person_id', '=', personId),
    )
    .select(['periods.id', 'read.scheme_id', 'read.scheme_version'])
    .where('periods.agency_id', '=', tx.agencyId)
    .where('periods.criteria_published_on', 'is not', null)
    .where('periods.state', '<>', 'closed')
    .where('periods.ends_on', '>=', today)
    .orderBy('periods.starts_on')
    .execute();
  const waiting: CriteriaToRead[] = [];
  for (const [periodId, rows] of Map.groupBy(published, (row) => row.id)) {
    const read = new Set(
      rows.map((row) => schemeKey({ id: row.scheme_id ?? '', version: row.scheme_version ?? 0 })),
    );
    const period = await requirePeriod(tx, periodId);
    const own = takingPart(await candidates(tx, period, today, personId));
    if (own.some((each) => !each.hasEnded && !read.has(schemeKey(each.scheme))))
      waiting.push({ periodId, name: period.name, startsOn: period.startsOn });
  }
  return waiting;
}
