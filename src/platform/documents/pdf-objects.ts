/**
 * Reads the PDF files that this project's typesetter writes: a classic cross-reference table, no object
 * streams, no encryption. It is no reader for PDF from elsewhere and refuses what it does not know.
 */
import { inflateSync } from 'node:zlib';

/** An object: everything before `stream` as Latin-1 text, and the stream as it is stored. */
export type PdfObject = { readonly head: string; readonly stream: Buffer | null };

export type Pdf = {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** The highest number of an object. */
  readonly lastObject: number;
  readonly root: number;
  readonly info: number | null;
  /** Numbers of the page objects, in order. */
  readonly pages: readonly number[];
};

export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/** The number behind `/Name 12 0 R` in an object, or null. */
export function referenceIn(head: string, name: string): number | null {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(head);
  return found ? Number(found[1]) : null;
}

/** The inside of `/Name [ … ]`, or null. */
export function arrayIn(head: string, name: string): string | null {
  const start = head.search(new RegExp(`/${name}\\s*\\[`));
  if (start < 0) return null;
  const from = head.indexOf('[', start) + 1;
  return head.slice(from, head.indexOf(']', from));
}

export function referencesOf(array: string): number[] {
  return [...array.matchAll(/(\d+) 0 R/g)].map((found) => Number(found[1]));
}

export function objectOf(pdf: Pick<Pdf, 'objects'>, number: number): PdfObject {
  const object = pdf.objects.get(number);
  if (!object) throw new PdfError(`object ${number} is not in the file`);
  return object;
}

/** Where the literal string that opens at `start` ends; parentheses inside it nest or are escaped. */
export function literalEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new PdfError('a literal string does not end');
}

/** Edits an object everywhere but in its literal strings, which may hold what people wrote. */
export function editOutsideStrings(head: string, edit: (text: string) => string): string {
  let result = '';
  let from = 0;
  for (let open = head.indexOf('('); open >= 0; open = head.indexOf('(', from)) {
    const end = literalEnd(head, open);
    result += edit(head.slice(from, open)) + head.slice(open, end);
    from = end;
  }
  return result + edit(head.slice(from));
}

/** The bytes of a stream as they are meant, unpacked. */
export function streamOf(object: PdfObject): Buffer {
  if (!object.stream) throw new PdfError('the object has no stream');
  return /\/Filter\s*\/FlateDecode/.test(object.head) ? inflateSync(object.stream) : object.stream;
}

/** The object that fills these bytes. Its end is looked for from behind: titles may hold any word. */
function readObject(bytes: Buffer): PdfObject {
  const start = bytes.indexOf('obj') + 3;
  const end = bytes.lastIndexOf('endobj');
  const hasStream = /endstream\s*$/.test(bytes.toString('latin1', Math.max(start, end - 12), end));
  const stream = hasStream ? bytes.indexOf('\nstream\n', start) : -1;
  if (stream < 0) return { head: bytes.toString('latin1', start, end).trim(), stream: null };
  const head = bytes.toString('latin1', start, stream).trim();
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head);
  if (!length) throw new PdfError('a stream without its length');
  const from = stream + '\nstream\n'.length;
  return { head, stream: bytes.subarray(from, from + Number(length[1])) };
}

function offsetsOf(table: string): Map<number, number> {
  const offsets = new Map<number, number>();
  let number = 0;
  for (const line of table.split(/\r?\n/)) {
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (entry) {
      if (entry[2] === 'n') offsets.set(number, Number(entry[1]));
      number += 1;
    } else {
      const section = /^(\d+) \d+\s*$/.exec(line);
      if (section) number = Number(section[1]);
    }
  }
  return offsets;
}

function pagesBelow(objects: ReadonlyMap<number, PdfObject>, number: number): number[] {
  const { head } = objectOf({ objects }, number);
  const children = arrayIn(head, 'Kids');
  return children === null ? [number] : referencesOf(children).flatMap((child) => pagesBelow(objects, child));
}

/** Throws PdfError where the file is not of the expected shape. */
export function readPdf(file: Buffer): Pdf {
  const end = file.toString('latin1', Math.max(0, file.length - 1024));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end);
  if (!start) throw new PdfError('no cross-reference table at the end');
  const table = file.toString('latin1', Number(start[1]));
  if (!table.startsWith('xref')) throw new PdfError('the cross-reference table is not a classic one');
  const trailer = table.slice(table.indexOf('trailer'));
  const objects = new Map<number, PdfObject>();
  const inOrder = [...offsetsOf(table.slice(0, table.indexOf('trailer')))].sort((a, b) => a[1] - b[1]);
  let lastObject = 0;
  for (const [index, [number, offset]] of inOrder.entries()) {
    const end = inOrder[index + 1]?.[1] ?? Number(start[1]);
    objects.set(number, readObject(file.subarray(offset, end)));
    lastObject = Math.max(lastObject, number);
  }
  const root = referenceIn(trailer, 'Root');
  if (root === null) throw new PdfError('the file has no root');
  const pageTree = referenceIn(objectOf({ objects }, root).head, 'Pages');
  if (pageTree === null) throw new PdfError('the file has no pages');
  return {
    objects,
    lastObject,
    root,
    info: referenceIn(trailer, 'Info'),
    pages: pagesBelow(objects, pageTree),
  };
}
