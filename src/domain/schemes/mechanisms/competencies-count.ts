/** Counting of `competencies`: the fast reading of evidence, and the steps that explanations share. */
import { divideHalfUp, meanUnits, UNITS } from '../fixed.ts';
import { MISSING_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { hasOnly, isRecord } from './mechanism.ts';
import {
  areForms,
  formsOf,
  outcomeOfNobody,
  type VoicesSettings,
  voiceNames,
  type WeightedVoice,
} from './weighted-voices.ts';

/** Levels 1 to 5 as in PermenPANRB 38/2017; a person may also show nothing of a competency yet: 0. */
export const HIGHEST_LEVEL = 5;
export const LOWEST_ACHIEVED = 0;
export const LOWEST_REQUIRED = 1;

/** Achieved levels are kept in hundredths: two decimals, as they are shown. */
export const HUNDREDTHS = 100;

const NAMES = new Set(['required', 'post', 'forms']);
const NAMES_WITHOUT_POST = new Set(['required', 'forms']);
const FORM_NAMES = new Set(['levels']);

function isLevel(value: unknown, lowest: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= HIGHEST_LEVEL;
}

/** The mean of levels of one voice in units, four decimals, half up. */
export function voiceMean(sum: number, count: number): number {
  return divideHalfUp(sum * UNITS, count);
}

/** The level achieved in hundredths, of voice means summed with their percents; half up. */
export function achievedHundredths(weighted: number, percents: number): number {
  return divideHalfUp(weighted, percents * (UNITS / HUNDREDTHS));
}

/** The score in units, from levels counted and required, both in hundredths. */
export function matchUnits(counted: number, required: number, decimals: number): number {
  return meanUnits(counted * 100 * UNITS, required, decimals);
}

type Reading = {
  readonly settings: VoicesSettings;
  readonly codes: readonly string[];
  readonly voices: readonly WeightedVoice[];
  readonly standards: ReadonlyMap<unknown, Readonly<Record<string, number>>>;
  readonly decimals: number;
};

/** The competencies that a post asks for, by place in the dictionary, with their levels. */
type Standard = { readonly places: readonly number[]; readonly levels: readonly number[] };

/** The standard of a post with what the evidence itself asks for; levels that are not given change nothing. */
export function joinedStandard(
  post: Readonly<Record<string, unknown>> | undefined,
  required: unknown,
): Readonly<Record<string, unknown>> {
  if (!isRecord(required)) return post ?? {};
  const given = Object.entries(required).filter(([, level]) => level !== undefined);
  return { ...post, ...Object.fromEntries(given) };
}

/** Reads which competencies are asked for: the standard of `post`, with what `required` adds or sets otherwise. */
function standardReader(
  places: ReadonlyMap<string, number>,
  standards: Reading['standards'],
): (given: Readonly<Record<string, unknown>>) => Standard | undefined {
  const standardIn = (levels: unknown): Standard | undefined => {
    if (!isRecord(levels)) return undefined;
    const found: number[] = [];
    const required: number[] = [];
    for (const code in levels) {
      const place = places.get(code);
      const level = levels[code];
      if (place === undefined) return undefined;
      if (level === undefined) continue;
      if (!isLevel(level, LOWEST_REQUIRED)) return undefined;
      found.push(place);
      required.push(level);
    }
    return found.length === 0 ? undefined : { places: found, levels: required };
  };
  const byPost = new Map([...standards].map(([post, levels]) => [post, standardIn(levels)]));
  return ({ post, required }) => {
    if (required === undefined) return byPost.get(post);
    const own = standardIn(required);
    if (post === undefined || !own) return own;
    const base = standards.get(post);
    return base && standardIn(joinedStandard(base, required));
  };
}

/** Sums of levels by place in the dictionary. Made once for a component and filled anew by each reading. */
function levelSums(places: ReadonlyMap<string, number>, decimals: number) {
  const sums = new Float64Array(places.size);
  const counts = new Float64Array(places.size);
  const weighted = new Float64Array(places.size);
  const percents = new Float64Array(places.size);
  return {
    begin(): void {
      weighted.fill(0);
      percents.fill(0);
    },
    beginVoice(): void {
      sums.fill(0);
      counts.fill(0);
    },
    /** Adds the levels of a form; false when it is not of the shape. */
    add(form: unknown): boolean {
      if (!isRecord(form) || !hasOnly(form, FORM_NAMES)) return false;
      const { levels } = form;
      if (!isRecord(levels)) return false;
      let any = false;
      for (const code in levels) {
        const level = levels[code];
        const place = places.get(code);
        if (place === undefined) return false;
        if (level === undefined) continue;
        if (!isLevel(level, LOWEST_ACHIEVED)) return false;
        sums[place] = (sums[place] ?? 0) + level;
        counts[place] = (counts[place] ?? 0) + 1;
        any = true;
      }
      return any;
    },
    /** Takes a voice that counts into the weighted means. */
    take(percent: number, standard: Standard): void {
      for (const place of standard.places) {
        const count = counts[place] ?? 0;
        if (count === 0) continue;
        weighted[place] = (weighted[place] ?? 0) + percent * voiceMean(sums[place] ?? 0, count);
        percents[place] = (percents[place] ?? 0) + percent;
      }
    },
    match(standard: Standard): Outcome {
      let counted = 0;
      let required = 0;
      for (let index = 0; index < standard.places.length; index += 1) {
        const place = standard.places[index] ?? 0;
        const asked = (standard.levels[index] ?? 0) * HUNDREDTHS;
        const percent = percents[place] ?? 0;
        if (percent === 0) return MISSING_OUTCOME;
        counted += Math.min(achievedHundredths(weighted[place] ?? 0, percent), asked);
        required += asked;
      }
      return scoreOutcome(matchUnits(counted, required, decimals));
    },
  };
}

/**
 * Makes the reader of one component. Its sums are made once; reading is synchronous and begins them
 * anew each time, so nothing of one evidence is seen in the next.
 */
export function competencyReader({ settings, codes, voices, standards, decimals }: Reading) {
  const places = new Map(codes.map((code, place) => [code, place]));
  const names = voiceNames(voices);
  const ownNames = standards.size > 0 ? NAMES : NAMES_WITHOUT_POST;
  const nobody = outcomeOfNobody(settings);
  const standardOf = standardReader(places, standards);
  const sums = levelSums(places, decimals);
  return (given: unknown): Outcome | undefined => {
    if (!isRecord(given) || !hasOnly(given, ownNames) || !areForms(given.forms, names)) return undefined;
    const standard = standardOf(given);
    if (!standard) return undefined;
    sums.begin();
    let lacking = false;
    let present = false;
    for (const voice of voices) {
      const forms = formsOf(given.forms, voice);
      sums.beginVoice();
      for (const form of forms) if (!sums.add(form)) return undefined;
      if (forms.length < voice.atLeast) lacking ||= voice.required;
      else {
        present = true;
        sums.take(voice.percent, standard);
      }
    }
    if (lacking) return MISSING_OUTCOME;
    return present ? sums.match(standard) : nobody;
  };
}
