/**
 * From a judged person to the evidence that a scheme reads: one case for every mechanism. What is measured stands as
 * it truly is, for a laboratory of raters says nothing of clocks and counters; facts stand as in the scheme's example.
 */
import type { CompiledScheme, Scheme, SchemeComponent } from '../schemes/index.ts';
import { HIGHEST_LEVEL, LOWEST_ACHIEVED } from '../schemes/mechanisms/competencies-count.ts';
import type { ComponentSettings } from '../schemes/mechanisms/settings.ts';
import { SERVICE_ELEMENTS } from '../schemes/mechanisms/survey.ts';
import type { Voice } from '../schemes/voices.ts';
import type { Judge } from './forms.ts';
import { giverOf, handlingOf } from './handling.ts';
import { casesOf, innovationsOf, presenceOf, reachedOf } from './measured.ts';
import { middleOf } from './people.ts';

type Of<Mechanism extends ComponentSettings['mechanism']> = Extract<
  ComponentSettings,
  { readonly mechanism: Mechanism }
>;
type Maker = (judge: Judge) => unknown;

/** Makes the evidence of one person; made once for a scheme. */
export function evidenceMaker(compiled: CompiledScheme): (judge: Judge) => Readonly<Record<string, unknown>> {
  const makers = compiled.components.map((component): readonly [string, Maker] => {
    const make = makerOf(compiled.scheme, component);
    const handling = handlingOf(component);
    const isRated = handling === 'rated' || handling === 'survey';
    const { code } = component;
    return [code, isRated ? make : (judge) => judge.person.once(`evidence ${code}`, () => make(judge))];
  });
  return (judge) => {
    const evidence: Record<string, unknown> = {};
    for (const [code, make] of makers) {
      const value = make(judge);
      if (value !== undefined) evidence[code] = value;
    }
    return evidence;
  };
}

function makerOf(scheme: Scheme, component: SchemeComponent): Maker {
  const { settings, code } = component;
  switch (settings.mechanism) {
    case 'rating':
      return rating(scheme, component, settings);
    case 'rated-lines':
      return ratedLines(scheme, component, settings);
    case 'score':
      return score(component, settings);
    case 'fact':
      return () => component.example;
    case 'planned-results':
      return plannedResults(scheme, component, settings);
    case 'rated-items':
      return ratedItems(scheme, component, settings);
    case 'competencies':
      return competencies(component, settings);
    case 'team-contribution':
      return teamContribution(scheme, component, settings);
    case 'presence':
      return (judge) => presenceOf(judge.person.standing(code));
    case 'service-standard':
      return (judge) => casesOf(judge.person.standing(code), settings.services[0]?.code ?? '');
    case 'survey':
      return survey(scheme, code, settings);
    case 'innovation':
      return (judge) =>
        innovationsOf(
          judge.person.standing(code),
          settings.stages.map((stage) => stage.code),
        );
  }
}

/** Codes of a scale from the worst up. */
function levelsOf(scheme: Scheme, scale: string): readonly string[] {
  return (scheme.scales?.[scale]?.levels ?? []).map((level) => level.code).reverse();
}

/** One level an item where the scheme takes one answer only: the mean of those who rated, to the nearest level. */
function decided(
  judge: Judge,
  code: string,
  voice: Voice,
  items: number,
  levels: number,
): readonly number[] | undefined {
  if (voice === 'measured') return judge.truth(code, items, levels);
  const forms = judge.forms(code, voice, items, levels);
  const [first] = forms;
  if (!first) return undefined;
  if (forms.length === 1) return first;
  return first.map((own, item) => {
    let sum = 0;
    for (const form of forms) sum += form[item] ?? 0;
    const mean = sum / forms.length;
    const below = Math.floor(mean);
    // Between two levels the one nearer to the appraiser's own stands.
    if (mean - below === 0.5) return own > mean ? below + 1 : below;
    return Math.round(mean);
  });
}

function rating(scheme: Scheme, component: SchemeComponent, { scale }: Of<'rating'>): Maker {
  const levels = levelsOf(scheme, scale);
  const voice = giverOf(component);
  return (judge) => {
    const level = decided(judge, component.code, voice, 1, levels.length)?.[0];
    return level === undefined ? undefined : { rating: levels[level] };
  };
}

/** Four main results and one additional. */
const RATED_LINES = ['main', 'main', 'main', 'main', 'additional'] as const;

function ratedLines(scheme: Scheme, component: SchemeComponent, { scale }: Of<'rated-lines'>): Maker {
  const levels = levelsOf(scheme, scale);
  const voice = giverOf(component);
  return (judge) => {
    const rated = decided(judge, component.code, voice, RATED_LINES.length, levels.length);
    return rated && { lines: RATED_LINES.map((kind, line) => ({ kind, rating: levels[rated[line] ?? 0] })) };
  };
}

/** A given score is rated in a hundred steps of its range. */
const STEPS = 100;

function score(component: SchemeComponent, { range }: Of<'score'>): Maker {
  const [from, to] = [Number(range.from), Number(range.to)];
  const voice = giverOf(component);
  return (judge) => {
    const step = decided(judge, component.code, voice, 1, STEPS)?.[0];
    if (step === undefined) return undefined;
    const value = from + (to - from) * middleOf(step, STEPS);
    return { score: String(Math.round(value * 100) / 100) };
  };
}

/** Three main results; the weights are used only where the scheme asks for them. */
const PLANNED_WEIGHTS = ['40', '35', '25'] as const;

function plannedResults(
  scheme: Scheme,
  component: SchemeComponent,
  { scale, weighting }: Of<'planned-results'>,
): Maker {
  const voice = giverOf(component);
  const levels = scale === undefined ? [] : levelsOf(scheme, scale);
  const isRated = handlingOf(component) === 'rated';
  const line = (place: number) => ({
    kind: 'main',
    ...(weighting === 'given' ? { weight: PLANNED_WEIGHTS[place] } : {}),
  });
  return (judge) => {
    if (isRated) {
      const rated = decided(judge, component.code, voice, PLANNED_WEIGHTS.length, levels.length);
      return rated && { lines: rated.map((level, place) => ({ ...line(place), level: levels[level] })) };
    }
    const items = judge.person.items(component.code, PLANNED_WEIGHTS.length);
    return { lines: items.map((standing, place) => ({ ...line(place), indicators: [reachedOf(standing)] })) };
  };
}

function ratedItems(scheme: Scheme, component: SchemeComponent, settings: Of<'rated-items'>): Maker {
  const levels = levelsOf(scheme, settings.scale);
  const items = (settings.items === 'behaviours' ? (scheme.behaviours?.values ?? []) : settings.items).map(
    (item) => item.code,
  );
  return (judge) => ({
    forms: formsBy(component, (voice) =>
      judge.forms(component.code, voice, items.length, levels.length).map((form) => ({
        items: Object.fromEntries(items.map((item, place) => [item, levels[form[place] ?? 0]])),
      })),
    ),
  });
}

function formsBy(component: SchemeComponent, forms: (voice: Voice) => readonly unknown[]) {
  return Object.fromEntries(component.voices.map((voice) => [voice, forms(voice)]));
}

/** Levels about the one required: two below, one below, met, one above. */
const ABOUT_REQUIRED = 4;
const MET = 2;
const NO_STANDARD = 9;

function competencies(component: SchemeComponent, { dictionary, standards }: Of<'competencies'>): Maker {
  const known = Object.entries(standards ?? {});
  const posts = known.map(([post, required]) => ({ asked: { post }, required: Object.entries(required) }));
  const required = dictionary.slice(0, NO_STANDARD).map(({ code }): [string, number] => [code, 3]);
  const all = posts.length > 0 ? posts : [{ asked: { required: Object.fromEntries(required) }, required }];
  return (judge) => {
    // Posts in turn, so that every standard has its people.
    const post = all[judge.person.index % all.length] ?? { asked: {}, required };
    const levelOf = (asked: number, step: number) =>
      Math.min(HIGHEST_LEVEL, Math.max(LOWEST_ACHIEVED, asked + step - MET));
    return {
      ...post.asked,
      forms: formsBy(component, (voice) =>
        judge.forms(component.code, voice, post.required.length, ABOUT_REQUIRED).map((form) => ({
          levels: Object.fromEntries(
            post.required.map(([code, asked], place) => [code, levelOf(asked, form[place] ?? 0)]),
          ),
        })),
      ),
    };
  };
}

/** Everybody is in one team for the whole year. */
function teamContribution(
  scheme: Scheme,
  component: SchemeComponent,
  { scale }: Of<'team-contribution'>,
): Maker {
  const levels = levelsOf(scheme, scale);
  const voice = giverOf(component);
  return (judge) => {
    const level = decided(judge, component.code, voice, 1, levels.length)?.[0];
    const team = { name: 'Tim 1', role: 'member', months: 12 };
    return { teams: [level === undefined ? team : { ...team, level: levels[level] }] };
  };
}

function survey(scheme: Scheme, code: string, settings: Of<'survey'>): Maker {
  const items = settings.items === 'service-elements' ? SERVICE_ELEMENTS : settings.items;
  const scores = (scheme.scales?.[settings.scale]?.levels ?? []).map((level) => Number(level.score ?? 0));
  const [highest, lowest] = [Math.max(...scores), Math.min(...scores)];
  return (judge) => {
    const { count, places } = judge.survey(code, items.length);
    const means = places.map((place) =>
      String(Math.round((lowest + (highest - lowest) * place) * 100) / 100),
    );
    return { count, means: Object.fromEntries(items.map((item, place) => [item.code, means[place]])) };
  };
}
