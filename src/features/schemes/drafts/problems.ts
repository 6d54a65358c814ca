/** What still stands between a draft's text and its adoption. */
import { type FileProblem, parseScheme, type Scheme } from '#domain/schemes/index.ts';
import { readYaml } from './source/edit-yaml.ts';

export interface Examination {
  /** Whether the text is YAML at all; the guided editor needs that much. */
  readonly isReadable: boolean;
  /** The whole of what the checker finds, the same as the command `scheme check` finds for the downloaded file. */
  readonly problems: readonly FileProblem[];
  /** The scheme, where nothing is left to mend. */
  readonly scheme: Scheme | undefined;
}

export const FILE_NAME = 'scheme.yaml';

/** The texts asked for last, the oldest first: one page asks about the same long text several times. */
const known = new Map<string, Examination>();
const MOST_KNOWN = 60;

export function examine(source: string): Examination {
  const found = known.get(source) ?? examineAnew(source);
  known.delete(source);
  known.set(source, found);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return found;
}

function examineAnew(source: string): Examination {
  const parsed = parseScheme(source, FILE_NAME);
  if (parsed.ok) return { isReadable: true, problems: [], scheme: parsed.scheme };
  return { isReadable: readYaml(source) !== undefined, problems: parsed.problems, scheme: undefined };
}

/** What the text says of itself, where it says it readably. */
export function identityOf(source: string): { readonly schemeId?: string; readonly title?: string } {
  const data = readYaml(source)?.data;
  if (typeof data !== 'object' || data === null) return {};
  const { id, title } = data as { readonly id?: unknown; readonly title?: unknown };
  const name = typeof title === 'object' && title !== null && 'id' in title ? title.id : undefined;
  return {
    ...(typeof id === 'string' && isSchemeId(id) ? { schemeId: id } : {}),
    ...(typeof name === 'string' && name.trim() !== '' ? { title: name.trim().slice(0, 200) } : {}),
  };
}

/** A scheme's id: part of addresses and of file names. */
export function isSchemeId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,59}$/.test(id) && !(id in Object.prototype);
}
