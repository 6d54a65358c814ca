import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { withJobs } from '../../../test/support/jobs.ts';
import { cancelRun } from './commands/cancel-run.ts';
import { fieldsOf } from './form.ts';
import { computeRun, laboratoryTasks } from './job.ts';
import { addDraft, addStaff, SMALL } from './laboratory.fixture.ts';
import { settingsOf } from './presets.ts';
import { ownStructure } from './structure.ts';

const NATIONAL = 'version:permenpanrb-6-2022@1';
const ROLES = [
  'employee',
  'appraiser',
  'head',
  'officer',
  'unitOfficer',
  'auditor',
  'mayor',
  'stranger',
] as const;
const OVERSEERS: readonly string[] = ['officer', 'unitOfficer', 'auditor', 'mayor'];

describe('the laboratory', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let city: City;
  let other: City;
  const drafts = { draft: newId(), discussion: newId(), broken: newId() };

  beforeAll(async () => {
    city = await createCity(test.database, 'kota-coba');
    other = await createCity(test.database, 'kota-lain');
    for (const [state, id] of Object.entries(drafts)) await addDraft(city, id, state as keyof typeof drafts);
  });

  const path = (inside = '') => `/a/${city.code}/laboratory${inside}`;
  const ask = (
    fields: Record<string, string> = {},
    who: Pick<TestPerson, 'accountId'> | null = city.officer,
  ) =>
    app.post(who?.accountId ?? null, path(), {
      id: newId(),
      secondId: newId(),
      ...fieldsOf(settingsOf('reported')),
      ...SMALL,
      subject: NATIONAL,
      ...fields,
    });
  const compute = (id: string) => computeRun(city.db, schemeStore(), id);
  const stateOf = async (id: string) => {
    const { rows } = await test.owner.query('select * from laboratory_runs where id = $1', [id]);
    return rows[0];
  };
  const counts = async () => {
    const { rows } = await test.owner.query(
      `select (select count(*) from laboratory_runs)::int as runs,
        (select count(*) from audit_events where type like 'laboratory.%')::int as events,
        (select count(*) from graphile_worker._private_jobs)::int as jobs`,
    );
    return rows[0];
  };
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
    await ask({
      id: again,
      structure: 'kept',
      keptFrom: id,
      severity: '123',
      people: '44',
      subject: 'version:pp-30-2019@1',
    });
    expect((await stateOf(again)).structure).toEqual((await stateOf(id)).structure);
  });

  it('starts once, however often the button is pressed', async () => {
    const [id, secondId] = [newId(), newId()];
    const before = await counts();
    const fields = { id, secondId, second: 'version:pp-30-2019@1' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const after = await counts();
    expect(after.runs - before.runs).toBe(2);
    expect(after.events - before.events).toBe(2);
    for (const each of [id, secondId]) await compute(each);
  });

  it('keeps what was typed where it cannot be used, and says what to do', async () => {
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ severity: 'banyak' }, 'Tulis bilangan bulat dari 0 sampai 300.'],
      [{ halo: '101' }, 'Tulis bilangan bulat dari 0 sampai 100.'],
      [{ people: '2001' }, 'Tulis bilangan bulat dari 20 sampai 2000.'],
      [{ 'missing-colleague': '-1' }, 'Tulis bilangan bulat dari 0 sampai 100.'],
      [{ periods: '4' }, 'Tulis bilangan bulat dari 5 sampai 20.'],
      [{ seed: '1.5' }, 'Tulis bilangan bulat'],
      [{ name: ' ' }, 'Beri nama simulasi ini.'],
      [{ subject: '' }, 'Pilih rancangan atau versi skema.'],
      [{ subject: 'version:tidak-ada@1' }, 'Pilih rancangan atau versi skema.'],
      [{ second: `draft:${newId()}` }, 'Pilih rancangan atau versi skema.'],
      [{ subject: `draft:${drafts.broken}` }, 'Rancangan ini masih memiliki'],
      [{ structure: 'lain' }, 'Pilih susunan pegawai.'],
      [{ structure: 'own' }, 'Belum ada periode dengan sekurang-kurangnya 20 pegawai'],
    ];
    const before = await counts();
    for (const [fields, words] of cases) {
      const answer = await ask({ name: 'Yang diketik', ...fields });
      const text = await answer.text();
      expect(answer.status, JSON.stringify(fields)).toBe(422);
      expect(text, JSON.stringify(fields)).toContain(words);
      if (fields.name === undefined) expect(text).toContain('value="Yang diketik"');
      const [[name, value] = []] = Object.entries(fields);
      if (name && /^(severity|halo|people|seed)$/.test(name)) expect(text).toContain(`value="${value}"`);
    }
    expect(await counts()).toEqual(before);
  });

  it('is open to whoever may read the scheme, and to nobody else', async () => {
    const open = await done({ subject: `draft:${drafts.discussion}` });
    const closed = await done({ subject: `draft:${drafts.draft}` });
    for (const role of ROLES) {
      const { accountId } = city[role];
      const sees = OVERSEERS.includes(role);
      for (const inside of ['', '/run.json', '/run.csv', `/compare?with=${closed}`])
        expect((await app.get(accountId, path(`/${closed}${inside}`))).status, role).toBe(sees ? 200 : 404);
      expect((await app.get(accountId, path(`/${open}`))).status, role).toBe(200);
      expect((await app.get(accountId, path(`/${open}/compare?with=${closed}`))).status).toBe(
        sees ? 200 : 404,
      );
      const list = await (await app.get(accountId, path())).text();
      expect(list.includes(`/laboratory/${closed}`), role).toBe(sees);
    }
    for (const inside of ['', '/new', `/${open}`, `/${open}/run.json`, `/${open}/compare?with=${open}`])
      expect((await app.get(null, path(inside))).status).toBe(303);
    expect((await ask({}, null)).status).toBe(303);
    expect((await ask({}, other.officer)).status).toBe(404);
    const foreign = `/a/${other.code}/laboratory/${open}`;
    expect((await app.get(other.officer.accountId, foreign)).status).toBe(404);
    expect((await app.post(other.officer.accountId, `${foreign}/cancellation`)).status).toBe(404);
    expect((await app.get(city.officer.accountId, path(`/${newId()}`))).status).toBe(404);
    expect((await app.get(city.officer.accountId, path('/bukan-id'))).status).toBe(404);
  });

  it('is run by officers, and on a draft under discussion by everybody, smaller and one at a time', async () => {
    const discussed = { subject: `draft:${drafts.discussion}` };
    for (const role of ROLES.filter((each) => each !== 'officer')) {
      const who = city[role];
      expect((await ask({ subject: `draft:${drafts.draft}` }, who)).status, role).toBe(422);
      const id = newId();
      expect((await ask({ id, ...discussed }, who)).status, role).toBe(303);
      const second = await ask(discussed, who);
      expect(second.status).toBe(422);
      expect(await second.text()).toContain('Anda masih memiliki 1 simulasi yang belum selesai');
      await compute(id);
      const large = await ask({ ...discussed, people: '500', periods: '10' }, who);
      expect(large.status).toBe(422);
      expect(await large.text()).toContain('paling banyak 3.000');
    }
    const pair = await Promise.all([ask(discussed, city.employee), ask(discussed, city.employee)]);
    expect(pair.map(({ status }) => status).toSorted(), 'two at once').toEqual([303, 422]);
    await test.owner.query(`update scheme_drafts set discussion_until = discussion_from where id = $1`, [
      drafts.discussion,
    ]);
    expect((await ask(discussed, city.employee)).status, 'the discussion is over').toBe(403);
    expect((await app.get(city.employee.accountId, path('/new'))).status).toBe(403);
    expect((await ask(discussed)).status, 'officers still may').toBe(303);
  });

  it('is cancelled by who asked or an officer, once, and ends what is being computed', async () => {
    const id = newId();
    await ask({ id, people: '200' });
    const cancel = (who: TestPerson | null) => app.post(who?.accountId ?? null, path(`/${id}/cancellation`));
    expect((await cancel(null)).status).toBe(303);
    expect((await cancel(city.employee)).status).toBe(403);
    expect((await stateOf(id)).state).toBe('waiting');
    const running = computeRun(city.db, schemeStore(), id, { sliceMs: 0, saveMs: 0 });
    const answers = await Promise.all([cancel(city.officer), cancel(city.officer)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    await running;
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', periods: [] });
    const text = await (await app.get(city.officer.accountId, path(`/${id}`))).text();
    expect(text).toContain('dihentikan sebelum selesai');
    expect((await app.get(city.officer.accountId, path(`/${id}/run.json`))).status).toBe(404);
    await compute(id);
    expect((await stateOf(id)).state, 'a cancelled run is not taken up again').toBe('cancelled');
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

  it('has one outcome where it is cancelled while it finishes', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = newId();
      await ask({ id, people: '20' });
      const cancelled = () =>
        city.db
          .write((tx) => cancelRun(tx, { ...officerOf(city) }, id))
          .then(
            () => true,
            () => false,
          );
      const wait = () => new Promise((resolve) => setTimeout(resolve, 8 * round));
      const [, won] = await Promise.all([compute(id), wait().then(cancelled)]);
      const { state, periods } = await stateOf(id);
      expect(state).toBe(won ? 'cancelled' : 'done');
      expect(periods).toHaveLength(won ? 0 : 5);
      const { rows } = await test.owner.query(
        `select count(*)::int as acts from acts where process = 'laboratory-run' and subject_id = $1`,
        [id],
      );
      expect(rows[0].acts).toBe(won ? 1 : 0);
    }
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
    const page = await app.get(
      city.employee.accountId,
      `/a/${city.code}/scheme-drafts/${drafts.discussion}/discussion`,
    );
    const text = await page.text();
    expect(text).toContain('Diuji di laboratorium keadilan');
    expect(text).toContain('salah kategori');
  });
});

function officerOf({ officer }: City) {
  return {
    personId: officer.id,
    accountId: officer.accountId,
    name: officer.name,
    officer: { kind: 'agency' },
    leader: { kind: 'none' },
    isAuditor: false,
  } as const;
}
