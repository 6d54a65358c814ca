// Severity and leniency as figures and flags: judged by posterior probability, not by a test.

import type { DetectionData } from './detect.ts';
import { countsOf } from './order.ts';
import type { DetectorFigure, Flag } from './types.ts';

const Z95 = 1.959963984540054;
/** z of probability .95 and of power .8. */
const Z_SURE = 1.6448536269514722;
const Z_POWER = 0.8416212335729143;

export function severityFlags({ figures, forms, settings }: DetectionData): Flag[] {
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
      minimumDetectable: settings.severityThreshold + (Z_SURE + Z_POWER) * se,
      cases: [],
    });
  }
  return flags;
}

export function severityFigures(
  { figures, settings, link }: DetectionData,
  flags: readonly Flag[],
): DetectorFigure[] {
  const errors = figures ? figures.severityWideSe.filter((_, rater) => link[rater] === 2).sort() : [];
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
    minimumDetectable:
      typical === undefined ? null : settings.severityThreshold + (Z_SURE + Z_POWER) * typical,
    overall: [],
    results: [],
  }));
}
