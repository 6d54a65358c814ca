import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Design, type Simulated, simulate } from './simulate.ts';
import { PLANTED_KINDS, plantedBiasCsv, simulatePlantedBias } from './simulate-bias.ts';

// Digests of the trial generator that the published measurements were made with (20,000 ratings, seed 7): header
// [ratings, ratees, raters], ratees, raters and scores as little-endian columns.
test.each<[Design, string]>([
  ['A', 'f1f3225496502b157b5af01028e131282bdd13941bdb726734ff603b06e78431'],
  ['B', '03bd9296a7f65a0f5756f99fcafef26d063b45fdd233df8fea2952e242dcba0f'],
  ['C', '0a910fe41218f1d0ff6ee151599fafee27d9fb04a107977e55731f144d12a170'],
])('design %s gives the same bits everywhere', (design, digest) => {
  expect(digestOf(simulate(design, 20_000, 7))).toBe(digest);
});

test('planted biases are the same to the last byte, and in the same raters', () => {
  const data = simulatePlantedBias(11);
  expect(createHash('sha256').update(plantedBiasCsv(data)).digest('hex')).toBe(
    'd528822fed8423f9708083df21f957c3e78c0f28034404604341f7e358a0dd84',
  );
  const ratersOf = (kind: string) => [...data.planted.keys()].filter((rater) => data.planted[rater] === kind);
  expect(ratersOf('severe').slice(0, 5)).toEqual([0, 38, 95, 113, 127]);
  expect(PLANTED_KINDS.map((kind) => ratersOf(kind).length)).toEqual(PLANTED_KINDS.map(() => 20));
});

test('other variances and another mean can be asked for', () => {
  const still = simulate('A', 2000, 3, { mean: 10, rateeVariance: 0, raterVariance: 0, residualVariance: 0 });
  expect(new Set(still.score)).toEqual(new Set([10]));
});

function digestOf(data: Simulated): string {
  const header = Int32Array.of(data.score.length, data.ratees, data.raters);
  const hash = createHash('sha256');
  for (const column of [header, data.ratee, data.rater, data.score]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest('hex');
}
