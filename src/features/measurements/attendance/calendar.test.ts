import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { measurementStage } from '../measurements.fixture.ts';

describe('what days of attendance are read by', async () => {
  const { app, test, prepared, nipOf, csv, measured, upload } = await measurementStage();
  let other: City;
  beforeAll(async () => {
    other = await createCity(test.database, 'kota-jam-lain');
  });

  /** Monday absent, Tuesday absent, Wednesday present. */
  async function withAbsence(): Promise<{ city: City; nip: string }> {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const { path } = await upload(
      city,
      'disiplin',
      csv([
        ['NIP', 'Tanggal', 'Keterangan'],
        [nip, '02-03-2026', 'alpa'],
        [nip, '03-03-2026', 'alpa'],
        [nip, '04-03-2026', 'hadir'],
      ]),
    );
    await app.post(city.officer.accountId, path);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 2, longestAbsence: 2 });
    return { city, nip };
  }
  const at = (city: City, path: string) => `/a/${city.code}/attendance/${path}`;
  const letter = (nip: string, more: Record<string, string> = {}) => ({
    id: newId(),
    nip,
    kind: 'sick',
    part: 'day',
    from: '2026-03-02',
    until: '2026-03-02',
    number: '445/12/2026',
    ...more,
  });

  it('a letter excuses days that are known already, once; withdrawn, they are absent again', async () => {
    const { city, nip } = await withAbsence();
    const given = letter(nip);
    for (let times = 0; times < 2; times += 1)
      expect((await app.post(city.officer.accountId, at(city, 'letters'), given)).status).toBe(303);
    expect(await measured(city, 'disiplin')).toMatchObject({
      absentDays: 1,
      longestAbsence: 1,
      permittedDays: 1,
    });
    const day = `/a/${city.code}/appraisals/${city.participants.employee}/attendance/2026-03-02`;
    const html = await (await app.get(city.employee.accountId, day)).text();
    expect(html).toContain('Tidak masuk dengan alasan yang sah (sakit)');
    expect(html).toContain('surat 445/12/2026');
    const list = await (await app.get(city.officer.accountId, at(city, 'letters'))).text();
    expect(list).toContain('445/12/2026');
    expect(list).not.toContain(nip);
    const withdraw = at(city, `letters/${given.id}/withdrawal`);
    expect((await app.post(city.officer.accountId, withdraw)).status).toBe(303);
    expect((await app.post(city.officer.accountId, withdraw)).status).toBe(303);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 2, permittedDays: 0 });
  });

  it('keeps what was typed into a letter that cannot be recorded', async () => {
    const { city } = await withAbsence();
    const answer = await app.post(
      city.officer.accountId,
      at(city, 'letters'),
      letter('123', { until: '2026-03-01', number: ' ', kind: '' }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const words of ['bukan pegawai dalam wewenang', 'Pilih jenis surat', 'Tulis nomor surat'])
      expect(html).toContain(words);
    expect(html).toContain('value="2026-03-01"');
  });

  it('letters come from a list, all of them or none', async () => {
    const { city, nip } = await withAbsence();
    const list = (rows: string[]) =>
      new File([['NIP;Jenis;Dari;Sampai;Nomor surat', ...rows].join('\n')], 'surat.csv', {
        type: 'text/csv',
      });
    const bad = await app.post(city.officer.accountId, at(city, 'letters/list'), {
      file: list([`${nip};cuti;02-03-2026;03-03-2026;1`, `${nip};cuti;03-03-2026;02-03-2026;2`]),
    });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('Baris 3');
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 2 });
    const good = await app.post(city.officer.accountId, at(city, 'letters/list'), {
      file: list([`${nip};cuti;02-03-2026;02-03-2026;1`, `${nip};Dinas Luar;03/03/2026;03/03/2026;2`]),
    });
    expect(good.status).toBe(303);
    expect(await measured(city, 'disiplin')).toMatchObject({ absentDays: 0, permittedDays: 2 });
  });

  it('a day off takes absence away, and gives it back when it is removed', async () => {
    const { city } = await withAbsence();
    const wrong = await app.post(city.officer.accountId, at(city, 'calendar/holidays'), { lines: 'Senin' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Baris “Senin” tidak dapat dibaca');
    const lines = '02-03-2026 Hari jadi kota\n2026-12-25 Natal';
    expect((await app.post(city.officer.accountId, at(city, 'calendar/holidays'), { lines })).status).toBe(
      303,
    );
    expect(await measured(city, 'disiplin')).toMatchObject({ workingDays: 2, absentDays: 1 });
    await app.post(city.officer.accountId, at(city, 'calendar/holidays/2026-03-02/removal'));
    expect(await measured(city, 'disiplin')).toMatchObject({ workingDays: 3, absentDays: 2 });
  });

  it('hours are saved by day, named ones assigned to a unit or a person', async () => {
    const { city, nip } = await withAbsence();
    const week = { 'from-1': '22.00', 'to-1': '06.00', grace: '5', name: 'Jaga malam', id: newId() };
    const wrong = await app.post(city.officer.accountId, at(city, 'calendar/hours'), {
      ...week,
      'from-2': '08.00',
      'to-2': 'sore',
    });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('Selasa: tulis jam seperti 07.30');
    expect(html).toContain('value="sore"');
    expect((await app.post(city.officer.accountId, at(city, 'calendar/hours'), week)).status).toBe(303);
    const assignment = { id: newId(), schedule: week.id, nip, from: '2026-03-01', until: '2026-03-31' };
    const nobody = await app.post(city.officer.accountId, at(city, 'calendar/assignments'), {
      ...assignment,
      nip: '',
    });
    expect(nobody.status).toBe(422);
    const path = at(city, 'calendar/assignments');
    expect((await app.post(city.officer.accountId, path, assignment)).status).toBe(303);
    // Only Monday is a day of these hours: Tuesday's absence is none any more.
    expect(await measured(city, 'disiplin')).toMatchObject({ workingDays: 2, absentDays: 1 });
    const shown = await (await app.get(city.officer.accountId, at(city, 'calendar'))).text();
    expect(shown).toContain('Jaga malam');
    await app.post(city.officer.accountId, `${path}/${assignment.id}/removal`);
    expect(await measured(city, 'disiplin')).toMatchObject({ workingDays: 3, absentDays: 2 });
  });

  it('the window for objections and the cost of a missing time are settings', async () => {
    const { city } = await withAbsence();
    const path = at(city, 'calendar/settings');
    const save = (contestDays: string, missingMinutes: string) =>
      app.post(city.officer.accountId, path, { contestDays, missingMinutes });
    expect((await save('0', '2000')).status).toBe(422);
    expect((await save('3', '0')).status).toBe(303);
    await test.owner.query(
      `update attendance_days set recorded_at = recorded_at - interval '5 days' where agency_id = $1`,
      [city.agencyId],
    );
    const day = `/a/${city.code}/appraisals/${city.participants.employee}/attendance/2026-03-02`;
    expect(await (await app.get(city.employee.accountId, day)).text()).toContain('Waktu menyanggah berakhir');
  });

  it('is changed by officers of the agency, letters and numbers by officers of their units', async () => {
    const { city, nip } = await withAbsence();
    const pages = ['letters', 'numbers', 'calendar'];
    const accounts: Record<string, [string | null, read: number, calendar: number, lists: number]> = {
      nobody: [null, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404],
      employee: [city.employee.accountId, 403, 403, 403],
      appraiser: [city.appraiser.accountId, 403, 403, 403],
      auditor: [city.auditor.accountId, 403, 403, 403],
      mayor: [city.mayor.accountId, 403, 403, 403],
      unitOfficer: [city.unitOfficer.accountId, 200, 403, 303],
    };
    for (const [name, [account, read, calendar, lists]] of Object.entries(accounts)) {
      for (const page of pages)
        expect((await app.get(account, at(city, page))).status, `${name} ${page}`).toBe(read);
      const settings = { contestDays: '14', missingMinutes: '91' };
      expect((await app.post(account, at(city, 'calendar/settings'), settings)).status, name).toBe(calendar);
      const holiday = { lines: '2026-08-17 Hari Kemerdekaan' };
      expect((await app.post(account, at(city, 'calendar/holidays'), holiday)).status, name).toBe(calendar);
      expect((await app.post(account, at(city, 'numbers'), { pin: '0007', nip })).status, name).toBe(lists);
      expect((await app.post(account, at(city, 'letters'), letter(nip))).status, name).toBe(lists);
    }
    const stranger = await nipOf(city, city.stranger.id);
    const outside = await app.post(city.unitOfficer.accountId, at(city, 'letters'), letter(stranger));
    expect(outside.status).toBe(422);
  });
});
