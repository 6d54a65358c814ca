import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from './pdf-objects.ts';
import { pdfRuns, pdfText } from './pdf-text.ts';
import { createTypesetter, TypesettingError } from './typst.ts';

const templates = mkdtempSync(path.join(tmpdir(), 'templates-'));
writeFileSync(
  path.join(templates, 'letter.typ'),
  `#let d = json("data.json")
#set document(title: d.at("title", default: "Surat"), author: "Kota Contoh", date: datetime(year: 2026, month: 11, day: 21))
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), lang: "id")
= Surat
#d.name
#if "file" in d { image(d.file, width: 10mm, alt: "Lambang") }`,
);
writeFileSync(path.join(templates, 'broken.typ'), '#let d = json("data.json")\n#d.absent');
const typesetter = createTypesetter({ templates });

describe('text reaches a template as data only', () => {
  test.each([
    '#panic("tidak") #import "x"',
    '*tebal* _miring_ `kode`',
    '$x^2$ dan $',
    '@rujukan dan <label>',
    String.raw`balik \ garis \u{41} \#`,
    '= Judul - butir + nomor / istilah: x',
    '// komentar /* juga */ tetap',
    '[kurung] {kurawal} "petik" \'satu\' -- --- ...',
    'https://contoh.go.id/a?b=c&d=e#f',
    'Müller Çelik Ñandú Łukasz',
  ])('%s is printed letter by letter', (name) => {
    expect(pdfText(typesetter.render('letter', { name }))).toContain(name);
  });

  test('control characters and marks that turn text around are left out, line breaks stay', () => {
    const runs = pdfRuns(typesetter.render('letter', { name: 'Sa\u0000tu\u202e\u0007\r\nDua\ud800' }));
    expect(runs).toEqual(['Surat', 'Satu', 'Dua\ufffd']);
  });

  test.each([
    ['Arabic', 'محمد عبد الله'],
    ['Javanese', 'ꦲꦤꦕꦫꦏ'],
    ['emoji', 'Siti 👍🏽 🇮🇩'],
    ['a letter of no font', '\u{12000} Budi'],
  ])('%s does not stop a paper', (_, name) => {
    const pdf = typesetter.render('letter', { name });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the file', () => {
  test('is tagged, in Indonesian, archival, and the same for the same data', () => {
    const data = { name: 'Siti', title: 'Dokumen Evaluasi' };
    const first = typesetter.render('letter', data);
    expect(typesetter.render('letter', data).equals(first)).toBe(true);
    const all = first.toString('latin1');
    expect(all).toContain('/Lang (id');
    expect(all).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(all).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(all).toContain('(Dokumen Evaluasi)');
    expect(all).toContain('D:20261121');
  });

  test('is plain PDF 1.7 with tags where a letter exists in no font', () => {
    const all = typesetter.render('letter', { name: '\u{12000}' }).toString('latin1');
    expect(all).not.toContain('pdfaid');
    expect(all).toContain('/StructTreeRoot');
  });

  test('takes pictures as bytes', () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>',
    );
    const file = typesetter.addFile(svg, 'svg');
    expect(typesetter.addFile(svg, 'svg')).toBe(file);
    const pdf = typesetter.render('letter', { name: 'Siti', file });
    expect(pdf.toString('latin1')).toContain('(Lambang)');
    expect(readPdf(pdf).pages).toHaveLength(1);
  });
});

test('a template that fails says why', () => {
  expect(() => typesetter.render('broken', { name: 'x' })).toThrow(TypesettingError);
  expect(() => typesetter.render('broken', { name: 'x' })).toThrow(/absent/);
  expect(() => typesetter.render('missing', {})).toThrow(/missing/);
});

test('memory stays level over many different documents', () => {
  const renderSome = (from: number, count: number) => {
    for (let number = from; number < from + count; number += 1) {
      typesetter.render('letter', { name: `Pegawai ke-${number} `.repeat(200) });
    }
  };
  renderSome(0, 200);
  const before = process.memoryUsage.rss();
  renderSome(200, 600);
  // Without ageing the cache the same run grows by several hundred megabytes.
  expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(120);
});
