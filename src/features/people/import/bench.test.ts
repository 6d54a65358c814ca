import { expect, test } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { measureImport } from './bench.ts';

const { database } = await testDatabase();

test('the measure imports what it says, and a second time nothing', async () => {
  const id = newId();
  const row = {
    id,
    code: 'ukur',
    name: 'Ukur',
    zone: 'Asia/Jakarta',
    settings: '{}',
    created_at: new Date(),
  };
  await database.shared.insertInto('agencies').values(row).execute();
  const size = Number(process.env.IMPORT_BENCH ?? 1000);
  const measure = await measureImport(database.forAgency(id), size);
  if (process.env.IMPORT_BENCH) console.log(measure);
  expect(measure).toMatchObject({ people: size * 0.99, refused: size * 0.01 });
  expect(measure.againSeconds).toBeLessThan(measure.firstSeconds);
});
