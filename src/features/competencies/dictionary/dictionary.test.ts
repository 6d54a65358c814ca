/** The dictionary of an agency: who writes it, versions that stay, files that are checked first. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { competencyDesk, competencyFields } from '../competencies.fixture.ts';
import { codeOf } from './model.ts';
import { shippedCompetencies } from './shipped.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = [
  'Kode',
  'Jenis',
  'Rumpun jabatan',
  'Nama',
  'Definisi',
  ...[1, 2, 3, 4, 5].map((n) => `Tingkat ${n}`),
];

async function workbook(rows: readonly (readonly string[])[]): Promise<File> {
  const columns = HEADINGS.map((heading) => ({ heading, format: 'text' as const }));
  const bytes = await writeWorkbook([{ name: 'Kamus', columns, rows }]);
  return new File([new Uint8Array(bytes)], 'kamus.xlsx', { type: XLSX });
}

const row = (name: string, more: { code?: string; kind?: string; family?: string; five?: string } = {}) => [
  more.code ?? '',
  more.kind ?? '',
  more.family ?? 'Kelautan',
  name,
  `Kemampuan ${name}.`,
  ...[1, 2, 3, 4].map((level) => `${name} ${level}`),
  more.five ?? `${name} 5`,
];

describe('the dictionary', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const desk = competencyDesk(app);
  let city: City;
  let other: City;
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-kamus');
    other = await createCity(test.database, 'kota-kamus-lain');
  });

  const versions = (of: City, code: string) =>
    of.db.read((tx) =>
      tx.db
        .selectFrom('competency_versions')
        .select(['id', 'version', 'name', 'is_active', 'note', 'origin'])
        .where('agency_id', '=', tx.agencyId)
        .where('code', '=', code)
        .orderBy('version')
        .execute(),
    );

  it('comes with eight managerial competencies, one socio-cultural and technical ones of several families', () => {
    const all = shippedCompetencies();
    const count = (kind: string) => all.filter((each) => each.kind === kind).length;
    expect([count('managerial'), count('sociocultural')]).toEqual([8, 1]);
    const families = Map.groupBy(
      all.filter(({ kind }) => kind === 'technical'),
      ({ family }) => family?.id,
    );
    expect(families.size).toBeGreaterThanOrEqual(6);
    for (const own of families.values()) expect(own.length).toBeGreaterThanOrEqual(2);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it('is read by everybody of the agency and written by its officers alone', async () => {
    await desk.adoptDictionary(city);
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      'other agency': [other.officer.accountId, 404, 404],
      employee: [city.employee.accountId, 200, 403],
      appraiser: [city.appraiser.accountId, 200, 403],
      head: [city.head.accountId, 200, 403],
      'unit officer': [city.unitOfficer.accountId, 200, 403],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
      officer: [city.officer.accountId, 200, 200],
    };
    const base = desk.base(city);
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      for (const address of ['', '/integritas', '/integritas?version=1', '/dictionary.xlsx'])
        expect((await app.get(account, base + address)).status, `${name} ${address}`).toBe(read);
      for (const address of ['/new', '/integritas/edit', '/shipped', '/files', '/template.xlsx'])
        expect((await app.get(account, base + address)).status, `${name} ${address}`).toBe(write);
      const refused = write === 200 ? 422 : write;
      for (const address of ['', '/integritas/versions', '/integritas/use', '/shipped', '/files'])
        expect((await app.post(account, base + address)).status, `${name} POST ${address}`).toBe(
          address === '/integritas/use' && write === 200 ? 409 : refused,
        );
    }
    expect((await app.get(city.officer.accountId, `${base}/tidak-ada`)).status).toBe(404);
    expect((await app.get(city.officer.accountId, `${base}/integritas?version=9`)).status).toBe(404);
  });

  it('is taken over once, however often the button is pressed', async () => {
    const made = await createCity(test.database, 'kota-kamus-dua');
    await Promise.all([desk.adoptDictionary(made), desk.adoptDictionary(made)]);
    expect(await versions(made, 'integritas')).toHaveLength(1);
    const nothing = await app.post(made.officer.accountId, `${desk.base(made)}/shipped`, {});
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Pilih paling sedikit satu kompetensi');
  });

  it('gets a technical competency of the officer once, and keeps what was typed when something lacks', async () => {
    const fields = competencyFields('Rehabilitasi hutan');
    const [first, again] = [
      await app.post(city.officer.accountId, desk.base(city), fields),
      await app.post(city.officer.accountId, desk.base(city), fields),
    ];
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toContain('/competencies/rehabilitasi-hutan');
    expect(await versions(city, 'rehabilitasi-hutan')).toHaveLength(1);
    const taken = await app.post(
      city.officer.accountId,
      desk.base(city),
      competencyFields('Rehabilitasi Hutan'),
    );
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('sudah ada dalam kamus');
    const lacking = await app.post(
      city.officer.accountId,
      desk.base(city),
      competencyFields('Penyuluhan', { 'level-4': ' ' }),
    );
    expect(lacking.status).toBe(422);
    const html = await lacking.text();
    expect(html).toContain('Isian ini belum diisi');
    expect(html).toContain('Penyuluhan tingkat 5.');
  });

  it('writes a change as the next version; the one before stays as it was', async () => {
    const before = await versions(city, 'komunikasi');
    const edit = await desk.page(city.officer, `${desk.base(city)}/komunikasi/edit`);
    const typed = (name: string) =>
      new RegExp(`name="${name}"[^>]*>([^<]*)</textarea>`).exec(edit)?.[1] ?? '';
    const levels = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`level-${n}`, typed(`level-${n}`)]));
    const fields = {
      id: newId(),
      seen: desk.hidden(edit, 'seen'),
      name: 'Komunikasi',
      definition: typed('definition'),
      ...levels,
      'level-2': 'Menulis dengan bahasa yang sederhana.',
      note: 'Dipertegas setelah uji baca.',
    };
    const address = `${desk.base(city)}/komunikasi/versions`;
    const unsaid = await app.post(city.officer.accountId, address, { ...fields, note: '' });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Menulis dengan bahasa yang sederhana.');
    expect((await app.post(city.officer.accountId, address, fields)).status).toBe(303);
    expect((await app.post(city.officer.accountId, address, fields)).status).toBe(303);
    const after = await versions(city, 'komunikasi');
    expect(after.map(({ version }) => version)).toEqual([1, 2]);
    expect(after[0]).toEqual(before[0]);
    // English of words that did not change is kept.
    expect(after[1]?.name).toEqual({ id: 'Komunikasi', en: 'Communication' });
    const older = await desk.page(city.employee, `${desk.base(city)}/komunikasi?version=1`);
    expect(older).toContain('Ini versi 1, yang sudah diganti');
    expect(older).not.toContain('bahasa yang sederhana');
    const stale = await app.post(city.officer.accountId, address, { ...fields, id: newId() });
    expect(stale.status).toBe(409);
  });

  it('lets one of two officers change a competency, and tells the other', async () => {
    const levels = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`level-${n}`, `Tampak ${n}.`]));
    const change = (definition: string) =>
      app.post(city.officer.accountId, `${desk.base(city)}/integritas/versions`, {
        id: newId(),
        seen: '1',
        name: 'Integritas',
        definition,
        ...levels,
        note: 'Usulan forum.',
      });
    const answers = await Promise.all([change('Jujur.'), change('Lurus hati.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await versions(city, 'integritas')).toHaveLength(2);
  });

  it('takes a competency out of use with a reason, and back', async () => {
    const address = `${desk.base(city)}/pengadaan/use`;
    const send = (fields: Record<string, string>) => app.post(city.officer.accountId, address, fields);
    expect((await send({ id: newId(), seen: '1', active: 'no', reason: '' })).status).toBe(422);
    expect((await send({ id: newId(), seen: '1', active: 'no', reason: 'Digabung.' })).status).toBe(303);
    expect((await send({ id: newId(), seen: '1', active: 'no', reason: 'Digabung.' })).status).toBe(409);
    expect(await desk.page(city.employee, `${desk.base(city)}/pengadaan`)).toContain('tidak dipakai');
    expect((await send({ id: newId(), seen: '2', active: 'yes', reason: 'Dipakai lagi.' })).status).toBe(303);
    expect((await versions(city, 'pengadaan')).map((each) => each.is_active)).toEqual([true, false, true]);
  });

  it('gives no competency an address that belongs to a page', () => {
    expect(codeOf('Standards')).toBe('kompetensi-standards');
    expect(codeOf('Perencanaan strategis & anggaran')).toBe('perencanaan-strategis-anggaran');
    expect(codeOf('…')).toBe('');
  });

  it('cannot be rewritten or removed by the application', async () => {
    const attempt = city.db.write((tx) =>
      tx.db.deleteFrom('competency_versions').where('agency_id', '=', tx.agencyId).execute(),
    );
    await expect(attempt).rejects.toThrow(/permission denied/);
  });

  describe('from a file', () => {
    const upload = async (file: File, who = city.officer) => {
      const id = newId();
      const answer = await app.post(who.accountId, `${desk.base(city)}/files`, { id, file });
      return { answer, path: `${desk.base(city)}/files/${id}` };
    };

    it('says what stands in the way, cell by cell, and writes nothing before it is asked to', async () => {
      const { path } = await upload(
        await workbook([
          row('Budi daya laut'),
          row('Budi daya laut'),
          row('Navigasi', { five: '' }),
          row('Tata laut', { family: '' }),
          row('Kearifan', { kind: 'Manajerial' }),
          row('Pelayanan Publik', { code: 'pelayanan-publik', kind: 'Teknis' }),
          row('Kode aneh', { code: 'Kode Aneh!' }),
        ]),
      );
      const html = await desk.page(city.officer, path);
      expect(html).toContain('sudah ada pada baris 2');
      expect(html).toContain('J · Tingkat 5');
      expect(html).toContain('C · Rumpun jabatan');
      expect(html).toContain('hanya kompetensi teknis yang dapat ditambahkan');
      expect(html).toContain('berbeda dari kamus: Manajerial');
      expect(html).toContain('bukan kode kompetensi');
      expect(html).toContain('1 kompetensi akan disimpan');
      expect(await versions(city, 'budi-daya-laut')).toEqual([]);
      const seen = desk.hidden(html, 'seen');
      expect((await app.post(city.officer.accountId, path, { seen })).status).toBe(303);
      expect((await app.post(city.officer.accountId, path, { seen })).status).toBe(303);
      expect(await versions(city, 'budi-daya-laut')).toHaveLength(1);
    });

    it('takes back what was exported: unchanged rows stay, changed ones get a version', async () => {
      const exported = await app.get(city.officer.accountId, `${desk.base(city)}/dictionary.xlsx`);
      const [sheet] = await readSheets(new Uint8Array(await exported.arrayBuffer()), 'kamus.xlsx');
      const rows = (sheet?.rows ?? []).map((cells) => cells.map((cell) => String(cell.value ?? '')));
      expect(rows[0]).toEqual(HEADINGS);
      const changed = rows
        .slice(1)
        .map((cells) => (cells[0] === 'kurikulum' ? cells.with(9, 'Rujukan kota.') : cells));
      const { path } = await upload(await workbook(changed));
      const html = await desk.page(city.officer, path);
      expect(html).toContain('Semua baris dapat dibaca');
      expect(html).toContain('1 kompetensi akan disimpan');
      await app.post(city.officer.accountId, path, { seen: desk.hidden(html, 'seen') });
      expect((await versions(city, 'kurikulum')).map(({ origin }) => origin)).toEqual(['shipped', 'file']);
    });

    it('is refused as a whole when the dictionary has changed since it was shown', async () => {
      const { path } = await upload(await workbook([row('Perkapalan')]));
      const seen = desk.hidden(await desk.page(city.officer, path), 'seen');
      await app.post(city.officer.accountId, desk.base(city), competencyFields('Perkapalan'));
      expect((await app.post(city.officer.accountId, path, { seen })).status).toBe(409);
    });

    it('belongs to who uploaded it, and is a spreadsheet', async () => {
      const pdf = new File(['%PDF-1.4'], 'kamus.pdf', { type: 'application/pdf' });
      expect((await upload(pdf)).answer.status).toBe(422);
      const bare = await upload(new File(['a;b\n1;2'], 'x.csv', { type: 'text/csv' }));
      expect(await (await app.get(city.officer.accountId, bare.path)).text()).toContain(
        'Tidak ditemukan baris judul',
      );
      expect((await app.get(other.officer.accountId, bare.path)).status).toBe(404);
    });
  });
});
