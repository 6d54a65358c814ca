import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity, createPerson, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../test/support/plans.ts';
import {
  adoptLocalScheme,
  instrumentOf,
  LOCAL_SCHEME,
  measure,
  planInWords,
  realise,
} from '../evaluation/local/local.fixture.ts';
import { done, itemIn, judge, WHEN } from './calibration.fixture.ts';

/** The score of the fixture is 86.74: a border a hair above it. */
const NEAR = LOCAL_SCHEME.replace('{ category: istimewa, from: 95 }', '{ category: istimewa, from: "87.5" }');

describe('calibration under a scheme of the agency', { timeout: 60_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);

  it('proposes what is near a border, shows what the appraiser has no say in, and asks for the category', async () => {
    const made = await createCity(test.database, 'kota-lokal');
    await made.db.write((tx) => adoptLocalScheme(tx, NEAR));
    const plan = await givePlan(made.db, made, made.participants.employee, planInWords(samplePlan()));
    await made.db.write((tx) => realise(tx, made, plan));
    await made.db.write((tx) => measure(tx, made));
    const walk = evaluationWalk(app, made);
    const fields = { ...instrumentOf(plan), step: 'check' };
    await done(await app.post(made.appraiser.accountId, `${walk.path}/evaluation/rating`, fields));
    await done(await walk.give(1));
    const judges: TestPerson[] = [];
    for (const name of ['Tirta Anggara', 'Utami Larasati', 'Vino Bastari'])
      judges.push(
        await made.db.write((tx) =>
          createPerson(tx, {
            account: `lokal:${name}`,
            name,
            unitId: made.units.schools,
            post: 'Kepala Bidang',
            kind: 'administrator',
          }),
        ),
      );
    const city = { ...made, judges, at: (inside: string) => `/a/${made.code}${inside}` };
    const meeting = newId();
    const post = (inside: string, more: Record<string, string> = {}) =>
      app.post(city.mayor.accountId, city.at(`/calibration${inside}`), more);
    await done(await post('', { id: meeting, periodId: city.periodId, unitId: 'agency', ...WHEN }));
    const agenda = await app.get(city.mayor.accountId, city.at(`/calibration/${meeting}/agenda`));
    const page = await agenda.text();
    expect(page).toContain('Mantap · 86,74');
    expect(page).toContain('value="border"');
    await done(await post(`/${meeting}/agenda`, { [`choose-${city.participants.employee}`]: 'border' }));
    await done(
      await post(`/${meeting}/members`, Object.fromEntries(judges.map(({ id }) => [`member-${id}`, 'yes']))),
    );
    await done(await post(`/${meeting}/invitations`));
    const item = await itemIn(city, meeting, city.participants.employee);
    const ids = { meeting, item };
    const [one] = judges;
    if (!one) throw new Error('a judge');
    for (const person of judges)
      await done(
        await app.post(person.accountId, city.at(`/calibration/${meeting}/invitation`), { answer: 'accept' }),
      );
    const dossier = await (
      await app.get(one.accountId, city.at(`/calibration/${meeting}/items/${item}`))
    ).text();
    expect(dossier).toContain('Kehadiran');
    // What the appraiser gave stands nowhere: neither levels of conduct nor the whole score.
    expect(dossier).not.toContain('86,74');
    expect(dossier).not.toContain('Perilaku kerja</dt>');
    const said = async (more: Record<string, string>) => {
      const response = await judge(app, city, one, ids, more);
      return { status: response.status, html: await response.text() };
    };
    expect((await said({})).html).toContain('Pilih kategori.');
    const wrong = await said({ revision: '1', category: 'tertinggal' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('tidak sejalan dengan predikat Baik');
    expect((await said({ revision: '2', category: 'mantap' })).status).toBe(303);
    for (const person of judges.slice(1))
      await done(await judge(app, city, person, ids, { category: 'mantap' }));
    await done(await post(`/${meeting}/items/${item}/opening`));
    const opened = await app.get(city.mayor.accountId, city.at(`/calibration/${meeting}/items/${item}`));
    expect(await opened.text()).toContain('Sesuai ekspektasi · Sesuai ekspektasi · Baik · Mantap');
  });
});
