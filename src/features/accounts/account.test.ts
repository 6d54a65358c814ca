import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { type BrowserSession, browserSession } from '../../../test/support/browser-session.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { createSigningPerson, PASSWORD, type SigningPerson } from '../../../test/support/sign-in.ts';

const NEW_PASSWORD = 'tujuh layang-layang di pasar';

/** RFC 6238 with SHA-1, 6 digits, 30 seconds: what an authenticator app computes. */
function totp(base32Key: string, at = Date.now()): string {
  let bits = '';
  for (const character of base32Key) {
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0');
  }
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('the own account', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test, { trustProxy: true });
  let network = 0;
  const browser = () => browserSession(app, `10.2.${++network}.5`);

  async function signedIn(person: SigningPerson, password = PASSWORD): Promise<BrowserSession> {
    const visitor = browser();
    const response = await visitor.post('/sign-in', { login: person.nip, password });
    expect(response.status).toBe(303);
    return visitor;
  }
  const events = (personId: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .orderBy('at')
        .orderBy('id')
        .execute()
        .then((rows) => rows.map((row) => row.type)),
    );

  it('is closed to whoever is not signed in', async () => {
    for (const path of ['/account', '/account/second-factor']) {
      const response = await browser().get(path);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?back=%2Faccount']);
    }
    expect((await browser().post('/account/session-endings', { session: 'others' })).status).toBe(303);
  });

  it('changes the password; other devices are out at once, this one stays', async () => {
    const person = await createSigningPerson(city.db);
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const form = { present: PASSWORD, password: NEW_PASSWORD, repeat: NEW_PASSWORD };
    expect((await here.post('/account/password', { ...form, present: 'bukan ini' })).status).toBe(422);
    expect((await here.post('/account/password', { ...form, repeat: 'lain sama sekali' })).status).toBe(422);
    expect((await there.get('/account')).status).toBe(200);
    expect((await here.post('/account/password', form)).status).toBe(303);
    expect((await there.get('/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
    expect((await browser().post('/sign-in', { login: person.nip, password: PASSWORD })).status).toBe(422);
    await signedIn(person, NEW_PASSWORD);
    expect(await events(person.id)).toEqual(['account.password-changed']);
  });

  it('lists devices and puts them out one by one or all but this', async () => {
    const person = await createSigningPerson(city.db);
    const [here, first, second, third] = [
      await signedIn(person),
      await signedIn(person),
      await signedIn(person),
      await signedIn(person),
    ];
    const page = await (await here.get('/account')).text();
    expect(page).toContain('Chrome di Android');
    expect(page).toContain('perangkat ini');
    const ids = [...page.matchAll(/name="session" value="([0-9a-zA-Z-]+)"/g)].map((match) => match[1] ?? '');
    expect(ids).toHaveLength(4);
    await here.post('/account/session-endings', { session: ids[0] ?? '' });
    const left = await Promise.all(
      [first, second, third].map(async (each) => (await each.get('/account')).status),
    );
    expect(left.sort()).toEqual([200, 200, 303]);
    await here.post('/account/session-endings', { session: 'others' });
    for (const each of [first, second, third]) expect((await each.get('/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
  });

  it('does not put out a device of somebody else', async () => {
    const [victim, other] = [await createSigningPerson(city.db), await createSigningPerson(city.db)];
    const [theirs, mine] = [await signedIn(victim), await signedIn(other)];
    const { id } = await test.database.shared
      .selectFrom('account_sessions')
      .select('id')
      .where('user_id', '=', victim.accountId)
      .executeTakeFirstOrThrow();
    await mine.post('/account/session-endings', { session: id });
    expect((await theirs.get('/account')).status).toBe(200);
  });

  async function turnOn(visitor: BrowserSession): Promise<{ key: string; codes: string[] }> {
    expect((await visitor.post('/account/second-factor', { password: 'bukan ini' })).status).toBe(422);
    expect((await visitor.post('/account/second-factor', { password: PASSWORD })).status).toBe(303);
    const setup = await (await visitor.get('/account/second-factor')).text();
    const key = /font-mono[^>]*>([A-Z2-7 ]+)</.exec(setup)?.[1]?.replaceAll(' ', '') ?? '';
    expect(setup).toContain('<svg');
    const wrong = await visitor.post('/account/second-factor/confirmation', { code: '000000' });
    expect(wrong.status).toBe(422);
    const done = await visitor.post('/account/second-factor/confirmation', { code: totp(key) });
    expect(done.status).toBe(200);
    const codes = [...(await done.text()).matchAll(/select-all">([\w]{5}-[\w]{5})</g)].map((m) => m[1] ?? '');
    expect(codes).toHaveLength(10);
    return { key, codes };
  }

  it('asks for a second step once it is on, takes a code of the app or a backup code once', async () => {
    const person = await createSigningPerson(city.db);
    const { key, codes } = await turnOn(await signedIn(person));
    const visitor = browser();
    const first = await visitor.post('/sign-in', { login: person.nip, password: PASSWORD });
    expect(first.headers.get('location')).toBe('/sign-in/second-factor?back=%2F');
    expect((await visitor.get('/account')).status).toBe(303);
    expect((await visitor.post('/sign-in/second-factor', { code: '000000' })).status).toBe(422);
    const second = await visitor.post('/sign-in/second-factor', { code: totp(key), back: '/account' });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/account']);
    expect((await visitor.get('/account')).status).toBe(200);
    for (const status of [303, 422]) {
      const lost = browser();
      await lost.post('/sign-in', { login: person.nip, password: PASSWORD });
      const answer = await lost.post('/sign-in/second-factor', { code: codes[0] ?? '' });
      expect(answer.status).toBe(status);
    }
  });

  it('ends the challenge after five wrong codes', async () => {
    const person = await createSigningPerson(city.db);
    const { key } = await turnOn(await signedIn(person));
    const visitor = browser();
    await visitor.post('/sign-in', { login: person.nip, password: PASSWORD });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await visitor.post('/sign-in/second-factor', { code: '000000' });
    }
    const answer = await visitor.post('/sign-in/second-factor', { code: totp(key) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Silakan masuk kembali');
  });

  it('is turned off with the password only, and both acts are on the record', async () => {
    const person = await createSigningPerson(city.db);
    const visitor = await signedIn(person);
    const { codes } = await turnOn(visitor);
    const renewed = await visitor.post('/account/second-factor/backup-codes', { renewPassword: PASSWORD });
    expect(await renewed.text()).not.toContain(codes[0]);
    expect((await visitor.post('/account/second-factor/removal', { endPassword: 'bukan ini' })).status).toBe(
      422,
    );
    expect((await visitor.post('/account/second-factor/removal', { endPassword: PASSWORD })).status).toBe(
      303,
    );
    await signedIn(person);
    expect(await events(person.id)).toEqual([
      'account.second-factor-enabled',
      'account.second-factor-disabled',
    ]);
  });
});
