import { describe, expect, it } from 'vitest';
import { agreedContent } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { declared } from '../conflicts/conflicts.fixture.ts';
import {
  type CalibrationCity,
  calibrationCity,
  done,
  itemIn,
  judge,
  meetingIn,
  openedIn,
  RETURNED,
  WHEN,
} from './calibration.fixture.ts';
import { calibrationWaiting } from './waiting.ts';

describe('a calibration meeting', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const read = async (response: Response) => ({ status: response.status, html: await response.text() });
  /** An hour later: what is in force is a question of moments. */
  const later = async (city: CalibrationCity) =>
    test.setNow(new Date((await city.db.read(async (tx) => tx.now)).getTime() + 3_600_000));
  const get = async (who: { accountId: string }, path: string) => read(await app.get(who.accountId, path));

  it('is called once, of a unit in reach, on a day to come; what was typed is kept', async () => {
    const city = await calibrationCity(test, app);
    const id = newId();
    const fields = { id, periodId: city.periodId, unitId: city.units.health, ...WHEN };
    const post = (who: { accountId: string }, more = {}) =>
      app.post(who.accountId, city.at('/calibration'), { ...fields, ...more });
    await done(await post(city.mayor));
    await done(await post(city.mayor));
    const list = await get(city.mayor, city.at('/calibration'));
    expect(list.html.split(`/calibration/${id}`).length).toBe(2);
    const passed = await read(await post(city.mayor, { id: newId(), heldOn: '2020-01-01' }));
    expect(passed.status).toBe(422);
    expect(passed.html).toContain('Hari itu sudah lewat');
    expect(passed.html).toContain('Ruang rapat Sekda');
    const link = await read(await post(city.mayor, { id: newId(), link: 'javascript:alert(1)' }));
    expect(link.status).toBe(422);
    // The head of the health office may call for it and not for schools; the unit's officer too.
    await done(await post(city.head, { id: newId() }));
    await done(await post(city.unitOfficer, { id: newId() }));
    expect((await post(city.head, { id: newId(), unitId: city.units.schools })).status).toBe(422);
    expect((await post(city.head, { id: newId(), unitId: 'agency' })).status).toBe(422);
    expect((await post(city.employee, { id: newId() })).status).toBe(403);
    expect((await app.get(city.employee.accountId, city.at('/calibration/new'))).status).toBe(403);
    expect((await get(city.head, city.at('/calibration/new'))).status).toBe(200);
  });

  it('proposes appraisals with their reasons and refuses what cannot be discussed', async () => {
    const city = await calibrationCity(test, app);
    const id = await meetingIn(app, city, { started: false });
    const again = await get(city.mayor, city.at(`/calibration/${id}/agenda`));
    expect(again.status).toBe(200);
    expect(again.html).toContain('Tidak ada hasil yang dapat dibahas');
    const other = newId();
    const unit = { periodId: city.periodId, unitId: city.units.health, ...WHEN };
    await done(await app.post(city.mayor.accountId, city.at('/calibration'), { id: other, ...unit }));
    const page = await get(city.mayor, city.at(`/calibration/${other}/agenda`));
    expect(page.html).toContain('Rina Novita');
    expect(page.html).toContain(`choose-${city.participants.employee}`);
    const sought = await get(city.mayor, city.at(`/calibration/${other}/agenda?q=tidakada`));
    expect(sought.status).toBe(200);
    const post = (fields: Record<string, string>) =>
      app.post(city.mayor.accountId, city.at(`/calibration/${other}/agenda`), fields);
    expect((await post({})).status).toBe(422);
    expect((await post({ [`choose-${city.participants.stranger}`]: 'chosen' })).status).toBe(422);
    expect((await post({ [`choose-${newId()}`]: 'chosen' })).status).toBe(422);
    // Somebody's own ratings are not theirs to put on an agenda.
    const own = newId();
    await done(await app.post(city.head.accountId, city.at('/calibration'), { id: own, ...unit }));
    const appraiserCalls = { id: newId(), ...unit, unitId: city.units.clinic };
    await done(await app.post(city.appraiser.accountId, city.at('/calibration'), appraiserCalls));
    const refused = await app.post(
      city.appraiser.accountId,
      city.at(`/calibration/${appraiserCalls.id}/agenda`),
      { [`choose-${city.participants.employee}`]: 'chosen' },
    );
    expect(refused.status).toBe(422);
  });

  it('sends invitations only with an agenda and three members', async () => {
    const city = await calibrationCity(test, app);
    const id = await meetingIn(app, city, { started: false, judges: 2 });
    const start = () => app.post(city.mayor.accountId, city.at(`/calibration/${id}/invitations`));
    const few = await read(await start());
    expect(few.status).toBe(422);
    expect(few.html).toContain('paling sedikit 3 anggota');
    // Who is only listed does not know yet.
    expect((await get(city.judges[0] ?? city.mayor, city.at(`/calibration/${id}`))).status).toBe(404);
    const members = (fields: Record<string, string>) =>
      app.post(city.mayor.accountId, city.at(`/calibration/${id}/members`), fields);
    expect((await members({})).status).toBe(422);
    expect((await members({ personId: city.mayor.id })).status).toBe(422);
    // Whoever prepared the meeting knows the names.
    const arrangement = { ...WHEN, place: 'Aula' };
    await done(
      await app.post(city.officer.accountId, city.at(`/calibration/${id}/arrangement`), arrangement),
    );
    expect((await members({ personId: city.officer.id })).status).toBe(422);
    await done(await members({ personId: city.judges[2]?.id ?? '' }));
    await done(await start());
    expect((await start()).status).toBe(409);
    const waiting = await city.db.read((tx) => calibrationWaiting(tx, city.judges[0]?.id ?? ''));
    expect(waiting).toEqual({ invitations: 1, dossiers: 0, items: 0, returns: 0 });
  });

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

  it('closes once everything is decided and answered, and its minutes stay', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city);
    const item = await openedIn(app, city, meeting);
    const base = city.at(`/calibration/${meeting}`);
    const [one, two] = city.judges;
    if (!one || !two) throw new Error('judges');
    const close = () =>
      app.post(city.mayor.accountId, `${base}/closing`, {
        note: 'Terima kasih.',
        [`present-${one.id}`]: 'yes',
        [`present-${city.stranger.id}`]: 'yes',
      });
    expect((await read(await close())).html).toContain('2 butir belum dibahas');
    await done(await app.post(city.mayor.accountId, `${base}/items/${item}/return`, RETURNED));
    const second = await itemIn(city, meeting, city.participants.colleague);
    await done(
      await app.post(city.mayor.accountId, `${base}/dropped-items`, {
        itemId: second,
        'reason-dropped': 'Tidak sempat dibahas.',
      }),
    );
    expect((await read(await close())).html).toContain('1 pengembalian belum dijawab');
    await done(
      await app.post(city.appraiser.accountId, city.at(`/calibration-returns/${item}/answer`), {
        words: 'Tetap.',
      }),
    );
    await done(await close());
    expect((await close()).status).toBe(409);
    const minutes = await get(city.mayor, `${base}/minutes`);
    expect(minutes.html).toContain('Terima kasih.');
    expect(minutes.html).toContain('Bertahan: Tetap.');
    expect(minutes.html).toContain('Rina Novita');
    const toMember = await get(two, `${base}/minutes`);
    expect(toMember.status).toBe(200);
    expect(toMember.html.split('<main')[1]).not.toContain('Rina');
    expect((await app.post(city.mayor.accountId, `${base}/items/${item}/opening`)).status).toBe(409);
    const record = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['type', 'person_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('type', 'like', 'calibration-%')
        .execute(),
    );
    const types = new Set(record.map((row) => row.type));
    for (const type of ['called', 'agenda-added', 'invited', 'judged', 'item-returned', 'closed'])
      expect(types).toContain(`calibration-${type}`);
    // No event about the employee says who judged.
    expect(record.filter((row) => row.type === 'calibration-judged' && row.person_id !== null)).toEqual([]);
  });

  it('is declined, rearranged, handed over, called off, each with its words', async () => {
    const city = await calibrationCity(test, app);
    const meeting = await meetingIn(app, city, { accepted: false });
    const base = city.at(`/calibration/${meeting}`);
    const [one] = city.judges;
    if (!one) throw new Error('a judge');
    const answer = (fields: Record<string, string>) => app.post(one.accountId, `${base}/invitation`, fields);
    expect((await answer({ answer: 'decline', reason: '' })).status).toBe(422);
    await done(await answer({ answer: 'decline', reason: 'Sedang dinas luar.' }));
    expect((await get(city.mayor, base)).html).toContain('Sedang dinas luar.');
    await done(await answer({ answer: 'accept' }));
    const post = (inside: string, fields: Record<string, string>) =>
      app.post(city.mayor.accountId, `${base}/${inside}`, fields);
    expect((await post('releases', { memberId: one.id, 'reason-release': '' })).status).toBe(422);
    await done(await post('releases', { memberId: one.id, 'reason-release': 'Diganti.' }));
    expect((await get(one, base)).status).toBe(404);
    expect((await post('arrangement', { ...WHEN, place: '' })).status).toBe(422);
    await done(await post('arrangement', { ...WHEN, place: 'Aula' }));
    const chair = { chairId: city.officer.id, 'reason-chair': 'Wali kota berhalangan.' };
    expect((await post('chair', { ...chair, chairId: city.stranger.id })).status).toBe(422);
    await done(await post('chair', chair));
    // The mayor still oversees as a leader, and no longer chairs.
    expect((await get(city.mayor, base)).status).toBe(200);
    expect((await post('cancellation', { 'reason-cancellation': 'Batal.' })).status).toBe(403);
    const cancel = (reason: string) =>
      app.post(city.officer.accountId, `${base}/cancellation`, { 'reason-cancellation': reason });
    expect((await cancel('')).status).toBe(422);
    await done(await cancel('Periode diperpanjang.'));
    await done(await cancel('Periode diperpanjang.'));
    expect((await get(city.judges[1] ?? one, base)).html).toContain('Dibatalkan');
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
    await done(await judge(app, city, two, { meeting, item }));
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

  it('knows who may know and who may do what', async () => {
    const city = await calibrationCity(test, app);
    const other = await createCity(test.database, `${city.code}-lain`);
    const meeting = await meetingIn(app, city);
    const item = await itemIn(city, meeting, city.participants.employee);
    const base = city.at(`/calibration/${meeting}`);
    const [member] = city.judges;
    if (!member) throw new Error('a judge');
    const acts: readonly (readonly [string, readonly string[]])[] = [
      ['agenda', ['mayor', 'officer', 'unitOfficer']],
      ['members', ['mayor', 'officer', 'unitOfficer']],
      ['arrangement', ['mayor', 'officer', 'unitOfficer']],
      ['dropped-items', ['mayor', 'officer', 'unitOfficer']],
      ['releases', ['mayor', 'officer', 'unitOfficer']],
      ['chair', ['mayor', 'officer', 'unitOfficer']],
      ['closing', ['mayor']],
      ['invitation', ['member']],
      [`items/${item}/judgement`, ['member']],
      [`items/${item}/opening`, ['mayor']],
      [`items/${item}/note`, ['mayor']],
      [`items/${item}/return`, ['mayor']],
    ];
    const who = { ...city, member };
    const knows = ['mayor', 'officer', 'unitOfficer', 'auditor', 'member'] as const;
    const strangers = ['employee', 'colleague', 'appraiser', 'stranger', 'head'] as const;
    for (const [act, may] of acts) {
      const post = (account: string | null) => app.post(account, `${base}/${act}`);
      expect((await post(null)).headers.get('location'), act).toMatch(/sign-in/);
      expect((await post(other.officer.accountId)).status, act).toBe(404);
      for (const role of strangers)
        expect((await post(who[role].accountId)).status, `${role} ${act}`).toBe(404);
      for (const role of knows) {
        const { status } = await post(who[role].accountId);
        // An empty form is refused or not found by those who may; others are told that they may not.
        if (may.includes(role)) expect([303, 404, 409, 422], `${role} ${act}`).toContain(status);
        else expect(status, `${role} ${act}`).toBe(403);
      }
    }
    for (const path of ['', '/minutes', `/items/${item}`]) {
      expect((await app.get(null, base + path)).status).toBe(303);
      expect((await app.get(other.officer.accountId, base + path)).status).toBe(404);
      expect((await app.get(city.employee.accountId, base + path)).status).toBe(404);
      expect((await app.get(city.appraiser.accountId, base + path)).status).toBe(404);
      for (const role of knows) {
        // The reasons of the agenda and its spread say what was given: not for members while they judge.
        const status = role === 'member' && path === '/minutes' ? 403 : 200;
        expect((await app.get(who[role].accountId, base + path)).status, `${role} ${path}`).toBe(status);
      }
    }
    expect((await app.get(member.accountId, `${base}/agenda`)).status).toBe(403);
    expect((await app.get(city.auditor.accountId, `${base}/agenda`)).status).toBe(403);
  });
});
