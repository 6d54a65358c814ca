/**
 * Looks at an uploaded file before anything is kept: its content decides what it is, never its name. Only kinds that
 * an office reads and that cannot run anything in a browser are taken; a macro, a program, a page or an archive is not.
 */
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

export interface CheckedUpload {
  /** Without folders, control characters or tricks of writing direction; its extension fits the content. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type UploadProblem =
  | 'empty'
  | 'too-large'
  /** A kind that is never taken, or none that could be recognised. */
  | 'kind'
  /** Words where the name promises something else, such as a web page called `.pdf`. */
  | 'not-what-it-says';

export type UploadCheck =
  | { readonly ok: true; readonly upload: CheckedUpload }
  | { readonly ok: false; readonly name: string; readonly problem: UploadProblem };

export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024;

/** Media type by content, with the extensions it may carry; the first is given to a file that has another. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/heic': ['.heic', '.heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'application/vnd.oasis.opendocument.presentation': ['.odp'],
};
/** Files of plain words have no mark at their beginning; their name says which they are. */
const WORDS: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.csv': 'text/csv' };

/** For the `accept` attribute of a file field. */
export const UPLOAD_EXTENSIONS: readonly string[] = [...Object.values(KINDS).flat(), ...Object.keys(WORDS)];

/** Kinds that a browser draws without running anything, so they may be shown in place. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export function isShownInPlace(mediaType: string): boolean {
  return SHOWN.has(mediaType);
}

export async function checkUpload(
  file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> },
  limitBytes = UPLOAD_LIMIT_BYTES,
): Promise<UploadCheck> {
  const name = cleanName(file.name);
  const refused = (problem: UploadProblem): UploadCheck => ({ ok: false, name, problem });
  if (file.size === 0) return refused('empty');
  if (file.size > limitBytes) return refused('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = path.extname(name).toLowerCase();
  if (found) {
    const extensions = KINDS[found.mime];
    if (!extensions) return refused('kind');
    const fitting = extensions.includes(extension) ? name : withExtension(name, extensions[0] ?? '');
    return { ok: true, upload: { name: fitting, mediaType: found.mime, bytes } };
  }
  const mediaType = WORDS[extension];
  if (!mediaType) return refused(UPLOAD_EXTENSIONS.includes(extension) ? 'not-what-it-says' : 'kind');
  if (!isPlainWords(bytes)) return refused('not-what-it-says');
  return { ok: true, upload: { name, mediaType, bytes } };
}

/** Readable text that no browser would take for a page. */
function isPlainWords(bytes: Uint8Array): boolean {
  let words: string;
  try {
    words = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel under Windows still writes CSV in Windows-1252, where every byte is some character.
    words = new TextDecoder('windows-1252').decode(bytes);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a program from words.
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(words)) return false;
  return !/<\s*(?:!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|meta|link|img)\b/i.test(words);
}

const LONGEST_NAME = 120;

/** What remains of a file's name when everything that could mislead or hurt has been taken out. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out of the name.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = path.extname(plain).slice(0, 10);
  const stem = plain.slice(0, plain.length - path.extname(plain).length).trim();
  const kept = [...stem].slice(0, LONGEST_NAME - extension.length).join('');
  return `${kept || 'berkas'}${extension.toLowerCase()}`;
}

function withExtension(name: string, extension: string): string {
  return name.slice(0, name.length - path.extname(name).length) + extension;
}
