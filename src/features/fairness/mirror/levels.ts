/** How often each place of a scale was used: counted when a run is stored, shown to the appraiser it belongs to. Pure. */

export interface LevelCount {
  /** Place on the scale of an item, from 0 (lowest level) to 100 (highest). */
  readonly at: number;
  readonly count: number;
}

/** Lines of a plan stand on a form as their mean, which is no level of the scale. */
const LINES = 'lines';

/** Counts of the places given, the lowest first. */
export function levelCounts(
  forms: Iterable<{ readonly items: readonly { readonly code: string; readonly at: number }[] }>,
): readonly LevelCount[] {
  const counts = new Map<number, number>();
  for (const { items } of forms)
    for (const { code, at } of items) if (code !== LINES) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts].map(([at, count]) => ({ at, count })).sort((one, other) => one.at - other.at);
}

/** Fewest other appraisers with whom one is compared: fewer could be told apart by taking the own share away. */
export const FEWEST_OTHERS = 5;

export interface LevelShare {
  readonly at: number;
  readonly count: number;
  /** Shares from 0 to 1; `others` is null where they are hidden. */
  readonly own: number;
  readonly others: number | null;
}

/** Own use of the levels against that of all other appraisers; `all` includes the own. */
export function levelShares(
  own: readonly LevelCount[],
  all: { readonly raters: number; readonly levels: readonly LevelCount[] } | null,
): readonly LevelShare[] {
  const total = sum(own);
  const shown = all !== null && all.raters - 1 >= FEWEST_OTHERS ? all.levels : null;
  const mine = new Map(own.map(({ at, count }) => [at, count]));
  const others = shown ? sum(shown) - total : 0;
  const places = [...new Set([...own, ...(shown ?? [])].map(({ at }) => at))].sort((a, b) => a - b);
  return places.map((at) => {
    const count = mine.get(at) ?? 0;
    const everybody = shown?.find((level) => level.at === at)?.count ?? 0;
    return {
      at,
      count,
      own: total === 0 ? 0 : count / total,
      others: shown && others > 0 ? (everybody - count) / others : null,
    };
  });
}

function sum(levels: readonly LevelCount[]): number {
  return levels.reduce((total, { count }) => total + count, 0);
}
