/**
 * Joins PDF files of this project's typesetter into one, with their bookmarks and tags, so that a large file
 * can be set in portions: the process answers others in between, and memory stays that of one portion.
 */
import { createHash } from 'node:crypto';
import {
  arrayIn,
  editOutsideStrings,
  objectOf,
  type Pdf,
  PdfError,
  type PdfObject,
  readPdf,
  referenceIn,
  referencesOf,
} from './pdf-objects.ts';

// Numbers of the objects that the joined file has once; those of the parts follow.
const CATALOGUE = 1;
const PAGES = 2;
const BOOKMARKS = 3;
const TAGS = 4;
const DOCUMENT_TAG = 5;
const OWN_OBJECTS = 5;

type Joined = {
  readonly objects: Map<number, PdfObject>;
  readonly pageTrees: number[];
  pageCount: number;
  readonly bookmarks: { readonly first: number; readonly last: number; readonly count: number }[];
  readonly tags: string[];
  readonly tagsByMark: string[];
  readonly tagsByName: string[];
  readonly roles: Map<string, string>;
  /** Added to the object numbers and to the page marks of the next part. */
  objectShift: number;
  markShift: number;
  archival: boolean;
};

const CELL_NAME = /\((U\d+x\d+y\d+)\)/g;

function renumbered(head: string, by: number): string {
  return editOutsideStrings(head, (text) =>
    text.replace(/(\d+) 0 R/g, (_, number: string) => `${Number(number) + by} 0 R`),
  );
}

/** Header cells are named within one file; the number of the part keeps them apart and in order. */
function cellsRenamed(head: string, part: number): string {
  return head.replace(CELL_NAME, (_, name: string) => `(P${String(part).padStart(5, '0')}${name})`);
}

function marksShifted(head: string, by: number): string {
  return head.replace(
    /\/(StructParents?) (\d+)/g,
    (_, key: string, mark: string) => `/${key} ${Number(mark) + by}`,
  );
}

function withEntry(head: string, entry: string): string {
  return head.replace('<<', () => `<<\n  ${entry}`);
}

function movedObject(object: PdfObject, joined: Joined, part: number): PdfObject {
  let head = renumbered(object.head, joined.objectShift);
  if (head.includes('/Type /StructElem')) head = cellsRenamed(head, part);
  if (/\/Type \/(Page\s|Annot\s)/.test(head)) head = marksShifted(head, joined.markShift);
  return { head, stream: object.stream };
}

function required(head: string, name: string): number {
  const number = referenceIn(head, name);
  if (number === null) throw new PdfError(`/${name} is missing`);
  return number;
}

function change(joined: Joined, number: number, edit: (head: string) => string): void {
  const object = objectOf(joined, number);
  joined.objects.set(number, { head: edit(object.head), stream: object.stream });
}

function addPages(joined: Joined, pdf: Pdf, catalogue: string): void {
  const tree = required(catalogue, 'Pages') + joined.objectShift;
  change(joined, tree, (head) => withEntry(head, `/Parent ${PAGES} 0 R`));
  joined.pageTrees.push(tree);
  joined.pageCount += pdf.pages.length;
}

function addBookmarks(joined: Joined, pdf: Pdf, catalogue: string): void {
  const root = referenceIn(catalogue, 'Outlines');
  if (root === null) return;
  const shift = joined.objectShift;
  const { head } = objectOf(pdf, root);
  const first = required(head, 'First') + shift;
  const last = required(head, 'Last') + shift;
  for (
    let item: number | null = first;
    item !== null;
    item = referenceIn(objectOf(joined, item).head, 'Next')
  ) {
    change(joined, item, (text) => text.replace(`/Parent ${root + shift} 0 R`, `/Parent ${BOOKMARKS} 0 R`));
  }
  const before = joined.bookmarks.at(-1);
  if (before) {
    change(joined, before.last, (text) => withEntry(text, `/Next ${first} 0 R`));
    change(joined, first, (text) => withEntry(text, `/Prev ${before.last} 0 R`));
  }
  joined.bookmarks.push({ first, last, count: Number(/\/Count (\d+)/.exec(head)?.[1] ?? 1) });
}

function addTags(joined: Joined, pdf: Pdf, catalogue: string, part: number): void {
  const root = referenceIn(catalogue, 'StructTreeRoot');
  if (root === null) return;
  const shift = joined.objectShift;
  const { head } = objectOf(pdf, root);
  const children = referencesOf(arrayIn(head, 'K') ?? '').map((number) => number + shift);
  for (const child of children) {
    change(joined, child, (text) => text.replace(`/P ${root + shift} 0 R`, `/P ${DOCUMENT_TAG} 0 R`));
    joined.tags.push(`${child} 0 R`);
  }
  const byMark = arrayIn(head, 'Nums');
  if (byMark === null) throw new PdfError('the tags of pages are not one plain list');
  for (const [, mark, number] of byMark.matchAll(/(\d+) (\d+) 0 R/g)) {
    joined.tagsByMark.push(`${Number(mark) + joined.markShift} ${Number(number) + shift} 0 R`);
  }
  const byName = arrayIn(head, 'Names');
  if (byName !== null) joined.tagsByName.push(cellsRenamed(renumbered(byName, shift), part));
  const roles = /\/RoleMap\s*<<([\s\S]*?)>>/.exec(head)?.[1] ?? '';
  for (const [, role, standard] of roles.matchAll(/\/(\w+) \/(\w+)/g))
    joined.roles.set(role ?? '', standard ?? '');
  joined.markShift += Number(/\/ParentTreeNextKey (\d+)/.exec(head)?.[1] ?? 0);
}

function addPart(joined: Joined, pdf: Pdf, part: number): void {
  const catalogue = objectOf(pdf, pdf.root).head;
  const metadata = referenceIn(catalogue, 'Metadata');
  const dropped = new Set([
    pdf.root,
    referenceIn(catalogue, 'Outlines'),
    referenceIn(catalogue, 'StructTreeRoot'),
  ]);
  if (part > 0) dropped.add(pdf.info).add(metadata);
  for (const [number, object] of pdf.objects) {
    if (!dropped.has(number))
      joined.objects.set(number + joined.objectShift, movedObject(object, joined, part));
  }
  const described = metadata === null ? '' : (objectOf(pdf, metadata).stream?.toString('utf8') ?? '');
  joined.archival &&= described.includes('<pdfaid:part>');
  addPages(joined, pdf, catalogue);
  addBookmarks(joined, pdf, catalogue);
  addTags(joined, pdf, catalogue, part);
  joined.objectShift += pdf.lastObject;
}

function describeAnew(joined: Joined, number: number): void {
  const { head, stream } = objectOf(joined, number);
  let text = stream?.toString('utf8') ?? '';
  text = text.replace(/(<xmpTPg:NPages>)\d+/, `$1${joined.pageCount}`);
  if (!joined.archival) text = text.replace(/<pdfaid:(\w+)>[^<]*<\/pdfaid:\1>/g, '');
  const bytes = Buffer.from(text);
  joined.objects.set(number, {
    head: head.replace(/\/Length \d+/, `/Length ${bytes.length}`),
    stream: bytes,
  });
}

/** The objects that the whole file has once. The catalogue is that of the first part, pointed anew. */
function closeTrees(joined: Joined, firstCatalogue: string): void {
  const { bookmarks } = joined;
  const plain = (head: string) => ({ head, stream: null });
  const kids = joined.pageTrees.map((tree) => `${tree} 0 R`).join(' ');
  joined.objects.set(PAGES, plain(`<<\n  /Type /Pages\n  /Count ${joined.pageCount}\n  /Kids [${kids}]\n>>`));
  const count = bookmarks.reduce((sum, part) => sum + part.count, 0);
  const ends = `/First ${bookmarks[0]?.first} 0 R\n  /Last ${bookmarks.at(-1)?.last} 0 R`;
  if (count > 0)
    joined.objects.set(BOOKMARKS, plain(`<<\n  /Type /Outlines\n  ${ends}\n  /Count ${count}\n>>`));
  const roles = [...joined.roles].map(([role, standard]) => `/${role} /${standard}`).join(' ');
  const names =
    joined.tagsByName.length > 0 ? `\n  /IDTree << /Names [${joined.tagsByName.join(' ')}] >>` : '';
  joined.objects.set(
    TAGS,
    plain(`<<\n  /Type /StructTreeRoot\n  /RoleMap << ${roles} >>\n  /K [${DOCUMENT_TAG} 0 R]
  /ParentTree << /Nums [${joined.tagsByMark.join(' ')}] >>${names}\n  /ParentTreeNextKey ${joined.markShift}\n>>`),
  );
  const document = `<<\n  /Type /StructElem\n  /S /Document\n  /P ${TAGS} 0 R\n  /K [${joined.tags.join(' ')}]\n>>`;
  joined.objects.set(DOCUMENT_TAG, plain(document));
  let catalogue = firstCatalogue
    .replace(/\/Pages \d+ 0 R/, `/Pages ${PAGES} 0 R`)
    .replace(/\/StructTreeRoot \d+ 0 R/, `/StructTreeRoot ${TAGS} 0 R`)
    .replace(/\s*\/Outlines \d+ 0 R/, '');
  if (count > 0) catalogue = withEntry(catalogue, `/Outlines ${BOOKMARKS} 0 R`);
  joined.objects.set(CATALOGUE, plain(catalogue));
}

function write(joined: Joined, firstLines: Buffer, info: number | null): Buffer {
  const pieces: Buffer[] = [firstLines];
  const last = joined.objectShift;
  const entries = ['0000000000 65535 f \n'];
  let length = firstLines.length;
  for (let number = 1; number <= last; number += 1) {
    const object = joined.objects.get(number);
    if (!object) {
      entries.push('0000000000 00000 f \n');
      continue;
    }
    entries.push(`${String(length).padStart(10, '0')} 00000 n \n`);
    const stream = object.stream
      ? [Buffer.from('\nstream\n'), object.stream, Buffer.from('\nendstream')]
      : [];
    const piece = [
      Buffer.from(`${number} 0 obj\n${object.head}`, 'latin1'),
      ...stream,
      Buffer.from('\nendobj\n'),
    ];
    length += piece.reduce((sum, bytes) => sum + bytes.length, 0);
    pieces.push(...piece);
  }
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  const id = `<${hash.digest('hex').slice(0, 32)}>`;
  const information = info === null ? '' : `\n  /Info ${info} 0 R`;
  const trailer = `trailer\n<<\n  /Size ${last + 1}\n  /Root ${CATALOGUE} 0 R${information}\n  /ID [${id} ${id}]\n>>`;
  const table = `xref\n0 ${last + 1}\n${entries.join('')}${trailer}\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...pieces, Buffer.from(table)]);
}

export type PdfJoiner = {
  /** Takes the next file. Throws PdfError where it is not of our making. */
  add(file: Buffer): void;
  /** The joined file. Title, author and dates are those of the first one. */
  finish(): Buffer;
};

function finished(joined: Joined, first: Buffer): Buffer {
  const opened = readPdf(first);
  const catalogue = renumbered(objectOf(opened, opened.root).head, OWN_OBJECTS);
  closeTrees(joined, catalogue);
  const metadata = referenceIn(catalogue, 'Metadata');
  if (metadata !== null) describeAnew(joined, metadata);
  const firstLines = first.subarray(0, first.indexOf('1 0 obj'));
  return write(joined, firstLines, opened.info === null ? null : opened.info + OWN_OBJECTS);
}

/** Joins files one after the other, so that the work is spread over the time in which they are made. */
export function joinPdfs(): PdfJoiner {
  const joined: Joined = {
    objects: new Map(),
    pageTrees: [],
    pageCount: 0,
    bookmarks: [],
    tags: [],
    tagsByMark: [],
    tagsByName: [],
    roles: new Map(),
    objectShift: OWN_OBJECTS,
    markShift: 0,
    archival: true,
  };
  let first: Buffer | undefined;
  let parts = 0;
  return {
    add(file) {
      addPart(joined, readPdf(file), parts);
      first ??= file;
      parts += 1;
    },
    finish() {
      if (!first) throw new PdfError('nothing to join');
      return parts === 1 ? first : finished(joined, first);
    },
  };
}
