/**
 * Who is tied to whom by having rated the same people, islands apart, and which few further ratings would join them.
 * Pure; works on what the reader may see.
 */
import { connectivityOf } from '#domain/statistics/connectivity.ts';
import type { StoredRatee, StoredRater } from '../store/types.ts';

export interface Tie {
  /** Places in the list of raters. */
  readonly from: number;
  readonly to: number;
  /** People both have rated. */
  readonly people: number;
}

export interface RaterGraph {
  readonly raters: readonly StoredRater[];
  readonly ties: readonly Tie[];
  /** Raters per island, in the numbering of the model, the largest first. */
  readonly islands: readonly Island[];
  /** Raters and people whose loss would part raters from each other. */
  readonly joints: { readonly raters: readonly StoredRater[]; readonly people: number };
}

export interface Island {
  readonly subset: number;
  readonly raters: readonly StoredRater[];
  readonly ratees: readonly StoredRatee[];
  /** Units of the people rated, the most frequent first. */
  readonly units: readonly string[];
  /** Further ratings by raters of the main island that would join this one; empty for the main island. */
  readonly proposals: readonly Proposal[];
}

/** One rater's people, some of whom somebody from outside should rate too. */
export interface Proposal {
  readonly rater: StoredRater;
  readonly unitName: string;
  /** People to be rated a second time: two make a rater comparable. */
  readonly needed: number;
  readonly outOf: number;
  /** Raters tied to the others whose own people stand nearest, at most three. */
  readonly byWhom: readonly StoredRater[];
}

const PEOPLE_FOR_A_LINK = 2;
const NAMED = 3;
const FAR = 99;
/** More proposals than anybody acts upon at once are not worked out. */
const MOST_PROPOSALS = 40;

export function graphOf(
  raters: readonly StoredRater[],
  ratees: readonly StoredRatee[],
  nearness: (unitId: string, otherUnitId: string) => number,
): RaterGraph {
  const at = new Map(raters.map((rater, index) => [rater.personId, index]));
  const people = Map.groupBy(
    ratees.flatMap((ratee) => ratee.forms.map(({ raterId }) => ({ raterId, ratee }))),
    ({ raterId }) => raterId,
  );
  const rateesOf = (rater: StoredRater) => (people.get(rater.personId) ?? []).map(({ ratee }) => ratee);
  const bySubset = Map.groupBy(raters, ({ subset }) => subset);
  const mainIsland = mainSubset(bySubset);
  const main = raters.filter(({ subset, link }) => subset === mainIsland && link === 'linked');
  const proposalFor = proposer({ main, rateesOf, nearness });
  let left = MOST_PROPOSALS;
  const islands = [...bySubset]
    .map(([subset, members]) => ({
      subset,
      raters: members,
      ratees: [...new Set(members.flatMap(rateesOf))],
    }))
    .sort((one, other) => other.raters.length - one.raters.length || one.subset - other.subset)
    .map((island): Island => {
      const asked = island.raters.filter(({ link }) => link !== 'linked');
      const most = island.raters.toSorted((one, other) => other.n - one.n).slice(0, 1);
      const isApart = island.subset !== mainIsland && asked.length === 0;
      const proposals = (isApart ? most : asked).slice(0, Math.max(left, 0)).flatMap(proposalFor);
      left -= proposals.length;
      return { ...island, units: mostFrequent(island.ratees.map(({ unitName }) => unitName)), proposals };
    });
  return { raters, ties: tiesOf(ratees, at), islands, joints: jointsOf(raters, ratees, at) };
}

/** Only people rated by several count: whoever has a single rater parts nobody. */
function jointsOf(
  raters: readonly StoredRater[],
  ratees: readonly StoredRatee[],
  at: ReadonlyMap<string, number>,
): RaterGraph['joints'] {
  const shared = ratees
    .map(({ forms }) => [...new Set(forms.flatMap(({ raterId }) => at.get(raterId) ?? []))])
    .filter(({ length }) => length > 1);
  const { articulation } = connectivityOf({
    ratees: shared.length,
    raters: raters.length,
    ratee: Int32Array.from(shared.flatMap((some, person) => some.map(() => person))),
    rater: Int32Array.from(shared.flat()),
  });
  return {
    raters: raters.filter((_, index) => articulation.raters[index] === 1),
    people: articulation.ratees.reduce((sum, each) => sum + each, 0),
  };
}

/** The island with the most raters of those in view: with its raters the others are joined. */
function mainSubset(bySubset: ReadonlyMap<number, readonly StoredRater[]>): number {
  let best: { subset: number; count: number } = { subset: 0, count: 0 };
  for (const [subset, { length }] of bySubset)
    if (length > best.count || (length === best.count && subset < best.subset))
      best = { subset, count: length };
  return best.subset;
}

function tiesOf(ratees: readonly StoredRatee[], at: ReadonlyMap<string, number>): readonly Tie[] {
  const people = new Map<string, number>();
  for (const { forms } of ratees) {
    const raters = [...new Set(forms.flatMap(({ raterId }) => at.get(raterId) ?? []))].sort((a, b) => a - b);
    for (const [index, from] of raters.entries())
      for (const to of raters.slice(index + 1))
        people.set(`${from} ${to}`, (people.get(`${from} ${to}`) ?? 0) + 1);
  }
  return [...people].map(([key, count]) => {
    const [from = 0, to = 0] = key.split(' ').map(Number);
    return { from, to, people: count };
  });
}

function mostFrequent(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)]
    .sort(([one, { length }], [other, { length: otherLength }]) =>
      length === otherLength ? one.localeCompare(other) : otherLength - length,
    )
    .map(([name]) => name);
}

interface Around {
  /** Raters who can be compared with most others. */
  readonly main: readonly StoredRater[];
  readonly rateesOf: (rater: StoredRater) => readonly StoredRatee[];
  readonly nearness: (unitId: string, otherUnitId: string) => number;
}

function proposer({ main, rateesOf, nearness }: Around): (rater: StoredRater) => readonly Proposal[] {
  return (rater) => {
    const own = rateesOf(rater);
    const shared = own.filter(({ forms }) => forms.some(({ raterId }) => raterId !== rater.personId)).length;
    const wanted = rater.link === 'linked' ? PEOPLE_FOR_A_LINK : PEOPLE_FOR_A_LINK - shared;
    const needed = Math.min(wanted, own.length);
    const [mostly] = mostFrequent(own.map(({ unitName }) => unitName));
    const unit = own.find(({ unitName }) => unitName === mostly);
    if (needed <= 0 || !unit) return [];
    const others = main
      .filter(
        ({ personId }) => personId !== rater.personId && !own.some((each) => each.personId === personId),
      )
      .map((other) => ({
        other,
        distance: Math.min(...rateesOf(other).map(({ unitId }) => nearness(unit.unitId, unitId)), FAR),
      }))
      // Among equals, whoever rates fewer people.
      .sort((one, next) => one.distance - next.distance || one.other.n - next.other.n);
    const byWhom = others.slice(0, NAMED).map(({ other }) => other);
    return [{ rater, unitName: unit.unitName, needed, outOf: own.length, byWhom }];
  };
}
