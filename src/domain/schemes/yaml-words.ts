/** What is wrong with the writing of a YAML file, said to somebody who is no programmer. */
import { type Document, type Range, visit, type YAMLError } from 'yaml';
import { say } from '../bilingual.ts';
import type { Words } from '../problem.ts';

export type YamlFault = Words & { readonly offset: number };

/**
 * The faults of a text, each at the place where its author has to look. Past the first fault the reader
 * of YAML mistakes what follows, so of the others only those are told that stand on their own.
 */
export function yamlFaults(document: Document.Parsed, text: string): readonly YamlFault[] {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const first = errors.find(({ code }) => !ALONE.has(code));
  return errors
    .filter((error) => error === first || ALONE.has(error.code))
    .map((error) => faultOf(error, errors, document, text));
}

const ANY = /^/;
const ALONE: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAB_AS_INDENT']);

function faultOf(
  error: YAMLError,
  errors: readonly YAMLError[],
  document: Document.Parsed,
  text: string,
): YamlFault {
  const [start] = error.pos;
  // A line that is indented too deeply is taken for more of the value above it.
  const tooDeep =
    error.code === 'BLOCK_AS_IMPLICIT_KEY' &&
    errors.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === start);
  if (tooDeep) {
    const line = /^[^\n]*\n\s*/.exec(text.slice(start))?.[0] ?? '';
    return { ...TOO_DEEP, offset: start + line.length };
  }
  const rest = text.slice(start);
  const here = start + (/^ */.exec(rest)?.[0].length ?? 0);
  const found = KNOWN.find(
    ({ code, message, at }) =>
      code === error.code && (message ?? ANY).test(error.message) && (at ?? ANY).test(rest),
  );
  if (!found) return { what: UNREADABLE, remedy: CHECK, offset: here };
  const piece = /^[^\s:,[\]{}]{1,40}/.exec(rest)?.[0] ?? '';
  const offset = found.opened ? (openedBefore(document, start) ?? here) : here;
  return { what: say(found.what, { piece }), remedy: found.remedy, offset };
}

/** Where the quote or bracket begins that is still open at a place. */
function openedBefore(document: Document.Parsed, place: number): number | undefined {
  let opened: number | undefined;
  const remember = (range: Range | null | undefined) => {
    if (range && range[0] < place && range[2] >= place) opened = range[0];
  };
  visit(document, {
    Scalar(_, { type, range }) {
      if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') remember(range);
    },
    Collection(_, { flow, range }) {
      if (flow) remember(range);
    },
  });
  return opened;
}

const TOO_DEEP: Words = {
  what: {
    id: 'baris ini melekuk lebih dalam daripada nama yang setingkat di atasnya',
    en: 'this line is indented deeper than the name above that is on its level',
  },
  remedy: { id: 'sejajarkan dengan nama itu, dengan spasi', en: 'line it up with that name, with spaces' },
};

const UNREADABLE = { id: 'tulisan di sini tidak dapat dibaca', en: 'what is written here cannot be read' };
const CHECK = {
  id: 'periksa lekukan, tanda kutip, koma, dan tanda kurung',
  en: 'check indentation, quotes, commas and brackets',
};

type Known = Words & {
  readonly code: YAMLError['code'];
  readonly message?: RegExp;
  /** What must stand at the place. */
  readonly at?: RegExp;
  /** Whether to look where something was opened, and not where its end was missed. */
  readonly opened?: true;
};

const KNOWN: readonly Known[] = [
  {
    code: 'TAB_AS_INDENT',
    what: { id: 'baris ini dilekukkan dengan tab', en: 'this line is indented with a tab' },
    remedy: { id: 'ganti tab dengan spasi', en: 'use spaces in place of the tab' },
  },
  {
    code: 'DUPLICATE_KEY',
    what: { id: 'nama "{piece}" sudah ada di atasnya', en: 'the name "{piece}" already stands above' },
    remedy: { id: 'hapus salah satu, atau beri nama lain', en: 'remove one of them, or give another name' },
  },
  {
    code: 'BAD_INDENT',
    message: /end with a/,
    opened: true,
    what: { id: 'tanda kurung tidak ditutup', en: 'a bracket is not closed' },
    remedy: { id: 'tambahkan } atau ] pada akhirnya', en: 'add } or ] at its end' },
  },
  {
    code: 'BAD_INDENT',
    what: { id: 'lekukan baris ini tidak sejajar', en: 'the indentation of this line is out of step' },
    remedy: {
      id: 'sejajarkan dengan nama di atasnya yang setingkat, dengan spasi',
      en: 'line it up with the name above that is on its level, with spaces',
    },
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    what: {
      id: 'nama dan titik duanya tidak pada satu baris',
      en: 'a name and its colon are not on one line',
    },
    remedy: {
      id: 'beri titik dua dan spasi sesudah nama, atau tanda kutip pada teks yang panjang',
      en: 'put a colon and a space after the name, or quotes around a long text',
    },
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    what: { id: 'ada dua titik dua pada satu baris', en: 'there are two colons on one line' },
    remedy: {
      id: 'beri tanda kutip pada teks yang memuat titik dua',
      en: 'put quotes around a text that contains a colon',
    },
  },
  {
    code: 'MISSING_CHAR',
    message: /quote/,
    opened: true,
    what: { id: 'tanda kutip tidak ditutup', en: 'a quote is not closed' },
    remedy: { id: 'tutup dengan tanda kutip yang sama', en: 'close it with the same quote' },
  },
  {
    code: 'MISSING_CHAR',
    message: /end with a/,
    opened: true,
    what: { id: 'tanda kurung tidak ditutup', en: 'a bracket is not closed' },
    remedy: { id: 'tambahkan } atau ] pada akhirnya', en: 'add } or ] at its end' },
  },
  {
    code: 'MISSING_CHAR',
    message: /^Missing ,/,
    what: { id: 'koma sebelum "{piece}" belum ada', en: 'the comma before "{piece}" is missing' },
    remedy: {
      id: 'tambahkan koma, atau beri tanda kutip pada teks yang memuat koma atau titik dua',
      en: 'add a comma, or put quotes around a text that contains a comma or a colon',
    },
  },
  {
    code: 'MISSING_CHAR',
    message: /space after/,
    what: { id: 'spasi sesudah titik dua belum ada', en: 'the space after a colon is missing' },
    remedy: { id: 'tambahkan spasi sesudah titik dua', en: 'add a space after the colon' },
  },
  {
    code: 'MISSING_CHAR',
    message: /Comments/,
    what: { id: 'spasi sebelum # belum ada', en: 'the space before # is missing' },
    remedy: {
      id: 'tambahkan spasi sebelum catatan, atau beri tanda kutip pada teks yang memuat #',
      en: 'add a space before the comment, or put quotes around a text that contains #',
    },
  },
  {
    code: 'MISSING_CHAR',
    message: /map values/,
    what: { id: 'titik dua sesudah "{piece}" belum ada', en: 'the colon after "{piece}" is missing' },
    remedy: {
      id: 'tulis nama, titik dua, spasi, lalu isinya',
      en: 'write a name, a colon, a space, then its value',
    },
  },
  {
    code: 'MISSING_CHAR',
    message: /- indicator/,
    what: { id: 'tanda hubung di depan butir ini belum ada', en: 'the hyphen before this entry is missing' },
    remedy: {
      id: 'awali dengan tanda hubung dan spasi, atau sejajarkan dengan isi butir di atasnya',
      en: 'begin it with a hyphen and a space, or line it up with what the entry above holds',
    },
  },
  {
    code: 'BAD_SCALAR_START',
    what: {
      id: 'teks ini diawali tanda yang berarti lain dalam YAML',
      en: 'this text begins with a sign that means something else in YAML',
    },
    remedy: { id: 'beri tanda kutip pada teks ini', en: 'put quotes around this text' },
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    what: { id: 'tanda ! berarti lain dalam YAML', en: 'the sign ! means something else in YAML' },
    remedy: { id: 'beri tanda kutip pada teks ini', en: 'put quotes around this text' },
  },
  {
    code: 'BAD_DQ_ESCAPE',
    what: {
      id: 'garis miring terbalik tidak dapat dibaca dalam tanda kutip ganda',
      en: 'a backslash cannot be read in double quotes',
    },
    remedy: { id: 'pakai tanda kutip tunggal', en: 'use single quotes' },
  },
  {
    code: 'BLOCK_IN_FLOW',
    at: /^- /,
    what: {
      id: 'daftar bertanda hubung tidak dapat berada di dalam tanda kurung',
      en: 'a list with hyphens cannot stand inside brackets',
    },
    remedy: { id: 'tulis sebagai [satu, dua]', en: 'write it as [one, two]' },
  },
  {
    code: 'BLOCK_IN_FLOW',
    what: {
      id: 'di dalam tanda kurung ada koma yang hilang, atau teks yang memuat titik dua',
      en: 'inside the brackets a comma is missing, or a text contains a colon',
    },
    remedy: {
      id: 'tambahkan koma di antara dua isian, atau beri tanda kutip pada teks itu',
      en: 'add a comma between two entries, or put quotes around that text',
    },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    at: /^[\]}]/,
    what: { id: 'kurung ini tidak ada pembukanya', en: 'this bracket was never opened' },
    remedy: { id: 'hapus kurung ini', en: 'remove this bracket' },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    message: /scalar/,
    what: {
      id: 'ada tulisan sesudah tanda kutip yang sudah ditutup',
      en: 'something stands after a quote that was closed',
    },
    remedy: {
      id: 'periksa apakah setiap tanda kutip di baris ini ditutup dan diikuti koma',
      en: 'check that every quote on this line is closed and followed by a comma',
    },
  },
  {
    code: 'MULTIPLE_DOCS',
    what: { id: 'baris --- memulai berkas kedua', en: 'the line --- begins a second file' },
    remedy: {
      id: 'hapus baris itu; satu berkas memuat satu skema',
      en: 'remove it; one file holds one scheme',
    },
  },
];
