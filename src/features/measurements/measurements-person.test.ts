import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { measurementStage } from './measurements.fixture.ts';

/** The seven values (SE MenPANRB 20/2021), each an item of the component `perilaku`. */
const VALUES = [
  'berorientasi-pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
];

describe('measurements of a person', async () => {
  const { app, test, prepared, pathOf, csv, upload } = await measurementStage();
  let made: City;
  let other: City;

  beforeAll(async () => {
    made = await prepared();
    other = await createCity(test.database, 'kota-ukur-lain');
  });

  it('is corrected by an officer with a source; the former value stays in the history', async () => {
    const city = await prepared();
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    const correct = (fields: Record<string, string>) =>
      app.post(city.officer.accountId, `${path}/kasusDisiplinBerat`, fields);
    const field = 'kasusDisiplinBerat.value';
    expect(await (await app.get(city.officer.accountId, path)).text()).toContain(`name="${field}"`);
    expect((await correct({ [field]: 'yes', note: ' ' })).status).toBe(422);
    expect((await correct({ [field]: 'yes', note: 'SK 12/2026' })).status).toBe(303);
    expect((await correct({ [field]: 'no', note: 'SK 12/2026 dibatalkan' })).status).toBe(303);
    const after = await (await app.get(city.employee.accountId, path)).text();
    expect(after).toContain('SK 12/2026 dibatalkan');
    expect(after).toContain('diganti');
  });

  it('shows what colleagues answered as their mean, never form by form', async () => {
    const city = await prepared();
    const rated = (level: string) => ({
      items: Object.fromEntries(VALUES.map((value) => [value, level])),
    });
    await city.db.write((tx) =>
      tx.db
        .insertInto('measurements')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: city.participants.employee,
          component: 'perilaku',
          value: JSON.stringify({
            forms: { colleague: [rated('teladan'), rated('teladan'), rated('jarang')] },
          }),
          origin: 'file',
          note: 'rekan.xlsx',
          recorded_by: city.officer.id,
          recorded_at: tx.now,
        })
        .execute(),
    );
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    for (const who of [city.employee, city.appraiser, city.head, city.mayor]) {
      const html = await (await app.get(who.accountId, path)).text();
      expect(html).toContain('Rata-rata 3 formulir');
      expect(html).not.toContain('Formulir 1');
      expect(html).not.toContain('Jarang tampak');
    }
  });

  it('is read by those around the appraisal and recorded by officers alone', async () => {
    const period = `/a/${made.code}/periods/${made.periodId}/measurements`;
    const component = pathOf(made, 'disiplin');
    const person = `/a/${made.code}/appraisals/${made.participants.employee}/measurements`;
    const accounts: Record<string, [string | null, period: number, person: number, write: number]> = {
      nobody: [null, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404],
      employee: [made.employee.accountId, 404, 200, 403],
      colleague: [made.colleague.accountId, 404, 404, 404],
      stranger: [made.stranger.accountId, 404, 404, 404],
      appraiser: [made.appraiser.accountId, 404, 200, 403],
      head: [made.head.accountId, 404, 200, 403],
      auditor: [made.auditor.accountId, 200, 200, 403],
      mayor: [made.mayor.accountId, 200, 200, 403],
    };
    for (const [name, [account, read, own, write]] of Object.entries(accounts)) {
      expect((await app.get(account, period)).status, name).toBe(read);
      expect((await app.get(account, component)).status, name).toBe(read);
      expect((await app.get(account, person)).status, name).toBe(own);
      const correction = await app.post(account, `${person}/disiplin`, { note: 'x' });
      expect(correction.status, name).toBe(write);
      const file = csv([['NIP']]);
      const sent = await app.post(account, `${component}/files`, { id: newId(), file });
      expect(sent.status, name).toBe(read === 200 ? 403 : read);
    }
    const { id } = await upload(made, 'disiplin', csv([['NIP', 'Tanggal', 'Keterangan']]));
    const foreign = await app.get(made.unitOfficer.accountId, `${component}/files/${id}`);
    expect(foreign.status).toBe(404);
  });
});
