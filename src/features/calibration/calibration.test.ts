import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { calibrationCity, done, itemIn, meetingIn, openedIn, RETURNED, WHEN } from './calibration.fixture.ts';
import { calibrationWaiting } from './waiting.ts';

describe('a calibration meeting', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const read = async (response: Response) => ({ status: response.status, html: await response.text() });
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
