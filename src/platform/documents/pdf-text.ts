/** The text of a paper as a reader would copy it, in the order in which it is drawn. */
import { literalEnd, objectOf, type Pdf, readPdf, referenceIn, streamOf } from './pdf-objects.ts';

const END_OF_RUN = '\u0001';

type LetterOf = ReadonlyMap<number, string>;

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

function readLetters(map: string): LetterOf {
  const letters = new Map<number, string>();
  for (const block of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of (block[1] ?? '').matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      letters.set(Number.parseInt(glyph ?? '', 16), utf16(text ?? ''));
    }
  }
  return letters;
}

function fontsOf(pdf: Pdf, page: number): Map<string, LetterOf> {
  const fonts = new Map<string, LetterOf>();
  for (const [, name, number] of objectOf(pdf, page).head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const map = referenceIn(objectOf(pdf, Number(number)).head, 'ToUnicode');
    if (map !== null && name) fonts.set(name, readLetters(streamOf(objectOf(pdf, map)).toString('latin1')));
  }
  return fonts;
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string, its escapes undone. */
function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, letter?: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPED[letter ?? ''] ?? letter ?? ''),
  );
}

function textOf(bytes: string, letters: LetterOf | undefined): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += letters?.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\ufffd';
  }
  return text;
}

/** Strings in property lists (a language, a replacement text) are not drawn and therefore passed over. */
function pageText(pdf: Pdf, page: number): string {
  const contents = referenceIn(objectOf(pdf, page).head, 'Contents');
  if (contents === null) return '';
  const fonts = fontsOf(pdf, page);
  const stream = streamOf(objectOf(pdf, contents)).toString('latin1');
  const token = /\/(f\d+) [\d.]+ Tf|<<|>>|\(|\bET\b/g;
  let letters: LetterOf | undefined;
  let depth = 0;
  let text = '';
  for (let found = token.exec(stream); found; found = token.exec(stream)) {
    if (found[1]) letters = fonts.get(found[1]);
    else if (found[0] === '<<') depth += 1;
    else if (found[0] === '>>') depth -= 1;
    else if (found[0] === 'ET') text += END_OF_RUN;
    else {
      const end = literalEnd(stream, found.index);
      if (depth === 0) text += textOf(unescaped(stream.slice(found.index + 1, end - 1)), letters);
      token.lastIndex = end;
    }
  }
  return text;
}

/** Runs that follow each other are joined without a mark; where lines end is not told. */
export function pdfText(file: Buffer): string {
  const pdf = readPdf(file);
  return pdf.pages.map((page) => pageText(pdf, page).replaceAll(END_OF_RUN, '')).join('\n');
}

/** The same with a line feed after each run, so that neighbouring cells stay apart. */
export function pdfRuns(file: Buffer): readonly string[] {
  const pdf = readPdf(file);
  return pdf.pages
    .flatMap((page) => pageText(pdf, page).split(END_OF_RUN))
    .filter((run) => run.trim() !== '');
}
