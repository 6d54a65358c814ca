/** The invented cities of the demonstration in a test database, and where in them each system can be found. */

import { expect } from 'vitest';
import { seedDemo } from '#app/demo/seed.ts';
import { schemeStore } from '#app/scheme-store.ts';
import { loadScheme } from '#app/schemes.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { trialTasks } from '#features/trials/index.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { withJobs } from '../../support/jobs.ts';

/** Each system with the city that runs it. */
export const SYSTEMS = [
  { name: 'Sawahlunto, BKPSDM', city: 'kota-sawahlunto', scheme: 'sawahlunto-kinerja' },
  { name: 'Kupang', city: 'kota-kupang', scheme: 'kupang-evaluasi' },
  { name: 'Sawahlunto, achievement', city: 'kota-sawahlunto', scheme: 'sawahlunto-capaian' },
  { name: 'Alak', city: 'kota-kupang', scheme: 'alak-kompetensi' },
  { name: 'Jambi', city: 'kota-jambi', scheme: 'jambi-adil-terbuka' },
] as const;
export type System = (typeof SYSTEMS)[number];

export const CITIES = ['kota-sawahlunto', 'kota-kupang', 'kota-jambi'] as const;
export type CityCode = (typeof CITIES)[number];

export interface Demonstration {
  readonly test: TestDatabase;
  readonly app: TestApp;
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  readonly periods: ReadonlyMap<CityCode, Periods>;
  readonly people: ReadonlyMap<CityCode, Roles>;
}

export interface Periods {
  readonly closed: string;
  readonly open: string;
  readonly draft: string;
}

/** Accounts of the sign-ins that the demonstration prints. */
export interface Roles {
  readonly officer: string;
  readonly unitOfficer: string;
  readonly auditor: string;
  readonly mayor: string;
}

/** The city of the national rule is left out: it has journeys of its own, and most of the people. */
const ELSEWHERE = [{ city: 'Pemerintah Kota Contoh', role: '', login: '', name: '' }];

export async function demonstration(): Promise<Demonstration> {
  const test = await testDatabase();
  await seedDemo(test.database, compiled('permenpanrb-6-2022'), ELSEWHERE);
  await test.owner.query('analyze');
  const app = await testApp(test);
  await withJobs(test, trialTasks(schemeStore()));
  const rows = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await test.owner.query<Row>(sql, [...values])).rows;
  const periods = new Map<CityCode, Periods>();
  const people = new Map<CityCode, Roles>();
  for (const code of CITIES) {
    const found = await rows<{ id: string; state: string }>(
      'select p.id, p.state from periods p join agencies a on a.id = p.agency_id where a.code = $1',
      [code],
    );
    const periodIn = (state: string) => only(found.filter((each) => each.state === state)).id;
    periods.set(code, { closed: periodIn('closed'), open: periodIn('open'), draft: periodIn('draft') });
    const granted = await rows<{ account: string; role: string; is_whole: boolean }>(
      `select people.account_id as account, g.role, g.unit_id is null as is_whole
       from role_grants g join people on people.id = g.person_id and people.agency_id = g.agency_id
       join agencies a on a.id = g.agency_id where a.code = $1`,
      [code],
    );
    const withRole = (role: string, isWhole: boolean) =>
      only(granted.filter((each) => each.role === role && each.is_whole === isWhole)).account;
    people.set(code, {
      officer: withRole('officer', true),
      unitOfficer: withRole('officer', false),
      auditor: withRole('auditor', true),
      mayor: withRole('leader', true),
    });
  }
  return { test, app, rows, periods, people };
}

export function compiled(id: string): CompiledScheme {
  const found = loadScheme(id, 1);
  if (!found) throw new Error(`${id} comes with Tera`);
  return found;
}

export function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (!item || items.length !== 1) throw new Error(`one expected, ${items.length} found`);
  return item;
}

export interface Appraised {
  readonly participantId: string;
  readonly account: string;
  readonly appraiserAccount: string;
  readonly personId: string;
}

/** Somebody who is appraised by the scheme in the half-year of that state, and does not lead a unit. */
export async function appraisedBy(
  { rows, periods }: Demonstration,
  { city, scheme }: Pick<System, 'city' | 'scheme'>,
  state: 'closed' | 'open',
): Promise<Appraised> {
  const [found] = await rows<Appraised>(
    `select t.id as "participantId", people.account_id as account, people.id as "personId",
       appraiser.account_id as "appraiserAccount"
     from participants t
     join people on people.id = t.person_id and people.agency_id = t.agency_id
     join people appraiser on appraiser.id = t.appraiser_id and appraiser.agency_id = t.agency_id
     join placements on placements.id = t.placement_id and placements.agency_id = t.agency_id
     where t.period_id = $1 and t.scheme_id = $2 and not placements.is_head
     order by people.name, people.id limit 1`,
    [periods.get(city)?.[state], scheme],
  );
  if (!found) throw new Error(`nobody in ${city} is appraised by ${scheme}`);
  return found;
}

/** Text of a page as a person reads it, in one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

/** Fails with what a page does not say; the page itself would bury that. */
export function expectToSay(words: string, wanted: readonly (string | undefined)[]): void {
  expect(wanted.filter((each) => !each || !words.includes(each))).toEqual([]);
}

export const ENGLISH = { cookie: 'locale=en' };
