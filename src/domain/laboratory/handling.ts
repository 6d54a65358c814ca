/** How the laboratory treats each component of a scheme: rated by people, asked in a survey, measured, or a fact. */
import type { CompiledScheme, SchemeComponent } from '../schemes/index.ts';
import type { Voice } from '../schemes/voices.ts';
import { type LaboratorySettings, MANY_VOICES, type ManyVoice } from './settings.ts';

/**
 * rated: disturbed raters give it; survey: the mean of many answers; true: it stands as it truly is; constant: as in
 * the example of the scheme, the same for everybody.
 */
export type Handling = 'rated' | 'survey' | 'true' | 'constant';

/** Who gives the one value of a component. A score of which the scheme does not say who gives it is the appraiser's. */
export function giverOf({ settings, voices }: SchemeComponent): Voice {
  if (settings.mechanism === 'score' && settings.givenBy === undefined) return 'appraiser';
  return voices[0] ?? 'measured';
}

/** Who rates a component; nobody where it is measured. */
export function ratersOf(component: SchemeComponent): readonly Voice[] {
  const voices = 'voices' in component.settings ? component.voices : [giverOf(component)];
  return handlingOf(component) === 'rated' ? voices : [];
}

export function handlingOf(component: SchemeComponent): Handling {
  const { settings } = component;
  switch (settings.mechanism) {
    case 'rated-items':
    case 'competencies':
      return 'rated';
    case 'rating':
    case 'rated-lines':
    case 'score':
    case 'team-contribution':
      return giverOf(component) === 'measured' ? 'true' : 'rated';
    case 'planned-results':
      return giverOf(component) === 'measured' || settings.scale === undefined ? 'true' : 'rated';
    case 'survey':
      return 'survey';
    case 'presence':
    case 'service-standard':
    case 'innovation':
      return 'true';
    case 'fact':
      return 'constant';
  }
}

/** The voices of a scheme of which several are asked. */
export function manyVoicesOf({ components }: CompiledScheme): readonly ManyVoice[] {
  return MANY_VOICES.filter((voice) =>
    components.some((component) => 'voices' in component.settings && component.voices.includes(voice)),
  );
}

/** A voice of which fewer are asked than the scheme needs for it to count: it is never heard. */
export interface SilentVoice {
  readonly voice: ManyVoice;
  readonly asked: number;
  readonly atLeast: number;
}

export function silentVoices(scheme: CompiledScheme, { raters }: LaboratorySettings): readonly SilentVoice[] {
  return manyVoicesOf(scheme).flatMap((voice) => {
    const least = scheme.components.flatMap(({ settings }) =>
      'voices' in settings && settings.voices[voice] ? [settings.voices[voice].atLeast ?? 1] : [],
    );
    const atLeast = Math.max(1, ...least);
    return raters[voice] < atLeast ? [{ voice, asked: raters[voice], atLeast }] : [];
  });
}

/** Whether anything is rated by an appraiser, so that a second one could rate it too. */
export function hasAppraiser({ components }: CompiledScheme): boolean {
  return components.some((component) => ratersOf(component).includes('appraiser'));
}
