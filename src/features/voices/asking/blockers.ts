/** What stands in the way of opening a round, and what an officer should know before: each with the page that mends it. */

import { sql } from 'kysely';
import { agencyToday } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Round } from '../queries.ts';
import { sealIsReady } from '../sealed/index.ts';
import { isWorking, latestRun } from './run.ts';

export type BlockerKind =
  | 'not-prepared'
  | 'nobody'
  | 'no-keys'
  | 'guest-address'
  | 'last-day'
  | 'period-closed';
export type CautionKind = 'too-few' | 'unreachable';

export interface Found<Kind extends string> {
  readonly kind: Kind;
  readonly count: number;
}

export interface Readiness {
  /** The round is not opened while one of these stands. */
  readonly blockers: readonly Found<BlockerKind>[];
  /** It may be opened; what follows is said. */
  readonly cautions: readonly Found<CautionKind>[];
}

export async function readinessOf(tx: Tx, round: Round): Promise<Readiness> {
  const counts = await countsOf(tx, round.id);
  const run = await latestRun(tx, round.id);
  const period = await findPeriod(tx, round.periodId);
  const isLate =
    round.closesOn <= (await agencyToday(tx)) || (period && round.closesOn >= period.ratingDueOn);
  const blockers: Found<BlockerKind>[] = [];
  const block = (kind: BlockerKind, stands: boolean | undefined, count = 0) => {
    if (stands) blockers.push({ kind, count });
  };
  block('period-closed', period?.state !== 'open');
  block('not-prepared', isWorking(run) || run?.state === 'failed' || !run);
  block('nobody', run?.state === 'done' && counts.requests === 0);
  block('no-keys', counts.anonymous > 0 && !(await sealIsReady(tx)));
  block('guest-address', counts.guests_without_address > 0, counts.guests_without_address);
  block('last-day', isLate);
  const cautions: readonly Found<CautionKind>[] = [
    { kind: 'too-few', count: counts.too_few },
    { kind: 'unreachable', count: counts.unreachable },
  ];
  return { blockers, cautions: cautions.filter(({ count }) => count > 0) };
}

interface Counts {
  readonly requests: number;
  readonly anonymous: number;
  readonly guests_without_address: number;
  readonly too_few: number;
  readonly unreachable: number;
}

async function countsOf(tx: Tx, roundId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with pool as (
      select o.id, o.is_anonymous, o.least, o.voice from voice_pools o
      where o.agency_id = ${tx.agencyId} and o.round_id = ${roundId}
    ), request as (
      select q.pool_id, q.rater_id, q.guest_name, q.guest_email, pool.is_anonymous
      from voice_requests q join pool on pool.id = q.pool_id
      where q.agency_id = ${tx.agencyId} and q.state in ('proposed', 'asked', 'answered')
    ), heard as (select pool_id, count(*) as count from request group by pool_id)
    select (select count(*) from request) as requests,
      (select count(*) from request where is_anonymous) as anonymous,
      (select count(*) from request where guest_name is not null and guest_email is null) as guests_without_address,
      (select count(*) from pool left join heard on heard.pool_id = pool.id
        where pool.is_anonymous and coalesce(heard.count, 0) < pool.least
          and (heard.count > 0 or pool.voice in ('colleague', 'subordinate'))) as too_few,
      (select count(distinct p.id) from request join people p on p.agency_id = ${tx.agencyId} and p.id = request.rater_id
        where p.account_id is null and p.email is null) as unreachable`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error('counting gives one row');
  return row;
}
