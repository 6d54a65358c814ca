/** Components whose value is made from single days or cases: those are corrected one by one, never as a sum. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Participation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';

export async function keptComponents(
  tx: Tx,
  compiled: CompiledScheme,
  { id, person, startsOn, endsOn }: Participation,
): Promise<ReadonlySet<string>> {
  const day = await tx.db
    .selectFrom('attendance_days')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', person.id)
    .where('day', '>=', startsOn)
    .where('day', '<=', endsOn)
    .limit(1)
    .executeTakeFirst();
  const cases = await tx.db
    .selectFrom('service_cases')
    .select('component')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', id)
    .execute();
  const presence = Object.entries(compiled.scheme.components)
    .filter(([, settings]) => settings.mechanism === 'presence')
    .map(([code]) => code);
  return new Set([...(day ? presence : []), ...cases.map(({ component }) => component)]);
}
