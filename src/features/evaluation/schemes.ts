/** What the evaluation asks of a scheme; where the files stand is the application's business. */
import { RATINGS, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Bilingual } from '#platform/locale/locale.ts';

export interface RatedLine {
  readonly kind: 'main' | 'additional';
  readonly rating: Rating;
}

export interface Suggestion {
  readonly suggested: Rating;
  readonly allowed: readonly Rating[];
  /** What was counted and what follows, in words of the scheme. */
  readonly rule: Bilingual;
}

/** What the scheme counts from the lines and which decisions it permits; undefined until every line is rated. */
export function suggestionOf(scheme: CompiledScheme, lines: readonly RatedLine[]): Suggestion | undefined {
  if (lines.length === 0) return undefined;
  const explained = scheme.explain({ results: { lines } });
  const suggested = RATINGS.find((rating) => rating === explained.official.results);
  const node = explained.explanation?.children.find((child) => child.code === 'results');
  if (!suggested || !node) return undefined;
  const allowed = RATINGS.filter(
    (rating) => scheme.evaluate({ results: { rating, lines } }).problems.length === 0,
  );
  return { suggested, allowed, rule: node.rule };
}

/** The seven values with their guiding behaviours as the scheme lists them. */
export function valuesOf(scheme: CompiledScheme) {
  return scheme.scheme.behaviours?.values ?? [];
}
