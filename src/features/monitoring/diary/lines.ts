/** What an observation can be about: results of the agreed plan, and the values or items that the appraiser rates. */
import type { Scheme } from '#domain/schemes/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { valueName } from '../names.ts';
import type { ObservationTarget } from './model.ts';

export interface DiaryLine {
  readonly target: ObservationTarget;
  readonly lineId: string;
  readonly label: string;
}

export interface DiaryLines {
  readonly results: readonly DiaryLine[];
  /** By heading: the components of a scheme of the agency, or the values under the national one. */
  readonly rated: readonly { readonly heading: string | null; readonly lines: readonly DiaryLine[] }[];
}

export function diaryLines(plan: PlanContent | null, scheme: Scheme): DiaryLines {
  return {
    results: (plan?.results ?? []).map((result) => ({
      target: 'result',
      lineId: result.id,
      label: result.statement,
    })),
    rated: scheme.authority === 'local' ? itemsOf(scheme) : [{ heading: null, lines: valueLines() }],
  };
}

function valueLines(): readonly DiaryLine[] {
  return VALUE_CODES.map((code) => ({ target: 'value', lineId: code, label: valueName(code) }));
}

/** Items of the components in which the appraiser has a voice. */
function itemsOf(scheme: Scheme): DiaryLines['rated'] {
  return Object.entries(scheme.components).flatMap(([code, settings]) => {
    const items = ratedItems(scheme, settings);
    if (items.length === 0) return [];
    return [
      {
        heading: inLocale(settings.label),
        lines: items.map((item) => ({
          target: 'item' as const,
          lineId: `${code}.${item.code}`,
          label: inLocale(item.label),
        })),
      },
    ];
  });
}

function ratedItems(scheme: Scheme, settings: Scheme['components'][string]) {
  switch (settings.mechanism) {
    case 'rated-items':
      if (!settings.voices.appraiser) return [];
      return settings.items === 'behaviours' ? (scheme.behaviours?.values ?? []) : settings.items;
    case 'competencies':
      return settings.voices.appraiser ? settings.dictionary : [];
    default:
      return [];
  }
}

export function allLines({ results, rated }: DiaryLines): readonly DiaryLine[] {
  return [...results, ...rated.flatMap((group) => group.lines)];
}

/** The value of a choice in the form. */
export const lineValue = ({ target, lineId }: Pick<DiaryLine, 'target' | 'lineId'>) =>
  target === 'whole' ? 'whole' : `${target}:${lineId}`;
