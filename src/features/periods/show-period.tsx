import type { Context } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { page } from '#platform/web/respond.ts';
import type { PeriodOptions } from './options.ts';
import { type HistoryLine, PeriodPage } from './pages/period-page.tsx';
import { participantCounts } from './participants.ts';
import { requirePeriod } from './queries.ts';
import type { PeriodAct } from './transitions.ts';

/** The page of one period; `refused` says why it could not be reopened. */
export async function showPeriod(
  c: Context<VisitEnv>,
  { schemes }: PeriodOptions,
  refused?: string,
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, c.req.param('id') ?? '');
    const counts = await participantCounts(tx, period.id);
    const acts = await tx.db
      .selectFrom('acts')
      .leftJoin('people', (join) =>
        join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
      )
      .select(['acts.id', 'acts.act', 'acts.reason', 'acts.at', 'people.name'])
      .where('acts.agency_id', '=', tx.agencyId)
      .where('acts.subject_id', '=', period.id)
      .orderBy('acts.at', 'desc')
      .execute();
    const history: HistoryLine[] = acts.map((row) => ({
      id: row.id,
      act: row.act as PeriodAct,
      actorName: row.name,
      reason: row.reason,
      at: row.at,
    }));
    const scheme = (await schemes.find(tx, period.schemeId, period.schemeVersion))?.scheme;
    return { period, counts, history, scheme };
  });
  return page(
    c,
    <PeriodPage visit={visit} mayAct={isAgencyOfficer(visit.actor)} reopenError={refused} {...view} />,
    refused ? 422 : 200,
  );
}
