/**
 * What changed between two schemes, in words. Lists are matched by what names their entries (a code, a
 * category, a rating), never by their order, so that moving a paragraph of the file changes nothing here;
 * only where order carries meaning (levels and categories, best first) is a new order a change.
 */
import type { Bilingual } from '../bilingual.ts';
import { isBilingual, sameValue, valueText } from './compare-values.ts';
import { type ChangeEffect, type ChangeSection, crumbsOf, effectOf, sectionOf } from './compare-words.ts';
import type { Scheme } from './language.ts';
import { isRecord } from './mechanisms/mechanism.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

export type Change = {
  readonly section: ChangeSection;
  readonly kind: ChangeKind;
  /** `result`: the same evidence may come out differently; `process`: who does what, when; `text`: words only. */
  readonly effect: ChangeEffect;
  /** Where it stands: `components.perilaku.voices.colleague.percent`; list entries by what names them. */
  readonly path: string;
  /** The way there in words, outermost first: Komponen, Perilaku, Suara, Rekan kerja, Persen. */
  readonly crumbs: readonly Bilingual[];
  /** How the value read before; null where there was none. */
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
};

/** Both schemes, for the names of what their codes stand for. */
export type Pair = { readonly before: Scheme; readonly after: Scheme };

/** Identity: it stands in the heading of every comparison, and differs by purpose. */
const IDENTITY = new Set(['language', 'id', 'version']);
/** Sections that are lists; a missing one is an empty one. */
const LISTS = new Set(['gates', 'indicators', 'steps']);
/** Lists whose order carries meaning. */
const ORDERED = /(^|\.)(categories|levels)$/;

/** Every difference, in the order of the later file; nothing for two schemes that say the same. */
export function compareSchemes(before: Scheme, after: Scheme): readonly Change[] {
  const changes: Change[] = [];
  const pair = { before, after };
  const old: Readonly<Record<string, unknown>> = before;
  const fresh: Readonly<Record<string, unknown>> = after;
  for (const name of union(Object.keys(fresh), Object.keys(old))) {
    if (IDENTITY.has(name)) continue;
    const empty = LISTS.has(name) ? [] : {};
    walk([name], old[name] ?? empty, fresh[name] ?? empty, { pair, changes });
  }
  return changes;
}

type Walk = { readonly pair: Pair; readonly changes: Change[] };

function walk(path: readonly string[], before: unknown, after: unknown, to: Walk): void {
  if (sameValue(before, after)) return;
  if (before === undefined || after === undefined) {
    report(before === undefined ? 'added' : 'removed', path, before, after, to);
    return;
  }
  if (isPlainRecord(before) && isPlainRecord(after)) {
    for (const key of union(Object.keys(after), Object.keys(before)))
      walk([...path, key], before[key], after[key], to);
    return;
  }
  if (isListOfEntries(before) && isListOfEntries(after)) {
    walkLists(path, before, after, to);
    return;
  }
  report('changed', path, before, after, to);
}

function walkLists(
  path: readonly string[],
  before: readonly unknown[],
  after: readonly unknown[],
  to: Walk,
): void {
  const old = byName(path, before);
  const fresh = byName(path, after);
  for (const name of union([...fresh.keys()], [...old.keys()]))
    walk([...path, name], old.get(name), fresh.get(name), to);
  if (!ORDERED.test(path.join('.'))) return;
  const kept = [...old.keys()].filter((name) => fresh.has(name));
  const now = [...fresh.keys()].filter((name) => old.has(name));
  if (kept.join() !== now.join())
    report(
      'moved',
      path,
      kept.map((name) => old.get(name)),
      now.map((name) => fresh.get(name)),
      to,
    );
}

function report(
  kind: ChangeKind,
  path: readonly string[],
  before: unknown,
  after: unknown,
  { pair, changes }: Walk,
): void {
  const textOf = (value: unknown, scheme: Scheme) =>
    value === undefined ? null : valueText(value, path, scheme);
  changes.push({
    section: sectionOf(path),
    kind,
    effect: effectOf(path),
    path: path.join('.'),
    crumbs: crumbsOf(path, pair),
    before: textOf(before, pair.before),
    after: textOf(after, pair.after),
  });
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])];
}

function isPlainRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !isBilingual(value);
}

/** A list of objects; a list of codes or numbers is a value of its own. */
function isListOfEntries(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((entry) => isRecord(entry));
}

/** Entries by what names them; two of the same name get a number. */
function byName(path: readonly string[], list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  list.forEach((entry, index) => {
    const name = nameOf(path, entry, index);
    found.set(found.has(name) ? `${name}#${index + 1}` : name, entry);
  });
  return found;
}

/** Steps of a curve have no name but their place; everything else is named by one of its fields. */
const BY_PLACE = new Set(['segments', 'late', 'earlyLeave', 'guides']);
const NAMES = ['code', 'category', 'rating', 'level', 'component', 'dominant'] as const;

function nameOf(path: readonly string[], entry: unknown, index: number): string {
  const place = `${index + 1}`;
  if (!isRecord(entry) || isBilingual(entry) || BY_PLACE.has(path.at(-1) ?? '')) return place;
  for (const field of NAMES) if (typeof entry[field] === 'string') return entry[field];
  if (typeof entry.regulation === 'string')
    return [entry.regulation, entry.article].filter(Boolean).join(' ');
  if (Array.isArray(entry.predicates)) return [entry.kind, ...entry.predicates].join(' ');
  if (path.at(-1) === 'weights') return whenText(entry.when);
  for (const field of ['label', 'what']) if (isBilingual(entry[field])) return entry[field].id;
  return place;
}

/** The condition of a set of weights, the same however its answers are ordered. */
function whenText(when: unknown): string {
  if (!isRecord(when)) return 'always';
  return Object.entries(when)
    .map(([fact, answer]) => `${fact}=${String(answer)}`)
    .sort()
    .join(' ');
}
