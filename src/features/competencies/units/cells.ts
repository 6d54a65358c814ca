/**
 * Figures of units. A count below five is not said, and neither is anything counted over fewer than five people; a
 * total adds only what is said. So nothing printed changes when a small count does: it cannot be recovered. Pure.
 */
import { HUNDREDTHS } from '../levels.ts';

export const FEWEST_SAID = 5;
/** Shares are said in steps: an exact one over few people would give a small count away. */
const STEP_PERCENT = 5;

/** One competency of one person that was assessed and that the post asks for. */
export interface Sample {
  readonly unitId: string;
  readonly code: string;
  readonly required: number;
  /** In hundredths. */
  readonly achieved: number;
  readonly hasOpenNeed: boolean;
}

/** A count, or that it is too small to be said. */
export type Said = number | 'few';

export interface Cell {
  readonly assessed: Said;
  /** People below the standard. */
  readonly below: Said;
  /** People for whom it is a development need that is open or planned. */
  readonly needs: Said;
  /** Match with the standards in steps of five percent; null over too few people. */
  readonly matchPercent: number | null;
}

export type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** By unit and code. */
export function cellsOf(samples: readonly Sample[]): Cells {
  const units = Map.groupBy(samples, ({ unitId }) => unitId);
  return new Map(
    [...units].map(([unitId, own]) => {
      const codes = Map.groupBy(own, ({ code }) => code);
      return [unitId, new Map([...codes].map(([code, some]) => [code, cellOf(some)]))];
    }),
  );
}

export function cellOf(samples: readonly Sample[]): Cell {
  const isEnough = samples.length >= FEWEST_SAID;
  return {
    assessed: said(samples.length),
    below: said(samples.filter(({ achieved, required }) => achieved < required * HUNDREDTHS).length),
    needs: said(samples.filter(({ hasOpenNeed }) => hasOpenNeed).length),
    matchPercent: isEnough ? inSteps(matchOf(samples)) : null,
  };
}

function said(count: number): Said {
  return count < FEWEST_SAID ? 'few' : count;
}

/** Each person's level counts at most up to the standard, as in the match of one person. */
function matchOf(samples: readonly Sample[]): number {
  const counted = samples.reduce(
    (sum, { achieved, required }) => sum + Math.min(achieved, required * HUNDREDTHS),
    0,
  );
  const asked = samples.reduce((sum, { required }) => sum + required * HUNDREDTHS, 0);
  return (counted / asked) * 100;
}

function inSteps(percent: number): number {
  return Math.floor(percent / STEP_PERCENT) * STEP_PERCENT;
}

/** What is said, added up; small counts are left out, so that the total says nothing of them. */
export function totalOf(counts: readonly Said[]): Said {
  const known = counts.filter((count) => count !== 'few');
  return known.length === 0 ? 'few' : known.reduce((sum, count) => sum + count, 0);
}
