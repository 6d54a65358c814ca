/** Reads YAML so that every problem can name the line and column where the author has to look. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { Problem } from '../problem.ts';
import { yamlFaults } from './yaml-words.ts';

/** A problem of a file. Line and column count from 1. */
export type FileProblem = Problem & {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

export type Place = { readonly line: number; readonly column: number };

export type Source = {
  /** The content as plain data; undefined when the text is not YAML. */
  readonly data: unknown;
  readonly problems: readonly FileProblem[];
  /** Where a path stands: its name for `ofName` and for lists, else its value; a missing one, its parent. */
  readonly placeOf: (path: readonly PropertyKey[], ofName?: boolean) => Place;
};

/** More than any scheme needs; keeps a wrong upload from being parsed at all. */
const MAXIMUM_CHARACTERS = 1_000_000;

export function readSource(text: string, file: string): Source {
  if (text.length > MAXIMUM_CHARACTERS) return unreadable(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unreadableParts = yamlFaults(document, text).map(({ offset, what, remedy }) => ({
    file,
    ...placeAt(offset),
    path: '',
    what,
    remedy,
  }));
  const problems = [...unreadableParts, ...aliasesIn(document, file, placeAt)];
  return {
    data: problems.length > 0 ? undefined : document.toJS(),
    problems,
    placeOf: (path, ofName = false) => placeAt(offsetOf(document.contents, path, ofName)),
  };
}

/** A reference to another place cannot be read aloud, and a few lines of them can mean a million. */
function aliasesIn(
  document: Document.Parsed,
  file: string,
  placeAt: (offset: number) => Place,
): readonly FileProblem[] {
  const found: FileProblem[] = [];
  visit(document, {
    Alias(_, alias) {
      found.push({
        file,
        ...placeAt(alias.range?.[0] ?? 0),
        path: '',
        what: {
          id: `rujukan *${alias.source} tidak dipakai dalam skema`,
          en: `the reference *${alias.source} is not used in a scheme`,
        },
        remedy: { id: 'tulis isinya di sini', en: 'write its content here' },
      });
    },
  });
  return found;
}

function unreadable(file: string): Source {
  const start = { line: 1, column: 1 };
  const what = {
    id: 'berkas lebih dari satu juta karakter',
    en: 'the file has more than a million characters',
  };
  const remedy = { id: 'unggah berkas skema saja', en: 'give a scheme file only' };
  return { data: undefined, problems: [{ file, ...start, path: '', what, remedy }], placeOf: () => start };
}

function startOf(node: unknown): number | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range?.[0];
}

/** Follows the path as far as it exists and remembers the last place seen. */
function offsetOf(root: unknown, path: readonly PropertyKey[], ofName: boolean): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const [index, part] of path.entries()) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair) return offset;
      const last = index === path.length - 1;
      const key = startOf(pair.key);
      const value = isScalar(pair.value) && pair.value.value !== null ? startOf(pair.value) : undefined;
      offset = (last && !ofName ? (value ?? key) : key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      offset = startOf(item) ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
