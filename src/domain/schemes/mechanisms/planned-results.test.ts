import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  component,
  damaged,
  expectAgreement,
  expectExplained,
  LEVELS,
  unitsIn,
} from '../../../../test/support/components.ts';
import { achievement, quantityUnits, realised } from './planned-indicators.ts';

/** PermenPANRB 8/2021, as in planned-results.examples.yaml. */
const LAW = {
  roundPercent: 0,
  segments: [
    { from: 0, to: 59, score: 0, reaching: 49 },
    { from: 60, to: 79, score: 50, reaching: 69 },
    { from: 80, to: 99, score: 70, reaching: 89 },
    { from: 100, to: 100, score: 109 },
    { from: 101, to: 110, score: 110, reaching: 120 },
    { from: 111, score: 120 },
  ],
};
const FINE = {
  roundPercent: 4,
  segments: [
    { from: 0, to: '33.3333', score: '0.0001', reaching: '12.5' },
    { from: '33.3333', to: '100', score: '12.5', reaching: '99.9999' },
    { from: '100.0001', to: 150, score: 100, reaching: '133.3333' },
  ],
};
const equal = component({
  mechanism: 'planned-results',
  weighting: 'equal',
  scale: 'skala',
  conversion: LAW,
  maximumAchieved: 120,
});
const given = component({
  mechanism: 'planned-results',
  weighting: 'given',
  additional: 'shown',
  scale: 'skala',
  decimals: 4,
  conversion: FINE,
  maximumAchieved: '133.3333',
});

const quantity = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 99_999_999_999 })),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([whole, part]) => new Decimal(whole).plus(new Decimal(part).div(10_000)).toFixed());
const small = fc.integer({ min: 0, max: 3_000_000 }).map((units) => new Decimal(units).div(10_000).toFixed());
const positive = small.filter((text) => text !== '0');
const summary = fc.constantFrom('latest', 'lowest', 'highest', 'sum', 'average');
const realisations = fc.array(small, { minLength: 1, maxLength: 5 });
const maximum = fc.boolean();
const indicator = fc.oneof(
  fc.record(
    { direction: fc.constant('higher'), target: positive, summary, realisations, maximum },
    { requiredKeys: ['direction', 'target', 'summary', 'realisations'] },
  ),
  fc.record({
    direction: fc.constantFrom('lower', 'reversed'),
    target: small,
    summary,
    realisations,
    maximum,
  }),
  fc.tuple(small, small, summary, realisations).map(([one, other, how, list]) => {
    const [lowest, highest] = Number(one) <= Number(other) ? [one, other] : [other, one];
    return { direction: 'range', lowest, highest, summary: how, realisations: list };
  }),
  fc.record({
    direction: fc.constant('milestone'),
    milestones: fc.array(fc.record({ done: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    maximum,
  }),
  fc.record({
    direction: fc.constant('milestone'),
    milestones: fc.array(fc.record({ done: fc.boolean(), weight: positive }), { minLength: 1, maxLength: 5 }),
  }),
);
const kind = fc.constantFrom('main', 'additional');
const body = fc.oneof(
  { weight: 4, arbitrary: fc.record({ indicators: fc.array(indicator, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ level: fc.constantFrom(...LEVELS.map(({ code }) => code)) }) },
  { weight: 1, arbitrary: fc.constant({ excused: true }) },
);
const equalLine = fc.tuple(kind, body).map(([of, rest]) => ({ kind: of, ...rest }));
const weightedLine = fc.tuple(equalLine, positive).map(([line, weight]) => ({ ...line, weight }));
const first = { kind: 'main', level: 'l1' };
const equalEvidence = fc.array(equalLine, { maxLength: 5 }).map((lines) => ({ lines: [first, ...lines] }));
const weightedEvidence = fc
  .array(weightedLine, { maxLength: 5 })
  .map((lines) => ({ lines: [{ ...first, weight: '7' }, ...lines] }));

describe.each([
  ['equal', equal, equalEvidence],
  ['given', given, weightedEvidence],
] as const)('planned-results, weighting %s', (_, compiled, evidence) => {
  it('reads its own example and whatever the shape allows, and explains it fully', () => {
    unitsIn(compiled.read(compiled.example));
    expectExplained(compiled, compiled.example);
    fc.assert(
      fc.property(evidence, (each) => expectAgreement(compiled, each)),
      { numRuns: 300 },
    );
  });

  it('reads damaged evidence as the shape does, and never throws', () => {
    fc.assert(
      fc.property(damaged(evidence), (each) => expectAgreement(compiled, each)),
      { numRuns: 1500 },
    );
    fc.assert(fc.property(fc.jsonValue(), (each) => expectAgreement(compiled, each)));
  });

  it('the order of lines and of indicators changes nothing', () => {
    fc.assert(
      fc.property(evidence, ({ lines }) => {
        const turned = lines
          .toReversed()
          .map((line) =>
            'indicators' in line ? { ...line, indicators: line.indicators.toReversed() } : line,
          );
        expect(compiled.read({ lines: turned })).toEqual(compiled.read({ lines }));
      }),
    );
  });
});

it('scaling all weights changes nothing', () => {
  fc.assert(
    fc.property(weightedEvidence, fc.constantFrom('0.5', '2', '3.33'), ({ lines }, factor) => {
      const weigh = (weight: string, by: string) =>
        new Decimal(weight).div(1000).toDecimalPlaces(2).plus('0.01').times(by);
      const of = (by: string) =>
        given.read({ lines: lines.map((line) => ({ ...line, weight: weigh(line.weight, by).toFixed() })) });
      expect(of(factor)).toEqual(of('1'));
    }),
  );
});

describe('a better realisation never gives a lower score', () => {
  const one = (each: Record<string, unknown>) => ({
    lines: [
      {
        kind: 'main',
        indicators: [each, { direction: 'higher', target: '100', summary: 'latest', realisations: ['70'] }],
      },
    ],
  });
  const score = (each: Record<string, unknown>) =>
    unitsIn(equal.read(one(each))) +
    1e8 * unitsIn(equal.read({ lines: [{ kind: 'main', indicators: [each] }] }));

  it.each(['higher', 'lower', 'reversed'])('%s', (direction) => {
    fc.assert(
      fc.property(positive, quantity, quantity, maximum, summary, (target, r, s, best, how) => {
        const [less, more] = Number(r) <= Number(s) ? [r, s] : [s, r];
        const of = (actual: string) =>
          score({ direction, target, summary: how, realisations: [actual], maximum: best });
        if (direction === 'higher') expect(of(more)).toBeGreaterThanOrEqual(of(less));
        else expect(of(less)).toBeGreaterThanOrEqual(of(more));
      }),
    );
  });

  it('range: nearer is better, on either side', () => {
    const range = { direction: 'range', lowest: '40.5', highest: '90', summary: 'latest' };
    const of = (actual: number) => score({ ...range, realisations: [String(actual)] });
    for (let actual = 0; actual < 40; actual += 1) expect(of(actual + 1)).toBeGreaterThanOrEqual(of(actual));
    for (let actual = 90; actual < 200; actual += 1)
      expect(of(actual)).toBeGreaterThanOrEqual(of(actual + 1));
    expect(of(40.5)).toBe(of(90));
  });

  it('milestone: one more done', () => {
    const list = fc.array(fc.record({ done: fc.boolean(), weight: positive }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(list, fc.nat(5), maximum, (milestones, at, best) => {
        const more = milestones.map((each, index) => (index === at ? { ...each, done: true } : each));
        const of = (each: typeof milestones) =>
          score({ direction: 'milestone', milestones: each, maximum: best });
        expect(of(more)).toBeGreaterThanOrEqual(of(milestones));
      }),
    );
  });
});

it('counts exactly as decimals do, also for quantities of eleven digits', () => {
  const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
  const amount = quantity.filter((text) => text !== '0');
  fc.assert(
    fc.property(amount, quantity, fc.constantFrom(0, 2, 4), (target, actual, decimals) => {
      const whole = 100 * 10 ** decimals;
      const cap = 2 * whole;
      const conversion = {
        decimals,
        whole,
        cap,
        convert: () => 0,
        segmentOf: () => ({ from: '0', score: '0' }),
      };
      const [t, r] = [new Exact(target), new Exact(actual)];
      const shares = {
        higher: r.div(t),
        lower: r.isZero() ? new Exact(9e9) : t.div(r),
        reversed: Exact.max(0, t.times(2).minus(r).div(t)),
      };
      for (const direction of ['higher', 'lower', 'reversed'] as const) {
        const counted = achievement(direction, quantityUnits(target), quantityUnits(actual), conversion);
        expect(counted).toBe(Exact.min(cap, shares[direction].times(whole).toDecimalPlaces(0)).toNumber());
      }
    }),
    { numRuns: 1000 },
  );
});

it('reads quantities like the pattern says', () => {
  const texts = fc.oneof(quantity, fc.string({ maxLength: 18 }), fc.stringMatching(/^[0-9.]{0,18}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const fits = /^\d{1,11}(\.\d{1,4})?$/.test(text);
      expect(quantityUnits(text)).toBe(fits ? new Decimal(text).times(10_000).toNumber() : -1);
    }),
    { numRuns: 1000 },
  );
});

it('summarises realisations as it is said', () => {
  const list = ['10', '20.5', '3', '3'];
  const of = (how: string) => realised(list, how);
  expect(['latest', 'sum', 'average', 'lowest', 'highest'].map(of)).toEqual([
    30_000, 365_000, 91_250, 30_000, 205_000,
  ]);
  expect(realised(['1', '1', '2'], 'average')).toBe(13_333);
  expect(realised(['1', '2', '2'], 'average')).toBe(16_667);
});
