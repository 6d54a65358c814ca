import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { simulatePlantedBias } from '../simulate-bias.ts';
import { plantedTable } from './planted.ts';
import { fairnessReport } from './report.ts';
import { FAIRNESS_DEFAULTS, settingsForScale } from './settings.ts';
import type { FairnessReport, RatingTable } from './types.ts';

const SETTINGS = { ...settingsForScale([1, 5], true), severityThreshold: 0.75 };

/** Five raters of ten for each of 60 people, on the scale 0 to 100. */
function smallTable(change: Partial<RatingTable> = {}, people = 60, raters = 10): RatingTable {
  const random = randomSource(17);
  const leniency = Array.from({ length: raters }, () => 4 * random.normal());
  const rows = Array.from({ length: people }, (_, ratee) => {
    const merit = 5 * random.normal();
    return Array.from({ length: 5 }, (_, k) => {
      const rater = (ratee + k * (1 + (ratee % 2))) % raters;
      return { ratee, rater, score: 70 + merit + (leniency[rater] ?? 0) + 6 * random.normal() };
    });
  }).flat();
  return {
    rateeIds: Array.from({ length: people }, (_, index) => `p${index}`),
    raterIds: Array.from({ length: raters }, (_, index) => `r${index}`),
    itemIds: [],
    ratee: Int32Array.from(rows, (row) => row.ratee),
    rater: Int32Array.from(rows, (row) => row.rater),
    score: Float64Array.from(rows, (row) => row.score),
    ...change,
  };
}

function estimated(report: FairnessReport) {
  if (report.model.kind !== 'estimated') throw new Error(report.model.reason);
  return report.model;
}

const closeTo = (values: readonly (number | null)[], others: readonly (number | null)[], digits = 6) =>
  values.forEach((value, index) => {
    expect(value ?? Number.NaN).toBeCloseTo(others[index] ?? Number.NaN, digits);
  });

describe('what must not matter', () => {
  const table = smallTable();
  const report = fairnessReport(table, FAIRNESS_DEFAULTS);
  const severities = (of: FairnessReport) => of.raters.map((each) => each.severity);

  it('a constant added to all scores moves the level and nothing else', () => {
    const moved = fairnessReport(
      { ...table, score: table.score.map((value) => value + 12.5) },
      FAIRNESS_DEFAULTS,
    );
    expect(estimated(moved).intercept.value).toBeCloseTo(estimated(report).intercept.value + 12.5, 6);
    closeTo(severities(moved), severities(report));
    closeTo(
      moved.ratees.map((each) => each.fair),
      report.ratees.map((each) => (each.fair ?? 0) + 12.5),
    );
  });

  it('names and their order', () => {
    const last = table.raterIds.length - 1;
    const swapped = fairnessReport(
      { ...table, rater: table.rater.map((rater) => last - rater) },
      FAIRNESS_DEFAULTS,
    );
    closeTo(severities(swapped).reverse(), severities(report));
  });

  it('the order of rows and items', () => {
    const bias = plantedTable(simulatePlantedBias(3, 50, 8));
    const rows = bias.score.length;
    const shuffled = (source: Int32Array | Uint8Array | Float64Array | undefined) =>
      source?.map((_, row) => source[(row * 7919) % rows] as number);
    const mixed = {
      ...bias,
      ratee: shuffled(bias.ratee) as Int32Array,
      rater: shuffled(bias.rater) as Int32Array,
      item: shuffled(bias.item) as Int32Array,
      score: shuffled(bias.score) as Float64Array,
      day: shuffled(bias.day) as Int32Array,
      group: shuffled(bias.group) as Uint8Array,
      tie: shuffled(bias.tie) as Uint8Array,
    };
    expect(rows % 7919).not.toBe(0);
    const [one, other] = [fairnessReport(bias, SETTINGS), fairnessReport(mixed, SETTINGS)];
    closeTo(severities(other), severities(one), 9);
    expect(other.flags.map(({ rater, detector }) => [rater, detector])).toEqual(
      one.flags.map(({ rater, detector }) => [rater, detector]),
    );
  });

  it('the same table twice gives the same figures to the last bit', () => {
    expect(fairnessReport(table, FAIRNESS_DEFAULTS)).toEqual(report);
  });
});

describe('islands', () => {
  /** Two agencies that nothing joins, the second 10 points higher. */
  function twoIslands(): RatingTable {
    const one = smallTable();
    const both = (values: Int32Array, step: number) =>
      Int32Array.from([...values, ...values.map((value) => value + step)]);
    return {
      ...one,
      rateeIds: [...one.rateeIds, ...one.rateeIds.map((id) => `x${id}`)],
      raterIds: [...one.raterIds, ...one.raterIds.map((id) => `x${id}`)],
      ratee: both(one.ratee, one.rateeIds.length),
      rater: both(one.rater, one.raterIds.length),
      score: Float64Array.from([...one.score, ...one.score.map((value) => value + 10)]),
    };
  }

  it('with means of their own agree with a fit of each alone, given the same variances', () => {
    const report = fairnessReport(twoIslands(), FAIRNESS_DEFAULTS);
    expect(report.counts.subsets).toBe(2);
    expect(report.warnings.map((each) => each.code)).toContain('subsets');
    // The second island is the first plus ten, so with means of their own everything else is equal.
    const [first, second] = [report.raters.slice(0, 10), report.raters.slice(10)];
    closeTo(
      first.map((each) => each.severityWithin),
      second.map((each) => each.severityWithin),
    );
    closeTo(
      report.ratees.slice(0, 60).map((each) => (each.fairWithin ?? 0) + 10),
      report.ratees.slice(60).map((each) => each.fairWithin),
    );
    // Taken as equal on average, the model calls the one island severe and the other lenient.
    expect(first[0]?.severity ?? 0).toBeGreaterThan((second[0]?.severity ?? 0) + 1);
    expect(report.connectivity.subsets.map((each) => [each.ratees, each.raters, each.forms])).toEqual([
      [60, 10, 300],
      [60, 10, 300],
    ]);
  });

  it('one rater alone with their people is unlinked and is never named', () => {
    const table = smallTable();
    const alone = Array.from({ length: 20 }, (_, k) => k);
    const report = fairnessReport(
      {
        ...table,
        rateeIds: [...table.rateeIds, ...alone.map((k) => `alone${k}`)],
        raterIds: [...table.raterIds, 'chief'],
        ratee: Int32Array.from([...table.ratee, ...alone.map((k) => 60 + k)]),
        rater: Int32Array.from([...table.rater, ...alone.map(() => 10)]),
        score: Float64Array.from([...table.score, ...alone.map((k) => 92 + (k % 5))]),
      },
      FAIRNESS_DEFAULTS,
    );
    const chief = report.raters[10];
    expect(chief).toMatchObject({ link: 'unlinked', subset: 1, flags: [] });
    expect(chief?.severity ?? 0).toBeLessThan(-8);
    expect(Math.abs(chief?.severityWithin ?? 9)).toBeLessThan(1e-6);
    expect(report.ratees.slice(60).every((each) => each.dependsOnAssumption)).toBe(true);
    expect(report.warnings.map((each) => each.code)).toEqual(
      expect.arrayContaining(['subsets', 'unlinked-raters', 'depends-on-assumption', 'few-raters']),
    );
  });
});

describe('items that are missing', () => {
  it('are not counted against those who got the harder ones', () => {
    const bias = plantedTable(simulatePlantedBias(5, 100, 20));
    const full = fairnessReport(bias, SETTINGS);
    // Every second person misses the three easiest items.
    const kept = Array.from(bias.score.keys()).filter(
      (row) => (bias.ratee[row] ?? 0) % 2 === 0 || (bias.item?.[row] ?? 0) < 4,
    );
    const part = <T extends Int32Array | Uint8Array | Float64Array>(source: T, into: T): T => {
      kept.forEach((row, index) => {
        into[index] = source[row] ?? 0;
      });
      return into;
    };
    const n = kept.length;
    const { groupIds: _, group: __, tie: ___, day: ____, ...plain } = bias;
    const partial = fairnessReport(
      {
        ...plain,
        ratee: part(bias.ratee, new Int32Array(n)),
        rater: part(bias.rater, new Int32Array(n)),
        item: part(bias.item ?? new Int32Array(0), new Int32Array(n)),
        score: part(bias.score, new Float64Array(n)),
      },
      SETTINGS,
    );
    expect(partial.warnings.map((each) => each.code)).toContain('unequal-items');
    const shift = (of: FairnessReport, odd: number) => {
      const people = of.ratees.filter((each) => each.ratee % 2 === odd);
      return people.reduce((sum, each) => sum + (each.fair ?? 0), 0) / people.length;
    };
    const raw = (of: FairnessReport, odd: number) => {
      const people = of.ratees.filter((each) => each.ratee % 2 === odd);
      return people.reduce((sum, each) => sum + (each.raw ?? 0), 0) / people.length;
    };
    // Plain means fall by the items' difficulty (about .17); adjusted ones stay.
    expect(raw(full, 1) - raw(partial, 1)).toBeGreaterThan(0.1);
    expect(Math.abs(shift(full, 1) - shift(partial, 1))).toBeLessThan(0.03);
  });
});

describe('one item on each form', () => {
  it('its difficulty belongs to the model of the forms', () => {
    const table = smallTable({}, 200);
    const item = Int32Array.from(table.ratee, (ratee, row) => (ratee + row) % 4);
    const score = table.score.map((value, row) => value + [-6, -2, 2, 6][item[row] ?? 0]!);
    const report = fairnessReport(
      { ...table, item, itemIds: ['a', 'b', 'c', 'd'], score },
      FAIRNESS_DEFAULTS,
    );
    const model = estimated(report);
    model.itemEffects.forEach((effect, index) => {
      expect(Math.abs(effect - [-6, -2, 2, 6][index]!)).toBeLessThan(1.5);
    });
    // The planted difficulties have a variance of 26.7.
    expect(Math.abs((model.variance.item ?? 0) - 26.7)).toBeLessThan(8);
    expect(report.warnings.map((each) => each.code)).not.toContain('items-not-crossed');
  });
});

describe('roles', () => {
  it('are a fixed part of the model, not severity', () => {
    const table = smallTable();
    const role = Uint8Array.from(table.rater, (rater) => (rater < 5 ? 0 : 1));
    const score = table.score.map((value, row) => value + (role[row] === 1 ? 8 : 0));
    const report = fairnessReport({ ...table, score, role, roleIds: ['atasan', 'rekan'] }, FAIRNESS_DEFAULTS);
    const plain = fairnessReport({ ...table, role, roleIds: ['atasan', 'rekan'] }, FAIRNESS_DEFAULTS);
    const [effect] = estimated(report).fixed;
    expect(effect?.name).toBe('role:rekan');
    expect(effect?.value).toBeCloseTo((estimated(plain).fixed[0]?.value ?? 0) + 8, 5);
    closeTo(
      report.raters.map((each) => each.severity),
      plain.raters.map((each) => each.severity),
      5,
    );
  });
});
