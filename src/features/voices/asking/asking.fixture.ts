/** A city whose clinic has enough people for other voices to be heard, with both seal keys; invented throughout. */
import type { Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createCity, createPerson, type TestPerson } from '../../../../test/support/city.ts';
import { adopt, putUnder, shippedScheme } from '../../../../test/support/schemes.ts';
import { actorFor, VOICED_SCHEME } from '../../../../test/support/voices.ts';
import { makeKey } from '../sealed/index.ts';

export interface AskingCity extends City {
  /** Nurses of the clinic, appraised by its head, beside `employee` and `colleague`. */
  readonly nurses: readonly (TestPerson & { readonly participantId: string })[];
}

const FIRST = [
  'Ani',
  'Bagas',
  'Citra',
  'Doni',
  'Eka',
  'Fajar',
  'Gita',
  'Hadi',
  'Intan',
  'Joko',
  'Kiki',
  'Lina',
];

export async function askingCity(
  database: Database,
  code: string,
  options: { readonly nurses?: number; readonly keys?: boolean; readonly scheme?: string } = {},
): Promise<AskingCity> {
  const { nurses: count = 6, keys = true, scheme = `kota-sawahlunto/${VOICED_SCHEME}` } = options;
  const city = await createCity(database, code);
  await adopt(city, shippedScheme(scheme));
  const nurses = await city.db.write(async (tx) => {
    const made: (TestPerson & { participantId: string })[] = [];
    for (let index = 0; index < count; index += 1) made.push(await addNurse(tx, city, index));
    return made;
  });
  await putUnder(city, scheme.split('/')[1] ?? '');
  if (keys) await makeKeys(city);
  return { ...city, nurses };
}

async function addNurse(tx: Tx, city: City, index: number) {
  const person = await createPerson(tx, {
    account: `${city.code}:nurse-${index}`,
    name: `${FIRST[index % FIRST.length]} Perawat ${index + 1}`,
    unitId: city.units.clinic,
    post: 'Perawat Terampil',
    kind: 'jf',
  });
  const participantId = newId();
  await tx.db
    .insertInto('participants')
    .values({
      agency_id: tx.agencyId,
      id: participantId,
      period_id: city.periodId,
      person_id: person.id,
      placement_id: person.placementId,
      unit_id: city.units.clinic,
      appraiser_id: city.appraiser.id,
      superior_id: city.head.id,
      starts_on: '2026-01-01',
      ends_on: '2026-12-31',
      state: 'active',
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      created_at: tx.now,
    })
    .execute();
  return { ...person, participantId };
}

export async function makeKeys(city: City): Promise<void> {
  await city.db.write(async (tx) => {
    await makeKey(tx, actorFor(city.auditor, { isAuditor: true }), { id: newId(), holder: 'auditor' });
    await makeKey(tx, actorFor(city.officer, { officer: { kind: 'agency' } }), {
      id: newId(),
      holder: 'officer',
    });
  });
}

export const officerOf = (city: City) => actorFor(city.officer, { officer: { kind: 'agency' } });
