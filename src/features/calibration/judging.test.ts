import { describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { declared } from '../conflicts/conflicts.fixture.ts';
import { calibrationCity, done, itemIn, judge, meetingIn, RETURNED } from './calibration.fixture.ts';

describe('judging blind', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const read = async (response: Response) => ({ status: response.status, html: await response.text() });
  const get = async (who: { accountId: string }, path: string) => read(await app.get(who.accountId, path));

  it('shows a masked dossier, to nobody in the line, and nothing of others before one judged', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city, { judges: 5 });
    const item = await itemIn(city, meeting, city.participants.employee);
    const [one, two, three, four, five] = city.judges;
    if (!one || !two || !three || !four || !five) throw new Error('five judges');
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    const dossier = await get(one, path);
    expect(dossier.status).toBe(200);
    const main = dossier.html.slice(dossier.html.indexOf('<main'));
    for (const word of ['Rina', 'Novita', 'Budi', 'Santoso', 'Puskesmas Contoh', 'Dinas Kesehatan'])
      expect(main).not.toContain(word);
    expect((await get(one, city.at(`/calibration/${meeting}`))).html).not.toContain('Rina');
    // Who looked stands in the employee's record.
    const looks = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('what')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .where('actor_id', '=', one.id)
        .execute(),
    );
    expect(looks.map((row) => row.what)).toContain('calibration');

    // Drafts stay one's own; an incomplete judgement is kept and refused.
    const lacking = await read(await judge(app, city, one, { meeting, item }, { 'results-rating': '' }));
    expect(lacking.status).toBe(422);
    expect(lacking.html).toContain('Target tercapai, buktinya lengkap.');
    expect((await judge(app, city, one, { meeting, item })).status).toBe(409);
    await done(
      await judge(app, city, one, { meeting, item }, { revision: '1', reason: 'Alasan rahasia satu.' }),
    );
    await done(await judge(app, city, two, { meeting, item }, { reason: 'Alasan rahasia dua.' }));
    const open = () => app.post(city.mayor.accountId, `${path}/opening`);
    const early = await read(await open());
    expect(early.status).toBe(422);
    expect(early.html).toContain('Baru 2 anggota');
    await done(await judge(app, city, three, { meeting, item }));
    for (const who of [one, four, city.mayor, city.officer, city.auditor]) {
      const page = await get(who, path);
      expect(page.status).toBe(200);
      expect(page.html.includes('Alasan rahasia satu.')).toBe(who === one);
      expect(page.html).not.toContain('Alasan rahasia dua.');
    }
    expect((await judge(app, city, one, { meeting, item }, { revision: '2', step: '' })).status).toBe(409);
    await done(await open());
    expect((await open()).status).toBe(409);
    for (const who of [one, city.mayor, city.officer, city.auditor]) {
      const page = await get(who, path);
      expect(page.html).toContain('Alasan rahasia dua.');
      expect(page.html).toContain('Di atas ekspektasi');
    }
    // Who did not judge sees nothing of it, and can no longer judge.
    const missed = await get(four, path);
    expect(missed.html).toContain('dibuka sebelum Anda menilai');
    expect(missed.html).not.toContain('Alasan rahasia');
    expect((await judge(app, city, four, { meeting, item })).status).toBe(409);
    // To members the name stays hidden.
    expect((await get(one, path)).html.split('<main')[1]).not.toContain('Rina');
  });

  it('recuses whoever is concerned, in line, or has read the result', async () => {
    const city = await calibrationCity(test, app);
    const [one] = city.judges;
    if (!one) throw new Error('a judge');
    const meeting = await meetingIn(app, city, { accepted: false });
    const add = (personId: string) =>
      app.post(city.mayor.accountId, city.at(`/calibration/${meeting}/members`), { personId });
    const item = await itemIn(city, meeting, city.participants.employee);
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    const accept = (who: { accountId: string }) =>
      app.post(who.accountId, city.at(`/calibration/${meeting}/invitation`), { answer: 'accept' });
    expect((await app.get(one.accountId, path)).status).toBe(403);
    // The auditor looked before being asked.
    await app.get(city.auditor.accountId, city.at(`/appraisals/${city.participants.employee}/result`));
    for (const [who, why] of [
      [city.employee, 'penilaian Anda sendiri'],
      [city.appraiser, 'Anda penilainya'],
      [city.head, 'Anda atasan penilainya'],
      [city.auditor, 'pernah dibaca'],
    ] as const) {
      await done(await add(who.id));
      await done(await accept(who));
      const page = await get(who, path);
      expect(page.html).toContain(why);
      expect(page.html).not.toContain('Realisasi');
      expect((await judge(app, city, who, { meeting, item })).status).toBe(422);
    }
    const page = await get(city.mayor, city.at(`/calibration/${meeting}`));
    expect(page.html).toContain('Butir 1: pejabat penilai');
    // A household that came to light after the invitation counts too.
    await done(await accept(one));
    expect((await get(one, path)).status).toBe(200);
    await city.db.write((tx) => declared(tx, { rater: one, ratee: city.employee }));
    expect((await get(one, path)).html).toContain('benturan kepentingan');
    expect((await judge(app, city, one, { meeting, item })).status).toBe(422);
  });

  it('has one outcome where two act at once', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await itemIn(city, meeting, city.participants.employee);
    const [one, two, three] = city.judges;
    if (!one || !two || !three) throw new Error('judges');
    const path = city.at(`/calibration/${meeting}/items/${item}`);
    // The same member in two windows: one draft wins, the other is told.
    const both = await Promise.all([
      judge(app, city, one, { meeting, item }, { reason: 'Jendela satu.' }),
      judge(app, city, one, { meeting, item }, { reason: 'Jendela dua.' }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual([303, 409]);
    // A double click is one judgement.
    const twice = await Promise.all([1, 2].map(() => judge(app, city, two, { meeting, item })));
    expect(twice.map((each) => each.status)).toEqual([303, 303]);
    await done(await judge(app, city, three, { meeting, item }));
    const opened = await Promise.all([
      app.post(city.mayor.accountId, `${path}/opening`),
      app.post(city.mayor.accountId, `${path}/opening`),
      judge(app, city, city.judges[3] ?? three, { meeting, item }),
    ]);
    expect(
      opened
        .slice(0, 2)
        .map((each) => each.status)
        .sort(),
    ).toEqual([303, 409]);
    const decided = await Promise.all([
      app.post(city.mayor.accountId, `${path}/note`),
      app.post(city.mayor.accountId, `${path}/return`, RETURNED),
    ]);
    expect(decided.map((each) => each.status).sort()).toEqual([303, 409]);
  });
});
