/** Sign-ins of the demonstration: everybody has an account with the one password that is printed at start. */
import type { Database, Tx } from '#platform/database/database.ts';
import type { DemoPerson } from './people.ts';
import type { DemoCity } from './seed.ts';

export const DEMO_PASSWORD = 'tera-contoh-2026';
const SAVED = 'demo-sign-ins';
const FIRST_CITY = 'Pemerintah Kota Contoh';
const ROWS = 2000;

export interface SignIn {
  /** Name of the city. */
  readonly city: string;
  readonly role: string;
  readonly login: string;
  readonly name: string;
}

const ROLES: readonly (readonly [keyof DemoCity['cast'], string])[] = [
  ['employee', 'Pegawai · employee'],
  ['appraiser', 'Pejabat penilai · appraiser'],
  ['head', 'Atasan pejabat penilai · superior'],
  ['officer', 'Pengelola BKPSDM · officer'],
  ['unitOfficer', 'Pengelola unit · unit officer'],
  ['mayor', 'Wali Kota · leader'],
  ['auditor', 'Inspektorat · auditor'],
];

/** One hash for all: hashing is slow by design, and these people do not exist. */
export async function addDemoAccounts(tx: Tx, city: DemoCity, password: string): Promise<readonly SignIn[]> {
  const now = tx.now;
  const users = city.people.everyone.map((person) => ({
    id: accountId(person),
    name: person.name,
    email: emailOf(city, person),
    email_verified: true,
    username: person.nip,
    display_username: person.nip,
    created_at: now,
    updated_at: now,
  }));
  const credentials = users.map((user) => ({
    id: `${user.id}-password`,
    account_id: user.id,
    provider_id: 'credential',
    user_id: user.id,
    password,
    created_at: now,
    updated_at: now,
  }));
  for (let start = 0; start < users.length; start += ROWS) {
    await tx.db
      .insertInto('account_users')
      .values(users.slice(start, start + ROWS))
      .execute();
    await tx.db
      .insertInto('account_credentials')
      .values(credentials.slice(start, start + ROWS))
      .execute();
  }
  const signIns = ROLES.map(([key, role]) => {
    const person = city.cast[key];
    return { city: city.spec.name, role, login: person.nip ?? emailOf(city, person), name: person.name };
  });
  await rememberSignIns(tx, city.spec.code, signIns);
  return signIns;
}

/** Keeps the sign-ins in the transaction of the city that they belong to. */
async function rememberSignIns(tx: Tx, code: string, signIns: readonly SignIn[]): Promise<void> {
  await tx.db
    .insertInto('installation')
    .values({ name: `${SAVED}:${code}`, value: JSON.stringify(signIns) })
    .execute();
}

/** The sign-ins of the cities that are prepared, in the order in which they were made. */
export async function savedSignIns(database: Database): Promise<readonly SignIn[]> {
  const rows = await database.shared
    .selectFrom('installation')
    .select(['name', 'value'])
    .where('name', 'like', `${SAVED}%`)
    .execute();
  const saved = rows.flatMap((row) => JSON.parse(row.value) as Partial<SignIn>[]);
  // A demonstration of the first version had one city and did not name it.
  return saved.map((each) => ({ role: '', login: '', name: '', city: FIRST_CITY, ...each }));
}

export function accountId(person: DemoPerson): string {
  return `demo-${person.id}`;
}

function emailOf({ spec }: DemoCity, person: DemoPerson): string {
  return person.nip ? `${person.nip}@akun.tera.invalid` : `walikota@${spec.code}.example`;
}
