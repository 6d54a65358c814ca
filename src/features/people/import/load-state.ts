/** Reads what is recorded now: units, people and their definitive placements. */
import type { Tx } from '#platform/database/database.ts';
import { unitCode } from './read-units.ts';
import {
  type Education,
  keyOf,
  type PersonDetails,
  type PersonKind,
  type PositionKind,
  type PositionLevel,
  type Sex,
} from './records.ts';
import type { CurrentPerson, CurrentPlacement, CurrentState, CurrentUnit } from './state.ts';

export async function loadState(tx: Tx): Promise<CurrentState> {
  const units = await loadUnits(tx);
  const placements = await loadPlacements(tx, new Map(units.map((unit) => [unit.id, unit.code])));
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'kind', 'nip', 'external_id', 'name', 'title_before', 'title_after', 'sex', 'birth_date'])
    .select(['email', 'phone', 'rank', 'rank_from', 'education', 'ended_on'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const holders = await roleHolders(tx);
  const people = rows.map((row): CurrentPerson => {
    const { open = null, lastUntil = null } = placements.get(row.id) ?? {};
    // Kind, sex and education are held to their vocabularies by the database and by the import itself.
    const details: PersonDetails = {
      kind: row.kind as PersonKind,
      name: row.name,
      titleBefore: row.title_before,
      titleAfter: row.title_after,
      sex: row.sex as Sex | null,
      birthDate: row.birth_date,
      email: row.email,
      phone: row.phone,
      rank: row.rank,
      rankFrom: row.rank_from,
      education: row.education as Education | null,
    };
    return {
      id: row.id,
      key: row.nip === null && row.external_id === null ? `row:${row.id}` : keyOf(row.nip, row.external_id),
      nip: row.nip,
      externalId: row.external_id,
      details,
      endedOn: row.ended_on,
      holdsRole: holders.has(row.id),
      placement: open && { ...open, notBefore: lastUntil },
      lastUntil,
    };
  });
  return { units, people };
}

async function roleHolders(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('revoked_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

async function loadUnits(tx: Tx): Promise<CurrentUnit[]> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'code', 'name', 'parent_id', 'head_title', 'active_until'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const codes = new Map(rows.map((row) => [row.id, unitCode(row.code)]));
  return rows.map((row) => ({
    id: row.id,
    code: unitCode(row.code),
    name: row.name,
    parentCode: row.parent_id === null ? null : (codes.get(row.parent_id) ?? null),
    headTitle: row.head_title,
    endedOn: row.active_until,
  }));
}

type Held = { open: Omit<CurrentPlacement, 'notBefore'> | null; lastUntil: string | null };

async function loadPlacements(tx: Tx, codes: ReadonlyMap<string, string>): Promise<Map<string, Held>> {
  const rows = await tx.db
    .selectFrom('placements')
    .select(['id', 'person_id', 'unit_id', 'position_name', 'position_kind', 'position_level', 'echelon'])
    .select(['is_head', 'valid_from', 'valid_until'])
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', 'definitive')
    .execute();
  const held = new Map<string, Held>();
  for (const row of rows) {
    const person = held.get(row.person_id) ?? { open: null, lastUntil: null };
    held.set(row.person_id, person);
    if (row.valid_until !== null) {
      if (row.valid_until > (person.lastUntil ?? '')) person.lastUntil = row.valid_until;
      continue;
    }
    person.open = {
      id: row.id,
      unitCode: codes.get(row.unit_id) ?? '',
      positionName: row.position_name,
      positionKind: row.position_kind as PositionKind,
      positionLevel: row.position_level as PositionLevel | null,
      echelon: row.echelon,
      isHead: row.is_head,
      from: row.valid_from,
    };
  }
  return held;
}
