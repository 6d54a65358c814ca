/**
 * Who takes no part in an item: the person, who appraises them or stands above, whoever is in the same reporting line
 * in either direction, whoever has a conflict of interest, and whoever has already read the result. What was written
 * down stays; what is known today is added, except for a judgement that was given before.
 */
import { sql } from 'kysely';
import { conflictsBetween, pairKey } from '#features/conflicts/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Item, Meeting } from '../meetings/queries.ts';
import type { RecusalKind } from '../transitions.ts';

/** By `pairOf`. */
export type Recusals = ReadonlyMap<string, RecusalKind>;

export const pairOf = (itemId: string, personId: string) => `${itemId} ${personId}`;

type Subject = Pick<Item, 'id' | 'rateeId' | 'appraiserId' | 'superiorId' | 'givenBy' | 'givenAt'>;

export async function recusalsOf(
  tx: Tx,
  meeting: Pick<Meeting, 'periodId'>,
  items: readonly Subject[],
  people: readonly string[],
  today: string,
): Promise<Recusals> {
  if (items.length === 0 || people.length === 0) return new Map();
  const known = new Map(await storedOf(tx, items));
  const given = await judgedOf(tx, items);
  const lines = await linesOf(tx, meeting.periodId, [...people, ...items.map((item) => item.rateeId)]);
  const seen = await readersOf(tx, items, people);
  const pairs = items.flatMap((item) => people.map((raterId) => ({ raterId, rateeId: item.rateeId })));
  // That two people hardly met is the point of a judgement from outside.
  const conflicts = await conflictsBetween(tx, pairs, {
    on: today,
    contactMonths: 0,
    periodId: meeting.periodId,
  });
  for (const item of items)
    for (const personId of people) {
      const pair = pairOf(item.id, personId);
      if (known.has(pair) || given.has(pair)) continue;
      const isInLine = lines.has(`${item.rateeId} ${personId}`) || lines.has(`${personId} ${item.rateeId}`);
      const kind: RecusalKind | undefined =
        standsTo(item, personId) ??
        (isInLine ? 'line' : undefined) ??
        (conflicts.has(pairKey(personId, item.rateeId)) ? 'conflict' : undefined) ??
        (seen.has(pair) ? 'seen' : undefined);
      if (kind) known.set(pair, kind);
    }
  return known;
}

function standsTo(item: Subject, personId: string): RecusalKind | undefined {
  if (item.rateeId === personId) return 'self';
  if (item.appraiserId === personId || item.givenBy === personId) return 'appraiser';
  return item.superiorId === personId ? 'superior' : undefined;
}

async function storedOf(tx: Tx, items: readonly Subject[]): Promise<readonly [string, RecusalKind][]> {
  const rows = await tx.db
    .selectFrom('calibration_recusals')
    .select(['item_id', 'person_id', 'kind'])
    .where('agency_id', '=', tx.agencyId)
    .where('item_id', 'in', idsOf(items))
    .execute();
  return rows.map((row) => [pairOf(row.item_id, row.person_id), row.kind as RecusalKind]);
}

async function judgedOf(tx: Tx, items: readonly Subject[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('calibration_judgements')
    .select(['item_id', 'person_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('item_id', 'in', idsOf(items))
    .where('state', '=', 'submitted')
    .execute();
  return new Set(rows.map((row) => pairOf(row.item_id, row.person_id)));
}

const idsOf = (items: readonly Subject[]) => items.map((item) => item.id);

/** `below above` for everybody above somebody in this period, however far. */
async function linesOf(tx: Tx, periodId: string, people: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ start: string; above: string }>`
    with recursive line as (
      select person_id as start, appraiser_id as above from participants
      where agency_id = ${tx.agencyId} and period_id = ${periodId} and state <> 'excluded'
        and appraiser_id is not null and person_id = any(${[...new Set(people)]}::uuid[])
      union
      select line.start, next.appraiser_id from line
        join participants next on next.agency_id = ${tx.agencyId} and next.period_id = ${periodId}
          and next.person_id = line.above and next.state <> 'excluded'
      where next.appraiser_id is not null
    )
    select start, above from line`.execute(tx.db);
  return new Set(rows.map((row) => `${row.start} ${row.above}`));
}

/** Whoever opened the page of the result after it was given. */
async function readersOf(
  tx: Tx,
  items: readonly Subject[],
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('access_log')
    .select(['actor_id', 'person_id'])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('agency_id', '=', tx.agencyId)
    .where(
      'person_id',
      'in',
      items.map((item) => item.rateeId),
    )
    .where('actor_id', 'in', [...people])
    .where('what', '=', 'result')
    .groupBy(['actor_id', 'person_id'])
    .execute();
  return new Set(
    items.flatMap((item) =>
      rows
        .filter((row) => row.person_id === item.rateeId && row.at >= item.givenAt)
        .map((row) => pairOf(item.id, row.actor_id ?? '')),
    ),
  );
}

/** Writes down what was found, so that the minutes say what held then. */
export async function keepRecusals(
  tx: Tx,
  item: Pick<Item, 'id'>,
  recusals: Recusals,
): Promise<readonly string[]> {
  const own = [...recusals].filter(([pair]) => pair.startsWith(`${item.id} `));
  if (own.length === 0) return [];
  const rows = own.map(([pair, kind]) => ({
    agency_id: tx.agencyId,
    item_id: item.id,
    person_id: pair.slice(item.id.length + 1),
    kind,
    recorded_at: tx.now,
  }));
  await tx.db
    .insertInto('calibration_recusals')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return rows.map((row) => row.person_id);
}
