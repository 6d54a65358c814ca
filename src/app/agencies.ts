import type { Agency } from '#features/people/index.ts';
import type { Database } from '#platform/database/database.ts';

/** Name and zone of an agency hardly ever change, and every request asks: a process looks again after this long. */
const KEPT_MILLISECONDS = 30_000;

export type FindAgency = (code: string) => Promise<Agency | undefined>;

/** Agencies by their code in addresses; one that does not exist is asked for anew each time. */
export function agencyFinder(database: Database): FindAgency {
  const kept = new Map<string, { readonly agency: Agency; readonly until: number }>();
  return async (code) => {
    const known = kept.get(code);
    if (known && known.until > Date.now()) return known.agency;
    const row = await database.shared
      .selectFrom('agencies')
      .select(['id', 'code', 'name', 'zone', 'is_sample as isSample'])
      .where('code', '=', code)
      .executeTakeFirst();
    if (row) kept.set(code, { agency: row, until: Date.now() + KEPT_MILLISECONDS });
    else kept.delete(code);
    return row;
  };
}
