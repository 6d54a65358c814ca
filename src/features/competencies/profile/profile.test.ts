/** One person's profile: who reads it, what it says, and what an officer records of assessment centres. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { adoptAlak, allAt, competencyDesk, giveResult } from '../competencies.fixture.ts';

const PDF = () => new File(['%PDF-1.4\n%%EOF'], 'laporan.pdf', { type: 'application/pdf' });

describe('the profile of a person', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const desk = competencyDesk(app);
  let city: City;
  let other: City;
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-profil');
    other = await createCity(test.database, 'kota-profil-lain');
    await desk.adoptDictionary(city);
    await adoptAlak(city, [city.participants.employee, city.participants.colleague]);
    // Communication: (60 × 1 + 15 × 2 + 15 × 2) / 90 = 1.33.
    await giveResult(city, {
      participantId: city.participants.employee,
      post: 'ahli-pertama',
      forms: {
        appraiser: [allAt(2, { komunikasi: 1, 'kerja-sama': 3 })],
        'appraiser-superior': [allAt(2)],
        colleague: [allAt(2), allAt(1), allAt(3)],
      },
    });
  });
  const outcomes = (of: City) =>
    of.db.read((tx) =>
      tx.db.selectFrom('competency_outcomes').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );
  const fields = (more: Record<string, string | Blob> = {}) => ({
    id: newId(),
    fileId: newId(),
    assessedOn: '2026-03-02',
    institution: 'Puspenkom BKN',
    note: '',
    'level-integritas': '3',
    'level-pelayanan-kesehatan': '2',
    ...more,
  });
  const send = (who: { accountId: string } | null, more: Record<string, string | Blob> = {}) =>
    app.post(who?.accountId ?? null, `${desk.profileOf(city, city.employee)}/outcomes`, fields(more));

  it('is read and written by whoever may', async () => {
    const page = desk.profileOf(city, city.employee);
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      'other agency': [other.officer.accountId, 404, 404],
      stranger: [city.stranger.accountId, 404, 404],
      colleague: [city.colleague.accountId, 404, 404],
      employee: [city.employee.accountId, 200, 403],
      appraiser: [city.appraiser.accountId, 200, 403],
      superior: [city.head.accountId, 200, 403],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
      'unit officer': [city.unitOfficer.accountId, 200, 200],
      officer: [city.officer.accountId, 200, 200],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      expect((await app.get(account, page)).status, name).toBe(read);
      expect((await app.get(account, `${page}/outcomes/new`)).status, name).toBe(write);
      expect((await app.post(account, `${page}/outcomes`)).status, name).toBe(write === 200 ? 422 : write);
      const withdrawn = await app.post(account, `${page}/outcomes/${newId()}/withdrawal`);
      expect(withdrawn.status, name).toBe(write === 200 ? 404 : write);
      expect((await app.get(account, `${page}/outcomes/${newId()}/file`)).status, name).toBe(
        read === 200 ? 404 : read,
      );
    }
    expect((await app.get(city.unitOfficer.accountId, desk.profileOf(city, city.stranger))).status).toBe(404);
    expect(
      (await app.get(city.officer.accountId, `/a/${city.code}/people/${newId()}/competencies`)).status,
    ).toBe(404);
  });

  it('says level, standard and match as the result counted them, and no single form', async () => {
    const html = await desk.page(city.employee, `/a/${city.code}/mine/competencies`);
    // 9 × 2 = 18 asked; communication 1.33 of 2: 17.33 of 18 = 96.28 %.
    expect(html).toContain('96,28 % · Memenuhi Syarat');
    expect(html).toContain('dari skema Penilaian Berbasis Kompetensi Kecamatan Alak');
    expect(html).toContain('kurang 0,67');
    expect(html).toContain('8 dari 9 kompetensi sesuai standar');
    expect(html).toContain('Peraturan BKN Nomor 26 Tahun 2019');
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="8 dari 9/);
    expect(html).not.toContain(city.colleague.name);
    expect(html).not.toMatch(/Rekan kerja|Bawahan/);
  });

  it('is held against the standard of the agency once there is one', async () => {
    await desk.adoptStandards(city, ['ahli-pertama']);
    const html = await desk.page(city.employee, `/a/${city.code}/mine/competencies`);
    expect(html).toContain('Keputusan Wali Kota 7/2026');
    expect(html).not.toContain('dari skema');
    expect(html).toContain('96,28 %');
  });

  it('is logged when somebody else reads it, and the person sees by what name', async () => {
    await app.get(city.appraiser.accountId, desk.profileOf(city, city.employee));
    const rows = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('actor_id')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .where('what', '=', 'competencies')
        .execute(),
    );
    expect(rows.map(({ actor_id }) => actor_id)).toContain(city.appraiser.id);
    expect(rows.map(({ actor_id }) => actor_id)).not.toContain(city.employee.id);
    expect(await desk.page(city.employee, `/a/${city.code}/mine/record`)).toContain('Profil kompetensi');
  });

  it('takes an assessment centre with its report once; the person is told and can open it', async () => {
    const once = { id: newId(), file: PDF() };
    expect((await send(city.officer, once)).status).toBe(303);
    expect((await send(city.officer, { ...once, file: PDF() })).status).toBe(303);
    const rows = await outcomes(city);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.levels).toEqual({
      integritas: { level: 3, version: 1 },
      'pelayanan-kesehatan': { level: 2, version: 1 },
    });
    const html = await desk.page(city.employee, `/a/${city.code}/mine/competencies`);
    expect(html).toContain('Puspenkom BKN');
    expect(html).toContain('Tingkat dari waktu ke waktu');
    const address = `${desk.profileOf(city, city.employee)}/outcomes/${once.id}/file`;
    const file = await app.get(city.employee.accountId, address);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain('laporan.pdf');
    expect((await app.get(city.colleague.accountId, address)).status).toBe(404);
    expect(await desk.page(city.employee, `/a/${city.code}/notifications`)).toContain(
      'Hasil uji kompetensi Anda dicatat',
    );
  });

  it('keeps what was typed when something lacks', async () => {
    const ahead = await send(city.officer, { assessedOn: '2027-01-01' });
    expect(ahead.status).toBe(422);
    expect(await ahead.text()).toContain('Tanggal uji belum lewat');
    const empty = await send(city.officer, { 'level-integritas': '', 'level-pelayanan-kesehatan': '' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Puspenkom BKN');
    const program = new File(['MZ'], 'laporan.exe', { type: 'application/octet-stream' });
    expect((await send(city.officer, { file: program })).status).toBe(422);
    expect((await send(city.officer, { 'level-tidak-ada': '3' })).status).toBe(409);
    expect(await outcomes(city)).toHaveLength(1);
  });

  it('withdraws an outcome once, with a reason that the person reads', async () => {
    const [row] = await outcomes(city);
    const address = `${desk.profileOf(city, city.employee)}/outcomes/${row?.id}/withdrawal`;
    const withdraw = (reason: string) =>
      app.post(city.unitOfficer.accountId, address, { [`reason-${row?.id}`]: reason });
    const unsaid = await withdraw(' ');
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Tuliskan alasannya');
    const answers = await Promise.all([withdraw('Salah orang.'), withdraw('Salah orang.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const html = await desk.page(city.employee, `/a/${city.code}/mine/competencies`);
    expect(html).toContain('Salah orang.');
    expect(html).not.toContain('Pelayanan kesehatan dasar</a>');
  });

  it('says what to do where there is nothing', async () => {
    const own = await desk.page(city.stranger, `/a/${city.code}/mine/competencies`);
    expect(own).toContain('Belum ada kompetensi yang dinilai');
    const seen = await desk.page(city.officer, desk.profileOf(city, city.stranger));
    expect(seen).toContain('Catat hasil uji kompetensi');
  });
});
