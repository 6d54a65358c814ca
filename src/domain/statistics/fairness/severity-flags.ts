// Severity and leniency as figures and flags: judged by posterior probability, not by a test.

import { normalQuantile } from '../special.ts';
import type { DetectionData } from './detect.ts';
import { countsOf } from './order.ts';
import type { DetectorFigure, Flag } from './types.ts';

const Z95 = 1.959963984540054;
/** z of power .8. */
const Z_POWER = 0.8416212335729143;

/**
 * The true severity that would be named four times in five: at a severity ρ the posterior mean lies around λρ with
 * variance λ·se² (λ = 1 − se²/σ²r: it is shrunk), and is named from Δ + z·se upwards. Null where none on the scale would.
 */
function detectable(se: number, { figures, settings }: DetectionData): number | null {
  const { severityThreshold, severityProbability, scale } = settings;
  const shrinkage = 1 - (se * se) / (figures?.raterVariance ?? 0);
  if (!(shrinkage > 0)) return null;
  const named = severityThreshold + normalQuantile(severityProbability) * se;
  const visible = (named + Z_POWER * Math.sqrt(shrinkage) * se) / shrinkage;
  return visible <= scale[1] - scale[0] ? visible : null;
}

export function severityFlags(data: DetectionData): Flag[] {
  const { figures, forms } = data;
  if (!figures) return [];
  const { severity, severityWideSe, judged } = figures;
  const n = countsOf(forms.ratings.rater, forms.ratings.raters);
  const flags: Flag[] = [];
  for (let rater = 0; rater < severity.length; rater++) {
    const side = judged.named[rater]!;
    if (side === 0) continue;
    const [effect, se] = [severity[rater]!, severityWideSe[rater]!];
    flags.push({
      detector: side > 0 ? 'severity' : 'leniency',
      rater,
      n: n[rater]!,
      effect,
      unit: 'points',
      interval: [effect - Z95 * se, effect + Z95 * se],
      z: null,
      p: null,
      q: null,
      probability: side > 0 ? judged.probabilitySevere[rater]! : judged.probabilityLenient[rater]!,
      minimumDetectable: detectable(figures.severitySe[rater]!, data),
      cases: [],
    });
  }
  return flags;
}

export function severityFigures(data: DetectionData, flags: readonly Flag[]): DetectorFigure[] {
  const { figures, link } = data;
  const errors = figures ? figures.severitySe.filter((_, rater) => link[rater] === 2).sort() : [];
  const linked = errors.length;
  const typical = errors[linked >> 1];
  return (['severity', 'leniency'] as const).map((detector) => ({
    detector,
    unit: 'points',
    unavailable: figures ? (linked > 0 ? null : 'no-rater-qualifies') : 'no-model',
    tested: linked,
    notTested: { 'few-forms': 0, unlinked: figures ? link.length - linked : 0, 'no-contrast': 0 },
    flagged: flags.filter((flag) => flag.detector === detector).length,
    calibration: null,
    minimumDetectable: typical === undefined ? null : detectable(typical, data),
    overall: [],
    results: [],
  }));
}
