import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { projectRoot } from '#platform/project-root.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { randomSource } from '../../../domain/statistics/random.ts';
import { DATA_COLUMNS, dataFile, repeatCommand } from './data-file.ts';
import { makeReport } from './job.ts';
import { findReport, listReports } from './queries.ts';
import type { Report } from './types.ts';

const stage = await testDatabase();
const app = await testApp(stage);
let serial = 0;

async function reportCity() {
  serial += 1;
  const made = await createCity(stage.database, `kota-${serial}`);
  const fair = await fairnessStage(made);
  const at = (inside: string) => `/a/${made.code}${inside}`;
  return { ...made, fair, at };
}
type ReportCity = Awaited<ReturnType<typeof reportCity>>;

async function ask(made: ReportCity, id: string): Promise<void> {
  const answer = await app.post(made.officer.accountId, made.at('/fairness/reports'), { id, year: '2025' });
  expect(answer.status).toBe(303);
}

async function make(made: ReportCity, id = newId()): Promise<string> {
  await ask(made, id);
  await makeReport(made.db, { schemes: made.fair.schemes, files: app.files }, id);
  return id;
}

async function reportOf(made: ReportCity, id: string): Promise<Report> {
  const report = await made.db.read((tx) => findReport(tx, id, { publishedOnly: false }));
  if (!report) throw new Error('the report is there');
  return report;
}

test('an officer makes the report of a year: figures, data without names, paper', async () => {
  const made = await reportCity();
  const id = await make(made);
  const report = await reportOf(made, id);
  expect(report).toMatchObject({ year: 2025, version: 1, state: 'draft' });
  const [period] = report.figures?.periods ?? [];
  expect(period?.results).toBe(240);
  expect(period?.looks.given).toBeGreaterThan(50);
  expect(period?.models[0]?.severities?.length).toBeGreaterThan(20);
  const page = await (await app.get(made.officer.accountId, made.at(`/fairness/reports/${id}`))).text();
  expect(page).toContain('Hasil penilaian 240 pegawai');
  const names = [
    ...made.fair.appraisers,
    ...[...made.fair.staff.values()].flat().map(({ person }) => person),
  ];
  for (const { name } of names) expect(page).not.toContain(name);
  const data = await (
    await app.get(made.auditor.accountId, made.at(`/fairness/reports/${id}/data.csv`))
  ).text();
  expect(data.split('\n')[0]).toBe(DATA_COLUMNS.join(','));
  for (const { name, id: personId } of names) {
    expect(data).not.toContain(name);
    expect(data).not.toContain(personId);
  }
  const paper = await app.get(made.officer.accountId, made.at(`/fairness/reports/${id}/paper.pdf`));
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await paper.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('an auditor who runs the printed command on the file gets the figures of the report', async () => {
  const made = await reportCity();
  const id = await make(made);
  const report = await reportOf(made, id);
  const [model] = report.figures?.periods[0]?.models ?? [];
  if (model?.report.model.kind !== 'estimated') throw new Error('the model was estimated');
  const folder = await mkdtemp(path.join(tmpdir(), 'tera-report-'));
  const file = path.join(folder, report.data?.name ?? '');
  const bytes = await app.get(made.auditor.accountId, made.at(`/fairness/reports/${id}/data.csv`));
  await writeFile(file, Buffer.from(await bytes.arrayBuffer()));
  const [program = '', ...args] = repeatCommand(file, model.number, model.report.settings).split(' ');
  const { stdout } = await promisify(execFile)(path.join(projectRoot(), program), args, { maxBuffer: 1e8 });
  const repeated = JSON.parse(stdout) as {
    counts: { ratings: number };
    variance: { ratee: number; rater: number; residual: number };
    raters: { severity: number }[];
  };
  expect(repeated.counts.ratings).toBe(model.report.counts.ratings);
  for (const part of ['ratee', 'rater', 'residual'] as const)
    expect(repeated.variance[part]).toBeCloseTo(model.report.model.variance[part], 6);
});

test('published: everybody of the agency reads it, nobody changes it, its fingerprint is in the record', async () => {
  const made = await reportCity();
  const id = await make(made);
  const address = made.at(`/fairness/reports/${id}`);
  expect((await app.get(made.employee.accountId, address)).status).toBe(404);
  const empty = await app.post(made.officer.accountId, `${address}/words`, {
    foreword: ' ',
    measures: '',
    step: 'publish',
  });
  expect(empty.status).toBe(422);
  const foreword = 'Data menunjukkan keketatan penilai berbeda; pelatihan diadakan.';
  const words = { foreword, measures: 'Penilaian kedua diperluas.' };
  const done = await app.post(made.officer.accountId, `${address}/words`, {
    ...words,
    step: 'publish',
  });
  expect(done.status).toBe(303);
  const read = await app.get(made.employee.accountId, address);
  expect(read.status).toBe(200);
  const page = await read.text();
  expect(page).toContain(foreword);
  expect(page).not.toContain('/data.csv"');
  expect((await app.get(made.employee.accountId, `${address}/data.csv`)).status).toBe(403);
  expect((await app.get(made.mayor.accountId, `${address}/data.csv`)).status).toBe(403);
  expect((await app.get(made.employee.accountId, `${address}/paper.pdf`)).status).toBe(200);
  const again = await app.post(made.officer.accountId, `${address}/words`, { ...words, foreword: 'Lain.' });
  expect(again.status).toBe(409);
  const report = await reportOf(made, id);
  const events = await made.db.read((tx) =>
    tx.db
      .selectFrom('audit_events')
      .select('payload')
      .where('agency_id', '=', tx.agencyId)
      .where('type', '=', 'fairness-report-published')
      .execute(),
  );
  expect(events.map(({ payload }) => payload)).toEqual([
    { year: 2025, version: 1, sha256: report.paper?.sha256 },
  ]);
});

test('a second click makes no second report; two officers get two versions; running twice changes nothing', async () => {
  const made = await reportCity();
  const id = newId();
  await Promise.all([ask(made, id), ask(made, id)]);
  await Promise.all([ask(made, newId()), ask(made, newId())]);
  await makeReport(made.db, { schemes: made.fair.schemes, files: app.files }, id);
  const reports = await made.db.read((tx) => listReports(tx, { publishedOnly: false }));
  expect(reports.map(({ version }) => version)).toEqual([3, 2, 1]);
  const before = await reportOf(made, id);
  await makeReport(made.db, { schemes: made.fair.schemes, files: app.files }, id);
  expect(await reportOf(made, id)).toEqual(before);
});

test('who may do what', async () => {
  const made = await reportCity();
  const list = made.at('/fairness/reports');
  const make = async (accountId: string) =>
    (await app.post(accountId, list, { id: newId(), year: '2025' })).status;
  expect(await make(made.employee.accountId)).toBe(404);
  expect(await make(made.unitOfficer.accountId)).toBe(404);
  expect(await make(made.mayor.accountId)).toBe(403);
  expect(await make(made.auditor.accountId)).toBe(403);
  expect(await make(made.officer.accountId)).toBe(303);
  expect((await app.get(made.employee.accountId, list)).status).toBe(200);
  const wrong = await app.post(made.officer.accountId, list, { id: newId(), year: '1999' });
  expect(wrong.status).toBe(422);
  const other = await reportCity();
  const [report] = await made.db.read((tx) => listReports(tx, { publishedOnly: false }));
  const address = other.at(`/fairness/reports/${report?.id}`);
  expect((await app.get(other.officer.accountId, address)).status).toBe(404);
});

test('numbers of people in the file are drawn by lot: another draw, other numbers, the same scores', () => {
  const table = {
    rateeIds: ['a', 'b', 'c'],
    raterIds: ['x', 'y'],
    itemIds: ['i'],
    ratee: Int32Array.of(0, 1, 2, 0),
    rater: Int32Array.of(0, 0, 1, 1),
    item: Int32Array.of(0, 0, 0, 0),
    score: Float64Array.of(10, 20, 30, 40),
  };
  const draw = (seed: number) => {
    const random = randomSource(seed);
    return dataFile([{ number: 1, table }], (below) => random.integer(below));
  };
  const scores = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)))
      .sort();
  const files = Array.from({ length: 20 }, (_, seed) => draw(seed + 1));
  expect(new Set(files).size).toBeGreaterThan(1);
  for (const file of files) expect(scores(file)).toEqual([10, 20, 30, 40]);
});
