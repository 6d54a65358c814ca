/**
 * Schemes as somebody would write them by hand, without an engine: what a scheme as data costs is
 * measured against them. They check what they are given and say nothing about what is wrong with it.
 */

export type ByHand = {
  readonly score: string | null;
  readonly category: string | null;
  readonly official: {
    readonly results: string | null;
    readonly behaviour: string | null;
    readonly predicate: string | null;
  };
  readonly missing: readonly string[];
  readonly suggested: readonly string[];
};

export const NONE: readonly string[] = [];

export type Rating = 'above' | 'meets' | 'below';
export type Named = Readonly<Record<string, unknown>>;

/** The national matrix. */
export const MATRIX: Readonly<Record<Rating, Readonly<Record<Rating, string>>>> = {
  above: { above: 'sangat-baik', meets: 'baik', below: 'kurang' },
  meets: { above: 'baik', meets: 'baik', below: 'kurang' },
  below: { above: 'butuh-perbaikan', meets: 'butuh-perbaikan', below: 'sangat-kurang' },
};

export function refuse(): never {
  throw new TypeError('evidence of the wrong shape');
}

export function named(value: unknown, names: ReadonlySet<string>): Named {
  if (typeof value !== 'object' || value === null) refuse();
  for (const name in value) if (!names.has(name)) refuse();
  return value as Named;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse();
}

function rating(value: unknown): Rating {
  return value === 'above' || value === 'meets' || value === 'below' ? value : refuse();
}

const NAMES = new Set(['results', 'behaviour']);
const RATING = new Set(['rating']);

/** The national scheme for decided ratings. */
export function nationalByHand(evidence: unknown): ByHand {
  const given = named(evidence, NAMES);
  const results = rating(named(given.results, RATING).rating);
  const behaviour = rating(named(given.behaviour, RATING).rating);
  const category = MATRIX[results][behaviour];
  return {
    score: null,
    category,
    official: { results, behaviour, predicate: category },
    missing: NONE,
    suggested: NONE,
  };
}
