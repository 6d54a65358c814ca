/**
 * Changes a scheme file in place: the rest of the text stays as its author wrote it, comments, order and quotes
 * included. Each change is first tried as the smallest cut in the text and kept only when reading the new text gives
 * exactly what the change asks for; otherwise the document is written anew by the YAML library, comments kept.
 */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { blockLines, flowText, keyText, styled } from './write-yaml.ts';

export type Path = readonly (string | number)[];
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

export type Edit =
  /** Gives a place a value; what leads to it is made where it is missing. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain }
  /** Takes away a name with its value, or a line of a list; with `prune`, also the maps that would be left empty. */
  | { readonly kind: 'remove'; readonly path: Path; readonly prune?: boolean }
  /** One more line at the end of a list; the list is made where it is missing. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Plain };

/** The content of a text; undefined when it cannot be read as YAML without doubt. */
export function readYaml(text: string): { readonly data: unknown } | undefined {
  const document = parse(text);
  return document.errors.length > 0 ? undefined : { data: document.toJS() as unknown };
}

/** The text with the changes made one after another. Throws when the text cannot be read. */
export function editYaml(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  let now = readable(text);
  let rest = edits;
  while (rest.length > 0) {
    const together = replacementsFirst(now, rest);
    const all = together.length > 1 ? replaceAll(now, together) : undefined;
    const [next] = rest;
    if (all) now = all;
    else if (next) now = editOnce(readable(now.text), next);
    rest = rest.slice(all ? together.length : 1);
  }
  return now.text;
}

/** Values that stand already, each once, are replaced all at once: reading a long text is what takes the time. */
function replacementsFirst({ document }: Readable, edits: readonly Edit[]): readonly Edit[] {
  const seen = new Set<string>();
  const end = edits.findIndex(({ kind, path }) => {
    const name = JSON.stringify(path);
    const isFirst = !seen.has(name);
    seen.add(name);
    return !(isFirst && kind === 'set' && isScalar(document.getIn(path, true)));
  });
  return end < 0 ? edits : edits.slice(0, end);
}

interface Readable {
  readonly text: string;
  readonly document: Document.Parsed;
}

function readable(text: string): Readable {
  const document = parse(text);
  if (document.errors.length > 0) throw new Error('a text that cannot be read cannot be changed in place');
  return { text, document };
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { prettyErrors: false, uniqueKeys: true });
}

function replaceAll(given: Readable, edits: readonly Edit[]): Readable | undefined {
  const cuts = edits
    .flatMap((edit) => {
      const range = rangeOf(given.document.getIn(edit.path, true));
      return range && edit.kind === 'set' ? [{ range, value: edit.value }] : [];
    })
    .sort((first, second) => second.range[0] - first.range[0]);
  const text = cuts.reduce((left, { range, value }) => cutOut(left, range, value), given.text);
  for (const edit of edits) changeDocument(given.document, edit);
  const found = parse(text);
  const isRight =
    found.errors.length === 0 && JSON.stringify(found.toJS()) === JSON.stringify(given.document.toJS());
  return isRight ? { text, document: found } : undefined;
}

function editOnce(given: Readable, asked: Edit): Readable {
  const { text, document } = given;
  const edit = asked.kind === 'remove' && asked.prune ? pruned(document, asked) : asked;
  const cut = cutFor(document, text, edit);
  changeDocument(document, edit);
  if (cut !== undefined) {
    const found = parse(cut);
    if (found.errors.length === 0 && JSON.stringify(found.toJS()) === JSON.stringify(document.toJS()))
      return { text: cut, document: found };
  }
  return readable(document.toString({ lineWidth: 0 }));
}

function pruned(document: Document.Parsed, edit: Extract<Edit, { kind: 'remove' }>): Edit {
  const above = edit.path.slice(0, -1);
  const holder = above.length > 0 ? document.getIn(above) : undefined;
  return isMap(holder) && holder.items.length === 1 ? pruned(document, { ...edit, path: above }) : edit;
}

/** The deepest collection that exists on the way, and what is left of the way from there. */
function reach(document: Document.Parsed, path: Path): { readonly at: unknown; readonly rest: Path } {
  let at: unknown = document.contents;
  for (const [index, part] of path.entries()) {
    const next = isCollection(at) ? at.get(part, true) : undefined;
    if (index === path.length - 1 || !isCollection(next)) return { at, rest: path.slice(index) };
    at = next;
  }
  return { at, rest: [] };
}

/** What has to stand under the first missing name so that the rest of the way leads to the value. */
function nested(rest: Path, value: Plain): Plain {
  return rest.reduceRight<Plain>(
    (inner, part) => (typeof part === 'number' ? [inner] : { [part]: inner }),
    value,
  );
}

function changeDocument(document: Document.Parsed, edit: Edit): void {
  if (!isCollection(document.contents)) document.contents = document.createNode({}) as never;
  if (edit.kind === 'remove') {
    document.deleteIn(edit.path);
    return;
  }
  const list = edit.kind === 'append' ? document.getIn(edit.path) : undefined;
  if (isSeq(list) && edit.kind === 'append') {
    list.add(styled(document, edit.value));
    return;
  }
  const value = edit.kind === 'append' ? [edit.value] : edit.value;
  const { rest } = reach(document, edit.path);
  const known = edit.path.slice(0, edit.path.length - rest.length + 1);
  document.setIn(known, styled(document, nested(rest.slice(1), value)));
}

function cutFor(document: Document.Parsed, text: string, edit: Edit): string | undefined {
  const { at, rest } = reach(document, edit.path);
  const [part] = rest;
  if (part === undefined || !isCollection(at)) return undefined;
  const node: unknown = at.get(part, true);
  if (edit.kind === 'remove') return rest.length === 1 ? removal(text, at, part) : undefined;
  if (edit.kind === 'append' && isSeq(node)) return addition(text, node, '', edit.value);
  if (edit.kind === 'set' && rest.length === 1 && node !== undefined) return replaced(text, node, edit.value);
  const value = nested(rest.slice(1), edit.kind === 'append' ? [edit.value] : edit.value);
  if (at.has(part)) return undefined;
  return addition(text, at, String(part), value);
}

function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (isPair(node)) return rangeOf(node.key);
  const range = isScalar(node) || isCollection(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}

function replaced(text: string, node: unknown, value: Plain): string | undefined {
  const range = rangeOf(node);
  return !range || isBlock(node) ? undefined : cutOut(text, range, value);
}

function cutOut(text: string, [from, to]: readonly [number, number], value: Plain): string {
  const before = text.slice(0, from);
  // A name without a value: the place is right behind the colon.
  const space = from === to && !/\s$/.test(before) ? ' ' : '';
  return `${before}${space}${flowText(value)}${text.slice(to)}`;
}

/** Where the last written character of a node stands. */
function endOf(node: unknown): number | undefined {
  if (isPair(node)) return endOf(node.value) ?? rangeOf(node.key)?.[1];
  if (isBlock(node)) return endOf(node.items.at(-1));
  return rangeOf(node)?.[1];
}

/** The end of the line on which an offset stands; of a text block that ends with its line, that line's end. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset - 1;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** One more name of a map, or one more line of a list. */
function addition(text: string, into: unknown, name: string, value: Plain): string | undefined {
  if (!isCollection(into)) return undefined;
  const end = endOf(into.items.at(-1));
  if (!isBlock(into)) {
    const range = rangeOf(into);
    if (!range || !/[\]}]$/.test(text.slice(0, range[1]))) return undefined;
    const entry = isMap(into) ? `${keyText(name)}: ${flowText(value)}` : flowText(value);
    if (end === undefined) {
      const [open, close] = isMap(into) ? '{}' : '[]';
      return `${text.slice(0, range[0])}${open} ${entry} ${close}${text.slice(range[1])}`;
    }
    return `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
  }
  const first = rangeOf(into.items[0])?.[0];
  const start = isSeq(into) ? into.range?.[0] : first;
  if (start === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(start - lineStart(text, start));
  const lines = blockLines(isSeq(into) ? [value] : { [name]: value });
  const at = lineEnd(text, end);
  return `${text.slice(0, at)}\n${lines.map((line) => indent + line).join('\n')}${text.slice(at)}`;
}

function removal(text: string, from: YAMLMap | YAMLSeq, part: string | number): string | undefined {
  const index = isSeq(from)
    ? Number(part)
    : from.items.findIndex(
        (item) =>
          isScalar((item as Pair).key) &&
          String(((item as Pair).key as { value: unknown }).value) === String(part),
      );
  const item: unknown = from.items[index];
  const start = rangeOf(item)?.[0];
  const end = endOf(item);
  if (start === undefined || end === undefined) return undefined;
  if (from.flow === true) return flowRemoval(text, from, index);
  // A single line cannot go without leaving an empty list or map behind: that is written anew.
  if (from.items.length === 1) return undefined;
  let first = lineStart(text, start);
  const lead = text.slice(first, start);
  if (!(isSeq(from) ? /^ *- +$/ : /^ *$/).test(lead)) return undefined;
  if (index > 0) first = withCommentsAbove(text, first);
  return text.slice(0, first) + text.slice(Math.min(lineEnd(text, end) + 1, text.length));
}

/** A comment right above a line speaks of it and goes with it. */
function withCommentsAbove(text: string, start: number): number {
  let first = start;
  while (first > 0) {
    const above = lineStart(text, first - 1);
    if (!/^ *#/.test(text.slice(above, first))) break;
    first = above;
  }
  return first;
}

function flowRemoval(text: string, from: YAMLMap | YAMLSeq, index: number): string | undefined {
  const item: unknown = from.items[index];
  const range = rangeOf(item);
  const end = endOf(item);
  if (!range || end === undefined) return undefined;
  const previous = index > 0 ? endOf(from.items[index - 1]) : undefined;
  if (previous !== undefined) return text.slice(0, previous) + text.slice(end);
  const next = rangeOf(from.items[index + 1])?.[0];
  return text.slice(0, range[0]) + text.slice(next ?? end);
}
