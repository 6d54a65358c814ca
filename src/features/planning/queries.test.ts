import { describe, expect, it } from 'vitest';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { agreedContent, agreedContents, findPlan } from './queries.ts';

describe('reading plans', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');

  it('gives the plan and its agreed content, and nothing to another agency', async () => {
    const id = city.participants.employee;
    const content = await givePlan(city.db, city, id);
    const read = await city.db.read(async (tx) => ({
      plan: await findPlan(tx, id),
      agreed: await agreedContent(tx, id),
      many: await agreedContents(tx, [id, city.participants.colleague]),
    }));
    expect(read.plan).toMatchObject({ state: 'agreed', version: 1, revision: 1, content });
    expect(read.agreed).toMatchObject({ version: 1, content, agreedBy: city.appraiser.id });
    expect([...read.many.keys()]).toEqual([id]);
    expect(await other.db.read((tx) => findPlan(tx, id))).toBeUndefined();
    expect(await other.db.read((tx) => agreedContent(tx, id))).toBeNull();
  });

  it('says what is not there', async () => {
    const id = city.participants.colleague;
    expect(await city.db.read((tx) => findPlan(tx, id))).toBeUndefined();
    expect(await city.db.read((tx) => agreedContent(tx, id))).toBeNull();
    expect(await city.db.read((tx) => findPlan(tx, 'not-an-id'))).toBeUndefined();
  });
});
