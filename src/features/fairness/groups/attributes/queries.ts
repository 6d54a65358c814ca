/** The register of attributes: what is held, on what basis, for how many; single values are read by nobody here. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { HELD_ATTRIBUTES, type HeldAttribute } from '../types.ts';
import type { RefusedRow } from './check-file.ts';
import type { FileState } from './transitions.ts';

export interface RegisteredAttribute {
  readonly id: string;
  readonly kind: HeldAttribute;
  readonly legalBasis: string;
  readonly purpose: string;
  /** Last day on which values are kept. */
  readonly endsOn: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
  /** How many people have a value. */
  readonly people: number;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly legal_basis: string;
  readonly purpose: string;
  readonly ends_on: string;
  readonly registered_at: Date;
  readonly ended_at: Date | null;
  readonly ended_reason: string | null;
  readonly registrar: { name: string; title_before: string | null; title_after: string | null };
  readonly people: number;
}

/** Those in force first, then by when they were registered. */
export async function registeredAttributes(tx: Tx, id?: string): Promise<readonly RegisteredAttribute[]> {
  const { rows } = await sql<Row>`
    select attribute.id, attribute.kind, attribute.legal_basis, attribute.purpose, attribute.ends_on,
      attribute.registered_at, attribute.ended_at, attribute.ended_reason, to_json(registrar) as registrar,
      (select count(*)::integer from person_attribute_values held
        where held.agency_id = ${tx.agencyId} and held.attribute_id = attribute.id) as people
    from person_attributes attribute
      join people registrar on registrar.agency_id = ${tx.agencyId} and registrar.id = attribute.registered_by
    where attribute.agency_id = ${tx.agencyId} and (${id ?? null}::uuid is null or attribute.id = ${id ?? null}::uuid)
    order by (attribute.ended_at is null) desc, attribute.registered_at desc, attribute.id`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    kind: HELD_ATTRIBUTES.find((each) => each === row.kind) ?? 'place',
    legalBasis: row.legal_basis,
    purpose: row.purpose,
    endsOn: row.ends_on,
    registeredBy: fullName(row.registrar),
    registeredAt: row.registered_at,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    people: row.people,
  }));
}

export async function findAttribute(tx: Tx, id: string): Promise<RegisteredAttribute | undefined> {
  return isId(id) ? (await registeredAttributes(tx, id))[0] : undefined;
}

export interface ValuesFile {
  readonly id: string;
  readonly attributeId: string;
  readonly name: string;
  readonly state: FileState;
  readonly accepted: number;
  readonly refused: readonly RefusedRow[];
}

/** A file that this person uploaded; undefined for everybody else. */
export async function ownValuesFile(
  tx: Tx,
  personId: string,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ValuesFile | undefined> {
  if (!isId(id)) return undefined;
  let query = tx.db
    .selectFrom('person_attribute_files')
    .select(['id', 'attribute_id', 'name', 'state', 'accepted', 'refused'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .where('uploaded_by', '=', personId);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return (
    row && {
      id: row.id,
      attributeId: row.attribute_id,
      name: row.name,
      state: row.state as FileState,
      accepted: row.accepted,
      // Written by checkValues and by nothing else.
      refused: row.refused as unknown as readonly RefusedRow[],
    }
  );
}

/** People of the agency by NIP. */
export async function peopleByNip(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'nip'])
    .where('agency_id', '=', tx.agencyId)
    .where('nip', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, nip }) => [nip ?? '', id]));
}
