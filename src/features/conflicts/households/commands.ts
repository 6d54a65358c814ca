/** Recording households: first checked, then recorded; removed as a whole when an agency wants it gone. */
import { sql } from 'kysely';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { refreshCases } from '../cases/refresh.ts';
import { householdsRecorded, householdsRemoved } from '../events.ts';
import type { ConflictOptions } from '../options.ts';
import type { HouseholdRow, RefusedRow } from './check-file.ts';
import { fingerprint } from './fingerprint.ts';

export interface Batch {
  readonly id: string;
  readonly fileName: string;
  readonly state: 'checked' | 'recorded';
  readonly refused: readonly RefusedRow[];
  readonly people: number;
}

const ROWS_A_STATEMENT = 2000;
const MOST_REFUSED = 500;

/** Keeps fingerprints of what was read, not yet in force; the same form sent twice keeps them once. */
export async function keepBatch(
  tx: Tx,
  { secret }: Pick<ConflictOptions, 'secret'>,
  actor: Actor,
  given: {
    readonly id: string;
    readonly fileName: string;
    readonly accepted: readonly HouseholdRow[];
    readonly refused: readonly RefusedRow[];
  },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const inserted = await tx.db
    .insertInto('household_batches')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      file_name: given.fileName,
      state: 'checked',
      refused: JSON.stringify(given.refused.slice(0, MOST_REFUSED)),
      checked_by: actor.personId,
      checked_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  const hash = (what: 'card' | 'address', value: string | undefined) =>
    value === undefined ? null : fingerprint(secret, tx.agencyId, what, value);
  for (let start = 0; start < given.accepted.length; start += ROWS_A_STATEMENT)
    await tx.db
      .insertInto('person_households')
      .values(
        given.accepted.slice(start, start + ROWS_A_STATEMENT).map((row) => ({
          agency_id: tx.agencyId,
          batch_id: given.id,
          person_id: row.personId,
          card_hash: hash('card', row.card),
          address_hash: hash('address', row.address),
          is_current: false,
        })),
      )
      .execute();
}

export async function findBatch(tx: Tx, id: string): Promise<Batch | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx.db
    .selectFrom('household_batches')
    .select(['id', 'file_name', 'state', 'refused'])
    .select((select) =>
      select
        .selectFrom('person_households')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .where('person_households.agency_id', '=', tx.agencyId)
        .where('person_households.batch_id', '=', id)
        .as('people'),
    )
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      state: row.state as Batch['state'],
      // Written by keepBatch and by nothing else.
      refused: row.refused as unknown as readonly RefusedRow[],
      people: row.people ?? 0,
    }
  );
}

async function oneAtATime(tx: Tx): Promise<void> {
  const key = `households:${tx.agencyId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
}

/** Puts a checked file into force: for its people it replaces what was known before. */
export async function recordBatch(
  tx: Tx,
  { schemes }: Pick<ConflictOptions, 'schemes'>,
  actor: Actor,
  id: string,
  today: string,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await oneAtATime(tx);
  const batch = await findBatch(tx, id);
  if (!batch) throw new NotFound();
  if (batch.state === 'recorded') return;
  await sql`
    delete from person_households known
    where known.agency_id = ${tx.agencyId} and known.is_current and known.person_id in (
      select fresh.person_id from person_households fresh
      where fresh.agency_id = ${tx.agencyId} and fresh.batch_id = ${id})`.execute(tx.db);
  await tx.db
    .updateTable('person_households')
    .set({ is_current: true })
    .where('agency_id', '=', tx.agencyId)
    .where('batch_id', '=', id)
    .execute();
  await tx.db
    .updateTable('household_batches')
    .set({ state: 'recorded', recorded_by: actor.personId, recorded_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  await record(tx, householdsRecorded, {
    actorId: actor.personId,
    subject: { kind: 'household-batch', id },
    payload: { file: batch.fileName, people: batch.people },
  });
  await lookAtOpenPeriods(tx, schemes, today);
}

async function lookAtOpenPeriods(tx: Tx, schemes: ConflictOptions['schemes'], today: string): Promise<void> {
  for (const { id, state } of await listPeriods(tx))
    if (state === 'open') await refreshCases(tx, schemes, id, today);
}

export async function knownHouseholds(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('person_households')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('agency_id', '=', tx.agencyId)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return row?.people ?? 0;
}

/** Removes every fingerprint of the agency. */
export async function removeHouseholds(
  tx: Tx,
  { schemes }: Pick<ConflictOptions, 'schemes'>,
  actor: Actor,
  today: string,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await oneAtATime(tx);
  const people = await knownHouseholds(tx);
  await tx.db.deleteFrom('person_households').where('agency_id', '=', tx.agencyId).execute();
  await tx.db.deleteFrom('household_batches').where('agency_id', '=', tx.agencyId).execute();
  if (people === 0) return;
  await record(tx, householdsRemoved, {
    actorId: actor.personId,
    subject: { kind: 'agency', id: tx.agencyId },
    payload: { people },
  });
  await lookAtOpenPeriods(tx, schemes, today);
}

/** What was checked and never recorded goes after a day. */
export async function dropUnrecorded(tx: Tx, before: Date): Promise<void> {
  await oneAtATime(tx);
  await sql`
    delete from person_households where agency_id = ${tx.agencyId} and batch_id in (
      select id from household_batches
      where agency_id = ${tx.agencyId} and state = 'checked' and checked_at < ${before})`.execute(tx.db);
  await tx.db
    .deleteFrom('household_batches')
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'checked')
    .where('checked_at', '<', before)
    .execute();
}
