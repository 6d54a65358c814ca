/** What a rating form is refused for, what changes reach the employee, and that the page hears of it at once. */
import { describe, expect, it } from 'vitest';
import { VALUE_CODES } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk, type Fields, ratingFields, selfFields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';

describe('rating and result', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  const prepare = async () => {
    serial += 1;
    const city: City = await createCity(test.database, `kota-${serial}`);
    const plan = await givePlan(city.db, city, city.participants.employee);
    return { city, plan, walk: evaluationWalk(app, city) };
  };
  const check = async (made: Awaited<ReturnType<typeof prepare>>, fields: Fields) => {
    const response = await app.post(made.city.appraiser.accountId, `${made.walk.path}/evaluation/rating`, {
      ...ratingFields(made.plan, fields),
      step: 'check',
    });
    return { status: response.status, text: await response.text() };
  };

  it('asks for the reason of every rating above or below, and keeps what was typed', async () => {
    const made = await prepare();
    const id = made.plan.results[0]?.id ?? '';
    const { status, text } = await check(made, {
      [`line-${id}-reason`]: '',
      notes: 'Catatan yang sudah ditulis.',
    });
    expect(status).toBe(422);
    expect(text).toContain('Tuliskan alasan untuk rating di atas atau di bawah ekspektasi.');
    expect(text).toContain('Catatan yang sudah ditulis.');
    expect(text).toContain('name="revision" value="1"');
    expect((await made.walk.give(1)).status).toBe(422);
    expect(await made.walk.current()).toBeUndefined();
  });

  it('refuses "above" for the whole while a main result is below (PermenPANRB 6/2022, Articles 24-25)', async () => {
    const made = await prepare();
    const id = made.plan.results[0]?.id ?? '';
    const { status, text } = await check(made, { [`line-${id}-rating`]: 'below' });
    expect(status).toBe(422);
    expect(text).toContain('Ada hasil kerja utama di bawah ekspektasi');
    const panel = await app.get(made.city.appraiser.accountId, `${made.walk.path}/evaluation/suggestion`);
    expect(await panel.text()).toContain('Tidak dapat dipilih: Di atas ekspektasi');
  });

  it('asks why a decision departs from the suggestion', async () => {
    const made = await prepare();
    const refused = await check(made, { 'results-rating': 'meets' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Keputusan berbeda dari saran. Tuliskan alasannya.');
    const granted = await check(made, {
      revision: '1',
      'results-rating': 'meets',
      'results-reason': 'Target tahun ini rendah.',
    });
    expect(granted.status).toBe(303);
  });

  it('asks for one sentence when everything is rated alike', async () => {
    const made = await prepare();
    const alike = Object.fromEntries([
      ...made.plan.results.map(({ id }) => [`line-${id}-rating`, 'meets']),
      ...VALUE_CODES.map((code) => [`value-${code}-rating`, 'meets']),
      ['results-rating', 'meets'],
    ]);
    const refused = await check(made, alike);
    expect(refused.text).toContain('Semua rating sama. Tuliskan satu kalimat mengapa demikian.');
    const granted = await check(made, { ...alike, revision: '1', 'uniform-reason': 'Tahun yang rata.' });
    expect(granted.status).toBe(303);
  });

  it('holds back a self-assessment that lacks a realisation, and closes it when the result is given', async () => {
    const { city, plan, walk } = await prepare();
    const id = plan.results[0]?.id ?? '';
    const send = (fields: Fields) =>
      app.post(city.employee.accountId, `${walk.path}/evaluation/self`, {
        ...selfFields(plan, fields),
        step: 'submit',
      });
    const refused = await send({ [`line-${id}-realisation`]: ' ' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Tuliskan realisasinya.');
    expect((await send({ revision: '1' })).status).toBe(303);
    await walk.given(plan);
    const reopened = await app.post(city.employee.accountId, `${walk.path}/evaluation/self/reopening`);
    expect(reopened.status).toBe(422);
  });

  it('labels a change made for the distribution pattern to the employee', async () => {
    const { city, plan, walk } = await prepare();
    await walk.given(plan);
    await walk.act(city.appraiser, 'withdrawal', {
      ground: 'distribution',
      reason: 'Porsi Baik di unit melampaui pedoman.',
    });
    await walk.given(plan, { revision: '2', 'results-rating': 'meets', 'results-reason': 'Pola unit.' });
    const page = await (await app.get(city.employee.accountId, `${walk.path}/result`)).text();
    expect(page).toContain('Hasil diubah karena penyesuaian pola distribusi');
    expect(page).toContain('Porsi Baik di unit melampaui pedoman.');
    expect((await walk.current())?.version).toBe(2);
  });

  it('says what is awaited before there is a result', async () => {
    const { city, walk } = await prepare();
    const page = await (await app.get(city.employee.accountId, `${walk.path}/result`)).text();
    expect(page).toContain('Hasil ditunggu dari Budi Santoso, paling lambat 20 Desember 2026.');
  });

  it("wakes the employee's open page when the appraiser has given the result", async () => {
    const { city, plan, walk } = await prepare();
    await walk.rate(plan);
    const stop = new AbortController();
    const response = await app.app.request(`http://tera.test/a/${city.code}/live`, {
      headers: { 'x-test-account': city.employee.accountId },
      signal: stop.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('no stream');
    expect((await reader.read()).value).toContain('event: open');
    expect((await walk.give(1)).status).toBe(303);
    const { value } = await reader.read();
    expect(value).toContain('event: change');
    await reader.cancel();
    stop.abort();
  });

  it('lets the superior act where the post of the appraiser is vacant', async () => {
    const { city, plan, walk } = await prepare();
    await city.db.write((tx) =>
      tx.db
        .updateTable('participants')
        .set({ appraiser_id: null })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', city.participants.employee)
        .execute(),
    );
    expect((await app.get(city.appraiser.accountId, `${walk.path}/evaluation`)).status).not.toBe(200);
    const saved = await app.post(city.head.accountId, `${walk.path}/evaluation/rating`, ratingFields(plan));
    expect(saved.status).toBe(303);
    expect((await walk.give(1, undefined, city.head)).status).toBe(303);
    expect((await walk.act(city.head, 'ratification')).status).toBe(303);
  });

  it('refuses acts that come too early, too late or on another version', async () => {
    const { city, plan, walk } = await prepare();
    const words = { reason: 'Alasan.' };
    const back = { ...words, ground: 'correction' };
    const decision = { ...words, decision: 'upheld', newResultId: newId() };
    const refused = async (...attempts: Promise<Response>[]) => {
      for (const response of await Promise.all(attempts)) expect(response.status).toBe(409);
    };
    await refused(walk.act(city.appraiser, 'ratification'), walk.act(city.employee, 'acceptance'));
    await walk.given(plan);
    const old = (await walk.current())?.id ?? '';
    await refused(
      walk.act(city.employee, 'acceptance'),
      walk.act(city.employee, 'objection', words),
      walk.act(city.head, 'revocation', back),
    );
    await walk.act(city.appraiser, 'withdrawal', back);
    await walk.ratified(plan, { revision: '2' });
    await refused(
      walk.act(city.employee, 'acceptance', { resultId: old }),
      walk.act(city.appraiser, 'ratification'),
      walk.act(city.appraiser, 'withdrawal', back),
      walk.act(city.appraiser, 'explanation', words),
      walk.act(city.head, 'decision', decision),
    );
    await walk.act(city.employee, 'acceptance');
    await refused(walk.act(city.employee, 'objection', words), walk.act(city.employee, 'acceptance'));
    expect((await walk.act(city.head, 'revocation', back)).status).toBe(303);
    expect(await walk.current()).toBeUndefined();
  });

  it('asks for ground and reason in words, beside the field, and keeps what was typed', async () => {
    const { city, plan, walk } = await prepare();
    await walk.given(plan);
    const response = await walk.act(city.appraiser, 'withdrawal', { reason: 'Sudah diketik.' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Sudah diketik.');
    expect(page).toContain('ground-error');
    expect((await walk.current())?.state).toBe('given');
  });

  it('appends every act to the record of the person concerned', async () => {
    const { city, plan, walk } = await prepare();
    await app.post(city.employee.accountId, `${walk.path}/evaluation/self`, {
      ...selfFields(plan),
      step: 'submit',
    });
    await walk.explained(plan);
    await walk.act(city.head, 'decision', {
      reason: 'Perilaku menjadi teladan.',
      decision: 'changed',
      newResultId: newId(),
      'results-rating': 'above',
      'behaviour-rating': 'above',
    });
    const events = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['type', 'actor_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .orderBy('id')
        .execute(),
    );
    expect(events.map((event) => [event.type, event.actor_id])).toEqual([
      ['self-assessment-submitted', city.employee.id],
      ['result-given', city.appraiser.id],
      ['result-ratified', city.appraiser.id],
      ['objection-filed', city.employee.id],
      ['objection-explained', city.appraiser.id],
      ['objection-decided', city.head.id],
    ]);
    const result = await walk.current();
    expect(result).toMatchObject({ version: 2, state: 'decided', predicate: 'sangat-baik' });
    const page = await (await app.get(city.employee.accountId, `${walk.path}/result`)).text();
    expect(page).toContain('Diputuskan oleh Sari Wulandari');
  });

  it('gives nothing in a period that is closed', async () => {
    const { city, plan, walk } = await prepare();
    await walk.rate(plan);
    await city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ state: 'closed' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', city.periodId)
        .execute(),
    );
    expect((await walk.give(1)).status).toBe(422);
  });
});
