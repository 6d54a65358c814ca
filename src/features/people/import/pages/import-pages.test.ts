import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets, writeCsv } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../../../test/support/app.ts';
import { createCity } from '../../../../../test/support/city.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { withJobs } from '../../../../../test/support/jobs.ts';
import { peopleTasks } from '../../tasks.ts';
import { workOnImport } from '../runs/job.ts';

const siasn = (name: string) => new File([readFileSync(`test/data/siasn/${name}`)], name);
const csv = (name: string, headings: string[], ...rows: string[][]) =>
  new File(
    [new Uint8Array(writeCsv({ name, columns: headings.map((heading) => ({ heading })), rows }))],
    name,
  );
const peopleFile = (...rows: string[][]) =>
  csv('pegawai.csv', ['NIP', 'Nama', 'Kode unit', 'Jabatan', 'Jenis jabatan', 'TMT jabatan'], ...rows);

describe('the import pages', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const { get, post, files } = await testApp(test);
  const officer = city.officer.accountId;
  const base = `/a/${city.code}/people/import`;

  const runOf = (id: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('runs')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const work = (id: string) => workOnImport(city.db, files, id);
  const countPeople = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('people')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('agency_id', '=', tx.agencyId)
        .where('ended_on', 'is', null)
        .executeTakeFirstOrThrow()
        .then((row) => row.count),
    );
  /** Uploads and checks; returns the id of the import. */
  const upload = async (fields: Record<string, string | Blob>) => {
    const id = newId();
    const response = await post(officer, base, { id, completeness: 'auto', ...fields });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${base}/${id}`);
    await work(id);
    return id;
  };
  const fingerprintOf = async (id: string) => {
    const html = await (await get(officer, `${base}/${id}`)).text();
    return /name="fingerprint" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '';
  };

  it('is for officers of the agency alone', async () => {
    const id = newId();
    const paths = ['', '/template.xlsx', '/units.csv', `/${id}`, `/${id}/refused.xlsx`];
    const acts = ['', ...['check', 'commitment', 'restart', 'cancellation'].map((act) => `/${id}/${act}`)];
    const refused = {
      employee: 403,
      colleague: 403,
      appraiser: 403,
      head: 403,
      mayor: 403,
      auditor: 403,
      stranger: 403,
      unitOfficer: 403,
    } as const;
    for (const [role, status] of Object.entries(refused)) {
      const { accountId } = city[role as keyof typeof refused];
      for (const path of paths)
        expect((await get(accountId, base + path)).status, `${role} ${path}`).toBe(status);
      for (const act of acts)
        expect((await post(accountId, base + act)).status, `${role} ${act}`).toBe(status);
    }
    for (const path of [...paths, ...acts]) {
      expect((await get(null, base + path)).status).toBe(303);
      expect((await post(null, base + path)).headers.get('location')).toBe('/sign-in');
      expect((await get(other.officer.accountId, base + path)).status).toBe(404);
      expect((await post(other.officer.accountId, base + path)).status).toBe(404);
    }
    const own = await upload({
      people: peopleFile(['198001012005011001', 'Budi', 'PUSKESMAS-CONTOH', 'Perawat', 'Pelaksana', '']),
    });
    expect((await get(other.officer.accountId, `/a/${other.code}/people/import/${own}`)).status).toBe(404);
  });

  it('says what is wrong with an upload and keeps the choice', async () => {
    const nothing = await post(officer, base, { id: newId(), completeness: 'partial' });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toMatch(/Pilih paling sedikit satu berkas[\s\S]*value="partial" checked/);
    const program = await post(officer, base, { id: newId(), people: new File(['MZ\u0000\u0001'], 'a.exe') });
    expect(program.status).toBe(422);
    expect(await program.text()).toContain('bukan berkas Excel');
  });

  it('gives the templates', async () => {
    const xlsx = await get(officer, `${base}/template.xlsx`);
    const sheets = await readSheets(new Uint8Array(await xlsx.arrayBuffer()), 'templat.xlsx');
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Petunjuk', 'Unit', 'Pegawai']);
    expect(await (await get(officer, `${base}/units.csv`)).text()).toContain('Kode unit');
    expect(await (await get(officer, `${base}/people.csv`)).text()).toContain('NIP');
  });

  it('walks the national export from upload to done, once', async () => {
    const before = await countPeople();
    const id = await upload({
      units: siasn('siasn-hierarki-unor.xlsx'),
      people: siasn('siasn-pegawai.xlsx'),
      completeness: 'partial',
    });
    expect(await countPeople()).toBe(before);
    const page = await (await get(officer, `${base}/${id}`)).text();
    expect(page).toContain('Hasil pemeriksaan');
    expect(page).toContain('1.214');
    // siasn-faults.json: row 180 is among the refused, and the page names its cell.
    expect(page).toMatch(/DATA UTAMA|baris \d+/);
    for (const list of ['people-added', 'units-added', 'warnings']) {
      expect((await get(officer, `${base}/${id}?list=${list}&page=2`)).status).toBe(200);
    }
    const refused = await get(officer, `${base}/${id}/refused.xlsx`);
    const [sheet] = await readSheets(new Uint8Array(await refused.arrayBuffer()), 'x.xlsx');
    expect(sheet?.rows).toHaveLength(26);

    const fingerprint = await fingerprintOf(id);
    const strict = await post(officer, `${base}/${id}/commitment`, { mode: 'all-or-nothing', fingerprint });
    expect(strict.status).toBe(422);
    expect(await strict.text()).toContain('25 baris ditolak');
    const clicks = await Promise.all(
      [1, 2].map(() => post(officer, `${base}/${id}/commitment`, { mode: 'good-rows', fingerprint })),
    );
    expect(clicks.map((each) => each.status)).toEqual([303, 303]);
    expect(await (await get(officer, `${base}/${id}`)).text()).toContain('http-equiv="refresh"');
    // Two workers at once, as after a lost connection: one writes.
    const worked = await Promise.allSettled([work(id), work(id)]);
    expect(worked.some((each) => each.status === 'fulfilled')).toBe(true);
    await work(id);
    expect(await countPeople()).toBe(before + 1214);
    const done = await (await get(officer, `${base}/${id}`)).text();
    expect(done).toContain('Impor selesai');
    expect(done).toContain(`/a/${city.code}/people/appraisers`);
    const events = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['actor_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'people.imported')
        .execute(),
    );
    expect(events).toEqual([{ actor_id: city.officer.id }]);
    expect(await (await get(officer, base)).text()).toContain('siasn-pegawai.xlsx');
  });

  it('shows the difference again when the data changed after the check', async () => {
    const nip = '198001012005012002';
    const row = (name: string) =>
      peopleFile([nip, name, 'PUSKESMAS-CONTOH', 'Perawat', 'Pelaksana', '01-02-2024']);
    const first = await upload({ people: row('Siti'), completeness: 'partial' });
    const second = await upload({ people: row('Siti Aminah'), completeness: 'partial' });
    const [one, two] = [await fingerprintOf(first), await fingerprintOf(second)];
    await post(officer, `${base}/${first}/commitment`, { mode: 'good-rows', fingerprint: one });
    await post(officer, `${base}/${second}/commitment`, { mode: 'good-rows', fingerprint: two });
    await work(first);
    await work(second);
    const page = await (await get(officer, `${base}/${second}`)).text();
    expect(page).toContain('Data berubah sejak Anda menyetujui');
    expect(page).toMatch(/<del[^>]*>Siti<\/del>/);
    const stale = await post(officer, `${base}/${second}/commitment`, {
      mode: 'good-rows',
      fingerprint: two,
    });
    expect(stale.status).toBe(409);
    const fresh = await fingerprintOf(second);
    await post(officer, `${base}/${second}/commitment`, { mode: 'good-rows', fingerprint: fresh });
    await work(second);
    expect((await runOf(second)).outcome).toMatchObject({ result: { step: 'committed' } });
    // A day later the same files still say the same: nothing is left to do.
    test.setNow(new Date('2026-11-25T02:00:00Z'));
    const again = await upload({ people: row('Siti Aminah'), completeness: 'partial' });
    expect(await (await get(officer, `${base}/${again}`)).text()).toContain(
      'sama dengan data yang sudah ada',
    );
  });

  it('asks for the number where more than a tenth would end', async () => {
    const file = () =>
      peopleFile([
        '198001012005012002',
        'Siti Aminah',
        'PUSKESMAS-CONTOH',
        'Perawat',
        'Pelaksana',
        '01-02-2024',
      ]);
    const careful = await upload({ people: file() });
    const kept = await (await get(officer, `${base}/${careful}`)).text();
    expect(kept).toContain('tidak tercantum dan dibiarkan');
    expect((await post(officer, `${base}/${careful}/check`, { completeness: 'complete' })).status).toBe(303);
    await work(careful);
    const page = await (await get(officer, `${base}/${careful}`)).text();
    const count = /Ketik (\d+) untuk/.exec(page)?.[1] ?? '';
    expect(Number(count)).toBeGreaterThan(1000);
    const fingerprint = await fingerprintOf(careful);
    const silent = await post(officer, `${base}/${careful}/commitment`, {
      mode: 'good-rows',
      fingerprint,
      endings: '12',
    });
    expect(silent.status).toBe(422);
    const before = await countPeople();
    await post(officer, `${base}/${careful}/check`, { completeness: 'partial' });
    await work(careful);
    expect(await countPeople()).toBe(before);
    expect((await post(officer, `${base}/${careful}/cancellation`)).status).toBe(303);
    expect((await post(officer, `${base}/${careful}/commitment`, { fingerprint })).status).toBe(409);
    expect(await (await get(officer, `${base}/${careful}`)).text()).toContain('dibatalkan');
  });

  it('can be started anew when its worker has fallen silent or failed', async () => {
    const id = newId();
    const people = peopleFile(['198001012005012003', 'Ayu', 'PUSKESMAS-CONTOH', 'Perawat', 'Pelaksana', '']);
    await post(officer, base, { id, people, completeness: 'partial' });
    await post(officer, base, { id, people, completeness: 'partial' });
    expect(await (await get(officer, `${base}/${id}`)).text()).not.toContain('Jalankan lagi');
    test.setNow(new Date('2026-11-25T02:05:00Z'));
    expect(await (await get(officer, `${base}/${id}`)).text()).toContain('Jalankan lagi');
    expect((await post(officer, `${base}/${id}/restart`)).status).toBe(303);
    await expect(
      workOnImport(city.db, { ...files, get: () => Promise.reject(new Error('disk lost')) }, id),
    ).rejects.toThrow('disk lost');
    expect(await (await get(officer, `${base}/${id}`)).text()).toContain('Impor ini gagal');
    await post(officer, `${base}/${id}/restart`);
    await work(id);
    expect(await (await get(officer, `${base}/${id}`)).text()).toContain('Hasil pemeriksaan');
  });

  it('is worked on by the jobs of the application', async () => {
    const jobs = await withJobs(test, peopleTasks({ files }));
    const id = newId();
    const people = peopleFile(['198001012005012004', 'Tia', 'PUSKESMAS-CONTOH', 'Perawat', 'Pelaksana', '']);
    await post(officer, base, { id, people, completeness: 'partial' });
    await expect.poll(async () => (await runOf(id)).state, { timeout: 20_000 }).toBe('done');
    await jobs.stop();
    expect(jobs.problems).toEqual([]);
  });
});
