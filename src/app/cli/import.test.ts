import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '#features/people/import/index.ts';
import { newId } from '#platform/identifier.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { importCommand } from './import.ts';

const { database } = await testDatabase();
const UNITS = 'test/data/siasn/siasn-hierarki-unor.xlsx';
const PEOPLE = 'test/data/siasn/siasn-pegawai.xlsx';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tera-import-'));
  for (const code of ['kota-contoh', 'kota-kecil']) {
    const row = {
      id: newId(),
      code,
      name: code,
      zone: 'Asia/Makassar',
      settings: '{}',
      created_at: new Date(),
    };
    await database.shared.insertInto('agencies').values(row).execute();
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = { stdout: '', stderr: '' };
  const code = await importCommand((work) => work(database))(args, {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
  });
  const report = out.stdout === '' ? null : (JSON.parse(out.stdout) as ImportReport);
  return { code, report, stderr: out.stderr };
}

describe('tera import', () => {
  test('wrong usage says how it is used', async () => {
    for (const args of [
      [],
      ['--agency', 'a'],
      ['--people', PEOPLE],
      ['--agency', 'a', '--units', UNITS, '--x'],
      ['--agency', 'a', '--units', UNITS, '--complete', '--partial'],
    ]) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(2);
      expect(stderr).toContain('tera import --agency CODE');
    }
  });

  test('a file or an agency that is not there is refused with what to do', async () => {
    const noFile = await run('--agency', 'kota-contoh', '--units', `${folder}/tidak-ada.xlsx`);
    expect([noFile.code, noFile.report]).toEqual([1, null]);
    expect(noFile.stderr).toContain('tidak-ada.xlsx');
    const noAgency = await run('--agency', 'tidak-ada', '--units', UNITS);
    expect([noAgency.code, noAgency.report]).toEqual([1, null]);
    expect(noAgency.stderr).toContain('tera agency add tidak-ada');
  });

  test('dry run, import, import again: counts, refused rows on standard error, exit code 1', async () => {
    const args = ['--agency', 'kota-contoh', '--units', UNITS, '--people', PEOPLE];
    const dry = await run(...args, '--dry-run');
    expect(dry.code).toBe(1);
    expect(dry.report).toMatchObject({
      units: { added: 129, changed: 0, ended: 0, unchanged: 0 },
      people: { added: 1214, changed: 0, ended: 0, unchanged: 0 },
      committed: false,
    });
    const refused = dry.report?.refused.find((line) => line.row === 180);
    expect(refused).toMatchObject({
      file: PEOPLE,
      sheet: 'DATA UTAMA',
      column: 'NIP BARU',
      value: '19761120202121200',
    });
    expect(dry.stderr.trim().split('\n')).toHaveLength(25);
    expect(dry.stderr).toContain(`${PEOPLE}:180:2 NIP BARU: NIP berisi 17 angka, seharusnya 18. `);
    // The log of a terminal is kept: the number itself stands only in the report that was asked for.
    expect(dry.stderr).not.toMatch(/\d{17}/);
    const nothing = await run(...args, '--all-or-nothing');
    expect([nothing.code, nothing.report?.committed]).toEqual([1, false]);
    const first = await run(...args);
    expect([first.code, first.report?.committed]).toEqual([1, true]);
    const again = await run(...args);
    expect(again.report).toMatchObject({
      units: { added: 0, unchanged: 129 },
      people: { added: 0, unchanged: 1214 },
    });
  });

  test('a clean file in the template gives exit code 0; one workbook may hold both', async () => {
    const units = path.join(folder, 'unit.csv');
    const people = path.join(folder, 'pegawai.csv');
    await writeFile(units, 'Kode unit;Nama unit;Kode unit induk;Jabatan pimpinan\nA;Dinas;;Kepala Dinas\n');
    await writeFile(
      people,
      `NIP;Nama;Kode unit;Jabatan;Jenis jabatan\n198609262015051001;Siti;A;Kepala Dinas;JPT Pratama\n`,
    );
    const first = await run('--agency', 'kota-kecil', '--units', units);
    expect([first.code, first.report?.units.added, first.stderr]).toEqual([0, 1, '']);
    const second = await run('--agency', 'kota-kecil', '--people', people);
    expect(second).toMatchObject({ code: 0, report: { people: { added: 1 }, refused: [], warnings: [] } });
    const wrong = await run('--agency', 'kota-kecil', '--units', people);
    expect(wrong).toMatchObject({
      code: 1,
      report: { refused: [{ reason: 'Berkas ini tidak memuat daftar unit kerja' }] },
    });
  });
});
