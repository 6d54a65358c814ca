import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { connectivityOf, LINKED, UNLINKED, WEAKLY_LINKED } from './connectivity.ts';
import { simulate } from './simulate.ts';

interface Toy {
  readonly cases: readonly {
    readonly edges: readonly [number, number][];
    readonly components: readonly (readonly string[])[];
    readonly articulation_points?: readonly string[];
    readonly fixed_effect_rank?: number;
  }[];
}

test('the worked examples: components, articulation points, rank', async () => {
  const toy: Toy = JSON.parse(await readFile('test/data/statistics/connectivity_toy.expected.json', 'utf8'));
  expect(toy.cases).toHaveLength(3);
  for (const { edges, components, articulation_points: cuts, fixed_effect_rank: rank } of toy.cases) {
    const graph = named(edges);
    const found = connectivityOf(graph.pairs);
    const nodesOf = (component: number) => [
      ...graph.ratees.filter((_, i) => found.rateeComponent[i] === component),
      ...graph.raters.filter((_, i) => found.raterComponent[i] === component),
    ];
    const listed = Array.from({ length: found.components }, (_, component) => nodesOf(component).sort());
    expect(listed.toSorted(byFirst)).toEqual(components.map((nodes) => [...nodes].sort()).toSorted(byFirst));
    expect(listed.map((nodes) => nodes.length)).toEqual(
      listed.map((nodes) => nodes.length).toSorted((a, b) => b - a),
    );
    if (cuts) {
      const cut = [
        ...graph.ratees.filter((_, i) => found.articulation.ratees[i] === 1),
        ...graph.raters.filter((_, i) => found.articulation.raters[i] === 1),
      ];
      expect(cut.sort()).toEqual([...cuts].sort());
    }
    expect(found.rank).toBe(rank ?? found.rank);
  }
});

test('a rater is linked by two people whom others rate too, weakly by one, and a repeated rating links nobody', () => {
  const pairs = {
    ratees: 5,
    raters: 4,
    ratee: Int32Array.of(0, 0, 1, 1, 1, 2, 2, 3, 4, 4),
    rater: Int32Array.of(0, 1, 0, 1, 2, 2, 2, 3, 3, 3),
  };
  expect([...connectivityOf(pairs).raterLink]).toEqual([LINKED, LINKED, WEAKLY_LINKED, UNLINKED]);
});

test('people without any rating stand alone, and no ratings at all are an answer', () => {
  const none = connectivityOf({ ratees: 2, raters: 1, ratee: new Int32Array(), rater: new Int32Array() });
  expect([none.components, none.rank]).toEqual([3, 0]);
  expect([...none.rateeComponent, ...none.raterComponent].toSorted()).toEqual([0, 1, 2]);
});

test('a chain of a million links is walked without recursion: every inner node is an articulation point', () => {
  const length = 500_000;
  const ratee = new Int32Array(2 * length);
  const rater = new Int32Array(2 * length);
  for (let i = 0; i < length; i++) {
    ratee[2 * i] = i;
    rater[2 * i] = i;
    ratee[2 * i + 1] = i + 1;
    rater[2 * i + 1] = i;
  }
  const chain = connectivityOf({ ratees: length + 1, raters: length, ratee, rater });
  expect(chain.components).toBe(1);
  expect(chain.articulation.raters.every((cut) => cut === 1)).toBe(true);
  expect(chain.articulation.ratees.reduce((sum, cut) => sum + cut, 0)).toBe(length - 1);
});

test('articulation points agree with counting the components after taking each node away', () => {
  const data = simulate('C', 700, 5);
  const found = connectivityOf(data);
  for (let node = 0; node < data.ratees + data.raters; node++) {
    const rows = [...data.ratee.keys()].filter(
      (row) => data.ratee[row] !== node && (data.rater[row] as number) + data.ratees !== node,
    );
    const without = connectivityOf({
      ratees: data.ratees,
      raters: data.raters,
      ratee: Int32Array.from(rows, (row) => data.ratee[row] as number),
      rater: Int32Array.from(rows, (row) => data.rater[row] as number),
    });
    // The node itself stays, alone: one component more without it means that nothing broke.
    const alone = rows.length === data.ratee.length ? 0 : 1;
    const cut =
      node < data.ratees ? found.articulation.ratees[node] : found.articulation.raters[node - data.ratees];
    expect(cut).toBe(without.components > found.components + alone ? 1 : 0);
  }
});

function named(edges: readonly (readonly [number, number])[]) {
  const ratees = [...new Set(edges.map(([p]) => `P${p}`))];
  const raters = [...new Set(edges.map(([, r]) => `R${r}`))];
  return {
    ratees,
    raters,
    pairs: {
      ratees: ratees.length,
      raters: raters.length,
      ratee: Int32Array.from(edges, ([p]) => ratees.indexOf(`P${p}`)),
      rater: Int32Array.from(edges, ([, r]) => raters.indexOf(`R${r}`)),
    },
  };
}

function byFirst(one: readonly string[], other: readonly string[]): number {
  return `${one[0]}` < `${other[0]}` ? -1 : 1;
}
