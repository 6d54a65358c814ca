/** The unit's own predicate: who fixes it, what is counted, what the pattern says. SE MenPANRB 3/2023. */
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk, type Fields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { distributionOf, unitEvaluations } from './distribution.ts';

describe("a unit's evaluation", async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const other = await createCity(test.database, 'kota-lain');
  let serial = 0;
  const prepare = async () => {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  };
  const page = (city: City, unit: keyof City['units']) =>
    `/a/${city.code}/organisation/units/${city.units[unit]}`;
  const fix = (city: City, account: string | null, unit: keyof City['units'], fields: Fields = {}) =>
    app.post(account, `${page(city, unit)}/evaluations`, {
      periodId: city.periodId,
      evaluationId: newId(),
      seenId: '',
      predicate: 'baik',
      reason: 'Perjanjian kinerja tercapai.',
      ...fields,
    });
  const decisions = (city: City, unit: keyof City['units']) =>
    city.db.read((tx) => unitEvaluations(tx, city.periodId, city.units[unit]));
  const rate = async (city: City) => {
    for (const participantId of [city.participants.employee, city.participants.colleague]) {
      const plan = await givePlan(city.db, city, participantId);
      await evaluationWalk(app, city, participantId).ratified(plan);
    }
  };

  it('is read by those who stand above or beside the unit, and by nobody else', async () => {
    const city = await prepare();
    const readers = ['appraiser', 'head', 'mayor', 'officer', 'unitOfficer', 'auditor'] as const;
    for (const role of readers)
      expect((await app.get(city[role].accountId, page(city, 'clinic'))).status, role).toBe(200);
    for (const role of ['employee', 'colleague', 'stranger'] as const)
      expect((await app.get(city[role].accountId, page(city, 'clinic'))).status, role).toBe(404);
    expect((await app.get(other.mayor.accountId, page(city, 'clinic'))).status).toBe(404);
    expect((await app.get(null, page(city, 'clinic'))).status).toBe(303);
    expect((await app.get(city.mayor.accountId, `${page(city, 'clinic')}?period=${newId()}`)).status).toBe(
      404,
    );
  });

  it('is fixed one level up: by a leader over it or by who appraises its head, never by its head', async () => {
    const city = await prepare();
    for (const role of ['appraiser', 'officer', 'unitOfficer', 'auditor'] as const)
      expect((await fix(city, city[role].accountId, 'clinic')).status, role).toBe(403);
    for (const role of ['employee', 'colleague', 'stranger'] as const)
      expect((await fix(city, city[role].accountId, 'clinic')).status, role).toBe(404);
    expect((await fix(city, other.mayor.accountId, 'clinic')).status).toBe(404);
    expect((await fix(city, null, 'clinic')).status).toBe(303);
    expect(await decisions(city, 'clinic')).toEqual([]);
    expect((await fix(city, city.head.accountId, 'clinic')).status).toBe(303);
    expect((await fix(city, city.head.accountId, 'health')).status).toBe(403);
    expect((await fix(city, city.mayor.accountId, 'health')).status).toBe(303);
  });

  it('keeps every decision, and takes one of two that race', async () => {
    const city = await prepare();
    const id = newId();
    await fix(city, city.head.accountId, 'clinic', { evaluationId: id });
    expect((await fix(city, city.head.accountId, 'clinic', { evaluationId: id })).status).toBe(303);
    expect((await fix(city, city.mayor.accountId, 'clinic')).status).toBe(409);
    const seen = { seenId: id, predicate: 'istimewa' };
    const raced = await Promise.all([
      fix(city, city.head.accountId, 'clinic', seen),
      fix(city, city.mayor.accountId, 'clinic', seen),
    ]);
    expect(raced.map((response) => response.status).sort()).toEqual([303, 409]);
    const all = await decisions(city, 'clinic');
    expect(all.map((each) => [each.predicate, each.supersededAt === null])).toEqual([
      ['istimewa', true],
      ['baik', false],
    ]);
  });

  it('counts everybody below the unit, rated or not', async () => {
    const city = await prepare();
    await rate(city);
    const count = (unit: keyof City['units'], ...more: (keyof City['units'])[]) =>
      city.db.read((tx) =>
        distributionOf(
          tx,
          city.periodId,
          [unit, ...more].map((each) => city.units[each]),
        ),
      );
    expect(await count('clinic')).toMatchObject({
      population: 3,
      rated: 2,
      ratified: 2,
      counts: { baik: 2 },
    });
    expect(await count('health', 'clinic')).toMatchObject({ population: 4, rated: 2 });
    expect(await count('schools')).toMatchObject({ population: 1, rated: 0, counts: { baik: 0 } });
  });

  it('warns of a distribution that departs from the pattern and says that small units cannot meet it', async () => {
    const city = await prepare();
    await rate(city);
    await fix(city, city.head.accountId, 'clinic');
    const shown = await (await app.get(city.appraiser.accountId, page(city, 'clinic'))).text();
    expect(shown).toContain('Sebaran tidak sesuai dengan pola untuk predikat Baik');
    expect(shown).toContain('Baik paling banyak 70 %; sekarang 2 dari 2 orang.');
    expect(shown).toContain('persentase tidak dapat dipenuhi secara harfiah');
  });

  it('asks for a written reason where the agency requires one', async () => {
    const city = await prepare();
    await rate(city);
    await city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ distribution_policy: 'reason' })
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    const refused = await fix(city, city.head.accountId, 'clinic', { reason: 'Alasan yang sudah diketik.' });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain('Sebaran tidak sesuai dengan pola. Tuliskan alasannya');
    expect(shown).toContain('Alasan yang sudah diketik.');
    const reason = { distributionReason: 'Hanya tiga pegawai, semua bekerja sesuai ekspektasi.' };
    expect((await fix(city, city.head.accountId, 'clinic', reason)).status).toBe(303);
  });
});
