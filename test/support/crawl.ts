/** Everything one person can read of an agency, as text: pages by following links, exports and papers unpacked. */
import { unzipSync } from 'fflate';
import { pdfText } from '#platform/documents/pdf-text.ts';
import type { TestApp } from './app.ts';

export interface Crawl {
  readonly app: TestApp;
  readonly account: string;
  /** Address of the agency, such as `/a/kota-contoh`. */
  readonly base: string;
  /** Addresses to begin with beside the start page, linked or not. */
  readonly also?: readonly string[];
  /** Pages that differ only in an id are looked at so many times; those about `subjects` always. */
  readonly alike?: number;
  readonly subjects?: readonly string[];
  /** Only these addresses are looked at; all of the agency where it is left out. */
  readonly within?: (path: string) => boolean;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MOST_PAGES = 600;

/** Text by address; what was refused is left out. */
export async function crawl(wanted: Crawl): Promise<ReadonlyMap<string, string>> {
  const { app, account, base, also = [], alike = 2, subjects = [], within = () => true } = wanted;
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const patterns = new Map<string, number>();
  const queue = [...(within(base) ? [base] : []), ...also];
  while (queue.length > 0 && seen.size < MOST_PAGES) {
    const path = queue.shift() ?? '';
    if (seen.has(path) || !within(path) || !isWanted(path, { patterns, alike, subjects, base })) continue;
    seen.add(path);
    const response = await app.get(account, path);
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/event-stream')) {
      await response.body?.cancel();
      continue;
    }
    const text = await readable(type, new Uint8Array(await response.arrayBuffer()));
    if (response.status === 200) found.set(path, text);
    if (type.startsWith('text/html')) queue.push(...linksIn(text, base));
  }
  return found;
}

function isWanted(
  path: string,
  {
    patterns,
    alike,
    subjects,
    base,
  }: {
    readonly patterns: Map<string, number>;
    readonly alike: number;
    readonly subjects: readonly string[];
    readonly base: string;
  },
): boolean {
  if (!path.startsWith(base) || path.includes('/live')) return false;
  const pattern = path.replace(ID, ':id').replace(/\?.*$/, '?');
  const count = patterns.get(pattern) ?? 0;
  const isAboutSubject = subjects.some((id) => path.includes(id)) && count < 40;
  if (count >= alike && !isAboutSubject) return false;
  patterns.set(pattern, count + 1);
  return true;
}

function linksIn(html: string, base: string): readonly string[] {
  return [...html.matchAll(/\bhref="([^"#]+)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(base));
}

async function readable(type: string, bytes: Uint8Array): Promise<string> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip)
    return Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join('\n');
  if (type.startsWith('application/pdf')) return pdfText(Buffer.from(bytes));
  return new TextDecoder().decode(bytes);
}
