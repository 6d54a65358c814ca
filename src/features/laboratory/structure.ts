/** The agency's own structure, taken from whom appraises whom in its latest period; names stay behind. */
import type { Structure } from '#domain/laboratory/index.ts';
import { LIMITS } from '#domain/laboratory/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface OwnStructure {
  readonly periodName: string;
  readonly structure: Structure;
  /** People of the period; more than the structure holds where the agency is larger than a run may be. */
  readonly found: number;
}

interface Row {
  readonly person_id: string;
  readonly unit_id: string;
  readonly appraiser_id: string | null;
}

/** Undefined where no period has an appraiser for anybody yet. */
export async function ownStructure(tx: Tx): Promise<OwnStructure | undefined> {
  const period = await tx.db
    .selectFrom('periods')
    .select(['periods.id', 'periods.name'])
    .where('periods.agency_id', '=', tx.agencyId)
    .where('periods.state', '<>', 'draft')
    .orderBy('periods.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!period) return undefined;
  const base = tx.db
    .selectFrom('participants')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'active')
    .where('appraiser_id', 'is not', null);
  const { count } = await base
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count < LIMITS.people.from) return undefined;
  const rows = await base
    .select(['person_id', 'unit_id', 'appraiser_id'])
    .orderBy('unit_id')
    .orderBy('id')
    .limit(LIMITS.people.to)
    .execute();
  return { periodName: period.name, structure: withoutNames(rows), found: count };
}

/** Numbers in the place of ids, in the order in which they come. */
export function withoutNames(rows: readonly Row[]): Structure {
  const people = new Map<string, number>();
  for (const [index, { person_id }] of rows.entries())
    if (!people.has(person_id)) people.set(person_id, index);
  const units = new Map<string, number>();
  const outside = new Map<string, number>();
  const numberIn = (known: Map<string, number>, id: string, first: number): number => {
    const number = known.get(id) ?? first + known.size;
    known.set(id, number);
    return number;
  };
  return {
    unitOf: rows.map(({ unit_id }) => numberIn(units, unit_id, 0)),
    appraiserOf: rows.map(({ appraiser_id }) => {
      const id = appraiser_id ?? '';
      return people.get(id) ?? numberIn(outside, id, rows.length);
    }),
  };
}
