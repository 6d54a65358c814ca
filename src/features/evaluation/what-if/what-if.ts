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
  withoutSingleForms,
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
    hidesFew: true,
    base: hasOfficial({ scheme }) ? withDepartures(compiled, stored) : stored,
    lines: evidence.lines.map((line, index) => ({
      key: String(index),
      label: line.statement,
      kind: line.kind,
      indicators: null,
      indicatorLabels: labelsIn(evidence, index),
    })),
  };
}

/** Names of the indicators of a line, as they were kept with the result. */
function labelsIn({ annotations }: ResultEvidence, line: number): readonly string[] {
  return Object.entries(annotations).flatMap(([path, { label }]) =>
    label && /^\w+\.lines\[(\d+)\]\.indicators\[\d+\]$/.exec(path)?.[1] === String(line)
      ? [inLocale(label)]
      : [],
  );
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
  const now = compiled.explain(confirmed(compiled, frame.base));
  const explained = withoutSingleForms(compiled.explain(confirmed(compiled, reading.evidence)), compiled);
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

/** In play the suggestions count as confirmed: whoever plays is told a result, not that somebody still decides. */
function confirmed(
  compiled: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!hasOfficial(compiled)) return evidence;
  const suggested = suggestedRatings(compiled, evidence);
  const own = (evidence.official ?? {}) as Readonly<Record<string, unknown>>;
  const all = OFFICIAL.flatMap((name) => {
    if (own[name] !== undefined) return [[name, own[name]]];
    const isMapped = typeof compiled.scheme.official?.[name] === 'object';
    return isMapped && suggested[name] ? [[name, { rating: suggested[name] }]] : [];
  });
  return all.length > 0 ? { ...evidence, official: Object.fromEntries(all) } : evidence;
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
