/**
 * What the detectors find of what was planted, and how much of what they flag was not: means over fixed seeds, by forms a
 * rater. The reach is the power of the trial detectors less two standard errors (they were measured on ten runs of
 * twenty planted raters). Where little can be found there are few flags, and more runs are needed to know their share.
 */
import { fairnessReport, settingsForScale } from '#domain/statistics/fairness/index.ts';
import {
  type Finding,
  findingsOf,
  type Plantable,
  plantedTable,
} from '#domain/statistics/fairness/planted.ts';
import { simulatePlantedBias } from '#domain/statistics/simulate-bias.ts';
import { atLeast, atMost, type Measure } from './measure.ts';

const RUNS: Readonly<Record<number, number>> = { 8: 10, 20: 40, 40: 20 };
/** Planted raters behind each power of the trial detectors. */
const TRIAL_RATERS = 200;
const RATERS = 500;
/** Points on the scale 1 to 5. */
const THRESHOLD = 0.75;
const MOST_FALSE = 0.08;

/** Power of the trial detectors by forms a rater. */
const POWER: Readonly<Record<number, Readonly<Partial<Record<Plantable, number>>>>> = {
  8: { halo: 1 },
  20: { halo: 1, 'central-tendency': 0.58, drift: 0.18, 'group-difference': 0.12, ties: 0.06 },
  40: { halo: 1, 'central-tendency': 0.99, drift: 0.62, 'group-difference': 0.62, ties: 0.4 },
};

/** Power and false discoveries at 8, 20 and 40 forms a rater. */
export function measurePlanted(): readonly Measure[] {
  const settings = { ...settingsForScale([1, 5], true), severityThreshold: THRESHOLD };
  return Object.entries(POWER).flatMap(([forms, reached]) => {
    const findings = Array.from({ length: RUNS[Number(forms)] ?? 0 }, (_, run) => {
      const bias = simulatePlantedBias(run + 1, RATERS, Number(forms));
      return findingsOf(fairnessReport(plantedTable(bias), settings), bias);
    });
    return (Object.keys(reached) as Plantable[]).flatMap((detector) =>
      measuresOf(
        `planted, ${forms} forms a rater, ${detector}`,
        findings.map((each) => each[detector]),
        reached[detector] ?? 0,
      ),
    );
  });
}

function measuresOf(name: string, findings: readonly Finding[], reached: number): readonly Measure[] {
  const mean = (of: (finding: Finding) => number) =>
    findings.reduce((sum, each) => sum + of(each), 0) / findings.length;
  const error = Math.sqrt((reached * (1 - reached)) / TRIAL_RATERS);
  // 1.00 was printed for all from .995 up.
  const least = Math.floor(100 * Math.min(0.99, reached - 2 * error)) / 100;
  return [
    atLeast(
      `${name}, power`,
      mean((each) => each.power),
      '',
      least,
    ),
    atMost(
      `${name}, mean share of wrong flags`,
      mean((each) => each.falseShare),
      '',
      MOST_FALSE,
    ),
  ];
}
