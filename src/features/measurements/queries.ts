/**
 * What is known of single components of a participant from files or from an officer: each is the evidence that the
 * scheme's component reads. A correction is a new row; the former stays readable with who replaced it and when.
 */
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** A file or an officer's entry; or what other parts of Tera gathered: voices, surveys, the register of innovations. */
export type Origin = 'file' | 'officer' | 'voices' | 'survey' | 'register';

export interface Measurement {
  readonly id: string;
  readonly participantId: string;
  readonly component: string;
  /** Evidence of the component, as the scheme's component reads it. */
  readonly value: unknown;
  readonly origin: Origin;
  /** Name of the file or the officer's own words on where the value comes from. */
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

/** What holds now, by component. */
export async function currentMeasurements(
  tx: Tx,
  participantId: string,
): Promise<ReadonlyMap<string, Measurement>> {
  const rows = await rowsOf(tx, [participantId], true);
  return new Map(rows.map((row) => [row.component, row]));
}

/** What holds now for many participants, by participant and component. */
export async function measurementsOf(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Measurement>>> {
  if (participantIds.length === 0) return new Map();
  const rows = await rowsOf(tx, participantIds, true);
  const grouped = Map.groupBy(rows, (row) => row.participantId);
  return new Map([...grouped].map(([id, own]) => [id, new Map(own.map((row) => [row.component, row]))]));
}

/** Every value there ever was, newest first. */
export function measurementHistory(tx: Tx, participantId: string): Promise<readonly Measurement[]> {
  return rowsOf(tx, [participantId], false);
}

async function rowsOf(
  tx: Tx,
  participantIds: readonly string[],
  isCurrent: boolean,
): Promise<readonly Measurement[]> {
  let query = tx.db
    .selectFrom('measurements')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'measurements.recorded_by').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('measurements')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('measurements.agency_id', '=', tx.agencyId)
    .where('measurements.participant_id', 'in', [...participantIds])
    .orderBy('measurements.recorded_at', 'desc')
    .orderBy('measurements.id', 'desc');
  if (isCurrent) query = query.where('measurements.superseded_at', 'is', null);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    component: row.component,
    value: row.value,
    origin: row.origin as Origin,
    note: row.note,
    recordedBy: fullName(row),
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at,
  }));
}
