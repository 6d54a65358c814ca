/** What would come out if values were different: read from a form, computed, compared, and forgotten. Pure. */
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme, Explained } from '#domain/schemes/index.ts';
import {
  type Fields,
  type Frame,
  hasOfficial,
  instrumentFields,
  nodeOf,
  OFFICIAL,
  readInstrument,
  suggestedRatings,
} from '#features/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { ResultEvidence } from '../content.ts';
import { text } from '../text-local.ts';

export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly now: string;
  readonly changed: string;
}

export interface WhatIf {
  readonly frame: Frame;
  readonly fields: Fields;
  readonly problems: Readonly<Record<string, string>>;
  /** What would come out; equal to what stands while nothing was changed. */
  readonly explained: Explained;
  readonly isChanged: boolean;
  readonly differences: readonly Difference[];
  /** Names of the components that would be missing. */
  readonly missing: readonly string[];
}

/** The stored evidence as something to play with; a rating that only confirmed the suggestion follows it again. */
export function whatIfFrame(compiled: CompiledScheme, evidence: ResultEvidence): Frame {
  const { scheme } = compiled;
  const stored: Readonly<Record<string, unknown>> = evidence.scheme;
  return {
    scheme,
    mode: 'everything',
    look: 'compact',
    base: hasOfficial({ scheme }) ? withDepartures(compiled, stored) : stored,
    lines: evidence.lines.map((line, index) => ({
      key: String(index),
      label: line.statement,
      kind: line.kind,
      indicators: null,
    })),
  };
}

function withDepartures(
  compiled: CompiledScheme,
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { official, ...rest } = stored;
  const suggested = suggestedRatings(compiled, stored);
  const decided = (official ?? {}) as Readonly<Record<string, { readonly rating?: string } | undefined>>;
  const departures = Object.fromEntries(
    OFFICIAL.flatMap((name) => {
      const own = decided[name];
      return own && own.rating !== suggested[name] ? [[name, own]] : [];
    }),
  );
  return Object.keys(departures).length > 0 ? { ...rest, official: departures } : rest;
}

/** `typed` is undefined before anything was sent. */
export function whatIf(compiled: CompiledScheme, frame: Frame, typed: Fields | undefined): WhatIf {
  const drawn = instrumentFields(frame);
  const fields = typed === undefined ? drawn : { ...unticked(drawn), ...typed };
  const reading = readInstrument(compiled, frame, fields);
  const now = compiled.explain(frame.base);
  const explained = compiled.explain(reading.evidence);
  return {
    frame,
    fields,
    problems: reading.problems,
    explained,
    isChanged: Object.entries(fields).some(([name, value]) => value !== (drawn[name] ?? '')),
    differences: differencesOf(compiled, now, explained),
    missing: explained.missing.map((code) => labelOf(compiled, code)),
  };
}

/** A browser sends nothing for a box without a tick: what is not there was taken away. */
function unticked(drawn: Fields): Fields {
  return Object.fromEntries(
    Object.entries(drawn).map(([name, value]) => [name, value === 'yes' ? '' : value]),
  );
}

function labelOf({ scheme }: CompiledScheme, code: string): string {
  const settings = scheme.components[code];
  return settings ? inLocale(settings.label) : code;
}

function differencesOf(compiled: CompiledScheme, now: Explained, changed: Explained): readonly Difference[] {
  const rows: Difference[] = Object.keys(compiled.scheme.components).map((code) => ({
    key: code,
    label: labelOf(compiled, code),
    now: shown(now.explanation, code),
    changed: shown(changed.explanation, code),
  }));
  const whole: Difference[] = [
    { key: 'score', label: text.score(), now: score(now), changed: score(changed) },
    {
      key: 'category',
      label: text.category(),
      now: category(compiled, now),
      changed: category(compiled, changed),
    },
    ...OFFICIAL.map((name) => ({
      key: `official-${name}`,
      label: name === 'results' ? text.resultsRating() : text.behaviourRating(),
      now: rating(now.official[name]),
      changed: rating(changed.official[name]),
    })),
    {
      key: 'predicate',
      label: text.officialPredicate(),
      now: predicate(now.official.predicate),
      changed: predicate(changed.official.predicate),
    },
  ];
  // Under the national scheme the components are the ratings and the category is the predicate: said once.
  const isSaidAlready = (key: string) =>
    !hasOfficial(compiled) && (key === 'category' || key.startsWith('official-'));
  return [...rows, ...whole].filter((row) => row.now !== row.changed && !isSaidAlready(row.key));
}

function shown(explanation: Explanation | null, code: string): string {
  const node = explanation && nodeOf(explanation, code);
  return node ? inLocale(valueLabel(node.value)) : '–';
}

function score({ score: value }: Explained): string {
  return value === null ? '–' : formatDecimal(value);
}

function category({ scheme }: CompiledScheme, { category: code }: Explained): string {
  const found = scheme.categories.find((each) => each.code === code);
  return found ? inLocale(found.label) : '–';
}

function rating(code: string | null): string {
  const found = RATINGS.find((each) => each === code);
  return found ? inLocale(ratingLabel(found)) : '–';
}

function predicate(code: string | null): string {
  const found = PREDICATES.find((each) => each === code);
  return found ? inLocale(predicateLabel(found)) : '–';
}
