import { describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { browserSession } from '../../../test/support/browser-session.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { createUninvitedPerson, PASSWORD } from '../../../test/support/sign-in.ts';
import { agencyCommand } from './agency.ts';

describe('tera agency', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const command = agencyCommand((work) => work(test.database));
  async function run(...args: string[]) {
    const written = { out: '', err: '' };
    const code = await command(args, {
      stdin: (async function* () {})(),
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
    });
    return { code, ...written };
  }

  it('adds an agency once', async () => {
    expect((await run('add', 'kota-jambi', 'Pemerintah Kota Jambi', '--zone', 'Asia/Jakarta')).code).toBe(0);
    const again = await run('add', 'kota-jambi', 'Pemerintah Kota Jambi');
    expect([again.code, again.err]).toEqual([1, 'Instansi kota-jambi sudah ada. Pilih kode lain.\n']);
    expect((await run('list')).out).toContain('kota-jambi\tAsia/Jakarta\tPemerintah Kota Jambi');
  });

  it('refuses what cannot be, and explains its use', async () => {
    expect((await run('add', 'Kota Jambi', 'X')).code).toBe(1);
    expect((await run('add', 'kota-x', 'X', '--zone', 'Asia/Tokyo')).code).toBe(1);
    for (const args of [
      [],
      ['add'],
      ['add', 'kota-x'],
      ['hapus'],
      ['add', 'a', 'b', 'c'],
      ['add', '--salah'],
    ]) {
      expect((await run(...args)).code, args.join(' ')).toBe(2);
    }
  });

  it('makes somebody officer and prints an invitation that works', async () => {
    const nip = '198609262015051001';
    await city.db.write((tx) => createUninvitedPerson(tx, { nip, unitId: city.units.health }));
    expect((await run('officer', city.code, '199205082023082001')).code).toBe(1);
    const made = await run('officer', city.code, '19860926 201505 1 001');
    expect(made.code).toBe(0);
    const path = /(\/invitations\/\S+)/.exec(made.out)?.[1] ?? '';
    const visitor = browserSession(app);
    expect((await visitor.post(path, { password: PASSWORD, repeat: PASSWORD })).status).toBe(303);
    expect((await visitor.get(`/a/${city.code}/people/invitations`)).status).toBe(200);
  });
});
