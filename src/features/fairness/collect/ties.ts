/** What stands beside the forms of a period: ties between rater and rated, and how much was said without a name. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { tieKey } from './table.ts';

/** Pairs between whom a relation was declared or found that can favour: kin, business, one household. */
export async function tiesOf(tx: Tx, periodId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('conflict_cases')
    .select(['rater_id', 'participant_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .where('kind', 'in', ['family', 'business', 'same-household'])
    .where('state', '<>', 'gone')
    .execute();
  return new Set(rows.map((row) => tieKey(row.rater_id, row.participant_id)));
}

/** Released forms of voices without a name, counted by scheme and voice: said beside the model, never in it. */
export async function unnamedForms(
  tx: Tx,
  periodId: string,
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const { rows } = await sql<{ scheme: string; voice: string; forms: number }>`
    select participant.scheme_id || '@' || participant.scheme_version as scheme, pool.voice,
      sum(pool.released_forms)::integer as forms
    from voice_pools pool
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = pool.participant_id
    where pool.agency_id = ${tx.agencyId} and participant.period_id = ${periodId} and pool.is_anonymous
      and pool.state = 'released'
    group by 1, 2`.execute(tx.db);
  const found = new Map<string, Record<string, number>>();
  for (const { scheme, voice, forms } of rows) found.set(scheme, { ...found.get(scheme), [voice]: forms });
  return found;
}
