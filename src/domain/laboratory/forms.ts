/** What raters write: from the true level of each item to the level that a rater gives it. */
import type { Voice } from '../schemes/voices.ts';
import { numberOf, STREAM, type Streams } from './draws.ts';
import { levelAt, middleOf, type Person, SPREAD } from './people.ts';
import { type Rater, type RaterFinder, severityLift, type Temper } from './raters.ts';
import { CHOSEN_VOICES, type LaboratorySettings } from './settings.ts';

/** How one person is judged: truly, or by disturbed raters. */
export interface Judge {
  readonly person: Person;
  /** Place on a scale, 0 the worst and 1 the best, where the person truly stands in a component. */
  readonly place: (component: string) => number;
  /** The true level of each item, 0 the worst. */
  readonly truth: (component: string, items: number, levels: number) => readonly number[];
  /** One list of levels for every form that came back. */
  readonly forms: (
    component: string,
    voice: Voice,
    items: number,
    levels: number,
  ) => readonly (readonly number[])[];
  /** Answers that came back to a survey, and the mean place of each question. */
  readonly survey: (
    component: string,
    questions: number,
  ) => { readonly count: number; readonly places: readonly number[] };
}

function clamped(place: number): number {
  return Math.min(1, Math.max(0, place));
}

function placeIn(standing: number, settings: LaboratorySettings): number {
  return settings.typical / 100 + SPREAD * standing;
}

/** What holds of a person whoever judges. */
function truthOf(person: Person, settings: LaboratorySettings) {
  return {
    person,
    place: (component: string) => clamped(placeIn(person.standing(component), settings)),
    truth: (component: string, items: number, levels: number) =>
      person.items(component, items).map((standing) => levelAt(clamped(placeIn(standing, settings)), levels)),
  };
}

/** Every rater that is asked answers, and gives the level that holds. */
export function trueJudge(person: Person, raters: RaterFinder, settings: LaboratorySettings): Judge {
  const known = truthOf(person, settings);
  return {
    ...known,
    forms(component, voice, items, levels) {
      const form = known.truth(component, items, levels);
      return raters(voice, person.index, settings).map(() => form);
    },
    survey: (component, questions) => ({
      count: settings.surveyAnswers,
      places: person.items(component, questions).map((standing) => clamped(placeIn(standing, settings))),
    }),
  };
}

function missingShare(voice: Voice, { missing }: LaboratorySettings): number {
  const chosen = CHOSEN_VOICES.find((each) => each === voice);
  return chosen === undefined ? 0 : missing[chosen];
}

/**
 * The chance of one form, drawn once for every variation: whether it comes back, whether the ratee is favoured, the
 * impression, and the slip of each item.
 */
interface FormChance {
  readonly returned: number;
  readonly favoured: number;
  /** The impression first, then the items. */
  readonly normals: Float64Array;
}

type Chances = (place: number, rater: Rater, items: number) => FormChance;

function chancesOf(streams: Streams, person: number): Chances {
  const forms = new Map<number, Map<number, FormChance>>();
  return (place, { key }, items) => {
    const known = forms.get(place) ?? new Map<number, FormChance>();
    forms.set(place, known);
    const kept = known.get(key);
    if (kept) return kept;
    const random = streams(STREAM.form, person, place, key);
    const normals = new Float64Array(items + 1);
    for (let index = 0; index <= items; index += 1) normals[index] = random.normal();
    const chance = {
      returned: streams(STREAM.returned, person, place, key).uniform() * 100,
      favoured: streams(STREAM.favour, key, person).uniform() * 100,
      normals,
    };
    known.set(key, chance);
    return chance;
  };
}

/** The level that each item gets from one rater. */
function formOf(
  truth: readonly number[],
  levels: number,
  lift: number,
  normals: Float64Array,
  settings: LaboratorySettings,
): readonly number[] {
  const halo = settings.halo / 100;
  const noise = settings.noise / 100;
  const pull = 1 - settings.centralTendency / 100;
  const usual = middleOf(levelAt(settings.typical / 100, levels), levels);
  let whole = 0;
  for (const level of truth) whole += middleOf(level, levels) / truth.length;
  const impression = lift + noise * Math.sqrt(halo) * (normals[0] ?? 0);
  const own = noise * Math.sqrt(1 - halo);
  return truth.map((level, item) => {
    const seen = whole + (1 - halo) * (middleOf(level, levels) - whole);
    // A hair above the edge, so that exact middles never fall to the level below by a rounding of doubles.
    const given = usual + pull * (seen - usual) + SPREAD * (impression + own * (normals[item + 1] ?? 0));
    return levelAt(clamped(given + 1e-9), levels);
  });
}

/** Judges of one person by the same raters and chance under any settings. */
export function disturbedJudges(
  person: Person,
  raters: RaterFinder,
  temper: Temper,
  streams: Streams,
): (settings: LaboratorySettings) => Judge {
  const { index } = person;
  const chances = chancesOf(streams, index);
  return (settings) => {
    const known = truthOf(person, settings);
    const favour = settings.favouredSize / 100;
    return {
      ...known,
      forms(component, voice, items, levels) {
        const truth = known.truth(component, items, levels);
        const place = numberOf(`${component}.${voice}`);
        const lost = missingShare(voice, settings);
        const forms: (readonly number[])[] = [];
        for (const rater of raters(voice, index, settings)) {
          const { returned, favoured, normals } = chances(place, rater, items);
          if (returned < lost) continue;
          const isFavoured = favoured < settings.favouredShare && rater.key !== index;
          const lift = severityLift(temper, rater, settings) + (isFavoured ? favour : 0);
          forms.push(formOf(truth, levels, lift, normals, settings));
        }
        return forms;
      },
      survey: (component, questions) => surveyOf(person, streams, component, questions, settings),
    };
  };
}

/** The mean of so many strangers: their severity and noise shrink with the root of their number. */
function surveyOf(
  person: Person,
  streams: Streams,
  component: string,
  questions: number,
  settings: LaboratorySettings,
): ReturnType<Judge['survey']> {
  const random = streams(STREAM.survey, person.index, numberOf(component));
  let count = 0;
  for (let each = 0; each < settings.surveyAnswers; each += 1)
    if (random.uniform() * 100 >= settings.missing['service-user']) count += 1;
  const shared = (settings.severity / 100) * random.normal();
  const root = Math.sqrt(Math.max(1, count));
  const places = person.items(component, questions).map((standing) => {
    const error = shared + (settings.noise / 100) * random.normal();
    return clamped(placeIn(standing, settings) + (SPREAD * error) / root);
  });
  return { count, places };
}
