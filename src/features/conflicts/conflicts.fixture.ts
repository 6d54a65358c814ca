/** What tests of conflicts write directly: relations, households, placements, as if acts had made them. */
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { City, TestPerson } from '../../../test/support/city.ts';

export interface DeclaredRow {
  readonly rater: TestPerson;
  readonly ratee: TestPerson;
  readonly kind?: 'family' | 'business' | 'dispute' | 'pending-case';
  readonly state?: 'declared' | 'confirmed' | 'rejected' | 'ended';
  readonly since?: string;
  readonly until?: string | null;
  readonly by?: TestPerson;
  readonly as?: 'rater' | 'ratee' | 'officer';
}

/** Inserts a declaration in the given state; confirmed ones say so. */
export async function declared(tx: Tx, made: DeclaredRow): Promise<string> {
  const id = newId();
  const state = made.state ?? 'confirmed';
  const kind = made.kind ?? 'family';
  const by = made.by ?? made.ratee;
  await tx.db
    .insertInto('conflict_declarations')
    .values({
      agency_id: tx.agencyId,
      id,
      rater_id: made.rater.id,
      ratee_id: made.ratee.id,
      kind,
      relation: kind === 'family' ? 'sibling' : null,
      since: made.since ?? '2020-01-01',
      until: made.until ?? null,
      statement: 'Saudara kandung.',
      declared_as: made.as ?? 'ratee',
      declared_by: by.id,
      declared_at: tx.now,
      state,
      ...(state === 'confirmed' || state === 'ended' ? { confirmed_by: by.id, confirmed_at: tx.now } : {}),
    })
    .execute();
  return id;
}

export async function household(
  tx: Tx,
  city: City,
  rows: readonly { person: TestPerson; card?: string; address?: string }[],
): Promise<void> {
  const batch = newId();
  await tx.db
    .insertInto('household_batches')
    .values({
      agency_id: tx.agencyId,
      id: batch,
      file_name: 'keluarga.xlsx',
      refused: '[]',
      state: 'recorded',
      checked_by: city.officer.id,
      checked_at: tx.now,
      recorded_by: city.officer.id,
      recorded_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('person_households')
    .values(
      rows.map(({ person, card, address }) => ({
        agency_id: tx.agencyId,
        batch_id: batch,
        person_id: person.id,
        card_hash: card ?? null,
        address_hash: address ?? null,
        is_current: true,
      })),
    )
    .execute();
}
