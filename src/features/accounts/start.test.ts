import { describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { browserSession } from '../../../test/support/browser-session.ts';
import { inventNip } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { PASSWORD } from '../../../test/support/sign-in.ts';
import { addAgency, proposedCode } from './commands/add-agency.ts';
import { setupLink } from './setup-key.ts';

const nip = inventNip();
const form = {
  agencyName: 'Pemerintah Kota Sawahlunto',
  code: '',
  zone: 'Asia/Jakarta',
  officerName: 'Maya Putri',
  kind: 'pns',
  nip: `${nip.slice(0, 8)} ${nip.slice(8)}`,
  email: '',
  password: PASSWORD,
  repeat: PASSWORD,
};

describe('the first run', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const link = (await setupLink(app.accounts, 'http://tera.test')) ?? '';
  const key = new URL(link).searchParams.get('key') ?? '';
  const agencies = () => test.database.shared.selectFrom('agencies').selectAll().execute();

  it('is where an empty installation leads', async () => {
    expect((await app.get(null, '/')).headers.get('location')).toBe('/start');
    expect(key).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(await (await app.get(null, `/start?key=${key}`)).text()).toContain(`value="${key}"`);
  });

  it('refuses whoever has not the key, and whatever is wrong, keeping what was typed', async () => {
    const wrong: readonly (readonly [Record<string, string>, string])[] = [
      [{ key: '' }, 'belum diisi'],
      [{ key: 'AAAA-AAAA-AAAA-AAAA' }, 'bukan kunci penyiapan'],
      [{ nip: '123' }, 'id="nip-error"'],
      [{ nip: '' }, 'Tulis NIP'],
      [{ kind: 'non-asn', nip: '' }, 'surel diperlukan'],
      [{ email: 'bukan surel' }, 'alamat surel yang benar'],
      [{ code: 'Kota Besar!' }, 'huruf kecil'],
      [{ password: 'indonesia1945', repeat: 'indonesia1945' }, 'pertama kali dicoba'],
      [{ repeat: 'lain' }, 'tidak sama'],
      [{ zone: 'Europe/Berlin' }, 'Pilih salah satu'],
      [{ agencyName: ' ' }, 'belum diisi'],
    ];
    for (const [change, words] of wrong) {
      const answer = await app.post(null, '/start', { ...form, key, ...change });
      const page = await answer.text();
      expect([answer.status, page.includes(words)], words).toEqual([422, true]);
      expect(page).toContain('Maya Putri');
      expect(page).not.toContain(PASSWORD);
    }
    expect(await agencies()).toEqual([]);
  });

  it('makes one agency when two submit at once, signs its officer in and closes', async () => {
    const [one, two] = [browserSession(app), browserSession(app)];
    const rival = { ...form, key, officerName: 'Orang Lain', nip: inventNip(), agencyName: 'Kota Lain' };
    const answers = await Promise.all([one.post('/start', { ...form, key }), two.post('/start', rival)]);
    const made = await agencies();
    expect(made).toHaveLength(1);
    const code = made[0]?.code ?? '';
    expect(answers.map((each) => each.headers.get('location')).sort()).toEqual([`/a/${code}`, '/sign-in']);
    const [winner, loser] = answers[0]?.headers.get('location') === '/sign-in' ? [two, one] : [one, two];
    expect((await winner.get(`/a/${code}/people/invitations`)).status).toBe(200);
    expect(await (await loser.get('/sign-in')).text()).toContain('baru saja dibuat oleh orang lain');
    expect((await app.get(null, '/start')).headers.get('location')).toBe('/');
    expect((await app.post(null, '/start', { ...form, key })).headers.get('location')).toBe('/sign-in');
    expect(await setupLink(app.accounts, 'http://tera.test')).toBeUndefined();
    const users = await test.database.shared.selectFrom('account_users').select('id').execute();
    expect(users).toHaveLength(1);
  });

  it('writes down who was made officer, and gives the root unit the agency’s name', async () => {
    const [agency] = await agencies();
    const db = test.database.forAgency(agency?.id ?? '');
    const { units, events } = await db.read(async (tx) => ({
      units: await tx.db.selectFrom('units').select(['name', 'parent_id']).execute(),
      events: await tx.db.selectFrom('audit_events').select('type').orderBy('id').execute(),
    }));
    expect(units).toEqual([{ name: agency?.name, parent_id: null }]);
    expect(events.map((each) => each.type)).toEqual(['agency.created', 'officer.appointed']);
  });

  it('leaves room for more agencies by command, each code once', async () => {
    const kupang = { code: 'kota-kupang', name: 'Pemerintah Kota Kupang', zone: 'Asia/Makassar' } as const;
    const made = await Promise.all([addAgency(test.database, kupang), addAgency(test.database, kupang)]);
    expect(made.filter(Boolean)).toHaveLength(1);
  });
});

describe('the proposed code', () => {
  it.each([
    ['Pemerintah Kota Sawahlunto', 'kota-sawahlunto'],
    ['Pemerintah  Provinsi  Jambi', 'provinsi-jambi'],
    ['Dinas P&K (Kab. Alor)', 'dinas-p-k-kab-alor'],
    ['!!!', ''],
  ])('of %s is %s', (name, code) => {
    expect(proposedCode(name)).toBe(code);
  });
});
