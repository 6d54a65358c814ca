import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { openContests } from '../index.ts';
import { measurementStage } from '../measurements.fixture.ts';

/** A late day, an absent one and one on time, recorded from a file today. */
const HEADINGS = ['NIP', 'Tanggal', 'Keterangan', 'Menit terlambat', 'Menit pulang cepat'];
const PHOTO = () =>
  new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])], 'bukti.jpg', {
    type: 'image/jpeg',
  });

describe('a day that is contested', async () => {
  const { app, test, prepared, nipOf, csv, measured, upload } = await measurementStage();
  let other: City;

  beforeAll(async () => {
    other = await createCity(test.database, 'kota-sanggah-lain');
  });

  async function withDays(): Promise<City> {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const { path } = await upload(
      city,
      'disiplin',
      csv([
        HEADINGS,
        [nip, '02-03-2026', 'hadir', '20', ''],
        [nip, '03-03-2026', 'alpa', '', ''],
        [nip, '04-03-2026', 'hadir', '', ''],
      ]),
    );
    expect((await app.post(city.officer.accountId, path)).status).toBe(303);
    return city;
  }
  const dayPath = (city: City, date: string) =>
    `/a/${city.code}/appraisals/${city.participants.employee}/attendance/${date}`;
  const recordIdIn = (html: string) => /name="recordId" value="([0-9a-f-]+)"/.exec(html)?.[1] ?? '';
  const contest = async (
    city: City,
    date: string,
    fields: Record<string, string | Blob> = {},
    account: string | null = city.employee.accountId,
  ) => {
    const html = await (await app.get(city.employee.accountId, dayPath(city, date))).text();
    const id = newId();
    const answer = await app.post(account, `${dayPath(city, date)}/contests`, {
      id,
      recordId: recordIdIn(html),
      should: 'present',
      timeIn: '07.25',
      timeOut: '16.05',
      reason: 'Mesin rusak pagi itu, lihat foto daftar hadir.',
      files: PHOTO(),
      ...fields,
    });
    return { id, answer, path: `/a/${city.code}/contests/${id}` };
  };
  const decideAs = (account: string | null, path: string, act: string, reason = '') =>
    app.post(account, `${path}/decision`, { act, reason });

  it('is accepted: the day is a new row, the number changes, the former is kept, the employee is told', async () => {
    const city = await withDays();
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 1, workingDays: 3 });
    const { answer, path, id } = await contest(city, '2026-03-03');
    expect(answer.status).toBe(303);
    const open = await city.db.read((tx) => openContests(tx, [city.participants.employee]));
    expect(open.get(city.participants.employee)).toMatchObject([
      { id, component: 'disiplin', kind: 'day', what: '2026-03-03', path: `/contests/${id}` },
    ]);
    const page = await (await app.get(city.officer.accountId, path)).text();
    expect(page).toContain('Mesin rusak pagi itu');
    expect(page).toContain('Tidak masuk tanpa alasan yang sah: dikurangi 3');
    expect(page).toContain('Hadir tepat waktu: tidak ada pengurangan.');
    const proof = /href="([^"]*\/files\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
    expect((await app.get(city.officer.accountId, proof)).headers.get('content-type')).toBe('image/jpeg');
    expect((await app.get(city.appraiser.accountId, proof)).status).toBe(200);
    expect((await app.get(city.colleague.accountId, proof)).status).toBe(404);
    expect((await decideAs(city.officer.accountId, path, 'accept')).status).toBe(303);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 0, longestAbsence: 0 });
    const after = await (await app.get(city.employee.accountId, dayPath(city, '2026-03-03'))).text();
    expect(after).toContain('diperbaiki setelah disanggah');
    expect(after).toContain('Catatan sebelumnya');
    const own = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    expect(await (await app.get(city.employee.accountId, own)).text()).toContain('Diperbaiki: 3 Maret 2026');
    const told = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'kind'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('created_at')
        .execute(),
    );
    expect(told).toContainEqual({ person_id: city.unitOfficer.id, kind: 'record-contested' });
    expect(told).toContainEqual({ person_id: city.employee.id, kind: 'record-contest-accepted' });
    // A file that still says otherwise does not undo what was decided.
    const nip = await nipOf(city, city.employee.id);
    const again = await upload(city, 'disiplin', csv([HEADINGS, [nip, '03-03-2026', 'alpa', '', '']]));
    await app.post(city.officer.accountId, again.path);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 0 });
  });

  it('is refused with a reason alone, and withdrawn by the employee alone', async () => {
    const city = await withDays();
    const { path } = await contest(city, '2026-03-02');
    const without = await decideAs(city.officer.accountId, path, 'refuse', '  ');
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('Tuliskan mengapa tidak diterima.');
    expect((await decideAs(city.officer.accountId, path, 'refuse', 'Foto dari hari lain.')).status).toBe(303);
    const page = await (await app.get(city.employee.accountId, path)).text();
    expect(page).toContain('Foto dari hari lain.');
    expect(await measured(city, 'disiplin')).toMatchObject({ late: [{ date: '2026-03-02', minutes: 20 }] });
    const second = await contest(city, '2026-03-03', { should: 'excused', excuse: 'sick' });
    expect((await app.post(city.officer.accountId, `${second.path}/withdrawal`)).status).toBe(403);
    expect((await app.post(city.employee.accountId, `${second.path}/withdrawal`)).status).toBe(303);
    expect((await decideAs(city.officer.accountId, second.path, 'accept')).status).toBe(409);
  });

  it('is one objection however often the form is sent, and a second while it waits is refused', async () => {
    const city = await withDays();
    const id = newId();
    const both = await Promise.all([
      contest(city, '2026-03-02', { id }),
      contest(city, '2026-03-02', { id }),
    ]);
    expect(both.map(({ answer }) => answer.status)).toEqual([303, 303]);
    const html = await (await app.get(city.employee.accountId, dayPath(city, '2026-03-02'))).text();
    expect(html).not.toContain('name="recordId"');
    const rows = await city.db.read((tx) =>
      tx.db.selectFrom('record_contests').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(rows).toHaveLength(1);
    const more = await app.post(city.employee.accountId, `${dayPath(city, '2026-03-02')}/contests`, {
      id: newId(),
      recordId: rows[0]?.record_id ?? '',
      should: 'excused',
      excuse: 'sick',
      reason: 'Sakit.',
      link: 'https://surat.example/1',
    });
    expect(more.status).toBe(409);
  });

  it('is decided once when two officers decide at the same moment', async () => {
    const city = await withDays();
    const { path } = await contest(city, '2026-03-03');
    const answers = await Promise.all([
      decideAs(city.officer.accountId, path, 'accept'),
      decideAs(city.unitOfficer.accountId, path, 'refuse', 'Tidak terbukti.'),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 409]);
    const acts = await city.db.read((tx) =>
      tx.db
        .selectFrom('acts')
        .select('act')
        .where('agency_id', '=', tx.agencyId)
        .where('process', '=', 'record-contest')
        .execute(),
    );
    expect(acts).toHaveLength(2);
  });

  it('keeps what was typed and the file that came with it', async () => {
    const city = await withDays();
    const { answer } = await contest(city, '2026-03-02', { timeOut: 'sore', reason: ' ', link: 'surat' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Tulis jam seperti 07.28.');
    expect(html).toContain('Tuliskan penjelasannya.');
    expect(html).toContain('Tulis alamat lengkap');
    expect(html).toContain('value="07.25"');
    expect(html).toContain('value="sore"');
    expect(html).toContain('Berkas sudah diterima: bukti.jpg');
    const bare = await contest(city, '2026-03-02', { files: '' });
    expect(bare.answer.status).toBe(422);
    expect(await bare.answer.text()).toContain('Lampirkan bukti');
  });

  it('can be contested for so many days after it was recorded', async () => {
    const city = await withDays();
    await test.owner.query(
      `update attendance_days set recorded_at = recorded_at - interval '15 days' where agency_id = $1`,
      [city.agencyId],
    );
    const html = await (await app.get(city.employee.accountId, dayPath(city, '2026-03-02'))).text();
    expect(html).toContain('Waktu menyanggah berakhir');
    expect(html).not.toContain('name="recordId"');
  });

  it('is seen and decided by those whose it is, and by nobody else', async () => {
    const city = await withDays();
    const { path } = await contest(city, '2026-03-03');
    const month = `/a/${city.code}/appraisals/${city.participants.employee}/attendance`;
    const file = `${month}.csv`;
    const accounts: Record<string, [string | null, read: number, list: number, say: number, decide: number]> =
      {
        nobody: [null, 303, 303, 303, 303],
        'other agency': [other.officer.accountId, 404, 404, 404, 404],
        employee: [city.employee.accountId, 200, 404, 409, 403],
        colleague: [city.colleague.accountId, 404, 404, 404, 404],
        stranger: [city.stranger.accountId, 404, 404, 404, 404],
        appraiser: [city.appraiser.accountId, 200, 404, 403, 403],
        head: [city.head.accountId, 200, 404, 403, 403],
        auditor: [city.auditor.accountId, 200, 200, 403, 403],
        mayor: [city.mayor.accountId, 200, 200, 403, 403],
      };
    for (const [name, [account, read, list, say, decided]] of Object.entries(accounts)) {
      for (const address of [month, file, dayPath(city, '2026-03-03'), path])
        expect((await app.get(account, address)).status, `${name} ${address}`).toBe(read);
      expect((await app.get(account, `/a/${city.code}/contests`)).status, name).toBe(list);
      expect(
        (await contest(city, '2026-03-03', { recordId: newId() }, account)).answer.status,
        `${name} says`,
      ).toBe(say);
      expect((await decideAs(account, path, 'refuse', 'Tidak.')).status, `${name} decides`).toBe(decided);
    }
    const looked = await test.owner.query(
      `select 1 from access_log where agency_id = $1 and what = 'attendance'`,
      [city.agencyId],
    );
    expect(looked.rowCount).toBeGreaterThan(3);
  });

  it('is never decided by the officer whose day it is', async () => {
    const city = await withDays();
    await test.owner.query(
      `insert into role_grants (agency_id, id, person_id, role, granted_at) values ($1, $2, $3, 'officer', now())`,
      [city.agencyId, newId(), city.employee.id],
    );
    const { path, answer } = await contest(city, '2026-03-03');
    expect(answer.status).toBe(303);
    expect((await decideAs(city.employee.accountId, path, 'accept')).status).toBe(403);
  });

  it('is corrected by an officer about others, with a reason, and never by the employee', async () => {
    const city = await withDays();
    const path = `${dayPath(city, '2026-03-03')}/correction`;
    const fields = { should: 'excused', excuse: 'duty', reason: 'Surat tugas 800/12' };
    for (const { accountId } of [city.employee, city.appraiser, city.mayor, city.auditor])
      expect((await app.post(accountId, path, fields)).status).toBe(403);
    expect((await app.post(city.stranger.accountId, path, fields)).status).toBe(404);
    const bare = await app.post(city.officer.accountId, path, { ...fields, reason: '' });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('Tuliskan penjelasannya.');
    expect((await app.post(city.unitOfficer.accountId, path, fields)).status).toBe(303);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 0, permittedDays: 1 });
    const html = await (await app.get(city.employee.accountId, dayPath(city, '2026-03-03'))).text();
    expect(html).toContain('dibetulkan petugas: Surat tugas 800/12');
  });
});
