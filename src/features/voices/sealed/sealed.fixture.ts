/** A city in which some people are asked about the employee, for tests of what becomes of their forms. */
import { createCity, createPerson, type TestPerson } from '../../../../test/support/city.ts';
import { TEST_NOW, type TestDatabase } from '../../../../test/support/database.ts';
import { voiceStage } from '../../../../test/support/voices.ts';

export function sealedStage(test: TestDatabase) {
  let serial = 0;

  async function stage(raters: number, more: { readonly voice?: string; readonly least?: number } = {}) {
    serial += 1;
    test.setNow(TEST_NOW);
    const city = await createCity(test.database, `kota-suara-${serial}`);
    const voices = await voiceStage(city);
    const people: TestPerson[] = [];
    for (let index = 0; index < raters; index += 1)
      people.push(
        await city.db.write((tx) =>
          createPerson(tx, {
            account: `${city.code}:rekan-${index}`,
            name: `Rekan Nomor ${index}`,
            unitId: city.units.clinic,
            post: 'Perawat Terampil',
            kind: 'jf',
          }),
        ),
      );
    const requests = await voices.ask(
      city.participants.employee,
      more.voice ?? 'colleague',
      people,
      more.least,
    );
    const rows = (table: string) =>
      test.owner
        .query<Record<string, unknown>>(`select *, xmin::text as xmin from ${table} where agency_id = $1`, [
          city.agencyId,
        ])
        .then((found) => found.rows);
    return { city, voices, people, requests, rows };
  }

  return stage;
}
