import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import type { City } from '../../../test/support/city.ts';
import { remindAgencyOfTraining } from './jobs.ts';
import { SCHEME, statuses, trainingStage, words } from './training.fixture.ts';

const FORM = {
  title: 'Menulis alasan',
  description: 'Berlatih bersama.',
  scheme: SCHEME,
  date: '2026-12-01',
  startsAt: '09:00',
  endsAt: '12.30',
  place: 'Aula',
  link: '',
  capacity: '1',
};

describe('workshops', async () => {
  const stage = await trainingStage();
  const { city: newCity, told, get, post, done, later } = stage;

  async function planned(more: Partial<typeof FORM> = {}): Promise<{ city: City; id: string; path: string }> {
    later(0);
    const city = await newCity();
    const id = newId();
    await done(post(city.officer, city, '/workshops', { ...FORM, ...more, id }));
    return { city, id, path: `/workshops/${id}` };
  }
  const places = (city: City) =>
    city.db.read(async (tx) => {
      const rows = await tx.db
        .selectFrom('training_enrolments')
        .select(['person_id', 'state', 'attended'])
        .where('agency_id', '=', tx.agencyId)
        .execute();
      return new Map(rows.map((row) => [row.person_id, row]));
    });

  it('are planned in the time of the agency, once, and say what is wrong with a form', async () => {
    const { city, path, id } = await planned();
    const page = words(await (await get(city.employee, city, path)).text());
    expect(page).toContain('1 Desember 2026, 09.00–12.30 WIB');
    await done(post(city.officer, city, '/workshops', { ...FORM, id }));
    const row = await city.db.read((tx) =>
      tx.db
        .selectFrom('training_workshops')
        .select('starts_at')
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(row).toEqual([{ starts_at: new Date('2026-12-01T02:00:00Z') }]);
    const bad = await post(city.officer, city, '/workshops', {
      ...FORM,
      id: newId(),
      endsAt: '08:00',
      link: 'http://x',
      capacity: '0',
    });
    const html = words(await bad.text());
    expect(bad.status).toBe(422);
    for (const problem of [
      'Selesai harus setelah mulai.',
      'Tautan harus diawali https://.',
      'Tulis jumlah tempat',
    ])
      expect(html).toContain(problem);
    const past = await post(city.officer, city, '/workshops', { ...FORM, id: newId(), date: '2026-11-01' });
    expect([past.status, words(await past.text()).includes('Waktu mulai sudah lewat.')]).toEqual([422, true]);
  });

  it('give the last place to one of two who ask at once, and the next who waits moves up', async () => {
    const { city, path } = await planned();
    await Promise.all(
      [city.employee, city.colleague].map((who) => done(post(who, city, `${path}/enrolment`))),
    );
    const first = await places(city);
    const states = [city.employee, city.colleague].map(({ id }) => first.get(id)?.state);
    expect([...states].sort()).toEqual(['enrolled', 'waiting']);
    const [holder, waiter] =
      states[0] === 'enrolled' ? [city.employee, city.colleague] : [city.colleague, city.employee];
    await done(post(waiter, city, `${path}/enrolment`));
    expect(words(await (await get(waiter, city, path)).text())).toContain('Nomor 1 dalam daftar tunggu.');
    await done(post(holder, city, `${path}/withdrawal`));
    const after = await places(city);
    expect([after.get(holder.id)?.state, after.get(waiter.id)?.state]).toEqual(['withdrawn', 'enrolled']);
    expect((await told(city, waiter.id)).map(({ kind }) => kind)).toEqual(['workshop-place']);
  });

  it('invite people, who come or decline', async () => {
    const { city, path } = await planned({ capacity: '10' });
    const invite = (who: string) => post(city.officer, city, `${path}/invitations`, { person: who });
    await done(invite(city.employee.id));
    await done(invite(city.employee.id));
    expect((await told(city, city.employee.id)).map(({ kind }) => kind)).toEqual(['workshop-invited']);
    await done(post(city.employee, city, `${path}/declination`));
    expect((await places(city)).get(city.employee.id)?.state).toBe('declined');
    await done(post(city.officer, city, `${path}/invitations`, { whom: 'uncertified' }));
    const all = await places(city);
    expect([city.appraiser, city.head, city.mayor].map(({ id }) => all.get(id)?.state)).toEqual(
      Array(3).fill('invited'),
    );
    expect((await invite(newId())).status).toBe(404);
    expect((await post(city.colleague, city, `${path}/declination`)).status).toBe(409);
    const found = words(await (await get(city.officer, city, `${path}?search=zzz`)).text());
    expect(found).toContain('Tidak ada pegawai dengan nama itu.');
  });

  it('record who came once they have begun, also without a place', async () => {
    const { city, path } = await planned({ capacity: '10' });
    for (const who of [city.employee, city.colleague]) await done(post(who, city, `${path}/enrolment`));
    await done(post(city.officer, city, `${path}/invitations`, { person: city.stranger.id }));
    expect((await post(city.officer, city, `${path}/attendance`)).status).toBe(409);
    stage.test.setNow(new Date('2026-12-01T06:00:00Z'));
    expect((await post(city.stranger, city, `${path}/enrolment`)).status).toBe(409);
    const present = { [`present.${city.employee.id}`]: 'yes', [`present.${city.stranger.id}`]: 'yes' };
    await done(post(city.officer, city, `${path}/attendance`, present));
    const all = await places(city);
    expect([city.employee, city.stranger, city.colleague].map(({ id }) => all.get(id)?.attended)).toEqual([
      true,
      true,
      false,
    ]);
    expect(words(await (await get(city.employee, city)).text())).toContain('Hadir');
    const sheet = words(await (await get(city.officer, city, `${path}/sheet`)).text());
    expect(sheet).toContain('Tanda tangan');
    expect(sheet).toContain(city.colleague.name);
    later(0);
  });

  it('are changed and cancelled by officers, who tell those concerned', async () => {
    const { city, path } = await planned({ capacity: '2' });
    for (const who of [city.employee, city.colleague]) await done(post(who, city, `${path}/enrolment`));
    const change = (more: object) =>
      post(city.officer, city, path, { ...FORM, capacity: '2', revision: '1', ...more });
    expect((await change({ capacity: '1' })).status).toBe(422);
    await done(change({ place: 'Ruang rapat' }));
    expect((await change({ place: 'Lain' })).status).toBe(409);
    expect((await post(city.officer, city, `${path}/cancellation`, { reason: '' })).status).toBe(422);
    const cancel = () => post(city.officer, city, `${path}/cancellation`, { reason: 'Narasumber sakit' });
    const answers = await Promise.all([cancel(), cancel()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await told(city, city.colleague.id)).map(({ kind }) => kind)).toEqual([
      'workshop-changed',
      'workshop-cancelled',
    ]);
    expect((await post(city.stranger, city, `${path}/enrolment`)).status).toBe(409);
  });

  it('keep their materials, which everybody of the agency may read', async () => {
    const { city, path } = await planned();
    const file = new File(['%PDF-1.4\n%%EOF'], 'bahan.pdf');
    await done(post(city.officer, city, `${path}/materials`, { file }));
    const html = await (await get(city.employee, city, path)).text();
    const address = new RegExp(`${path}/materials/([0-9a-f-]{36})`).exec(html)?.[0] ?? '';
    expect((await get(city.employee, city, address)).status).toBe(200);
    const other = await newCity();
    expect((await get(other.employee, other, address)).status).toBe(404);
    expect((await post(city.employee, city, `${address}/removal`)).status).toBe(403);
    await done(post(city.officer, city, `${address}/removal`));
    expect((await get(city.employee, city, address)).status).toBe(404);
    const bad = await post(city.officer, city, `${path}/materials`, { file: new File(['<html>'], 'a.html') });
    expect(bad.status).toBe(422);
  });

  it('are kept by officers of the agency alone', async () => {
    const { city, path } = await planned();
    const ask = (address: string) =>
      statuses(city, (who) =>
        stage.app.post(who?.accountId ?? null, `/a/${city.code}/training${address}`, { reason: 'x' }),
      );
    const refused = { nobody: 303, employee: 403, unitOfficer: 403, auditor: 403 };
    const keep = ['/workshops', path, `${path}/invitations`, `${path}/attendance`, `${path}/cancellation`];
    for (const address of keep) expect(await ask(address), address).toEqual(refused);
    expect(await statuses(city, (who) => get(who, city, `${path}/sheet`))).toEqual(refused);
    const other = await newCity();
    expect((await post(other.employee, other, `${path}/enrolment`)).status).toBe(404);
  });

  it('remind those enrolled on the day before', async () => {
    const { city, path } = await planned();
    await done(post(city.employee, city, `${path}/enrolment`));
    stage.test.setNow(new Date('2026-11-30T01:00:00Z'));
    const remind = () => city.db.write((tx) => remindAgencyOfTraining(tx, 'Asia/Jakarta'));
    expect([await remind(), await remind()]).toEqual([1, 0]);
    later(0);
  });
});
