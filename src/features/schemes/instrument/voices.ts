/** Who gives a component, and how much each counts within it. */
import { type Voice, voiceLabel } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from './text.ts';
import type { ComponentSettings } from './types.ts';

/** What the file does not say: ratings are the appraiser's, everything else comes from records. */
function silentGiver(settings: ComponentSettings): Voice {
  switch (settings.mechanism) {
    case 'rating':
    case 'rated-lines':
      return 'appraiser';
    default:
      return 'measured';
  }
}

/** The voices of a component with their percent; one without percent where the component has no voices of its own. */
export function giversOf(
  settings: ComponentSettings,
): readonly { readonly voice: Voice; readonly percent?: string }[] {
  if ('voices' in settings)
    return Object.entries(settings.voices).flatMap(([name, voice]) =>
      // The names of the record are the closed list of the language.
      voice ? [{ voice: name as Voice, percent: voice.percent }] : [],
    );
  return [{ voice: settings.givenBy ?? silentGiver(settings) }];
}

/** Whether a voice of this component is the appraiser's. */
export function isForAppraiser(settings: ComponentSettings): boolean {
  return giversOf(settings).some(({ voice }) => voice === 'appraiser');
}

/** Where a component comes from, as a sentence without its stop. */
export function origin(settings: ComponentSettings): string {
  const isMeasured = giversOf(settings).every(({ voice }) => voice === 'measured');
  return isMeasured ? text.measured() : text.givenBy({ voices: giversInWords(settings) });
}

/** That a component is not there yet, and whose it is. */
export function absence(settings: ComponentSettings): string {
  const isMeasured = giversOf(settings).every(({ voice }) => voice === 'measured');
  return isMeasured ? text.notYetMeasured() : text.notYetFrom({ giver: giversInWords(settings) });
}

/** `Pejabat penilai (60 %), Rekan kerja (40 %)`. */
export function giversInWords(settings: ComponentSettings): string {
  return giversOf(settings)
    .map(({ voice, percent }) => {
      const label = inLocale(voiceLabel(voice));
      return percent === undefined
        ? label
        : text.voiceShare({ voice: label, percent: formatDecimal(percent) });
    })
    .join(', ');
}
