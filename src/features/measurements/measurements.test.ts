import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';
import { currentMeasurements } from './index.ts';

/** The seven values (SE MenPANRB 20/2021), each an item of the component `perilaku`. */
const VALUES = [
  'berorientasi-pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('measurements', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  let made: City;
  let other: City;

  async function prepared(): Promise<City> {
    serial += 1;
    const city = await createCity(test.database, `kota-ukur-${serial}`);
    await adopt(city, shippedScheme('kota-sawahlunto/sawahlunto-kinerja'));
    await putUnder(city, 'sawahlunto-kinerja');
    return city;
  }

  beforeAll(async () => {
    made = await prepared();
    other = await createCity(test.database, 'kota-ukur-lain');
  });

  const pathOf = (city: City, component: string) =>
    `/a/${city.code}/periods/${city.periodId}/measurements/sawahlunto-kinerja/1/${component}`;
  const nipOf = async (city: City, personId: string) =>
    (
      await city.db.read((tx) =>
        tx.db
          .selectFrom('people')
          .select('nip')
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', personId)
          .executeTakeFirstOrThrow(),
      )
    ).nip ?? '';
  const csv = (rows: readonly (readonly string[])[]) =>
    new File([rows.map((row) => row.join(';')).join('\n')], 'presensi.csv', { type: 'text/csv' });
  const measured = async (city: City, component: string) =>
    (await city.db.read((tx) => currentMeasurements(tx, city.participants.employee))).get(component)?.value;
  const upload = async (city: City, component: string, file: File, account = city.officer.accountId) => {
    const id = newId();
    const answer = await app.post(account, `${pathOf(city, component)}/files`, { id, file });
    return { id, answer, path: `${pathOf(city, component)}/files/${id}` };
  };

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
    serial += 1;
    const city = await createCity(test.database, `kota-ukur-${serial}`);
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

  it('is corrected by an officer with a source; the former value stays in the history', async () => {
    const city = await prepared();
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    const correct = (fields: Record<string, string>) =>
      app.post(city.officer.accountId, `${path}/kasusDisiplinBerat`, fields);
    const field = 'kasusDisiplinBerat.value';
    expect(await (await app.get(city.officer.accountId, path)).text()).toContain(`name="${field}"`);
    expect((await correct({ [field]: 'yes', note: ' ' })).status).toBe(422);
    expect((await correct({ [field]: 'yes', note: 'SK 12/2026' })).status).toBe(303);
    expect((await correct({ [field]: 'no', note: 'SK 12/2026 dibatalkan' })).status).toBe(303);
    const after = await (await app.get(city.employee.accountId, path)).text();
    expect(after).toContain('SK 12/2026 dibatalkan');
    expect(after).toContain('diganti');
  });

  it('shows what colleagues answered as their mean, never form by form', async () => {
    const city = await prepared();
    const rated = (level: string) => ({
      items: Object.fromEntries(VALUES.map((value) => [value, level])),
    });
    await city.db.write((tx) =>
      tx.db
        .insertInto('measurements')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: city.participants.employee,
          component: 'perilaku',
          value: JSON.stringify({
            forms: { colleague: [rated('teladan'), rated('teladan'), rated('jarang')] },
          }),
          origin: 'file',
          note: 'rekan.xlsx',
          recorded_by: city.officer.id,
          recorded_at: tx.now,
        })
        .execute(),
    );
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    for (const who of [city.employee, city.appraiser, city.head, city.mayor]) {
      const html = await (await app.get(who.accountId, path)).text();
      expect(html).toContain('Rata-rata 3 formulir');
      expect(html).not.toContain('Formulir 1');
      expect(html).not.toContain('Jarang tampak');
    }
  });

  it('is read by those around the appraisal and recorded by officers alone', async () => {
    const period = `/a/${made.code}/periods/${made.periodId}/measurements`;
    const component = pathOf(made, 'disiplin');
    const person = `/a/${made.code}/appraisals/${made.participants.employee}/measurements`;
    const accounts: Record<string, [string | null, period: number, person: number, write: number]> = {
      nobody: [null, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404],
      employee: [made.employee.accountId, 404, 200, 403],
      colleague: [made.colleague.accountId, 404, 404, 404],
      stranger: [made.stranger.accountId, 404, 404, 404],
      appraiser: [made.appraiser.accountId, 404, 200, 403],
      head: [made.head.accountId, 404, 200, 403],
      auditor: [made.auditor.accountId, 200, 200, 403],
      mayor: [made.mayor.accountId, 200, 200, 403],
    };
    for (const [name, [account, read, own, write]] of Object.entries(accounts)) {
      expect((await app.get(account, period)).status, name).toBe(read);
      expect((await app.get(account, component)).status, name).toBe(read);
      expect((await app.get(account, person)).status, name).toBe(own);
      const correction = await app.post(account, `${person}/disiplin`, { note: 'x' });
      expect(correction.status, name).toBe(write);
      const file = csv([['NIP']]);
      const sent = await app.post(account, `${component}/files`, { id: newId(), file });
      expect(sent.status, name).toBe(read === 200 ? 403 : read);
    }
    const { id } = await upload(made, 'disiplin', csv([['NIP', 'Tanggal', 'Keterangan']]));
    const foreign = await app.get(made.unitOfficer.accountId, `${component}/files/${id}`);
    expect(foreign.status).toBe(404);
  });
});
