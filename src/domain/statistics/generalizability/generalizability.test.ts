import { describe, expect, it } from 'vitest';
// Gleser, Cronbach & Rajaratnam 1965, table 3; R 4.2.2.
import known from '../../../../test/data/statistics/gleser_pxixr.expected.json' with { type: 'json' };
import { referenceNumbers } from '../../../../test/support/reference-data.ts';
import {
  balancedScores,
  decisionStudy,
  dependabilityOf,
  type Effect,
  ratersNeeded,
  singleRatingReliability,
  varianceComponents,
} from './index.ts';

const rows = referenceNumbers('gleser_pxixr');
const column = (at: number) => Int32Array.from(rows, (row) => (row[at] ?? 0) - 1);
const gleser = {
  person: column(0),
  item: column(1),
  rater: column(2),
  score: Float64Array.from(rows, (row) => row[3] ?? 0),
};

function componentsOf(long: Parameters<typeof balancedScores>[0]) {
  const study = balancedScores(long);
  const result = study && varianceComponents(study);
  if (result?.kind !== 'estimated') throw new Error('not estimated');
  return result;
}

describe('components of 12 patients × 6 symptoms × 2 judges', () => {
  const result = componentsOf(gleser);
  const names: Record<Effect, [keyof typeof known.computed.ms, keyof typeof known.computed.components]> = {
    p: ['p', 'p'],
    i: ['i', 'i'],
    r: ['r', 'r'],
    pi: ['p:i', 'pi'],
    pr: ['p:r', 'pr'],
    ir: ['i:r', 'ir'],
    pir: ['p:i:r', 'pir_e'],
  };

  it('mean squares, estimates with the negative one shown, and what is used', () => {
    expect(result).toMatchObject({ design: 'p×i×r', scores: 144 });
    for (const { effect, degrees, meanSquare, estimate, used } of result.components) {
      const [square, component] = names[effect];
      expect(degrees).toBe(known.computed.df[square]);
      expect(meanSquare).toBeCloseTo(known.computed.ms[square], 11);
      expect(estimate).toBeCloseTo(known.computed.components_raw[component], 11);
      expect(used).toBeCloseTo(known.computed.components[component], 11);
    }
    expect(result.components.find(({ effect }) => effect === 'r')?.estimate).toBeLessThan(0);
  });

  it('the grid of the decision study', () => {
    const grid = decisionStudy(result, [1, 2, 3, 5, 8], [1, 3, 6]);
    expect(grid).toHaveLength(known.computed.dstudy.length);
    for (const [at, { n_r, n_i, rel_err, abs_err, Erho2, Phi }] of known.computed.dstudy.entries()) {
      expect(grid[at]).toMatchObject({
        raters: n_r,
        items: n_i,
        relativeError: expect.closeTo(rel_err, 11),
        absoluteError: expect.closeTo(abs_err, 11),
        generalizability: expect.closeTo(Erho2, 11),
        dependability: expect.closeTo(Phi, 11),
        standardError: expect.closeTo(Math.sqrt(abs_err), 11),
      });
    }
  });

  it('the order of the rows does not matter', () => {
    const order = [...gleser.score.keys()].reverse();
    const turned = {
      person: Int32Array.from(order, (row) => gleser.person[row] ?? 0),
      item: Int32Array.from(order, (row) => gleser.item[row] ?? 0),
      rater: Int32Array.from(order, (row) => gleser.rater[row] ?? 0),
      score: Float64Array.from(order, (row) => gleser.score[row] ?? 0),
    };
    expect(componentsOf(turned)).toEqual(result);
  });
});

describe('persons × raters', () => {
  // Shrout & Fleiss 1979: (BMS − EMS)/k, (JMS − EMS)/n, EMS.
  it('gives the parts of the intraclass correlations', () => {
    const table = referenceNumbers('shrout_fleiss_1979', 1);
    const score = Float64Array.from(table.flat());
    const person = Int32Array.from(score, (_, row) => Math.floor(row / 4));
    const rater = Int32Array.from(score, (_, row) => row % 4);
    const result = componentsOf({ person, rater, score });
    expect(result.design).toBe('p×r');
    expect(result.components.map(({ effect, used }) => [effect, used])).toEqual([
      ['p', expect.closeTo((11.241666666667 - 1.019444444444) / 4, 10)],
      ['r', expect.closeTo((32.486111111111 - 1.019444444444) / 6, 10)],
      ['pr', expect.closeTo(1.019444444444, 10)],
    ]);
    const [one, four] = decisionStudy(result, [1, 4]);
    expect([one?.dependability, four?.dependability]).toEqual([
      expect.closeTo(0.2897637795, 9),
      expect.closeTo(0.6200505475, 9),
    ]);
    expect([one?.generalizability, four?.generalizability]).toEqual([
      expect.closeTo(0.7148407148, 9),
      expect.closeTo(0.9093155423, 9),
    ]);
  });

  it('says what it cannot tell', () => {
    const study = (persons: number, raters: number, score: number[]) =>
      varianceComponents({ persons, raters, items: 1, score: Float64Array.from(score) });
    expect(study(1, 2, [1, 2])).toMatchObject({ reason: 'too-few' });
    expect(study(2, 1, [1, 2])).toMatchObject({ reason: 'too-few' });
    expect(study(2, 2, [3, 3, 3, 3])).toMatchObject({ reason: 'no-variation' });
    const [person, rater] = [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 0)];
    expect(balancedScores({ person, rater, score: Float64Array.of(1, 2, 3) })).toBeUndefined();
    const double = {
      person: Int32Array.of(0, 0, 1, 1),
      rater: Int32Array.of(0, 0, 0, 1),
      score: Float64Array.of(1, 2, 3, 4),
    };
    expect(balancedScores(double)).toBeUndefined();
  });
});

describe('raters needed when each person has others', () => {
  // Worked by hand: n ≥ Φ/(1−Φ) · (15 + 40)/25, and of the adjusted score with severities known to a variance of 2.
  const variances = { ratee: 25, rater: 15, residual: 40 };
  it('raw and adjusted', () => {
    const targets = [0.7, 0.8, 0.9];
    expect(targets.map((target) => ratersNeeded(variances, target))).toEqual([6, 9, 20]);
    const adjusted = { adjusted: true, severityVariance: 2 } as const;
    expect(targets.map((target) => ratersNeeded(variances, target, adjusted))).toEqual([4, 7, 16]);
  });

  it('reaches the dependability with that many, and not with one fewer', () => {
    for (const target of [0.5, 0.7, 0.8, 0.9, 0.95]) {
      const needed = ratersNeeded(variances, target);
      if (typeof needed !== 'number') throw new Error(needed.reason);
      expect(dependabilityOf(variances, needed)).toBeGreaterThanOrEqual(target);
      expect(dependabilityOf(variances, needed - 1)).toBeLessThan(target);
    }
    expect(singleRatingReliability(variances)).toBeCloseTo(25 / 80, 12);
  });

  it('no number of raters helps where persons do not differ', () => {
    expect(ratersNeeded({ ...variances, ratee: 0 }, 0.7)).toEqual({
      kind: 'not-estimable',
      reason: 'no-variation',
    });
    expect(dependabilityOf({ ratee: 0, rater: 0, residual: 0 }, 3)).toBeUndefined();
    expect(() => ratersNeeded(variances, 1)).toThrow(RangeError);
  });
});
