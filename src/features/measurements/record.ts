/** Writing measurements: the former value is closed and the new one added, in the one transaction of the act. */
import type { Actor } from '#features/people/index.ts';
import { recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { measurementRecorded } from './events.ts';
import type { Origin } from './queries.ts';

export interface NewMeasurement {
  readonly participantId: string;
  readonly personId: string;
  readonly component: string;
  readonly value: unknown;
}

export interface Source {
  readonly origin: Origin;
  readonly note: string;
  readonly fileId: string | null;
}

const ROWS_A_STATEMENT = 500;

/** Replaces what was known of these components; the caller has checked rights, period and values. */
export async function recordMeasurements(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  source: Source,
  measurements: readonly NewMeasurement[],
): Promise<void> {
  for (const [component, own] of Map.groupBy(measurements, (each) => each.component)) {
    for (let start = 0; start < own.length; start += ROWS_A_STATEMENT)
      await writeSome(tx, actor, source, component, own.slice(start, start + ROWS_A_STATEMENT));
  }
  tx.touch(...measurements.map((each) => each.personId));
}

async function writeSome(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  source: Source,
  component: string,
  some: readonly NewMeasurement[],
): Promise<void> {
  await tx.db
    .updateTable('measurements')
    .set({ superseded_at: tx.now, superseded_by: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('component', '=', component)
    .where('superseded_at', 'is', null)
    .where(
      'participant_id',
      'in',
      some.map((each) => each.participantId),
    )
    .execute();
  const rows = some.map((each) => ({ ...each, id: newId() }));
  await tx.db
    .insertInto('measurements')
    .values(
      rows.map(({ id, participantId, value }) => ({
        agency_id: tx.agencyId,
        id,
        participant_id: participantId,
        component,
        value: JSON.stringify(value),
        origin: source.origin,
        note: source.note,
        file_id: source.fileId,
        recorded_by: actor.personId,
        recorded_at: tx.now,
      })),
    )
    .execute();
  await recordAll(
    tx,
    measurementRecorded,
    rows.map(({ id, participantId, personId }) => ({
      actorId: actor.personId,
      subject: { kind: 'measurement', id },
      personId,
      payload: { participantId, component, origin: source.origin, note: source.note },
    })),
  );
}
