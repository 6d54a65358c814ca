import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkUpload, cleanName, UPLOAD_LIMIT_BYTES } from './upload.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const problem = async (given: File) => {
  const checked = await checkUpload(given);
  return checked.ok ? 'taken' : checked.problem;
};
/** The smallest file of each kind that its own readers open. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const openDocument = (type: string) =>
  zipSync({ mimetype: [bytesOf(type), { level: 0 }], 'content.xml': bytesOf('<office/>') });
const office = (part: string, type: string) =>
  zipSync({
    '[Content_Types].xml': bytesOf(
      `<Types><Override PartName="/${part}" ContentType="application/${type}.main+xml"/></Types>`,
    ),
    [part]: bytesOf('<x/>'),
  });

describe('checking an upload', () => {
  it('takes what an office reads and says what it is by its content', async () => {
    const sheet = await readFile('test/data/siasn/siasn-pegawai.xlsx');
    const cases: [File, string, string][] = [
      [file('Laporan.pdf', PDF), 'Laporan.pdf', 'application/pdf'],
      [file('foto.png', new Uint8Array(PNG)), 'foto.png', 'image/png'],
      [
        file('data.xlsx', new Uint8Array(sheet)),
        'data.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
      [
        file('surat.odt', new Uint8Array(openDocument('application/vnd.oasis.opendocument.text'))),
        'surat.odt',
        'application/vnd.oasis.opendocument.text',
      ],
      [file('catatan.txt', 'Rapat: 5 < 6 orang'), 'catatan.txt', 'text/plain'],
      [file('angka.csv', 'bulan;jumlah\nJuni;12\n'), 'angka.csv', 'text/csv'],
      [file('angka.csv', bytesOf('caf\xe9;12\n')), 'angka.csv', 'text/csv'],
    ];
    for (const [given, name, mediaType] of cases) {
      expect(await checkUpload(given)).toMatchObject({ ok: true, upload: { name, mediaType } });
    }
  });

  it('corrects an extension that does not fit', async () => {
    expect(await checkUpload(file('foto.jpg', new Uint8Array(PNG)))).toMatchObject({
      ok: true,
      upload: { name: 'foto.png', mediaType: 'image/png' },
    });
    expect(await checkUpload(file('tanpa-akhiran', PDF))).toMatchObject({
      upload: { name: 'tanpa-akhiran.pdf' },
    });
  });

  it('refuses programs, pages, archives and macros under whatever name', async () => {
    const program = bytesOf(`MZ${'\x00'.repeat(58)}\x80\x00\x00\x00${'\x00'.repeat(64)}PE\x00\x00`);
    expect(await problem(file('laporan.pdf', program))).toBe('kind');
    expect(await problem(file('laporan.exe', program))).toBe('kind');
    expect(await problem(file('laporan.csv', bytesOf('\x7fELF\x02\x01\x01')))).toBe('kind');
    expect(await problem(file('laporan.pdf', '<!doctype html><script>alert(1)</script>'))).toBe(
      'not-what-it-says',
    );
    expect(await problem(file('catatan.txt', 'Halo <script>alert(1)</script>'))).toBe('not-what-it-says');
    expect(await problem(file('gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('kind');
    expect(await problem(file('gambar.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
      'not-what-it-says',
    );
    expect(await problem(file('gambar.svg', '<?xml version="1.0"?><svg/>'))).toBe('kind');
    expect(await problem(file('arsip.zip', new Uint8Array(zipSync({ 'a.txt': bytesOf('a') }))))).toBe('kind');
    const macro = office('word/document.xml', 'vnd.ms-word.document.macroEnabled.12');
    expect(await problem(file('surat.docx', new Uint8Array(macro)))).toBe('kind');
    expect(await problem(file('catatan.txt', bytesOf('a\x00b')))).toBe('not-what-it-says');
    expect(await problem(file('catatan.bat', 'del *.*'))).toBe('kind');
  });

  it('refuses what is empty or too large before reading it', async () => {
    expect(await problem(file('kosong.pdf', ''))).toBe('empty');
    const large = {
      name: 'besar.pdf',
      size: UPLOAD_LIMIT_BYTES + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    expect(await checkUpload(large)).toMatchObject({ ok: false, problem: 'too-large' });
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Rina\\Laporan Juni.PDF', 'Laporan Juni.pdf'],
    ['laporan\u202Efdp.exe', 'laporanfdp.exe'],
    ['.htaccess', 'htaccess'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['   .pdf', 'pdf'],
    ['???', '---'],
    ['', 'berkas'],
    ['Résumé kinerja.docx', 'Résumé kinerja.docx'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanName(given)).toBe(expected);
  });

  it('has an end', () => {
    expect(cleanName(`${'a'.repeat(500)}.pdf`)).toHaveLength(120);
  });
});
