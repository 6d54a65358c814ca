/** What mechanisms with several voices have in common: whose forms stand, and whose can be changed here. */
import type { Voice } from '#domain/schemes/index.ts';
import { type Frame, isRecord, listIn } from '../types.ts';

/** Voices that speak with their name; of all others no single form is ever shown. */
const NAMED: ReadonlySet<string> = new Set([
  'self',
  'appraiser',
  'appraiser-superior',
  'team-lead',
  'officer',
]);

export interface VoiceForms {
  readonly voice: Voice;
  readonly percent: string;
  readonly atLeast: number;
  readonly forms: readonly Readonly<Record<string, unknown>>[];
  /** The one form that can be shown and changed item by item; undefined where nobody's own form may be shown. */
  readonly own: Readonly<Record<string, unknown>> | undefined;
}

type Settings = Readonly<
  Record<string, { readonly percent: string; readonly atLeast?: number | undefined } | undefined>
>;

export function voicesOf(settings: Settings, base: unknown): readonly VoiceForms[] {
  const given = isRecord(base) ? base.forms : undefined;
  return Object.entries(settings).flatMap(([name, voice]) => {
    if (!voice) return [];
    const forms = listIn(given, name);
    return [
      {
        // The names of the record are the closed list of the language.
        voice: name as Voice,
        percent: voice.percent,
        atLeast: voice.atLeast ?? 1,
        forms,
        own: forms.length === 1 && NAMED.has(name) ? forms[0] : undefined,
      },
    ];
  });
}

/** Whether this form changes what the voice said: an appraiser gives only the appraiser's own. */
export function isAsked(frame: Frame, { voice }: VoiceForms): boolean {
  return frame.mode === 'everything' || voice === 'appraiser';
}

/**
 * The forms of one voice after what was changed here. Where nobody's own form may be shown a change holds for all of
 * them; where there was none, as many alike are made as the voice needs to count.
 */
export function changedForms(
  voice: VoiceForms,
  part: string,
  changed: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const dropped = new Set(Object.keys(changed).filter((item) => changed[item] === null));
  const kept = Object.fromEntries(Object.entries(changed).filter(([, level]) => level !== null));
  const merge = (form: Readonly<Record<string, unknown>> | undefined) => {
    const before = isRecord(form?.[part]) ? form[part] : {};
    const items = Object.fromEntries(Object.entries(before).filter(([item]) => !dropped.has(item)));
    return { ...form, [part]: { ...items, ...kept } };
  };
  if (voice.forms.length > 0)
    return voice.forms
      .map(merge)
      .filter((form) => isRecord(form[part]) && Object.keys(form[part]).length > 0);
  if (Object.keys(kept).length === 0) return [];
  return Array.from({ length: voice.atLeast }, () => merge(undefined));
}
