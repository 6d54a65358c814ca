/** Those of a period whose data an officer may record under one version of a scheme. */
import { type Actor, covers, fullName } from '#features/people/index.ts';
import type { SchemeRef } from '#features/periods/index.ts';
import type { PostHeld } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface Subject extends PostHeld {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string;
  readonly unitName: string;
  /** Code of the own unit and of all above it. */
  readonly unitCodes: readonly string[];
}

export async function subjectsOf(
  tx: Tx,
  actor: Actor,
  periodId: string,
  scheme: SchemeRef,
): Promise<readonly Subject[]> {
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'code', 'parent_id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const codesOf = (unitId: string): readonly string[] => {
    const codes: string[] = [];
    for (let unit = byId.get(unitId); unit; unit = byId.get(unit.parent_id ?? '')) codes.push(unit.code);
    return codes;
  };
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .select(['placements.position_level', 'placements.position_kind'])
    .select(['participants.id', 'participants.person_id', 'participants.unit_id'])
    .select(['people.nip', 'people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', periodId)
    .where('participants.scheme_id', '=', scheme.id)
    .where('participants.scheme_version', '=', scheme.version)
    .where('participants.state', '<>', 'excluded')
    .orderBy('people.name')
    .orderBy('participants.id')
    .execute();
  const mayRead = (unitId: string) =>
    covers(actor.officer, unitId) || covers(actor.leader, unitId) || actor.isAuditor;
  return rows
    .filter((row) => mayRead(row.unit_id))
    .map((row) => ({
      participantId: row.id,
      personId: row.person_id,
      name: fullName(row),
      nip: row.nip ?? '',
      unitName: byId.get(row.unit_id)?.name ?? '',
      unitCodes: codesOf(row.unit_id),
      positionLevel: row.position_level,
      positionKind: row.position_kind,
    }));
}

/** Of these, the ones that this officer may record for. */
export async function recordable(
  tx: Tx,
  actor: Actor,
  periodId: string,
  scheme: SchemeRef,
): Promise<readonly Subject[]> {
  const officer: Actor = { ...actor, leader: { kind: 'none' }, isAuditor: false };
  return subjectsOf(tx, officer, periodId, scheme);
}
