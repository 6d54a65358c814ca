import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';

const test = await testDatabase();
const other = await createCity(test.database, 'kota-lain');
const app = await testApp(test);

describe('roles', () => {
  let own: City;
  const inOwn = (path: string) => `/a/${own.code}${path}`;
  const officers = () =>
    own.db.read((tx) =>
      tx.db
        .selectFrom('role_grants')
        .select(['id', 'person_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('role', '=', 'officer')
        .where('unit_id', 'is', null)
        .where('revoked_at', 'is', null)
        .execute(),
    );
  beforeAll(async () => {
    own = await createCity(test.database, 'kota-peran');
  });

  it('are granted once and refused with a reason', async () => {
    const grant = (fields: Record<string, string>) =>
      app.post(own.officer.accountId, inOwn('/roles'), fields);
    const form = { id: newId(), role: 'officer', personId: own.head.id, scope: 'agency' };
    const clicks = await Promise.all([grant(form), grant(form)]);
    expect(clicks.map((each) => each.status)).toEqual([303, 303]);
    expect(await officers()).toHaveLength(2);
    expect((await grant({ ...form, id: newId() })).status).toBe(422);
    expect((await grant({ ...form, id: newId(), role: 'auditor', scope: 'unit' })).status).toBe(422);
    expect((await grant({ ...form, id: newId(), role: 'leader', scope: 'unit' })).status).toBe(422);
    expect((await grant({ ...form, id: newId(), personId: other.head.id })).status).toBe(422);
    expect((await app.get(own.head.accountId, inOwn('/roles'))).status).toBe(200);
  });

  it('never leave the agency without an officer, though two revoke each other at once', async () => {
    const [one, two] = await officers();
    const revoke = (account: string, id: string | undefined) =>
      app.post(account, inOwn(`/roles/${id}/revocation`));
    const answers = await Promise.all([
      revoke(own.officer.accountId, one?.id),
      revoke(own.officer.accountId, two?.id),
    ]);
    // The loser is refused in words, or has lost the role already.
    expect(answers.filter((each) => each.status === 303)).toHaveLength(1);
    const left = await officers();
    expect(left).toHaveLength(1);
    const last = left[0]?.person_id === own.head.id ? own.head : own.officer;
    const refused = await revoke(last.accountId, left[0]?.id);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('pengelola terakhir');
    expect(await officers()).toHaveLength(1);
  });
});
