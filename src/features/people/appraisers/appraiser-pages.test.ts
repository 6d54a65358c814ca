import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';

const test = await testDatabase();
const other = await createCity(test.database, 'kota-lain');
const app = await testApp(test);
const words = async (response: Response | Promise<Response>) => (await response).text();

describe('appraisers', () => {
  let own: City;
  const inOwn = (path: string) => `/a/${own.code}${path}`;
  const assignments = () =>
    own.db.read((tx) =>
      tx.db
        .selectFrom('appraiser_assignments')
        .select(['person_id', 'appraiser_id', 'superior_id', 'source', 'valid_from', 'valid_until'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('valid_from')
        .execute(),
    );
  beforeAll(async () => {
    own = await createCity(test.database, 'kota-penilai');
  });

  it('accepts all that is ready once, though two officers press at once', async () => {
    const press = (account: string) =>
      app.post(account, inOwn('/people/appraisers/acceptances'), { which: 'ready', from: '2026-11-01' });
    const answers = await Promise.all([press(own.officer.accountId), press(own.officer.accountId)]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    const rows = await assignments();
    // Everybody but the mayor and the one whose unit has no head.
    expect(rows).toHaveLength(7);
    expect(rows.find((row) => row.person_id === own.employee.id)).toMatchObject({
      appraiser_id: own.appraiser.id,
      superior_id: own.head.id,
      source: 'hierarchy',
    });
    const events = await own.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'people.appraiser-assigned')
        .execute(),
    );
    expect(events).toHaveLength(7);
    const page = await words(app.get(own.officer.accountId, inOwn('/people/appraisers')));
    expect(page).toContain('Agus Salim');
    expect(page).toContain('Unit tanpa kepala');
    expect(page).not.toContain('Terima semua');
  });

  it('asks for a choice, finds people without a script, and carries what was chosen', async () => {
    const empty = await app.post(own.officer.accountId, inOwn('/people/appraisers/acceptances'), {
      which: 'chosen',
      from: '2026-11-01',
    });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Pilih paling sedikit satu pegawai');
    const address = `/people/appraisers/assignment?person=${own.stranger.id}&appraiserIdQuery=wali&appraiserId=${own.head.id}`;
    const page = await words(app.get(own.officer.accountId, inOwn(address)));
    expect(page).toContain('Walikota Contoh');
    expect(page).toMatch(new RegExp(`name="appraiserId" value="${own.head.id}" checked`));
    expect(page).toMatch(new RegExp(`name="person" value="${own.stranger.id}"`));
  });

  it('keeps the history, tells the employee and derives the superior when none is chosen', async () => {
    const change = (fields: Record<string, string>) =>
      app.post(own.officer.accountId, inOwn(`/people/${own.employee.id}/appraiser`), {
        from: '2026-11-20',
        ...fields,
      });
    expect((await change({ appraiserId: own.employee.id })).status).toBe(422);
    expect((await change({ appraiserId: other.head.id })).status).toBe(422);
    expect((await change({})).status).toBe(422);
    const clicks = await Promise.all([1, 2].map(() => change({ appraiserId: own.head.id })));
    expect(clicks.map((each) => each.status)).toEqual([303, 303]);
    const rows = (await assignments()).filter((row) => row.person_id === own.employee.id);
    expect(rows).toMatchObject([
      { appraiser_id: own.appraiser.id, valid_until: '2026-11-20' },
      { appraiser_id: own.head.id, superior_id: own.mayor.id, source: 'officer', valid_until: null },
    ]);
    const told = await own.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('kind')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', own.employee.id)
        .execute(),
    );
    expect(told).toEqual([{ kind: 'appraiser-changed' }]);
    // An officer's decision is not asked about again and again.
    const page = await words(app.get(own.officer.accountId, inOwn('/people/appraisers?tab=settled')));
    expect(page).toContain('Berbeda dari ketetapan pengelola');
  });

  it('takes a report from the employee and answers it once', async () => {
    const report = () =>
      app.post(own.employee.accountId, inOwn('/appraiser/flags'), { note: 'Seharusnya Kepala Puskesmas.' });
    expect((await app.post(own.employee.accountId, inOwn('/appraiser/flags'), { note: ' ' })).status).toBe(
      422,
    );
    await Promise.all([report(), report()]);
    const page = await words(app.get(own.officer.accountId, inOwn('/people/appraisers')));
    expect(page.match(/Seharusnya Kepala Puskesmas/g)).toHaveLength(1);
    const flag = /flags\/([0-9a-f-]{36})\/answer/.exec(page)?.[1];
    const answer = () =>
      app.post(own.unitOfficer.accountId, inOwn(`/people/appraisers/flags/${flag}/answer`), {
        resolution: 'Sudah diperbaiki.',
      });
    const answers = await Promise.all([answer(), answer()]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 422]);
    expect(await words(app.get(own.employee.accountId, inOwn('/appraiser')))).toContain('Sudah diperbaiki.');
  });
});
