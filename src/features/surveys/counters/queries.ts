import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';

/** By token: each answers once. Open: anybody who scans, once a device a day; the weaker way. */
export type CounterMode = 'token' | 'open';

export interface Counter {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly name: string;
  readonly service: string;
  /** Short code on the poster. */
  readonly code: string;
  readonly mode: CounterMode;
  readonly activeFrom: string;
  readonly activeUntil: string | null;
}

export interface BoundPerson {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

function counterRows(tx: Tx) {
  return tx.db
    .selectFrom('survey_counters as counter')
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'counter.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['counter.id', 'counter.unit_id', 'counter.name', 'counter.service', 'counter.code'])
    .select(['counter.mode', 'counter.active_from', 'counter.active_until', 'units.name as unit_name'])
    .where('counter.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof counterRows>['executeTakeFirstOrThrow']>>;

function counterOf(row: Row): Counter {
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    name: row.name,
    service: row.service,
    code: row.code,
    mode: row.mode === 'open' ? 'open' : 'token',
    activeFrom: row.active_from,
    activeUntil: row.active_until,
  };
}

export async function listCounters(tx: Tx): Promise<readonly Counter[]> {
  const rows = await counterRows(tx)
    .orderBy('units.ordinal')
    .orderBy('units.name')
    .orderBy('counter.name')
    .orderBy('counter.id')
    .execute();
  return rows.map(counterOf);
}

export async function findCounter(tx: Tx, id: string): Promise<Counter | undefined> {
  const row = isId(id) ? await counterRows(tx).where('counter.id', '=', id).executeTakeFirst() : undefined;
  return row && counterOf(row);
}

export async function findCounterByCode(tx: Tx, code: string): Promise<Counter | undefined> {
  const row = await counterRows(tx).where('counter.code', '=', code).executeTakeFirst();
  return row && counterOf(row);
}

/** Who serves at a counter, now or before, latest first. */
export async function boundPeople(tx: Tx, counterId: string): Promise<readonly BoundPerson[]> {
  const rows = await tx.db
    .selectFrom('survey_counter_people as bound')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'bound.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['bound.id', 'bound.person_id', 'bound.valid_from', 'bound.valid_until'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('bound.agency_id', '=', tx.agencyId)
    .where('bound.counter_id', '=', counterId)
    .orderBy('bound.valid_from', 'desc')
    .orderBy('people.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: fullName(row),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}

/** People with a post in one of these units today, whom an officer can bind to a counter. */
export async function peopleOfUnits(
  tx: Tx,
  unitIds: ReadonlySet<string>,
  today: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (unitIds.size === 0) return [];
  const rows = await tx.db
    .selectFrom('placements')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'placements.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['people.id', 'people.name', 'people.title_before', 'people.title_after'])
    .distinct()
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.unit_id', 'in', [...unitIds])
    .where('placements.valid_from', '<=', today)
    .where((any) =>
      any.or([any('placements.valid_until', 'is', null), any('placements.valid_until', '>', today)]),
    )
    .where('people.ended_on', 'is', null)
    .orderBy('people.name')
    .execute();
  return rows.map((row) => ({ id: row.id, name: fullName(row) }));
}
