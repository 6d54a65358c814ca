import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { playRound } from './play.ts';

const OLD = '/schemes/pp-30-2019/1';
const ROLES = [
  'employee',
  'colleague',
  'appraiser',
  'head',
  'officer',
  'unitOfficer',
  'auditor',
  'mayor',
  'stranger',
] as const;

describe('practice', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const path = (inside: string) => `/a/${city.code}${inside}`;
  const old = schemeStore().shipped.find(({ scheme }) => scheme.id === 'pp-30-2019');
  if (!old) throw new Error('the scheme of 2019 comes with Tera');
  const start = playRound(old, 'steady', undefined);
  const drafts = { draft: newId(), discussion: newId(), broken: newId() };

  beforeAll(() =>
    city.db.write(async (tx) => {
      const source = (await schemeStore().source(tx, 'pp-30-2019', 1)) ?? '';
      for (const [name, id] of Object.entries(drafts))
        await tx.db
          .insertInto('scheme_drafts')
          .values({
            agency_id: tx.agencyId,
            id,
            scheme_id: 'skema-uji',
            version: 1,
            title: name,
            source: name === 'broken' ? 'language: 1' : source,
            revision: 1,
            state: name === 'draft' ? 'draft' : 'discussion',
            created_by: city.officer.id,
            created_at: tx.now,
            updated_by: city.officer.id,
            updated_at: tx.now,
          })
          .execute();
    }),
  );

  it.each(ROLES)('is open to the %s of the agency', async (role) => {
    const account = city[role].accountId;
    for (const kind of ['steady', 'strong', 'hard', 'nonsense'])
      expect((await app.get(account, path(`${OLD}/practice?case=${kind}`))).status).toBe(200);
    expect((await app.post(account, path(`${OLD}/practice`), { ...start.fields })).status).toBe(200);
    const seesAll = ['officer', 'unitOfficer', 'auditor', 'mayor'].includes(role);
    const draft = await app.get(account, path(`/scheme-drafts/${drafts.draft}/practice`));
    expect(draft.status).toBe(seesAll ? 200 : 404);
    const discussed = await app.get(account, path(`/scheme-drafts/${drafts.discussion}/practice`));
    expect(discussed.status).toBe(200);
  });

  it('is closed to nobody and to another agency', async () => {
    expect((await app.get(null, path(`${OLD}/practice`))).status).toBe(303);
    expect((await app.get(other.officer.accountId, path(`${OLD}/practice`))).status).toBe(404);
    expect((await app.post(other.officer.accountId, path(`${OLD}/practice`), {})).status).toBe(404);
    const foreign = `/a/${other.code}/scheme-drafts/${drafts.discussion}/practice`;
    expect((await app.get(other.officer.accountId, foreign)).status).toBe(404);
  });

  it('of a draft that cannot be read leads to its page, which says why', async () => {
    const answer = await app.get(city.employee.accountId, path(`/scheme-drafts/${drafts.broken}/practice`));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(path(`/scheme-drafts/${drafts.broken}/page`));
    const page = await app.get(city.employee.accountId, path(`/scheme-drafts/${drafts.broken}/page`));
    expect(await page.text()).toContain('belum dapat dibaca sebagai skema');
  });

  it('begins with the example, and says what a change would give and what it was', async () => {
    const page = await (await app.get(city.employee.accountId, path(`${OLD}/practice`))).text();
    expect(page).toContain('Sari (contoh)');
    expect(page).toContain('Ubah isian di bawah');
    // PP 30/2019 Pasal 41: 70 % × 120 + 30 % × 120 = 120, and above 110 a new idea opens the best category.
    const changed = await app.post(city.employee.accountId, path(`${OLD}/practice?case=steady`), {
      ...start.fields,
      'results.score': '120',
      'behaviour.score': '120',
      'newIdea.value': 'yes',
    });
    expect(changed.status).toBe(200);
    const answer = await changed.text();
    expect(answer).toContain('Sebelum Anda mengubah apa pun: Baik (90)');
    expect(answer).toMatch(/Hasilnya<\/dt><dd[^>]*>Sangat Baik</);
  });

  it('keeps what was typed where it cannot be used, and says what to do', async () => {
    const refused = await app.post(city.employee.accountId, path(`${OLD}/practice`), {
      ...start.fields,
      'results.score': 'banyak',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="banyak"');
  });

  it('writes nothing', async () => {
    const rows = async () =>
      (
        await test.owner.query(
          'select (select count(*) from results) as r, (select count(*) from audit_events) as e',
        )
      ).rows;
    const before = await rows();
    await app.post(city.employee.accountId, path(`${OLD}/practice`), { ...start.fields });
    expect(await rows()).toEqual(before);
  });
});
