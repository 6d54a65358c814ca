/** Sign-ins of the demonstration: everybody has an account with the one password that is printed at start. */
import type { Database, Tx } from '#platform/database/database.ts';
import type { DemoPerson } from './people.ts';
import type { DemoCity } from './seed.ts';

export const DEMO_PASSWORD = 'tera-contoh-2026';
const SAVED = 'demo-sign-ins';
const ROWS = 2000;

export interface SignIn {
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
    email: emailOf(person),
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
    return { role, login: person.nip ?? emailOf(person), name: person.name };
  });
  await tx.db
    .insertInto('installation')
    .values({ name: SAVED, value: JSON.stringify(signIns) })
    .execute();
  return signIns;
}

/** The sign-ins printed at the first start; undefined where the demonstration has not been prepared. */
export async function savedSignIns(database: Database): Promise<readonly SignIn[] | undefined> {
  const row = await database.shared
    .selectFrom('installation')
    .select('value')
    .where('name', '=', SAVED)
    .executeTakeFirst();
  return row && (JSON.parse(row.value) as SignIn[]);
}

export function accountId(person: DemoPerson): string {
  return `demo-${person.id}`;
}

function emailOf(person: DemoPerson): string {
  return person.nip ? `${person.nip}@akun.tera.invalid` : 'walikota@kota-contoh.example';
}
