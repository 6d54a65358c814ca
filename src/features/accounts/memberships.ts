/** The agencies an account belongs to, and events that concern it in each of them. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { type EventDefinition, record } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';

export interface Membership {
  readonly agencyId: string;
  readonly personId: string;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
}

export async function membershipsOf(database: Database, accountId: string): Promise<readonly Membership[]> {
  const { rows } = await sql<{ agency_id: string; person_id: string }>`
    select agency_id, person_id from agencies_of_account(${accountId})`.execute(database.shared);
  if (rows.length === 0) return [];
  const agencies = await database.shared
    .selectFrom('agencies')
    .select(['id', 'code', 'name', 'zone'])
    .where(
      'id',
      'in',
      rows.map((row) => row.agency_id),
    )
    .orderBy('name')
    .execute();
  return agencies.map(({ id, ...agency }) => ({
    ...agency,
    agencyId: id,
    personId: rows.find((row) => row.agency_id === id)?.person_id ?? '',
  }));
}

/** Whether somebody of another agency signs in with this account. */
export async function servesElsewhere(
  database: Database,
  agencyId: string,
  accountId: string,
): Promise<boolean> {
  return (await membershipsOf(database, accountId)).some((each) => each.agencyId !== agencyId);
}

/** Puts an act of the account's owner on the record of every agency they belong to. */
export async function recordForOwner<Type extends string, Payload extends z.ZodType>(
  database: Database,
  accountId: string,
  event: EventDefinition<Type, Payload>,
  payload: z.input<Payload>,
): Promise<void> {
  for (const { agencyId, personId } of await membershipsOf(database, accountId)) {
    await database.forAgency(agencyId).write((tx) =>
      record(tx, event, {
        actorId: personId,
        subject: { kind: 'person', id: personId },
        personId,
        payload,
      }),
    );
  }
}
