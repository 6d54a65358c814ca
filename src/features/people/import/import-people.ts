/** The import as one act: read the files, compare with what is recorded, write the difference or nothing. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { adoptRoot } from './adopt-root.ts';
import { type Difference, difference } from './difference.ts';
import type { Completeness } from './endings.ts';
import { peopleImported, personChangedByImport, personEndedByImport } from './events.ts';
import { describe, type Finding, type ReportLine } from './finding.ts';
import { loadState } from './load-state.ts';
import { type ImportFile, type OpenedFiles, openImportFiles, readImport } from './read-files.ts';
import type { CurrentState } from './state.ts';
import { writeDifference } from './write-difference.ts';

export type ImportStage = 'reading' | 'comparing' | 'writing';

export type ImportOptions = {
  /** Only tells what would happen. */
  readonly dryRun: boolean;
  /** One refused row is enough to change nothing. */
  readonly allOrNothing: boolean;
  readonly completeness: Completeness;
  /** Today in the agency's zone. */
  readonly asOf: string;
  /** Who imports; null from the command line of the server. */
  readonly actorId: string | null;
  readonly onProgress?: (stage: ImportStage, done: number, total: number) => void;
  /** Asked before anything is written; after a `false` everything stays as it is. */
  readonly agrees?: (outcome: ImportOutcome) => boolean;
  /** Runs in the transaction of the import, after its last row: what it writes stands or falls with it. */
  readonly onCommit?: (tx: Tx, outcome: ImportOutcome) => Promise<void>;
};

export type ImportOutcome = {
  /** Whether the difference now stands in the database; false for a dry run and for all or nothing with a refused row. */
  readonly committed: boolean;
  readonly difference: Difference;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

export async function importPeople(
  db: AgencyDb,
  files: readonly ImportFile[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const progress = options.onProgress ?? (() => undefined);
  progress('reading', 0, 1);
  const opened = await openImportFiles(files);
  progress('reading', 1, 1);
  if (options.dryRun) return db.read(async (tx) => (await compare(tx, opened, options)).outcome);
  return db.write(async (tx) => {
    await oneImportAtATime(tx);
    const { current, outcome } = await compare(tx, opened, options);
    const refusedAll = options.allOrNothing && outcome.refused.length > 0;
    if (refusedAll || options.agrees?.(outcome) === false) return outcome;
    if (changesAnything(outcome.difference)) {
      await writeDifference(tx, current, outcome.difference, (done, total) =>
        progress('writing', done, total),
      );
      await recordImport(tx, files, options, outcome);
    }
    const committed = { ...outcome, committed: true };
    await options.onCommit?.(tx, committed);
    return committed;
  });
}

/** One event for the import, and one for each person whose record changed; additions are told by their number. */
async function recordImport(
  tx: Tx,
  files: readonly ImportFile[],
  { actorId, asOf, completeness }: ImportOptions,
  { difference: change, refused }: ImportOutcome,
): Promise<void> {
  const importId = newId();
  await record(tx, peopleImported, {
    actorId,
    subject: { kind: 'import', id: importId },
    payload: {
      files: files.map(({ name, bytes }) => ({
        name,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
      asOf,
      completeness,
      ...countsOf(change),
      refused: refused.length,
    },
  });
  const ofPerson = (id: string) => ({ actorId, subject: { kind: 'person', id }, personId: id });
  await recordAll(
    tx,
    personChangedByImport,
    change.people.changed.map(({ current, fields }) => ({
      ...ofPerson(current.id),
      payload: { importId, fields: fields.map(({ field }) => field) },
    })),
  );
  await recordAll(
    tx,
    personEndedByImport,
    change.people.ended.map(({ current, leaver }) => ({
      ...ofPerson(current.id),
      payload: { importId, endedOn: asOf, status: leaver?.status ?? null },
    })),
  );
}

/** A second import of the same agency waits, then compares with what the first has written. */
async function oneImportAtATime(tx: Tx): Promise<void> {
  const key = BigInt.asIntN(64, BigInt(`0x${tx.agencyId.replaceAll('-', '').slice(16)}`) ^ 0x696d706f7274n);
  await sql`select pg_advisory_xact_lock(${key.toString()}::bigint)`.execute(tx.db);
}

async function compare(
  tx: Tx,
  opened: OpenedFiles,
  options: ImportOptions,
): Promise<{ current: CurrentState; outcome: ImportOutcome }> {
  options.onProgress?.('comparing', 0, 1);
  const recorded = await loadState(tx);
  const known = recorded.units.filter((unit) => unit.endedOn === null);
  const incoming = readImport(opened, known);
  const current = adoptRoot(recorded, incoming);
  const change = difference(current, incoming, options);
  options.onProgress?.('comparing', 1, 1);
  return {
    current,
    outcome: {
      committed: false,
      difference: change,
      refused: incoming.refused,
      warnings: [...change.warnings, ...incoming.warnings],
    },
  };
}

export type Counts = { added: number; changed: number; ended: number; unchanged: number };

export function countsOf({ units, people }: Difference): { units: Counts; people: Counts } {
  const count = (part: {
    added: readonly unknown[];
    changed: readonly unknown[];
    ended: readonly unknown[];
    unchanged: number;
  }) => ({
    added: part.added.length,
    changed: part.changed.length,
    ended: part.ended.length,
    unchanged: part.unchanged,
  });
  return { units: count(units), people: count(people) };
}

function changesAnything(change: Difference): boolean {
  return [change.units, change.people].some(
    (part) => part.added.length + part.changed.length + part.ended.length > 0,
  );
}

export type ImportReport = {
  units: Counts;
  people: Counts;
  refused: ReportLine[];
  warnings: ReportLine[];
  committed: boolean;
};

/** The outcome as one plain object, in the language of the reader. */
export function reportOf(outcome: ImportOutcome): ImportReport {
  return {
    ...countsOf(outcome.difference),
    refused: outcome.refused.map(describe),
    warnings: outcome.warnings.map(describe),
    committed: outcome.committed,
  };
}
