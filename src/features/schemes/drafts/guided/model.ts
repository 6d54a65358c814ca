/** What the guided editor shows of a draft: sections of fields and lists, each field at a path of the file. Pure. */
import { pathText } from '#domain/problem.ts';
import type { Path, Plain } from '../source/edit-yaml.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type FieldKind =
  | 'line'
  | 'long'
  | 'code'
  /** A decimal, exact; the file keeps whole ones as numbers and others in quotes. */
  | 'number'
  | 'whole'
  | 'date'
  | 'choice'
  | 'flag'
  /** Several of a few. */
  | 'many'
  /** The same text in Indonesian and in English. */
  | 'texts'
  | 'longTexts';

export interface Field {
  readonly path: Path;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
  readonly choices?: readonly Choice[];
  /** What stands there in the file, of whatever shape; undefined where nothing does. */
  readonly value: unknown;
}

/** One entry of a list, or one name of a map. */
export interface Row {
  readonly path: Path;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly isRemovable: boolean;
}

export interface Group {
  readonly path: Path;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  readonly add?: Adder | undefined;
  /** The percents that together make 100. */
  readonly sumOf?: readonly Path[] | undefined;
  /** Long lists open one entry at a time. */
  readonly isFolded?: boolean;
}

/** Adds an entry to the group's list; with `keys`, a name of the group's map that is chosen or typed. */
export interface Adder {
  readonly label: string;
  readonly value: Plain;
  readonly keys?:
    | { readonly label: string; readonly hint?: string; readonly choices?: readonly Choice[] }
    | undefined;
  /** Several things that can be added; the one chosen takes the place of `value`. */
  readonly variants?:
    | { readonly label: string; readonly choices: readonly (Choice & { readonly plain: Plain })[] }
    | undefined;
}

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly intro: string;
  /** What it holds now, for the list of sections; the intro where nothing is said. */
  readonly brief?: string;
  readonly groups: readonly Group[];
  /** A part that the scheme does not have yet, with what it begins with. */
  readonly absent?: { readonly path: Path; readonly value: Plain } | undefined;
}

export function nameOf(path: Path): string {
  return pathText(path);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path, or undefined. */
export function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      Array.isArray(value)
        ? value[Number(part)]
        : isRecord(value) && Object.hasOwn(value, part)
          ? value[part]
          : undefined,
    data,
  );
}

export function keysAt(data: unknown, path: Path): readonly string[] {
  const value = at(data, path);
  return isRecord(value) ? Object.keys(value) : [];
}

export function itemsAt(data: unknown, path: Path): readonly unknown[] {
  const value = at(data, path);
  return Array.isArray(value) ? value : [];
}

export function textAt(data: unknown, path: Path): string {
  const value = at(data, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** `base-1`, or the first number after it that no entry of the list has as its code. */
export function freeCode(data: unknown, list: Path, base: string): string {
  const taken = new Set(itemsAt(data, list).map((_, index) => textAt(data, [...list, index, 'code'])));
  let number = taken.size + 1;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** A field of a draft; the shorthand of the sections. */
export function field(
  data: unknown,
  kind: FieldKind,
  path: Path,
  label: string,
  more: Pick<Field, 'hint' | 'isOptional' | 'choices'> = {},
): Field {
  return { kind, path, label, value: at(data, path), ...more };
}

/** The first regulation of the scheme, for the legal basis of a part that is added. */
export function defaultBasis(
  data: unknown,
): readonly [{ readonly regulation: string; readonly confidence: string }] {
  const [first = ''] = keysAt(data, ['regulations']);
  return [{ regulation: first, confidence: 'default' }];
}
