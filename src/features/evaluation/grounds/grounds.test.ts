/** Reasons that rest on evidence, through the real routes: what is refused, what may be cited, who reads it. */
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { EXAMPLE_ON, evaluationWalk, ratingFields } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import { adoptLocalScheme, instrumentOf, measure, planInWords, realise } from '../local/local.fixture.ts';

const SEEN = 'Menjemput warga lansia yang tidak dapat datang ke loket.';
const TOLD = 'Melayani warga sampai selesai walau loket sudah tutup.';

describe('reasons that rest on evidence', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  const prepare = async (isLocal = false) => {
    serial += 1;
    const city: City = await createCity(test.database, `kota-${serial}`);
    if (isLocal) await city.db.write((tx) => adoptLocalScheme(tx));
    const content = isLocal ? planInWords(samplePlan()) : samplePlan();
    const plan = await givePlan(city.db, city, city.participants.employee, content);
    if (isLocal) {
      await city.db.write((tx) => realise(tx, city, plan));
      await city.db.write((tx) => measure(tx, city));
    }
    const walk = evaluationWalk(app, city);
    const fields = isLocal ? instrumentOf : ratingFields;
    const check = async (more: Record<string, string>) => {
      const response = await app.post(city.appraiser.accountId, `${walk.path}/evaluation/rating`, {
        ...fields(plan, more),
        step: 'check',
      });
      const html = await response.text();
      return {
        status: response.status,
        html,
        errors: [...html.matchAll(/id="([^"]+)-error"/g)].map((match) => match[1]),
      };
    };
    const note = async (who: { accountId: string }, line: string, more: Record<string, string> = {}) => {
      const id = newId();
      const sent = { id, onDate: '2026-03-10', line, seen: SEEN, ...more };
      expect((await app.post(who.accountId, `${walk.path}/diary`, sent)).status).toBe(303);
      return id;
    };
    const read = async (who: { accountId: string }, page: string) =>
      (await app.get(who.accountId, `${walk.path}${page}`)).text();
    return { city, plan, walk, check, note, read };
  };
  const LOYAL = { 'value-loyal-rating': 'above', 'value-loyal-reason': TOLD };

  it('refuses an end of the scale without citation or date, in the form and when it is given', async () => {
    const { check, walk, city } = await prepare();
    const refused = await check(LOYAL);
    expect([refused.status, refused.errors]).toEqual([422, ['value-loyal-on']]);
    expect(refused.html).toContain('href="#value-loyal-on"');
    expect(refused.html).toContain(TOLD);
    expect(refused.html).toContain('Loyal: rating ini berada di ujung skala.');
    expect((await walk.give(1)).status).toBe(422);
    expect(await walk.current()).toBeUndefined();
    // A draft may be saved all the same.
    const draft = await app.post(city.appraiser.accountId, `${walk.path}/evaluation/rating`, {
      revision: '1',
      ...LOYAL,
    });
    expect(draft.status).toBe(303);
  });

  it.each([
    ['a day before the period', { 'value-loyal-on': '2025-12-31' }, ['value-loyal-on']],
    ['a day that has not come', { 'value-loyal-on': '2026-11-24' }, ['value-loyal-on']],
    ['what is no day', { 'value-loyal-on': '2026-02-30' }, ['value-loyal-on']],
    [
      'too few words',
      { 'value-loyal-on': EXAMPLE_ON, 'value-loyal-reason': 'Sangat baik.' },
      ['value-loyal-reason'],
    ],
    ['a source that nobody has', { [`value-loyal-cite-d-${newId()}`]: 'yes' }, ['value-loyal-on']],
  ])('refuses %s', async (_, more, errors) => {
    const { check } = await prepare();
    const refused = await check({ ...LOYAL, ...more });
    expect([refused.status, refused.errors]).toEqual([422, errors]);
  });

  it('offers the appraiser’s notes beside their item, and what is cited is read by the person', async () => {
    const { check, note, walk, city, read } = await prepare();
    const cited = await note(city.appraiser, 'value:loyal');
    await note(city.appraiser, 'value:loyal', { seen: 'Catatan yang tidak dirujuk.' });
    const foreign = await note(city.head, 'value:loyal', { seen: 'Catatan atasan sendiri.' });
    const form = await read(city.appraiser, '/evaluation');
    expect(form).toContain(`name="value-loyal-cite-d-${cited}"`);
    expect(form).not.toContain('Catatan atasan sendiri.');
    // Somebody else's private note is not there to be cited.
    expect((await check({ ...LOYAL, [`value-loyal-cite-d-${foreign}`]: 'yes' })).status).toBe(422);
    const fields = { ...LOYAL, revision: '1', [`value-loyal-cite-d-${cited}`]: 'yes' };
    expect((await check(fields)).status).toBe(303);
    expect(await read(city.employee, '/diary')).not.toContain(SEEN);
    expect((await walk.give(2)).status).toBe(303);

    const result = await walk.current();
    expect(result?.evidence.grounds?.find((each) => each.path === 'behaviour.values.loyal')).toMatchObject({
      what: { id: 'Loyal' },
      cited: [{ kind: 'diary', id: cited, on: '2026-03-10', words: SEEN }],
    });
    expect(JSON.stringify(result?.explanation)).toContain(
      `${TOLD} (Rujukan: catatan pengamatan 10 Maret 2026)`,
    );
    const page = await read(city.employee, '/result');
    expect(page).toContain('Bukti yang dirujuk');
    expect(page).toContain(SEEN);
    const diary = await read(city.employee, '/diary');
    expect(diary).toContain(SEEN);
    expect(diary).not.toContain('Catatan yang tidak dirujuk.');
    // From now on the diary of the period is closed.
    const late = await app.post(city.appraiser.accountId, `${walk.path}/diary`, {
      id: newId(),
      onDate: '2026-03-10',
      seen: SEEN,
    });
    expect(late.status).toBe(422);
  });

  it('asks the decision on behaviour to rest on a value or on an example of its own', async () => {
    const { check } = await prepare();
    const decision = { 'behaviour-rating': 'above', 'behaviour-reason': TOLD };
    const refused = await check(decision);
    expect([refused.status, refused.errors]).toEqual([422, ['behaviour-on']]);
    expect((await check({ ...decision, revision: '1', 'behaviour-on': EXAMPLE_ON })).status).toBe(303);
    const byValue = { ...LOYAL, 'value-loyal-on': EXAMPLE_ON };
    expect((await check({ ...decision, ...byValue, revision: '2' })).status).toBe(303);
  });

  it('asks a form filled with one value for one example', async () => {
    const { check, plan } = await prepare();
    const alike: Record<string, string> = { 'results-rating': 'meets', 'uniform-reason': TOLD };
    for (const { id } of plan.results)
      Object.assign(alike, { [`line-${id}-rating`]: 'meets', [`line-${id}-on`]: '' });
    const refused = await check(alike);
    expect([refused.status, refused.errors]).toEqual([422, ['uniform-on']]);
    expect((await check({ ...alike, revision: '1', 'uniform-on': EXAMPLE_ON })).status).toBe(303);
  });

  it('asks the same of items under a scheme of the agency', async () => {
    const { check, note, walk, city, read } = await prepare(true);
    const name = 'perilaku.appraiser.melayani';
    const best = { [name]: 'teladan', [`${name}.reason`]: TOLD, 'official.behaviour': 'above' };
    const refused = await check(best);
    expect([refused.status, refused.errors]).toEqual([422, [`${name}.on`]]);
    expect((await walk.give(1)).status).toBe(422);
    const cited = await note(city.appraiser, 'item:perilaku.melayani');
    expect(await read(city.appraiser, '/evaluation')).toContain(`name="${name}.cite.d-${cited}"`);
    const granted = await check({ ...best, revision: '1', [`${name}.cite.d-${cited}`]: 'yes' });
    expect(granted.status).toBe(303);
    expect((await walk.give(2)).status).toBe(303);
    const result = await walk.current();
    expect(result?.evidence.grounds).toMatchObject([{ what: { id: 'Melayani' }, cited: [{ id: cited }] }]);
    expect(JSON.stringify(result?.explanation)).toContain('Rujukan: catatan pengamatan 10 Maret 2026');
    expect(await read(city.employee, '/result')).toContain(SEEN);
  });

  it('shows which months the evidence covers, to who rates and to who is rated', async () => {
    const { walk, city, read, check } = await prepare(true);
    const form = await read(city.appraiser, '/evaluation');
    expect(form).toContain('100 % bukti berasal dari triwulan terakhir (sejak 1 Oktober 2026).');
    expect(form).toContain('Ingatan cenderung condong ke minggu-minggu terakhir.');
    expect(form).toContain('Tanpa bukti: Januari 2026');
    await check({});
    await walk.give(1);
    expect((await walk.current())?.evidence.coverage).toMatchObject({ latePercent: 100, total: 4 });
    expect(await read(city.employee, '/result')).toContain('100 % bukti berasal dari triwulan terakhir');
  });
});
