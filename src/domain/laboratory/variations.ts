/** The same people and the same chance under other settings: what would mend it, and what it comes from. */
import type { CompiledScheme } from '../schemes/index.ts';
import { hasAppraiser, manyVoicesOf } from './handling.ts';
import { type LaboratorySettings, MANY_VOICES } from './settings.ts';
import type { Disturbance } from './tally.ts';

/** How many raters of each voice the curve tries. */
export const RATERS_TRIED = [1, 2, 3, 5, 8, 12] as const;
/** How many percent of second looks the curve tries; 200: everybody is rated by three appraisers. */
export const LOOKS_TRIED = [0, 5, 10, 25, 50, 100, 200] as const;

export interface Variation {
  readonly settings: LaboratorySettings;
}
interface Point extends Variation {
  readonly at: number;
}
interface Removal extends Variation {
  readonly disturbance: Disturbance;
}

export interface Variations {
  readonly without: readonly Removal[];
  readonly raters: readonly Point[];
  readonly looks: readonly Point[];
  readonly all: readonly Variation[];
  /** Nothing that comes with the person who fills in a form; only single slips and missing answers. */
  readonly withoutRaters: LaboratorySettings;
}

export function variationsOf(scheme: CompiledScheme, settings: LaboratorySettings): Variations {
  const without = removalsOf(settings);
  const raters = manyVoicesOf(scheme).length === 0 ? [] : RATERS_TRIED.map((at) => withRaters(settings, at));
  const looks = hasAppraiser(scheme)
    ? LOOKS_TRIED.map((at) => ({ at, settings: { ...settings, secondLooks: at } }))
    : [];
  return {
    without,
    raters,
    looks,
    all: [...without, ...raters, ...looks],
    withoutRaters: {
      ...settings,
      severity: 0,
      favouredShare: 0,
      centralTendency: 0,
      halo: 0,
      noise: settings.noise * Math.sqrt(1 - settings.halo / 100),
    },
  };
}

function withRaters(settings: LaboratorySettings, at: number): Point {
  const raters = Object.fromEntries(MANY_VOICES.map((voice) => [voice, at]));
  return { at, settings: { ...settings, raters: raters as LaboratorySettings['raters'] } };
}

function removalsOf(settings: LaboratorySettings): readonly Removal[] {
  const none = Object.fromEntries(Object.keys(settings.missing).map((voice) => [voice, 0]));
  const removals: readonly (readonly [Disturbance, boolean, Partial<LaboratorySettings>])[] = [
    ['severity', settings.severity > 0, { severity: 0 }],
    ['favouritism', settings.favouredShare > 0 && settings.favouredSize > 0, { favouredShare: 0 }],
    // One impression of the whole form becomes slips of single items, of the same size each.
    ['halo', settings.halo > 0, { halo: 0 }],
    ['central-tendency', settings.centralTendency > 0, { centralTendency: 0 }],
    ['noise', settings.noise > 0, { noise: 0 }],
    [
      'missing',
      Object.values(settings.missing).some((share) => share > 0),
      { missing: none as LaboratorySettings['missing'] },
    ],
  ];
  return removals.flatMap(([disturbance, isActive, change]) =>
    isActive ? [{ disturbance, settings: { ...settings, ...change } }] : [],
  );
}
