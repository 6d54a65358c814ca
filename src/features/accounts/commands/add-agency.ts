import { sql } from 'kysely';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { agencyCreated } from '../events.ts';

/** Zones of Indonesia: WIB, WITA, WIT. */
export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof ZONES)[number];

export const AGENCY_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Serialises the making of agencies, so that the first one is made once. */
const LOCK = 7_432_002;

export interface NewAgency {
  /** In addresses: `/a/kota-sawahlunto`. */
  readonly code: string;
  readonly name: string;
  readonly zone: Zone;
}

export interface MadeAgency {
  readonly agencyId: string;
  readonly rootUnitId: string;
}

export async function lockAgencies(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx.db);
}

/** The agency with one unit of its own name, the root of what an import brings; call `lockAgencies` before. */
export async function insertAgency(
  tx: Tx,
  agency: NewAgency,
  by: 'first-run' | 'command',
): Promise<MadeAgency> {
  const rootUnitId = newId();
  await tx.db
    .insertInto('agencies')
    .values({ ...agency, id: tx.agencyId, settings: '{}', created_at: tx.now })
    .execute();
  await tx.db
    .insertInto('units')
    .values({
      agency_id: tx.agencyId,
      id: rootUnitId,
      code: agency.code.toUpperCase(),
      name: agency.name,
      active_from: `${todayIn(agency.zone, tx.now).slice(0, 4)}-01-01`,
    })
    .execute();
  await record(tx, agencyCreated, {
    actorId: null,
    subject: { kind: 'agency', id: tx.agencyId },
    payload: { code: agency.code, by },
  });
  return { agencyId: tx.agencyId, rootUnitId };
}

/** One more agency; undefined when the code is taken. */
export async function addAgency(database: Database, agency: NewAgency): Promise<MadeAgency | undefined> {
  return database.forAgency(newId()).write(async (tx) => {
    await lockAgencies(tx);
    const taken = await tx.db
      .selectFrom('agencies')
      .select('id')
      .where('code', '=', agency.code)
      .executeTakeFirst();
    return taken ? undefined : insertAgency(tx, agency, 'command');
  });
}

/** `Pemerintah Kota Sawahlunto` → `kota-sawahlunto`. */
export function proposedCode(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*pemerintah(an)?\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
