// Settings of a fairness report. They are policy: an agency registers its own per period before results are seen.
import type { FairnessSettings } from './types.ts';

/** Defaults for scores from 0 to 100: a severity of five points matters. */
export const FAIRNESS_DEFAULTS: FairnessSettings = {
  scale: [0, 100],
  severityThreshold: 5,
  severityProbability: 0.95,
  falseDiscoveryRate: 0.05,
  minimumForms: 8,
  minimumEffect: { points: 2.5, haloRatio: 0.7, slope: 0.7, straightShare: 0.2 },
  cuts: [],
  seed: 1,
};

/**
 * Defaults for another scale. Scales of a few whole steps (1 to 5, 0 to 10): three quarters of a step matters. Wider
 * ones: a twentieth of the range, as on 0 to 100.
 */
export function settingsForScale(scale: readonly [number, number], inWholeSteps: boolean): FairnessSettings {
  const range = scale[1] - scale[0];
  const severityThreshold = inWholeSteps && range <= 10 ? 0.75 : range / 20;
  const minimumEffect = { ...FAIRNESS_DEFAULTS.minimumEffect, points: range / 40 };
  return { ...FAIRNESS_DEFAULTS, scale, severityThreshold, minimumEffect };
}
