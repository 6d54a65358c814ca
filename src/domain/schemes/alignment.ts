/** Brings a local category into agreement with the official predicate, by the shortest way. */
import { PREDICATES, type Predicate } from '../rules/codes.ts';

type Category = { readonly predicates?: readonly Predicate[] | undefined };

/** The rank, best 0, of the category nearest to `rank` that agrees with the predicate. */
export type Align = (rank: number, predicate: string) => number;

/**
 * Checked categories hold runs of predicates that begin and end ever lower, so those that agree with
 * one predicate are neighbours, and clamping to them never lets a better input fare worse.
 */
export function compileAlignment(categories: readonly Category[]): Align {
  const runs = new Map<string, { readonly best: number; readonly worst: number }>();
  for (const predicate of PREDICATES) {
    const agreeing = categories.flatMap(({ predicates }, rank) =>
      predicates?.includes(predicate) ? [rank] : [],
    );
    const [best] = agreeing;
    const worst = agreeing.at(-1);
    if (best !== undefined && worst !== undefined) runs.set(predicate, { best, worst });
  }
  return (rank, predicate) => {
    const run = runs.get(predicate);
    if (!run) return rank;
    return rank < run.best ? run.best : rank > run.worst ? run.worst : rank;
  };
}
