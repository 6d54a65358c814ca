/** A city under a scheme that asks for certificates, with a course that its officer wrote by the pages themselves. */

import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';

export const SCHEME = 'jambi-adil-terbuka';
/** Items that the cases ask about, with the experts' level. */
export const EXPERT_LEVELS = {
  'mutuKerja.ketelitian': 'teladan',
  'mutuKerja.kegunaan': 'konsisten',
  'perilaku.akuntabel': 'konsisten',
  'perilaku.harmonis': 'belum-konsisten',
} as const;

export interface Course {
  readonly city: City;
  readonly base: string;
  readonly lessons: readonly string[];
  readonly cases: readonly string[];
}

export async function trainingStage() {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;

  async function city(): Promise<City> {
    serial += 1;
    const made = await createCity(test.database, `kota-latih-${serial}`);
    await adopt(made, shippedScheme(`kota-jambi/${SCHEME}`));
    await putUnder(made, SCHEME);
    return made;
  }

  const post = async (
    who: TestPerson,
    made: City,
    path: string,
    fields: Record<string, string | Blob> = {},
  ): Promise<Response> => app.post(who.accountId, `/a/${made.code}/training${path}`, fields);
  const get = (who: TestPerson | null, made: City, path = '') =>
    app.get(who?.accountId ?? null, `/a/${made.code}/training${path}`);
  const done = async (response: Promise<Response> | Response): Promise<Response> => {
    const answer = await response;
    if (answer.status !== 303) throw new Error(`${answer.status}: ${words(await answer.text())}`);
    return answer;
  };

  async function addCase(made: City, heading: string): Promise<string> {
    const id = newId();
    const material = `/material/${SCHEME}`;
    await done(
      post(made.officer, made, `${material}/cases`, {
        id,
        heading,
        situation: 'Seorang pegawai rekaan pada unit yang kekurangan tenaga.',
        'piece.0.on': '2026-02-01',
        'piece.0.source': 'Laporan',
        'piece.0.what': 'Laporan selesai tanpa kesalahan.',
        'piece.1.source': 'Notulen',
        'piece.1.what': 'Perselisihan dalam rapat.',
        'expert.0': 'Ahli rekaan, widyaiswara',
      }),
    );
    const ratings = Object.entries(EXPERT_LEVELS).flatMap(([item, level]) => [
      [`${item}.0.level`, level],
      [`${item}.0.reason`, `Karena bukti ${item}.`],
    ]);
    await done(
      post(made.officer, made, `${material}/cases/${id}/ratings`, {
        revision: '1',
        ...Object.fromEntries(ratings),
      }),
    );
    await done(post(made.officer, made, `${material}/cases/${id}/publication`));
    return id;
  }

  async function course(numberOfCases = 2): Promise<Course> {
    const made = await city();
    const lessons: string[] = [];
    for (const title of ['Bukti, bukan kesan', 'Empat jebakan']) {
      const id = newId();
      await done(
        post(made.officer, made, `/material/${SCHEME}/lessons`, {
          id,
          title,
          body: 'Satu gagasan.\n\n- contoh',
        }),
      );
      await done(post(made.officer, made, `/material/${SCHEME}/lessons/${id}/publication`));
      lessons.push(id);
    }
    const cases: string[] = [];
    for (let number = 1; number <= numberOfCases; number += 1)
      cases.push(await addCase(made, `Kasus ${number}`));
    return { city: made, base: `/courses/${SCHEME}`, lessons, cases };
  }

  async function readAll({ city: made, base, lessons }: Course, who: TestPerson): Promise<void> {
    for (const id of lessons) await done(post(who, made, `${base}/lessons/${id}/reading`));
  }

  /** Opens the next case; the id of the attempt. */
  async function begin({ city: made, base }: Course, who: TestPerson): Promise<string> {
    const answer = await done(post(who, made, `${base}/cases`));
    return answer.headers.get('location')?.split('/').at(-1) ?? '';
  }

  const send = (
    made: City,
    who: TestPerson,
    attempt: string,
    levels: Readonly<Record<string, string>>,
    revision = 1,
  ) =>
    post(who, made, `/cases/${attempt}/sending`, {
      revision: String(revision),
      ...Object.fromEntries(Object.entries(levels).map(([item, level]) => [`${item}.level`, level])),
    });

  async function pass(given: Course, who: TestPerson): Promise<void> {
    await readAll(given, who);
    for (const _ of given.cases) {
      const attempt = await begin(given, who);
      await done(send(given.city, who, attempt, EXPERT_LEVELS));
    }
  }

  const certificates = (made: City) =>
    made.db.read((tx) =>
      tx.db.selectFrom('training_certificates').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );
  const told = (made: City, personId: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['kind', 'path', 'parameters'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute(),
    );
  /** Moves the clock on by minutes from the moment tests begin at. */
  const later = (minutes: number) => test.setNow(new Date(TEST_NOW.getTime() + minutes * 60_000));

  return {
    test,
    app,
    city,
    course,
    addCase,
    readAll,
    begin,
    send,
    pass,
    certificates,
    told,
    get,
    post,
    done,
    later,
  };
}

export function words(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Answers of every role to the same question, by name of the role. */
export async function statuses(
  city: City,
  ask: (who: TestPerson | null) => Promise<Response>,
): Promise<Readonly<Record<string, number>>> {
  const roles = {
    nobody: null,
    employee: city.employee,
    unitOfficer: city.unitOfficer,
    auditor: city.auditor,
  };
  const found: Record<string, number> = {};
  for (const [name, who] of Object.entries(roles)) found[name] = (await ask(who)).status;
  return found;
}
