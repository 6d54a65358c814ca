/** A fresh city for each test of periods, with the application around it. */
import { expect } from 'vitest';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from './app.ts';
import { type City, createCity } from './city.ts';
import { testDatabase } from './database.ts';

/** What an officer fills in for a period. */
export const FIELDS = {
  name: 'Penilaian Kinerja 2027',
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  checkInEvery: 'quarter',
  scheme: 'permenpanrb-6-2022@1',
  distributionPolicy: 'advise',
};

/** An appraiser for everyone, as the officer would have confirmed them. */
export async function assignEverybody(tx: Tx, city: City): Promise<void> {
  const rows: [person: string, appraiser: string, superior: string | null][] = [
    [city.head.id, city.mayor.id, city.mayor.id],
    [city.appraiser.id, city.head.id, city.mayor.id],
    [city.employee.id, city.appraiser.id, city.head.id],
    [city.colleague.id, city.appraiser.id, city.head.id],
    [city.stranger.id, city.head.id, city.mayor.id],
    [city.officer.id, city.head.id, city.mayor.id],
    [city.unitOfficer.id, city.head.id, city.mayor.id],
    [city.auditor.id, city.head.id, city.mayor.id],
  ];
  await tx.db
    .insertInto('appraiser_assignments')
    .values(
      rows.map(([person_id, appraiser_id, superior_id]) => ({
        agency_id: tx.agencyId,
        id: newId(),
        person_id,
        appraiser_id,
        superior_id,
        source: 'officer',
        valid_from: '2024-01-01',
        created_at: tx.now,
      })),
    )
    .execute();
}

export async function periodStage() {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function city(): Promise<City> {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  }

  async function draft(made: City, fields: Record<string, string> = {}): Promise<string> {
    const id = newId();
    const response = await post(made.officer.accountId, `/a/${made.code}/periods`, {
      ...FIELDS,
      id,
      ...fields,
    });
    expect(response.status).toBe(303);
    return id;
  }

  const state = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('periods')
        .select('state')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const participants = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('participants')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('period_id', '=', id)
        .execute(),
    );
  return { get, post, city, draft, state, participants };
}
