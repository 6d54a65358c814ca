/** Two at once, twice at once, too late, too old: one outcome, nothing lost, nothing half done. */
import { describe, expect, it } from 'vitest';
import { loadScheme } from '#app/schemes.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk, ratingFields, selfFields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { explainEvidence } from './build-evidence.ts';
import { isLocalEvidence } from './content.ts';
import { lapseObjections, runEvaluationDeadlines } from './jobs.ts';
import { evaluationActs, objectionOf, resultsOf } from './queries.ts';

describe('an evaluation under pressure', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;

  const prepare = async (zone = 'Asia/Jakarta') => {
    test.setNow(TEST_NOW);
    serial += 1;
    const city: City = await createCity(test.database, `kota-${serial}`);
    await test.database.shared
      .updateTable('agencies')
      .set({ zone })
      .where('id', '=', city.agencyId)
      .execute();
    const plan = await givePlan(city.db, city, city.participants.employee);
    const walk = evaluationWalk(app, city);
    const acts = () => city.db.read((tx) => evaluationActs(tx, city.participants.employee, '2026-12-31'));
    const results = () => city.db.read((tx) => resultsOf(tx, city.participants.employee));
    return { city, plan, walk, acts, results };
  };
  const statuses = async (...responses: Promise<Response>[]) =>
    (await Promise.all(responses)).map((response) => response.status).sort();

  it('gives one result for a double click, and refuses another form', async () => {
    const { plan, walk, results, acts } = await prepare();
    await walk.rate(plan);
    const id = newId();
    expect(await statuses(walk.give(1, id), walk.give(1, id), walk.give(1, id))).toEqual([303, 303, 303]);
    expect((await results()).map((result) => result.id)).toEqual([id]);
    expect((await acts()).map((act) => act.act).sort()).toEqual(['give', 'submit']);
    expect((await walk.give(1, newId())).status).toBe(409);
  });

  it('gives one result when the appraiser sends the form from two windows', async () => {
    const { plan, walk, results } = await prepare();
    await walk.rate(plan);
    expect(await statuses(walk.give(1), walk.give(1))).toEqual([303, 409]);
    expect(await results()).toHaveLength(1);
  });

  it('refuses a stale rating draft and keeps what was saved', async () => {
    const { city, plan, walk } = await prepare();
    await walk.rate(plan);
    const stale = await app.post(
      city.appraiser.accountId,
      `${walk.path}/evaluation/rating`,
      ratingFields(plan, { revision: '0', notes: 'lama' }),
      { 'x-autosave': '1' },
    );
    expect(stale.status).toBe(409);
    expect((await walk.give(0)).status).toBe(409);
    const saved = await app.post(
      city.appraiser.accountId,
      `${walk.path}/evaluation/rating`,
      ratingFields(plan, { revision: '1' }),
      { 'x-autosave': '1' },
    );
    expect([saved.status, saved.headers.get('x-revision')]).toEqual([204, '2']);
  });

  it('ends ratify against withdraw in one of the two', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { city, plan, walk, results } = await prepare();
      await walk.given(plan);
      const takeBack = { reason: 'Ada bukti baru.', ground: 'new-evidence' };
      const ratify = () => walk.act(city.appraiser, 'ratification');
      const withdraw = () => walk.act(city.appraiser, 'withdrawal', takeBack);
      const order = round % 2 === 0 ? [ratify(), withdraw()] : [withdraw(), ratify()];
      expect(await statuses(...order)).toEqual([303, 409]);
      const [result] = await results();
      expect(['ratified', 'withdrawn']).toContain(result?.state);
      expect(result?.supersededAt === null).toBe(result?.state === 'ratified');
    }
  });

  it('ends accept against object in one of the two', async () => {
    const { city, plan, walk, results } = await prepare();
    await walk.ratified(plan);
    const outcome = await statuses(
      walk.act(city.employee, 'acceptance'),
      walk.act(city.employee, 'objection', { reason: 'Tidak setuju.' }),
    );
    expect(outcome).toEqual([303, 409]);
    const [result] = await results();
    const objection = await city.db.read((tx) => objectionOf(tx, city.participants.employee));
    expect(result?.state).toBe(objection ? 'objected' : 'accepted');
  });

  it('decides an objection once, also when it is changed twice at once', async () => {
    const { city, plan, walk, results } = await prepare();
    await walk.explained(plan);
    const decision = () => ({
      reason: 'Bukti menunjukkan perilaku yang menjadi teladan.',
      decision: 'changed',
      newResultId: newId(),
      'results-rating': 'above',
      'behaviour-rating': 'above',
    });
    const outcome = await statuses(
      walk.act(city.head, 'decision', decision()),
      walk.act(city.head, 'decision', decision()),
    );
    expect(outcome).toEqual([303, 409]);
    const all = await results();
    expect(all.map((result) => [result.version, result.state, result.predicate])).toEqual([
      [2, 'decided', 'sangat-baik'],
      [1, 'decided', 'baik'],
    ]);
    expect(all[1]?.supersededAt).not.toBeNull();
  });

  it('changes nothing at all when one statement of giving fails', async () => {
    const { city, plan, walk, results, acts } = await prepare();
    const second = evaluationWalk(app, city, city.participants.colleague);
    const otherPlan = await givePlan(city.db, city, city.participants.colleague);
    await second.given(otherPlan);
    await walk.rate(plan);
    const taken = (await second.current())?.id;
    expect((await walk.give(1, taken)).status).toBe(500);
    expect([await results(), await acts()]).toEqual([[], []]);
    expect((await walk.give(1)).status).toBe(303);
  });

  it('keeps with the result everything it was computed from', async () => {
    const { city, plan, walk, results } = await prepare();
    await app.post(city.employee.accountId, `${walk.path}/evaluation/self`, {
      ...selfFields(plan),
      step: 'submit',
    });
    await walk.given(plan);
    const [result] = await results();
    if (!result) throw new Error('no result');
    const scheme = loadScheme(result.schemeId, result.schemeVersion);
    if (!scheme) throw new Error('the scheme is not there');
    const again = explainEvidence(scheme, result.evidence);
    expect(again.explanation).toEqual(result.explanation);
    expect(again.official).toEqual({ results: 'above', behaviour: 'meets', predicate: 'baik' });
    expect(result.predicate).toBe('baik');
    if (isLocalEvidence(result.evidence)) throw new Error('evidence of the national scheme');
    const line = again.explanation?.children[0]?.children[0]?.inputs[0];
    expect(line?.source).toEqual({
      who: 'Budi Santoso',
      when: TEST_NOW.toISOString(),
      note: `${result.evidence.lines[0]?.reason} (Kejadian 12 Mei 2026)`,
    });
    expect(result.evidence.lines.map((each) => each.selfRating)).toEqual(['meets', 'meets', 'meets']);
  });

  // PP 30/2019 Article 59: within 14 days of receipt; here calendar days in the agency's zone.
  for (const [zone, lastSecond, firstSecond] of [
    ['Asia/Jakarta', '2026-12-07T16:59:00Z', '2026-12-07T17:01:00Z'],
    ['Asia/Makassar', '2026-12-07T15:59:00Z', '2026-12-07T16:01:00Z'],
    ['Asia/Jayapura', '2026-12-07T14:59:00Z', '2026-12-07T15:01:00Z'],
  ] as const) {
    it(`counts the days to object in ${zone}: 23:59 is in time, 00:01 is not`, async () => {
      const inTime = await prepare(zone);
      await inTime.walk.ratified(inTime.plan);
      expect((await inTime.results())[0]).toMatchObject({
        receivedOn: '2026-11-23',
        objectionDeadline: '2026-12-07',
      });
      test.setNow(new Date(lastSecond));
      expect(await lapseObjections(inTime.city.db, zone)).toBe(0);
      const objection = await inTime.walk.act(inTime.city.employee, 'objection', { reason: 'Belum adil.' });
      expect(objection.status).toBe(303);

      const late = await prepare(zone);
      await late.walk.ratified(late.plan);
      test.setNow(new Date(firstSecond));
      const refused = await late.walk.act(late.city.employee, 'objection', { reason: 'Terlambat sedikit.' });
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).toContain('Batas waktu keberatan sudah lewat pada 7 Desember 2026');
      expect(await lapseObjections(late.city.db, zone)).toBe(1);
      expect(await lapseObjections(late.city.db, zone)).toBe(0);
      expect((await late.results())[0]?.state).toBe('accepted');
      expect((await late.acts())[0]).toMatchObject({ act: 'lapse', actor: null });
      test.setNow(TEST_NOW);
    });
  }

  it('lets whoever gets there first decide between acceptance and lapse', async () => {
    const { city, plan, walk, acts } = await prepare();
    await walk.ratified(plan);
    test.setNow(new Date('2026-12-08T01:00:00Z'));
    await Promise.all([
      lapseObjections(city.db, 'Asia/Jakarta'),
      lapseObjections(city.db, 'Asia/Jakarta'),
      walk.act(city.employee, 'acceptance'),
    ]);
    const ends = (await acts()).filter((act) => act.act === 'lapse' || act.act === 'accept');
    expect(ends).toHaveLength(1);
    test.setNow(TEST_NOW);
  });

  it('lets the superior decide without an explanation only after its deadline', async () => {
    const { city, plan, walk } = await prepare();
    await walk.objected(plan);
    const decision = { reason: 'Tetap.', decision: 'upheld', newResultId: newId() };
    test.setNow(new Date('2026-11-30T16:59:00Z'));
    expect((await walk.act(city.head, 'decision', decision)).status).toBe(422);
    test.setNow(new Date('2026-11-30T17:01:00Z'));
    expect((await walk.act(city.head, 'decision', decision)).status).toBe(303);
    test.setNow(TEST_NOW);
  });

  it('lapses once however often the job runs, and tells the employee', async () => {
    const { city, plan, walk, acts } = await prepare();
    await walk.ratified(plan);
    test.setNow(new Date('2026-12-07T18:00:00Z'));
    await Promise.all([runEvaluationDeadlines(test.database), runEvaluationDeadlines(test.database)]);
    await runEvaluationDeadlines(test.database);
    expect((await acts()).filter((act) => act.act === 'lapse')).toHaveLength(1);
    const told = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'kind'])
        .where('agency_id', '=', tx.agencyId)
        .where('kind', 'like', 'deadline%')
        .execute(),
    );
    expect(told).toEqual([{ person_id: city.employee.id, kind: 'deadline-passed' }]);
    test.setNow(TEST_NOW);
  });
});
