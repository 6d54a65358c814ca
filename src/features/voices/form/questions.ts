/**
 * The form of a voice, drawn from a scheme: every item that this voice is asked about, each with its levels, and the
 * way from what was chosen to a form as the scheme's components read it. Pure.
 */
import type { Bilingual } from '#domain/bilingual.ts';
import { type AskedVoice, type Scheme, type SchemeComponent, voicesOf } from '#domain/schemes/index.ts';
import { type PostHeld, standardPost } from '#features/schemes/index.ts';

/** A level that can be chosen, best first. */
export interface Choice {
  readonly code: string;
  /** Undefined for levels that are numbers: `Tingkat 4`. */
  readonly label: Bilingual | undefined;
  /** What is seen at this level. */
  readonly anchor: Bilingual | undefined;
}

/** A team that the participant belongs to and that the rater leads. */
export interface TeamAsked {
  readonly id: string;
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly months: number;
}

export interface Question {
  /** `component.item`; stands in drafts and beside remarks. */
  readonly key: string;
  readonly component: string;
  readonly item: string;
  /** What the item belongs to. */
  readonly within: Bilingual;
  readonly label: Bilingual;
  readonly meanings: readonly Bilingual[];
  readonly choices: readonly Choice[];
  /** Where the level goes in the form of the component. */
  readonly form: 'items' | 'levels' | 'teams';
  readonly team?: TeamAsked;
}

/** The item was looked at and left out: the rater cannot tell. */
export const CANNOT_SAY = 'cannot-say';

export interface Asked {
  readonly scheme: Scheme;
  readonly voice: AskedVoice;
  readonly post: PostHeld;
  readonly teams: readonly TeamAsked[];
}

type Settings = SchemeComponent['settings'];
type SettingsOf<Name extends Settings['mechanism']> = Extract<Settings, { mechanism: Name }>;

/** What this voice is asked, in the order of the scheme. Plans, surveys and innovation have forms of their own. */
export function questionsOf(asked: Asked): readonly Question[] {
  return Object.entries(asked.scheme.components).flatMap(([code, settings]) => {
    if (!voicesOf(settings).some((voice) => voice === asked.voice)) return [];
    switch (settings.mechanism) {
      case 'rated-items':
        return ratedItems(asked, code, settings);
      case 'competencies':
        return competencies(asked, code, settings);
      case 'team-contribution':
        return teamContribution(asked, code, settings);
      default:
        return [];
    }
  });
}

function scaleOf({ scheme }: Asked, scale: string, anchors: Readonly<Record<string, Bilingual | undefined>>) {
  return (scheme.scales?.[scale]?.levels ?? []).map(
    ({ code, label, meaning }): Choice => ({ code, label, anchor: anchors[code] ?? meaning }),
  );
}

function ratedItems(
  asked: Asked,
  component: string,
  settings: SettingsOf<'rated-items'>,
): readonly Question[] {
  const items =
    settings.items === 'behaviours'
      ? (asked.scheme.behaviours?.values ?? []).map(({ code, label, guides }) => ({
          code,
          label,
          meanings: guides,
          anchors: {},
        }))
      : settings.items.map(({ code, label, meaning, anchors }) => ({
          code,
          label,
          meanings: meaning ? [meaning] : [],
          anchors: anchors ?? {},
        }));
  return items.map(({ code, label, meanings, anchors }) => ({
    key: `${component}.${code}`,
    component,
    item: code,
    within: settings.label,
    label,
    meanings,
    choices: scaleOf(asked, settings.scale, anchors),
    form: 'items',
  }));
}

/** Best first like every scale; 0 says that nothing of the competency is seen yet. */
const LEVELS = ['5', '4', '3', '2', '1', '0'] as const;

/** The competencies that the post asks for; the whole dictionary where the scheme has no standard for the post. */
function competencies(
  { scheme, post }: Asked,
  component: string,
  settings: SettingsOf<'competencies'>,
): readonly Question[] {
  const standards: Readonly<Record<string, Readonly<Record<string, number>> | undefined>> =
    settings.standards ?? {};
  const standard = standards[standardPost(scheme, component, post) ?? ''];
  return settings.dictionary
    .filter(({ code }) => !standard || code in standard)
    .map(({ code, label, meaning, levels }) => {
      const anchors: Readonly<Record<string, Bilingual | undefined>> = levels;
      return {
        key: `${component}.${code}`,
        component,
        item: code,
        within: settings.label,
        label,
        meanings: meaning ? [meaning] : [],
        choices: LEVELS.map((level) => ({ code: level, label: undefined, anchor: anchors[level] })),
        form: 'levels',
      };
    });
}

function teamContribution(
  asked: Asked,
  component: string,
  settings: SettingsOf<'team-contribution'>,
): readonly Question[] {
  return asked.teams.map((team) => ({
    key: `${component}.${team.id}`,
    component,
    item: team.id,
    within: settings.label,
    label: { id: team.name, en: team.name },
    meanings: settings.meaning ? [settings.meaning] : [],
    choices: scaleOf(asked, settings.scale, {}),
    form: 'teams',
    team,
  }));
}

/** Code of the level by key of the question, or that the rater cannot say; unanswered ones are absent. */
export type Answers = Readonly<Record<string, string>>;

/** The level that was chosen; undefined where nothing was, or nothing that this question offers. */
export function levelOf(question: Question, answers: Answers): Choice | undefined {
  return question.choices.find(({ code }) => code === answers[question.key]);
}

/**
 * The form as the components of the scheme read it. Items that were left out are absent, and so is a component of
 * which nothing could be said: absence is never a low level.
 */
export function formOf(questions: readonly Question[], answers: Answers): Readonly<Record<string, unknown>> {
  const components: Record<string, unknown> = {};
  for (const [component, own] of Map.groupBy(questions, (question) => question.component)) {
    const given = own.flatMap((question) => {
      const choice = levelOf(question, answers);
      return choice ? [{ question, code: choice.code }] : [];
    });
    const [first] = given;
    if (!first) continue;
    switch (first.question.form) {
      case 'items':
        components[component] = {
          items: Object.fromEntries(given.map(({ question, code }) => [question.item, code])),
        };
        break;
      case 'levels':
        components[component] = {
          levels: Object.fromEntries(given.map(({ question, code }) => [question.item, Number(code)])),
        };
        break;
      case 'teams':
        components[component] = {
          teams: given.flatMap(({ question: { team }, code }) =>
            team ? [{ name: team.name, role: team.role, months: team.months, level: code }] : [],
          ),
        };
        break;
    }
  }
  return components;
}

const SECONDS_A_QUESTION = 13;

/** About how long it takes, in whole minutes. */
export function minutesFor(questions: number): number {
  return Math.max(1, Math.ceil((questions * SECONDS_A_QUESTION) / 60));
}

/** Fewer answers than this show no habit. */
const FEWEST_FOR_A_PATTERN = 4;

/** One level everywhere, or nothing but the ends of the scales: then an example says more than the levels do. */
export function patternOf(
  questions: readonly Question[],
  answers: Answers,
): 'one-level' | 'only-ends' | undefined {
  const places = questions.flatMap((question) => {
    const at = question.choices.findIndex(({ code }) => code === answers[question.key]);
    return at < 0 ? [] : [{ at, last: question.choices.length - 1 }];
  });
  if (places.length < FEWEST_FOR_A_PATTERN) return undefined;
  if (places.every(({ at }) => at === places[0]?.at)) return 'one-level';
  return places.every(({ at, last }) => at === 0 || at === last) ? 'only-ends' : undefined;
}

/** What a released remark stands beside, by the `item` it carries; undefined for the form as a whole. */
export function labelOfItem(scheme: Scheme, item: string): Bilingual | undefined {
  const [component = '', code = ''] = item.split('.');
  const settings = scheme.components[component];
  if (!settings) return undefined;
  switch (settings.mechanism) {
    case 'rated-items': {
      const items = settings.items === 'behaviours' ? (scheme.behaviours?.values ?? []) : settings.items;
      return items.find((each) => each.code === code)?.label ?? settings.label;
    }
    case 'competencies':
      return settings.dictionary.find((each) => each.code === code)?.label ?? settings.label;
    default:
      return settings.label;
  }
}
