import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { browserSession } from '../../../test/support/browser-session.ts';
import { createCity, inventNip } from '../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { createSigningPerson, PASSWORD } from '../../../test/support/sign-in.ts';

describe('sign-in', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test, { trustProxy: true });
  let nextNetwork = 0;
  /** A browser in a network of its own, so that tests do not count each other's attempts. */
  const browser = (address = `10.1.${++nextNetwork}.5`) => browserSession(app, address);

  const person = (email?: string) => createSigningPerson(city.db, email ? { email } : {});

  beforeAll(() => test.setNow(TEST_NOW));

  it('takes the NIP as it is printed, with spaces, and leads to the only agency', async () => {
    const { nip } = await person();
    const printed = `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
    const visitor = browser();
    const response = await visitor.post('/sign-in', { login: printed, password: PASSWORD, back: '/' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `/a/${city.code}`]);
    expect((await visitor.get('/sign-in')).headers.get('location')).toBe(`/a/${city.code}`);
  });

  it('takes the e-mail, in any case, and goes back to where the person came from', async () => {
    await person('rina@contoh.go.id');
    const response = await browser().post('/sign-in', {
      login: ' Rina@Contoh.go.id ',
      password: PASSWORD,
      back: `/a/${city.code}/mine?x=1`,
    });
    expect(response.headers.get('location')).toBe(`/a/${city.code}/mine?x=1`);
  });

  it('never leads away from this site', async () => {
    const { nip } = await person();
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
    ]) {
      const response = await browser().post('/sign-in', { login: nip, password: PASSWORD, back });
      expect(response.headers.get('location'), JSON.stringify(back)).toBe(`/a/${city.code}`);
    }
  });

  it('answers a wrong password and an unknown login with the same page', async () => {
    const { nip } = await person();
    const unknown = inventNip();
    const wrong = await browser().post('/sign-in', { login: nip, password: 'bukan kata sandinya' });
    const nobody = await browser().post('/sign-in', { login: unknown, password: 'bukan kata sandinya' });
    expect([wrong.status, nobody.status]).toEqual([422, 422]);
    const page = await wrong.text();
    expect(page).toContain('tidak cocok');
    expect((await nobody.text()).replaceAll(unknown, nip)).toBe(page);
  });

  it('keeps the session in a cookie that scripts and other sites do not get, Secure behind https', async () => {
    const { nip } = await person();
    const plain = await browser().post('/sign-in', { login: nip, password: PASSWORD });
    const session = plain.headers.getSetCookie().find((line) => line.startsWith('tera.session_token='));
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).not.toMatch(/Secure|Max-Age/);
    const secure = await browser().post(
      '/sign-in',
      { login: nip, password: PASSWORD, remember: 'yes' },
      { 'x-forwarded-proto': 'https' },
    );
    const cookies = secure.headers.getSetCookie().filter((line) => /^tera[._]/.test(line));
    expect(cookies.length).toBeGreaterThan(1);
    for (const line of cookies) expect(line).toMatch(/; Secure/);
    expect(cookies.find((line) => line.startsWith('tera.session_token='))).toMatch(/Max-Age=\d+/);
  });

  it('lasts 12 hours without a visit, 14 days where the device is to be remembered', async () => {
    const { nip, accountId } = await person();
    await browser().post('/sign-in', { login: nip, password: PASSWORD });
    await browser().post('/sign-in', { login: nip, password: PASSWORD, remember: 'yes' });
    const rows = await test.database.shared
      .selectFrom('account_sessions')
      .select(['created_at', 'expires_at'])
      .where('user_id', '=', accountId)
      .orderBy('expires_at')
      .execute();
    const hours = rows.map((row) => (row.expires_at.getTime() - row.created_at.getTime()) / 3_600_000);
    expect(hours.map(Math.round)).toEqual([12, 14 * 24]);
  });

  it('is prolonged by a visit and ends when nobody comes', async () => {
    const { nip, accountId } = await person();
    const visitor = browser();
    await visitor.post('/sign-in', { login: nip, password: PASSWORD });
    const sessions = test.database.shared.updateTable('account_sessions').where('user_id', '=', accountId);
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await sessions.set({ created_at: ago(5), updated_at: ago(5), expires_at: ago(-7) }).execute();
    expect((await visitor.get('/sign-in')).status).toBe(303);
    const row = await test.database.shared
      .selectFrom('account_sessions')
      .select('expires_at')
      .where('user_id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(Math.round((row.expires_at.getTime() - Date.now()) / 3_600_000)).toBe(12);
    await sessions.set({ expires_at: ago(0.01) }).execute();
    expect((await visitor.get('/sign-in')).status).toBe(200);
  });

  it('refuses a session cookie that somebody made up', async () => {
    const { nip, accountId } = await person();
    const visitor = browser();
    await visitor.post('/sign-in', { login: nip, password: PASSWORD });
    const { token } = await test.database.shared
      .selectFrom('account_sessions')
      .select('token')
      .where('user_id', '=', accountId)
      .executeTakeFirstOrThrow();
    const thief = browser();
    thief.cookies.set('tera.session_token', encodeURIComponent(`${token}.${'A'.repeat(43)}=`));
    expect((await thief.get('/sign-in')).status).toBe(200);
    expect((await visitor.get('/sign-in')).status).toBe(303);
  });

  it('ends at once when the person signs out', async () => {
    const { nip } = await person();
    const visitor = browser();
    await visitor.post('/sign-in', { login: nip, password: PASSWORD });
    const stolen = new Map(visitor.cookies);
    expect((await visitor.post('/sign-out')).headers.get('location')).toBe('/sign-in');
    const thief = browser();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.get('/sign-in')).status).toBe(200);
  });

  it('takes forms only from its own pages', async () => {
    const { nip } = await person();
    const fields = { login: nip, password: PASSWORD };
    for (const [path, form] of [
      ['/sign-in', fields],
      ['/sign-out', {}],
    ] as const) {
      const response = await browser().post(path, form, { origin: 'https://evil.example' });
      expect(response.status, path).toBe(403);
      expect(response.headers.getSetCookie().some((line) => line.startsWith('tera.'))).toBe(false);
    }
  });
});
