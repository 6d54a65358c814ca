import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { withLocale } from '../locale/locale.ts';
import { addressOf, type Cell, cellText } from './cell.ts';
import { SpreadsheetError } from './problem.ts';
import { LIMITS, readSheets } from './read.ts';
import { writeCsv, writeWorkbook } from './write.ts';

const text = (value: string): Cell => ({ kind: 'text', value });
const EMPTY: Cell = { kind: 'empty', value: null };

async function problemOf(bytes: Uint8Array, name = 'a.xlsx', limits = LIMITS): Promise<string> {
  try {
    await readSheets(bytes, name, limits);
    return 'read';
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    expect(error.describe()).toContain(name);
    expect(withLocale('en', () => error.describe())).not.toBe(error.describe());
    return error.problem;
  }
}

describe('addresses', () => {
  test('are those above the columns in Excel', () => {
    expect([
      addressOf(0, 0),
      addressOf(179, 1),
      addressOf(0, 25),
      addressOf(9, 26),
      addressOf(1248, 68),
    ]).toEqual(['A1', 'B180', 'Z1', 'AA10', 'BQ1249']);
    expect(addressOf(0, 16_383)).toBe('XFD1');
  });
});

describe('an .xlsx file', () => {
  test('keeps the kinds of cells and the rows as the user sees them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['NIP', 'Tanggal'],
            [],
            ['0012', new Date('1974-06-05T00:00:00Z'), 200012142023011000, true],
          ],
        },
        { name: 'Sembunyi', rows: [['x']], hidden: true },
      ],
    });
    const sheets = await readSheets(bytes, 'a.xlsx');
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Data']);
    expect(sheets[0]?.rows[2]).toEqual([
      text('0012'),
      { kind: 'date', value: '1974-06-05' },
      { kind: 'number', value: 200012142023011000 },
      { kind: 'boolean', value: true },
    ]);
  });

  test('shows error cells as errors, not as text', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 'b']] }] });
    const entries = unzipSync(bytes);
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(entries[sheet]);
    entries[sheet] = strToU8(xml.replace(/<c r="B1"[^>]*>.*?<\/c>/, '<c r="B1" t="e"><v>#REF!</v></c>'));
    const [read] = await readSheets(zipSync(entries), 'a.xlsx');
    expect(read?.rows[0]).toEqual([text('a'), { kind: 'error', value: '#REF!' }]);
    const [saved] = await readSheets(strToU8('a,#N/A,#######,#1\n'), 'a.csv');
    expect(saved?.rows[0]?.map((cell) => cell.kind)).toEqual(['text', 'error', 'error', 'text']);
  });

  test('of a national export: 1,249 rows and 69 columns, an Excel date where Excel has one', async () => {
    const [sheet] = await readSheets(
      readFileSync('test/data/siasn/siasn-pegawai.xlsx'),
      'siasn-pegawai.xlsx',
    );
    expect(sheet?.name).toBe('DATA UTAMA');
    expect(sheet?.rows).toHaveLength(1249);
    expect(sheet?.rows[0]).toHaveLength(69);
    expect(sheet?.rows[134]?.[8]).toEqual({ kind: 'date', value: '1974-06-05' });
    expect(cellText(sheet?.rows[622]?.[1])).toBe('200012142023011000');
  });
});

test('rows that a file leaves out are counted as the user sees them', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['a'], ['b'], ['c']] }] });
  const entries = unzipSync(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = new TextDecoder().decode(entries[sheet]);
  entries[sheet] = strToU8(
    xml
      .replace(/<row r="2".*?<\/row>/, '')
      .replace('r="3"', 'r="7"')
      .replace('r="A3"', 'r="A7"'),
  );
  const [read] = await readSheets(zipSync(entries), 'a.xlsx');
  expect(read?.rows).toEqual([[text('a')], [], [], [], [], [], [text('c')]]);
});

describe('what is refused', () => {
  test('an empty file, other formats, old or encrypted Excel, damaged files', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }] });
    expect(await problemOf(new Uint8Array())).toBe('empty');
    expect(await problemOf(strToU8('\n \n'), 'a.csv')).toBe('empty');
    expect(await problemOf(strToU8('%PDF-1.7 x'), 'a.pdf')).toBe('otherFormat');
    expect(await problemOf(strToU8('<html><table>'), 'a.xls')).toBe('otherFormat');
    expect(await problemOf(zipSync({ 'word/document.xml': strToU8('<w/>') }), 'a.docx')).toBe('otherFormat');
    expect(await problemOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a.xls')).toBe('encryptedOrOld');
    expect(await problemOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'a.png')).toBe(
      'otherFormat',
    );
    expect(await problemOf(workbook.slice(0, workbook.length / 2))).toBe('damaged');
    const noWorkbook = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') });
    expect(await problemOf(noWorkbook)).toBe('damaged');
    expect(await problemOf(strToU8('a,"b\nc'), 'a.csv')).toBe('unbalancedQuotes');
  });

  test('a zip bomb, before it is unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(2 ** 23 + 1) });
    expect(bomb.length).toBeLessThan(2 ** 14);
    expect(await problemOf(bomb, 'a.xlsx', { ...LIMITS, unpackedBytes: 2 ** 23 })).toBe('unpackedTooLarge');
  });

  test('a zip bomb that lies about its size', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(2 ** 20) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true);
    }
    expect(await problemOf(bomb)).toBe('unpackedTooLarge');
  });

  test('a sheet whose body is larger than the file says', async () => {
    const entries = unzipSync(await writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    entries[sheet] = strToU8(`${new TextDecoder().decode(entries[sheet])}${' '.repeat(2 ** 20)}`);
    const bomb = zipSync(entries);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      const isLarge = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 2 ** 20;
      if (isLarge) view.setUint32(at + 24, 1000, true);
    }
    expect(await problemOf(bomb)).toBe('damaged');
  });

  test('too many bytes, rows or columns', async () => {
    const limits = { ...LIMITS, rows: 3, columns: 2 };
    const wide = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 'b', 'c']] }] });
    const long = await writeXlsx({ sheets: [{ name: 'S', rows: [['a'], ['b'], ['c'], ['d']] }] });
    expect(await problemOf(wide, 'a.xlsx', { ...LIMITS, bytes: 100 })).toBe('tooLarge');
    expect(await problemOf(wide, 'a.xlsx', limits)).toBe('tooManyColumns');
    expect(await problemOf(long, 'a.xlsx', limits)).toBe('tooManyRows');
    expect(await problemOf(strToU8('a\nb\nc\nd\n'), 'a.csv', limits)).toBe('tooManyRows');
    expect(await problemOf(strToU8('a,b,c\n'), 'a.csv', limits)).toBe('tooManyColumns');
  });
});

describe('a CSV file', () => {
  const rows = [
    [text('NIP'), text('Nama')],
    [text('0012'), text('José; "Budi"')],
  ];
  const csv = (delimiter: string) => `NIP${delimiter}Nama\r\n0012${delimiter}"José; ""Budi"""\r\n`;
  const utf16 = (value: string, order: 'le' | 'be') => {
    const bytes = new Uint8Array(Buffer.from(value, 'utf16le'));
    return order === 'le' ? bytes : bytes.map((_, index) => bytes[index ^ 1] ?? 0);
  };

  test.each([
    ['UTF-8, comma', strToU8(csv(','))],
    ['UTF-8 with mark, semicolon', strToU8(`\uFEFF${csv(';')}`)],
    ['UTF-8, tab', strToU8(csv('\t'))],
    ['UTF-16 LE with mark', utf16(`\uFEFF${csv('\t')}`, 'le')],
    ['UTF-16 BE with mark', utf16(`\uFEFF${csv(';')}`, 'be')],
    ['UTF-16 LE without mark', utf16(csv(';'), 'le')],
    ['Windows-1252', new Uint8Array(Buffer.from(csv(';'), 'latin1'))],
    ['a first line that names the delimiter', strToU8(`sep=;\r\n${csv(';')}`)],
  ])('%s', async (_, bytes) => {
    expect(await readSheets(bytes, '/tmp/pegawai 2026.csv')).toEqual([{ name: 'pegawai 2026', rows }]);
  });

  test('keeps empty rows so that row numbers hold, and digits behind ="…"', async () => {
    const [sheet] = await readSheets(strToU8('a,b\n\n"=""0012""",\n'), 'a.csv');
    expect(sheet?.rows).toEqual([[text('a'), text('b')], [EMPTY], [text('0012'), EMPTY]]);
  });
});

describe('what is written', () => {
  const sheet = {
    name: 'Pegawai',
    columns: [
      { heading: 'NIP', format: 'text', width: 22 },
      { heading: 'Jenis', choices: ['PNS', 'PPPK'] },
    ],
    rows: [
      ['198609262015051001', '=1+1'],
      [null, 'PPPK'],
    ],
  } as const;

  test('is read back unchanged, formulas as text', async () => {
    const [read, second] = await readSheets(
      await writeWorkbook([sheet, { ...sheet, name: 'Dua' }]),
      'a.xlsx',
    );
    expect(second?.name).toBe('Dua');
    expect(read?.rows).toEqual([
      [text('NIP'), text('Jenis')],
      [text('198609262015051001'), text('=1+1')],
      [EMPTY, text('PPPK')],
    ]);
  });

  test('keeps the text format in rows yet to be filled in, offers choices, freezes the heading', async () => {
    const entries = unzipSync(await writeWorkbook([{ ...sheet, readyRows: 5 }]));
    const xml = new TextDecoder().decode(entries['xl/worksheets/sheet1.xml']);
    const styles = new TextDecoder().decode(entries['xl/styles.xml']);
    const format = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    const records = [
      ...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
    ];
    for (const address of ['A2', 'A4', 'A8']) {
      const style = new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(xml)?.[1];
      expect(records[Number(style)]?.[1], address).toBe(format);
    }
    expect(xml).toMatch(/<dataValidation [^>]*sqref="B2:B8"/);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
  });

  test('as CSV has a byte order mark and no live formula', async () => {
    const bytes = writeCsv(sheet);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [read] = await readSheets(bytes, 'a.csv');
    expect(read?.rows[1]).toEqual([text('198609262015051001'), text('=1+1')]);
    expect(new TextDecoder().decode(bytes)).toBe("NIP;Jenis\r\n198609262015051001;'=1+1\r\n;PPPK");
  });
});
