/** Looks at an uploaded emblem before it is kept: a picture that every paper carries must be small and harmless. */
import type { Emblem } from './types.ts';

export const EMBLEM_LIMIT_BYTES = 500 * 1024;
const LONGEST_SIDE = 4000;
const MOST_USES = 8;

export type EmblemProblem = 'empty' | 'too-large' | 'kind' | 'too-many-pixels' | 'not-plain';

export type EmblemCheck =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly format: 'png' | 'svg' }
  | { readonly ok: false; readonly problem: EmblemProblem };

export async function checkEmblem(file: {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}): Promise<EmblemCheck> {
  if (file.size === 0) return { ok: false, problem: 'empty' };
  if (file.size > EMBLEM_LIMIT_BYTES) return { ok: false, problem: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const problem = isPng(bytes) ? problemOfPng(bytes) : problemOfSvg(bytes);
  return problem ? { ok: false, problem } : { ok: true, bytes, format: isPng(bytes) ? 'png' : 'svg' };
}

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return PNG_MARK.every((byte, index) => bytes[index] === byte);
}

/** Width and height stand in the first chunk; a small file may claim a picture that fills the memory. */
function problemOfPng(bytes: Uint8Array): EmblemProblem | undefined {
  if (bytes.length < 33) return 'kind';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return 'kind';
  return width > LONGEST_SIDE || height > LONGEST_SIDE ? 'too-many-pixels' : undefined;
}

/** Only drawing: nothing that runs, loads from elsewhere, or multiplies itself. */
const NOT_DRAWING = [
  /<!DOCTYPE/i,
  /<!ENTITY/i,
  /<\s*(?:\w+:)?(script|foreignObject|image|feImage|iframe|object|embed|audio|video|animate\w*|set|handler)\b/i,
  /\son[a-z]+\s*=/i,
  /javascript:/i,
  /@import/i,
  /\bhref\s*=\s*["']\s*(?!#)/i,
  /url\(\s*["']?\s*(?!#)[^)\s]/i,
];

function problemOfSvg(bytes: Uint8Array): EmblemProblem | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'kind';
  }
  if (!/^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text)) return 'kind';
  if (NOT_DRAWING.some((pattern) => pattern.test(text))) return 'not-plain';
  return (text.match(/<\s*(?:\w+:)?use\b/gi) ?? []).length > MOST_USES ? 'not-plain' : undefined;
}

export const EMBLEM_MEDIA_TYPES: Record<Exclude<Emblem['format'], 'jpg'>, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
};
