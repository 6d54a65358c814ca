/** A city under a scheme with measured components, and an officer who uploads files to it. */
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';
import { currentMeasurements } from './index.ts';

export async function measurementStage() {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;

  async function prepared(): Promise<City> {
    serial += 1;
    const city = await createCity(test.database, `kota-ukur-${serial}`);
    await adopt(city, shippedScheme('kota-sawahlunto/sawahlunto-kinerja'));
    await putUnder(city, 'sawahlunto-kinerja');
    return city;
  }

  const pathOf = (city: City, component: string) =>
    `/a/${city.code}/periods/${city.periodId}/measurements/sawahlunto-kinerja/1/${component}`;
  const nipOf = async (city: City, personId: string) =>
    (
      await city.db.read((tx) =>
        tx.db
          .selectFrom('people')
          .select('nip')
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', personId)
          .executeTakeFirstOrThrow(),
      )
    ).nip ?? '';
  const csv = (rows: readonly (readonly string[])[]) =>
    new File([rows.map((row) => row.join(';')).join('\n')], 'presensi.csv', { type: 'text/csv' });
  const measured = async (city: City, component: string) =>
    (await city.db.read((tx) => currentMeasurements(tx, city.participants.employee))).get(component)?.value;
  const upload = async (city: City, component: string, file: File, account = city.officer.accountId) => {
    const id = newId();
    const answer = await app.post(account, `${pathOf(city, component)}/files`, { id, file });
    return { id, answer, path: `${pathOf(city, component)}/files/${id}` };
  };
  return { test, app, prepared, pathOf, nipOf, csv, measured, upload };
}
