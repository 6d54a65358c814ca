import { addAccount, hashPassword } from '#features/accounts/index.ts';
import type { AgencyDb } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { inventNip } from './city.ts';

export const PASSWORD = 'gerobak biru di tepi sungai';
let passwordHash: Promise<string> | undefined;

export interface SigningPerson {
  readonly id: string;
  readonly nip: string;
  readonly accountId: string;
}

/** A person who can really sign in, with the NIP and `PASSWORD`. */
export async function createSigningPerson(
  db: AgencyDb,
  options: { email?: string; nip?: string; name?: string } = {},
): Promise<SigningPerson> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const { nip = inventNip(), name = 'Rina Novita', email = null } = options;
  return db.write(async (tx) => {
    const accountId = await addAccount(tx, { name, nip, email, passwordHash: hash });
    const id = await createUninvitedPerson(tx, { nip, name, email });
    await tx.db
      .updateTable('people')
      .set({ account_id: accountId })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .execute();
    return { id, nip, accountId };
  });
}

type Tx = Parameters<Parameters<AgencyDb['write']>[0]>[0];

/** A person without an account; with `unitId` also with a post there. */
export async function createUninvitedPerson(
  tx: Tx,
  made: { nip?: string; name?: string; email?: string | null; unitId?: string },
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('people')
    .values({
      agency_id: tx.agencyId,
      id,
      kind: 'pns',
      nip: made.nip ?? inventNip(),
      name: made.name ?? 'Wahyu Hidayat',
      email: made.email ?? null,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  if (made.unitId) {
    await tx.db
      .insertInto('placements')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        person_id: id,
        unit_id: made.unitId,
        kind: 'definitive',
        position_name: 'Pengelola Data',
        position_kind: 'pelaksana',
        is_head: false,
        valid_from: '2024-01-01',
      })
      .execute();
  }
  return id;
}
