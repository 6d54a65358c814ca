/** Standards of posts in the pages: who sets them, from which day, and that two officers do not overwrite each other. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { competencyDesk } from '../competencies.fixture.ts';

describe('standards of posts', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const desk = competencyDesk(app);
  let city: City;
  let other: City;
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-standar');
    other = await createCity(test.database, 'kota-standar-lain');
    await desk.adoptDictionary(city);
  });
  const list = (of: City) => `${desk.base(of)}/standards`;
  const rows = (of: City) =>
    of.db.read((tx) =>
      tx.db
        .selectFrom('competency_standards')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('target')
        .orderBy('revision')
        .execute(),
    );
  const fields = (more: Record<string, string> = {}) => ({
    id: newId(),
    seen: '0',
    postLevel: '',
    positionName: 'Bidan Terampil',
    unitId: '',
    validFrom: '2026-01-01',
    basis: 'Keputusan 9/2026',
    'level-pelayanan-kesehatan': '3',
    ...more,
  });
  const set = (more: Record<string, string> = {}) =>
    app.post(city.officer.accountId, list(city), fields(more));

  it('are read by everybody and set by officers of the agency', async () => {
    await desk.adoptStandards(city, ['pelaksana']);
    const [standard] = await rows(city);
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      'other agency': [other.officer.accountId, 404, 404],
      employee: [city.employee.accountId, 200, 403],
      appraiser: [city.appraiser.accountId, 200, 403],
      'unit officer': [city.unitOfficer.accountId, 200, 403],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
      officer: [city.officer.accountId, 200, 200],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      for (const address of ['', '/posts', `/${standard?.id}`])
        expect((await app.get(account, list(city) + address)).status, `${name} ${address}`).toBe(read);
      for (const address of ['/new', `/${standard?.id}/edit`])
        expect((await app.get(account, list(city) + address)).status, `${name} ${address}`).toBe(write);
      for (const address of ['', '/proposals'])
        expect((await app.post(account, list(city) + address)).status, `${name} POST ${address}`).toBe(
          write === 200 ? 422 : write,
        );
    }
    expect((await app.get(city.officer.accountId, `${list(city)}/${newId()}`)).status).toBe(404);
  });

  it('are set from the usual levels once, for the levels that are chosen', async () => {
    const answers = await Promise.all([
      desk.adoptStandards(city, ['pengawas', 'administrator']),
      desk.adoptStandards(city, ['pengawas', 'administrator']),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const own = (await rows(city)).filter(({ post_level }) => post_level === 'pengawas');
    expect(own).toHaveLength(1);
    expect(Object.values(own[0]?.levels as Record<string, number>)).toEqual(
      Array.from({ length: 9 }, () => 2),
    );
    const html = await desk.page(city.employee, list(city));
    expect(html).toContain('9 kompetensi pada tingkat 3');
    const nothing = await desk.adoptStandards(city, []);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Pilih paling sedikit satu jenjang');
  });

  it('hold for the posts they name, the closer one before the general one', async () => {
    expect((await set()).status).toBe(303);
    expect((await set({ 'level-pelayanan-kesehatan': '2', unitId: city.units.clinic })).status).toBe(303);
    const html = await desk.page(city.employee, `${list(city)}/posts?q=Bidan`);
    expect(html).toContain('Bidan Terampil');
    expect(html).toContain('Bidan Terampil · Puskesmas Contoh');
    expect(html).not.toContain('Kepala Puskesmas');
    expect(await desk.page(city.employee, `${list(city)}/posts?q=Kepala`)).toContain('belum ada standar');
  });

  it('keep what was typed when something lacks, and are not written twice by one form', async () => {
    const both = await set({ postLevel: 'mahir' });
    expect(both.status).toBe(422);
    expect(await both.text()).toContain('salah satu saja');
    const empty = await set({ positionName: 'Guru', 'level-pelayanan-kesehatan': '' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Isi tingkat paling sedikit satu kompetensi');
    const undated = await set({ positionName: 'Guru', validFrom: 'besok', basis: 'SK Guru' });
    expect(undated.status).toBe(422);
    expect(await undated.text()).toContain('SK Guru');
    const there = await set();
    expect(there.status).toBe(422);
    expect(await there.text()).toContain('sudah ada. Buka dan ubah yang ada');
    const once = fields({ positionName: 'Guru Ahli Muda' });
    await app.post(city.officer.accountId, list(city), once);
    expect((await app.post(city.officer.accountId, list(city), once)).status).toBe(303);
    expect((await rows(city)).filter((row) => row.position_name === 'Guru Ahli Muda')).toHaveLength(1);
    expect((await set({ positionName: 'X', unitId: other.units.city })).status).toBe(404);
    expect((await set({ positionName: 'X', 'level-tidak-ada': '3' })).status).toBe(409);
  });

  it('change from a day on; of two officers one is told that the other was first', async () => {
    const [current] = (await rows(city)).filter(({ post_level }) => post_level === 'pelaksana');
    const change = (level: string) =>
      set({
        changing: current?.id ?? '',
        seen: '1',
        postLevel: 'pelaksana',
        positionName: '',
        validFrom: '2027-01-01',
        'level-pelayanan-kesehatan': '',
        'level-integritas': level,
      });
    const answers = await Promise.all([change('2'), change('3')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    // Not before its day.
    const html = await desk.page(city.employee, list(city));
    expect(html).toContain('9 kompetensi pada tingkat 1');
    expect(html).toContain('perubahan sudah ditetapkan');
    const shown = await desk.page(city.employee, `${list(city)}/${current?.id}`);
    expect(shown).toContain('ke-2');
    const back = await set({
      changing: current?.id ?? '',
      seen: '2',
      postLevel: 'pelaksana',
      positionName: '',
      'level-pelayanan-kesehatan': '',
    });
    expect(back.status).toBe(303);
    const gone = await desk.page(city.employee, list(city));
    expect(gone).toContain('dicabut');
  });
});
