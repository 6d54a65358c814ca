import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PlantedBias, plantedBiasCsv, simulatePlantedBias } from '../simulate-bias.ts';
import { findingsOf, plantedTable } from './planted.ts';
import { fairnessReport } from './report.ts';
import { settingsForScale } from './settings.ts';
import type { FairnessReport } from './types.ts';

const folder = new URL('../../../../test/data/statistics/', import.meta.url);
const data = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const REFERENCE = data('bias_planted.reference.json').result;
const TRUTH = data('bias_planted.truth.json');

const SETTINGS = { ...settingsForScale([1, 5], true), severityThreshold: 0.75 };

describe('planted effects, seed 11', () => {
  let bias: PlantedBias;
  let report: FairnessReport;
  beforeAll(() => {
    bias = simulatePlantedBias(11);
    report = fairnessReport(plantedTable(bias), SETTINGS);
  });

  it('are those of the reference', () => {
    expect(createHash('sha256').update(plantedBiasCsv(bias)).digest('hex')).toBe(TRUTH.sha256);
  });

  it.each([
    ['severity', 'severity: P(|rho|>.75)>=.95'],
    ['central-tendency', 'central tendency (slope<1)'],
    ['halo', 'halo (low within-form var)'],
    ['drift', 'drift'],
    ['group-difference', 'group-differential'],
    ['ties', 'favouritism on declared ties'],
  ] as const)('%s: as many found, and as few wrong, as by the trial detectors', (detector, name) => {
    const found = findingsOf(report, bias)[detector];
    expect(found.power).toBeGreaterThanOrEqual(REFERENCE[name].power - 0.1);
    expect(found.falseShare).toBeLessThanOrEqual(REFERENCE[name].fdp + 0.1);
  });

  it('says how many were tested, how z was calibrated and what could be found', () => {
    for (const each of report.detectors) {
      expect(each.unavailable).toBeNull();
      expect(each.minimumDetectable).not.toBeNull();
      const notTested = Object.values(each.notTested).reduce((sum, value) => sum + value, 0);
      expect(each.tested + notTested).toBe(500);
    }
    const scales = report.detectors.flatMap((each) => each.calibration?.scale ?? []);
    expect(scales.length).toBe(6);
    for (const scale of scales) expect(Math.abs(scale - 1.05)).toBeLessThan(0.25);
  });

  it('gives each flag its number, effect, interval and cases', () => {
    for (const flag of report.flags) {
      expect(flag.n).toBeGreaterThanOrEqual(8);
      expect(flag.cases.length).toBeGreaterThan(0);
      expect(flag.cases.length).toBeLessThanOrEqual(50);
      const [low, high] = flag.interval ?? [0, 0];
      expect(low <= flag.effect && flag.effect <= high).toBe(true);
      expect(report.raters[flag.rater]?.flags).toContain(flag.detector);
    }
    const tied = report.flags.find((flag) => flag.detector === 'ties');
    for (const person of tied?.cases ?? []) {
      const form = bias.ratee.findIndex((each, k) => each === person && bias.rater[k] === tied?.rater);
      expect(bias.tie[form]).toBe(1);
    }
  });

  it('estimates the difficulty of the items', () => {
    if (report.model.kind !== 'estimated') throw new Error('not estimated');
    // Planted: −.3 … .3 in steps of .1, times .9, narrowed by the ends of the scale.
    report.model.itemEffects.forEach((effect, item) => {
      expect(Math.abs(effect - 0.9 * (item - 3) * 0.1)).toBeLessThan(0.05);
    });
    expect(report.model.variance.within).toBeGreaterThan(0.3);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
