import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import type { TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { AFTER_ROUND, actorFor, formWith } from '../../../../test/support/voices.ts';
import { sealedStage } from './sealed.fixture.ts';
import { addHalf, listUnsealings, requestUnsealing } from './unsealing.ts';

describe('a remark that was released', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  const stage = sealedStage(test);

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

    it('is told to an outsider by letter', async () => {
      const { city, people, requests, voices, remarkId, auditor, officer, rows } = await remarkStage();
      await test.owner.query(
        `update voice_requests set rater_id = null, guest_name = 'Yohana Lado', guest_email = 'yohana@contoh.example'
         where agency_id = $1 and id = $2`,
        [city.agencyId, requests[1]],
      );
      const id = newId();
      const reason = 'Catatan ini memuat ancaman terhadap pegawai.';
      await city.db.write((tx) => requestUnsealing(tx, auditor, { id, remarkId, reason }));
      for (const [who, holder] of [
        [auditor, 'auditor'],
        [officer, 'officer'],
      ] as const)
        await city.db.write((tx) => addHalf(tx, who, { id, holder, passphrase: voices.passphrases[holder] }));
      expect(await rows('voice_letters')).toMatchObject([
        { kind: 'unsealing', request_id: requests[1], address: 'yohana@contoh.example', state: 'waiting' },
      ]);
      expect((await rows('notifications')).map(({ person_id: told }) => told)).not.toContain(people[1]?.id);
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

  it('is reported by its readers and hidden by an officer, with the reason', async () => {
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
