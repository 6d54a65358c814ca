import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';

const NATIONAL = '/schemes/permenpanrb-6-2022/1';
const OLD = '/schemes/pp-30-2019/1';
const ROLES = [
  'employee',
  'colleague',
  'appraiser',
  'head',
  'officer',
  'unitOfficer',
  'auditor',
  'mayor',
  'stranger',
] as const;

/** The national scheme under a name of the agency's own, as a local one would be adopted: only the title differs. */
function localSource(id: string): string {
  const national = readFileSync('schemes/nasional/pp-30-2019/v1/scheme.yaml', 'utf8');
  return national
    .replace('id: pp-30-2019', `id: ${id}`)
    .replace('id: Penilaian Kinerja PNS (PP 30/2019)', 'id: Skema Uji');
}

describe('schemes to read', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const path = (inside: string, code = city.code) => `/a/${code}${inside}`;
  const drafts = { draft: newId(), discussion: newId(), dropped: newId() };

  beforeAll(() =>
    city.db.write(async (tx) => {
      await tx.db
        .insertInto('scheme_versions')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          scheme_id: 'skema-uji',
          version: 1,
          source: localSource('skema-uji'),
          title: '{}',
          decree: 'Keputusan Wali Kota Nomor 7 Tahun 2026',
          decided_on: '2026-01-05',
          adopted_by: city.officer.id,
          adopted_at: tx.now,
        })
        .execute();
      for (const [state, id] of Object.entries(drafts))
        await tx.db
          .insertInto('scheme_drafts')
          .values({
            agency_id: tx.agencyId,
            id,
            scheme_id: 'skema-uji',
            version: 2,
            title: `Rancangan ${state}`,
            source: localSource('skema-uji'),
            revision: 1,
            state,
            created_by: city.officer.id,
            created_at: tx.now,
            updated_by: city.officer.id,
            updated_at: tx.now,
          })
          .execute();
    }),
  );

  const textOf = async (who: keyof City & (typeof ROLES)[number], inside: string) =>
    (await app.get(city[who].accountId, path(inside))).text();

  it.each(ROLES)('are open to the %s of the agency', async (role) => {
    for (const inside of [
      '/schemes',
      `${NATIONAL}/source.yaml`,
      `${NATIONAL}/evidence.json`,
      `${OLD}/compare/permenpanrb-6-2022/1`,
      '/schemes/skema-uji/1/source.yaml',
    ])
      expect((await app.get(city[role].accountId, path(inside))).status, inside).toBe(200);
  });

  it('are closed to nobody and to another agency', async () => {
    for (const inside of ['/schemes', `${NATIONAL}/source.yaml`]) {
      expect((await app.get(null, path(inside))).status).toBe(303);
      expect((await app.get(other.officer.accountId, path(inside))).status).toBe(404);
    }
    // A version that one agency adopted is not there for another, under its own address either.
    const own = path('/schemes/skema-uji/1/source.yaml', other.code);
    expect((await app.get(other.officer.accountId, own)).status).toBe(404);
    expect(
      (await app.get(other.employee.accountId, path(`${NATIONAL}/source.yaml`, other.code))).status,
    ).toBe(200);
  });

  it.each([
    ['/schemes/tidak-ada/1/source.yaml'],
    ['/schemes/permenpanrb-6-2022/9/source.yaml'],
    ['/schemes/permenpanrb-6-2022/0/source.yaml'],
    ['/schemes/permenpanrb-6-2022/1.0/source.yaml'],
    ['/schemes/constructor/1/evidence.json'],
    [`${NATIONAL}/compare/tidak-ada/1`],
    [`${NATIONAL}/comparison?with=`],
  ])('are not there at %s', async (inside) => {
    expect((await app.get(city.officer.accountId, path(inside))).status).toBe(404);
  });

  it('are listed by what they are to the agency, with the decree and the periods that use them', async () => {
    const list = await textOf('employee', '/schemes');
    expect(list).toContain('Pengelolaan Kinerja Pegawai ASN');
    expect(list).toContain('Keputusan Wali Kota Nomor 7 Tahun 2026, 5 Januari 2026');
    expect(list.indexOf('Skema nasional')).toBeLessThan(list.indexOf('Skema instansi ini'));
    const national = list.slice(list.indexOf('Pengelolaan Kinerja Pegawai ASN'));
    expect(national).toMatch(/Dipakai/);
    expect((await app.get(other.employee.accountId, path('/schemes', other.code))).status).toBe(200);
    expect(
      await (await app.get(other.employee.accountId, path('/schemes', other.code))).text(),
    ).not.toContain('Skema Uji');
  });

  it('are found by the name of a component in either language', async () => {
    const found = await textOf('employee', '/schemes?search=work+plan+score');
    expect(found).toContain('Penilaian Kinerja PNS (PP 30/2019)');
    expect(found).not.toContain('Pengelolaan Kinerja Pegawai ASN');
    expect(await textOf('employee', '/schemes?search=tidak-mungkin-ada')).toContain(
      'Tidak ada skema yang cocok',
    );
  });

  it('shows drafts only to whoever may know of them', async () => {
    const seen = async (role: (typeof ROLES)[number]) => {
      const list = await textOf(role, '/schemes');
      return ['draft', 'discussion', 'dropped'].filter((state) => list.includes(`Rancangan ${state}`));
    };
    for (const role of ['employee', 'appraiser', 'head', 'stranger'] as const)
      expect(await seen(role), role).toEqual(['discussion']);
    for (const role of ['officer', 'unitOfficer', 'auditor', 'mayor'] as const)
      expect(await seen(role), role).toEqual(['draft', 'discussion']);
  });

  it('gives the file as its author wrote it', async () => {
    const response = await app.get(city.employee.accountId, path(`${NATIONAL}/source.yaml`));
    expect(response.headers.get('content-disposition')).toContain('permenpanrb-6-2022-v1.yaml');
    expect(await response.text()).toBe(
      readFileSync('schemes/nasional/permenpanrb-6-2022/v1/scheme.yaml', 'utf8'),
    );
    expect(await textOf('employee', '/schemes/skema-uji/1/source.yaml')).toBe(localSource('skema-uji'));
  });

  it('gives the JSON Schema of the evidence', async () => {
    const response = await app.get(city.employee.accountId, path(`${NATIONAL}/evidence.json`));
    expect(response.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(await response.json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { results: {}, behaviour: {} },
    });
  });

  it('compares two, the older version first, and shows on request only what changes a result', async () => {
    const chosen = await app.get(city.employee.accountId, path(`${NATIONAL}/comparison?with=pp-30-2019%401`));
    expect(chosen.headers.get('location')).toBe(path(`${NATIONAL}/compare/pp-30-2019/1`));
    const all = await textOf('employee', `${OLD}/compare/skema-uji/1`);
    expect(all).toContain('Skema Uji');
    expect(all).toContain('tidak satu pun mengubah hasil');
    const results = await textOf('employee', `${OLD}/compare/skema-uji/1?show=result`);
    expect(results).toContain('Tidak ada perubahan yang cocok');
    expect(await textOf('employee', `${OLD}/compare/pp-30-2019/1`)).toContain('Kedua versi sama');
  });
});
