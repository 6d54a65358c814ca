import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { calibrationOf, judge, median } from './calibration.ts';
import { centralTendency } from './central-tendency.ts';
import { contrastByRater } from './contrasts.ts';
import { drift } from './drift.ts';
import { groupDifferences } from './group-difference.ts';
import { deletedResiduals, type SeverityModel } from './residuals.ts';
import { judgeSeverity } from './severity.ts';
import { slopesByRater } from './slopes.ts';
import { tiesContrast } from './ties.ts';
import { withoutPatterns } from './yardstick.ts';

/** A model of forms with known variances: person 1, residual 1, raters without severity. */
function modelOf(rows: readonly (readonly [ratee: number, rater: number, score: number])[]): SeverityModel {
  const ratee = Int32Array.from(rows, (row) => row[0]);
  const rater = Int32Array.from(rows, (row) => row[1]);
  const score = Float64Array.from(rows, (row) => row[2]);
  const ratings = { ratees: Math.max(...ratee) + 1, raters: Math.max(...rater) + 1, ratee, rater, score };
  return {
    ratings,
    centred: score,
    leniency: new Float64Array(ratings.raters),
    variance: { ratee: 1, residual: 1 },
  };
}

/** `people` rated by raters 0, 1 and 2 each; the score of rater 0 is made by `own`. */
function threeRaters(people: number, own: (merit: number, person: number) => number): SeverityModel {
  const random = randomSource(5);
  const rows = Array.from({ length: people }, (_, person) => {
    const merit = random.normal();
    return [0, 1, 2].map((rater) => {
      const noise = random.normal();
      return [person, rater, rater === 0 ? own(merit, person) + noise : merit + noise] as const;
    });
  });
  return modelOf(rows.flat());
}

describe('deleted residuals', () => {
  it('leave the form itself out and shrink the others', () => {
    const model = modelOf([
      [0, 0, 3],
      [0, 1, 1],
      [0, 2, 2],
      [1, 0, 5],
    ]);
    const deleted = deletedResiduals(model);
    // σ²e/σ²p = 1: (1 + 2) / (2 + 1) = 1, variance 1·(1 + 1/(2 + 1)).
    expect(deleted.predicted(0)).toBeCloseTo(1, 12);
    expect(deleted.residual(0)).toBeCloseTo(2, 12);
    expect(deleted.variance(0)).toBeCloseTo(4 / 3, 12);
    // Nobody else rated the second person: nothing to compare with.
    expect(deleted.others(3)).toBe(0);
    expect(deleted.predicted(3)).toBe(0);
  });

  it('count weights', () => {
    const model = modelOf([
      [0, 0, 3],
      [0, 1, 1],
    ]);
    const weight = Float64Array.of(1, 4);
    const deleted = deletedResiduals({ ...model, ratings: { ...model.ratings, weight } });
    expect(deleted.predicted(0)).toBeCloseTo(4 / 5, 12);
    expect(deleted.variance(1)).toBeCloseTo(1 / 4 + 1 / 2, 12);
  });
});

describe('lines within raters', () => {
  it('are least squares with the variances given', () => {
    const model = modelOf([0, 1, 2, 3].map((person) => [person, 0, 2 * person + (person % 2)] as const));
    const lines = slopesByRater(model, {
      uses: () => true,
      x: (form) => form,
      y: (form) => model.centred[form] as number,
      variance: () => 4,
    });
    // x̄ = 1.5, Σ(x − x̄)² = 5, Σ(x − x̄)y = 11; the error of the slope is √(4·5)/5.
    expect(lines.slope[0]).toBeCloseTo(11 / 5, 12);
    expect(lines.se[0]).toBeCloseTo(Math.sqrt(20) / 5, 12);
  });

  it('need three forms and two values', () => {
    const model = modelOf([
      [0, 0, 1],
      [1, 0, 2],
      [0, 1, 1],
      [1, 1, 2],
      [2, 1, 3],
    ]);
    const data = { uses: () => true, x: () => 7, y: () => 1, variance: () => 1 };
    expect([...slopesByRater(model, data).slope]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('calibration', () => {
  it('needs thirty values that are not all alike', () => {
    expect(
      calibrationOf(
        Array(29)
          .fill(0)
          .map((_, k) => k),
      ),
    ).toBeNull();
    expect(calibrationOf(Array(40).fill(3))).toBeNull();
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('learns centre and spread in spite of a tenth of outliers, and keeps the false discovery rate', () => {
    const random = randomSource(8);
    const candidates = Array.from({ length: 1000 }, (_, rater) => ({
      rater,
      n: 20,
      effect: 0,
      se: 1,
      z: 0.3 + 1.2 * random.normal() - (rater < 100 ? 8 : 0),
    }));
    const { calibration, tests } = judge(candidates, 'lower', 0.05);
    expect(calibration?.centre).toBeCloseTo(0.2, 0);
    expect(calibration?.scale).toBeGreaterThan(1.1);
    const found = tests.filter((each) => each.q <= 0.05);
    expect(found.filter((each) => each.rater < 100).length).toBeGreaterThan(90);
    expect(found.filter((each) => each.rater >= 100).length).toBeLessThan(12);
  });

  it('of few tests uses z as it is', () => {
    const candidates = [{ rater: 0, n: 9, effect: 1, se: 1, z: 3 }];
    const { calibration, tests } = judge(candidates, 'both', 0.05);
    expect(calibration).toBeNull();
    // 2·(1 − Φ(3)) = .0026998; detectable: (1.959964 + .841621)·se.
    expect(tests[0]?.p).toBeCloseTo(0.0026998, 7);
    expect(tests[0]?.q).toBe(tests[0]?.p);
    expect(tests[0]?.detectable).toBeCloseTo(2.801585, 5);
  });
});

describe('severity', () => {
  it('names those surely beyond the threshold, and nobody whose people only they rated', () => {
    const judged = judgeSeverity(
      {
        severity: Float64Array.of(7, 7, -7, 6.5, 7),
        se: Float64Array.of(1, 1, 1, 1, 1),
        within: Float64Array.of(7, 7, -7, 6.5, 5),
        link: Uint8Array.of(2, 1, 2, 2, 2),
      },
      5,
      0.95,
    );
    expect([...judged.named]).toEqual([1, 0, -1, 0, 0]);
    expect(judged.tested).toBe(4);
    // Φ(2)
    expect(judged.probabilitySevere[0]).toBeCloseTo(0.9772499, 7);
  });
});

describe('a rater against the others on the same people', () => {
  it('central tendency: a slope of one is usual, a small one is seen', () => {
    const slopeOf = (own: number) => {
      const model = threeRaters(4000, (merit) => own * merit);
      const found = centralTendency(model, deletedResiduals(model), 8);
      return found.candidates[0];
    };
    // The prediction rests on rater 0's peers alone: E(slope) is the planted one (error ± .04).
    expect(Math.abs((slopeOf(1)?.effect ?? 0) - 1)).toBeLessThan(0.1);
    expect(slopeOf(0.25)?.effect).toBeCloseTo(0.25, 1);
    expect(slopeOf(0.25)?.z).toBeLessThan(-15);
  });

  it('drift: points a year', () => {
    const day = new Int32Array(12_000).map((_, form) => Math.floor(form / 3) % 365);
    const model = threeRaters(4000, (merit, person) => merit + 2 * ((person % 365) / 365.25));
    const found = drift(model, deletedResiduals(model), day, 8);
    // Two thirds of rater 0's drift show against rater 0; a third is carried into the others' yardstick.
    expect(found.candidates[0]?.effect).toBeCloseTo(2, 0);
    expect(Math.abs(found.candidates[1]?.effect ?? 9)).toBeLessThan(1.2);
  });

  it('groups: two need one contrast, more need one each', () => {
    const model = threeRaters(4000, (merit, person) => merit - (person % 2));
    const group = new Uint8Array(12_000).map((_, form) => Math.floor(form / 3) % 2);
    const deleted = deletedResiduals(model);
    const [contrast, ...others] = groupDifferences(model, deleted, group, 2, 8);
    expect(others).toEqual([]);
    expect(contrast?.candidates[0]?.effect).toBeCloseTo(-1, 0);
    expect(contrast?.overall?.raters).toBe(3);
    const three = new Uint8Array(12_000).map((_, form) => Math.floor(form / 3) % 3);
    expect(groupDifferences(model, deleted, three, 3, 8).length).toBe(3);
  });

  it('ties: nothing without two of them', () => {
    const model = threeRaters(200, (merit) => merit);
    const tie = new Uint8Array(600);
    tie[0] = 1;
    const found = tiesContrast(model, deletedResiduals(model), tie, 8);
    expect([found.candidates.length, found.notTested['no-contrast']]).toEqual([0, 3]);
  });

  it('a pattern already found is taken out of the yardstick of the others, not of its own rater', () => {
    // Rater 0 gives those of the second half of the year two points more; the others then seem to give them less.
    const late = (form: number) => (Math.floor(form / 3) % 2 === 1 ? 1 : 0);
    const model = threeRaters(4000, (merit, person) => merit + 2 * (person % 2));
    const found = (deleted: ReturnType<typeof deletedResiduals>) =>
      contrastByRater(model, deleted, {
        side: late,
        minimumForms: 8,
        minimumInside: 2,
        minimumOutside: 2,
      }).candidates.map((each) => each.effect);
    const [own = 0, other = 0] = found(deletedResiduals(model));
    expect(other).toBeLessThan(-0.5);
    const cleaned = withoutPatterns(model, [{ rater: 0, slope: own, x: late }]);
    const [ownAgain = 0, otherAgain = 0] = found(deletedResiduals(model, cleaned));
    expect(Math.abs(otherAgain)).toBeLessThan(0.1);
    expect(ownAgain).toBeCloseTo(own, 10);
  });

  it('unlinked and few are counted apart', () => {
    const model = modelOf([
      [0, 0, 1],
      [1, 1, 2],
      [1, 2, 2],
    ]);
    const found = centralTendency(model, deletedResiduals(model), 8);
    expect(found).toEqual({
      candidates: [],
      notTested: { 'few-forms': 2, unlinked: 1, 'no-contrast': 0 },
    });
  });

  it('the overall effect is the random-effects mean', () => {
    // Three raters, each with inside and outside forms on people rated by a fourth.
    const rows = [0, 1, 2].flatMap((rater) =>
      Array.from({ length: 20 }, (_, k) => {
        const person = rater * 20 + k;
        return [[person, rater, k < 10 ? 1 : 0] as const, [person, 3, 0] as const];
      }).flat(),
    );
    const model = modelOf(rows);
    const contrast = contrastByRater(model, deletedResiduals(model), {
      side: (form) => (rows[form]?.[1] === 3 ? -1 : (rows[form]?.[0] ?? 0) % 20 < 10 ? 1 : 0),
      minimumForms: 8,
      minimumInside: 2,
      minimumOutside: 2,
    });
    // Each rater's difference is exactly 1 and they agree: no spread between raters.
    expect(contrast.overall?.effect).toBeCloseTo(1, 10);
    expect(contrast.overall?.betweenRaters).toBe(0);
    expect(contrast.overall?.n).toBe(30);
  });
});
