/** Development needs: from a gap, moved on by employee or appraiser, seen by both. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from '#domain/workflow/workflow.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { adoptAlak, allAt, competencyDesk, giveResult } from '../competencies.fixture.ts';
import { NEED, NEED_ACTS, NEED_STATES, type NeedRole } from './transitions.ts';

const GAPS = ['integritas', 'komunikasi', 'kerja-sama', 'perekat-bangsa'] as const;

describe('development needs', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const desk = competencyDesk(app);
  let city: City;
  let other: City;
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-kembang');
    other = await createCity(test.database, 'kota-kembang-lain');
    await desk.adoptDictionary(city);
    await adoptAlak(city, [city.participants.employee]);
    await giveResult(city, {
      participantId: city.participants.employee,
      post: 'ahli-pertama',
      forms: { appraiser: [allAt(2, Object.fromEntries(GAPS.map((code) => [code, 1])))] },
    });
  });
  const base = () => desk.needsOf(city, city.employee);
  const rows = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('development_needs')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('created_at')
        .execute(),
    );
  const stateOf = async (id: string) => (await rows()).find((row) => row.id === id)?.state;
  const add = (who: TestPerson, code: string, more: Record<string, string> = {}) =>
    app.post(who.accountId, base(), { id: newId(), code, priority: 'high', note: '', ...more });
  const move = (who: TestPerson, id: string, act: string, more: Record<string, string> = {}) =>
    app.post(who.accountId, `${base()}/${id}/acts`, {
      act,
      ...Object.fromEntries(Object.entries(more).map(([field, value]) => [`${field}-${act}-${id}`, value])),
    });

  it('go from open to planned and done, or are dropped; both sides alike', () => {
    const roles = new Set<NeedRole>(['employee']);
    const table = NEED_ACTS.map((act) =>
      NEED_STATES.map((state) => {
        const decision = decide(NEED, { state, act, roles, reason: 'ada' });
        return decision.ok ? decision.to : '-';
      }),
    );
    expect(table).toEqual([
      ['planned', '-', '-', '-'],
      ['-', 'done', '-', '-'],
      ['dropped', 'dropped', '-', '-'],
      ['-', '-', 'open', 'open'],
    ]);
    for (const { by } of NEED) expect(by).toEqual(['employee', 'appraiser']);
  });

  it('are read and written by whoever may', async () => {
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      'other agency': [other.officer.accountId, 404, 404],
      stranger: [city.stranger.accountId, 404, 404],
      colleague: [city.colleague.accountId, 404, 404],
      superior: [city.head.accountId, 200, 403],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
      'unit officer': [city.unitOfficer.accountId, 200, 403],
      officer: [city.officer.accountId, 200, 403],
      employee: [city.employee.accountId, 200, 200],
      appraiser: [city.appraiser.accountId, 200, 200],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      expect((await app.get(account, base())).status, name).toBe(read);
      expect((await app.get(account, `${base()}/new?code=integritas`)).status, name).toBe(write);
      expect((await app.post(account, base(), { code: 'integritas' })).status, name).toBe(
        write === 200 ? 422 : write,
      );
      const found = write === 200 ? 404 : write;
      const acted = await app.post(account, `${base()}/${newId()}/acts`, { act: 'drop' });
      expect(acted.status, name).toBe(found);
      const nowhere = newId();
      const changed = await app.post(account, `${base()}/${nowhere}`, {
        [`priority-change-${nowhere}`]: 'low',
      });
      expect(changed.status, name).toBe(found);
    }
    expect(await rows()).toEqual([]);
  });

  it('are offered from the gaps of the profile and added once; the other side is told', async () => {
    const html = await desk.page(city.employee, `/a/${city.code}/mine/development`);
    for (const name of ['Integritas', 'Komunikasi', 'Kerja Sama', 'Perekat Bangsa'])
      expect(html).toContain(name);
    expect(html).not.toContain('Pelayanan Publik');
    const form = await desk.page(city.employee, `/a/${city.code}/mine/development/new?code=integritas`);
    expect(form).toContain('Capaian 1, standar 2: kurang 1.');
    expect(form).toContain('Mengingatkan rekan tentang aturan dan etika');
    const id = newId();
    const answers = await Promise.all([
      add(city.employee, 'integritas', { id }),
      add(city.employee, 'integritas', { id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await rows()).toHaveLength(1);
    expect(await desk.page(city.appraiser, `/a/${city.code}/notifications`)).toContain(
      'kebutuhan pengembangan',
    );
    expect(await desk.page(city.appraiser, base())).toContain('Terbuka');
    expect(await desk.page(city.employee, `/a/${city.code}/mine/competencies`)).toContain(
      'sudah menjadi kebutuhan pengembangan',
    );
  });

  it('stand open once for a competency, whoever adds first', async () => {
    const answers = await Promise.all([add(city.employee, 'komunikasi'), add(city.appraiser, 'komunikasi')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await add(city.employee, 'pelayanan-publik')).status).toBe(409);
    expect((await add(city.employee, 'tidak-ada')).status).toBe(409);
  });

  it('are planned at once where kind of learning and date are given, and keep what was typed when they are not right', async () => {
    const past = await add(city.appraiser, 'kerja-sama', {
      learning: 'coaching',
      targetOn: '2020-01-01',
      note: 'Ikut tim lintas unit.',
    });
    expect(past.status).toBe(422);
    const html = await past.text();
    expect(html).toContain('tidak boleh sebelum hari ini');
    expect(html).toContain('Ikut tim lintas unit.');
    const id = newId();
    await add(city.appraiser, 'kerja-sama', { id, learning: 'coaching', targetOn: '2027-05-01' });
    expect(await stateOf(id)).toBe('planned');
  });

  it('move on with reasons; the steps stay readable', async () => {
    const id = (await rows()).find(({ code }) => code === 'integritas')?.id ?? '';
    const bare = await move(city.employee, id, 'plan');
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('Pilih cara belajar dan target');
    expect((await move(city.employee, id, 'finish', { reason: 'Sudah.' })).status).toBe(409);
    const plan = { learning: 'course', targetOn: '2027-02-01' };
    expect((await move(city.appraiser, id, 'plan', plan)).status).toBe(303);
    const unsaid = await move(city.employee, id, 'finish');
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Tuliskan alasannya');
    expect((await move(city.employee, id, 'finish', { reason: 'Lulus pelatihan etika.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('done');
    const html = await desk.page(city.appraiser, base());
    expect(html).toContain('Lulus pelatihan etika.');
    expect(html).toContain('Riwayat (3)');
    // A new one for the same gap may stand beside what is done, but not be reopened over it.
    expect((await add(city.employee, 'integritas')).status).toBe(303);
    expect((await move(city.employee, id, 'reopen', { reason: 'Belum tampak.' })).status).toBe(409);
  });

  it('are moved by one of two who act at once', async () => {
    const id = newId();
    await add(city.employee, 'perekat-bangsa', { id });
    const answers = await Promise.all([
      move(city.employee, id, 'drop', { reason: 'Tidak lagi perlu.' }),
      move(city.appraiser, id, 'drop', { reason: 'Sudah tercapai.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await move(city.employee, id, 'reopen', { reason: 'Perlu lagi.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('open');
  });

  it('have their details changed by whoever saw the latest, and not without what a plan needs', async () => {
    const row = (await rows()).find(({ code, state }) => code === 'kerja-sama' && state === 'planned');
    const id = row?.id ?? '';
    const change = (who: TestPerson, more: Record<string, string> = {}, revision = '1') =>
      app.post(who.accountId, `${base()}/${id}`, {
        revision,
        ...Object.fromEntries(
          Object.entries({
            priority: 'low',
            learning: 'exchange',
            targetOn: '2027-06-01',
            note: 'Magang.',
            ...more,
          }).map(([field, value]) => [`${field}-change-${id}`, value]),
        ),
      });
    const bare = await change(city.employee, { targetOn: '' });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('Magang.');
    const answers = await Promise.all([change(city.employee), change(city.appraiser)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await rows()).find((each) => each.id === id)).toMatchObject({ priority: 'low', revision: 2 });
  });

  it('are counted by unit for those who oversee units, without small numbers', async () => {
    const page = `/a/${city.code}/competencies`;
    const accounts: Record<string, [string | null, number]> = {
      nobody: [null, 303],
      'other agency': [other.officer.accountId, 404],
      employee: [city.employee.accountId, 404],
      appraiser: [city.appraiser.accountId, 404],
      auditor: [city.auditor.accountId, 200],
      mayor: [city.mayor.accountId, 200],
      'unit officer': [city.unitOfficer.accountId, 200],
      officer: [city.officer.accountId, 200],
    };
    for (const [name, [account, status]] of Object.entries(accounts))
      for (const address of ['/units', `/units?period=${city.periodId}`, '/needs', '/needs.xlsx'])
        expect((await app.get(account, page + address)).status, `${name} ${address}`).toBe(status);
    // One person was assessed: not even the names of competencies are said.
    const html = await desk.page(city.officer, `${page}/needs`);
    expect(html).toContain('Belum ada angka yang dapat ditampilkan');
    expect(html).not.toContain('Integritas');
  });
});
