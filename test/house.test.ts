import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from './support/app.ts';
import { createCity } from './support/city.ts';
import { testDatabase } from './support/database.ts';

describe('the house', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const { get } = await testApp(test);

  it('shows nothing of an agency to nobody, and nothing of another agency to anybody', async () => {
    expect((await get(null, `/a/${city.code}`)).status).toBe(303);
    expect((await get(other.officer.accountId, `/a/${city.code}`)).status).toBe(404);
    expect((await get(city.officer.accountId, '/a/kota-tiada')).status).toBe(404);
  });

  it('sees no row of any agency before a transaction names one', async () => {
    const rows = await test.database.shared.selectFrom('people').select('id').execute();
    expect(rows).toEqual([]);
    const own = await city.db.read((tx) =>
      tx.db.selectFrom('people').select('agency_id').distinct().execute(),
    );
    expect(own).toEqual([{ agency_id: city.agencyId }]);
  });

  it('refuses to write a row for another agency', async () => {
    const attempt = city.db.write((tx) =>
      tx.db
        .insertInto('units')
        .values({ agency_id: other.agencyId, id: newId(), code: 'X', name: 'X', active_from: '2026-01-01' })
        .execute(),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('keeps the record unchangeable for the application', async () => {
    for (const table of ['audit_events', 'access_log', 'acts']) {
      const attempt = city.db.write((tx) =>
        sql`delete from ${sql.table(table)} where agency_id = ${tx.agencyId}`.execute(tx.db),
      );
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });

  it('serves pages with the headers that protect them', async () => {
    const response = await get(null, '/nowhere');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('Halaman tidak ditemukan');
  });
});
