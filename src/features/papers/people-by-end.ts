import { type PersonInBrief, peopleInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** People as they stood on a date, by `date:id`. Nearly everybody ends on the same day, so this is one query. */
export async function peopleByEnd(
  tx: Tx,
  wanted: readonly { readonly on: string; readonly ids: readonly (string | null | undefined)[] }[],
): Promise<ReadonlyMap<string, PersonInBrief>> {
  const found = new Map<string, PersonInBrief>();
  for (const [on, group] of Map.groupBy(wanted, (each) => each.on)) {
    const ids = group.flatMap((each) => each.ids).filter((id): id is string => Boolean(id));
    for (const [id, person] of await peopleInBrief(tx, ids, on)) found.set(`${on}:${id}`, person);
  }
  return found;
}
