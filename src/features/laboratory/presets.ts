/**
 * Settings to begin with. Research reports shares of variance; the laboratory wants spreads beside the true spread
 * between people, so that a share r of rater variance and p of person variance become √(r ÷ p). How a reported share
 * is divided between severity and the impression of a form is our reading and is said where the preset is shown.
 */
import { type LaboratorySettings, UNDISTURBED } from '#domain/laboratory/index.ts';

export const PRESETS = ['reported', 'reliability', 'strained', 'undisturbed'] as const;
export type Preset = (typeof PRESETS)[number];

const SETTINGS: Readonly<Record<Preset, LaboratorySettings>> = {
  /**
   * Scullen, Mount & Goff (2000): idiosyncratic rater effects 62 and 53 percent of the variance of ratings, the person
   * 21 and 25 percent. Middle values .575 and .23: raters 2.5 times the variance of people. A third of it taken as
   * severity (√.83 ≈ 90 %), the rest as the impression of the form; what remains of the variance as slips.
   */
  reported: {
    ...UNDISTURBED,
    severity: 90,
    unitCulture: 20,
    halo: 65,
    noise: 160,
    centralTendency: 10,
    missing: { ...UNDISTURBED.missing, colleague: 20, subordinate: 20, 'service-user': 40, outsider: 40 },
  },
  /**
   * Viswesvaran, Ones & Schmidt (1996): interrater reliability of supervisors .52, so that error has .92 times the
   * variance of people. Four tenths of it taken as severity (√.37 ≈ 60 %), the rest as impression and slips.
   */
  reliability: {
    ...UNDISTURBED,
    severity: 60,
    unitCulture: 20,
    halo: 60,
    noise: 85,
    centralTendency: 0,
    missing: { ...UNDISTURBED.missing, colleague: 15, subordinate: 15, 'service-user': 40, outsider: 40 },
  },
  /** No study: what happens if much goes wrong at once. */
  strained: {
    ...UNDISTURBED,
    severity: 120,
    unitCulture: 40,
    favouredShare: 10,
    favouredSize: 150,
    halo: 75,
    noise: 170,
    centralTendency: 30,
    missing: {
      'appraiser-superior': 10,
      'team-lead': 5,
      colleague: 40,
      subordinate: 50,
      'service-user': 60,
      outsider: 60,
      citizen: 60,
    },
  },
  undisturbed: UNDISTURBED,
};

export function settingsOf(preset: Preset): LaboratorySettings {
  return SETTINGS[preset];
}
