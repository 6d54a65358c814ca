import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../statistics/special.ts';
import { safeGroups } from './breakdown.ts';
import { binomialTail, poissonTail } from './chances.ts';
import { ELEMENTS, patternOf, qualityOf } from './elements.ts';
import { addTallies, figuresOf, intervalOf, type Tally } from './figures.ts';
import { burstOf, copiesOf, oneStepOf, tokenRunOf } from './flags.ts';
import { planBatches } from './release.ts';

const tally = (...patterns: string[]): Tally => addTallies(patterns.map((each) => new Map([[each, 1]])));

describe('questions', () => {
  it('are the nine elements in the order of the regulation, four answers each', () => {
    expect(ELEMENTS.map(({ code }) => code)).toEqual(['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9']);
    for (const { answers } of ELEMENTS) expect(new Set(answers.map(({ id }) => id)).size).toBe(4);
  });

  it('become one digit each, and nothing until all nine are answered', () => {
    const all = { u1: 4, u2: 3, u3: 4, u4: 4, u5: 2, u6: 3, u7: 3, u8: 1, u9: 4 } as const;
    expect(patternOf(all)).toBe('434423314');
    expect(patternOf({ ...all, u5: undefined })).toBeUndefined();
  });

  // PermenPANRB 14/2017, annex: A 88.31–100, B 76.61–88.30, C 65–76.60, D 25–64.99 (recollected).
  it.each([
    ['100.00', 'A'],
    ['88.31', 'A'],
    ['88.30', 'B'],
    ['76.61', 'B'],
    ['76.60', 'C'],
    ['65.00', 'C'],
    ['64.99', 'D'],
    ['25.00', 'D'],
  ])('give an index of %s the band %s', (index, letter) => {
    expect(qualityOf(index).letter).toBe(letter);
  });
});

describe('figures', () => {
  // scipy 1.17.1: stats.t.ppf(0.975, df)
  it.each([
    [1, 12.706204736174694],
    [4, 2.7764451051977934],
    [9, 2.262157162798205],
    [39, 2.022690920036761],
    [119, 1.9800998764569397],
    [1000, 1.9623390808264083],
  ])('use Student’s t with %i degrees of freedom', (degrees, expected) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(expected, 8);
  });

  // numpy and scipy 1.17.1: mean of the ten indices; stats.t.interval(0.95, 9, mean, stats.sem(z))
  it('give index and interval of ten answers', () => {
    const figures = figuresOf(
      tally(
        '444444444',
        '333333333',
        '343434343',
        '222222222',
        '433344433',
        '334443344',
        '123412341',
        '444433334',
        '332233223',
        '443344334',
      ),
    );
    expect(figures).toMatchObject({
      answers: 10,
      index: '78.61',
      interval: { from: '67.06', until: '90.16', method: 't' },
    });
  });

  // By hand: u1 is 4, 3, 3 → 10 ÷ 3 × 25 = 83.3333…; the others 3, 3, 3 → 75; (83.3333 + 8 × 75) ÷ 9 = 75.9259…
  it('take the mean of each element and of the nine', () => {
    const figures = figuresOf(tally('433333333', '333333333', '333333333'));
    expect(figures?.elements.map(({ mean }) => mean)).toEqual(['83.3333', ...Array(8).fill('75.0000')]);
    expect(figures?.index).toBe('75.93');
  });

  // scipy 1.17.1: stats.t.interval(0.95, 7, 71.875, stats.sem([100, 75, 75, 50, 100, 75, 25, 75]))
  it('give the interval of one element', () => {
    const values = [100, 75, 75, 50, 100, 75, 25, 75].map((value) => ({ value, count: 1 }));
    expect(intervalOf(values)).toEqual({ from: '51.16', until: '92.59', method: 't' });
  });

  // By hand: 1 − 0.05^(1/5) = 0.450720; 100 − 75 × 0.450720 = 66.20
  it('do not pretend to be sure where a few all answered alike', () => {
    const alike = figuresOf(new Map([['444444444', 5]]));
    expect(alike).toMatchObject({
      index: '100.00',
      interval: { from: '66.20', until: '100.00', method: 'all-alike' },
    });
  });

  it('have no interval of one answer and no figures of none', () => {
    expect(figuresOf(tally('444444444'))?.interval).toBeUndefined();
    expect(figuresOf(new Map())).toBeUndefined();
    expect(() => figuresOf(tally('4444'))).toThrow();
  });

  it('cut the interval at the ends of the scale', () => {
    expect(figuresOf(tally('444444444', '444444443', '444444444'))?.interval?.until).toBe('100.00');
  });
});

describe('chances', () => {
  // scipy 1.17.1: stats.poisson.sf(k - 1, mean)
  it.each([
    [8, 0.5, 6.219690863728644e-8],
    [8, 1.25, 4.9064659385966574e-5],
    [3, 2, 0.32332358381693654],
    [12, 1, 8.316107426882326e-10],
  ])('of %i or more under a mean of %d', (count, mean, expected) => {
    expect(poissonTail(count, mean) / expected).toBeCloseTo(1, 9);
  });

  // scipy 1.17.1: stats.binom.sf(k - 1, n, p); the second by hand: 0.31744
  it.each([
    [14, 15, 0.5, 0.00048828125],
    [3, 5, 0.4, 0.31744],
    [18, 20, 0.6, 0.0036114720591288708],
  ])('of %i or more of %i at %d', (count, trials, share, expected) => {
    expect(binomialTail(count, trials, share) / expected).toBeCloseTo(1, 9);
  });
});

describe('flags', () => {
  const spread = (...minutes: [minute: number, answers: number][]) =>
    minutes.map(([minute, answers]) => ({ minute, answers }));

  it('see a burst: 14 within ten minutes where a day brings 24, half an answer in that time', () => {
    const day = spread([540, 1], [600, 5], [602, 4], [605, 3], [609, 2], [610, 1], [700, 1]);
    expect(burstOf(day, 24)).toEqual({ kind: 'burst', answers: 14, usual: '0.5', minutes: 10 });
  });

  it('leave a busy counter alone: 8 within ten minutes where a day brings 96, two in that time', () => {
    // Poisson tail of 8 under 2 is 0.0011, times 48 windows: one day in twenty.
    expect(burstOf(spread([600, 4], [604, 4]), 96)).toBeUndefined();
    expect(burstOf(spread([600, 7]), 5)).toBeUndefined();
  });

  it('see copies that are not of one step', () => {
    const copied: Tally = new Map([
      ['434434434', 6],
      ['333333333', 9],
      ['443344334', 3],
    ]);
    expect(copiesOf(copied)).toEqual({ kind: 'copies', answers: 6, of: 18 });
    expect(copiesOf(new Map([['333333333', 20]]))).toBeUndefined();
    expect(
      copiesOf(
        new Map([
          ['434434434', 5],
          ['333333333', 16],
        ]),
      ),
    ).toBeUndefined();
  });

  it('see more of one step than is usual: 14 of 15 where half do', () => {
    const day: Tally = new Map([
      ['444444444', 14],
      ['434434434', 1],
    ]);
    expect(oneStepOf(day, 0.5)).toEqual({ kind: 'one-step', answers: 14, of: 15, usualPercent: 50 });
    expect(oneStepOf(day, 0.7)).toBeUndefined();
  });

  it('see a run of tokens: 20 in a row of 50 where half are used', () => {
    // By hand: 0.5^20 × (30 × 0.5 + 1) = 0.0000153
    const used = [3, 7, ...Array.from({ length: 20 }, (_, index) => index + 11)];
    expect(tokenRunOf(used, 50, 0.5)).toEqual({ kind: 'token-run', tokens: 20, from: 11, until: 30 });
    // 0.9^20 × (30 × 0.1 + 1) = 0.49: usual where nearly everybody answers.
    expect(tokenRunOf(used, 50, 0.9)).toBeUndefined();
    expect(tokenRunOf([1, 2, 3], 50, 0.1)).toBeUndefined();
    expect(tokenRunOf([], 0, 0.5)).toBeUndefined();
  });
});

describe('what is shown', () => {
  it('is never a batch below the minimum, and a large day stands alone', () => {
    const waiting = [
      { day: '2026-03-02', answers: 3 },
      { day: '2026-03-03', answers: 20 },
      { day: '2026-03-04', answers: 1 },
      { day: '2026-03-05', answers: 2 },
      { day: '2026-03-06', answers: 4 },
    ];
    expect(planBatches(waiting, 5)).toEqual([
      { days: ['2026-03-03'], answers: 20 },
      { days: ['2026-03-02', '2026-03-04', '2026-03-05'], answers: 6 },
    ]);
    expect(planBatches([{ day: '2026-03-06', answers: 4 }], 5)).toEqual([]);
  });

  it('puts small groups together until each has enough', () => {
    const group = (code: string, answers: number) => ({ code, answers, content: code });
    expect(safeGroups([group('a', 2), group('b', 9), group('c', 4), group('d', 0)], 5)).toEqual([
      { codes: ['b'], answers: 9, content: ['b'] },
      { codes: ['a', 'c'], answers: 6, content: ['a', 'c'] },
    ]);
    expect(safeGroups([group('a', 3), group('b', 9)], 5)).toBeUndefined();
    expect(safeGroups([group('a', 30)], 5)).toBeUndefined();
  });
});
