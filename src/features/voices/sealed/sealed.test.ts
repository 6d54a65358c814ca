import { describe, expect, it } from 'vitest';
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity, createPerson, type TestPerson } from '../../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../../test/support/database.ts';
import { AFTER_ROUND, actorFor, formWith, voiceStage } from '../../../../test/support/voices.ts';
import { addHalf, listUnsealings, requestUnsealing } from './unsealing.ts';

describe('forms without a name', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function stage(raters: number, more: { readonly voice?: string; readonly least?: number } = {}) {
    serial += 1;
    test.setNow(TEST_NOW);
    const city = await createCity(test.database, `kota-suara-${serial}`);
    const voices = await voiceStage(city);
    const people: TestPerson[] = [];
    for (let index = 0; index < raters; index += 1)
      people.push(
        await city.db.write((tx) =>
          createPerson(tx, {
            account: `${city.code}:rekan-${index}`,
            name: `Rekan Nomor ${index}`,
            unitId: city.units.clinic,
            post: 'Perawat Terampil',
            kind: 'jf',
          }),
        ),
      );
    const requests = await voices.ask(
      city.participants.employee,
      more.voice ?? 'colleague',
      people,
      more.least,
    );
    const rows = (table: string) =>
      test.owner
        .query<Record<string, unknown>>(`select *, xmin::text as xmin from ${table} where agency_id = $1`, [
          city.agencyId,
        ])
        .then((found) => found.rows);
    return { city, voices, people, requests, rows };
  }

  it('are kept without anything that leads to whoever sent them', async () => {
    const { voices, people, requests, rows } = await stage(4);
    for (const [index, request] of requests.entries())
      await voices.give(
        request,
        formWith((item) => item + index, `Catatan ke-${index}`),
      );
    const answers = await rows('voice_answers');
    expect(answers).toHaveLength(4);
    const text = JSON.stringify(answers);
    for (const trace of [...people.map(({ id }) => id), ...requests, 'Catatan', 'teladan'])
      expect(text).not.toContain(trace);
    // One moment and one length for all of them, random ids without a time, nothing else.
    expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
    expect(new Set(answers.map(({ sealed }) => String(sealed).length)).size).toBe(1);
    for (const { id } of answers) expect(id).toMatch(/^.{14}4/);
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual(['agency_id', 'id', 'pool_id', 'sealed', 'xmin']);
  });

  it('cannot be matched between two copies of the database', async () => {
    const { voices, requests, rows } = await stage(3);
    const [first = '', second = '', third = ''] = requests;
    await voices.give(
      first,
      formWith(() => 0),
    );
    const before = await rows('voice_answers');
    await voices.give(
      second,
      formWith(() => 1),
    );
    const after = await rows('voice_answers');
    const [known] = before;
    expect(after.some(({ id, sealed }) => id === known?.id || sealed === known?.sealed)).toBe(false);
    await voices.give(
      third,
      formWith(() => 2),
    );
  });

  it('leave no act, no event, no notification and no access', async () => {
    const { voices, requests, rows } = await stage(3);
    const tables = ['acts', 'audit_events', 'notifications', 'access_log'];
    const counted = async () => {
      const counts: [string, number][] = [];
      for (const table of tables) counts.push([table, (await rows(table)).length]);
      return counts;
    };
    const before = await counted();
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1, 'Baik sekali.'),
      );
    expect(await counted()).toEqual(before);
  });

  it('are sent once, even when both presses arrive together', async () => {
    const { voices, requests, rows } = await stage(3);
    const [request = ''] = requests;
    const sent = await Promise.allSettled(
      [1, 2, 3].map((level) =>
        voices.give(
          request,
          formWith(() => level),
        ),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of sent) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict);
    expect(await rows('voice_answers')).toHaveLength(1);
  });

  it('all arrive when everybody sends at once', async () => {
    const { voices, requests, rows } = await stage(6);
    await Promise.all(
      requests.map((request, index) =>
        voices.give(
          request,
          formWith(() => index),
        ),
      ),
    );
    expect(await rows('voice_answers')).toHaveLength(6);
  });

  it('are refused after the last day, and wait for it before they are released', async () => {
    const { voices, requests, rows } = await stage(4);
    const [first = '', ...others] = requests;
    for (const request of others)
      await voices.give(
        request,
        formWith(() => 1),
      );
    expect(await voices.release()).toBe(0);
    expect(await rows('measurements')).toHaveLength(0);
    test.setNow(AFTER_ROUND);
    await expect(
      voices.give(
        first,
        formWith(() => 1),
      ),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await voices.release()).toBe(1);
    expect(await rows('measurements')).toHaveLength(2);
    // Nothing is released twice.
    expect(await voices.release()).toBe(0);
    expect(await rows('measurements')).toHaveLength(2);
  });

  it('below the least number are removed unread, and the page says so without the number', async () => {
    const { city, voices, requests, rows } = await stage(5);
    for (const request of requests.slice(0, 2))
      await voices.give(
        request,
        formWith(() => 3, 'Rahasia.'),
      );
    test.setNow(AFTER_ROUND);
    await voices.release();
    expect(await rows('voice_answers')).toEqual([]);
    expect(await rows('voice_remarks')).toEqual([]);
    expect(await rows('measurements')).toEqual([]);
    expect(await rows('voice_pools')).toMatchObject([{ state: 'too-few', released_forms: null }]);
    const page = await get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/heard`,
    );
    const text = await page.text();
    expect(text).toContain('Terlalu sedikit');
    expect(text).not.toContain('Rahasia.');
  });

  it('of a component that too few could speak to are left out of it', async () => {
    const { voices, requests, rows } = await stage(4);
    for (const [index, request] of requests.entries()) {
      const { components, remarks } = formWith(() => 1);
      await voices.give(request, {
        components: index < 2 ? components : { perilaku: components.perilaku },
        remarks:
          index < 2
            ? [...remarks, { item: 'komitmen.kesediaan', body: 'Hanya sedikit yang tahu.' }]
            : remarks,
      });
    }
    test.setNow(AFTER_ROUND);
    await voices.release();
    expect((await rows('measurements')).map(({ component }) => component)).toEqual(['perilaku']);
    expect(await rows('voice_remarks')).toEqual([]);
  });

  it('of two who release at once are released once', async () => {
    const { voices, requests, rows } = await stage(3);
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1, 'Membantu rekan.'),
      );
    test.setNow(AFTER_ROUND);
    await Promise.all([voices.release(), voices.release()]);
    expect((await rows('measurements')).filter(({ superseded_at: at }) => at === null)).toHaveLength(2);
    expect(await rows('voice_remarks')).toHaveLength(3);
    expect((await rows('audit_events')).filter(({ type }) => type === 'voices-released')).toHaveLength(1);
  });

  it('with a name are released with it', async () => {
    const { city, voices, requests, rows } = await stage(1, { voice: 'appraiser-superior', least: 1 });
    await voices.give(
      requests[0] ?? '',
      formWith(() => 0, 'Selalu menepati janji.'),
    );
    expect(await rows('voice_answers')).toEqual([]);
    test.setNow(AFTER_ROUND);
    await voices.release();
    const page = await get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/heard`,
    );
    const text = await page.text();
    expect(text).toContain('Selalu menepati janji.');
    expect(text).toContain('oleh Rekan Nomor 0');
  });

  describe('whose origin is opened', () => {
    async function remarkStage() {
      const made = await stage(3);
      for (const [index, request] of made.requests.entries())
        await made.voices.give(
          request,
          formWith(() => index, `Kata-kata nomor ${index}.`),
        );
      test.setNow(AFTER_ROUND);
      await made.voices.release();
      const remarks = await made.rows('voice_remarks');
      const remark = remarks.find(({ body }) => body === 'Kata-kata nomor 1.');
      const auditor = actorFor(made.city.auditor, { isAuditor: true });
      const officer = actorFor(made.city.officer, { officer: { kind: 'agency' } });
      return { ...made, remarkId: String(remark?.id), auditor, officer };
    }

    it('needs both keys; the writer is told, the record says why, and only the two read the name', async () => {
      const { city, people, voices, remarkId, auditor, officer, rows } = await remarkStage();
      const base = `/a/${city.code}`;
      const id = newId();
      const reason = 'Catatan ini memuat ancaman terhadap pegawai.';
      const made = await post(city.auditor.accountId, `${base}/unsealings`, { id, remarkId, reason });
      expect(made.status).toBe(303);
      const give = (who: TestPerson, holder: string, passphrase: string) =>
        post(who.accountId, `${base}/unsealings/${id}/keys`, { holder, passphrase });
      expect((await give(city.auditor, 'auditor', 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE')).status).toBe(422);
      expect((await give(city.auditor, 'officer', voices.passphrases.officer)).status).toBe(403);
      expect((await give(city.auditor, 'auditor', voices.passphrases.auditor.toLowerCase())).status).toBe(
        303,
      );
      const [half] = await rows('unsealings');
      expect(half).toMatchObject({ state: 'waiting', request_id: null });
      expect((await give(city.officer, 'officer', voices.passphrases.officer)).status).toBe(303);
      const read = async (who: TestPerson) => (await get(who.accountId, `${base}/unsealings/${id}`)).text();
      expect(await read(city.officer)).toContain('Rekan Nomor 1');
      expect(await read(city.auditor)).toContain('Rekan Nomor 1');
      for (const other of [city.unitOfficer, city.mayor, city.employee, city.appraiser])
        expect(await read(other), other.name).not.toContain('Rekan Nomor');
      const told = (await rows('notifications')).filter(({ kind }) => kind === 'seal-opened');
      expect(told).toMatchObject([{ person_id: people[1]?.id, parameters: { what: reason } }]);
      const events = (await rows('audit_events')).map(({ type }) => type);
      expect(events).toContain('unsealing-requested');
      expect(events).toContain('unsealing-opened');
      expect([auditor.personId, officer.personId]).toContain(half?.auditor_id);
    });

    it('says nothing with one key, and is not opened by one person with both roles', async () => {
      const { city, voices, remarkId, auditor } = await remarkStage();
      const id = newId();
      const reason = 'Catatan ini memuat ancaman terhadap pegawai.';
      await city.db.write((tx) => requestUnsealing(tx, auditor, { id, remarkId, reason }));
      const both = { ...auditor, officer: { kind: 'agency' as const } };
      const add = (holder: 'auditor' | 'officer', passphrase: string) =>
        city.db.write((tx) => addHalf(tx, both, { id, holder, passphrase }));
      expect(await add('auditor', voices.passphrases.auditor)).toBe(false);
      await expect(add('officer', voices.passphrases.officer)).rejects.toThrow('dua orang');
      const [the] = await city.db.read((tx) => listUnsealings(tx, id));
      expect(the).toMatchObject({ state: 'waiting', requestId: null });
    });

    it('does not exist for whoever holds no key', async () => {
      const { city, remarkId } = await remarkStage();
      const base = `/a/${city.code}`;
      for (const who of [city.employee, city.appraiser, city.head, city.unitOfficer, city.mayor]) {
        expect((await get(who.accountId, `${base}/seal-keys`)).status, who.name).toBe(404);
        expect((await get(who.accountId, `${base}/unsealings`)).status, who.name).toBe(404);
        const fields = { id: newId(), remarkId, reason: 'Ingin tahu siapa yang menulis.' };
        expect((await post(who.accountId, `${base}/unsealings`, fields)).status, who.name).toBe(404);
      }
      expect((await get(null, `${base}/seal-keys`)).status).toBe(303);
    });
  });

  it('words are reported by their readers and hidden by an officer, with the reason', async () => {
    const { city, voices, requests, rows } = await stage(3);
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1, 'Orang yang buruk.'),
      );
    test.setNow(AFTER_ROUND);
    await voices.release();
    const [remark] = await rows('voice_remarks');
    const base = `/a/${city.code}`;
    const report = (who: TestPerson) =>
      post(who.accountId, `${base}/voice-remarks/${remark?.id}/report`, { reason: 'Menghina.' });
    expect((await report(city.stranger)).status).toBe(404);
    expect((await report(city.colleague)).status).toBe(404);
    expect((await report(city.employee)).status).toBe(303);
    const decide = (who: TestPerson, reason: string) =>
      post(who.accountId, `${base}/voice-remarks/${remark?.id}/decision`, { decision: 'hidden', reason });
    expect((await decide(city.employee, 'Saya tidak suka.')).status).toBe(404);
    expect((await decide(city.auditor, 'x')).status).toBe(403);
    expect((await decide(city.officer, ' ')).status).toBe(422);
    const both = await Promise.all([decide(city.officer, 'Tidak pantas.'), decide(city.unitOfficer, 'Ya.')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const page = await get(city.employee.accountId, `${base}/appraisals/${city.participants.employee}/heard`);
    expect((await page.text()).match(/Orang yang buruk/g)).toHaveLength(2);
  });
});
