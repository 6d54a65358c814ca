import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { measurementStage } from '../measurements.fixture.ts';
import { workOnAttendance } from './index.ts';

const machineFile = (name: string) =>
  new File([readFileSync(`test/data/attendance/${name}`)], name, { type: 'application/octet-stream' });

describe('files of attendance', async () => {
  const { app, test, prepared, nipOf, measured } = await measurementStage();
  let other: City;
  beforeAll(async () => {
    other = await createCity(test.database, 'kota-presensi-lain');
  });

  const base = (city: City) => `/a/${city.code}/attendance`;
  const work = (city: City, id: string) =>
    workOnAttendance(city.db, { files: app.files, schemes: schemeStore() }, id);
  const upload = async (city: City, file: File, account = city.officer.accountId) => {
    const id = newId();
    const answer = await app.post(account, `${base(city)}/files`, { id, file });
    if (answer.status === 303) await work(city, id);
    return { id, answer, path: `${base(city)}/files/${id}` };
  };
  const shown = async (city: City, path: string, account = city.officer.accountId) =>
    (await app.get(account, path)).text();
  const agree = async (city: City, { id, path }: { id: string; path: string }) => {
    const report = /name="report" value="([0-9a-f]+)"/.exec(await shown(city, path))?.[1] ?? '';
    const answer = await app.post(city.officer.accountId, `${path}/commitment`, { report });
    await work(city, id);
    return answer;
  };
  const daysIn = (city: City, personId: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('attendance_days')
        .select([
          'day',
          'status',
          'time_in',
          'time_out',
          'missing',
          'late_minutes',
          'early_minutes',
          'excuse',
        ])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .where('superseded_at', 'is', null)
        .orderBy('day')
        .execute(),
    );

  it('asks once whose the numbers are, shows every day before it counts, and records it once', async () => {
    const city = await prepared();
    const file = await upload(city, machineFile('attlog.dat'));
    expect(file.answer.status).toBe(303);
    let html = await shown(city, file.path);
    expect(html).toContain('Nomor yang belum dikenal (3)');
    expect(html).toContain('Tidak ada yang perlu dicatat');
    expect(html).toContain('Baris yang tidak dapat dibaca (1)');
    const nip = await nipOf(city, city.employee.id);
    const wrong = await app.post(city.officer.accountId, `${file.path}/numbers`, { 'pin-1': '123' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('NIP 123 bukan pegawai');
    const saved = await app.post(city.officer.accountId, `${file.path}/numbers`, {
      'pin-1': nip,
      'pin-2': await nipOf(city, city.colleague.id),
      'pin-77': '',
    });
    expect(saved.status).toBe(303);
    await work(city, file.id);
    html = await shown(city, `${file.path}?person=${city.employee.id}`);
    expect(html).toContain('2 pegawai, 10 hari akan dicatat');
    expect(html).toContain('Nomor yang belum dikenal (1)');
    expect(html).toContain('Hadir, terlambat 22 menit');
    expect(html).toContain('masuk 07.28, pulang 16.02');
    expect(html).toContain('Hadir, jam pulang tidak tercatat');
    expect(await daysIn(city, city.employee.id)).toEqual([]);
    const first = await agree(city, file);
    const second = await app.post(city.officer.accountId, `${file.path}/commitment`, { report: 'x' });
    expect([first.status, second.status]).toEqual([303, 303]);
    const day = (day: string, more: object) => ({
      day,
      status: 'present',
      time_in: null,
      time_out: null,
      missing: null,
      late_minutes: 0,
      early_minutes: 0,
      excuse: null,
      ...more,
    });
    expect(await daysIn(city, city.employee.id)).toEqual([
      day('2026-01-05', { time_in: 448, time_out: 962 }),
      day('2026-01-06', { time_in: 472, time_out: 960, late_minutes: 22 }),
      day('2026-01-07', { time_in: 449, missing: 'out', early_minutes: 91 }),
      day('2026-01-08', { status: 'absent' }),
      day('2026-01-09', { time_in: 447, time_out: 991 }),
    ]);
    expect(await measured(city, 'disiplin')).toEqual({
      workingDays: 5,
      absentDays: 1,
      longestAbsence: 1,
      permittedDays: 0,
      late: [{ date: '2026-01-06', minutes: 22 }],
      earlyLeave: [{ date: '2026-01-07', minutes: 91 }],
    });
    expect(await shown(city, file.path)).toContain('2 pegawai, 10 hari.');
    // The numbers are remembered, and the same days again change nothing.
    const again = await upload(city, machineFile('attlog.dat'));
    expect(await shown(city, again.path)).toContain('Tidak ada yang perlu dicatat');
    // Another file of the same machine corrects what it says otherwise.
    const daily = await upload(city, machineFile('rekap-harian.csv'));
    expect(await shown(city, daily.path)).toContain('Rekap harian');
    await agree(city, daily);
    expect((await daysIn(city, city.employee.id)).at(-1)).toMatchObject({
      status: 'excused',
      excuse: 'leave',
    });
  });

  it('is checked anew where a machine number was changed after the check', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const csv = new File(
      [`NIP;Tanggal;Scan Masuk;Scan Pulang\n${nip};05-01-2026;07:20;16:00\n`],
      'rekap.csv',
      { type: 'text/csv' },
    );
    const file = await upload(city, csv);
    const report = /name="report" value="([0-9a-f]+)"/.exec(await shown(city, file.path))?.[1] ?? '';
    await test.owner.query(
      `insert into record_settings
      (agency_id, contest_days, missing_punch_minutes, revision, updated_at)
      values ($1, 14, 91, 7, now()) on conflict (agency_id) do update set revision = 7`,
      [city.agencyId],
    );
    await app.post(city.officer.accountId, `${file.path}/commitment`, { report });
    await work(city, file.id);
    expect(await shown(city, file.path)).toContain('hasil pemeriksaan ulang');
    expect(await daysIn(city, city.employee.id)).toEqual([]);
    await agree(city, file);
    expect(await daysIn(city, city.employee.id)).toHaveLength(1);
  });

  it('says what a file is that it cannot read', async () => {
    const city = await prepared();
    const words = await upload(
      city,
      new File(['Nama;Alamat\nRina;Jalan\n'], 'lain.csv', { type: 'text/csv' }),
    );
    expect(await shown(city, words.path)).toContain('Tidak ditemukan kolom presensi');
    const picture = await upload(city, new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'foto.jpg'));
    expect(picture.answer.status).toBe(422);
    expect(await picture.answer.text()).toContain('bukan berkas xlsx');
    const none = await app.post(city.officer.accountId, `${base(city)}/files`, { id: newId() });
    expect(none.status).toBe(422);
  });

  it('records for those in the scope of the officer alone', async () => {
    const city = await prepared();
    const lines = await Promise.all(
      [city.employee, city.stranger].map(async ({ id }) => `${await nipOf(city, id)};05-01-2026;07:20;16:00`),
    );
    const csv = new File([`NIP;Tanggal;Masuk;Pulang\n${lines.join('\n')}\n`], 'rekap.csv', {
      type: 'text/csv',
    });
    const file = await upload(city, csv, city.unitOfficer.accountId);
    const html = await shown(city, file.path, city.unitOfficer.accountId);
    expect(html).toContain('1 pegawai, 1 hari akan dicatat');
    expect(html).toContain('Nomor yang belum dikenal (1)');
  });

  it('is for officers alone, and a file is its officer’s', async () => {
    const city = await prepared();
    const file = await upload(city, machineFile('log-mesin.csv'));
    const accounts: Record<string, [string | null, start: number, own: number]> = {
      nobody: [null, 303, 303],
      'other agency': [other.officer.accountId, 404, 404],
      employee: [city.employee.accountId, 403, 403],
      appraiser: [city.appraiser.accountId, 403, 403],
      head: [city.head.accountId, 403, 403],
      auditor: [city.auditor.accountId, 403, 403],
      mayor: [city.mayor.accountId, 403, 403],
      unitOfficer: [city.unitOfficer.accountId, 200, 404],
    };
    for (const [name, [account, start, own]] of Object.entries(accounts)) {
      expect((await app.get(account, base(city))).status, name).toBe(start);
      expect((await app.get(account, file.path)).status, name).toBe(own);
      for (const act of ['check', 'numbers', 'commitment', 'resumption', 'cancellation'])
        expect((await app.post(account, `${file.path}/${act}`)).status, `${name} ${act}`).toBe(own);
    }
    expect((await app.post(city.officer.accountId, `${file.path}/cancellation`)).status).toBe(303);
    expect((await app.post(city.officer.accountId, `${file.path}/check`)).status).toBe(409);
  });

  it('records a year of many people in few statements, and resumes where it was killed', async () => {
    const city = await prepared();
    const lines: string[] = [];
    // 20,000 moments: two a day of 40 numbers on 250 days, all of one person but the first.
    for (let day = 0; day < 250; day += 1) {
      const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
      for (let pin = 1; pin <= 40; pin += 1)
        lines.push(
          `${pin}\t${date} 07:2${pin % 10}:00\t1\t0\t1\t0`,
          `${pin}\t${date} 16:3${pin % 10}:00\t1\t1\t1\t0`,
        );
    }
    const file = await upload(city, new File([lines.join('\n')], 'tahun.dat'));
    await app.post(city.officer.accountId, `${file.path}/numbers`, {
      'pin-1': await nipOf(city, city.employee.id),
      'pin-2': await nipOf(city, city.colleague.id),
    });
    await work(city, file.id);
    const report = /name="report" value="([0-9a-f]+)"/.exec(await shown(city, file.path))?.[1] ?? '';
    await app.post(city.officer.accountId, `${file.path}/commitment`, { report });
    // Two workers at once: one finishes, the other finds nothing left; the rows are there once.
    await Promise.all([work(city, file.id), work(city, file.id)]);
    const days = await daysIn(city, city.employee.id);
    expect(days).toHaveLength(178);
    expect(await shown(city, file.path)).toContain('Presensi dicatat');
  });
});
