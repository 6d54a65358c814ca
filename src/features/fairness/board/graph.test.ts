import { describe, expect, it } from 'vitest';
import type { StoredRatee, StoredRater } from '../store/types.ts';
import { graphOf } from './graph.ts';

type Pair = readonly [ratee: string, ...raters: readonly string[]];

/** Only what the graph reads. */
function stage(pairs: readonly Pair[], raters: readonly (readonly [string, number, StoredRater['link']])[]) {
  const ratees = pairs.map(
    ([id, ...by]) =>
      ({
        participantId: id,
        personId: id,
        unitId: id.slice(0, 1),
        unitName: `Unit ${id.slice(0, 1)}`,
        forms: by.map((raterId) => ({ raterId })),
      }) as unknown as StoredRatee,
  );
  const found = raters.map(
    ([personId, subset, link]) =>
      ({
        personId,
        name: personId,
        subset,
        link,
        n: pairs.filter(([, ...by]) => by.includes(personId)).length,
      }) as unknown as StoredRater,
  );
  return graphOf(found, ratees, (one, other) => (one === other ? 0 : 2));
}

describe('who rated whom', () => {
  const graph = stage(
    [
      ['a1', 'A', 'B'],
      ['a2', 'A', 'B'],
      ['a3', 'A'],
      ['b1', 'B', 'C'],
      ['c1', 'C', 'D'],
      ['c2', 'C', 'D'],
      ['e1', 'E'],
      ['e2', 'E'],
      ['e3', 'E'],
    ],
    [
      ['A', 0, 'linked'],
      ['B', 0, 'linked'],
      ['C', 0, 'linked'],
      ['D', 0, 'linked'],
      ['E', 1, 'unlinked'],
    ],
  );

  it('ties raters by the people both have rated', () => {
    expect(graph.ties).toEqual([
      { from: 0, to: 1, people: 2 },
      { from: 1, to: 2, people: 1 },
      { from: 2, to: 3, people: 2 },
    ]);
  });

  it('puts islands apart, the largest first', () => {
    expect(graph.islands.map(({ subset, raters }) => [subset, raters.length])).toEqual([
      [0, 4],
      [1, 1],
    ]);
    expect(graph.islands[1]?.units).toEqual(['Unit e']);
  });

  it('names joints between raters, not everybody who alone rated somebody', () => {
    expect(graph.joints.raters.map(({ personId }) => personId)).toEqual(['B', 'C']);
    expect(graph.joints.people).toBe(1);
  });

  it('proposes the fewest further ratings, by raters of the main island', () => {
    expect(graph.islands[0]?.proposals).toEqual([]);
    const [proposal] = graph.islands[1]?.proposals ?? [];
    expect(proposal).toMatchObject({ needed: 2, outOf: 3, unitName: 'Unit e' });
    expect(proposal?.byWhom).toHaveLength(3);
  });

  it('joins an island that is tied within itself by its busiest rater', () => {
    const two = stage(
      [
        ['a1', 'A', 'B', 'C'],
        ['a2', 'A', 'B', 'C'],
        ['d1', 'D', 'E'],
        ['d2', 'D', 'E'],
        ['d3', 'D'],
      ],
      [
        ['A', 0, 'linked'],
        ['B', 0, 'linked'],
        ['C', 0, 'linked'],
        ['D', 1, 'linked'],
        ['E', 1, 'linked'],
      ],
    );
    expect(two.islands[1]?.proposals.map(({ rater, needed }) => [rater.personId, needed])).toEqual([
      ['D', 2],
    ]);
  });

  it('asks for one more person where one ties already', () => {
    const weak = stage(
      [
        ['a1', 'A', 'B'],
        ['a2', 'A', 'B'],
        ['b1', 'B', 'C'],
        ['c1', 'C'],
      ],
      [
        ['A', 0, 'linked'],
        ['B', 0, 'linked'],
        ['C', 0, 'weak'],
      ],
    );
    expect(weak.islands[0]?.proposals).toMatchObject([{ needed: 1, outOf: 2 }]);
  });
});
