import type { PaperKind } from './available.ts';

const NAMES: Record<PaperKind, string> = {
  skp: 'SKP',
  feedback: 'Umpan-Balik',
  evaluation: 'Evaluasi-Kinerja',
  document: 'Dokumen-Evaluasi-Kinerja',
};

/** `SKP-2026-Rina-Novita.pdf`: letters, digits and dashes only, whatever people are called. */
export function paperFileName(
  kind: PaperKind,
  year: string,
  person: string,
  more: { readonly stage?: string | undefined; readonly isDraft?: boolean } = {},
): string {
  const parts = [NAMES[kind], year, more.stage, person, more.isDraft ? 'RANCANGAN' : undefined];
  return `${parts.flatMap((part) => (part ? [slug(part)] : [])).join('-')}.pdf`;
}

export function bundleFileName(what: string, period: string): string {
  return `Dokumen-Kinerja-${slug(period)}-${slug(what)}.pdf`;
}

function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'Pegawai';
}
