import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { browserSession } from '../../../../test/support/browser-session.ts';
import { type City, createCity, type TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { createSigningPerson, createUninvitedPerson, PASSWORD } from '../../../../test/support/sign-in.ts';

describe('the officer’s invitations', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const path = `/a/${city.code}/people/invitations`;

  const newcomer = (unitId: string, name: string) =>
    city.db.write((tx) => createUninvitedPerson(tx, { unitId, name }));
  const print = (person: TestPerson | null, ...chosen: string[]) => {
    const body = new FormData();
    body.append('act', 'print');
    for (const id of chosen) body.append('person', id);
    const headers = { origin: 'http://tera.test', ...(person ? { 'x-test-account': person.accountId } : {}) };
    return app.app.request(`http://tera.test${path}`, { method: 'POST', body, headers });
  };

  const roles: readonly (readonly [string, (from: City) => TestPerson, number])[] = [
    ['officer', (from) => from.officer, 200],
    ['officer of a unit', (from) => from.unitOfficer, 200],
    ['employee', (from) => from.employee, 403],
    ['colleague', (from) => from.colleague, 403],
    ['appraiser', (from) => from.appraiser, 403],
    ['superior', (from) => from.head, 403],
    ['stranger', (from) => from.stranger, 403],
    ['auditor', (from) => from.auditor, 403],
    ['leader', (from) => from.mayor, 403],
  ];
  it.each(roles)('%s: sees and prints, or is refused', async (_, who, status) => {
    const id = await newcomer(city.units.clinic, 'Wahyu Hidayat');
    expect((await app.get(who(city).accountId, path)).status).toBe(status);
    expect((await print(who(city), id)).status).toBe(status);
    expect((await app.get(who(other).accountId, path)).status).toBe(404);
    expect((await print(who(other), id)).status).toBe(404);
  });

  it('is closed to nobody in particular', async () => {
    const id = await newcomer(city.units.clinic, 'Wahyu Hidayat');
    expect((await app.get(null, path)).status).toBe(303);
    expect((await print(null, id)).status).toBe(303);
  });

  it('prints one letter a person; the link in it opens the door', async () => {
    const ids = [
      await newcomer(city.units.clinic, 'Siti Rahayu'),
      await newcomer(city.units.schools, 'Agung Prasetyo'),
    ];
    const page = await (await print(city.officer, ...ids)).text();
    expect(page.match(/<article/g)).toHaveLength(2);
    expect(page.match(/<svg[^>]*role="img"/g)).toHaveLength(2);
    expect(page).toContain('Siti Rahayu');
    const links = [...page.matchAll(/>(http:\/\/tera\.test\/invitations\/[\w-]+)</g)].map(
      (each) => each[1] ?? '',
    );
    expect(links).toHaveLength(2);
    const visitor = browserSession(app);
    const address = links[1]?.replace('http://tera.test', '') ?? '';
    expect((await visitor.post(address, { password: PASSWORD, repeat: PASSWORD })).status).toBe(303);
  });

  it('of a unit reach the people of that unit only, and nobody who holds a role', async () => {
    const inside = await newcomer(city.units.clinic, 'Orang Dalam');
    const outside = await newcomer(city.units.schools, 'Orang Luar');
    const list = await (await app.get(city.unitOfficer.accountId, path)).text();
    expect(list).toContain('Orang Dalam');
    expect(list).not.toContain('Orang Luar');
    const foreignUnit = `${path}?unit=${city.units.schools}`;
    expect(await (await app.get(city.unitOfficer.accountId, foreignUnit)).text()).not.toContain('Orang Luar');
    const letters = await (await print(city.unitOfficer, inside, outside)).text();
    expect(letters.match(/<article/g)).toHaveLength(1);
    // The unit officer is in the unit and holds a role: not to be invited by a unit officer.
    expect((await print(city.unitOfficer, city.unitOfficer.id)).status).toBe(422);
    expect((await print(city.unitOfficer, city.mayor.id)).status).toBe(422);
    expect((await print(city.officer, city.unitOfficer.id)).status).toBe(200);
  });

  it('asks to choose somebody, and takes nobody of another agency', async () => {
    const nobody = await print(city.officer);
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('Belum ada yang dipilih');
    expect((await print(city.officer, other.employee.id)).status).toBe(422);
  });

  it('can be filtered by unit, standing and name', async () => {
    const id = await newcomer(city.units.schools, 'Bunga Melati');
    await print(city.officer, id);
    const shown = async (query: string) =>
      (await (await app.get(city.officer.accountId, `${path}?${query}`)).text()).includes('Bunga Melati');
    expect(await shown('standing=invited&q=melati')).toBe(true);
    expect(await shown('standing=without&q=melati')).toBe(false);
    expect(await shown(`unit=${city.units.schools}`)).toBe(true);
    expect(await shown(`unit=${city.units.health}`)).toBe(false);
    expect(await shown('q=%25')).toBe(false);
  });

  it('turn off a lost second step only when asked, and write it down', async () => {
    const person = await createSigningPerson(city.db);
    await city.db.write(async (tx) => {
      await tx.db
        .insertInto('placements')
        .values({
          agency_id: tx.agencyId,
          id: person.id,
          person_id: person.id,
          unit_id: city.units.clinic,
          kind: 'definitive',
          position_name: 'Perawat',
          position_kind: 'jf',
          is_head: false,
          valid_from: '2024-01-01',
        })
        .execute();
      await tx.db
        .updateTable('account_users')
        .set({ two_factor_enabled: true })
        .where('id', '=', person.accountId)
        .execute();
    });
    const isOn = () =>
      test.database.shared
        .selectFrom('account_users')
        .select('two_factor_enabled')
        .where('id', '=', person.accountId)
        .executeTakeFirstOrThrow()
        .then((row) => row.two_factor_enabled);
    await print(city.officer, person.id);
    expect(await isOn()).toBe(true);
    const fields = { act: 'print', person: person.id, removeSecondFactor: 'yes' };
    expect((await app.post(city.officer.accountId, path, fields)).status).toBe(200);
    expect(await isOn()).toBe(false);
    const event = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['actor_id', 'payload'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', person.id)
        .where('type', '=', 'account.second-factor-disabled')
        .executeTakeFirstOrThrow(),
    );
    expect(event).toEqual({ actor_id: city.officer.id, payload: { by: 'officer' } });
  });
});
