import { describe, expect, it } from 'vitest';
import { agencyToday } from '#features/people/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import {
  type CalibrationCity,
  calibrationCity,
  done,
  meetingIn,
  openedIn,
  RETURNED,
  WHEN,
} from './calibration.fixture.ts';
import { remindOfCalibration } from './jobs.ts';
import { calibrationWaiting } from './waiting.ts';

describe('a returned appraisal', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const read = async (response: Response) => ({ status: response.status, html: await response.text() });
  /** An hour later: what is in force is a question of moments. */
  const later = async (city: CalibrationCity) =>
    test.setNow(new Date((await city.db.read(async (tx) => tx.now)).getTime() + 3_600_000));
  const get = async (who: { accountId: string }, path: string) => read(await app.get(who.accountId, path));

  it('returns only what is given and not ratified, and never changes a rating', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    const before = await evaluationWalk(app, city).current();
    await done(await evaluationWalk(app, city).act(city.appraiser, 'ratification'));
    const post = (fields: Record<string, string>) => app.post(city.mayor.accountId, `${path}/return`, fields);
    const refused = await read(await post(RETURNED));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('sudah disahkan');
    expect(refused.html).toContain('Dua laporan triwulan tidak dibaca.');
    expect((await post({ ...RETURNED, kind: 'harsh' })).status).toBe(422);
    await done(await app.post(city.mayor.accountId, `${path}/note`));
    const after = await evaluationWalk(app, city).current();
    expect(after?.id).toBe(before?.id);
    expect(after?.predicate).toBe(before?.predicate);
    const own = await get(city.employee, city.at(`/appraisals/${city.participants.employee}/result`));
    expect(own.html).toContain('Dibahas dalam rapat kalibrasi');
    expect(own.html).toContain('Tidak ada catatan');
    for (const each of city.judges) expect(own.html).not.toContain(each.name);
  });

  it('is answered before ratifying: the author stands, and the employee reads both', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    await done(await app.post(city.mayor.accountId, `${path}/return`, RETURNED));
    const waiting = await city.db.read((tx) => calibrationWaiting(tx, city.appraiser.id));
    expect(waiting).toMatchObject({ returns: 1 });
    const ratified = await evaluationWalk(app, city).act(city.appraiser, 'ratification');
    expect(ratified.headers.get('location')).toBe(city.at(`/calibration-returns/${item}`));
    expect((await evaluationWalk(app, city).current())?.state).toBe('given');
    const page = city.at(`/calibration-returns/${item}`);
    expect((await get(city.appraiser, page)).html).toContain('Dua laporan triwulan tidak dibaca.');
    const answer = (words: string, who: { accountId: string } = city.appraiser) =>
      app.post(who.accountId, `${page}/answer`, { words });
    expect((await answer(' ')).status).toBe(422);
    for (const who of [city.head, city.mayor, city.employee, city.officer])
      expect((await answer('Bukan saya.', who)).status).toBe(404);
    await done(await answer('Kedua laporan sudah dihitung.'));
    await done(await answer('Kedua laporan sudah dihitung.'));
    expect((await answer('Lain lagi.')).status).toBe(409);
    const own = await get(city.employee, city.at(`/appraisals/${city.participants.employee}/result`));
    expect(own.html).toContain('Dua laporan triwulan tidak dibaca.');
    expect(own.html).toContain('Bertahan: Kedua laporan sudah dihitung.');
    await done(await evaluationWalk(app, city).act(city.appraiser, 'ratification'));
    expect((await evaluationWalk(app, city).current())?.state).toBe('ratified');
  });

  it('and a meeting that is near remind once whoever has something to do', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const remind = () => city.db.write(remindOfCalibration);
    expect(await remind()).toBe(0);
    const today = await city.db.read(agencyToday);
    const base = city.at(`/calibration/${meeting}`);
    await done(await app.post(city.mayor.accountId, `${base}/arrangement`, { ...WHEN, heldOn: today }));
    const returned = { ...RETURNED, dueOn: today };
    await done(await app.post(city.mayor.accountId, `${base}/items/${item}/return`, returned));
    // Four members have the second dossier to judge; the appraiser a return to answer.
    expect(await remind()).toBe(5);
    expect(await remind()).toBe(0);
  });

  it('labels a change made because of the distribution, whatever the form says', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    await done(await app.post(city.mayor.accountId, `${path}/return`, { ...RETURNED, kind: 'distribution' }));
    const result = city.at(`/appraisals/${city.participants.employee}/result`);
    const form = await get(city.appraiser, result);
    expect(form.html).toContain('name="ground" value="distribution"');
    expect(form.html).not.toContain('<select class="select w-full " id="ground"');
    const walk = evaluationWalk(app, city);
    await later(city);
    await done(
      await walk.act(city.appraiser, 'withdrawal', {
        ground: 'correction',
        reason: 'Disesuaikan dengan unit.',
      }),
    );
    const own = await get(city.employee, result);
    expect(own.html).toContain('penyesuaian pola distribusi');
    expect(own.html).toContain('Ditarik untuk diubah: Disesuaikan dengan unit.');
    const acts = await city.db.read((tx) =>
      tx.db
        .selectFrom('acts')
        .select(['act', 'ground'])
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', city.participants.employee)
        .where('act', '=', 'withdraw')
        .execute(),
    );
    expect(acts).toEqual([{ act: 'withdraw', ground: 'distribution' }]);
    // Given anew: the meeting's page says what came of it.
    const agreed = await city.db.read((tx) => agreedContent(tx, city.participants.employee));
    const plan = agreed?.content;
    if (!plan) throw new Error('a plan');
    const { revision } = await city.db.read((tx) =>
      tx.db
        .selectFrom('assessments')
        .select('revision')
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', city.participants.employee)
        .where('voice', '=', 'appraiser')
        .executeTakeFirstOrThrow(),
    );
    const lower = Object.fromEntries(plan.results.flatMap(({ id }) => [[`line-${id}-rating`, 'below']]));
    await later(city);
    await walk.given(plan, {
      revision: String(revision),
      ...lower,
      'results-rating': 'below',
      'results-reason': 'Disesuaikan dengan unit.',
      'results-on': '2026-05-12',
    });
    expect((await get(city.mayor, path)).html).toContain('Hasil baru: Butuh Perbaikan');
    const minutes = await get(city.mayor, city.at(`/calibration/${meeting}/minutes`));
    expect(minutes.html).toContain('0 naik, 1 turun');
  });

  it('meets a ratification at once: returned or ratified, never both', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const [returned, ratified] = await Promise.all([
      app.post(city.mayor.accountId, city.at(`/calibration/${meeting}/items/${item}/return`), RETURNED),
      evaluationWalk(app, city).act(city.appraiser, 'ratification'),
    ]);
    const state = (await evaluationWalk(app, city).current())?.state;
    const isReturned = returned.status === 303;
    expect(state).toBe(isReturned ? 'given' : 'ratified');
    expect(ratified.headers.get('location')?.includes('calibration-returns')).toBe(isReturned);
  });
});
