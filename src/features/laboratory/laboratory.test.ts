import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { withJobs } from '../../../test/support/jobs.ts';
import { fieldsOf } from './form.ts';
import { computeRun, laboratoryTasks } from './job.ts';
import { addStaff, laboratoryBench, NATIONAL, SMALL } from './laboratory.fixture.ts';
import { settingsOf } from './presets.ts';
import { ownStructure } from './structure.ts';

describe('a run of the laboratory', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const { city, drafts, path, ask, stateOf } = await laboratoryBench(test, app);
  const compute = (id: string) => computeRun(city.db, schemeStore(), id);
  /** A run that is computed, of the scheme named. */
  async function done(fields: Record<string, string> = {}): Promise<string> {
    const id = newId();
    expect((await ask({ id, ...fields })).status).toBe(303);
    await compute(id);
    expect((await stateOf(id)).state).toBe('done');
    return id;
  }

  it('tells the finding first, in words, with its uncertainty and what it must not be used for', async () => {
    const id = await done({ name: 'Nasional' });
    const text = await (await app.get(city.officer.accountId, path(`/${id}`))).text();
    expect(text).toMatch(
      /Dari setiap 100 pegawai rekaan, sekitar \d+ mendapat kategori yang bukan semestinya/,
    );
    expect(text).toContain('rentang 95 %');
    expect(text).toContain('tidak ada satu pun penilaian nyata');
    expect(text).toContain('Apa yang dianggap');
    const list = await (await app.get(city.employee.accountId, path())).text();
    expect(list).toContain('Nasional');
    expect(await (await app.get(city.employee.accountId, path('?q=tidak-ada'))).text()).toContain(
      'Tidak ada simulasi yang cocok',
    );
  });

  it('gives the same bytes for the same seed and settings, also when it is run anew', async () => {
    const [first, second] = [await done({ name: 'Satu' }), await done({ name: 'Dua' })];
    const json = async (id: string) => {
      const response = await app.get(city.employee.accountId, path(`/${id}/run.json`));
      expect(response.headers.get('content-type')).toContain('application/json');
      return response.text();
    };
    expect(await json(first)).toBe(await json(second));
    const read = JSON.parse(await json(first));
    expect(read).toMatchObject({ tera: 'laboratory', seed: 7, scheme: { id: 'permenpanrb-6-2022' } });
    expect(read.periods).toHaveLength(5);
    const csv = await (await app.get(city.employee.accountId, path(`/${first}/run.csv`))).text();
    expect(csv.split('\r\n')[0]).toBe('figure,at,share,low_95,high_95,people');
    expect(csv).toContain(`wrong,,${read.outcome.wrong.share.toFixed(6)}`);
    const compared = await app.get(city.employee.accountId, path(`/${first}/compare?with=${second}`));
    expect(await compared.text()).toContain('Keduanya sama sampai angka terakhir');
  });

  it('goes on where it was killed, and comes to the same bytes', async () => {
    const whole = await done();
    const id = newId();
    await ask({ id });
    const { periods } = await stateOf(whole);
    // Killed after two whole periods, in the middle of the third.
    await test.owner.query(
      `update laboratory_runs set state = 'running', done = 70, periods = $2 where id = $1`,
      [id, JSON.stringify(periods.slice(0, 2))],
    );
    await compute(id);
    expect((await stateOf(id)).periods).toEqual(periods);
    // Once more, as a job that is delivered twice.
    const before = await stateOf(id);
    await compute(id);
    expect(await stateOf(id)).toEqual(before);
  });

  it('does not depend on how the work is cut', async () => {
    const [coarse, fine] = [newId(), newId()];
    for (const id of [coarse, fine]) await ask({ id });
    await computeRun(city.db, schemeStore(), coarse, { sliceMs: 10_000, saveMs: 10_000 });
    await computeRun(city.db, schemeStore(), fine, { sliceMs: 0, saveMs: 0 });
    expect((await stateOf(fine)).periods).toEqual((await stateOf(coarse)).periods);
  });

  it('compares two schemes on the same people, pair by pair', async () => {
    const [id, secondId] = [newId(), newId()];
    const answer = await ask({ id, secondId, second: 'version:jambi-adil-terbuka@1', name: 'Berdampingan' });
    expect(answer.headers.get('location')).toBe(path(`/${id}/compare?with=${secondId}`));
    const address = path(`/${id}/compare?with=${secondId}`);
    expect(await (await app.get(city.officer.accountId, address)).text()).toContain('belum selesai');
    await compute(id);
    await compute(secondId);
    const text = await (await app.get(city.employee.accountId, address)).text();
    expect(text).toContain('Orang, penilai, dan kebetulannya sama');
    expect(await (await app.get(city.officer.accountId, path(`/${id}`))).text()).toContain(
      'Simulasi pasangannya',
    );
    const apart = await done({ seed: '8' });
    const unlike = await (await app.get(city.officer.accountId, path(`/${id}/compare?with=${apart}`))).text();
    expect(unlike).toContain('Yang berbeda: benih');
  });

  it('keeps settings, structure and seed for another scheme, and the whole for running again', async () => {
    const id = await done({ name: 'Asal', severity: '123', people: '44' });
    const beside = await (await app.get(city.officer.accountId, path(`/new?beside=${id}`))).text();
    expect(beside).toContain('value="123"');
    expect(beside).toContain('Sama seperti “Asal”: 44 pegawai');
    const again = newId();
    const answer = await ask({
      id: again,
      beside: id,
      structure: 'kept',
      keptFrom: id,
      severity: '123',
      people: '44',
      subject: 'version:pp-30-2019@1',
    });
    expect(answer.headers.get('location')).toBe(path(`/${id}/compare?with=${again}`));
    expect((await stateOf(again)).structure).toEqual((await stateOf(id)).structure);
    expect((await stateOf(again)).beside_id).toBe(id);
    expect((await ask({ beside: newId() })).status).toBe(404);
  });

  it('tells who asked, once, when a long run has ended', async () => {
    const told = async (id: string) =>
      (await test.owner.query('select kind from notifications where path = $1', [`/laboratory/${id}`])).rows;
    const [short, long] = [newId(), newId()];
    for (const id of [short, long]) await ask({ id });
    await test.owner.query(
      `update laboratory_runs set created_at = created_at - interval '1 hour' where id = $1`,
      [long],
    );
    for (const id of [short, long, long]) await compute(id);
    expect(await told(short)).toEqual([]);
    expect(await told(long)).toEqual([{ kind: 'run-finished' }]);
  });

  it('says so where a scheme can no longer be read, and is not tried for ever', async () => {
    const id = newId();
    await ask({ id });
    await test.owner.query(`update laboratory_runs set scheme_id = 'hilang' where id = $1`, [id]);
    await compute(id);
    expect((await stateOf(id)).state).toBe('failed');
    const page = await (await app.get(city.officer.accountId, path(`/${id}`))).text();
    expect(page).toContain('Perbaiki rancangannya');
  });

  it('takes the structure of the agency without its names', async () => {
    const large = await createCity(test.database, 'kota-besar');
    await addStaff(test, large, 30);
    const own = await large.db.read((tx) => ownStructure(tx));
    expect(own?.structure.unitOf).toHaveLength(35);
    expect(own?.found).toBe(35);
    const id = newId();
    const fields = { ...fieldsOf(settingsOf('reported')), ...SMALL, id, structure: 'own', subject: NATIONAL };
    const at = `/a/${large.code}/laboratory`;
    expect(await (await app.get(large.officer.accountId, `${at}/new`)).text()).toContain(
      'Susunan instansi Anda: 35 pegawai',
    );
    expect((await app.post(large.officer.accountId, at, fields)).status).toBe(303);
    await computeRun(large.db, schemeStore(), id);
    const file = await (await app.get(large.officer.accountId, `${at}/${id}/run.json`)).text();
    for (const { id: personId, name } of [large.employee, large.appraiser, large.mayor]) {
      expect(file).not.toContain(personId);
      expect(file).not.toContain(name);
    }
    expect(file).not.toContain(large.units.clinic);
  });

  it('is computed by the job queue, and says so on the page meanwhile', async () => {
    const id = newId();
    await ask({ id });
    expect(await (await app.get(city.officer.accountId, path(`/${id}`))).text()).toContain('Perkiraan waktu');
    const jobs = await withJobs(test, laboratoryTasks(schemeStore()));
    await expect.poll(async () => (await stateOf(id)).state, { timeout: 60_000 }).toBe('done');
    await jobs.stop();
    expect(jobs.problems).toEqual([]);
  });

  it('stands beside the discussion of its draft', async () => {
    await done({ subject: `draft:${drafts.discussion}` });
    const page = await app.get(
      city.employee.accountId,
      `/a/${city.code}/scheme-drafts/${drafts.discussion}/discussion`,
    );
    const text = await page.text();
    expect(text).toContain('Diuji di laboratorium keadilan');
    expect(text).toContain('salah kategori');
  });
});
