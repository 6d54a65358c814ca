/**
 * A clinic under Kupang's scheme, where five colleagues and five people outside are the fewest to be heard: everything
 * that an appraisal needs beside other voices, and no seal keys yet. What people do in pages is not done here.
 */
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { loadScheme } from '#app/schemes.ts';
import { measure, planInWords, realise } from '#features/evaluation/local/local.fixture.ts';
import { planComponent } from '#features/schemes/index.ts';
import { askingCity } from '#features/voices/asking/asking.fixture.ts';
import { askingTasks } from '#features/voices/asking/index.ts';
import { guestPath } from '#features/voices/form/code.ts';
import { questionsOf } from '#features/voices/form/questions.ts';
import { letterTasks } from '#features/voices/letters/tasks.ts';
import {
  type AnswerContent,
  giveAnswer,
  guestCodeOf,
  releaseDueRounds,
} from '#features/voices/sealed/index.ts';
import { TEST_VOICE_KEY, testApp } from '../../support/app.ts';
import { certify } from '../../support/certificates.ts';
import { testDatabase } from '../../support/database.ts';
import { withJobs } from '../../support/jobs.ts';
import { givePlan, samplePlan } from '../../support/plans.ts';

export const SCHEME = 'kupang-evaluasi';
/** Fewest colleagues and outsiders to ask, and fewest forms to be heard, as the scheme says. */
export const LEAST = 5;
const MOST_BYTES = 20_000;

export interface Asked {
  readonly id: string;
  readonly state: string;
  readonly voice: string;
  readonly raterId: string | null;
  readonly name: string;
  readonly account: string;
}

export async function voicesStage() {
  const test = await testDatabase();
  const app = await testApp(test);
  await withJobs(test, [
    ...askingTasks(schemeStore()),
    ...letterTasks({ key: TEST_VOICE_KEY, post: undefined }),
  ]);
  const city = await askingCity(test.database, 'kota-suara', {
    nurses: 9,
    keys: false,
    scheme: `kota-kupang/${SCHEME}`,
  });
  const participant = city.participants.employee;
  const plan = await givePlan(city.db, city, participant, planInWords(samplePlan()));
  await city.db.write(async (tx) => {
    await realise(tx, city, plan);
    await measure(tx, city, measuredOnly());
    await certify(tx, city.appraiser.id, SCHEME);
  });
  const base = `/a/${city.code}`;
  return {
    test,
    app,
    city,
    base,
    appraisal: `${base}/appraisals/${participant}`,
    round: `${base}/periods/${city.periodId}/voices`,
    /** Who is on the list about the employee, in one voice. */
    asked: (voice: string) => askedAbout(city, participant, voice),
    /** Address in the letter of an outsider. */
    linkOf: (requestId: string) => guestPath(city.code, guestCodeOf(TEST_VOICE_KEY, requestId)),
    give: (request: Asked, place: number, remark: string) =>
      city.db.write((tx) =>
        giveAnswer(tx, TEST_VOICE_KEY, {
          requestId: request.id,
          content: formOf(request.voice, place, remark),
        }),
      ),
    release: () => releaseDueRounds(city.db, { key: TEST_VOICE_KEY }),
    /** The appraiser's form, saved. */
    rate: async (more: Record<string, string>) => {
      const form = `${base}/appraisals/${participant}/evaluation`;
      const { accountId } = city.appraiser;
      const html = await (await app.get(accountId, form)).text();
      return app.post(accountId, `${form}/rating`, { ...filled(html), ...more });
    },
    /** Opens pages as a person without a browser and weighs what travels. */
    weigh: async (account: string | null, addresses: readonly string[]) => {
      for (const address of addresses) {
        const response = await app.get(account, address);
        expect([address, response.status]).toEqual([address, 200]);
        expect(gzipSync(await response.text()).length, address).toBeLessThan(MOST_BYTES);
      }
    },
  };
}

export type VoicesStage = Awaited<ReturnType<typeof voicesStage>>;

/** The scheme's example without the plan and without what people say about each other. */
function measuredOnly(): Record<string, unknown> {
  const compiled = loadScheme(SCHEME, 1);
  if (!compiled) throw new Error(`${SCHEME} is not shipped`);
  const plan = planComponent(compiled.scheme);
  return Object.fromEntries(
    Object.entries(compiled.example).filter(
      ([code, value]) => code !== plan && code !== 'official' && !Object.hasOwn(value as object, 'forms'),
    ),
  );
}

/** The second choice of every group, with words and a day wherever they may be asked for. */
function filled(html: string): Record<string, string> {
  const fields: Record<string, string> = { revision: /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '0' };
  const groups = Map.groupBy(
    html.matchAll(/<input type="radio"[^>]*name="([^"]+)" value="([^"]*)"/g),
    (match) => match[1] ?? '',
  );
  for (const [name, choices] of groups) fields[name] = choices[1]?.[2] ?? '';
  for (const [, name = ''] of html.matchAll(/<textarea [^>]*name="([^"]+)"/g))
    fields[name] = 'Teramati pada kejadian itu dan tercatat.';
  for (const [tag, name = ''] of html.matchAll(/<input [^>]*?name="([^"]+\.on)"[^>]*>/g))
    if (tag.includes('type="date"')) fields[name] = '2026-05-12';
  return fields;
}

/** A form with the level at this place in every question. */
function formOf(voice: string, place: number, remark: string): AnswerContent {
  const scheme = loadScheme(SCHEME, 1)?.scheme;
  if (!scheme) throw new Error(`${SCHEME} is not shipped`);
  const post = { positionKind: 'jf', positionLevel: 'ahli-pertama' };
  const questions = questionsOf({ scheme, voice: voice as 'colleague' | 'outsider', post, teams: [] });
  const parts = Map.groupBy(questions, ({ component }) => component);
  return {
    components: Object.fromEntries(
      [...parts].map(([component, items]) => [
        component,
        { items: Object.fromEntries(items.map(({ item, choices }) => [item, choices[place]?.code])) },
      ]),
    ),
    remarks: [{ item: '', body: remark }],
  };
}

async function askedAbout(
  city: Awaited<ReturnType<typeof askingCity>>,
  participantId: string,
  voice: string,
): Promise<readonly Asked[]> {
  const rows = await city.db.read((tx) =>
    tx.db
      .selectFrom('voice_requests as request')
      .innerJoin('voice_pools as pool', 'pool.id', 'request.pool_id')
      .leftJoin('people', 'people.id', 'request.rater_id')
      .select(['request.id', 'request.state', 'request.rater_id', 'request.guest_name', 'pool.voice'])
      .select(['people.name', 'people.account_id'])
      .where('request.agency_id', '=', tx.agencyId)
      .where('pool.participant_id', '=', participantId)
      .where('pool.voice', '=', voice)
      .where('request.state', 'in', ['proposed', 'asked', 'answered'])
      .orderBy('request.id')
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    voice: row.voice,
    raterId: row.rater_id,
    name: row.name ?? row.guest_name ?? '',
    account: row.account_id ?? '',
  }));
}
