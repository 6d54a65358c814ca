import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { joinPdfs } from './pdf-merge.ts';
import {
  arrayIn,
  editOutsideStrings,
  objectOf,
  PdfError,
  readPdf,
  referenceIn,
  referencesOf,
} from './pdf-objects.ts';
import { pdfRuns } from './pdf-text.ts';
import { createTypesetter } from './typst.ts';

function mergePdfs(files: readonly Buffer[]): Buffer {
  const joiner = joinPdfs();
  for (const file of files) joiner.add(file);
  return joiner.finish();
}

const templates = mkdtempSync(path.join(tmpdir(), 'templates-'));
writeFileSync(
  path.join(templates, 'list.typ'),
  `#let d = json("data.json")
#set document(title: "Berkas", author: "Kota Contoh", date: datetime(year: 2026, month: 11, day: 21))
#set text(font: "Libertinus Serif", lang: "id")
#for name in d.names {
  heading(name)
  table(columns: 2, table.header([Nama], [Nilai]), name, [12])
  pagebreak(weak: true)
}`,
);
const typesetter = createTypesetter({ templates });
const parts = [['Siti', 'Budi'], ['Made (b) 7 0 R \\'], ['Ucok endobj', 'Dewi endstream endobj', 'Rara']];
const files = parts.map((names) => typesetter.render('list', { names }));
const merged = mergePdfs(files);
const pdf = readPdf(merged);
const catalogue = objectOf(pdf, pdf.root).head;

function outsideStrings(head: string): number[] {
  const found: number[] = [];
  editOutsideStrings(head, (text) => {
    found.push(...referencesOf(text));
    return text;
  });
  return found;
}

/** Numbers of all objects that can be reached from the root. */
function reachable(): Set<number> {
  const seen = new Set<number>();
  const visit = (number: number) => {
    if (seen.has(number)) return;
    seen.add(number);
    for (const next of outsideStrings(objectOf(pdf, number).head)) visit(next);
  };
  visit(pdf.root);
  return seen;
}

test('pages follow each other in order and keep their text', () => {
  const cells = ['Nama', 'Nilai'];
  const expected = parts.flat().flatMap((name) => [name, ...cells, name, '12']);
  expect(pdf.pages).toHaveLength(6);
  expect(pdfRuns(merged)).toEqual(expected);
});

test('every reference leads to an object of the file', () => {
  expect(() => reachable()).not.toThrow();
  expect(reachable().size).toBeGreaterThan(60);
});

test('bookmarks form one chain', () => {
  const outlines = referenceIn(catalogue, 'Outlines') ?? 0;
  const titles: string[] = [];
  let item = referenceIn(objectOf(pdf, outlines).head, 'First');
  while (item !== null) {
    const { head } = objectOf(pdf, item);
    titles.push(/\/Title \((.*)\)/.exec(head)?.[1] ?? '');
    expect(referenceIn(head, 'Parent')).toBe(outlines);
    item = referenceIn(head, 'Next');
  }
  expect(titles).toHaveLength(6);
  expect(titles[0]).toBe('Siti');
  expect(titles[2]).toBe('Made (b) 7 0 R \\\\');
  expect(titles[5]).toBe('Rara');
  expect(objectOf(pdf, outlines).head).toContain('/Count 6');
});

test('tags: one document, each page under its own mark, cell names told apart', () => {
  const tree = objectOf(pdf, referenceIn(catalogue, 'StructTreeRoot') ?? 0).head;
  expect(referencesOf(arrayIn(tree, 'K') ?? '')).toHaveLength(1);
  const marks = pdf.pages.map((page) => Number(/\/StructParents (\d+)/.exec(objectOf(pdf, page).head)?.[1]));
  expect(marks).toEqual([0, 1, 2, 3, 4, 5]);
  const names = [...(arrayIn(tree, 'Names') ?? '').matchAll(/\((\w+)\)/g)].map((found) => found[1]);
  expect(names.length).toBeGreaterThanOrEqual(12);
  expect(new Set(names).size).toBe(names.length);
  expect([...names].sort()).toEqual(names);
});

test('the description counts all pages, and claims the archival form only if all parts have it', () => {
  expect(merged.toString('latin1')).toContain('<xmpTPg:NPages>6<');
  expect(merged.toString('latin1')).toContain('<pdfaid:part>2<');
  const plain = typesetter.render('list', { names: ['\u{12000}'] });
  expect(mergePdfs([...files, plain]).toString('latin1')).not.toContain('pdfaid:part>');
});

test('the same files give the same file; one file stays as it is; foreign files are refused', () => {
  expect(mergePdfs(files).equals(merged)).toBe(true);
  expect(mergePdfs(files.slice(0, 1))).toBe(files[0]);
  expect(() => mergePdfs([])).toThrow(PdfError);
  expect(() => mergePdfs([Buffer.from('%PDF-1.4 x'), merged])).toThrow(PdfError);
});

test('a file may have hundreds of thousands of objects', () => {
  const [file] = files;
  if (!file) throw new Error('no file');
  const many = Math.ceil(200_000 / readPdf(file).objects.size);
  expect(readPdf(mergePdfs(Array<Buffer>(many).fill(file))).pages).toHaveLength(2 * many);
});
