/** How far participants are: who would be left unfinished if the period closed today. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

export const STAGES = ['no-plan', 'no-result', 'not-ratified', 'objection', 'not-received'] as const;
export type Stage = (typeof STAGES)[number];

export interface UnfinishedPerson {
  readonly participantId: string;
  readonly name: string;
  readonly unitName: string;
  readonly stage: Stage;
}

// Who moved or left during the period is finished by the appraiser of that time and holds nothing up.
const stageOf = sql`
  case when r.id is null and coalesce(plan.version, 0) = 0 then 'no-plan'
    when r.id is null or r.state in ('withdrawn', 'revoked') then 'no-result'
    when r.state = 'given' then 'not-ratified'
    when r.state in ('objected', 'explained') then 'objection'
    when r.state = 'ratified' and r.accepted_at is null then 'not-received'
  end`;

function unfinished(tx: Tx, periodId: string) {
  return sql`
    from participants t
    left join plans plan on plan.agency_id = ${tx.agencyId} and plan.participant_id = t.id
    left join results r on r.agency_id = ${tx.agencyId} and r.participant_id = t.id and r.superseded_at is null
    join people p on p.agency_id = ${tx.agencyId} and p.id = t.person_id
    join units u on u.agency_id = ${tx.agencyId} and u.id = t.unit_id
    where t.agency_id = ${tx.agencyId} and t.period_id = ${periodId} and t.state = 'active'`;
}

export async function unfinishedStages(
  tx: Tx,
  periodId: string,
): Promise<readonly { readonly stage: Stage; readonly count: number }[]> {
  const { rows } = await sql<{ stage: Stage; count: number }>`
    select stage, count(*) as count from (select ${stageOf} as stage ${unfinished(tx, periodId)}) s
    where stage is not null group by stage`.execute(tx.db);
  return STAGES.flatMap((stage) => rows.filter((row) => row.stage === stage));
}

export async function unfinishedPeople(
  tx: Tx,
  periodId: string,
  page: { limit: number; offset: number },
): Promise<readonly UnfinishedPerson[]> {
  const { rows } = await sql<{ participant_id: string; name: string; unit_name: string; stage: Stage }>`
    select * from (
      select t.id as participant_id, p.name, u.name as unit_name, ${stageOf} as stage ${unfinished(tx, periodId)}
    ) s where stage is not null order by unit_name, name limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    participantId: row.participant_id,
    name: row.name,
    unitName: row.unit_name,
    stage: row.stage,
  }));
}
