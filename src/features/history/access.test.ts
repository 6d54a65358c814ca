/** Who may read and record earlier years, and what becomes of whoever may not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { baik, csvOf, historyDesk, nipOf } from './history.fixture.ts';

describe('earlier years', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const { base, pageOf, upload, checked } = historyDesk(app);
  let made: City;
  let other: City;
  beforeAll(async () => {
    made = await createCity(test.database, 'kota-riwayat');
    other = await createCity(test.database, 'kota-riwayat-lain');
  });

  it('are recorded by a unit officer for people of the unit alone', async () => {
    const [own, foreign] = [await nipOf(made, made.colleague.id), await nipOf(made, made.stranger.id)];
    const { html } = await checked(made, csvOf([baik(own), baik(foreign)]), made.unitOfficer);
    expect(html).toContain('1 hasil akan dicatat');
    expect(html).toContain('bukan wewenang Anda');
    expect(html).not.toContain(made.stranger.name);
  });

  it('are read and recorded by whoever may', async () => {
    const mine = `/a/${made.code}/mine/history`;
    const person = pageOf(made, made.employee);
    const accounts: Record<string, [string | null, read: number, write: number, own: number]> = {
      nobody: [null, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404],
      employee: [made.employee.accountId, 404, 403, 200],
      colleague: [made.colleague.accountId, 404, 403, 200],
      stranger: [made.stranger.accountId, 404, 403, 200],
      appraiser: [made.appraiser.accountId, 404, 403, 200],
      head: [made.head.accountId, 404, 403, 200],
      auditor: [made.auditor.accountId, 200, 403, 200],
      mayor: [made.mayor.accountId, 200, 403, 200],
      officer: [made.officer.accountId, 200, 200, 200],
      'unit officer': [made.unitOfficer.accountId, 200, 200, 200],
    };
    for (const [name, [account, read, write, own]] of Object.entries(accounts)) {
      expect((await app.get(account, person)).status, name).toBe(read);
      expect((await app.get(account, base(made))).status, name).toBe(write);
      expect((await app.get(account, `${base(made)}/template.xlsx`)).status, name).toBe(write);
      const sent = await app.post(account, `${base(made)}/files`, {
        id: newId(),
        file: csvOf([{ NIP: '1' }]),
      });
      expect(sent.status, name).toBe(write === 200 ? 303 : write);
      expect((await app.get(account, mine)).status, name).toBe(own);
    }
    // Not of the unit officer's units, and another officer's file.
    expect((await app.get(made.unitOfficer.accountId, pageOf(made, made.stranger))).status).toBe(404);
    const { path } = await upload(made, csvOf([{ NIP: '1', Tahun: '2020' }]));
    expect((await app.get(made.unitOfficer.accountId, path)).status).toBe(404);
    expect((await app.post(made.unitOfficer.accountId, path)).status).toBe(404);
  });

  it('leave a trace when somebody else reads them', async () => {
    const city = await createCity(test.database, 'kota-riwayat-jejak');
    await app.get(city.auditor.accountId, pageOf(city, city.employee));
    await app.get(city.employee.accountId, `/a/${city.code}/mine/history`);
    const log = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'person_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(log).toEqual([{ actor_id: city.auditor.id, person_id: city.employee.id, what: 'history' }]);
  });

  it('are one step away from an appraisal for those who may read them', async () => {
    const appraisal = `/a/${made.code}/appraisals/${made.participants.employee}/plan`;
    const shows = async (account: string, address: string) =>
      (await (await app.get(account, appraisal)).text()).includes(`href="/a/${made.code}${address}"`);
    const others = `/people/${made.employee.id}/history`;
    expect(await shows(made.employee.accountId, '/mine/history')).toBe(true);
    for (const who of [made.officer, made.unitOfficer, made.mayor, made.auditor])
      expect(await shows(who.accountId, others), who.name).toBe(true);
    expect(await shows(made.appraiser.accountId, others)).toBe(false);
  });

  it('refuse what is no spreadsheet, with the form again', async () => {
    const file = new File(['%PDF-1.4'], 'hasil.pdf', { type: 'application/pdf' });
    expect((await upload(made, file)).answer.status).toBe(422);
    expect((await app.post(made.officer.accountId, `${base(made)}/files`, {})).status).toBe(422);
    const { path } = await upload(made, csvOf([{ Nama: 'Rina' }]));
    const shown = await app.get(made.officer.accountId, path);
    expect(shown.status).toBe(422);
    expect(await shown.text()).toContain('Tidak ditemukan baris judul');
  });
});
