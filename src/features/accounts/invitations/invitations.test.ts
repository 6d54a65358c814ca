import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { browserSession } from '../../../../test/support/browser-session.ts';
import { createCity, inventNip } from '../../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../../test/support/database.ts';
import { createSigningPerson, createUninvitedPerson, PASSWORD } from '../../../../test/support/sign-in.ts';
import { createInvitations } from './create.ts';
import { readToken, tokenInGroups, tokenText } from './tokens.ts';

const form = { password: PASSWORD, repeat: PASSWORD };
const DAY = 24 * 60 * 60 * 1000;

describe('an invitation', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test, { trustProxy: true });
  let network = 0;
  const browser = () => browserSession(app, `10.3.${++network}.5`);

  const invite = (personId: string, from = city) =>
    from.db.write(async (tx) => {
      const [invitation] = await createInvitations(tx, from.officer.id, [personId], 'print');
      if (!invitation) throw new Error('no invitation was made');
      return `/invitations/${tokenText(invitation.token)}`;
    });
  const invitee = (nip = inventNip(), from = city) =>
    from.db.write((tx) => createUninvitedPerson(tx, { nip, name: 'Wahyu Hidayat' }));
  const events = (personId: string, from = city) =>
    from.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .orderBy('id')
        .execute()
        .then((rows) => rows.map((row) => row.type)),
    );

  it('shows whose it is with the NIP masked, takes a password, signs in, and is used up', async () => {
    const nip = inventNip();
    const personId = await invitee(nip);
    const path = await invite(personId);
    const visitor = browser();
    const shown = await visitor.get(path);
    // The address is the key: it does not travel on to other sites.
    expect(shown.headers.get('referrer-policy')).toBe('same-origin');
    const page = await shown.text();
    expect(page).toContain('Wahyu Hidayat');
    expect(page).toContain(`${nip.slice(0, 4)}••••••••••${nip.slice(-4)}`);
    expect((await visitor.post(path, { password: 'pendek', repeat: 'pendek' })).status).toBe(422);
    expect((await visitor.post(path, form)).status).toBe(303);
    expect((await visitor.get('/')).headers.get('location')).toBe(`/a/${city.code}`);
    expect((await browser().post('/sign-in', { login: nip, password: PASSWORD })).status).toBe(303);
    expect((await browser().get(path)).status).toBe(404);
    expect((await browser().post(path, form)).status).toBe(404);
    expect(await events(personId)).toEqual(['account.invited', 'account.activated']);
  });

  it('works once, even when two press at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const personId = await invitee();
      const path = await invite(personId);
      const answers = await Promise.all([browser().post(path, form), browser().post(path, form)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404]);
      expect(await events(personId)).toEqual(['account.invited', 'account.activated']);
    }
  });

  it('runs out, and ends when a newer one is made or the person leaves', async () => {
    const personId = await invitee();
    const first = await invite(personId);
    const second = await invite(personId);
    expect((await browser().get(first)).status).toBe(404);
    expect((await browser().get(second)).status).toBe(200);
    test.setNow(new Date(TEST_NOW.getTime() + 31 * DAY));
    expect((await browser().get(second)).status).toBe(404);
    test.setNow(TEST_NOW);
    await city.db.write((tx) =>
      tx.db
        .updateTable('people')
        .set({ ended_on: '2026-11-01' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', personId)
        .execute(),
    );
    expect((await browser().post(second, form)).status).toBe(404);
  });

  it('is not found with another code, nor under another agency', async () => {
    const path = await invite(await invitee());
    expect((await browser().get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    expect((await browser().get(path.replace(city.code, other.code))).status).toBe(404);
    expect((await browser().get('/invitations/omong-kosong')).status).toBe(404);
  });

  it('can be reached by typing the code as printed', async () => {
    const path = await invite(await invitee());
    const token = readToken(path.replace('/invitations/', ''));
    if (!token) throw new Error('a token cannot be read');
    const typed = tokenInGroups(token).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    const printed = typed.replace(typed.slice(0, city.code.length), city.code);
    const answer = await browser().post('/invitations', { code: ` ${printed} ` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect((await browser().post('/invitations', { code: 'kota-contoh-123' })).status).toBe(422);
  });

  it('keeps only a hash of the code', async () => {
    const path = await invite(await invitee());
    const rows = await city.db.read((tx) => tx.db.selectFrom('invitations').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(path.slice(-16));
  });

  it('to somebody with an account resets the password and ends every session', async () => {
    const person = await createSigningPerson(city.db);
    const visitor = browser();
    await visitor.post('/sign-in', { login: person.nip, password: PASSWORD });
    const path = await invite(person.id);
    const password = 'tujuh layang-layang di pasar';
    expect((await browser().post(path, { password, repeat: password })).status).toBe(303);
    expect((await visitor.get('/account')).status).toBe(303);
    expect((await browser().post('/sign-in', { login: person.nip, password: PASSWORD })).status).toBe(422);
    expect(await events(person.id)).toEqual(['account.invited', 'account.password-reset']);
  });

  it('of a second agency connects the account only with its present password', async () => {
    const person = await createSigningPerson(city.db);
    const there = await invitee(person.nip, other);
    const path = await invite(there, other);
    const visitor = browser();
    expect(await (await visitor.get(path)).text()).toContain('Hubungkan akun Anda');
    const password = 'pilihan pengelola lain';
    expect((await visitor.post(path, { password, repeat: password })).status).toBe(422);
    expect((await visitor.post(path, form)).status).toBe(303);
    const start = await (await visitor.get('/')).text();
    expect(start).toContain(`/a/${city.code}`);
    expect(start).toContain(`/a/${other.code}`);
    // From now on a letter of either agency does not replace the password that both rely on.
    const letter = await invite(there, other);
    expect(await (await browser().get(letter)).text()).toContain('juga dipakai di instansi lain');
    expect((await browser().post(letter, { password, repeat: password })).status).toBe(422);
    expect((await browser().post('/sign-in', { login: person.nip, password: PASSWORD })).status).toBe(303);
  });

  it('is ended with a fresh password when the account serves nobody else any more', async () => {
    const person = await createSigningPerson(city.db);
    await city.db.write((tx) =>
      tx.db
        .updateTable('people')
        .set({ ended_on: '2026-11-01' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', person.id)
        .execute(),
    );
    const path = await invite(await invitee(person.nip, other), other);
    const password = 'tujuh layang-layang di pasar';
    const visitor = browser();
    expect((await visitor.post(path, { password, repeat: password })).status).toBe(303);
    expect((await visitor.get('/')).headers.get('location')).toBe(`/a/${other.code}`);
  });
});
