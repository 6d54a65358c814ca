import { sql } from 'kysely';
import { FAIRNESS_DEFAULTS } from '#domain/statistics/fairness/settings.ts';
import type { FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Named } from './named.ts';
import type { SettingsVersion } from './types.ts';

/** What holds for a period: the newest registered first; empty where Tera's defaults hold. */
export async function settingsVersions(tx: Tx, periodId: string): Promise<readonly SettingsVersion[]> {
  const { rows } = await sql<
    Named & { settings: FairnessSettings; reason: string; after_results: boolean; registered_at: Date }
  >`
    select settings.settings, settings.reason, settings.after_results, settings.registered_at, person.name,
      person.title_before, person.title_after
    from fairness_settings settings
      join people person on person.agency_id = ${tx.agencyId} and person.id = settings.registered_by
    where settings.agency_id = ${tx.agencyId} and settings.period_id = ${periodId}
    order by (settings.superseded_at is null) desc, settings.registered_at desc`.execute(tx.db);
  return rows.map((row) => ({
    settings: row.settings,
    reason: row.reason,
    afterResults: row.after_results,
    registeredBy: fullName(row),
    registeredAt: row.registered_at,
  }));
}

export async function settingsOf(tx: Tx, periodId: string): Promise<FairnessSettings> {
  const row = await tx.db
    .selectFrom('fairness_settings')
    .select('settings')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row ? (row.settings as unknown as FairnessSettings) : FAIRNESS_DEFAULTS;
}
