/** One appraisal under a scheme of the agency through the real routes: who may, what is refused, what comes out. */
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import { adoptLocalScheme, instrumentOf, measure, planInWords, realise } from './local.fixture.ts';

describe('an appraisal under a scheme of the agency', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  const prepare = async (measured = true) => {
    serial += 1;
    const city: City = await createCity(test.database, `kota-${serial}`);
    await city.db.write((tx) => adoptLocalScheme(tx));
    const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
    await city.db.write((tx) => realise(tx, city, plan));
    if (measured) await city.db.write((tx) => measure(tx, city));
    const walk = evaluationWalk(app, city);
    const rate = (fields: Readonly<Record<string, string>> = {}, headers = {}) =>
      app.post(
        city.appraiser.accountId,
        `${walk.path}/evaluation/rating`,
        instrumentOf(plan, fields),
        headers,
      );
    const get = async (who: { accountId: string }, path: string) => {
      const response = await app.get(who.accountId, `${walk.path}${path}`);
      return { status: response.status, text: await response.text() };
    };
    const given = async (fields: Readonly<Record<string, string>> = {}) => {
      expect((await rate({ ...fields, step: 'check' })).status).toBe(303);
      expect((await walk.give(1)).status).toBe(303);
    };
    return { city, plan, walk, rate, get, given };
  };

  it('shows what was measured, asks for the rest, and previews the result', async () => {
    const { city, plan, rate, get } = await prepare();
    const { text } = await get(city.appraiser, '/evaluation');
    expect(text).toContain('Dihitung dari realisasi yang tercatat');
    expect(text).toContain('Entri petugas: Rekap presensi 2026. Dicatat oleh Maya Putri');
    expect(text).toContain('Warga memuji pelayanannya.');
    expect(text).not.toContain(`name="capaian.line.${plan.results[0]?.id}.0.realisation"`);
    expect(text).not.toContain('name="kehadiran.');
    await rate();
    const panel = await get(city.appraiser, '/evaluation/suggestion');
    // Lines 90, 90 and 80 give 86.67; 43.335 + 24 + 19.4.
    expect(panel.text).toContain('Mantap');
    expect(panel.text).toContain('86,74');
  });

  it('gives the result with local category, official predicate and the whole explanation', async () => {
    const { city, walk, given, get } = await prepare();
    await given();
    const result = await walk.current();
    expect(result).toMatchObject({
      category: 'mantap',
      score: '86.74',
      predicate: 'baik',
      resultsRating: 'meets',
      behaviourRating: 'meets',
      schemeId: 'kinerja-contoh',
    });
    const page = await get(city.employee, '/result');
    for (const words of [
      'Mantap',
      '86,74',
      'Predikat kinerja',
      'Dari skema ke predikat resmi',
      'sesuai usulan',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain('Bagaimana nilai ini tersusun');
    const [event] = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['version', 'payload'])
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'result-given')
        .execute(),
    );
    expect(event).toMatchObject({ version: 2, payload: { category: 'mantap', score: '86.74' } });
  });

  it('is not given while attendance is missing, and says whose it is', async () => {
    const { city, walk, rate } = await prepare(false);
    const refused = await rate({ step: 'check' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('Data ini belum tercatat.');
    expect(text).toContain('Menunggu: Petugas kepegawaian.');
    expect(text).toContain('Pertahankan cakupan imunisasi.');
    expect((await walk.give(1)).status).toBe(422);
    expect(await walk.current()).toBeUndefined();
    await city.db.write((tx) => measure(tx, city));
    expect((await walk.give(1)).status).toBe(303);
  });

  it('refuses a departure without a reason and prints it with one', async () => {
    const { city, rate, get } = await prepare();
    const refused = await rate({ 'official.results': 'above', step: 'check' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Rating ini berbeda dari usulan skema. Tuliskan alasannya.');
    const explained = { 'official.results': 'above', 'official.results.reason': 'Menangani dua wabah.' };
    expect((await rate({ ...explained, revision: '1', step: 'check' })).status).toBe(303);
    const { text } = await get(city.appraiser, '/evaluation/check');
    expect(text).toContain('Menangani dua wabah.');
  });

  it('never contradicts the official predicate: the category is aligned, and the page says so', async () => {
    const { city, walk, given, get } = await prepare();
    await given({
      'official.behaviour': 'below',
      'official.behaviour.reason': 'Tiga pengaduan warga yang terbukti.',
    });
    expect(await walk.current()).toMatchObject({ predicate: 'kurang', category: 'tertinggal' });
    const { text } = await get(city.employee, '/result');
    expect(text).toContain('Penyelarasan dengan predikat resmi');
    expect(text).toContain('Tiga pengaduan warga yang terbukti.');
  });

  it('changes official ratings on an objection; the category follows', async () => {
    const { city, walk, given, get } = await prepare();
    await given();
    await walk.act(city.appraiser, 'ratification');
    await walk.act(city.employee, 'objection', { reason: 'Wabah tidak dihitung.' });
    await walk.act(city.appraiser, 'explanation', { reason: 'Di luar SKP.' });
    const decided = await walk.act(city.head, 'decision', {
      reason: 'Wabah adalah tugas pokok.',
      decision: 'changed',
      newResultId: newId(),
      'results-rating': 'below',
      'behaviour-rating': 'below',
    });
    expect(decided.status).toBe(303);
    const result = await walk.current();
    expect(result).toMatchObject({
      version: 2,
      state: 'decided',
      predicate: 'sangat-kurang',
      category: 'tertinggal',
    });
    expect(result?.score).toBe('86.74');
    const { text } = await get(city.employee, '/result');
    expect(text).toContain('Wabah adalah tugas pokok.');
  });

  it('can be withdrawn and given anew: the form opens as it was, and both versions stay', async () => {
    const { city, walk, given, rate, get } = await prepare();
    await given();
    const back = { reason: 'Ada bukti baru.', ground: 'new-evidence' };
    expect((await walk.act(city.appraiser, 'withdrawal', back)).status).toBe(303);
    const form = await get(city.appraiser, '/evaluation');
    expect(form.text).toMatch(/name="perilaku.appraiser.melayani" value="baik" checked/);
    const better = {
      'perilaku.appraiser.melayani': 'cukup',
      'perilaku.appraiser.melayani.reason': 'Dua keluhan.',
    };
    expect((await rate({ ...better, revision: '2', step: 'check' })).status).toBe(303);
    expect((await walk.give(3)).status).toBe(303);
    expect((await walk.act(city.appraiser, 'ratification')).status).toBe(303);
    expect((await walk.act(city.employee, 'acceptance')).status).toBe(303);
    // (60 + 80) / 2 = 70 for conduct: 43.335 + 21 + 19.4.
    expect(await walk.current()).toMatchObject({ version: 2, state: 'accepted', score: '83.74' });
    const { text } = await get(city.employee, '/result');
    expect(text).toContain('Versi 1');
    expect(text).toContain('Dua keluhan.');
  });

  it('gives the explanation as JSON to those who may read the result, and records that they did', async () => {
    const { city, walk, given } = await prepare();
    await given();
    const result = await walk.current();
    const path = `${walk.path}/result/explanation.json`;
    const response = await app.get(city.employee.accountId, path);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(result?.explanation);
    const status = async (who: { accountId: string } | null) =>
      (await app.get(who?.accountId ?? null, path)).status;
    for (const who of [city.appraiser, city.head, city.officer, city.unitOfficer, city.auditor, city.mayor])
      expect([who.name, await status(who)]).toEqual([who.name, 200]);
    for (const who of [city.colleague, city.stranger])
      expect([who.name, await status(who)]).toEqual([who.name, 404]);
    expect(await status(null)).toBe(303);
    const looks = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('actor_id')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .where('what', '=', 'result')
        .execute(),
    );
    expect(new Set(looks.map((look) => look.actor_id))).toEqual(
      new Set(
        [city.appraiser, city.head, city.officer, city.unitOfficer, city.auditor, city.mayor].map(
          (who) => who.id,
        ),
      ),
    );
  });

  it('lets the appraiser save, and nobody else', async () => {
    const { city, plan, walk } = await prepare();
    const other = await createCity(test.database, `tetangga-${serial}`);
    const status = async (who: { accountId: string } | null) =>
      (await app.post(who?.accountId ?? null, `${walk.path}/evaluation/rating`, instrumentOf(plan))).status;
    for (const who of [city.employee, city.head, city.officer, city.unitOfficer, city.auditor, city.mayor])
      expect([who.name, await status(who)]).toEqual([who.name, 403]);
    for (const who of [city.colleague, city.stranger, other.appraiser])
      expect([who.name, await status(who)]).toEqual([who.name, 404]);
    expect(await status(null)).toBe(303);
    expect(await status(city.appraiser)).toBe(303);
  });

  it('has one outcome for a double click, two windows and a stale draft', async () => {
    const { city, plan, walk, rate } = await prepare();
    await rate();
    const stale = await rate({ revision: '0', notes: 'lama' }, { 'x-autosave': '1' });
    expect(stale.status).toBe(409);
    const saved = await rate({ revision: '1' }, { 'x-autosave': '1' });
    expect([saved.status, saved.headers.get('x-revision')]).toEqual([204, '2']);
    const id = newId();
    const twice = await Promise.all([walk.give(2, id), walk.give(2, id), walk.give(2, newId())]);
    expect(twice.map((response) => response.status).sort()).toEqual([303, 303, 409]);
    const late = await app.post(
      city.appraiser.accountId,
      `${walk.path}/evaluation/rating`,
      instrumentOf(plan, { revision: '2' }),
    );
    expect(late.status).toBe(409);
  });
});
