/**
 * How far somebody's ratings of a case are from the experts'. Where several experts rated an item, the distance is to
 * their mean. Distances are parts of the range of the item's scale (best level minus worst), so that items of
 * different scales can be averaged; the mean over the items decides. Whole numbers until the last division.
 */
import type { CaseContent, Ratings } from './model.ts';
import type { RateableItem } from './rateable.ts';

export interface ItemDistance {
  readonly item: RateableItem;
  readonly own: string | undefined;
  readonly ownReason: string;
  readonly experts: readonly { readonly name: string; readonly level: string; readonly reason: string }[];
  /** Own minus the experts' mean in parts of the range, −1 to 1; null while the item is not rated. */
  readonly signed: number | null;
  /** How many levels the own one stands above (positive) or below the level nearest to the experts' mean. */
  readonly steps: number | null;
  /** Experts' mean and own level on the scale, 0 (worst) to 1 (best). */
  readonly expertPlace: number;
  readonly ownPlace: number | null;
}

/** Items of the case in the order of the scheme; those that the scheme does not know are left out. */
export function distancesOf(
  items: ReadonlyMap<string, RateableItem>,
  content: CaseContent,
  ratings: Ratings,
): readonly ItemDistance[] {
  const byItem = Map.groupBy(content.ratings, ({ item }) => item);
  return [...items.values()].flatMap((item) => {
    const units = new Map(item.levels.map((level) => [level.code, level.units]));
    const given = (byItem.get(item.key) ?? []).filter(({ level }) => units.has(level));
    if (given.length === 0) return [];
    const all = [...units.values()];
    const [worst, best] = [Math.min(...all), Math.max(...all)];
    const range = best - worst;
    if (range === 0) return [];
    const sum = given.reduce((total, { level }) => total + (units.get(level) ?? 0), 0);
    const own = ratings[item.key];
    const ownUnits = own && units.get(own.level);
    return [
      {
        item,
        own: ownUnits === undefined ? undefined : own?.level,
        ownReason: own?.reason ?? '',
        experts: given.map(({ expert, level, reason }) => ({
          name: content.experts[expert] ?? '',
          level,
          reason,
        })),
        signed: ownUnits === undefined ? null : (ownUnits * given.length - sum) / (given.length * range),
        steps: ownUnits === undefined ? null : stepsBetween(item, ownUnits, sum / given.length),
        expertPlace: (sum - worst * given.length) / (given.length * range),
        ownPlace: ownUnits === undefined ? null : (ownUnits - worst) / range,
      },
    ];
  });
}

/** Levels stand best first: a smaller index is higher. */
function stepsBetween({ levels }: RateableItem, own: number, experts: number): number {
  const nearest = levels.reduce(
    (best, level, index) =>
      Math.abs(level.units - experts) < Math.abs((levels[best]?.units ?? 0) - experts) ? index : best,
    0,
  );
  return nearest - levels.findIndex((level) => level.units === own);
}

/** Mean absolute distance in hundredths of a percent of the range, half up; undefined while an item is not rated. */
export function caseDistance(distances: readonly ItemDistance[]): number | undefined {
  let sum = 0;
  for (const { signed } of distances) {
    if (signed === null) return undefined;
    sum += Math.abs(signed);
  }
  return distances.length === 0 ? undefined : Math.floor((sum / distances.length) * 10_000 + 0.5 + 1e-9);
}

export function isWithin(distanceBasisPoints: number, withinPercent: number): boolean {
  return distanceBasisPoints <= withinPercent * 100;
}
