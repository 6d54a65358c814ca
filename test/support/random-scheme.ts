/** Random local schemes across all mechanisms, with evidence of which one is nowhere worse than the other. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { PREDICATES, RATINGS } from '#domain/rules/codes.ts';
import {
  fact,
  LEVELS,
  type Pair,
  plainScore,
  type RandomComponent,
  rated,
  SCALES,
  scoring,
} from './random-components.ts';

const LABEL = { id: 'Contoh', en: 'Example' };
const BASIS = [{ regulation: 'contoh' }];

export type RandomScheme = {
  readonly text: string;
  /** Evidence of the same components; `better` is nowhere worse than `worse`. */
  readonly pair: fc.Arbitrary<{
    readonly worse: Readonly<Record<string, unknown>>;
    readonly better: Readonly<Record<string, unknown>>;
  }>;
};

/** Whole percents of so many parts, together 100, none of them 0. */
function shares(parts: number): fc.Arbitrary<readonly number[]> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: parts - 1, maxLength: parts - 1 })
    .map((cuts) => {
      const sorted = [0, ...cuts.sort((a, b) => a - b), 100];
      return sorted.slice(1).map((cut, index) => cut - (sorted[index] ?? 0));
    });
}

/** So many limits, falling, the last one 0. */
function limits(count: number): fc.Arbitrary<readonly number[]> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: count - 1, maxLength: count - 1 })
    .map((numbers) => [...numbers.sort((a, b) => b - a), 0]);
}

/** Runs of predicates for so many categories: no gap, never back, all five covered. */
function runs(count: number): fc.Arbitrary<readonly (readonly string[])[]> {
  return fc
    .array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { minLength: count, maxLength: count })
    .map((picks) => {
      let begin = 0;
      let end = -1;
      return picks.map(([from, length], index) => {
        const start = index === 0 ? 0 : Math.min(4, Math.max(begin, Math.min(end + 1, begin + from)));
        const stop = index === count - 1 ? 4 : Math.min(4, Math.max(end, start, start + length - 2));
        begin = start;
        end = stop;
        return PREDICATES.slice(start, stop + 1);
      });
    });
}

type Shape = {
  readonly parts: readonly RandomComponent[];
  readonly categories: number;
  readonly combination: 'weighted-mean' | 'matrix' | 'lowest-of';
};

const shape: fc.Arbitrary<Shape> = fc
  .record({
    first: plainScore,
    others: fc.array(scoring, { minLength: 1, maxLength: 4 }),
    categories: fc.integer({ min: 2, max: 7 }),
    combination: fc.constantFrom('weighted-mean' as const, 'matrix' as const, 'lowest-of' as const),
  })
  .map(({ first, others, categories, combination }) => ({
    parts: [first, ...others],
    categories: combination === 'lowest-of' ? Math.min(categories, LEVELS.length) : categories,
    combination,
  }));

const name = (index: number) => `k${index}`;

function byName(values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(values.map((value, index) => [name(index), value]));
}

function banded(from: object, numbers: readonly number[]) {
  const bands = LEVELS.map((level, index) => ({ level, from: numbers[index] ?? 0 }));
  return { ...from, scale: 'tingkat', bands };
}

/** The settings of the combination; `optional` components may be missing. */
function combinationOf(
  { categories, combination, parts }: Shape,
  weights: readonly number[],
  bands: readonly number[],
  levels: readonly number[],
  optional: readonly string[],
  decimals: number,
) {
  const shared = { mechanism: combination, label: LABEL, basis: BASIS };
  if (combination === 'weighted-mean') {
    const last = parts.length - 1;
    return {
      ...shared,
      weights: [
        { when: { pilih: true }, percent: byName(weights) },
        { when: { pilih: false }, percent: { [name(0)]: 100 } },
      ],
      ...(last > 1 ? {} : { shown: [] }),
      optional,
      decimals,
      bands: bands.map((from, index) => ({ category: `c${index}`, from })),
    };
  }
  const source = banded({ from: byName(weights), label: LABEL }, levels);
  if (combination === 'lowest-of') {
    const ranks = LEVELS.map((_, index) => Math.floor((index * categories) / LEVELS.length));
    return {
      ...shared,
      of: [source, 'nilai'],
      optional,
      categories: Object.fromEntries(LEVELS.map((level, index) => [level, `c${ranks[index]}`])),
    };
  }
  const cell = (row: number, column: number) => `c${Math.floor(((row + column) * categories) / 7)}`;
  return {
    ...shared,
    rows: source,
    columns: 'nilai',
    cells: Object.fromEntries(
      LEVELS.map((row, r) => [row, Object.fromEntries(LEVELS.map((column, c) => [column, cell(r, c)]))]),
    ),
  };
}

function mapping(
  from: Readonly<Record<string, number>>,
  [above = 2, meets = 1]: readonly number[],
  more: object,
) {
  const froms = [above, meets, 0];
  return {
    from,
    bands: RATINGS.map((rating, index) => ({ rating, from: froms[index] })),
    ...more,
    basis: BASIS,
  };
}

/** The components that a combination names beside the scores. */
function extras(combination: Shape['combination']): Readonly<Record<string, RandomComponent>> {
  return combination === 'weighted-mean' ? { pilih: fact, gawat: fact } : { nilai: rated, gawat: fact };
}

function evidenceOf(
  components: Readonly<Record<string, RandomComponent>>,
  optional: readonly string[],
): RandomScheme['pair'] {
  const each = Object.fromEntries(
    Object.entries(components).map(([code, { pair }]) => [
      code,
      optional.includes(code) ? fc.option(pair) : pair,
    ]),
  );
  const decision = fc.option(
    fc.record({ rating: fc.constantFrom(...RATINGS), reason: fc.constant('Alasan.') }),
  );
  const decisions = fc.record({ results: decision, behaviour: decision });
  return fc.tuple(fc.record(each), decisions).map(([given, decided]) => {
    const side = (which: keyof Pair) => ({
      ...Object.fromEntries(
        Object.entries(given).flatMap(([code, pair]) => {
          // The answer that chooses the weights is no better or worse, so it stays the same.
          const taken = code === 'pilih' ? pair?.worse : pair?.[which];
          return pair ? [[code, taken]] : [];
        }),
      ),
      official: Object.fromEntries(Object.entries(decided).filter(([, one]) => one !== null)),
    });
    return { worse: side('worse'), better: side('better') };
  });
}

/** A random scheme that the check should accept. */
export const randomScheme: fc.Arbitrary<RandomScheme> = shape.chain((given) =>
  fc
    .record({
      weights: shares(given.parts.length),
      behaviour: shares(given.parts.length),
      bands: limits(given.categories),
      levels: limits(LEVELS.length),
      above: limits(RATINGS.length),
      predicates: runs(given.categories),
      decimals: fc.integer({ min: 0, max: 4 }),
      left: fc.boolean(),
      atMost: fc.integer({ min: 1, max: given.categories - 1 }),
      below: fc.integer({ min: 1, max: 100 }),
    })
    .map((drawn) => {
      const scores = Object.fromEntries(given.parts.map((part, index) => [name(index), part]));
      const components = { ...scores, ...extras(given.combination) };
      const last = name(given.parts.length - 1);
      const optional = drawn.left && given.combination !== 'matrix' ? [last] : [];
      const gate = { label: LABEL, reason: LABEL, basis: BASIS, atMost: `c${drawn.atMost}` };
      const scheme = {
        language: 1,
        id: 'acak',
        version: 1,
        authority: 'local',
        title: LABEL,
        summary: LABEL,
        effective: { from: '2026-01-01' },
        regulations: { contoh: { name: 'Contoh', title: LABEL } },
        scales: SCALES,
        categories: drawn.predicates.map((predicates, index) => ({
          code: `c${index}`,
          label: LABEL,
          predicates,
        })),
        components: Object.fromEntries(
          Object.entries(components).map(([code, { settings }]) => [
            code,
            { ...settings, label: { id: `Bagian ${code}`, en: `Part ${code}` } },
          ]),
        ),
        combination: combinationOf(given, drawn.weights, drawn.bands, drawn.levels, optional, drawn.decimals),
        gates: [
          { code: 'gawat', ...gate, when: { gawat: true } },
          { code: 'rendah', ...gate, component: last, below: drawn.below },
        ],
        official: {
          results: mapping({ [name(0)]: 100 }, drawn.above, {
            gates: [{ component: last, below: drawn.below, atMost: 'meets', reason: LABEL }],
          }),
          behaviour: mapping(byName(drawn.behaviour), drawn.above, { decimals: drawn.decimals }),
          predicate: 'national-matrix',
          basis: BASIS,
        },
      };
      return {
        text: stringify(scheme, { aliasDuplicateObjects: false }),
        pair: evidenceOf(components, optional),
      };
    }),
);
