/**
 * What a result would be with each voice left out, by the scheme's own rule for a voice that is missing.
 *
 * Why this tells nothing new of anybody who spoke without a name: such a voice is only ever left out as a whole, and the
 * engine joins a voice through the mean of its forms (of each competency, where competencies are rated). These means
 * stand in the explanation of the result, unrounded as they are counted, beside the weights. Every figure here is
 * therefore a function of what the reader has before them: two sets of forms with the same means give the same figures,
 * which the tests check on random forms. Where a voice has fewer forms than the promise says, or a competency was seen by
 * fewer, nothing is computed that it takes part in.
 *
 * Not to be used to ask whose form it was, nor to take a voice out of a result: the result stands as it was given.
 */
import {
  ANONYMOUS_VOICES,
  type CompiledScheme,
  leastAnswers,
  VOICES,
  type Voice,
  voicesOf,
} from '../schemes/index.ts';
import { type Evidence, isRecord } from './appraiser-items.ts';
import { type Standing, standingOf, withoutConfirmations } from './standing.ts';

export interface VoiceLeftOut {
  readonly voice: Voice;
  readonly isAnonymous: boolean;
  /** Most forms of this voice in one component; 1 where a component is given by it alone. */
  readonly forms: number;
  readonly without:
    | ({ readonly kind: 'result' } & Standing)
    /** The scheme asks for this voice. */
    | { readonly kind: 'none' }
    /** Too few forms of a voice without a name take part. */
    | { readonly kind: 'hidden' };
}

/** Nobody rates through these: records and what an officer enters. */
const NOT_RATING: readonly Voice[] = ['measured', 'officer'];

export function isAnonymous(voice: Voice): boolean {
  return ANONYMOUS_VOICES.some((each) => each === voice);
}

/** Every voice that counts in this evidence, in the order of the scheme language. */
export function voicesLeftOut(compiled: CompiledScheme, evidence: Evidence): readonly VoiceLeftOut[] {
  const base = withoutConfirmations(compiled, evidence);
  return VOICES.filter((voice) => !NOT_RATING.includes(voice)).flatMap((voice): VoiceLeftOut[] => {
    const forms = formsOf(compiled, base, voice);
    if (forms === 0) return [];
    const shared = { voice, isAnonymous: isAnonymous(voice), forms };
    if (revealsFew(compiled, base, voice)) return [{ ...shared, without: { kind: 'hidden' } as const }];
    const left = standingOf(compiled, withoutVoice(compiled, base, voice));
    return [
      { ...shared, without: left ? ({ kind: 'result', ...left } as const) : ({ kind: 'none' } as const) },
    ];
  });
}

/** The evidence as if this voice had not been asked. */
export function withoutVoice({ scheme }: CompiledScheme, evidence: Evidence, voice: Voice): Evidence {
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([code, given]): [string, unknown][] => {
      const settings = scheme.components[code];
      if (!settings || !isRecord(given)) return [[code, given]];
      if ('voices' in settings) {
        const forms = isRecord(given.forms) ? given.forms : {};
        const { [voice]: _, ...others } = forms;
        return [[code, { ...given, forms: others }]];
      }
      if (voicesOf(settings).includes(voice)) return [];
      return [[code, voice === 'appraiser' ? withoutLevels(given) : given]];
    }),
  );
}

/** Qualitative lines are rated by the appraiser, whoever measured the others. */
function withoutLevels(given: Evidence): Evidence {
  const { lines } = given;
  if (!Array.isArray(lines)) return given;
  return {
    ...given,
    lines: lines.map((line: unknown) => {
      if (!isRecord(line)) return line;
      const { level: _, ...rest } = line;
      return rest;
    }),
  };
}

function formsOf({ scheme }: CompiledScheme, evidence: Evidence, voice: Voice): number {
  let most = 0;
  for (const [code, settings] of Object.entries(scheme.components)) {
    const given = evidence[code];
    if (!isRecord(given)) continue;
    if ('voices' in settings) most = Math.max(most, listOf(given, voice).length);
    else if (voicesOf(settings).includes(voice)) most = Math.max(most, 1);
  }
  return most;
}

function listOf({ forms }: Evidence, voice: Voice): readonly unknown[] {
  const list = isRecord(forms) ? forms[voice] : undefined;
  return Array.isArray(list) ? list : [];
}

/** Whether a component that this voice speaks to holds too few forms of some voice without a name. */
function revealsFew({ scheme }: CompiledScheme, evidence: Evidence, voice: Voice): boolean {
  return Object.entries(scheme.components).some(([code, settings]) => {
    const given = evidence[code];
    if (!isRecord(given) || !('voices' in settings) || listOf(given, voice).length === 0) return false;
    return ANONYMOUS_VOICES.some((other) => {
      const list = listOf(given, other);
      const least = leastAnswers(scheme, other);
      return list.length > 0 && fewest(list, settings.mechanism === 'competencies') < least;
    });
  });
}

/** Forms of a list; of competencies, of the one that fewest rated. */
function fewest(list: readonly unknown[], isByItem: boolean): number {
  if (!isByItem) return list.length;
  const counts = new Map<string, number>();
  for (const form of list)
    for (const name of Object.keys(isRecord(form) && isRecord(form.levels) ? form.levels : {}))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return Math.min(list.length, ...counts.values());
}
