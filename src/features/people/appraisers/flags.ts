/** An employee says that the assigned appraiser is wrong; an officer answers. One open flag a person. */

import { sql } from 'kysely';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { type Actor, covers, fullName, type Scope } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { unitsOf } from '../scope.ts';
import { text } from '../text.ts';

export interface Flag {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly note: string;
  readonly raisedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
}

export async function raiseFlag(tx: Tx, actor: Actor, note: string): Promise<void> {
  const inserted = await tx.db
    .insertInto('appraiser_flags')
    .values({ agency_id: tx.agencyId, id: newId(), person_id: actor.personId, note, raised_at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'person_id']).where('resolved_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  // A second click, or a second thought while the first is open: the open one stands.
  if (!inserted) return;
  await record(tx, peopleEvents.appraiserFlagged, {
    actorId: actor.personId,
    subject: { kind: 'appraiser-flag', id: inserted.id },
    personId: actor.personId,
    payload: { note },
  });
  const officers = await tx.db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('role', '=', 'officer')
    .where('unit_id', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await notify(
    tx,
    ...officers.map((officer) => ({
      personId: officer.person_id,
      kind: 'appraiser-flagged' as const,
      parameters: { person: actor.name },
      path: '/people/appraisers#flags',
      dedupeKey: `appraiser-flag:${inserted.id}`,
    })),
  );
}

export async function resolveFlag(tx: Tx, actor: Actor, flagId: string, resolution: string): Promise<void> {
  const flag = (await listFlags(tx, { id: flagId }))[0];
  if (!flag) throw new NotFound();
  if (actor.officer.kind === 'none') throw new NotAllowed();
  if (!covers(actor.officer, flag.unitId ?? '')) throw new NotFound();
  const changed = await tx.db
    .updateTable('appraiser_flags')
    .set({ resolved_at: tx.now, resolved_by: actor.personId, resolution })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', flagId)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Conflict(text.flagAlreadyResolved());
  await record(tx, peopleEvents.appraiserFlagResolved, {
    actorId: actor.personId,
    subject: { kind: 'appraiser-flag', id: flagId },
    personId: flag.personId,
    payload: { resolution },
  });
  await notify(tx, {
    personId: flag.personId,
    kind: 'appraiser-flag-resolved',
    parameters: { what: resolution },
    path: '/appraiser',
  });
}

/** Flags of the agency or of one person; open ones first. */
export async function listFlags(
  tx: Tx,
  filter: { id?: string; personId?: string; openOnly?: boolean; scope?: Scope } = {},
): Promise<readonly Flag[]> {
  let query = tx.db
    .selectFrom('appraiser_flags as f')
    .innerJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'f.person_id').on('p.agency_id', '=', tx.agencyId),
    )
    .leftJoin('placements', (join) =>
      join
        .onRef('placements.person_id', '=', 'f.person_id')
        .on('placements.agency_id', '=', tx.agencyId)
        .on('placements.kind', '=', 'definitive')
        .on('placements.valid_until', 'is', null),
    )
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['f.id', 'f.person_id', 'f.note', 'f.raised_at', 'f.resolved_at', 'f.resolution'])
    .select(['p.name', 'p.title_before', 'p.title_after', 'placements.unit_id', 'units.name as unit_name'])
    .where('f.agency_id', '=', tx.agencyId);
  if (filter.id) query = query.where('f.id', '=', filter.id);
  if (filter.personId) query = query.where('f.person_id', '=', filter.personId);
  const reach = filter.scope ? unitsOf(filter.scope) : null;
  if (reach) query = query.where('placements.unit_id', '=', sql<string>`any(${[...reach]}::uuid[])`);
  if (filter.openOnly) query = query.where('f.resolved_at', 'is', null);
  const rows = await query
    .orderBy((sort) => sort.fn.coalesce('f.resolved_at', 'f.raised_at'), 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: fullName(row),
    unitId: row.unit_id,
    unitName: row.unit_name,
    note: row.note,
    raisedAt: row.raised_at,
    resolvedAt: row.resolved_at,
    resolution: row.resolution,
  }));
}
