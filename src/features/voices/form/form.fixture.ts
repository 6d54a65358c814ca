/** A city whose clinic nurse is asked about: colleagues, subordinates, outsiders, with keys and a round that is open. */
import { expect } from 'vitest';
import { type Actor, NO_SCOPE, WHOLE_AGENCY } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { TEST_VOICE_KEY, type TestApp, testApp } from '../../../../test/support/app.ts';
import { type City, createCity, createPerson, type TestPerson } from '../../../../test/support/city.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';
import { adopt, putUnder, shippedScheme } from '../../../../test/support/schemes.ts';
import { guestCodeOf, makeKey } from '../sealed/index.ts';
import { guestHash, guestPath } from './code.ts';

/** The last day of the round; tests run on 21 November 2026. */
export const CLOSES_ON = '2026-12-05';

export interface FormStage {
  readonly test: TestDatabase;
  readonly app: TestApp;
  readonly city: City;
  readonly roundId: string;
  /** Asks somebody about a participant; the pool is made when it is not there. Returns the id of the request. */
  ask(who: TestPerson | string, about: string, voice: string, more?: Asking): Promise<string>;
  /** Asks a guest about the employee; returns the address of the form. */
  askGuest(name: string, voice?: string): Promise<{ readonly id: string; readonly path: string }>;
  /** One more person of the clinic. */
  person(name: string): Promise<TestPerson>;
  rows(
    table: 'voice_answers' | 'voice_drafts' | 'voice_statements' | 'acts' | 'audit_events',
  ): Promise<number>;
  stateOf(requestId: string): Promise<string>;
}

interface Asking {
  readonly id?: string;
  readonly state?: string;
  readonly guestName?: string;
  readonly tokenHash?: string;
}

const NAMED = ['appraiser-superior', 'team-lead'];

export async function formStage(
  scheme = 'kota-kupang/kupang-evaluasi',
  code = 'kota-contoh',
): Promise<FormStage> {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, code);
  await adopt(city, shippedScheme(scheme));
  await putUnder(city, scheme.split('/')[1] ?? '');
  const roundId = await city.db.write(async (tx) => {
    await makeKeys(tx, city);
    return openRound(tx, city);
  });
  return stageAround(test, app, city, roundId);
}

function stageAround(test: TestDatabase, app: TestApp, city: City, roundId: string): FormStage {
  const ask: FormStage['ask'] = (who, about, voice, more = {}) =>
    city.db.write(async (tx) => {
      const id = more.id ?? newId();
      await tx.db
        .insertInto('voice_requests')
        .values({
          agency_id: tx.agencyId,
          id,
          pool_id: await poolOf(tx, roundId, about, voice),
          rater_id: typeof who === 'string' ? null : who.id,
          guest_name: typeof who === 'string' ? who : null,
          token_hash: more.tokenHash ?? null,
          source: 'proposal',
          state: more.state ?? 'asked',
          created_at: tx.now,
          asked_at: tx.now,
        })
        .execute();
      return id;
    });
  return {
    test,
    app,
    city,
    roundId,
    ask,
    async askGuest(name, voice = 'outsider') {
      const id = newId();
      const code = guestCodeOf(TEST_VOICE_KEY, id);
      await ask(name, city.participants.employee, voice, { id, tokenHash: guestHash(code) });
      return { id, path: guestPath(city.code, code) };
    },
    person: (name) =>
      city.db.write((tx) =>
        createPerson(tx, {
          account: `${city.code}:${name}`,
          name,
          unitId: city.units.clinic,
          post: 'Perawat Terampil',
          kind: 'jf',
        }),
      ),
    rows: (table) =>
      city.db.read(async (tx) => {
        const { count } = await tx.db
          .selectFrom(table)
          .select((make) => make.fn.countAll<number>().as('count'))
          .where('agency_id', '=', tx.agencyId)
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
    stateOf: (requestId) =>
      city.db.read(async (tx) => {
        const { state } = await tx.db
          .selectFrom('voice_requests')
          .select('state')
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', requestId)
          .executeTakeFirstOrThrow();
        return state;
      }),
  };
}

async function makeKeys(tx: Tx, city: City): Promise<void> {
  const actor = (person: TestPerson, more: Partial<Actor>): Actor => ({
    personId: person.id,
    accountId: person.accountId,
    name: person.name,
    officer: NO_SCOPE,
    leader: NO_SCOPE,
    isAuditor: false,
    ...more,
  });
  await makeKey(tx, actor(city.auditor, { isAuditor: true }), { id: newId(), holder: 'auditor' });
  await makeKey(tx, actor(city.officer, { officer: WHOLE_AGENCY }), { id: newId(), holder: 'officer' });
}

async function openRound(tx: Tx, city: City): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('voice_rounds')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: city.periodId,
      state: 'asking',
      opens_on: '2026-11-01',
      closes_on: CLOSES_ON,
      created_by: city.officer.id,
      created_at: tx.now,
      opened_at: tx.now,
    })
    .execute();
  return id;
}

async function poolOf(tx: Tx, roundId: string, participantId: string, voice: string): Promise<string> {
  const known = await tx.db
    .selectFrom('voice_pools')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('voice', '=', voice)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const isAnonymous = !NAMED.includes(voice);
  await tx.db
    .insertInto('voice_pools')
    .values({
      agency_id: tx.agencyId,
      id,
      round_id: roundId,
      participant_id: participantId,
      voice,
      is_anonymous: isAnonymous,
      least: isAnonymous ? 5 : 1,
      state: 'collecting',
    })
    .execute();
  return id;
}

/** What a hidden field of the page holds. */
export function hidden(html: string, name: string): string {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`no hidden field ${name}`);
  return value;
}

/** Answers one question after the other as a browser without a script does; returns the page of the check. */
export async function answerAll(
  stage: FormStage,
  account: string | null,
  base: string,
  choose: (question: number, codes: readonly string[]) => string,
): Promise<string> {
  let address = `${base}?q=1`;
  for (let question = 1; !address.endsWith('/review'); question += 1) {
    const response = await stage.app.get(account, address);
    expect(response.status, address).toBe(200);
    const html = await response.text();
    const fields: Record<string, string> = {
      revision: hidden(html, 'revision'),
      page: hidden(html, 'page'),
      q: hidden(html, 'q'),
      go: 'next',
    };
    const name = /<input type="radio"[^>]*name="([^"]+)"/.exec(html)?.[1];
    const codes = [...html.matchAll(/<input type="radio"[^>]*value="([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    if (name) fields[name] = choose(question, codes);
    const saved = await stage.app.post(account, `${base}/draft`, fields);
    expect(saved.status, await saved.text()).toBe(303);
    address = saved.headers.get('location') ?? '';
  }
  const review = await stage.app.get(account, `${base}/review`);
  expect(review.status).toBe(200);
  return review.text();
}

export interface Rater {
  readonly person: TestPerson;
  readonly account: string;
  readonly id: string;
  readonly base: string;
}

let raters = 0;

/** Somebody of the clinic who is asked about the nurse as a colleague. */
export async function newRater(stage: FormStage): Promise<Rater> {
  raters += 1;
  const person = await stage.person(`Perawat Nomor${raters}`);
  const id = await stage.ask(person, stage.city.participants.employee, 'colleague');
  return { person, account: person.accountId, id, base: `/a/${stage.city.code}/voices/${id}` };
}

/** Opens one page of the form and sends it with these fields. */
export async function saveStep(
  { app }: FormStage,
  { account, base }: Rater,
  q: number,
  fields: Record<string, string>,
): Promise<Response> {
  const html = await (await app.get(account, `${base}?q=${q}`)).text();
  return app.post(account, `${base}/draft`, {
    revision: hidden(html, 'revision'),
    page: hidden(html, 'page'),
    q: String(q),
    go: 'next',
    ...fields,
  });
}

/** Opens the check and sends the form. */
export async function sendForm(
  { app }: FormStage,
  { account, base }: Rater,
  more: Record<string, string> = {},
): Promise<Response> {
  const html = await (await app.get(account, `${base}/review`)).text();
  return app.post(account, `${base}/answer`, { revision: hidden(html, 'revision'), ...more });
}
