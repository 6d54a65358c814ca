/** A city with its application, for tests of drafts; every draft begins from a scheme that comes with Tera. */
import { expect } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';

export async function draftStage(given?: TestDatabase) {
  const test = given ?? (await testDatabase());
  const app = await testApp(test);
  let serial = 0;

  async function city(): Promise<City> {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  }

  /** A draft as the officer starts it in the browser; its id. */
  async function start(made: City, fields: Record<string, string> = {}): Promise<string> {
    const id = newId();
    const response = await app.post(made.officer.accountId, `/a/${made.code}/scheme-drafts`, {
      id,
      base: 'empty',
      kind: 'new',
      schemeId: `skema-${id.slice(-6)}`,
      titleId: 'Skema percobaan',
      titleEn: 'Trial scheme',
      ...fields,
    });
    expect(response.status).toBe(303);
    return id;
  }

  const row = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('scheme_drafts')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );

  const save = (made: City, id: string, source: string, revision: number, account = made.officer.accountId) =>
    app.post(account, `/a/${made.code}/scheme-drafts/${id}/yaml`, {
      source,
      note: '',
      revision: String(revision),
    });

  const versions = (made: City) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('scheme_versions')
        .select(['scheme_id', 'version', 'decree', 'decided_on', 'draft_id', 'source'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('version')
        .execute(),
    );

  const eventTypes = async (made: City) => {
    const rows = await made.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .orderBy('at')
        .execute(),
    );
    return rows.map((each) => each.type);
  };

  return { test, ...app, city, start, row, save, versions, eventTypes };
}

export const DECREE = { decree: '800.1.4/123/2026', decidedOn: '2026-11-20', confirm: 'yes' };
