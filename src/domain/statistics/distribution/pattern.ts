/**
 * A pattern of limits on how predicates spread, read three ways: how many people each limit allows, whether a unit's
 * counts can be chance under it, and whether the unit is large enough to be asked at all.
 *
 * The limits themselves, by the organisation's predicate and with their regulation, are data of `domain/rules`; a
 * scheme may bring its own. Rounding is spelt out: a cap of p % of n people allows ⌊p·n/100⌋, a floor asks for
 * ⌈p·n/100⌉, in whole numbers, so that 14 of 20 is exactly 70 %. A limit that names people ("at least one", "none")
 * bounds no chance: "none" is a cap of 0, "at least one" is arithmetic only.
 * Assumptions, minimum and misuse: see `limit.ts` and `composite.ts`. Under 30 people nothing is tested.
 */
import { adjustHolm } from '../multiple-testing.ts';
import { type Bounds, type CompositeOptions, type CompositeTest, compositeTest } from './composite.ts';
import { LEAST_PEOPLE_TO_TEST, limitTest } from './limit.ts';

/** Some categories together: at most or at least so many percent, none, or at least one. */
export type CategoryLimit<Category extends string> = { readonly predicates: readonly Category[] } & (
  | { readonly kind: 'max-percent' | 'min-percent'; readonly percent: number }
  | { readonly kind: 'at-least-one' | 'none' }
);

/** The range of people a limit allows in a unit of so many. */
export function allowedPeople<Category extends string>(
  limit: CategoryLimit<Category>,
  people: number,
): { readonly least: number; readonly most: number } {
  switch (limit.kind) {
    case 'max-percent':
      return { least: 0, most: Math.floor((limit.percent * people) / 100) };
    case 'min-percent':
      return { least: Math.ceil((limit.percent * people) / 100), most: people };
    case 'none':
      return { least: 0, most: 0 };
    case 'at-least-one':
      return { least: Math.min(1, people), most: people };
  }
}

export interface LimitFigure<Category extends string> {
  readonly limit: CategoryLimit<Category>;
  readonly count: number;
  readonly allowed: { readonly least: number; readonly most: number };
  readonly isKept: boolean;
  /** Chance of such counts under the limit; absent where it bounds no chance. Holm-adjusted beside the others. */
  readonly p?: number;
  readonly adjusted?: number;
}

export type PatternTest<Category extends string> =
  /** Too few people: compliance is still arithmetic, but nothing is said about chance. */
  | { readonly kind: 'too-small'; readonly people: number; readonly limits: readonly LimitFigure<Category>[] }
  | {
      readonly kind: 'tested';
      readonly people: number;
      readonly limits: readonly LimitFigure<Category>[];
      /** All limits at once; absent where they overlap and cannot be bounds on separate categories. */
      readonly together?: CompositeTest;
    };

export function patternTest<Category extends string>(
  counts: Readonly<Partial<Record<Category, number>>>,
  limits: readonly CategoryLimit<Category>[],
  { leastPeople = LEAST_PEOPLE_TO_TEST, ...options }: CompositeOptions & { leastPeople?: number } = {},
): PatternTest<Category> {
  const people = Object.values<number | undefined>(counts).reduce<number>(
    (sum, count) => sum + (count ?? 0),
    0,
  );
  const figures = limits.map((limit) => {
    const count = countIn(counts, limit.predicates);
    const allowed = allowedPeople(limit, people);
    return { limit, count, allowed, isKept: count >= allowed.least && count <= allowed.most };
  });
  if (people < leastPeople) return { kind: 'too-small', people, limits: figures };
  const tested = figures.flatMap(({ limit, count }, place) => {
    const bounds = boundsOf(limit);
    if (!bounds) return [];
    const p =
      bounds.least > 0
        ? limitTest('floor', count, people, bounds.least)
        : limitTest('cap', count, people, bounds.most);
    return [{ place, p }];
  });
  const adjusted = adjustHolm(tested.map(({ p }) => p));
  const chances = new Map(tested.map(({ place, p }, at) => [place, { p, adjusted: adjusted[at] ?? p }]));
  const together = allTogether(counts, limits, people, options);
  return {
    kind: 'tested',
    people,
    limits: figures.map((figure, place) => ({ ...figure, ...chances.get(place) })),
    ...(together && { together }),
  };
}

function countIn<Category extends string>(
  counts: Readonly<Partial<Record<Category, number>>>,
  categories: readonly Category[],
): number {
  return categories.reduce((sum, category) => sum + (counts[category] ?? 0), 0);
}

function boundsOf<Category extends string>(limit: CategoryLimit<Category>): Bounds | undefined {
  if (limit.kind === 'max-percent') return { least: 0, most: limit.percent / 100 };
  if (limit.kind === 'min-percent') return { least: limit.percent / 100, most: 1 };
  return limit.kind === 'none' ? { least: 0, most: 0 } : undefined;
}

/** Each group of categories that a limit names is one category of the test, all others another. */
function allTogether<Category extends string>(
  counts: Readonly<Partial<Record<Category, number>>>,
  limits: readonly CategoryLimit<Category>[],
  people: number,
  options: CompositeOptions,
): CompositeTest | undefined {
  const groups = new Map<string, { categories: readonly Category[]; bounds: Bounds }>();
  for (const limit of limits) {
    const bounds = boundsOf(limit);
    if (!bounds) continue;
    const name = limit.predicates.toSorted().join('+');
    const held = groups.get(name)?.bounds ?? { least: 0, most: 1 };
    groups.set(name, {
      categories: limit.predicates,
      bounds: { least: Math.max(held.least, bounds.least), most: Math.min(held.most, bounds.most) },
    });
  }
  const named = [...groups.values()].flatMap(({ categories }) => categories);
  if (groups.size === 0 || new Set(named).size < named.length) return undefined;
  const inGroups = [...groups.values()].map(({ categories }) => countIn(counts, categories));
  const others = people - inGroups.reduce((sum, count) => sum + count, 0);
  const bounds = [...groups.values()].map((group) => group.bounds);
  const result = compositeTest([...inGroups, others], [...bounds, { least: 0, most: 1 }], options);
  return result.kind === 'estimated' ? result : undefined;
}
