// How each detector is judged, in which unit it speaks, and which effects are too small for a flag.
import { type Judged, judge, median, type NullFrom, type Tail } from '../detectors/calibration.ts';
import type { Screened } from '../detectors/screening.ts';
import type { DetectorFigure, DetectorName, EffectUnit, FairnessSettings, Flag, Interval } from './types.ts';

export type Tested = Exclude<DetectorName, 'severity' | 'leniency'>;

interface Family {
  readonly unit: EffectUnit;
  readonly tail: Tail;
  /** Where centre and spread of z are learnt (calibration.ts). */
  readonly nullFrom: NullFrom;
  readonly isLarge: (effect: number) => boolean;
  /** The effect at a distance from the null, on the scale of the standard error; at least one worth a flag. */
  readonly effectAt: (distance: number) => number;
  readonly interval: (effect: number, half: number) => Interval;
}

const Z95 = 1.959963984540054;
const around = (effect: number, half: number): Interval => [effect - half, effect + half];

function familiesOf({ minimumEffect }: FairnessSettings): Readonly<Record<Tested, Family>> {
  const { points, haloRatio, slope, straightShare } = minimumEffect;
  const inPoints = {
    tail: 'both',
    nullFrom: 'rest',
    isLarge: (effect: number) => Math.abs(effect) >= points,
    effectAt: (distance: number) => Math.max(points, distance),
    interval: around,
  } as const;
  return {
    'central-tendency': {
      unit: 'slope',
      tail: 'lower',
      nullFrom: 'between',
      isLarge: (effect) => effect <= slope,
      effectAt: (distance) => Math.min(slope, 1 - distance),
      interval: around,
    },
    halo: {
      unit: 'variance-ratio',
      tail: 'lower',
      nullFrom: 'all',
      isLarge: (effect) => effect <= haloRatio,
      effectAt: (distance) => Math.min(haloRatio, Math.exp(-distance)),
      interval: (effect, half) => [effect * Math.exp(-half), effect * Math.exp(half)],
    },
    'straight-lining': {
      unit: 'share',
      tail: 'upper',
      nullFrom: 'all',
      isLarge: (effect) => effect >= straightShare,
      effectAt: (distance) => Math.max(straightShare, distance),
      interval: around,
    },
    drift: { ...inPoints, unit: 'points-per-year' },
    'group-difference': { ...inPoints, unit: 'points' },
    ties: { ...inPoints, unit: 'points', tail: 'upper', isLarge: (effect) => effect >= points },
  };
}

export interface Run {
  readonly figure: DetectorFigure;
  /** Without their cases. */
  readonly flags: readonly Flag[];
}

/** Judges the tests of one detector; `unavailable` says why there are none at all. */
export function runDetector(
  detector: Tested,
  screened: Screened | null,
  unavailable: DetectorFigure['unavailable'],
  settings: FairnessSettings,
): Run {
  const family = familiesOf(settings)[detector];
  const candidates = screened?.candidates ?? [];
  const { calibration, tests } = judge(candidates, family.tail, settings.falseDiscoveryRate, family.nullFrom);
  const flagged = tests.filter(
    (each) => each.q <= settings.falseDiscoveryRate && family.isLarge(each.effect),
  );
  const typical = median(tests.map((each) => each.detectable));
  const figure: DetectorFigure = {
    detector,
    unit: family.unit,
    unavailable: screened ? (candidates.length > 0 ? null : 'no-rater-qualifies') : unavailable,
    tested: candidates.length,
    notTested: screened?.notTested ?? { 'few-forms': 0, unlinked: 0, 'no-contrast': 0 },
    flagged: flagged.length,
    calibration,
    minimumDetectable: tests.length > 0 ? family.effectAt(typical) : null,
    overall: [],
    results: tests.map(({ detectable, ...each }) => ({
      ...each,
      minimumDetectable: family.effectAt(detectable),
    })),
  };
  const scale = calibration?.scale ?? 1;
  return { figure, flags: flagged.map((each) => flagOf(detector, family, each, scale)) };
}

function flagOf(detector: Tested, family: Family, test: Judged, scale: number): Flag {
  const { rater, group, n, effect, se, z, p, q, detectable } = test;
  return {
    detector,
    rater,
    ...(group === undefined ? {} : { group }),
    n,
    effect,
    unit: family.unit,
    interval: family.interval(effect, Z95 * se * scale),
    z,
    p,
    q,
    probability: null,
    minimumDetectable: family.effectAt(detectable),
    cases: [],
  };
}
