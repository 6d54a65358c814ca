import { describe, expect, it } from 'vitest';
import { loadScheme } from '#app/schemes.ts';
import { randomSource } from '#domain/statistics/random.ts';
import {
  agreementOf,
  changeSince,
  differsFrom,
  lookFigure,
  noSeverity,
  smallestVisible,
  spreadOf,
  testedEffect,
  testedRatio,
  verdictOf,
} from './figures.ts';
import { levelCounts, levelShares } from './levels.ts';
import { levelNames } from './view.ts';

describe('what the data can tell of an appraiser', () => {
  const policy = { severityThreshold: 5, severityProbability: 0.95, range: 100 };

  it('names the smallest severity that a simulation finds four times in five', () => {
    // One rater with n people each also rated by others: y = ρ + e, e ~ N(0, v); prior ρ ~ N(0, σ²r).
    const [raterVariance, errorVariance] = [16, 3];
    const variance = 1 / (1 / raterVariance + 1 / errorVariance);
    const se = Math.sqrt(variance);
    const visible = smallestVisible({ se, raterVariance, ...policy });
    if (visible === null) throw new Error('visible');
    const random = randomSource(7);
    let named = 0;
    const draws = 40_000;
    for (let draw = 0; draw < draws; draw++) {
      const seen = visible + Math.sqrt(errorVariance) * random.normal();
      const mean = (variance / errorVariance) * seen;
      // P(ρ > Δ | y) ≥ .95
      if (mean - 1.6448536 * se >= policy.severityThreshold) named += 1;
    }
    expect(named / draws).toBeCloseTo(0.8, 2);
  });

  it('says that nothing can be seen where the posterior is as wide as the prior, or beyond the scale', () => {
    expect(smallestVisible({ se: 4, raterVariance: 16, ...policy })).toBeNull();
    expect(smallestVisible({ se: 3.9, raterVariance: 16, ...policy })).toBeNull();
    expect(smallestVisible({ se: 1, raterVariance: 0, ...policy })).toBeNull();
  });

  it('sees less with fewer ratings', () => {
    const few = smallestVisible({ se: 2.5, raterVariance: 16, ...policy }) ?? 0;
    const many = smallestVisible({ se: 1, raterVariance: 16, ...policy }) ?? 0;
    expect(few).toBeGreaterThan(many);
    expect(many).toBeGreaterThan(5);
  });

  it('judges only as the run did', () => {
    expect(verdictOf({ interval: [6, 20], flags: ['severity', 'halo'] }, 5)).toBe('severe');
    expect(verdictOf({ interval: [-20, -6], flags: ['leniency'] }, 5)).toBe('lenient');
    expect(verdictOf({ interval: [6, 20], flags: [] }, 5)).toBe('open');
    expect(verdictOf({ interval: [-4, 3], flags: [] }, 5)).toBe('within');
  });

  it('says why there is no severity', () => {
    expect(noSeverity('unlinked', { kind: 'estimated' })).toBe('unlinked');
    expect(noSeverity('linked', { kind: 'not-estimable', reason: 'not-crossed' })).toBe('not-crossed');
    expect(noSeverity('weak', { kind: 'estimated' })).toBeNull();
  });

  it('adds the uncertainty of two periods', () => {
    const change = changeSince({ severity: 2, se: 3 }, { severity: 9, se: 4 });
    expect(change.value).toBe(7);
    // 1.959964 · √(9 + 16)
    expect(change.interval[0]).toBeCloseTo(7 - 9.79982, 4);
    expect(change.isClear).toBe(false);
    expect(changeSince({ severity: 0, se: 1 }, { severity: 7, se: 1 }).isClear).toBe(true);
  });
});

describe('tests of one rater', () => {
  it('have intervals widened by the calibration; ratios on the scale of logarithms', () => {
    const slope = testedEffect({ effect: 0.6, se: 0.1, n: 12 }, 1.2);
    // 0.6 ± 1.959964 · 0.12
    expect(slope.interval[1]).toBeCloseTo(0.835196, 5);
    expect(differsFrom(1, slope)).toBe(true);
    const ratio = testedRatio({ effect: 0.5, se: 0.4, n: 12 }, 1);
    // 0.5 · e^(±0.7839856)
    expect(ratio.interval[0]).toBeCloseTo(0.228291, 5);
    expect(ratio.interval[1]).toBeCloseTo(1.095093, 5);
    expect(differsFrom(1, ratio)).toBe(false);
  });
});

describe('agreement with second looks', () => {
  const item = (first: number | null, second: number | null) => ({
    firstAt: first,
    secondAt: second,
    first: { id: String(first) },
    second: { id: String(second) },
  });

  it('counts equal items and the difference of the means, own less second', () => {
    const figure = lookFigure([item(0, 50), item(50, 50), item(100, 50), item(0, 100), item(null, null)]);
    expect(figure).toMatchObject({ items: 5, equal: 2, own: 37.5, other: 62.5, difference: -25 });
  });

  it('gives an interval from three looks on, by Student’s t', () => {
    const looks = [-10, -4, -7].map((difference) =>
      lookFigure([item(50 + difference, 50), item(50 + difference, 50)]),
    );
    expect(agreementOf(looks.slice(0, 2)).interval).toBeNull();
    const { difference, interval } = agreementOf(looks);
    expect(difference).toBe(-7);
    // t(.975; 2) = 4.302653; s = 3; 4.302653 · 3/√3
    expect(interval?.[0]).toBeCloseTo(-14.45241, 4);
    expect(interval?.[1]).toBeCloseTo(0.45241, 4);
  });

  it('has no interval where all looks differ by the same', () => {
    const same = lookFigure([item(40, 50)]);
    expect(agreementOf([same, same, same])).toMatchObject({ difference: -10, interval: null });
    expect(agreementOf([])).toMatchObject({ looks: 0, difference: null });
  });
});

describe('levels', () => {
  const form = (...places: number[]) => ({ items: places.map((at) => ({ code: 'behaviour.x', at })) });

  it('are counted where they are levels: the mean of a plan’s lines is none', () => {
    const lines = { items: [{ code: 'lines', at: 75 }] };
    expect(levelCounts([form(0, 50, 50), form(100), lines])).toEqual([
      { at: 0, count: 1 },
      { at: 50, count: 2 },
      { at: 100, count: 1 },
    ]);
  });

  it('are compared with five others together, and with fewer not at all', () => {
    const own = levelCounts([form(50, 50, 50, 100)]);
    const levels = levelCounts([form(50, 50, 50, 100), form(0, 50, 100, 100)]);
    expect(levelShares(own, { raters: 6, levels })).toEqual([
      { at: 0, count: 0, own: 0, others: 0.25 },
      { at: 50, count: 3, own: 0.75, others: 0.25 },
      { at: 100, count: 1, own: 0.25, others: 0.5 },
    ]);
    for (const all of [{ raters: 5, levels }, null])
      expect(levelShares(own, all)).toEqual([
        { at: 50, count: 3, own: 0.75, others: null },
        { at: 100, count: 1, own: 0.25, others: null },
      ]);
  });

  it('have the names of the scheme where its scales agree on them, and none where they differ', () => {
    const names = (id: string) => {
      const compiled = loadScheme(id, 1);
      if (!compiled) throw new Error(`${id} is shipped`);
      return [...levelNames(compiled.scheme)].map(([at, label]) => [at, label.id]);
    };
    expect(names('permenpanrb-6-2022')).toEqual([
      [0, 'Di bawah ekspektasi'],
      [50, 'Sesuai ekspektasi'],
      [100, 'Di atas ekspektasi'],
    ]);
    expect(names('jambi-adil-terbuka')).toEqual([
      [0, 'Jarang tampak'],
      [33, 'Belum konsisten'],
      [67, 'Konsisten'],
      [100, 'Teladan'],
    ]);
  });

  it('spread within a form is the sample variance', () => {
    expect(spreadOf([0, 50, 100])).toBe(2500);
    expect(spreadOf([50])).toBeNull();
  });
});
