/**
 * What stands at the head of all papers of an agency: its emblem and where papers are signed. Kept in
 * `agencies.settings` under `papers`; the picture itself stands in the file store under its hash.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { headSaved } from './events.ts';
import type { AgencyFacts } from './facts.ts';
import type { Emblem } from './types.ts';

const emblemSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), format: z.enum(['png', 'svg']) });
export type StoredEmblem = z.output<typeof emblemSchema>;

const headSchema = z.object({
  place: z.string().default(''),
  emblem: emblemSchema.nullable().default(null),
});

export interface PaperHeadSettings {
  readonly name: string;
  readonly zone: string;
  readonly place: string;
  /** False where the place was taken from the agency's name. */
  readonly isPlaceChosen: boolean;
  readonly emblem: StoredEmblem | null;
}

export async function paperHead(tx: Tx): Promise<PaperHeadSettings> {
  const agency = await tx.db
    .selectFrom('agencies')
    .select(['name', 'zone'])
    .select(sql<unknown>`settings -> 'papers'`.as('papers'))
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  const { place, emblem } = headSchema.parse(agency.papers ?? {});
  return {
    name: agency.name,
    zone: agency.zone,
    place: place || placeIn(agency.name),
    isPlaceChosen: place !== '',
    emblem,
  };
}

/** `Pemerintah Kota Contoh` signs in `Kota Contoh` until an officer says better. */
export function placeIn(agencyName: string): string {
  return agencyName.replace(/^(pemerintah( daerah)?|pemkot|pemkab|pemprov)\s+/i, '');
}

export async function savePaperHead(
  tx: Tx,
  actor: Actor,
  head: { readonly place: string; readonly emblem: StoredEmblem | null },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  // Only this key is replaced, so that other settings saved at the same moment stay.
  const value = JSON.stringify({ place: head.place, emblem: head.emblem });
  await tx.db
    .updateTable('agencies')
    .set({ settings: sql`settings || jsonb_build_object('papers', ${value}::jsonb)` })
    .where('id', '=', tx.agencyId)
    .execute();
  await record(tx, headSaved, {
    actorId: actor.personId,
    subject: { kind: 'agency', id: tx.agencyId },
    payload: { place: head.place, emblem: head.emblem?.sha256 ?? null },
  });
}

/** The head with the picture itself, for printing. */
export async function agencyFacts(
  head: PaperHeadSettings,
  agencyId: string,
  files: FileStore,
): Promise<AgencyFacts> {
  const { name, zone, place, emblem } = head;
  return { name, zone, place, emblem: emblem && (await readEmblem(files, agencyId, name, emblem)) };
}

async function readEmblem(
  files: FileStore,
  agencyId: string,
  agencyName: string,
  { sha256, format }: StoredEmblem,
): Promise<Emblem> {
  return {
    bytes: await files.get(agencyId, sha256),
    format,
    description: `Lambang ${placeIn(agencyName)}`,
  };
}
