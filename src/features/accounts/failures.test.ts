import { beforeEach, describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { browserSession } from '../../../test/support/browser-session.ts';
import { createCity, inventNip } from '../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { createSigningPerson, PASSWORD } from '../../../test/support/sign-in.ts';
import { beginAttempt, networkOf } from './failures.ts';

describe('guessing', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test, { trustProxy: true });
  const guess = (login: string, address: string) =>
    browserSession(app, address).post('/sign-in', { login, password: 'tebakan yang salah' });
  beforeEach(() => test.setNow(TEST_NOW));

  it('is slowed down after five tries from one network, with longer and longer waits', async () => {
    const { nip } = await createSigningPerson(city.db);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      // Other addresses of the same network do not help.
      expect(await (await guess(nip, `198.51.100.${attempt}`)).text()).toContain('tidak cocok');
    }
    const sixth = await guess(nip, '198.51.100.77');
    expect(sixth.status).toBe(422);
    expect(await sixth.text()).toContain('dalam 30 detik');
    const right = await browserSession(app, '198.51.100.9').post('/sign-in', {
      login: nip,
      password: PASSWORD,
    });
    expect(right.status).toBe(422);
    test.setNow(new Date(TEST_NOW.getTime() + 31_000));
    expect(await (await guess(nip, '198.51.100.7')).text()).toContain('tidak cocok');
    expect(await (await guess(nip, '198.51.100.7')).text()).toContain('dalam 60 detik');
  });

  it('treats an unknown login the same way', async () => {
    const unknown = inventNip();
    for (let attempt = 1; attempt <= 5; attempt += 1) await guess(unknown, '192.0.2.1');
    expect(await (await guess(unknown, '192.0.2.1')).text()).toContain('dalam 30 detik');
  });

  it('locks nobody out who signs in from elsewhere, or from a device they have used before', async () => {
    const { nip } = await createSigningPerson(city.db);
    const office = '203.0.113.20';
    const own = browserSession(app, office);
    expect((await own.post('/sign-in', { login: nip, password: PASSWORD })).status).toBe(303);
    await own.post('/sign-out');
    for (let attempt = 1; attempt <= 8; attempt += 1) await guess(nip, office);
    expect(await (await guess(nip, office)).text()).toContain('Terlalu banyak percobaan');
    const home = browserSession(app, '100.64.3.3');
    expect((await home.post('/sign-in', { login: nip, password: PASSWORD })).status).toBe(303);
    // The same office network, the very device that is known.
    expect((await own.post('/sign-in', { login: nip, password: PASSWORD })).status).toBe(303);
  });

  it('counts on a known device too, and only for the person who is known there', async () => {
    const [one, two] = [await createSigningPerson(city.db), await createSigningPerson(city.db)];
    const device = browserSession(app, '203.0.114.20');
    await device.post('/sign-in', { login: one.nip, password: PASSWORD });
    await device.post('/sign-out');
    const wrong = (login: string) => device.post('/sign-in', { login, password: 'tebakan yang salah' });
    for (let attempt = 1; attempt <= 5; attempt += 1) await wrong(one.nip);
    expect(await (await wrong(one.nip)).text()).toContain('dalam 30 detik');
    expect(await (await wrong(two.nip)).text()).toContain('tidak cocok');
    // A cookie copied and changed proves nothing.
    const thief = browserSession(app, '203.0.114.21');
    thief.cookies.set('tera_device', `${'A'.repeat(16)}.${'B'.repeat(22)}`);
    for (let attempt = 1; attempt <= 5; attempt += 1) await guess(two.nip, '203.0.114.21');
    const blocked = await thief.post('/sign-in', { login: two.nip, password: PASSWORD });
    expect(blocked.status).toBe(422);
  });

  it('begins anew after success', async () => {
    const { nip } = await createSigningPerson(city.db);
    const visitor = () => browserSession(app, '203.0.115.1');
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) await guess(nip, '203.0.115.1');
      expect((await visitor().post('/sign-in', { login: nip, password: PASSWORD })).status).toBe(303);
    }
  });

  it('is counted exactly when it comes all at once', async () => {
    const attempt = { login: 'seseorang', network: '198.18.0.0/24', device: undefined };
    const answers = await Promise.all(Array.from({ length: 40 }, () => beginAttempt(test.database, attempt)));
    expect(answers.filter((until) => until === undefined)).toHaveLength(5);
  });

  it('of many people from one network is slowed down as well', async () => {
    const answers: (Date | undefined)[] = [];
    for (let person = 0; person < 101; person += 1) {
      const attempt = { login: `orang-${person}`, network: '198.19.0.0/24', device: undefined };
      answers.push(await beginAttempt(test.database, attempt));
    }
    expect(answers.findIndex((until) => until !== undefined)).toBe(100);
  });

  it('keeps no login in clear', async () => {
    const nip = inventNip();
    await guess(nip, '198.20.0.1');
    const rows = await test.database.shared.selectFrom('sign_in_failures').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(nip);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
