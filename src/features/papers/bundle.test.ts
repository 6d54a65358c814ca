import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { pdfText } from '#platform/documents/pdf-text.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { beginRun, keepGoing } from './commands/report-bundle.ts';
import { paperTasks } from './jobs.ts';
import { findRun } from './runs.ts';

describe('papers of a unit as one file', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const base = `/a/${city.code}/papers`;
  const [task] = paperTasks({ files: app.files, schemes: schemeStore() });
  if (!task) throw new Error('papers have a task');

  const form = (changes: Record<string, string> = {}) => ({
    id: newId(),
    period: city.periodId,
    unit: city.units.health,
    below: 'yes',
    skp: 'yes',
    document: 'yes',
    place: '',
    date: '',
    ...changes,
  });
  const ask = (who: TestPerson | null, fields = form()) =>
    app.post(who?.accountId ?? null, `${base}/runs`, fields);
  const started = async (who: TestPerson, changes: Record<string, string> = {}) => {
    const fields = form(changes);
    const response = await ask(who, fields);
    expect(response.status).toBe(303);
    return fields.id;
  };
  const work = (runId: string) => task.run(city.db, { runId });
  const runOf = (id: string) => city.db.read((tx) => findRun(tx, id));
  const look = async (who: TestPerson | null, id: string, inside = '') =>
    app.get(who?.accountId ?? null, `${base}/runs/${id}${inside}`);

  it('prints what is there and says in words what is not', async () => {
    const plan = await givePlan(city.db, city, city.participants.employee);
    await givePlan(city.db, city, city.participants.colleague);
    await evaluationWalk(app, city).ratified(plan);
    const id = await started(city.unitOfficer, { place: 'Contoh', date: '2026-12-31' });
    expect(await (await look(city.unitOfficer, id)).text()).toContain('Menunggu giliran');
    await work(id);
    expect(await runOf(id)).toMatchObject({ state: 'done', done: 4, total: 4 });
    const html = await (await look(city.unitOfficer, id)).text();
    expect(html).toContain('3 dokumen dari 2 pegawai.');
    expect(html).toContain('Sari Wulandari');
    const file = await look(city.unitOfficer, id, '/file');
    expect(file.headers.get('content-disposition')).toContain(
      'Dokumen-Kinerja-Penilaian-2026-Dinas-Kesehatan.pdf',
    );
    const text = pdfText(Buffer.from(await file.arrayBuffer())).replace(/\s+/g, '');
    for (const said of [
      'RinaNovita',
      'DewiLestari',
      'DOKUMENEVALUASI',
      'Contoh,31Desember2026',
      'LAMPIRANSASARAN',
    ])
      expect(text, said).toContain(said);
    const seen = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('what', '=', 'paper:bundle')
        .where('actor_id', '=', city.unitOfficer.id)
        .execute(),
    );
    expect(new Set(seen.map((each) => each.person_id))).toEqual(
      new Set([city.employee.id, city.colleague.id]),
    );
    const told = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('path')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.unitOfficer.id)
        .where('kind', '=', 'run-finished')
        .execute(),
    );
    expect(told).toEqual([{ path: `/papers/runs/${id}` }]);
  });

  it('run twice makes one file, and a double click starts one run', async () => {
    const fields = form({ unit: 'team' });
    const clicks = await Promise.all([ask(city.appraiser, fields), ask(city.appraiser, fields)]);
    expect(clicks.map((each) => each.status)).toEqual([303, 303]);
    const count = await test.owner.query(`select 1 from runs where id = $1`, [fields.id]);
    expect(count.rows).toHaveLength(1);
    const jobs = await test.owner.query(`select 1 from graphile_worker.jobs where key like '%' || $1`, [
      fields.id,
    ]);
    expect(jobs.rows).toHaveLength(1);
    await work(fields.id);
    const first = await runOf(fields.id);
    await work(fields.id);
    expect(await runOf(fields.id)).toEqual(first);
    expect(await (await look(city.appraiser, fields.id)).text()).toContain('Tim Budi Santoso');
  });

  it('stops when it is cancelled, and an earlier try stops for a later one', async () => {
    const id = await started(city.officer);
    const attempt = newId();
    const run = await city.db.write((tx) => beginRun(tx, id, attempt));
    if (!run) throw new Error('the run waits');
    expect(await city.db.write((tx) => keepGoing(tx, run, attempt, { done: 1, total: 4 }))).toBe(true);
    expect(await (await look(city.officer, id)).text()).toContain('1 / 4');
    const cancel = () => app.post(city.officer.accountId, `${base}/runs/${id}/cancellation`);
    const answers = await Promise.all([cancel(), cancel()]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    expect(await city.db.write((tx) => keepGoing(tx, run, attempt, { done: 2, total: 4 }))).toBe(false);
    expect(await runOf(id)).toMatchObject({ state: 'cancelled', fileId: null });
    await work(id);
    expect(await runOf(id)).toMatchObject({ state: 'cancelled' });
    expect((await look(city.officer, id, '/file')).status).toBe(404);
    expect((await app.post(city.officer.accountId, `${base}/runs/${id}/resumption`)).status).toBe(303);
    await city.db.write((tx) => beginRun(tx, id, attempt));
    await city.db.write((tx) => beginRun(tx, id, newId()));
    expect(await city.db.write((tx) => keepGoing(tx, run, attempt, { done: 2, total: 4 }))).toBe(false);
    await work(id);
    expect(await runOf(id)).toMatchObject({ state: 'done' });
    expect((await cancel()).status).toBe(409);
  });

  it('can be taken up again when its worker fell silent', async () => {
    const id = await started(city.officer);
    await city.db.write((tx) => beginRun(tx, id, newId()));
    expect(await (await look(city.officer, id)).text()).not.toContain('terhenti');
    await test.owner.query(`update runs set updated_at = updated_at - interval '5 minutes' where id = $1`, [
      id,
    ]);
    expect(await (await look(city.officer, id)).text()).toContain('terhenti');
    await app.post(city.officer.accountId, `${base}/runs/${id}/resumption`);
    await work(id);
    expect(await runOf(id)).toMatchObject({ state: 'done' });
  });

  it('tells a failure in words', async () => {
    const id = await started(city.officer, { unit: city.units.schools });
    await work(id);
    expect(await runOf(id)).toMatchObject({ state: 'failed', outcome: { problem: 'nothing' } });
    expect(await (await look(city.officer, id)).text()).toContain('Tidak ada dokumen yang dapat dicetak');
    const broken = await started(city.officer);
    const [failing] = paperTasks({
      files: { ...app.files, put: () => Promise.reject(new Error('disk full')) },
      schemes: schemeStore(),
    });
    await expect(failing?.run(city.db, { runId: broken })).rejects.toThrow('disk full');
    const html = await (await look(city.officer, broken)).text();
    expect(html).toContain('Terjadi gangguan saat menyusun berkas');
    expect(html).toContain('Susun lagi');
  });

  it('belongs to officers and leaders for their units, and to appraisers for their team', async () => {
    const { head, appraiser, officer, unitOfficer, mayor } = city;
    for (const who of [head, appraiser, officer, unitOfficer, mayor])
      expect((await app.get(who.accountId, base)).status, who.name).toBe(200);
    for (const who of [city.employee, city.colleague, city.stranger, city.auditor]) {
      expect((await app.get(who.accountId, base)).status, who.name).toBe(403);
      expect((await ask(who)).status, who.name).toBe(403);
    }
    expect((await ask(officer)).status).toBe(303);
    expect((await ask(mayor)).status).toBe(303);
    expect((await ask(unitOfficer)).status).toBe(303);
    expect((await ask(unitOfficer, form({ unit: city.units.schools }))).status).toBe(404);
    expect((await ask(unitOfficer, form({ unit: city.units.city }))).status).toBe(404);
    expect((await ask(appraiser)).status).toBe(404);
    expect((await ask(appraiser, form({ unit: 'team' }))).status).toBe(303);
    expect((await ask(null)).headers.get('location')).toBe('/sign-in');
    expect((await ask(other.officer)).status).toBe(404);
    expect((await ask(officer, form({ unit: other.units.city }))).status).toBe(404);
  });

  it('is fetched, stopped and seen only by who asked or an officer of the unit', async () => {
    const id = await started(city.mayor);
    await work(id);
    for (const who of [city.mayor, city.officer, city.unitOfficer]) {
      expect((await look(who, id)).status, who.name).toBe(200);
      expect((await look(who, id, '/file')).status, who.name).toBe(200);
    }
    for (const who of [
      city.employee,
      city.appraiser,
      city.head,
      city.auditor,
      city.stranger,
      other.officer,
    ]) {
      expect((await look(who, id)).status, who.name).toBe(404);
      expect((await look(who, id, '/file')).status, who.name).toBe(404);
      for (const act of ['cancellation', 'resumption'])
        expect((await app.post(who.accountId, `${base}/runs/${id}/${act}`)).status, who.name).toBe(404);
    }
    expect((await look(null, id, '/file')).status).toBe(303);
    const team = await started(city.appraiser, { unit: 'team' });
    expect((await look(city.unitOfficer, team)).status).toBe(404);
    expect((await look(city.officer, team)).status).toBe(200);
  });

  it('keeps what was typed when something is missing', async () => {
    const response = await ask(
      city.officer,
      form({ skp: '', document: '', date: '2020-01-01', place: 'Di sini' }),
    );
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Pilih sekurangnya satu dokumen.');
    expect(html).toContain('value="Di sini"');
    expect(html).toContain('Tanggal harus sejak awal periode');
    const nobody = await ask(city.officer, form({ unit: city.units.city, below: '' }));
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('Tidak ada pegawai yang dinilai di sana');
  });
});
