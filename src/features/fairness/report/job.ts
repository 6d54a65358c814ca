/**
 * Makes a report: figures of each period of the year that are older than their forms are computed anew, then all are
 * gathered, and the forms are written without names. Safe to run twice: only the one that finds it unmade writes.
 */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { fairnessReportMade } from '../events.ts';
import { enqueueRun } from '../run/commands.ts';
import { runFairness } from '../run/job.ts';
import { METHOD } from '../run/method.ts';
import { type Prepared, prepare } from '../run/prepare.ts';
import { activeRun, latestRun } from '../store/runs.ts';
import { settingsOf } from '../store/settings.ts';
import type { Run } from '../store/types.ts';
import { REPORT_TASK } from './commands.ts';
import { type DataModel, dataFile } from './data-file.ts';
import { periodFigures } from './gather.ts';
import { findReport } from './queries.ts';
import type { PeriodFigures, Report, ReportFigures } from './types.ts';

export interface ReportOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}

export function reportTasks(options: ReportOptions): readonly Task<{ reportId: string }>[] {
  return [
    defineTask(REPORT_TASK, { reportId: z.uuid() }, (db, { reportId }) => makeReport(db, options, reportId)),
  ];
}

export async function makeReport(db: AgencyDb, options: ReportOptions, reportId: string): Promise<void> {
  const report = await db.read((tx) => findReport(tx, reportId, { publishedOnly: false }));
  if (report?.state !== 'making') return;
  try {
    const periodIds = await db.read((tx) => periodsOfYear(tx, report.year));
    const fresh: Fresh[] = [];
    for (const periodId of periodIds) fresh.push(await freshRun(db, options.schemes, periodId));
    await keep(db, options, report, fresh);
  } catch (error) {
    if (error instanceof Busy) throw error;
    await db.write((tx) => setState(tx, report, 'failed'));
    throw error;
  }
}

/** A run of the period is under way elsewhere: the queue tries again later. */
class Busy extends Error {}

interface Fresh {
  readonly run: Run;
  readonly prepared: Prepared;
}

async function freshRun(db: AgencyDb, schemes: SchemeStore, periodId: string): Promise<Fresh> {
  const look = () =>
    db.read(async (tx) => {
      const settings = await settingsOf(tx, periodId);
      const prepared = await prepare(tx, schemes, { periodId, settings });
      const run = await latestRun(tx, periodId);
      return { prepared, run: run?.inputSha256 === prepared.inputSha256 ? run : undefined };
    });
  const before = await look();
  if (before.run) return { run: before.run, prepared: before.prepared };
  const id = await db.write(async (tx) =>
    (await activeRun(tx, periodId)) ? undefined : enqueueRun(tx, periodId, null),
  );
  if (!id) throw new Busy(`figures of period ${periodId} are being computed`);
  await runFairness(db, schemes, id);
  const after = await look();
  if (!after.run) throw new Busy(`forms of period ${periodId} changed while figures were computed`);
  return { run: after.run, prepared: after.prepared };
}

async function keep(
  db: AgencyDb,
  { schemes, files }: ReportOptions,
  report: Report,
  fresh: readonly Fresh[],
): Promise<void> {
  const periods: PeriodFigures[] = [];
  const models: DataModel[] = [];
  for (const { run, prepared } of fresh) {
    const first = models.length + 1;
    periods.push(await db.read((tx) => periodFigures(tx, schemes, run, first)));
    models.push(...prepared.models.map(({ table }, index) => ({ number: first + index, table })));
  }
  const bytes = new TextEncoder().encode(dataFile(models, (below) => randomInt(below)));
  const sha256 = await files.put(db.agencyId, bytes);
  await db.write(async (tx) => {
    const isMine = await setState(tx, report, 'draft');
    if (!isMine) return;
    const dataId = newId();
    await tx.db
      .insertInto('files')
      .values({
        agency_id: tx.agencyId,
        id: dataId,
        sha256,
        name: `data-keadilan-${report.year}-v${report.version}.csv`,
        media_type: 'text/csv',
        byte_size: bytes.length,
        uploaded_by: report.madeById,
        created_at: tx.now,
      })
      .execute();
    const figures = await headed(tx, report.year, periods);
    await tx.db
      .updateTable('fairness_reports')
      .set({ figures: JSON.stringify(figures), data_id: dataId })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', report.id)
      .execute();
    await record(tx, fairnessReportMade, {
      actorId: report.madeById,
      subject: { kind: 'fairness-report', id: report.id },
      payload: { year: report.year, version: report.version },
    });
    tx.touch(report.madeById);
  });
}

async function headed(tx: Tx, year: number, periods: readonly PeriodFigures[]): Promise<ReportFigures> {
  const { name, zone } = await tx.db
    .selectFrom('agencies')
    .select(['name', 'zone'])
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  return {
    agency: name,
    year,
    madeOn: todayIn(zone, tx.now),
    version: versionOfTera(),
    method: METHOD,
    periods,
  };
}

function versionOfTera(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

async function setState(tx: Tx, report: Report, state: 'draft' | 'failed'): Promise<boolean> {
  const row = await tx.db
    .updateTable('fairness_reports')
    .set({ state })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', report.id)
    .where('state', '=', 'making')
    .returning('id')
    .executeTakeFirst();
  tx.touch(report.madeById);
  return row !== undefined;
}

async function periodsOfYear(tx: Tx, year: number): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('periods')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('state', '<>', 'draft')
    .where('ends_on', '>=', `${year}-01-01`)
    .where('ends_on', '<=', `${year}-12-31`)
    .orderBy('starts_on')
    .execute();
  return rows.map(({ id }) => id);
}
