/** What raters write: from the true level of each item to the level that a rater gives it. */
import type { Voice } from '../schemes/voices.ts';
import { numberOf, STREAM, type Streams } from './draws.ts';
import { levelAt, middleOf, type Person, SPREAD } from './people.ts';
import { liftOf, type Rater, type RaterFinder } from './raters.ts';
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

/** The level that each item gets from one rater. */
function formOf(
  truth: readonly number[],
  levels: number,
  lift: number,
  random: ReturnType<Streams>,
  settings: LaboratorySettings,
): readonly number[] {
  const halo = settings.halo / 100;
  const noise = settings.noise / 100;
  const pull = 1 - settings.centralTendency / 100;
  const usual = middleOf(levelAt(settings.typical / 100, levels), levels);
  const places = truth.map((level) => middleOf(level, levels));
  const whole = places.reduce((sum, place) => sum + place, 0) / places.length;
  const impression = lift + noise * Math.sqrt(halo) * random.normal();
  const own = noise * Math.sqrt(1 - halo);
  return places.map((place) => {
    const seen = whole + (1 - halo) * (place - whole);
    // A hair above the edge, so that exact middles never fall to the level below by a rounding of doubles.
    const given = usual + pull * (seen - usual) + SPREAD * (impression + own * random.normal());
    return levelAt(clamped(given + 1e-9), levels);
  });
}

export function disturbedJudge(
  person: Person,
  raters: RaterFinder,
  streams: Streams,
  settings: LaboratorySettings,
): Judge {
  const known = truthOf(person, settings);
  const { index } = person;
  return {
    ...known,
    forms(component, voice, items, levels) {
      const truth = known.truth(component, items, levels);
      const place = numberOf(`${component}.${voice}`);
      const lost = missingShare(voice, settings);
      return raters(voice, index, settings).flatMap((rater: Rater) => {
        if (lost > 0 && streams(STREAM.returned, index, place, rater.key).uniform() * 100 < lost) return [];
        const lift = liftOf(streams, rater, index, settings);
        return [formOf(truth, levels, lift, streams(STREAM.form, index, place, rater.key), settings)];
      });
    },
    survey(component, questions) {
      const random = streams(STREAM.survey, index, numberOf(component));
      const asked = settings.surveyAnswers;
      const places = person.items(component, questions);
      let count = 0;
      for (let each = 0; each < asked; each += 1)
        if (random.uniform() * 100 >= settings.missing['service-user']) count += 1;
      // The mean of so many strangers: their severity and noise shrink with the root of their number.
      const shared = (settings.severity / 100) * random.normal();
      const root = Math.sqrt(Math.max(1, count));
      return {
        count,
        places: places.map((standing) =>
          clamped(
            placeIn(standing, settings) +
              (SPREAD * (shared + (settings.noise / 100) * random.normal())) / root,
          ),
        ),
      };
    },
  };
}
