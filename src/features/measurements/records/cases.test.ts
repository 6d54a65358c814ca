import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { adopt, putUnder, shippedScheme } from '../../../../test/support/schemes.ts';
import { measurementStage } from '../measurements.fixture.ts';

describe('cases of a service', async () => {
  const { app, test, nipOf, csv } = await measurementStage();
  let city: City;
  const component = 'layanan';
  let code = '';

  beforeAll(async () => {
    city = await createCity(test.database, 'kota-layanan');
    await adopt(city, shippedScheme('kota-kupang/alak-kompetensi'));
    await putUnder(city, 'alak-kompetensi');
    const period = await (
      await app.get(city.officer.accountId, `/a/${city.code}/periods/${city.periodId}/measurements`)
    ).text();
    const links = [...period.matchAll(/measurements\/alak-kompetensi\/1\/([A-Za-z-]+)"/g)].map(
      ([, name]) => name,
    );
    for (const name of links) {
      const html = await (
        await app.get(
          city.officer.accountId,
          `/a/${city.code}/periods/${city.periodId}/measurements/alak-kompetensi/1/${name}`,
        )
      ).text();
      if (html.includes('Nomor berkas')) code = name ?? component;
    }
    const nip = await nipOf(city, city.employee.id);
    await record([
      // Monday 09.15 to Tuesday 09.15 is seven hours; 3.5 are promised.
      [nip, '1/2026', 'Surat keterangan', '02-03-2026 09:15', '03-03-2026 09:15'],
      [nip, '2/2026', 'Surat keterangan', '02-03-2026 09:15', '02-03-2026 11:00'],
      [nip, '3/2026', 'Surat keterangan', '09-03-2026 09:15', ''],
    ]);
  });

  async function record(rows: string[][]): Promise<void> {
    const path = `/a/${city.code}/periods/${city.periodId}/measurements/alak-kompetensi/1/${code}`;
    const id = newId();
    const file = csv([['NIP', 'Nomor berkas', 'Layanan', 'Diterima', 'Selesai'], ...rows]);
    expect((await app.post(city.officer.accountId, `${path}/files`, { id, file })).status).toBe(303);
    expect((await app.post(city.officer.accountId, `${path}/files/${id}`)).status).toBe(303);
  }
  const value = async () =>
    (
      await city.db.read((tx) =>
        tx.db
          .selectFrom('measurements')
          .select('value')
          .where('agency_id', '=', tx.agencyId)
          .where('component', '=', code)
          .where('superseded_at', 'is', null)
          .executeTakeFirstOrThrow(),
      )
    ).value as { cases: { id: string; end: string | null }[] };
  const list = () => `/a/${city.code}/appraisals/${city.participants.employee}/cases/${code}`;

  it('are listed with the working time they took and the share on time', async () => {
    const html = await (await app.get(city.employee.accountId, list())).text();
    expect(html).toContain('50 % berkas selesai tepat waktu (1 dari 2)');
    expect(html).toContain('7 jam');
    expect(html).toContain('Melewati janji');
    expect(html).toContain('Belum selesai');
    const one = /href="([^"]+)">1\/2026</.exec(html)?.[1] ?? '';
    const page = await (await app.get(city.employee.accountId, one)).text();
    expect(page).toContain('Waktu kerja yang terpakai 7 jam; janji layanan 3 jam 30 menit.');
    expect(page).toContain('Melewati janji layanan 3 jam 30 menit.');
    expect(page).toContain('09.15–12.00, 13.00–16.00');
    expect((await app.get(city.colleague.accountId, list())).status).toBe(404);
    expect((await app.get(city.appraiser.accountId, one)).status).toBe(200);
  });

  it('are kept beside those of a later file, which brings what is new', async () => {
    const nip = await nipOf(city, city.employee.id);
    await record([[nip, '3/2026', 'Surat keterangan', '09-03-2026 09:15', '09-03-2026 10:00']]);
    expect((await value()).cases.map(({ id, end }) => [id, end])).toEqual([
      ['1/2026', '2026-03-03T09:15'],
      ['2/2026', '2026-03-02T11:00'],
      ['3/2026', '2026-03-09T10:00'],
    ]);
  });

  it('are contested by their times or by whose they are; accepted, they are counted anew', async () => {
    const html = await (await app.get(city.employee.accountId, list())).text();
    const one = /href="([^"]+)">1\/2026</.exec(html)?.[1] ?? '';
    const contest = async (fields: Record<string, string>) => {
      const page = await (await app.get(city.employee.accountId, one)).text();
      const recordId = /name="recordId" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? '';
      const id = newId();
      const answer = await app.post(city.employee.accountId, `${one}/contests`, {
        id,
        recordId,
        reason: 'Berkas baru lengkap esok paginya.',
        link: 'https://register.example/1',
        ...fields,
      });
      return { answer, path: `/a/${city.code}/contests/${id}` };
    };
    const wrong = await contest({ should: 'times', start: 'kemarin', end: '03-03-2026 09.15' });
    expect(wrong.answer.status).toBe(422);
    expect(await wrong.answer.text()).toContain('value="kemarin"');
    const times = await contest({ should: 'times', start: '03-03-2026 08.00', end: '03-03-2026 09.15' });
    expect(times.answer.status).toBe(303);
    const shown = await (await app.get(city.officer.accountId, times.path)).text();
    expect(shown).toContain('Waktu kerja yang terpakai 1 jam 15 menit');
    expect((await app.post(city.officer.accountId, `${times.path}/decision`, { act: 'accept' })).status).toBe(
      303,
    );
    expect((await value()).cases).toContainEqual(
      expect.objectContaining({ id: '1/2026', start: '2026-03-03T08:00' }),
    );
    const notMine = await contest({ should: 'not-mine' });
    await app.post(city.unitOfficer.accountId, `${notMine.path}/decision`, { act: 'accept' });
    expect((await value()).cases.map(({ id }) => id)).toEqual(['2/2026', '3/2026']);
    const after = await (await app.get(city.employee.accountId, list())).text();
    expect(after).toContain('Tidak dihitung');
    expect(after).toContain('100 % berkas selesai tepat waktu (2 dari 2)');
  });
});
