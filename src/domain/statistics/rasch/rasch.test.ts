import { describe, expect, it } from 'vitest';
// Guilford 1954, p. 282; exact unconditional maximum likelihood, confirmed by a log-linear model in R 4.2.2.
import biases from '../../../../test/data/statistics/guilford_bias.expected.json' with { type: 'json' };
import guilford from '../../../../test/data/statistics/guilford_creativity.expected.json' with {
  type: 'json',
};
import { referenceNumbers } from '../../../../test/support/reference-data.ts';
import { randomSource } from '../random.ts';
import { fitRasch, type OrdinalRatings, pairBiases, type RaschOptions } from './index.ts';

const rows = referenceNumbers('guilford_creativity');
const level = (column: number) => Int32Array.from(rows, (row) => (row[column] ?? 0) - 1);
const scientists: OrdinalRatings = {
  ratees: 7,
  raters: 3,
  items: 5,
  rater: level(0),
  ratee: level(1),
  item: level(2),
  category: rows.map((row) => row[3] ?? 0),
};

function fitted(ratings: OrdinalRatings, options?: RaschOptions) {
  const fit = fitRasch(ratings, options);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  return fit;
}

describe('7 junior scientists × 5 traits by 3 senior ones', () => {
  const fit = fitted(scientists, { method: 'jml', tolerance: 1e-10 });
  const { expected } = guilford;

  it.each(['ratee', 'rater', 'item'] as const)('measures, errors and fit of each %s', (facet) => {
    const figures = fit[facet];
    expect(figures?.status).toBe('estimated');
    for (const [at, known] of expected[facet].entries()) {
      const near = (value: number) => expect.closeTo(value, 10);
      expect({
        measure: figures?.measure[at],
        se: figures?.se[at],
        seFull: figures?.seFull?.[at],
        infit: figures?.infit[at],
        infitZ: figures?.infitZ[at],
        outfit: figures?.outfit[at],
        outfitZ: figures?.outfitZ[at],
      }).toEqual({
        measure: near(known.measure),
        se: near(known.se_model),
        seFull: near(known.se_full),
        infit: near(known.infit),
        infitZ: near(known.infit_z),
        outfit: near(known.outfit),
        outfitZ: near(known.outfit_z),
      });
      // The reference counts steps passed: a rating less 1.
      expect(figures?.count[at]).toBe(known.count);
      expect(figures?.score[at]).toBe(known.score + known.count);
    }
  });

  it('thresholds, likelihood and residuals', () => {
    expect(fit).toMatchObject({ converged: true, ratings: 105, categories: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    expect(fit.logLikelihood).toBeCloseTo(expected.loglik, 10);
    for (const [step, tau] of expected.tau.entries()) {
      expect(fit.thresholds[step]).toBeCloseTo(tau, 10);
      expect(fit.thresholdSe[step]).toBeCloseTo(expected.tau_se[step] ?? 0, 10);
    }
    expect(fit.residuals.mean).toBeCloseTo(0, 12);
    expect(fit.residuals.standardisedVariance).toBeCloseTo(expected.global.var_std_resid, 10);
  });

  it('separation: true spread over error, by hand', () => {
    const measures = expected.ratee.map(({ measure }) => measure);
    const variance = measures.reduce((sum, measure) => sum + measure ** 2, 0) / 6;
    const error = expected.ratee.reduce((sum, { se_model }) => sum + se_model ** 2, 0) / 7;
    expect(fit.ratee.reliability).toBeCloseTo((variance - error) / variance, 10);
    expect(fit.ratee.separation).toBeCloseTo(Math.sqrt((variance - error) / error), 10);
  });

  it('biases of each pair, and the two that Facets published', () => {
    const pairs = pairBiases(scientists, fit);
    expect(pairs).toHaveLength(21);
    for (const known of biases.computed) {
      const pair = pairs.find(({ rater, ratee }) => rater === known.rater - 1 && ratee === known.ratee - 1);
      expect(pair).toMatchObject({
        count: 5,
        degrees: 4,
        bias: expect.closeTo(known.bias, 7),
        se: expect.closeTo(known.se, 7),
        t: expect.closeTo(known.t, 6),
      });
      const residual = (pair?.observed ?? 0) - (pair?.expected ?? 0);
      expect(residual).toBeCloseTo(known.resid, 6);
      expect(residual / 5).toBeCloseTo(known.avg, 6);
    }
    // Facets, tables 9.1 and 14: first iteration −12.9867; David with Brahe on average 1.54.
    const of = (rater: number, ratee: number) =>
      pairs.find((pair) => pair.rater === rater && pair.ratee === ratee);
    expect((of(1, 4)?.observed ?? 0) - (of(1, 4)?.expected ?? 0)).toBeCloseTo(-13, 0);
    expect(((of(1, 3)?.observed ?? 0) - (of(1, 3)?.expected ?? 0)) / 5).toBeCloseTo(1.55, 1);
  });

  // NumPy and SciPy 1.17.1: BFGS and Newton on the penalised likelihood, errors from its numerical second derivatives.
  it('with priors: mode and errors as found independently', () => {
    const found = fitted(scientists, { priors: { ratee: 0.5, rater: 0.2, item: 0.3 }, tolerance: 1e-9 });
    const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
    expect([...found.ratee.measure]).toEqual(
      near([-0.06337158, 0.58302919, -0.22531987, -0.42326768, 0.38784196, -0.51252398, 0.25361195]),
    );
    expect([...found.rater.measure]).toEqual(near([0.03832668, 0.21775396, -0.08011828]));
    expect([...(found.item?.measure ?? [])]).toEqual(
      near([-0.24292259, -0.12731175, 0.18353328, -0.26225911, 0.44896017]),
    );
    expect([...(found.ratee.seFull ?? [])].slice(0, 3)).toEqual(near([0.15232738, 0.17145888, 0.15623412]));
    expect([...(found.rater.seFull ?? [])]).toEqual(near([0.13615025, 0.13859841, 0.13562221]));
    expect([...(found.item?.seFull ?? [])].slice(0, 2)).toEqual(near([0.12789572, 0.12544603]));
    expect([...found.thresholdSe].slice(0, 2)).toEqual(near([0.68520393, 0.55806484]));
    expect(found.logLikelihood).toBeCloseTo(-167.731254973, 8);
  });

  it('priors pull measures together, in the same order, and give honest errors', () => {
    const weak = fitted(scientists, { priors: { ratee: 1e6, rater: 1e6, item: 1e6 }, tolerance: 1e-9 });
    for (const [at, measure] of fit.ratee.measure.entries())
      expect(weak.ratee.measure[at]).toBeCloseTo(measure, 5);
    for (const [at, measure] of fit.rater.measure.entries())
      expect(weak.rater.measure[at]).toBeCloseTo(measure, 5);
    for (const [at, se] of (fit.rater.seFull ?? []).entries())
      expect(weak.rater.seFull?.[at]).toBeCloseTo(se, 5);
    for (const [step, se] of fit.thresholdSe.entries()) expect(weak.thresholdSe[step]).toBeCloseTo(se, 5);
    const strong = fitted(scientists, { priors: { ratee: 0.05, rater: 0.05, item: 0.05 } });
    const spread = (values: Float64Array) => Math.max(...values) - Math.min(...values);
    expect(spread(strong.ratee.measure)).toBeLessThan(spread(fit.ratee.measure));
    const order = (values: Float64Array) =>
      [...values.keys()].sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
    expect(order(strong.ratee.measure)).toEqual(order(fit.ratee.measure));
    const estimated = fitted(scientists, { priors: 'estimated' });
    expect(estimated.priors?.ratee).toBeGreaterThan(estimated.priors?.rater ?? 1);
    for (const se of estimated.ratee.seFull ?? []) expect(se ** 2).toBeLessThan(estimated.priors?.ratee ?? 0);
  });
});

/** Five ratings a ratee by raters drawn at random, steps at −1.5, −.5, .5, 1.5. */
function simulated(ratees: number, raters: number, each: number, seed: number) {
  const random = randomSource(seed);
  const ability = Float64Array.from({ length: ratees }, () => random.normal());
  const severity = Float64Array.from({ length: raters }, () => 0.6 * random.normal());
  const count = ratees * each;
  const ratee = Int32Array.from({ length: count }, (_, row) => Math.floor(row / each));
  const rater = Int32Array.from({ length: count }, () => random.integer(raters));
  const category = Array.from({ length: count }, (_, row) => {
    const eta = (ability[ratee[row] ?? 0] ?? 0) - (severity[rater[row] ?? 0] ?? 0);
    const logs = [0, eta + 1.5, 2 * eta + 2, 3 * eta + 1.5, 4 * eta];
    const total = logs.reduce((sum, log) => sum + Math.exp(log), 0);
    let left = random.uniform() * total;
    return logs.findIndex((log) => {
      left -= Math.exp(log);
      return left < 0;
    });
  });
  return { ability, severity, ratings: { ratees, raters, ratee, rater, category } };
}

describe('simulated ratings', () => {
  it('come back: measures within their errors', () => {
    const { ability, severity, ratings } = simulated(300, 20, 40, 3);
    const fit = fitted(ratings, { method: 'jml' });
    const mean = ability.reduce((sum, value) => sum + value, 0) / ability.length;
    const misses = [...fit.ratee.measure].filter((measure, at) => {
      const error = measure - ((ability[at] ?? 0) - mean);
      return Math.abs(error) > 1.96 * (fit.ratee.seFull?.[at] ?? 0);
    });
    expect(misses.length / 300).toBeLessThan(0.1);
    for (const [step, tau] of [-1.5, -0.5, 0.5, 1.5].entries())
      expect(fit.thresholds[step]).toBeCloseTo(tau, 0);
    for (const [at, measure] of fit.rater.measure.entries()) {
      expect(Math.abs(measure + mean - (severity[at] ?? 0))).toBeLessThan(4 * (fit.rater.seFull?.[at] ?? 0));
    }
    for (const fitValue of fit.rater.infit) expect(Math.abs(fitValue - 1)).toBeLessThan(0.25);
  });

  it('with raters by the thousand: no full errors asked for, none given', () => {
    const { ratings } = simulated(2000, 200, 5, 8);
    const fit = fitted(ratings, { fullInformationUpTo: 100 });
    expect(fit.rater).not.toHaveProperty('seFull');
    expect(fit.converged).toBe(true);
    expect(fit.ratee.reliability).toBeGreaterThan(0.5);
  });
});
