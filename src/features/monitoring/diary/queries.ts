/** Reads the diary. Who may read which note is decided here and nowhere else. */
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Observation, ObservationTarget, PastWording, Wording } from './model.ts';

/**
 * The notes about one person in one period that this reader may see, the latest event first: their own, and those of
 * others that were shared or cited. Removed ones are in no list.
 */
export async function observationsFor(
  tx: Tx,
  participantId: string,
  readerId: string,
): Promise<readonly Observation[]> {
  const rows = await select(tx, participantId).where('observations.removed_at', 'is', null).execute();
  return rows.map(observationOf).filter((each) => mayRead(each, readerId));
}

export async function observationFor(
  tx: Tx,
  at: { readonly participantId: string; readonly observationId: string },
  readerId: string,
): Promise<Observation | undefined> {
  if (!isId(at.observationId)) return undefined;
  const row = await select(tx, at.participantId)
    .where('observations.id', '=', at.observationId)
    .executeTakeFirst();
  const found = row && observationOf(row);
  return found && mayRead(found, readerId) ? found : undefined;
}

function mayRead({ author, sharedAt, citedAt, removedAt }: Observation, readerId: string): boolean {
  if (author.id === readerId) return true;
  return removedAt === null && (sharedAt !== null || citedAt !== null);
}

function select(tx: Tx, participantId: string) {
  return tx.db
    .selectFrom('observations')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'observations.author_id').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('files', (join) =>
      join.onRef('files.id', '=', 'observations.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .selectAll('observations')
    .select(['people.name', 'people.title_before', 'people.title_after', 'files.name as file_name'])
    .where('observations.agency_id', '=', tx.agencyId)
    .where('observations.participant_id', '=', participantId)
    .orderBy('observations.on_date', 'desc')
    .orderBy('observations.created_at', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function observationOf(row: Row): Observation {
  return {
    id: row.id,
    participantId: row.participant_id,
    author: {
      id: row.author_id,
      name: fullName(row),
      role: row.author_role as Observation['author']['role'],
    },
    ...wordingOf(row),
    revision: row.revision,
    createdAt: row.created_at,
    sharedAt: row.shared_at,
    citedAt: row.cited_at,
    removedAt: row.removed_at,
  };
}

function wordingOf(
  row: Pick<Row, 'on_date' | 'target' | 'line_id' | 'seen' | 'effect' | 'link' | 'file_id' | 'file_name'>,
): Wording {
  return {
    onDate: row.on_date,
    target: row.target as ObservationTarget,
    lineId: row.line_id,
    seen: row.seen,
    effect: row.effect,
    link: row.link,
    file: row.file_id ? { id: row.file_id, name: row.file_name ?? '' } : null,
  };
}

/** Wordings before the present one, the latest first. */
export async function pastWordings(
  tx: Tx,
  { id, revision }: Pick<Observation, 'id' | 'revision'>,
): Promise<readonly PastWording[]> {
  const rows = await tx.db
    .selectFrom('observation_versions')
    .leftJoin('files', (join) =>
      join.onRef('files.id', '=', 'observation_versions.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .selectAll('observation_versions')
    .select('files.name as file_name')
    .where('observation_versions.agency_id', '=', tx.agencyId)
    .where('observation_versions.observation_id', '=', id)
    .where('observation_versions.revision', '<', revision)
    .orderBy('observation_versions.revision', 'desc')
    .execute();
  return rows.map((row) => ({ ...wordingOf(row), revision: row.revision, savedAt: row.saved_at }));
}

/** Whether a result is in force: from then on the diary of the period is closed. */
export async function isRated(tx: Tx, participantId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('results')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('superseded_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
