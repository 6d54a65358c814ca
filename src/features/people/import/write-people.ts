/** Rows of `people` for a difference, and the end of the placements of those who leave. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import type { PersonChange } from './difference.ts';
import type { PersonEnding } from './endings.ts';
import type { IncomingPerson } from './records.ts';

function personRow(tx: Tx, id: string, details: IncomingPerson['details']) {
  return {
    agency_id: tx.agencyId,
    id,
    kind: details.kind,
    name: details.name,
    title_before: details.titleBefore ?? null,
    title_after: details.titleAfter ?? null,
    sex: details.sex ?? null,
    birth_date: details.birthDate ?? null,
    email: details.email ?? null,
    phone: details.phone ?? null,
    rank: details.rank ?? null,
    rank_from: details.rankFrom ?? null,
    education: details.education ?? null,
    created_at: tx.now,
    updated_at: tx.now,
  };
}

export async function insertPeople(
  tx: Tx,
  people: readonly { id: string; incoming: IncomingPerson }[],
): Promise<void> {
  const rows = people.map(({ id, incoming }) => ({
    ...personRow(tx, id, incoming.details),
    nip: incoming.nip,
    external_id: incoming.externalId,
  }));
  await tx.db.insertInto('people').values(rows).execute();
}

export async function updatePeople(tx: Tx, changes: readonly PersonChange[]): Promise<void> {
  const rows = changes.map(({ current, details }) => ({
    ...personRow(tx, current.id, { ...current.details, ...details }),
    nip: current.nip,
    external_id: current.externalId,
    ended_on: null,
    ended_reason: null,
  }));
  await tx.db
    .insertInto('people')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'id']).doUpdateSet((expression) => ({
        kind: expression.ref('excluded.kind'),
        name: expression.ref('excluded.name'),
        title_before: expression.ref('excluded.title_before'),
        title_after: expression.ref('excluded.title_after'),
        sex: expression.ref('excluded.sex'),
        birth_date: expression.ref('excluded.birth_date'),
        email: expression.ref('excluded.email'),
        phone: expression.ref('excluded.phone'),
        rank: expression.ref('excluded.rank'),
        rank_from: expression.ref('excluded.rank_from'),
        education: expression.ref('excluded.education'),
        ended_on: expression.ref('excluded.ended_on'),
        ended_reason: expression.ref('excluded.ended_reason'),
        updated_at: expression.ref('excluded.updated_at'),
      })),
    )
    .execute();
  tx.touch(...changes.map(({ current }) => current.id));
}

export async function endPeople(tx: Tx, endings: readonly PersonEnding[], asOf: string): Promise<void> {
  const byReason = Map.groupBy(endings, ({ leaver }) => leaver?.status ?? 'Tidak ada dalam daftar pegawai');
  for (const [reason, some] of byReason) {
    const ids = some.map(({ current }) => current.id);
    await tx.db
      .updateTable('people')
      .set({ ended_on: asOf, ended_reason: reason, updated_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', 'in', ids)
      .execute();
    // A post never lasts less than a day; acting posts end with the definitive one.
    await tx.db
      .updateTable('placements')
      .set({ valid_until: asOf })
      .where('agency_id', '=', tx.agencyId)
      .where('person_id', 'in', ids)
      .where('valid_until', 'is', null)
      .where('valid_from', '<', asOf)
      .execute();
    await tx.db
      .updateTable('placements')
      .set({ valid_until: sql<string>`valid_from + 1` })
      .where('agency_id', '=', tx.agencyId)
      .where('person_id', 'in', ids)
      .where('valid_until', 'is', null)
      .execute();
    tx.touch(...ids);
  }
}
