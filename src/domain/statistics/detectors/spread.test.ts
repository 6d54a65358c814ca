import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { binsOf, usualSums } from './bins.ts';
import { judge } from './calibration.ts';
import { halo } from './halo.ts';
import { straightLining } from './straight-lining.ts';

describe('spread within forms', () => {
  const FORMS = 2000;
  const random = randomSource(4);
  const rater = new Int32Array(FORMS).map((_, form) => form % 40);
  const mean = new Float64Array(FORMS).map(() => 3 + random.normal());
  const squares = new Float64Array(FORMS).map((_, form) => {
    let sum = 0;
    for (let item = 0; item < 6; item++) sum += random.normal() ** 2;
    // Rater 7 spreads a fifth as widely; everybody spreads less near the ends.
    return sum * (rater[form] === 7 ? 0.04 : 1) * Math.exp(-((mean[form] as number) ** 2) / 50);
  });
  const straight = new Uint8Array(FORMS).map((_, form) =>
    rater[form] === 7 ? (Math.floor(form / 40) % 5 < 2 ? 1 : 0) : random.uniform() < 0.05 ? 1 : 0,
  );
  const forms = { raters: 40, rater, mean, count: new Int32Array(FORMS).fill(7), squares, straight };

  it('halo: the planted rater, and nobody else', () => {
    const found = judge(halo(forms).candidates, 'lower', 0.05).tests.filter((each) => each.q <= 0.05);
    expect(found.map((each) => each.rater)).toEqual([7]);
    expect(found[0]?.effect).toBeCloseTo(0.04, 1);
  });

  it('straight-lining: the planted rater, and nobody else', () => {
    const tests = judge(straightLining(forms).candidates, 'upper', 0.05).tests;
    expect(tests.filter((each) => each.q <= 0.05).map((each) => each.rater)).toEqual([7]);
  });

  it('what is usual leaves the own forms out', () => {
    const data = {
      raters: 2,
      rater: Int32Array.of(0, 0, 1, 1),
      mean: Float64Array.of(1, 1, 1, 1),
      uses: () => true,
    };
    const values = [10, 10, 2, 4];
    const sums = usualSums(
      data,
      binsOf(data),
      (form) => values[form] ?? 0,
      () => 1,
    );
    expect([...sums.expected]).toEqual([6, 20]);
    expect([...sums.observed]).toEqual([20, 6]);
  });

  it('single items say nothing', () => {
    const found = halo({ ...forms, count: new Int32Array(FORMS).fill(1) });
    expect([found.candidates.length, found.notTested.unlinked]).toEqual([0, 40]);
  });
});
