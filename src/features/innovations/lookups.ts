/** What the pages of innovations look up beside the innovations themselves. */
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Place } from './commands/write.ts';
import type { Innovation } from './queries.ts';
import { innovationComponent } from './stages.ts';

export function schemeKey({ scheme }: Innovation): string {
  return `${scheme.id}@${scheme.version}`;
}

export async function componentsOf(tx: Tx, schemes: SchemeStore, innovations: readonly Innovation[]) {
  const found = new Map<string, ReturnType<typeof innovationComponent>>();
  for (const innovation of innovations) {
    const key = schemeKey(innovation);
    if (found.has(key)) continue;
    const compiled = await schemes.load(tx, innovation.scheme.id, innovation.scheme.version);
    found.set(key, innovationComponent(compiled.scheme));
  }
  return found;
}

export async function unitOptions(tx: Tx) {
  const units = await tx.db
    .selectFrom('units')
    .select(['id as value', 'name as label'])
    .where('agency_id', '=', tx.agencyId)
    .where('active_until', 'is', null)
    .orderBy('name')
    .execute();
  return units;
}

/** Where a proposal belongs: the unit and scheme of the latest period in which the person takes part. */
export async function placeOf(tx: Tx, schemes: SchemeStore, personId: string): Promise<Place | undefined> {
  const rows = await tx.db
    .selectFrom('participants')
    .select(['unit_id', 'scheme_id', 'scheme_version'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .orderBy('ends_on', 'desc')
    .limit(5)
    .execute();
  for (const row of rows) {
    const { scheme } = await schemes.load(tx, row.scheme_id, row.scheme_version);
    const component = innovationComponent(scheme);
    if (component)
      return {
        unitId: row.unit_id,
        scheme: { id: row.scheme_id, version: row.scheme_version },
        component: component.name,
      };
  }
  return undefined;
}
