/** A city with four appraisals given, four people who may judge, and a meeting walked through by the real routes. */
import { newId } from '#platform/identifier.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { type City, createCity, createPerson, type TestPerson } from '../../../test/support/city.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { evaluationWalk, type Fields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';

export type CalibrationCity = City & {
  readonly at: (inside: string) => string;
  readonly judges: readonly TestPerson[];
};

let serial = 0;

/** Employee and colleague have results that are given; five judges work in the schools unit, outside the line. */
export async function calibrationCity(test: TestDatabase, app: TestApp): Promise<CalibrationCity> {
  serial += 1;
  const made = await createCity(test.database, `kota-kalibrasi-${serial}`);
  for (const participant of [made.participants.employee, made.participants.colleague]) {
    const plan = await givePlan(made.db, made, participant);
    await evaluationWalk(app, made, participant).given(plan);
  }
  const names = ['Tirta Anggara', 'Utami Larasati', 'Vino Bastari', 'Wulan Cahyani', 'Yoga Pradipta'];
  const judges = await made.db.write(async (tx) => {
    const people: TestPerson[] = [];
    for (const [index, name] of names.entries())
      people.push(
        await createPerson(tx, {
          account: `${made.code}:judge-${index}`,
          name,
          unitId: made.units.schools,
          post: 'Kepala Bidang',
          kind: 'administrator',
        }),
      );
    return people;
  });
  return { ...made, judges, at: (inside) => `/a/${made.code}${inside}` };
}

export async function done(response: Response): Promise<void> {
  if (response.status === 303) return;
  const words = (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  throw new Error(`${response.status}: ${words.slice(0, 2500)}`);
}

export const WHEN = { heldOn: '2099-03-02', startsAt: '09.00', place: 'Ruang rapat Sekda' } as const;

/** Called by the mayor, with both appraisals and the first judges; `upTo` says how far it goes. */
export async function meetingIn(
  app: TestApp,
  city: CalibrationCity,
  options: { readonly judges?: number; readonly started?: boolean; readonly accepted?: boolean } = {},
): Promise<string> {
  const { judges = 4, started = true, accepted = true } = options;
  const id = newId();
  const { mayor } = city;
  const post = (inside: string, fields: Fields = {}) =>
    app.post(mayor.accountId, city.at(`/calibration${inside}`), fields);
  await done(await post('', { id, periodId: city.periodId, unitId: city.units.health, ...WHEN }));
  await done(
    await post(`/${id}/agenda`, {
      [`choose-${city.participants.employee}`]: 'end',
      [`choose-${city.participants.colleague}`]: 'chosen',
    }),
  );
  const taking = city.judges.slice(0, judges);
  await done(
    await post(`/${id}/members`, Object.fromEntries(taking.map((judge) => [`member-${judge.id}`, 'yes']))),
  );
  if (!started) return id;
  await done(await post(`/${id}/invitations`));
  if (accepted)
    for (const judge of taking)
      await done(
        await app.post(judge.accountId, city.at(`/calibration/${id}/invitation`), { answer: 'accept' }),
      );
  return id;
}

/** The item of a participant. */
export async function itemIn(city: City, meetingId: string, participantId: string): Promise<string> {
  const row = await city.db.read((tx) =>
    tx.db
      .selectFrom('calibration_items')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('meeting_id', '=', meetingId)
      .where('participant_id', '=', participantId)
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

export const SAID: Fields = {
  revision: '0',
  'results-rating': 'meets',
  'behaviour-rating': 'meets',
  reason: 'Target tercapai, buktinya lengkap.',
  step: 'submit',
};

export function judge(
  app: TestApp,
  city: CalibrationCity,
  who: { readonly accountId: string },
  ids: { readonly meeting: string; readonly item: string },
  fields: Fields = {},
): Promise<Response> {
  const path = city.at(`/calibration/${ids.meeting}/items/${ids.item}/judgement`);
  return app.post(who.accountId, path, { ...SAID, ...fields });
}

/** Judged by the first three and opened by the mayor; returns the item. */
export async function openedIn(app: TestApp, city: CalibrationCity, meeting: string): Promise<string> {
  const item = await itemIn(city, meeting, city.participants.employee);
  for (const each of city.judges.slice(0, 3)) await done(await judge(app, city, each, { meeting, item }));
  await done(await app.post(city.mayor.accountId, city.at(`/calibration/${meeting}/items/${item}/opening`)));
  return item;
}

export const RETURNED: Fields = {
  kind: 'evidence',
  reason: 'Dua laporan triwulan tidak dibaca.',
  dueOn: '2099-03-10',
};
