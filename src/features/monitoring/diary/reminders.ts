/** Once a month whoever appraises is told of people about whom nothing has been written down yet. */
import { notify } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';

/** Day of the month from which the reminder may go out, and how long somebody has been appraised before. */
const FROM_DAY = 10;
const AFTER_DAYS = 30;

/**
 * Returns how many appraisers were told; whoever was told this month is not told again. Who has another reminder this
 * morning (`mayTell`) hears of it on a later one.
 */
export async function remindOfDiary(
  tx: Tx,
  today: string,
  mayTell: (personId: string) => boolean = () => true,
): Promise<number> {
  if (Number(today.slice(8)) < FROM_DAY) return 0;
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(({ fn }) => ['participants.appraiser_id', fn.countAll().as('count')])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.appraiser_id', 'is not', null)
    .where('participants.state', '=', 'active')
    .where('participants.starts_on', '<=', addDays(today, -AFTER_DAYS))
    .where('participants.ends_on', '>=', today)
    .where('periods.state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('observations')
            .select('observations.id')
            .where('observations.agency_id', '=', tx.agencyId)
            .whereRef('observations.participant_id', '=', 'participants.id')
            .whereRef('observations.author_id', '=', 'participants.appraiser_id')
            .where('observations.removed_at', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('results')
            .select('results.id')
            .where('results.agency_id', '=', tx.agencyId)
            .whereRef('results.participant_id', '=', 'participants.id')
            .where('results.superseded_at', 'is', null),
        ),
      ),
    )
    .groupBy('participants.appraiser_id')
    .execute();
  const month = today.slice(0, 7);
  return notify(
    tx,
    ...rows
      .filter(({ appraiser_id: id }) => id !== null && mayTell(id))
      .map((row) => ({
        personId: row.appraiser_id,
        kind: 'diary-reminder' as const,
        parameters: { count: String(row.count) },
        path: '/team/progress',
        dedupeKey: `diary:${month}`,
      })),
  );
}
