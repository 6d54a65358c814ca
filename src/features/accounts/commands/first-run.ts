/** The first agency with its first officer, all or nothing, and only while there is none. */
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { officerAppointed } from '../events.ts';
import { addAccount } from './add-account.ts';
import { insertAgency, lockAgencies, type NewAgency } from './add-agency.ts';

export interface FirstOfficer {
  readonly name: string;
  /** 18 digits; null for somebody who is no civil servant. */
  readonly nip: string | null;
  readonly kind: 'pns' | 'pppk' | 'non-asn';
  readonly email: string | null;
}

export async function hasAgency(database: Database): Promise<boolean> {
  return Boolean(await database.shared.selectFrom('agencies').select('id').limit(1).executeTakeFirst());
}

/** False when somebody else was first; then nothing was made. */
export async function setUpInstallation(
  database: Database,
  agency: NewAgency,
  officer: FirstOfficer & { readonly passwordHash: string },
): Promise<boolean> {
  return database.forAgency(newId()).write(async (tx) => {
    await lockAgencies(tx);
    if (await tx.db.selectFrom('agencies').select('id').limit(1).executeTakeFirst()) return false;
    const { rootUnitId } = await insertAgency(tx, agency, 'first-run');
    const accountId = await addAccount(tx, officer);
    const from = todayIn(agency.zone, tx.now);
    const personId = await insertOfficer(tx, officer, { accountId, unitId: rootUnitId, from });
    await appointOfficer(tx, personId, 'first-run');
    return true;
  });
}

async function insertOfficer(
  tx: Tx,
  officer: FirstOfficer,
  place: { accountId: string; unitId: string; from: string },
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('people')
    .values({
      agency_id: tx.agencyId,
      id,
      kind: officer.kind,
      nip: officer.nip,
      name: officer.name,
      email: officer.email,
      account_id: place.accountId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('placements')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      person_id: id,
      unit_id: place.unitId,
      kind: 'definitive',
      position_name: 'Pengelola Kinerja',
      position_kind: 'other',
      is_head: false,
      valid_from: place.from,
    })
    .execute();
  return id;
}

/** The role of officer for the whole agency. */
export async function appointOfficer(tx: Tx, personId: string, by: 'first-run' | 'command'): Promise<void> {
  await tx.db
    .insertInto('role_grants')
    .values({ agency_id: tx.agencyId, id: newId(), person_id: personId, role: 'officer', granted_at: tx.now })
    .execute();
  await record(tx, officerAppointed, {
    actorId: null,
    subject: { kind: 'person', id: personId },
    personId,
    payload: { by },
  });
}
