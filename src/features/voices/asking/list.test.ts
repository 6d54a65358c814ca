import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type AskingCity, askingCity, officerOf } from './asking.fixture.ts';
import { startRound } from './commands/round.ts';
import { askedOf, declineRequest, openRound } from './index.ts';
import { workOnPreparation } from './prepare-job.ts';
import { replaceMissing } from './replace.ts';
import { latestRun } from './run.ts';

describe('who is asked about one person', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let city: AskingCity;
  const roundId = newId();

  beforeAll(async () => {
    city = await askingCity(test.database, 'kota-daftar', {
      nurses: 8,
      scheme: 'kota-kupang/kupang-evaluasi',
    });
    await city.db.write((tx) =>
      startRound(tx, officerOf(city), {
        id: roundId,
        periodId: city.periodId,
        opensOn: '2026-11-23',
        closesOn: '2026-12-05',
      }),
    );
    const run = await city.db.read((tx) => latestRun(tx, roundId));
    await workOnPreparation(city.db, schemeStore(), run?.id ?? '');
  });

  const list = (participant = city.participants.employee) =>
    `/a/${city.code}/appraisals/${participant}/voices`;
  const html = async (account: string | null, address = list()) => (await app.get(account, address)).text();
  const employee = () => city.employee.accountId;
  const appraiser = () => city.appraiser.accountId;

  const asked = (voice: string) =>
    city.db.read(async (tx) =>
      (await askedOf(tx, city.participants.employee)).filter((each) => each.voice === voice),
    );
  const requestOf = async (voice: string) => {
    const [first] = await asked(voice);
    if (!first) throw new Error(`nobody is asked as ${voice}`);
    return first;
  };
  const addPerson = (account: string | null, rater: string, voice = 'colleague', id = newId()) =>
    app.post(account, list(), { id, voice, rater });
  const addGuest = (account: string | null, fields: Record<string, string> = {}, id = newId()) =>
    app.post(account, list(), {
      id,
      voice: 'outsider',
      guestName: 'Yohana Lado',
      organisation: 'Kelompok Tani Maju',
      email: 'yohana@contoh.example',
      ...fields,
    });
  const withdraw = (account: string | null, id: string, reason = 'Sedang cuti panjang') =>
    app.post(account, `/a/${city.code}/voice-requests/${id}/withdrawal`, { reason });
  const restore = (account: string | null, id: string) =>
    app.post(account, `/a/${city.code}/voice-requests/${id}/restoration`);

  it('shows the list to the employee and those who may read the appraisal, and to nobody else', async () => {
    const other = await createCity(test.database, 'kota-seberang');
    const accounts: Record<string, [string | null, read: number, change: number]> = {
      nobody: [null, 303, 303],
      colleague: [city.colleague.accountId, 404, 404],
      stranger: [city.stranger.accountId, 404, 404],
      'other agency': [other.officer.accountId, 404, 404],
      superior: [city.head.accountId, 200, 403],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
    };
    const { requestId } = await requestOf('colleague');
    for (const [name, [account, read, change]] of Object.entries(accounts)) {
      expect((await app.get(account, list())).status, name).toBe(read);
      expect((await addPerson(account, city.stranger.id)).status, name).toBe(change);
      expect((await withdraw(account, requestId)).status, name).toBe(change);
      expect((await restore(account, requestId)).status, name).toBe(change);
      expect(
        (
          await app.post(account, `/a/${city.code}/voice-requests/${requestId}/address`, {
            email: 'a@b.example',
          })
        ).status,
        name,
      ).toBe(change);
    }
    expect(await html(employee())).toContain('Siapa yang ditanya');
  });

  it('adds within the limits, once however often the form is sent, and says who added whom', async () => {
    const first = await requestOf('colleague');
    const used = (await asked('colleague')).length;
    const free = city.nurses.find((each) => each.name !== first.name);
    if (!free) throw new Error('the clinic has nurses');
    const names = new Set((await asked('colleague')).map((each) => each.name));
    const fresh = [...city.nurses, city.colleague].find((each) => !names.has(each.name));
    if (!fresh) throw new Error('not all are asked');
    const id = newId();
    const both = await Promise.all([
      addPerson(employee(), fresh.id, 'colleague', id),
      addPerson(employee(), fresh.id, 'colleague', id),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect((await asked('colleague')).length).toBe(used + 1);
    const page = await html(appraiser());
    expect(page).toContain(`${city.employee.name} menambahkan ${fresh.name}`);
    const full = await addPerson(employee(), city.stranger.id);
    expect(full.status).toBe(422);
    expect(await full.text()).toContain('sebanyak yang diizinkan skema');
  });

  it('refuses in words whoever cannot be asked, and keeps what was typed', async () => {
    const taken = await asked('colleague');
    await withdraw(appraiser(), taken[0]?.requestId ?? '');
    const cases: readonly (readonly [string, string])[] = [
      [city.employee.id, 'Penilaian diri diberikan'],
      [city.appraiser.id, 'adalah pejabat penilai'],
      [city.head.id, 'atasan pejabat penilai'],
      [newId(), 'Pilih seseorang dari hasil pencarian'],
      ['', 'Pilih seseorang dari hasil pencarian'],
    ];
    for (const [rater, words] of cases) {
      const answer = await addPerson(employee(), rater);
      expect(answer.status, words).toBe(422);
      expect(await answer.text()).toContain(words);
    }
    expect((await addPerson(employee(), city.stranger.id, 'subordinate')).status).toBe(404);
    expect((await addPerson(employee(), city.stranger.id, 'outsider')).status).toBe(422);
    const guest = await addGuest(employee(), { email: 'bukan-surel' });
    expect(guest.status).toBe(422);
    const said = await guest.text();
    expect(said).toContain('alamat surel yang lengkap');
    expect(said).toContain('value="Yohana Lado"');
    expect((await restore(appraiser(), taken[0]?.requestId ?? '')).status).toBe(303);
  });

  it('takes an outsider without an account, completes the address later, and never twice the same person', async () => {
    expect((await addGuest(employee(), { email: '' })).status).toBe(303);
    expect((await addGuest(employee())).status).toBe(422);
    const guest = await requestOf('outsider');
    expect(await html(employee())).toContain('Belum ada alamat surel');
    const address = `/a/${city.code}/voice-requests/${guest.requestId}/address`;
    expect((await app.post(employee(), address, { email: 'salah' })).status).toBe(422);
    expect((await app.post(employee(), address, { email: 'yohana@contoh.example' })).status).toBe(303);
  });

  it('lets the employee withdraw with a reason down to the fewest, and the appraiser put back', async () => {
    const { requestId, name } = await requestOf('colleague');
    expect((await withdraw(employee(), requestId, ' ')).status).toBe(422);
    const both = await Promise.all([withdraw(employee(), requestId), withdraw(employee(), requestId)]);
    expect(both.map((each) => each.status).sort()).toEqual([303, 409]);
    expect(await html(appraiser())).toContain(`${city.employee.name} menarik ${name}`);
    expect((await restore(employee(), requestId)).status).toBe(403);
    expect((await restore(appraiser(), requestId)).status).toBe(303);
    expect((await restore(appraiser(), requestId)).status).toBe(409);
    for (const each of (await asked('colleague')).slice(0, -5)) await withdraw(employee(), each.requestId);
    expect(await asked('colleague')).toHaveLength(5);
    const last = await withdraw(employee(), (await requestOf('colleague')).requestId, 'Kami berselisih');
    expect(last.status).toBe(422);
    const text = await last.text();
    expect(text).toContain('Tambahkan pengganti dahulu');
    expect(text).toContain('Kami berselisih');
  });

  it('closes the list when the round opens: only officers change it then, and nobody sees who has answered', async () => {
    await city.db.write((tx) => openRound(tx, officerOf(city), roundId));
    const { requestId, name } = await requestOf('colleague');
    await city.db.write((tx) =>
      tx.db
        .updateTable('voice_requests')
        .set({ state: 'answered' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', requestId)
        .execute(),
    );
    expect((await addPerson(employee(), city.stranger.id)).status).toBe(409);
    expect((await withdraw(employee(), requestId)).status).toBe(409);
    for (const account of [employee(), appraiser(), city.head.accountId, city.auditor.accountId]) {
      const page = await html(account);
      expect(page).toContain(name);
      expect(page).not.toContain('Sudah kembali');
      expect(page).not.toContain('Belum kembali');
    }
    expect(await html(city.officer.accountId)).toContain('Sudah kembali');
    expect((await asked('colleague')).every((each) => each.state === 'asked')).toBe(true);
    // An answered request is not withdrawn: what was said stays said.
    expect((await withdraw(city.officer.accountId, requestId)).status).toBe(409);
  });

  it('does not show an officer who has answered about themselves, nor about those they appraise', async () => {
    const grant = (personId: string) =>
      city.db.write((tx) =>
        tx.db
          .insertInto('role_grants')
          .values({
            agency_id: tx.agencyId,
            id: newId(),
            person_id: personId,
            role: 'officer',
            unit_id: null,
            granted_at: tx.now,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
    const { requestId } = await requestOf('colleague');
    for (const person of [city.employee, city.appraiser]) {
      const { id } = await grant(person.id);
      const page = await html(person.accountId);
      expect(page).not.toContain('Sudah kembali');
      expect(page).not.toContain('Belum kembali');
      expect((await withdraw(person.accountId, requestId)).status).toBe(409);
      await city.db.write((tx) =>
        tx.db
          .updateTable('role_grants')
          .set({ revoked_at: tx.now })
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', id)
          .execute(),
      );
    }
  });

  it('replaces whoever declines, and tells the reason to officers only', async () => {
    test.setNow(new Date('2026-11-24T02:00:00Z'));
    const before = await asked('colleague');
    const open = before.at(-1);
    const rater = [...city.nurses, city.colleague].find((each) => each.name === open?.name);
    if (!open || !rater) throw new Error('somebody is asked');
    const decline = (person: string, reason: string) =>
      city.db.write((tx) => declineRequest(tx, person, { requestId: open.requestId, reason }));
    await expect(decline(city.stranger.id, 'Bukan saya')).rejects.toThrow();
    await expect(decline(rater.id, ' ')).rejects.toThrow('alasan');
    await decline(rater.id, 'Saya keluarga dekatnya');
    await expect(decline(rater.id, 'Lagi')).rejects.toThrow();
    const done = await city.db.write((tx) => replaceMissing(tx, schemeStore(), null, roundId));
    expect(done.added).toBe(1);
    expect(await asked('colleague')).toHaveLength(before.length);
    expect((await asked('colleague')).map((each) => each.name)).not.toContain(rater.name);
    expect(await city.db.write((tx) => replaceMissing(tx, schemeStore(), null, roundId))).toEqual({
      withdrawn: 0,
      added: 0,
    });
    expect(await html(city.officer.accountId)).toContain('Saya keluarga dekatnya');
    for (const account of [employee(), appraiser(), city.auditor.accountId])
      expect(await html(account)).not.toContain('Saya keluarga dekatnya');
  });
});
