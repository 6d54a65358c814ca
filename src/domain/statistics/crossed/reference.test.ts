// Against lme4 1.1-31 (R 4.2.2), with its optimiser tightened; sources of the data: test/data/statistics/SOURCES.md.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Ratings } from '../ratings.ts';
import { type CrossedFit, type CrossedOptions, fitCrossed } from './index.ts';

interface Reference {
  readonly criterion: number;
  readonly mu: number;
  readonly se_mu: number;
  readonly variance: Readonly<Record<string, number>>;
  readonly blup?: Readonly<Record<string, Levels>>;
  readonly blup_sample?: Readonly<Record<string, Levels>>;
}

interface Levels {
  readonly id: readonly string[];
  readonly blup: readonly number[];
  readonly condvar: readonly number[];
}

test('Penicillin: variances, criterion, effects and their conditional variances', async () => {
  const { reml } = await expected('Penicillin');
  const { ratings, ids } = read(await lines('Penicillin.csv'), { ratee: 1, rater: 2, score: 0 });
  const fit = estimated(ratings);
  expect(fit.method).toBe('exact');
  expect(fit.converged).toBe(true);
  close(fit.variance.ratee, reml.variance.plate);
  close(fit.variance.rater, reml.variance.sample);
  close(fit.variance.residual, reml.variance.Residual);
  close(fit.criterion, reml.criterion, 1e-8);
  close(fit.fixed[0]?.value, reml.mu, 1e-9);
  close(fit.fixed[0]?.se, reml.se_mu);
  compareLevels(ids.ratee, fit.ratee, fit.rateeSe, reml.blup?.plate);
  compareLevels(ids.rater, fit.rater, fit.raterSe, reml.blup?.sample);
});

test('Dyestuff: one factor, the other with a single level', async () => {
  const { reml } = await expected('Dyestuff');
  const { ratings, ids } = read(await lines('Dyestuff.csv'), { ratee: 0, score: 1 });
  const fit = estimated(ratings);
  expect(fit.absorbed).toEqual(['rater']);
  expect(fit.variance.rater).toBe(0);
  close(fit.variance.ratee, reml.variance.Batch);
  close(fit.variance.residual, reml.variance.Residual);
  close(fit.criterion, reml.criterion, 1e-8);
  close(fit.fixed[0]?.se, reml.se_mu);
  compareLevels(ids.ratee, fit.ratee, fit.rateeSe, reml.blup?.Batch);
});

test('60,000 simulated ratings, by random vectors: within 0.1 % and a thousandth of a standard deviation', async () => {
  const { ratings, ids, reml } = await simulated();
  const fit = estimated(ratings, { method: 'stochastic' });
  expect(fit.method).toBe('stochastic');
  close(fit.variance.ratee, reml.variance.ratee, 1e-3);
  close(fit.variance.rater, reml.variance.rater, 1e-3);
  close(fit.variance.residual, reml.variance.Residual, 1e-3);
  for (const factor of ['ratee', 'rater'] as const) {
    const levels = reml.blup_sample?.[factor] as Levels;
    const deviation = Math.sqrt(reml.variance[factor] as number);
    const errors = levels.id.map((id, i) => {
      const at = ids[factor].indexOf(id);
      const se = (factor === 'ratee' ? fit.rateeSe : fit.raterSe)[at] as number;
      return {
        effect: (fit[factor][at] as number) - (levels.blup[i] as number),
        se: se / Math.sqrt(levels.condvar[i] as number) - 1,
      };
    });
    expect(Math.max(...errors.map(({ effect }) => Math.abs(effect)))).toBeLessThan(0.001 * deviation);
    expect(rootMeanSquare(errors.map(({ se }) => se))).toBeLessThan(0.03);
  }
});

test('the same exactly: criterion, variances, effects, conditional variances', async () => {
  const { ratings, ids, reml } = await simulated();
  const fit = estimated(ratings, { method: 'exact' });
  close(fit.variance.ratee, reml.variance.ratee);
  close(fit.variance.rater, reml.variance.rater);
  close(fit.variance.residual, reml.variance.Residual);
  close(fit.criterion, reml.criterion, 1e-9);
  close(fit.fixed[0]?.value, reml.mu, 1e-8);
  close(fit.fixed[0]?.se, reml.se_mu);
  compareLevels(ids.ratee, fit.ratee, fit.rateeSe, reml.blup_sample?.ratee, 12_000);
  compareLevels(ids.rater, fit.rater, fit.raterSe, reml.blup_sample?.rater, 12_000);
});

function estimated(ratings: Ratings, options?: CrossedOptions): CrossedFit {
  const fit = fitCrossed(ratings, options);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  return fit;
}

function close(value: number | undefined, reference: number | undefined, relative = 1e-5): void {
  expect(reference).toBeDefined();
  expect(Math.abs((value as number) / (reference as number) - 1)).toBeLessThan(relative);
}

/** Effects within 1e-5 of their standard deviation, conditional variances within 1e-5 relative. */
function compareLevels(
  ids: readonly string[],
  effects: Float64Array,
  errors: Float64Array,
  levels: Levels | undefined,
  atLeast = 1,
): void {
  expect(ids.length).toBeGreaterThan(0);
  expect(levels?.id.length).toBeGreaterThanOrEqual(Math.min(atLeast, 100));
  levels?.id.forEach((id, i) => {
    const at = ids.indexOf(id);
    const deviation = Math.sqrt(levels.condvar[i] as number);
    expect(Math.abs((effects[at] as number) - (levels.blup[i] as number)) / deviation).toBeLessThan(1e-5);
    close((errors[at] as number) ** 2, levels.condvar[i]);
  });
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

async function expected(name: string): Promise<{ readonly reml: Reference }> {
  return JSON.parse(await readFile(`test/data/statistics/${name}.expected.json`, 'utf8'));
}

async function lines(name: string): Promise<readonly string[]> {
  const bytes = await readFile(`test/data/statistics/${name}`);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text.trim().split('\n').slice(1);
}

async function simulated() {
  const table = read(await lines('sim_B60k.csv.gz'), { ratee: 0, rater: 1, score: 2 });
  return { ...table, ...(await expected('sim_B60k')) };
}

function read(rows: readonly string[], column: { ratee: number; rater?: number; score: number }) {
  const cells = rows.map((row) => row.trim().split(','));
  const coded = (at: number | undefined) => {
    const number = new Map<string, number>();
    const codes = Int32Array.from(cells, (row) => {
      const id = at === undefined ? 'one' : (row[at] as string);
      const code = number.get(id) ?? number.size;
      number.set(id, code);
      return code;
    });
    return { ids: [...number.keys()], codes };
  };
  const [ratee, rater] = [coded(column.ratee), coded(column.rater)];
  const ratings: Ratings = {
    ratees: ratee.ids.length,
    raters: rater.ids.length,
    ratee: ratee.codes,
    rater: rater.codes,
    score: Float64Array.from(cells, (row) => Number(row[column.score])),
  };
  return { ratings, ids: { ratee: ratee.ids, rater: rater.ids } };
}
