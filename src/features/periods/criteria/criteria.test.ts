import { describe, expect, it } from 'vitest';
import type { City } from '../../../../test/support/city.ts';
import { assignEverybody, periodStage } from '../../../../test/support/period-stage.ts';
import { adopt, localScheme } from '../../../../test/support/schemes.ts';

const OPEN = (noticeDays: number, atLeastPercent: number) => `openness:
  noticeDays: ${noticeDays}
  readConfirmation: { atLeastPercent: ${atLeastPercent} }
  shown:
    - { what: { id: Kriteria, en: Criteria }, to: [everyone], when: { id: sebelum periode, en: before the period } }
  basis:
    - { regulation: p6, article: Pasal 5, confidence: default }
`;

describe('criteria before the period', async () => {
  const { get, post, city, draft, state } = await periodStage();

  async function prepared(noticeDays: number, percent: number) {
    const made = await city();
    await adopt(made, localScheme('skema-terbuka', 1, OPEN(noticeDays, percent)));
    await made.db.write((tx) => assignEverybody(tx, made));
    const id = await draft(made, { scheme: 'skema-terbuka@1' });
    const base = `/a/${made.code}/periods/${id}`;
    const officer = made.officer.accountId;
    const preflight = async () => (await get(officer, `${base}/preflight`)).text();
    const confirm = (person: { accountId: string }) =>
      post(person.accountId, `/a/${made.code}/criteria/${id}`, { scheme: 'skema-terbuka@1' });
    return { made, id, base, officer, preflight, confirm };
  }

  const told = (made: City) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'criteria-published')
        .execute(),
    );

  it('keep the period from opening until they are published, noticed and read', async () => {
    const { made, id, base, officer, preflight, confirm } = await prepared(0, 50);
    expect(await preflight()).toContain('Kriteria belum diumumkan');
    expect((await post(officer, `${base}/opening`)).status).toBe(422);
    const both = await Promise.all([post(officer, `${base}/criteria`), post(officer, `${base}/criteria`)]);
    expect(both.map((each) => each.status).toSorted()).toEqual([303, 409]);
    expect(await told(made)).toHaveLength(8);
    expect(await preflight()).toContain('8 pegawai belum menyatakan membaca kriteria');
    expect((await post(officer, `${base}/opening`)).status).toBe(422);
    const home = async () => (await get(made.employee.accountId, `/a/${made.code}`)).text();
    expect(await home()).toContain(`/criteria/${id}`);
    const readers = [made.employee, made.colleague, made.appraiser];
    for (const person of readers) expect((await confirm(person)).status).toBe(303);
    expect(await home()).not.toContain(`/criteria/${id}`);
    expect((await post(officer, `${base}/opening`)).status).toBe(422);
    await Promise.all([confirm(made.head), confirm(made.head)]);
    expect(await preflight()).toContain('bagian minimum tercapai');
    expect((await post(officer, `${base}/opening`)).status).toBe(303);
    expect((await state(made, id)).state).toBe('open');
    const confirmations = await made.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'criteria-confirmed')
        .execute(),
    );
    expect(confirmations.map((row) => row.person_id).toSorted()).toEqual(
      [...readers, made.head].map((person) => person.id).toSorted(),
    );
  });

  it('wait for the end of the notice time', async () => {
    const { base, officer, preflight } = await prepared(14, 1);
    await post(officer, `${base}/criteria`);
    expect(await preflight()).toContain('Masa pengumuman belum selesai');
    expect((await post(officer, `${base}/opening`)).status).toBe(422);
  });

  it('stay as they were published; withdrawing them needs a reason', async () => {
    const { made, id, base, officer } = await prepared(14, 1);
    await post(officer, `${base}/criteria`);
    const change = { name: 'Penilaian Kinerja 2027', startsOn: '2027-01-01', endsOn: '2027-12-31' };
    const other = await post(officer, base, { ...change, scheme: 'permenpanrb-6-2022@1' });
    expect(other.status).toBe(422);
    expect(await other.text()).toContain('Cabut pengumuman lebih dahulu');
    const rule = { positionKind: 'jf', scheme: 'permenpanrb-6-2022@1' };
    expect((await post(officer, `${base}/schemes`, rule)).status).toBe(409);
    expect((await post(officer, `${base}/criteria/withdrawal`, { reason: ' ' })).status).toBe(422);
    expect((await post(officer, `${base}/criteria/withdrawal`, { reason: 'Bobot keliru' })).status).toBe(303);
    expect((await post(officer, `${base}/criteria/withdrawal`, { reason: 'Lagi' })).status).toBe(409);
    expect((await post(officer, `${base}/schemes`, rule)).status).toBe(303);
    expect((await get(made.employee.accountId, `/a/${made.code}/criteria/${id}`)).status).toBe(404);
    const history = await (await get(officer, base)).text();
    expect(history).toContain('Bobot keliru');
  });

  it('are reminded of once a day', async () => {
    const { made, base, officer, confirm } = await prepared(14, 100);
    await post(officer, `${base}/criteria`);
    await confirm(made.employee);
    const before = (await told(made)).length;
    await Promise.all([
      post(officer, `${base}/criteria/reminders`),
      post(officer, `${base}/criteria/reminders`),
    ]);
    expect(await told(made)).toHaveLength(before + 7);
  });

  it('are read by those who are appraised by them, and acted on by officers alone', async () => {
    const { made, id, base, officer } = await prepared(0, 1);
    const other = await city();
    const mine = `/a/${made.code}/criteria/${id}`;
    await post(officer, `${base}/criteria`);
    const accounts: Record<
      string,
      [string | null, read: number, write: number, own: number, confirm: number]
    > = {
      nobody: [null, 303, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404, 404],
      employee: [made.employee.accountId, 404, 404, 200, 303],
      stranger: [made.stranger.accountId, 404, 404, 200, 303],
      auditor: [made.auditor.accountId, 200, 403, 200, 303],
      mayor: [made.mayor.accountId, 200, 403, 200, 404],
      'unit officer': [made.unitOfficer.accountId, 200, 403, 200, 303],
    };
    for (const [name, [account, read, write, own, confirm]] of Object.entries(accounts)) {
      expect((await get(account, `${base}/criteria`)).status, name).toBe(read);
      for (const act of ['', '/withdrawal', '/reminders'])
        expect((await post(account, `${base}/criteria${act}`, { reason: 'x' })).status, name).toBe(write);
      expect((await get(account, mine)).status, name).toBe(own);
      const answer = await post(account, mine, { scheme: 'skema-terbuka@1' });
      expect(answer.status, name).toBe(confirm);
    }
    expect((await post(made.employee.accountId, mine, { scheme: 'permenpanrb-6-2022@1' })).status).toBe(404);
  });
});
