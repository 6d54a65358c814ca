import { expect, test } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { computeFairness, fairnessStage } from '../../../../test/support/fairness.ts';
import { flagsOf, modelsOf, rateesOf, ratersOf } from '../store/queries.ts';
import { activeRun, latestRun, runsOf } from '../store/runs.ts';
import { cancelRun, enqueueRun, registerSettings, requestRun } from './commands.ts';
import { runFairness } from './job.ts';
import { enqueueStale } from './schedule.ts';

const stage = await testDatabase();
const app = await testApp(stage);
let serial = 0;
async function city() {
  serial += 1;
  const made = await createCity(stage.database, `kota-${serial}`);
  const officer = {
    ...made.officer,
    personId: made.officer.id,
    officer: { kind: 'agency' as const },
    leader: { kind: 'none' as const },
    isAuditor: false,
  };
  return { ...made, officerActor: officer, at: (inside: string) => `/a/${made.code}${inside}` };
}

test('a run finds who is severe, who rates without spread, and whom the data cannot compare', async () => {
  const made = await city();
  const { periodId, severe, halo, island, run } = await fairnessStage(made);
  await run();
  const found = await made.db.read(async (tx) => {
    const done = await latestRun(tx, periodId);
    if (!done) throw new Error('no run was finished');
    return {
      done,
      models: await modelsOf(tx, done.id),
      raters: await ratersOf(tx, done.id, 0),
      ratees: await rateesOf(tx, done.id),
      flags: await flagsOf(tx, done.id),
    };
  });
  expect(found.models).toHaveLength(1);
  const report = found.models[0]?.report;
  expect(report?.counts).toMatchObject({ ratees: 240, raters: 30 });
  expect(report?.counts.forms).toBe(found.done.forms);
  expect(report?.formsByRole).toEqual({ appraiser: 240, 'second-appraiser': expect.any(Number) });
  const of = (id: string) => found.raters.find(({ personId }) => personId === id);
  expect(of(severe.id)?.severity).toBeGreaterThan(15);
  expect(of(island.id)?.link).toBe('unlinked');
  expect(found.ratees).toHaveLength(240);
  const detectors = (id: string) =>
    found.flags.filter(({ raterId }) => raterId === id).map(({ detector }) => detector);
  expect(detectors(severe.id)).toContain('severity');
  expect(detectors(halo.id)).toContain('halo');
  expect(detectors(island.id)).not.toContain('severity');
  expect(found.flags.map(({ rank }) => rank)).toEqual(found.flags.map((_, index) => index + 1));
});

test('the same forms and settings give the same figures and the same fingerprint', async () => {
  const made = await city();
  const { periodId, schemes, run } = await fairnessStage(made);
  const figures = async () =>
    made.db.read(async (tx) => {
      const done = await latestRun(tx, periodId);
      if (!done) throw new Error('no run was finished');
      const raters = await ratersOf(tx, done.id, 0);
      return { sha: done.inputSha256, models: await modelsOf(tx, done.id), raters };
    });
  await run();
  const first = await figures();
  await computeFairness(made.db, schemes, periodId);
  expect(await figures()).toEqual(first);
});

test('of an earlier run only the models stay', async () => {
  const made = await city();
  const { run } = await fairnessStage(made);
  const [first, second] = [await run(), await run()];
  await made.db.read(async (tx) => {
    expect(await ratersOf(tx, first, 0)).toEqual([]);
    expect(await modelsOf(tx, first)).toHaveLength(1);
    expect((await ratersOf(tx, second, 0)).length).toBeGreaterThan(0);
  });
});

test('of two who ask at once one run comes; a killed one is taken up again', async () => {
  const made = await city();
  const { periodId, schemes } = await fairnessStage(made);
  await Promise.all([1, 2].map(() => made.db.write((tx) => requestRun(tx, made.officerActor, periodId))));
  const [run, ...more] = await made.db.read((tx) => runsOf(tx, periodId));
  expect(more).toEqual([]);
  if (!run) throw new Error('a run waits');
  // What a process that was killed leaves: under way, and nobody computing.
  await made.db.write((tx) =>
    tx.db.updateTable('fairness_runs').set({ state: 'running' }).where('id', '=', run.id).execute(),
  );
  await runFairness(made.db, schemes, run.id);
  expect((await made.db.read((tx) => latestRun(tx, periodId)))?.id).toBe(run.id);
});

test('a cancelled run stores nothing, and the next may start; cancelling races with its end', async () => {
  const made = await city();
  const { periodId, schemes } = await fairnessStage(made);
  const id = await made.db.write((tx) => enqueueRun(tx, periodId, made.officer.id));
  if (!id) throw new Error('a run waits');
  await Promise.all([
    runFairness(made.db, schemes, id),
    made.db.write((tx) => cancelRun(tx, made.officerActor, periodId)),
  ]);
  const [run] = await made.db.read((tx) => runsOf(tx, periodId));
  const raters = await made.db.read((tx) => ratersOf(tx, id, 0));
  expect(run?.state === 'done' ? raters.length > 0 : raters.length === 0).toBe(true);
  expect(await made.db.read((tx) => activeRun(tx, periodId))).toBeUndefined();
  expect(await made.db.write((tx) => enqueueRun(tx, periodId, null))).toBeDefined();
});

test('the night asks for figures only where somebody was rated since', async () => {
  const made = await city();
  const { periodId, schemes } = await fairnessStage(made);
  await enqueueStale(made.db);
  const waiting = await made.db.read((tx) => activeRun(tx, periodId));
  expect(waiting).toMatchObject({ requestedBy: null, state: 'waiting' });
  if (!waiting) return;
  await runFairness(made.db, schemes, waiting.id);
  await enqueueStale(made.db);
  expect(await made.db.read((tx) => activeRun(tx, periodId))).toBeUndefined();
});

test('settings that change after figures were seen say so', async () => {
  const made = await city();
  const { periodId, run } = await fairnessStage(made);
  const form = {
    severityThreshold: 7,
    falseDiscoveryRate: 5,
    minimumForms: 8,
    reason: 'Kesepakatan tim penilai.',
  };
  await made.db.write((tx) => registerSettings(tx, made.officerActor, periodId, form));
  await run();
  const page = await app.post(made.officer.accountId, made.at(`/fairness/${periodId}/settings`), {
    severityThreshold: '9,5',
    falseDiscoveryRate: '5',
    minimumForms: '8',
    reason: 'Diubah setelah membaca angka pertama.',
  });
  expect(page.status).toBe(303);
  const shown = await (
    await app.get(made.auditor.accountId, made.at(`/fairness/${periodId}/settings`))
  ).text();
  expect(shown).toContain('Diubah setelah hasil perhitungan terlihat');
  expect(shown).toContain('9,5');
  const bad = await app.post(made.officer.accountId, made.at(`/fairness/${periodId}/settings`), {
    severityThreshold: 'banyak',
    falseDiscoveryRate: '5',
    minimumForms: '8',
    reason: 'pendek',
  });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('value="banyak"');
});

test('who may look and who may act', async () => {
  const made = await city();
  const { periodId } = await fairnessStage(made);
  const run = made.at(`/fairness/${periodId}/run`);
  const look = async (accountId: string) => (await app.get(accountId, run)).status;
  expect(await look(made.officer.accountId)).toBe(200);
  expect(await look(made.unitOfficer.accountId)).toBe(200);
  expect(await look(made.mayor.accountId)).toBe(200);
  expect(await look(made.auditor.accountId)).toBe(200);
  expect(await look(made.employee.accountId)).toBe(404);
  expect(await look(made.appraiser.accountId)).toBe(404);
  const start = async (accountId: string) => (await app.post(accountId, run, {})).status;
  expect(await start(made.unitOfficer.accountId)).toBe(403);
  expect(await start(made.mayor.accountId)).toBe(403);
  expect(await start(made.auditor.accountId)).toBe(403);
  expect(await start(made.employee.accountId)).toBe(404);
  expect(await start(made.officer.accountId)).toBe(303);
  const other = await city();
  expect((await app.get(other.officer.accountId, run)).status).toBe(404);
  expect((await app.get(made.officer.accountId, made.at(`/fairness/${newId()}/run`))).status).toBe(404);
});
