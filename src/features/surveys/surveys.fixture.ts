/** A city with a counter by token and an open one, a round that runs, and the nightly work at hand. */
import { randomUUID } from 'node:crypto';
import { newId } from '#platform/identifier.ts';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { closeSurveyDays } from './release/job.ts';

/** The tests' first day in Jakarta. */
export const TODAY = '2026-11-23';
export const GOOD = { u1: 3, u2: 4, u3: 3, u4: 4, u5: 3, u6: 4, u7: 4, u8: 3, u9: 3 } as const;
export type Answers = Readonly<Record<keyof typeof GOOD, number>>;

export interface SurveyPlace {
  readonly city: City;
  /** At the clinic, by token. */
  readonly desk: string;
  /** At the clinic, open. */
  readonly hall: string;
  readonly roundId: string;
  readonly codes: { readonly desk: string; readonly hall: string };
}

export async function surveyStage() {
  const test = await testDatabase();
  const app = await testApp(test, { trustProxy: true });
  let serial = 0;

  const officer = (place: City) => place.officer.accountId;
  const post = async (city: City, path: string, fields: Record<string, string>, account = officer(city)) =>
    app.post(account, `/a/${city.code}${path}`, fields);

  async function addCounter(city: City, name: string, mode: 'token' | 'open', unit = city.units.clinic) {
    const id = newId();
    const fields = { id, name, service: 'Pendaftaran', unit, mode, activeFrom: '2026-01-01' };
    const answer = await post(city, '/surveys/counters', fields);
    if (answer.status !== 303) throw new Error(`counter: ${answer.status} ${await answer.text()}`);
    return id;
  }

  async function addRound(city: City, counters: readonly string[], more: Record<string, string> = {}) {
    const id = newId();
    const fields = {
      id,
      name: 'SKM Semester II',
      unit: city.units.health,
      startsOn: TODAY,
      endsOn: '2026-12-31',
      asksProfile: 'yes',
      asksWords: 'yes',
      least: '5',
      ...Object.fromEntries(counters.map((counter) => [`counter-${counter}`, 'yes'])),
      ...more,
    };
    const answer = await post(city, '/surveys/rounds', fields);
    if (answer.status !== 303) throw new Error(`round: ${answer.status} ${await answer.text()}`);
    return id;
  }

  /** A city whose round has been opened, with both counters in it. */
  async function prepared(more: Record<string, string> = {}): Promise<SurveyPlace> {
    serial += 1;
    const city = await createCity(test.database, `kota-survei-${serial}`);
    const desk = await addCounter(city, 'Loket Pendaftaran', 'token');
    const hall = await addCounter(city, 'Ruang Tunggu', 'open');
    const roundId = await addRound(city, [desk, hall], more);
    const opened = await post(city, `/surveys/rounds/${roundId}/opening`, {});
    if (opened.status !== 303) throw new Error(`opening: ${opened.status} ${await opened.text()}`);
    const code = async (id: string) =>
      (
        await city.db.read((tx) =>
          tx.db
            .selectFrom('survey_counters')
            .select('code')
            .where('agency_id', '=', tx.agencyId)
            .where('id', '=', id)
            .executeTakeFirstOrThrow(),
        )
      ).code;
    return { city, desk, hall, roundId, codes: { desk: await code(desk), hall: await code(hall) } };
  }

  /** Codes of so many new tokens at the desk. */
  async function tokens({ city, roundId, desk }: SurveyPlace, count: number): Promise<readonly string[]> {
    const id = newId();
    await post(city, `/surveys/rounds/${roundId}/tokens/${desk}`, { id, count: String(count) });
    const rows = await city.db.read((tx) =>
      tx.db
        .selectFrom('survey_tokens')
        .select('code')
        .where('agency_id', '=', tx.agencyId)
        .where('block_id', '=', id)
        .orderBy('number')
        .execute(),
    );
    return rows.map((row) => row.code);
  }

  const fieldsOf = (answers: Answers, more: Record<string, string> = {}) => ({
    id: randomUUID(),
    at: '9',
    go: 'send',
    ...Object.fromEntries(Object.entries(answers).map(([code, value]) => [code, String(value)])),
    ...more,
  });

  /** Sends an answer as nobody, from an address of its own. */
  async function send(
    { city }: SurveyPlace,
    code: string,
    answers: Answers = GOOD,
    more: Record<string, string> = {},
    address = `203.0.113.${Math.floor(Math.random() * 250)}`,
  ) {
    return app.post(null, `/s/${city.code}/${code}`, fieldsOf(answers, more), {
      'x-forwarded-for': address,
    });
  }

  /** The nightly work, as if the day had come. */
  const night = (city: City, day: string) => closeSurveyDays(city.db, day);

  return { test, app, prepared, addCounter, addRound, tokens, fieldsOf, send, night, post };
}

export type SurveyStage = Awaited<ReturnType<typeof surveyStage>>;
export type { TestApp };
