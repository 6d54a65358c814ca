/**
 * The known cases, each as a row of a file: the bands of PP 30/2019 Article 41 on both sides of every limit, and the
 * conversion of PermenPANRB 8/2021 (annex), with its worked sum 59.2 + 43.6 + 0 = 102.8 (annex, p. 95-96).
 */
import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { inputsOf } from '#domain/explanation.ts';
import { checkRows, readFile } from './check-file.ts';
import { csvOf, type FileRow } from './history.fixture.ts';
import { differencesOf } from './past.ts';
import { pastSchemes } from './rules.ts';

const NIP = '198501012010011001';
const SUBJECT = { personId: 'p', name: 'Rina Novita', unitName: 'Puskesmas Contoh' };

async function check(rows: readonly FileRow[]) {
  const file = csvOf(rows);
  const found = await readFile(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!found.ok) throw new Error(found.message);
  return checkRows(found.rows, {
    schemes: pastSchemes(schemeStore()),
    today: '2026-11-22',
    subjects: new Map([[NIP, SUBJECT]]),
    current: new Map(),
    inTera: [],
  });
}

/** One row a year, so that no two of them are of the same time. */
const inTurn = (rows: readonly FileRow[], rule: string) =>
  check(rows.map((row, index) => ({ NIP, Tahun: String(1990 + index), Aturan: rule, ...row })));

describe('PP 30/2019 through a file', () => {
  const vectors = [
    ['115', '110', 'tidak', 'tidak', 'Baik', '113.5'],
    ['115', '110', 'tidak', 'ya', 'Sangat Baik', '113.5'],
    ['90', '80', 'ya', 'tidak', 'Cukup', '86'],
    ['110', '110', 'tidak', 'ya', 'Sangat Baik', '110'],
    ['109,99', '109,99', 'tidak', 'ya', 'Baik', '109.99'],
    ['90', '90', 'ya', 'tidak', 'Baik', '90'],
    ['89.99', '89.99', 'ya', 'tidak', 'Cukup', '89.99'],
    ['50', '50', 'tidak', 'tidak', 'Kurang', '50'],
    ['49,99', '49,99', 'tidak', 'tidak', 'Sangat Kurang', '49.99'],
  ] as const;

  it('gives the score and the predicate of every vector, with its reasons', async () => {
    const { accepted, refused } = await inTurn(
      vectors.map(([results, behaviour, opinions, idea, category]) => ({
        'Nilai SKP': results,
        'Nilai perilaku kerja': behaviour,
        'Pendapat rekan dipakai': opinions,
        'Ide baru': idea,
        Predikat: category,
      })),
      'PP 30/2019',
    );
    expect(refused).toEqual([]);
    expect(accepted.map(({ evidence }) => evidence.computed?.score)).toEqual(vectors.map((each) => each[5]));
    expect(accepted.flatMap(({ evidence }) => differencesOf(evidence))).toEqual([]);
    for (const each of accepted) {
      expect(each.evidence.computed?.by).toEqual({ id: 'pp-30-2019', version: 1 });
      expect(each.explanation && inputsOf(each.explanation).map(({ path }) => path)).toEqual(
        expect.arrayContaining(['results.score', 'behaviour.score', 'opinions.value', 'newIdea.value']),
      );
    }
  });

  it('keeps a printed predicate that the rule does not give, and says so', async () => {
    const { accepted } = await inTurn(
      [
        {
          'Nilai SKP': '115',
          'Nilai perilaku kerja': '110',
          'Pendapat rekan dipakai': 'tidak',
          'Ide baru': 'tidak',
          'Nilai akhir': '113,4',
          Predikat: 'Sangat Baik',
        },
      ],
      'PP No. 30 Tahun 2019',
    );
    expect(accepted[0]).toMatchObject({ category: 'sangat-baik', score: '113.4' });
    expect(accepted[0]?.warnings.slice(0, 2)).toEqual([
      'Predikat tercetak Sangat Baik, menurut hitungan Baik.',
      'Nilai akhir tercetak 113,4, menurut hitungan 113,5.',
    ]);
  });

  it('counts nothing where something is not known: missing is never "no"', async () => {
    const { accepted, refused } = await inTurn(
      [
        {
          'Nilai SKP': '115',
          'Nilai perilaku kerja': '110',
          'Pendapat rekan dipakai': 'tidak',
          Predikat: 'Baik',
        },
        { 'Nilai SKP': '115', 'Nilai perilaku kerja': '110', 'Pendapat rekan dipakai': 'tidak' },
      ],
      'PP 30/2019',
    );
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).toMatchObject({
      category: 'baik',
      explanation: null,
      evidence: { computed: null, missing: ['newIdea'] },
    });
    expect(refused).toMatchObject([{ row: 3, column: 'G · Predikat', reason: /predikat kosong/ }]);
  });
});

describe('PermenPANRB 8/2021 through a file', () => {
  const vectors = [
    ['93/95', '88', '88', 'Cukup'],
    ['85/85', '109', '109', 'Baik'],
    ['115/100', '120', '120', 'Baik'],
    ['85/100', '75', '75', 'Cukup'],
    ['70/100', '60', '60', 'Kurang'],
    ['20: 100/100; 20: 100/100; 20: 88/100; 40: 100/100', '102,8', '102.8', 'Baik'],
  ] as const;

  it('gives the score of the plan and the predicate of every vector', async () => {
    const { accepted, refused } = await inTurn(
      vectors.map(([results, printed, , category]) => ({
        'Kinerja utama': results,
        'Nilai SKP': printed,
        // The same as the plan's score, so that the total shows the conversion alone.
        'Nilai perilaku kerja': printed,
        'Pendapat rekan dipakai': 'tidak',
        'Ide baru': 'tidak',
        Predikat: category,
      })),
      'PermenPANRB 8/2021',
    );
    expect(refused).toEqual([]);
    expect(accepted.map(({ evidence }) => evidence.computed?.resultsScore)).toEqual(
      vectors.map((each) => each[2]),
    );
    expect(accepted.map(({ evidence }) => evidence.computed?.score)).toEqual(vectors.map((each) => each[2]));
    expect(accepted.flatMap(({ evidence }) => differencesOf(evidence))).toEqual([]);
  });

  it('adds additional results, at most ten, and takes a target at its maximum', async () => {
    const rest = { 'Nilai perilaku kerja': '98', 'Pendapat rekan dipakai': 'tidak', 'Ide baru': 'tidak' };
    const { accepted } = await inTurn(
      [
        { 'Kinerja utama': '93/95', 'Kinerja tambahan': '12: 1/1', ...rest },
        { 'Kinerja utama': '100: 100/100 maks', 'Kinerja tambahan': '', ...rest },
      ],
      'Permenpan RB Nomor 8 Tahun 2021',
    );
    // 88 + min(12 % of 109, 10) = 98; exactly 100 % of the highest possible target is 120.
    expect(accepted.map(({ evidence }) => evidence.computed?.resultsScore)).toEqual(['98', '120']);
    // Without a printed predicate the counted one is taken, and the paper is not said to have one.
    expect(accepted[0]).toMatchObject({ category: 'baik', score: '98' });
    expect(accepted[0]?.evidence.given.category).toBeUndefined();
  });

  it('combines a plan score that is only printed by Article 41 of PP 30/2019', async () => {
    const { accepted } = await inTurn(
      [
        {
          'Nilai SKP': '90',
          'Nilai perilaku kerja': '80',
          'Pendapat rekan dipakai': 'ya',
          'Ide baru': 'tidak',
          Predikat: 'Cukup',
        },
      ],
      'PermenPANRB 8/2021',
    );
    expect(accepted[0]?.evidence.computed).toEqual({
      score: '86',
      category: 'butuh-perbaikan',
      resultsScore: null,
      by: { id: 'pp-30-2019', version: 1 },
    });
    expect(accepted[0]?.scheme).toEqual({ id: 'permenpanrb-8-2021', version: 1 });
  });
});

describe('the annual record of SIASN through a file', () => {
  const siasn = (hasilKerja: string, perilakuKerja: string, kuadranKinerja: string, tahun: string) => ({
    nip: NIP,
    tahun,
    hasilKerja,
    perilakuKerja,
    kuadranKinerja,
    namaPenilai: 'Budi Santoso',
  });

  it('is read by its field names and codes', async () => {
    const { accepted, refused } = await check([
      siasn('1', '1', '1', '2022'),
      siasn('DIATAS EKSPEKTASI', 'SESUAI EKSPEKTASI', 'BAIK', '2023'),
      siasn('3', '2', '3', '2024'),
    ]);
    expect(refused).toEqual([]);
    expect(accepted.map(({ category }) => category)).toEqual(['sangat-baik', 'baik', 'butuh-perbaikan']);
    expect(accepted.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(accepted[0]?.evidence.given).toMatchObject({
      rule: 'permenpanrb-6-2022',
      appraiser: 'Budi Santoso',
      startsOn: '2022-01-01',
    });
  });

  // A published helper takes the larger of two unequal ratings: above and below become 3 instead of 4, misconduct.
  it('shows a quadrant that the matrix does not give', async () => {
    const { accepted } = await check([siasn('1', '3', '3', '2023')]);
    expect(accepted[0]).toMatchObject({
      category: 'butuh-perbaikan',
      warnings: ['Predikat tercetak Butuh Perbaikan, menurut hitungan Kurang/Misconduct.'],
    });
  });
});

describe('a faulty file', () => {
  it('has every refused cell with row, column, value, reason and remedy', async () => {
    const good = { NIP, Tahun: '2020', Aturan: 'hanya predikat', Predikat: 'Baik' };
    const { accepted, refused } = await check([
      good,
      good,
      { ...good, NIP: '19850101' },
      { ...good, NIP: '199912312024011999' },
      { ...good, NIP: '' },
      { ...good, Tahun: '2026' },
      { ...good, Tahun: '' },
      { ...good, Tahun: '', Dari: '31-02-2021', Sampai: '30-06-2021' },
      { ...good, Tahun: '', Dari: '01-07-2021', Sampai: '30-06-2021' },
      { ...good, Tahun: '', Dari: '01-01-2019', Sampai: '31-12-2020' },
      { ...good, Tahun: '', Dari: '', Sampai: '31-12-2020' },
      { ...good, Tahun: '2019', Aturan: 'PP 46/2011' },
      { ...good, Tahun: '2019', Aturan: '' },
      { ...good, Tahun: '2019', Predikat: 'Istimewa' },
      { ...good, Tahun: '2019', Predikat: '' },
      { ...good, Tahun: '2019', Aturan: 'PP 30/2019', 'Nilai SKP': '121', 'Ide baru': 'mungkin' },
      {
        ...good,
        Tahun: '2019',
        Aturan: 'PermenPANRB 8/2021',
        'Kinerja utama': '93 dari',
        'Kinerja tambahan': '',
      },
      { ...good, Tahun: '2019', Aturan: 'PermenPANRB 8/2021', 'Kinerja tambahan': '5: 1/1' },
      { ...good, Tahun: '2022', Aturan: 'PermenPANRB 6/2022', 'Rating hasil kerja': '4' },
      { ...good, Tahun: '2018', Predikat: '#REF!' },
    ]);
    expect(accepted.map(({ row }) => row)).toEqual([2]);
    expect(refused.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
      [3, 'A · NIP', NIP, 'pegawai dan periode ini sudah ada di baris 2'],
      [4, 'A · NIP', '19850101', 'NIP tidak terdiri atas 18 angka'],
      [5, 'A · NIP', '199912312024011999', 'tidak tercatat di instansi ini, atau bukan wewenang Anda'],
      [6, 'A · NIP', '', 'NIP kosong'],
      [7, 'B · Tahun', '2026', 'bukan tahun yang sudah lewat'],
      [8, 'B · Tahun', '', 'tahun dan tanggal kosong'],
      [9, 'E · Dari', '31-02-2021', 'bukan tanggal yang ada'],
      [10, 'F · Sampai', '30-06-2021', 'tanggal akhir sebelum tanggal awal'],
      [11, 'F · Sampai', '31-12-2020', 'lebih dari satu tahun'],
      [12, 'E · Dari', '', 'salah satu tanggal kosong'],
      [13, 'C · Aturan', 'PP 46/2011', 'aturan tidak dikenal'],
      [14, 'C · Aturan', '', 'aturan kosong'],
      [15, 'D · Predikat', 'Istimewa', 'bukan predikat yang dikenal'],
      [16, 'D · Predikat', '', 'predikat kosong dan tidak dapat dihitung dari kolom lain'],
      [17, 'G · Nilai SKP', '121', 'bukan nilai antara 0 dan 120'],
      [17, 'H · Ide baru', 'mungkin', 'bukan ya atau tidak'],
      [18, 'I · Kinerja utama', '93 dari', 'susunan hasil tidak dapat dibaca'],
      [19, 'J · Kinerja tambahan', '5: 1/1', 'kinerja tambahan tanpa kinerja utama'],
      [20, 'K · Rating hasil kerja', '4', 'bukan rating yang dikenal'],
      [21, 'D · Predikat', '#REF!', 'sel berisi kesalahan rumus'],
    ]);
    expect(refused.every(({ remedy }) => remedy.length > 5)).toBe(true);
  });

  it('without the needed headings is refused whole', async () => {
    const file = csvOf([{ Nama: 'Rina', Predikat: 'Baik' }]);
    const found = await readFile(new Uint8Array(await file.arrayBuffer()), file.name);
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining('NIP dan Tahun') });
  });

  it('warns of what a rule does not read and of years in which it did not hold', async () => {
    const { accepted } = await check([
      { NIP, Tahun: '2023', Aturan: 'PP 30/2019', Predikat: 'Baik', 'Rating hasil kerja': '1' },
    ]);
    expect(accepted[0]?.warnings).toEqual([
      'PP 30/2019 tidak berlaku pada masa itu (berlaku mulai 26 Apr 2019).',
      'Rating hasil kerja tidak dipakai dalam PP 30/2019.',
    ]);
  });
});
