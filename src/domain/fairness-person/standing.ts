/**
 * What a scheme makes of evidence when nobody is there to decide again: a decision that only confirmed what the scheme
 * suggested follows the suggestion, a decision that departed from it stays. Pure.
 */
import type { CompiledScheme } from '../schemes/index.ts';
import { type Evidence, isRecord } from './appraiser-items.ts';

/** What came out; null where the scheme gives no result of that evidence. */
export interface Standing {
  /** Decimal; null where the scheme has no score. */
  readonly score: string | null;
  readonly category: string;
  readonly predicate: string | null;
}

const OFFICIAL = 'official';
const AXES = ['results', 'behaviour'] as const;

/** The evidence without decisions that only confirmed a suggestion. */
export function withoutConfirmations(compiled: CompiledScheme, evidence: Evidence): Evidence {
  const { [OFFICIAL]: decided, ...rest } = evidence;
  if (!isRecord(decided)) return evidence;
  const { official } = compiled.evaluate(rest);
  const departures = Object.fromEntries(
    AXES.flatMap((axis) => {
      const own = decided[axis];
      return isRecord(own) && own.rating !== official[axis] ? [[axis, own]] : [];
    }),
  );
  return Object.keys(departures).length > 0 ? { ...rest, [OFFICIAL]: departures } : rest;
}

export function standingOf(compiled: CompiledScheme, evidence: Evidence): Standing | null {
  const { category, score, official, problems } = compiled.evaluate(evidence);
  return category === null || problems.length > 0 ? null : { category, score, predicate: official.predicate };
}
