/**
 * The severity model: speed, memory and agreement. Ten million ratings take minutes in all and are asked for with
 * `TERA_BENCH_LARGE=1 npm run bench -- fairness`.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type CrossedFit, fitCrossed } from '#domain/statistics/crossed/index.ts';
import type { Ratings } from '#domain/statistics/ratings.ts';
import { simulate } from '#domain/statistics/simulate.ts';
import { projectRoot } from '#platform/project-root.ts';
import { measureFairnessCommand } from './fairness-cli.ts';
import type { MeasuredFit } from './fairness-fit.ts';
import { comparedWithLme4 } from './fairness-lme4.ts';
import { measurePlanted } from './fairness-planted.ts';
import { atMost, type Measure, shown } from './measure.ts';

const run = promisify(execFile);

const DESIGNS = ['A', 'B', 'C'] as const;

/** Reach of one fit with all standard deviations: seconds of the processor, and the peak of the process in megabytes. */
const SIZES = [
  { count: '1e5', seconds: 1.5, megabytes: 200 },
  { count: '1e6', seconds: 4, megabytes: 400 },
] as const;
const LARGE = { count: '1e7', seconds: 20, megabytes: 1600 } as const;

export async function fairness(): Promise<readonly Measure[]> {
  const sizes = process.env.TERA_BENCH_LARGE ? [...SIZES, LARGE] : SIZES;
  const measures: Measure[] = [];
  for (const size of sizes) for (const design of DESIGNS) measures.push(...(await oneFit(design, size)));
  return [
    ...measures,
    ...(await agreement()),
    ...errorsAgainstExact(),
    ...(await comparedWithLme4()),
    ...measurePlanted(),
    ...(await measureFairnessCommand()),
  ];
}

async function oneFit(
  design: (typeof DESIGNS)[number],
  size: (typeof SIZES)[number] | typeof LARGE,
): Promise<readonly Measure[]> {
  const script = path.join(projectRoot(), 'src/app/bench/fairness-fit.ts');
  const { stdout } = await run(process.execPath, [script, design, size.count]);
  const found = JSON.parse(stdout) as MeasuredFit;
  const name = `fairness: design ${design}, ${size.count} ratings`;
  return [
    atMost(`${name}, fit (${found.method})`, found.processorSeconds, 's of the processor', size.seconds),
    atMost(`${name}, peak of the process`, found.peakMegabytes, 'MB', size.megabytes),
    atMost(`${name}, farthest variance from the truth`, found.worstVariance, 'standard errors', 3.5),
    shown(`${name}, true scores inside the 95 % interval`, 100 * found.coverage, '%'),
    shown(`${name}, correlation with the truth, raw mean`, found.rawCorrelation, ''),
    shown(`${name}, correlation with the truth, fair score`, found.fairCorrelation, ''),
  ];
}

interface Reference {
  readonly reml: {
    readonly criterion: number;
    readonly variance: { readonly ratee: number; readonly rater: number; readonly Residual: number };
    readonly blup_sample: Readonly<
      Record<'ratee' | 'rater', { readonly id: readonly string[]; readonly blup: readonly number[] }>
    >;
  };
}

/** 60,000 simulated ratings against lme4 with its optimiser tightened. */
async function agreement(): Promise<readonly Measure[]> {
  const folder = path.join(projectRoot(), 'test/data/statistics');
  const { reml } = JSON.parse(
    await readFile(path.join(folder, 'sim_B60k.expected.json'), 'utf8'),
  ) as Reference;
  const { ratings, ids } = readTable(
    gunzipSync(await readFile(path.join(folder, 'sim_B60k.csv.gz'))).toString(),
  );
  const measures: Measure[] = [];
  for (const method of ['exact', 'stochastic'] as const) {
    const fit = fitCrossed(ratings, { method });
    if (fit.kind !== 'estimated') throw new Error(fit.reason);
    const pairs = [
      [fit.variance.ratee, reml.variance.ratee],
      [fit.variance.rater, reml.variance.rater],
      [fit.variance.residual, reml.variance.Residual],
    ] as const;
    const worst = Math.max(...pairs.map(([ours, theirs]) => Math.abs(ours / theirs - 1)));
    const name = `fairness: 60,000 ratings against lme4, ${method}`;
    measures.push(
      atMost(`${name}, variances`, 100 * worst, '%', method === 'exact' ? 0.001 : 0.1),
      atMost(
        `${name}, effects`,
        effectsApart(fit, ids, reml),
        'standard deviations',
        method === 'exact' ? 1e-5 : 0.001,
      ),
    );
    if (fit.criterion !== undefined) {
      const apart = Math.abs(fit.criterion / reml.criterion - 1);
      measures.push(atMost(`${name}, criterion`, 100 * apart, '%', 0.001));
    }
  }
  return measures;
}

function effectsApart(
  fit: CrossedFit,
  ids: Readonly<Record<'ratee' | 'rater', readonly string[]>>,
  reml: Reference['reml'],
): number {
  let worst = 0;
  for (const factor of ['ratee', 'rater'] as const) {
    const places = new Map(ids[factor].map((id, i) => [id, i]));
    const { id, blup } = reml.blup_sample[factor];
    id.forEach((each, i) => {
      const ours = fit[factor][places.get(each) as number] as number;
      worst = Math.max(worst, Math.abs(ours - (blup[i] as number)) / Math.sqrt(reml.variance[factor]));
    });
  }
  return worst;
}

function readTable(text: string) {
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const code = (column: 0 | 1) => {
    const numbers = new Map<string, number>();
    const codes = Int32Array.from(rows, (row) => {
      const id = row[column] as string;
      const known = numbers.get(id) ?? numbers.size;
      numbers.set(id, known);
      return known;
    });
    return { codes, ids: [...numbers.keys()] };
  };
  const [ratee, rater] = [code(0), code(1)];
  const ratings: Ratings = {
    ratees: ratee.ids.length,
    raters: rater.ids.length,
    ratee: ratee.codes,
    rater: rater.codes,
    score: Float64Array.from(rows, (row) => Number(row[2])),
  };
  return { ratings, ids: { ratee: ratee.ids, rater: rater.ids } };
}

/** How well four random vectors, as used for ten million ratings, tell the posterior standard deviations. */
function errorsAgainstExact(): readonly Measure[] {
  return (
    [
      ['A', 32_000],
      ['B', 32_000],
      ['C', 60_000],
    ] as const
  ).flatMap(([design, count]) => {
    const data = simulate(design, count, 7);
    const exact = fitCrossed(data, { method: 'exact' });
    const drawn = fitCrossed(data, { method: 'stochastic', probes: 4 });
    if (exact.kind !== 'estimated' || drawn.kind !== 'estimated') throw new Error('not estimable');
    const name = `fairness: standard deviations by 4 random vectors against exact, design ${design}`;
    return [
      atMost(`${name}, ratees`, 100 * rootMeanRatio(drawn.rateeSe, exact.rateeSe), '% rms', 1),
      atMost(`${name}, raters`, 100 * rootMeanRatio(drawn.raterSe, exact.raterSe), '% rms', 2),
    ];
  });
}

function rootMeanRatio(values: Float64Array, reference: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) / (reference[i] as number) - 1) ** 2;
  return Math.sqrt(sum / values.length);
}
