import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from './fairness.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tera-fairness-'));
beforeAll(() => vi.stubEnv('TERA_LANG', 'en'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const reference = (name: string) =>
  fileURLToPath(new URL(`../../../test/data/statistics/${name}`, import.meta.url));
const expected = (name: string) => JSON.parse(readFileSync(reference(name), 'utf8'));

async function execute(args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  async function* stdin(): AsyncGenerator<string> {}
  const code = await run(args, {
    stdin: stdin(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

function fileOf(text: string): string {
  const file = path.join(folder, 'ratings.csv');
  writeFileSync(file, text);
  return file;
}

interface Answer {
  counts: Record<string, number>;
  model: Record<string, unknown>;
  intercept: { value: number | null; se: number | null };
  variance: Record<'ratee' | 'rater' | 'item' | 'residual', number | null>;
  raters: {
    id: string;
    n: number;
    severity: number;
    se: number;
    subset: number;
    link: string;
    flags: string[];
  }[];
  ratees: { id: string; n: number; raw: number; fair: number; se: number; subset: number }[];
  reliability: { ratersNeeded: { target: number; raw: number; adjusted: number }[] } | null;
  warnings: { code: string; count?: number }[];
  detectors: { detector: string; unavailable: string | null; tested: number; flagged: number }[];
  flags: { detector: string; rater: string; cases: string[] }[];
}

async function answer(text: string, ...options: readonly string[]): Promise<Answer> {
  const { code, out, err } = await execute([fileOf(text), ...options]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

/** Rows of a header and `ratee,rater,score` lines. */
const table = (rows: readonly (readonly (string | number)[])[]) =>
  `ratee,rater,score\n${rows.map((row) => row.join(',')).join('\n')}\n`;

describe('reference data', () => {
  it('Penicillin: variances, effects and standard deviations of lme4', async () => {
    const { reml } = expected('Penicillin.expected.json');
    const { code, out } = await execute([
      reference('Penicillin.csv'),
      '--columns',
      'ratee=plate,rater=sample,score=diameter',
    ]);
    const got: Answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(got).slice(0, 8).join(' ')).toBe(
      'counts model intercept variance raters ratees reliability warnings',
    );
    expect(got.counts).toMatchObject({ ratings: 144, ratees: 24, raters: 6, items: 0, subsets: 1 });
    expect(got.model).toMatchObject({ name: 'crossed', method: 'REML', converged: true });
    expect(got.intercept.value).toBeCloseTo(reml.mu, 6);
    expect(got.intercept.se).toBeCloseTo(reml.se_mu, 5);
    const near = (value: number | null, right: number, relative: number) =>
      expect(Math.abs((value ?? 0) / right - 1)).toBeLessThan(relative);
    near(got.variance.ratee, reml.variance.plate, 1e-5);
    near(got.variance.rater, reml.variance.sample, 1e-5);
    near(got.variance.residual, reml.variance.Residual, 1e-5);
    expect(got.variance.item).toBeNull();
    for (const { id, severity, se } of got.raters) {
      const index = reml.blup.sample.id.indexOf(id);
      expect(severity).toBeCloseTo(-reml.blup.sample.blup[index], 5);
      near(se, Math.sqrt(reml.blup.sample.condvar[index]), 1e-5);
    }
    for (const { id, fair, se } of got.ratees) {
      const index = reml.blup.plate.id.indexOf(id);
      expect(fair).toBeCloseTo(reml.mu + reml.blup.plate.blup[index], 5);
      near(se, Math.sqrt(reml.blup.plate.condvar[index]), 1e-5);
    }
  });

  it('sixty thousand ratings with gaps in the numbers: variances and effects of lme4', async () => {
    const { reml } = expected('sim_B60k.expected.json');
    const file = path.join(folder, 'sim.csv');
    writeFileSync(file, gunzipSync(readFileSync(reference('sim_B60k.csv.gz'))));
    const { out } = await execute([file, '--columns=score=y']);
    const got: Answer = JSON.parse(out);
    expect(got.counts).toMatchObject({ ratings: 60_000, ratees: 12_000, raters: 1500 });
    for (const [part, name] of [
      ['ratee', 'ratee'],
      ['rater', 'rater'],
      ['residual', 'Residual'],
    ] as const)
      expect(Math.abs((got.variance[part] ?? 0) / reml.variance[name] - 1)).toBeLessThan(1e-3);
    const severity = new Map(got.raters.map((each) => [each.id, each.severity]));
    const sample = reml.blup_sample.rater;
    const deviation = Math.sqrt(reml.variance.rater);
    sample.id.forEach((id: string, index: number) => {
      expect(Math.abs((severity.get(id) ?? 9) + sample.blup[index])).toBeLessThan(0.001 * deviation);
    });
  });

  it('Dyestuff: one rater only has no severity, the batches have their variance', async () => {
    const { reml } = expected('Dyestuff.expected.json');
    const lines = readFileSync(reference('Dyestuff.csv'), 'utf8').trim().split('\n').slice(1);
    const got = await answer(
      table(lines.map((line) => [line.split(',')[0] ?? '', 'lab', line.split(',')[1] ?? ''])),
    );
    expect(Math.abs((got.variance.ratee ?? 0) / reml.variance.Batch - 1)).toBeLessThan(1e-5);
    expect(got.raters).toMatchObject([{ id: 'lab', n: 30, severity: 0, link: 'unlinked', flags: [] }]);
  });
});

describe('hard cases', () => {
  const NOTHING = { value: null, se: null };

  it('one rater for each person: counts and plain means, no severities', async () => {
    const rows = Array.from({ length: 60 }, (_, k) => [`p${k}`, `r${k % 6}`, 60 + ((k * 7) % 23)]);
    const got = await answer(table(rows));
    expect(got.model).toMatchObject({ converged: false, notEstimable: 'not-crossed' });
    expect(got.intercept).toEqual(NOTHING);
    expect(got.raters[0]).toMatchObject({ id: 'r0', n: 10, severity: null, se: null, link: 'unlinked' });
    expect(got.ratees[1]).toMatchObject({ id: 'p1', n: 1, raw: 67, fair: null });
    expect(got.reliability).toBeNull();
    expect(got.flags).toEqual([]);
    expect(got.warnings.map((each) => each.code)).toEqual(
      expect.arrayContaining(['not-estimable', 'subsets', 'unlinked-raters']),
    );
    expect(got.detectors.find((each) => each.detector === 'severity')?.unavailable).toBe('no-model');
  });

  it('islands are numbered by size and counted', async () => {
    const island = (name: string, people: number, level: number) =>
      Array.from({ length: people }, (_, k) =>
        ['x', 'y', 'z'].map((rater, j) => [
          `${name}${k}`,
          `${name}-${rater}`,
          level + ((k * 5 + j * 3) % 11),
        ]),
      ).flat();
    const got = await answer(table([...island('small', 4, 60), ...island('large', 9, 75)]));
    expect(got.counts.subsets).toBe(2);
    expect(got.raters.map((each) => [each.id, each.subset])).toEqual([
      ['small-x', 1],
      ['small-y', 1],
      ['small-z', 1],
      ['large-x', 0],
      ['large-y', 0],
      ['large-z', 0],
    ]);
    expect(got.warnings).toContainEqual({ code: 'subsets', count: 2 });
  });

  it('a rater who gives one value keeps a severity and is no error', async () => {
    const rows = Array.from({ length: 12 }, (_, k) => [
      [`p${k}`, 'same', 80],
      [`p${k}`, 'a', 60 + ((k * 7) % 20)],
      [`p${k}`, 'b', 62 + ((k * 7) % 20) + (k % 3)],
    ]).flat();
    const got = await answer(table(rows));
    const same = got.raters.find((each) => each.id === 'same');
    expect(same?.severity).toBeLessThan(0);
    expect(Number.isFinite(same?.se)).toBe(true);
  });

  it('a single person, all scores equal, two ratings, one rating: each with its reason', async () => {
    const reasonOf = async (rows: readonly (readonly (string | number)[])[]) =>
      (await answer(table(rows))).model.notEstimable;
    expect(await reasonOf(Array.from({ length: 8 }, (_, k) => ['p', `r${k}`, 60 + k]))).toBeDefined();
    const equal = Array.from({ length: 30 }, (_, k) => [`p${k % 10}`, `r${k % 3}`, 75]);
    expect(await reasonOf(equal)).toBe('no-variation');
    expect(
      await reasonOf([
        ['p', 'a', 60],
        ['p', 'b', 70],
      ]),
    ).toBeDefined();
    expect(await reasonOf([['p', 'a', 60]])).toBeDefined();
  });

  it('items missing here and there', async () => {
    const rows = Array.from({ length: 40 }, (_, k) =>
      ['a', 'b', 'c'].flatMap((rater, j) =>
        [1, 2, 3, 4]
          .filter((item) => (k + item + j) % 5 !== 0)
          .map((item) => `p${k},${rater},${item},${3 + item * 0.2 + ((k * 3 + j * 5 + item * 7) % 9) / 8}`),
      ),
    ).flat();
    const got = await answer(`ratee,rater,item,score\n${rows.join('\n')}\n`);
    expect(got.counts).toMatchObject({ forms: 120, items: 4, ratings: rows.length });
    expect(got.variance.item).toBeGreaterThan(0.02);
    expect(got.warnings.map((each) => each.code)).toContain('unequal-items');
    expect(got.model.converged).toBe(true);
  });

  it('many people with one rating each', async () => {
    const rows = Array.from({ length: 50_000 }, (_, k) => [`p${k}`, `r${k % 500}`, (k * 7919) % 101]);
    const got = await answer(table(rows));
    expect(got.counts).toMatchObject({ ratings: 50_000, ratees: 50_000, raters: 500, subsets: 500 });
    expect(got.ratees.length).toBe(50_000);
    expect(got.model.notEstimable).toBe('not-crossed');
  });
});

describe('the command', () => {
  const rows = Array.from({ length: 90 }, (_, k) => [`p${k % 30}`, `r${(k * 7) % 8}`, 55 + ((k * 31) % 40)]);

  it('writes a file whole or not at all, the same bytes each time but for the seconds', async () => {
    const out = path.join(folder, 'out.json');
    const once = async () => {
      expect(await execute([fileOf(table(rows)), '--out', out])).toEqual({ code: 0, out: '', err: '' });
      return readFileSync(out, 'utf8').replace(/"seconds":[\d.]+/, '');
    };
    expect(await once()).toBe(await once());
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const { code, err } = await execute([
      fileOf(table(rows)),
      '--out',
      path.join(folder, 'none', 'out.json'),
    ]);
    expect([code, err]).toEqual([
      1,
      `${path.join(folder, 'none', 'out.json')}: cannot be written (ENOENT)\n`,
    ]);
  });

  it('takes threshold, rate, minimum, cuts, seed and scale into the settings', async () => {
    const options =
      '--threshold 3 --probability 0.9 --q=0.1 --minimum 5 --cuts 60,75 --seed 9 --scale 0,100'.split(' ');
    const got = (await answer(table(rows), ...options)) as unknown as { settings: object };
    expect(got.settings).toMatchObject({
      severityThreshold: 3,
      severityProbability: 0.9,
      falseDiscoveryRate: 0.1,
      minimumForms: 5,
      cuts: [60, 75],
      seed: 9,
      scale: [0, 100],
    });
  });

  it('names bad cells and writes nothing', async () => {
    const out = path.join(folder, 'refused.json');
    const file = fileOf('ratee,rater,score\na,x,9\nb,x,tujuh\n,x,3\n');
    const { code, err } = await execute([file, '--out', out]);
    expect(code).toBe(1);
    expect(err.split('\n').slice(0, 2)).toEqual([
      `${file}:3:5 score: is not a number, write a number such as 82.5, or leave it empty`,
      `${file}:4:1 ratee: is missing, write one name or number`,
    ]);
    expect(existsSync(out)).toBe(false);
    const many = await execute([fileOf(`ratee,rater,score\n${'a,b,c\n'.repeat(30)}`)]);
    expect(many.err.trim().split('\n').at(-1)).toBe('… 10 more problems');
  });

  it('refuses what cannot be read, and wrong usage', async () => {
    expect(await execute([path.join(folder, 'absent.csv')])).toMatchObject({
      code: 1,
      err: `${path.join(folder, 'absent.csv')}: cannot be read (ENOENT)\n`,
    });
    const file = fileOf(table(rows));
    for (const args of [
      [],
      [file, file],
      [file, '--out'],
      [file, '--columns', 'who=x'],
      [file, '--q', '2'],
      [file, '--probability', '0.3'],
      [file, '--scale', '5,1'],
      [file, '--threshold', 'many'],
      [file, '--unknown', '1'],
    ]) {
      const { code, err } = await execute(args);
      expect([args.length, code]).toEqual([args.length, 2]);
      expect(err).toContain('tera fairness RATINGS.csv');
    }
  });
});
