import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';
import { measurementStage } from './measurements.fixture.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('measurements', async () => {
  const { app, test, prepared, pathOf, nipOf, csv, measured, upload } = await measurementStage();
  let made: City;

  beforeAll(async () => {
    made = await prepared();
  });

  it('reads a file of attendance, shows what it would record, and records it once', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const { answer, path } = await upload(
      city,
      'disiplin',
      csv([
        ['NIP', 'Tanggal', 'Keterangan', 'Menit terlambat', 'Menit pulang cepat'],
        [nip, '02-03-2026', 'hadir', '20', ''],
        [nip, '2026-03-03', 'alpa', '', ''],
        [nip, '04/03/2026', 'ALPA', '', ''],
        [nip, '05-03-2026', 'izin', '', ''],
        [nip, '06-03-2026', 'hadir', '', '45'],
      ]),
    );
    expect(answer.status).toBe(303);
    const checked = await (await app.get(city.officer.accountId, path)).text();
    expect(checked).toContain('1 pegawai akan dicatat');
    expect(await measured(city, 'disiplin')).toBeUndefined();
    const both = await Promise.all([
      app.post(city.officer.accountId, path),
      app.post(city.officer.accountId, path),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect(await measured(city, 'disiplin')).toEqual({
      workingDays: 5,
      absentDays: 2,
      longestAbsence: 2,
      permittedDays: 1,
      late: [{ date: '2026-03-02', minutes: 20 }],
      earlyLeave: [{ date: '2026-03-06', minutes: 45 }],
    });
    const rows = await city.db.read((tx) =>
      tx.db.selectFrom('measurements').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(rows).toHaveLength(1);
    const page = await app.get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/measurements`,
    );
    // 100 less two days at 3, one late arrival at 0,5 and one early departure at 1: the defaults of the scheme.
    expect(await page.text()).toContain('92,5');
  });

  it('names every cell that stands in the way and records nothing of that person', async () => {
    const employee = await nipOf(made, made.employee.id);
    const colleague = await nipOf(made, made.colleague.id);
    const { answer, path } = await upload(
      made,
      'disiplin',
      csv([
        ['Laporan presensi Maret'],
        ['NIP', 'Tanggal', 'Keterangan', 'Menit terlambat'],
        [employee, '31-02-2026', 'hadir', ''],
        [employee, '02-03-2026', 'masuk', 'dua puluh'],
        [colleague, '02-03-2026', 'hadir', ''],
        ['199912312024011999', '02-03-2026', 'hadir', ''],
      ]),
    );
    expect(answer.status).toBe(303);
    const html = await (await app.get(made.officer.accountId, path)).text();
    expect(html).toContain('bukan tanggal yang ada');
    expect(html).toContain('tulis salah satu: hadir, izin, alpa');
    expect(html).toContain('bukan bilangan bulat');
    expect(html).toContain('bukan peserta periode ini');
    expect(html).toContain('B · Tanggal: 31-02-2026');
    expect(html).toContain('1 pegawai akan dicatat');
    await app.post(made.officer.accountId, path);
    expect(await measured(made, 'disiplin')).toBeUndefined();
  });

  it('reads its own template, filled in', async () => {
    const city = await prepared();
    const template = await app.get(city.officer.accountId, `${pathOf(city, 'inovasi')}/template.xlsx`);
    expect(template.status).toBe(200);
    const [sheet] = await readSheets(new Uint8Array(await template.arrayBuffer()), 'templat.xlsx');
    const headings = (sheet?.rows[0] ?? []).map((cell) => String(cell.value));
    expect(headings).toContain('Judul inovasi');
    const nip = await nipOf(city, city.employee.id);
    const answers: Record<string, string> = {
      NIP: nip,
      'Judul inovasi': 'Antrean daring loket',
      Tahap: 'Diterapkan',
      'Diverifikasi oleh': 'Inspektorat Daerah',
    };
    const bytes = await writeWorkbook([
      {
        name: 'Inovasi',
        columns: headings.map((heading) => ({ heading, format: 'text' as const })),
        rows: [headings.map((heading) => answers[heading] ?? '')],
      },
    ]);
    const file = new File([new Uint8Array(bytes)], 'inovasi.xlsx', { type: XLSX });
    const { path } = await upload(city, 'inovasi', file);
    await app.post(city.officer.accountId, path);
    expect(await measured(city, 'inovasi')).toMatchObject({
      items: [{ title: 'Antrean daring loket', verifiedBy: 'Inspektorat Daerah' }],
    });
  });

  it('puts forms of another voice beside those that are there, and takes none in the appraiser’s name', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const forms = (voice: string, level: string) =>
      csv([
        ['NIP', 'Suara', 'Menuntaskan tugas'],
        [nip, voice, level],
      ]);
    for (const [voice, level] of [
      ['Rekan kerja', 'Teladan'],
      ['Atasan pejabat penilai', 'konsisten'],
    ] as const) {
      const { path } = await upload(city, 'komitmen', forms(voice, level));
      await app.post(city.officer.accountId, path);
    }
    expect(await measured(city, 'komitmen')).toEqual({
      forms: {
        colleague: [{ items: { 'menuntaskan-tugas': 'teladan' } }],
        'appraiser-superior': [{ items: { 'menuntaskan-tugas': 'konsisten' } }],
      },
    });
    const { path } = await upload(city, 'komitmen', forms('Pejabat penilai', 'Teladan'));
    expect(await (await app.get(city.officer.accountId, path)).text()).toContain('tulis salah satu');
  });

  it('reads levels of competencies by the standard of the post that each person holds', async () => {
    const city = await createCity(test.database, 'kota-ukur-kompetensi');
    await adopt(city, shippedScheme('kota-kupang/alak-kompetensi'));
    await putUnder(city, 'alak-kompetensi');
    const nip = await nipOf(city, city.employee.id);
    const path = `/a/${city.code}/periods/${city.periodId}/measurements/alak-kompetensi/1/kompetensi`;
    const id = newId();
    const file = csv([
      ['NIP', 'Suara', 'integritas', 'kerja-sama'],
      [nip, 'Rekan kerja', '3', '2'],
      [nip, 'Rekan kerja', '2', '3'],
    ]);
    expect((await app.post(city.officer.accountId, `${path}/files`, { id, file })).status).toBe(303);
    const checked = await (await app.get(city.officer.accountId, `${path}/files/${id}`)).text();
    expect(checked).toContain('1 pegawai akan dicatat');
    await app.post(city.officer.accountId, `${path}/files/${id}`);
    const colleague = (integrity: number, team: number) => ({
      levels: { integritas: integrity, 'kerja-sama': team },
    });
    expect(await measured(city, 'kompetensi')).toEqual({
      post: expect.any(String),
      forms: { colleague: [colleague(3, 2), colleague(2, 3)] },
    });
    const own = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    expect(await (await app.get(city.employee.accountId, own)).text()).toContain('presensi.csv');
  });

  it('holds for everybody of a unit named by its code', async () => {
    const city = await prepared();
    const { path } = await upload(
      city,
      'kasusDisiplinBerat',
      csv([
        ['Kode unit', 'Jawaban'],
        ['PUSKESMAS-CONTOH', 'tidak'],
      ]),
    );
    const html = await (await app.get(city.officer.accountId, path)).text();
    expect(html).toContain('pegawai akan dicatat');
    await app.post(city.officer.accountId, path);
    expect(await measured(city, 'kasusDisiplinBerat')).toEqual({ value: false });
    const unitOnly = await upload(
      city,
      'kasusDisiplinBerat',
      csv([
        ['Kode unit', 'Jawaban'],
        ['DINAS-PENDIDIKAN', 'ya'],
      ]),
      city.unitOfficer.accountId,
    );
    const refused = await (await app.get(city.unitOfficer.accountId, unitOnly.path)).text();
    expect(refused).toContain('bukan wewenang Anda');
    expect(refused).toContain('Tidak ada yang dapat dicatat');
  });
});
