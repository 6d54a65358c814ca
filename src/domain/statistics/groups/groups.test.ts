import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { clusterRobust } from './cluster-robust.ts';
import { compareGroups, type Grade } from './compare.ts';
import { newcombe, wilson } from './shares.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

const each = (n: number) => Int32Array.from({ length: n }, (_, index) => index);

describe('a coefficient with clustered errors', () => {
  it('of two groups without clusters is Welch’s, with the degrees of Bell and McCaffrey', () => {
    const [one, other] = [
      [3, 5, 4, 8, 6, 7],
      [9, 12, 4, 15, 11, 2, 8, 13, 10],
    ];
    const y = Float64Array.from([...one, ...other]);
    const column = Float64Array.from(y, (_, row) => (row < one.length ? 1 : 0));
    const found = clusterRobust({ y, controls: [], column, cluster: each(y.length), clusters: y.length });
    const stats = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      return { mean, variance, n: values.length };
    };
    const [a, b] = [stats(one), stats(other)];
    expect(found?.estimate).toBeCloseTo(a.mean - b.mean, 12);
    expect(found?.se).toBeCloseTo(Math.sqrt(a.variance / a.n + b.variance / b.n), 12);
    // Imbens & Kolesár 2016, section 3.2: (N0+N1)²(N0−1)(N1−1) / (N1²(N1−1) + N0²(N0−1)).
    const degrees =
      ((a.n + b.n) ** 2 * (a.n - 1) * (b.n - 1)) / (a.n ** 2 * (a.n - 1) + b.n ** 2 * (b.n - 1));
    expect(found?.degrees).toBeCloseTo(degrees, 10);
  });

  it('of whole clusters of one size is a t-test of their means', () => {
    const random = randomSource(11);
    const [clusters, size] = [14, 5];
    const y = Float64Array.from({ length: clusters * size }, () => random.normal());
    const cluster = Int32Array.from(y, (_, row) => Math.floor(row / size));
    const column = Float64Array.from(cluster, (own) => (own < 7 ? 1 : 0));
    const found = clusterRobust({ y, controls: [], column, cluster, clusters });
    const means = Array.from(
      { length: clusters },
      (_, own) => y.slice(own * size, own * size + size).reduce((sum, value) => sum + value, 0) / size,
    );
    const side = (own: readonly number[]) => {
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      return { mean, variance: own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1) };
    };
    const [a, b] = [side(means.slice(0, 7)), side(means.slice(7))];
    expect(found?.estimate).toBeCloseTo(a.mean - b.mean, 12);
    expect(found?.se).toBeCloseTo(Math.sqrt((a.variance + b.variance) / 7), 12);
    expect(found?.degrees).toBeCloseTo(12, 9);
  });

  it('says that it cannot tell where the column follows from the controls, or one cluster alone decides', () => {
    const y = Float64Array.from({ length: 12 }, (_, row) => row % 5);
    const column = Float64Array.from(y, (_, row) => (row < 6 ? 1 : 0));
    const other = column.map((value) => 1 - value);
    const cluster = Int32Array.from(y, (_, row) => row % 4);
    expect(clusterRobust({ y, controls: [other], column, cluster, clusters: 4 })).toBeNull();
    const two = Int32Array.from(y, (_, row) => (row < 6 ? 0 : 1));
    expect(clusterRobust({ y, controls: [], column, cluster: two, clusters: 2 })).toBeNull();
    expect(clusterRobust({ y: y.fill(3), controls: [], column, cluster: each(12), clusters: 12 })).toBeNull();
  });

  it('stands on eigenvectors that are right', () => {
    // Eigenvalues 1, 2, 4 of a matrix made of them.
    const { values } = symmetricEigen(Float64Array.from([2, 1, 0, 1, 2, 0, 0, 0, 4]), 3);
    expect([...values].sort()).toEqual([1, 3, 4].map((value) => expect.closeTo(value, 12)));
  });
});

describe('shares', () => {
  it('have the intervals of Newcombe 1998', () => {
    // Newcombe 1998, table II, example (a): 56/70 − 48/80, method 10: 0.0524 to 0.3339.
    const { difference, interval } = newcombe([56, 70], [48, 80]);
    expect(difference).toBeCloseTo(0.2, 12);
    expect(interval[0]).toBeCloseTo(0.0524, 4);
    expect(interval[1]).toBeCloseTo(0.3339, 4);
    // Example (f): 0/10 − 0/20: −0.1611 to 0.2775.
    expect(newcombe([0, 10], [0, 20]).interval.map((value) => value.toFixed(4))).toEqual([
      '-0.1611',
      '0.2775',
    ]);
    // Wilson 1927 for 81 of 263 (Newcombe 1998, single proportion): 0.2553 to 0.3662.
    expect(wilson(81, 263).map((value) => value.toFixed(4))).toEqual(['0.2553', '0.3662']);
  });
});

interface Design {
  readonly appraisers: number;
  readonly people: number;
  readonly share: number;
}

/** People of appraisers in four units; the group is commoner in some units; appraisers differ and so do units. */
function played(seed: number, { appraisers, people, share }: Design, gap: number) {
  const random = randomSource(seed);
  const n = appraisers * people;
  const cluster = Int32Array.from({ length: n }, (_, row) => Math.floor(row / people));
  const unit = cluster.map((own) => own % 4);
  const group = Int32Array.from(unit, (own) => (random.uniform() < share + 0.08 * (own - 1.5) ? 0 : 1));
  const leniency = Float64Array.from({ length: appraisers }, () => 4 * random.normal());
  const score = Float64Array.from(
    cluster,
    (own, row) => 60 + 3 * unit[row]! + leniency[own]! + 8 * random.normal() + (group[row] === 0 ? gap : 0),
  );
  const grade = Array.from(score, (value): Grade => (value > 72 ? 2 : value < 52 ? 0 : 1));
  const controls = [1, 2, 3].map((own) => Float64Array.from(unit, (each) => (each === own ? 1 : 0)));
  return {
    score,
    grade,
    group,
    groups: 2,
    controls,
    cluster,
    clusters: appraisers,
    leastPeople: 10,
    leastCount: 5,
  };
}

describe('groups compared', () => {
  it.each([
    { appraisers: 24, people: 6, share: 0.5 },
    { appraisers: 16, people: 8, share: 0.25 },
    { appraisers: 60, people: 5, share: 0.4 },
  ])(
    'have 95 % intervals that hold in 93 to 97 of 100 cases: %o',
    (design) => {
      const runs = 1500;
      let [covered, found] = [0, 0];
      for (let seed = 1; seed <= runs; seed += 1) {
        const [finding] = compareGroups(played(seed, design, 2)).findings;
        if (!finding?.adjusted) continue;
        found += 1;
        const [low, high] = finding.adjusted.interval;
        // Of two groups the smaller one is compared with the larger.
        const truth = finding.group === 0 ? 2 : -2;
        if (low <= truth && truth <= high) covered += 1;
      }
      expect(found).toBeGreaterThan(runs * 0.95);
      expect(covered / found).toBeGreaterThan(0.93);
      expect(covered / found).toBeLessThan(0.97);
    },
    60_000,
  );

  it('allow for the unit: without it the gap of the units stands as one of the group', () => {
    const gaps = { raw: 0, adjusted: 0 };
    for (let seed = 1; seed <= 200; seed += 1) {
      const [finding] = compareGroups(played(seed, { appraisers: 40, people: 6, share: 0.5 }, 0)).findings;
      const sign = finding?.group === 0 ? 1 : -1;
      gaps.raw += (sign * (finding?.raw?.value ?? 0)) / 200;
      gaps.adjusted += (sign * (finding?.adjusted?.value ?? 0)) / 200;
    }
    expect(gaps.raw).toBeGreaterThan(1);
    expect(Math.abs(gaps.adjusted)).toBeLessThan(0.3);
  });

  it('hide a small group together with another, so that it cannot be worked out from the total', () => {
    const base = played(3, { appraisers: 20, people: 6, share: 0.5 }, 0);
    const sizes = [4, 14, 42, 60];
    const group = Int32Array.from(base.group, (_, row) => {
      let at = 0;
      let left = row;
      while (left >= (sizes[at] ?? 0)) {
        left -= sizes[at] ?? 0;
        at += 1;
      }
      return at;
    });
    const compared = compareGroups({ ...base, group, groups: 4 });
    expect(compared.shown.map(({ people }) => people)).toEqual([42, 60]);
    expect(compared.hidden).toEqual({ groups: 2, people: 18 });
    const two = compareGroups({ ...base, group: group.map((own) => (own === 0 ? 0 : 1)), groups: 2 });
    expect(two.shown).toEqual([]);
    expect(two.findings).toEqual([]);
  });

  it('say nothing of groups that are not there, and leave out whoever is not known', () => {
    const base = played(5, { appraisers: 10, people: 6, share: 0.5 }, 0);
    expect(compareGroups({ ...base, group: base.group.fill(0) }).findings).toEqual([]);
    expect(compareGroups({ ...base, group: base.group.fill(-1) })).toMatchObject({ people: 0, unknown: 60 });
  });
});
