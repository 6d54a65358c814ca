/** What of a scheme can be practised on a case: items rated by levels of a scale, and competencies. */
import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { itemKey } from './model.ts';
import { text } from './text.ts';

export interface RateableLevel {
  readonly code: string;
  readonly label: string;
  readonly anchor?: string | undefined;
  /** What the level counts, in ten-thousandths: whole numbers keep distances exact. */
  readonly units: number;
}

export interface RateableItem {
  /** `component.item` */
  readonly key: string;
  readonly label: string;
  readonly about: readonly string[];
  /** Best first. */
  readonly levels: readonly RateableLevel[];
}

export interface RateablePart {
  readonly component: string;
  readonly label: string;
  readonly items: readonly RateableItem[];
}

type Settings = Scheme['components'][string];
type ItemsOf = Extract<Settings, { mechanism: 'rated-items' }>;
type CompetenciesOf = Extract<Settings, { mechanism: 'competencies' }>;

const UNITS = 10_000;
const COMPETENCY_LEVELS = ['5', '4', '3', '2', '1', '0'] as const;

/** In the language of the request; parts without an item are left out. */
export function rateableParts(scheme: Scheme): readonly RateablePart[] {
  return Object.entries(scheme.components).flatMap(([component, settings]) => {
    const items =
      settings.mechanism === 'rated-items'
        ? ratedItems(scheme, component, settings)
        : settings.mechanism === 'competencies'
          ? competencies(component, settings)
          : [];
    return items.length > 0 ? [{ component, label: inLocale(settings.label), items }] : [];
  });
}

export function isRateable(scheme: Scheme): boolean {
  return Object.values(scheme.components).some(
    ({ mechanism }) => mechanism === 'rated-items' || mechanism === 'competencies',
  );
}

/** Items by key, in the order of the scheme. */
export function rateableItems(scheme: Scheme): ReadonlyMap<string, RateableItem> {
  return new Map(rateableParts(scheme).flatMap(({ items }) => items.map((item) => [item.key, item])));
}

function ratedItems(scheme: Scheme, component: string, settings: ItemsOf): readonly RateableItem[] {
  const levels = (anchors: Readonly<Record<string, { id: string; en: string } | undefined>> = {}) =>
    (scheme.scales?.[settings.scale]?.levels ?? []).map((level): RateableLevel => {
      const anchor = anchors[level.code] ?? level.meaning;
      return {
        code: level.code,
        label: inLocale(level.label),
        anchor: anchor && inLocale(anchor),
        units: Math.round(Number(level.score ?? 0) * UNITS),
      };
    });
  if (settings.items === 'behaviours')
    return (scheme.behaviours?.values ?? []).map((value) => ({
      key: itemKey(component, value.code),
      label: inLocale(value.label),
      about: value.guides.map(inLocale),
      levels: levels(),
    }));
  return settings.items.map((item) => ({
    key: itemKey(component, item.code),
    label: inLocale(item.label),
    about: item.meaning ? [inLocale(item.meaning)] : [],
    levels: levels(item.anchors),
  }));
}

function competencies(component: string, settings: CompetenciesOf): readonly RateableItem[] {
  return settings.dictionary.map((competency) => ({
    key: itemKey(component, competency.code),
    label: inLocale(competency.label),
    about: [competency.meaning, competency.jobFamily].flatMap((each) => (each ? [inLocale(each)] : [])),
    levels: COMPETENCY_LEVELS.map((code): RateableLevel => {
      const anchor = code === '0' ? undefined : competency.levels[code];
      return {
        code,
        label: code === '0' ? text.levelZero() : text.level({ level: code }),
        anchor: anchor && inLocale(anchor),
        units: Number(code) * UNITS,
      };
    }),
  }));
}
