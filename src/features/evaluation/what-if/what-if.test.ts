/** Playing with one's own result: what would come out, who may, that nothing is kept, and that it stays small. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import { adoptLocalScheme, instrumentOf, measure, planInWords, realise } from '../local/local.fixture.ts';

describe('what if', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  const prepare = async (local: boolean) => {
    serial += 1;
    const city = await createCity(test.database, `kota-${serial}`);
    if (local) await city.db.write((tx) => adoptLocalScheme(tx));
    const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
    const walk = evaluationWalk(app, city);
    if (local) {
      await city.db.write((tx) => realise(tx, city, plan));
      await city.db.write((tx) => measure(tx, city));
      const rated = await app.post(
        city.appraiser.accountId,
        `${walk.path}/evaluation/rating`,
        instrumentOf(plan),
      );
      expect(rated.status).toBe(303);
    } else await walk.rate(plan);
    expect((await walk.give(1)).status).toBe(303);
    const path = `${walk.path}/result/what-if`;
    const fields = async () => fieldsOf(await (await app.get(city.employee.accountId, path)).text());
    const play = async (changes: Readonly<Record<string, string>>) => {
      const response = await app.post(city.employee.accountId, path, { ...(await fields()), ...changes });
      return { status: response.status, text: await response.text() };
    };
    return { city, plan, walk, path, play };
  };

  it('says what would come out and what would differ, and keeps nothing', async () => {
    const { city, walk, play } = await prepare(true);
    const before = await walk.current();
    const rows = () =>
      city.db.read((tx) =>
        tx.db
          .selectFrom('audit_events')
          .select((each) => each.fn.countAll().as('count'))
          .where('agency_id', '=', tx.agencyId)
          .executeTakeFirst(),
      );
    const recorded = await rows();
    // The first line doubled is 100 instead of 90: (100 + 90 + 80) / 3 = 90; 45 + 24 + 19.4.
    const { status, text } = await play({
      'capaian.line.0.0.realisation': '190',
      'capaian.line.0.1.realisation': '1',
    });
    expect(status).toBe(200);
    expect(text).toContain('88,4');
    expect(text).toContain('Yang akan berbeda');
    expect(await walk.current()).toEqual(before);
    expect(await rows()).toEqual(recorded);
  });

  it('closes the gate when there was a punishment', async () => {
    const { play } = await prepare(true);
    const { text } = await play({ 'hukuman.value': 'yes' });
    expect(text).toMatch(/Berkembang/);
    expect(text).toContain('Ada hukuman disiplin sedang atau berat.');
  });

  it('works for the national scheme too', async () => {
    const { play } = await prepare(false);
    const { status, text } = await play({ 'behaviour.rating': 'above' });
    expect(status).toBe(200);
    expect(text).toContain('Sangat Baik');
  });

  it('says at the field what cannot be read, and keeps what was typed', async () => {
    const { play } = await prepare(true);
    const { status, text } = await play({ 'capaian.line.0.0.realisation': 'seratus' });
    expect(status).toBe(422);
    expect(text).toContain('value="seratus"');
    expect(text).toContain('tulis angka, misalnya 95 atau 97,5');
  });

  it('is for the person, the appraiser and the superior', async () => {
    const { city, path, walk } = await prepare(true);
    const status = async (who: { accountId: string } | null) => [
      (await app.get(who?.accountId ?? null, path)).status,
      (await app.post(who?.accountId ?? null, path)).status,
    ];
    for (const who of [city.employee, city.appraiser, city.head])
      expect([who.name, await status(who)]).toEqual([who.name, [200, 200]]);
    for (const who of [city.officer, city.unitOfficer, city.auditor, city.mayor])
      expect([who.name, await status(who)]).toEqual([who.name, [403, 403]]);
    for (const who of [city.colleague, city.stranger])
      expect([who.name, await status(who)]).toEqual([who.name, [404, 404]]);
    expect(await status(null)).toEqual([303, 303]);
    const linked = async (who: { accountId: string }) =>
      (await (await app.get(who.accountId, `${walk.path}/result`)).text()).includes('/result/what-if');
    expect([await linked(city.employee), await linked(city.officer)]).toEqual([true, false]);
  });

  it('is under 20 kB on the way, also after something was changed', async () => {
    const { city, path, play } = await prepare(true);
    const page = await (await app.get(city.employee.accountId, path)).text();
    const changed = await play({ 'kehadiran.absentDays': '5', 'kehadiran.longestAbsence': '2' });
    for (const text of [page, changed.text]) expect(gzipSync(text).length).toBeLessThan(20_000);
  });
});

/** What a browser would send back of a page that was just drawn. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    const isOff = /type="(radio|checkbox)"/.test(input) && !/checked/.test(input);
    if (name?.includes('.') && !isOff) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    if (name)
      fields[name] =
        /<option (?:value="([^"]*)" selected|selected value="([^"]*)")/.exec(options ?? '')?.[1] ?? '';
  return fields;
}
