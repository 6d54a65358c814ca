/** The work on an attendance file outside the request: safe to run twice, and to be killed at any moment. */
import { z } from 'zod';
import { notify } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { SpreadsheetError } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { attendanceImported, attendanceRecorded } from '../events.ts';
import { judging, lockRecords } from '../records/calendar.ts';
import { daysOf, writeDays } from '../records/days.ts';
import { eventsOf } from '../records/record-kept.ts';
import { refreshPresence } from '../records/refresh.ts';
import { employeesIn, pinsOf } from './people.ts';
import { type ReadFile, readAttendance } from './read-file.ts';
import { type AttendanceReport, packReport, reportOn, unpackReport } from './report.ts';
import { type AttendanceRun, lockRun, RUN_KIND, type RunResult, scopeOf } from './run.ts';
import { text } from './text.ts';

export interface AttendanceServices {
  readonly files: FileStore;
  readonly schemes: SchemeStore;
}

export function attendanceTask(services: AttendanceServices): Task<{ runId: string }> {
  return defineTask(RUN_KIND, { runId: z.uuid() }, (db, { runId }) => workOnAttendance(db, services, runId));
}

/** People whose days go into one transaction: a killed worker loses no more than these. */
const PEOPLE_AT_ONCE = 100;

export async function workOnAttendance(
  db: AgencyDb,
  services: AttendanceServices,
  runId: string,
): Promise<void> {
  const run = await db.write((tx) => takeUp(tx, runId));
  if (!run) return;
  try {
    if (run.input.step === 'commit') await commit(db, services, run);
    else await check(db, services, run, false);
  } catch (error) {
    await db.write((tx) => fail(tx, run));
    throw error;
  }
}

/** Nothing where it was finished or dropped meanwhile. */
async function takeUp(tx: Tx, runId: string): Promise<AttendanceRun | undefined> {
  const run = await lockRun(tx, runId);
  if (run.state !== 'waiting' && run.state !== 'running') return undefined;
  await setRun(tx, run, { state: 'running' });
  return run;
}

async function fail(tx: Tx, run: AttendanceRun): Promise<void> {
  const { state } = await lockRun(tx, run.id);
  if (state === 'running') await setRun(tx, run, { state: 'failed' });
}

async function setRun(
  tx: Tx,
  run: AttendanceRun,
  set: { state?: string; done?: number; total?: number; outcome?: string },
): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({ ...set, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  tx.touch(run.requestedBy);
}

function finish(tx: Tx, run: AttendanceRun, result: RunResult): Promise<void> {
  return setRun(tx, run, { state: 'done', done: 100, total: 100, outcome: JSON.stringify({ result }) });
}

async function check(
  db: AgencyDb,
  { files }: AttendanceServices,
  run: AttendanceRun,
  again: boolean,
): Promise<void> {
  const { file, zone } = run.input;
  const bytes = await files.get(db.agencyId, file.sha256);
  let read: ReadFile | undefined;
  let why = '';
  try {
    read = await readAttendance(bytes, file.name, zone);
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    why = error.message;
  }
  if (!read || read.entries.length === 0) {
    const none = { step: 'unrecognised' as const, report: '', people: 0, days: 0, why, again: false };
    await db.write((tx) => finish(tx, run, none));
    return;
  }
  const found = read;
  const report = await db.read((tx) => makeReport(tx, run, found));
  const sha256 = await files.put(db.agencyId, packReport(report));
  const result: RunResult = {
    step: 'checked',
    report: sha256,
    people: report.people.filter(({ changed }) => changed > 0).length,
    days: report.people.reduce((sum, { changed }) => sum + changed, 0),
    why: '',
    again,
  };
  await db.write((tx) => finish(tx, run, result));
}

async function makeReport(tx: Tx, run: AttendanceRun, file: ReadFile): Promise<AttendanceReport> {
  const { input } = run;
  const employees = await employeesIn(tx, scopeOf(input));
  const pins = await pinsOf(tx, input.machine);
  // A day that is not over is not read: somebody may still come, or go.
  const yesterday = addDays(input.today, -1);
  const earliest = [file.until, yesterday, input.until ?? file.until].sort()[0] ?? file.until;
  const latest = [file.from, input.from ?? file.from].sort().at(-1) ?? file.from;
  const span = { from: latest, until: earliest };
  const ids = new Set(pins.values());
  const nips = new Set(file.entries.map(({ key }) => key));
  const concerned = employees.filter(({ id, nip }) => ids.has(id) || nips.has(nip)).map(({ id }) => id);
  return reportOn(file, {
    employees,
    pins,
    judged: await judging(tx, concerned),
    known: await daysOf(tx, concerned, span),
    span,
  });
}

/** Writes what was shown, some people at a time. Where what days are judged by has changed, it is checked anew. */
async function commit(db: AgencyDb, services: AttendanceServices, run: AttendanceRun): Promise<void> {
  const sha256 = run.result?.report ?? '';
  const report = unpackReport(await services.files.get(db.agencyId, sha256));
  const { file } = run.input;
  const source = { origin: 'file' as const, note: file.name, fileId: file.id };
  const actor = { personId: run.requestedBy };
  for (let start = 0; start < report.people.length; start += PEOPLE_AT_ONCE) {
    const some = report.people.slice(start, start + PEOPLE_AT_ONCE);
    const isAsShown = await db.write(async (tx) => {
      const { revision } = await lockRecords(tx);
      if (revision !== report.revision) return false;
      const days = some.flatMap(({ personId, days: own }) => own.map((day) => ({ personId, day })));
      const outcome = await writeDays(tx, actor.personId, source, days);
      const changed = new Set(outcome.personIds);
      await recordAll(
        tx,
        attendanceRecorded,
        eventsOf(
          actor,
          file,
          days.filter(({ personId }) => changed.has(personId)),
        ),
      );
      await refreshPresence(tx, services.schemes, actor, outcome.personIds, source);
      await setRun(tx, run, { done: start + some.length, total: report.people.length });
      return true;
    });
    if (!isAsShown) return check(db, services, run, true);
  }
  await db.write(async (tx) => {
    const { state } = await lockRun(tx, run.id);
    if (state !== 'running') return;
    const people = run.result?.people ?? 0;
    const days = run.result?.days ?? 0;
    await finish(tx, run, {
      step: 'committed',
      report: sha256,
      people,
      days,
      why: '',
      again: false,
    });
    await record(tx, attendanceImported, {
      actorId: actor.personId,
      subject: { kind: 'file', id: file.id },
      payload: { file: file.name, people, days },
    });
    await notify(tx, {
      personId: run.requestedBy,
      kind: 'run-finished',
      parameters: { what: text.runTitle({ file: file.name }) },
      path: `/attendance/files/${run.id}`,
      dedupeKey: `run:${run.id}`,
    });
  });
}
