/** What the appraiser rates on the instrument of a scheme, read from its fields: items, competencies, lines in words. */
import type { Bilingual } from '#domain/bilingual.ts';
import { sameInBoth } from '#domain/bilingual.ts';
import { lacksOf, type RatedItem } from '#domain/ratings/reasons.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import type { Fields, Frame } from '#features/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { citesIn } from '../forms.ts';
import { lackInWords } from '../grounds/lacking.ts';
import { type Ground, groundOf, type Said, saidOf } from '../grounds/stored.ts';
import { text } from '../grounds/text.ts';
import type { Citable, Year } from '../grounds/year.ts';
import type { Instrumented } from './frame.ts';

type Settings = Scheme['components'][string];

/** One rating of the instrument. */
interface Place {
  /** What its fields are called: the reason is `${name}.reason`, the day of the example `${name}.on`. */
  readonly name: string;
  readonly what: Bilingual;
  readonly component: string;
  /** Where the level stands in the evidence. */
  readonly path: string;
  readonly level: string | null;
  readonly levels: readonly string[];
}

const COMPETENCY_LEVELS = ['5', '4', '3', '2', '1', '0'];

function placesOf({ frame, fields }: Pick<Instrumented, 'frame' | 'fields'>): readonly Place[] {
  return Object.entries(frame.scheme.components).flatMap(([code, settings]) =>
    placesIn({ frame, fields, code }, settings),
  );
}

interface About {
  readonly frame: Frame;
  readonly fields: Fields;
  readonly code: string;
}

function placesIn(about: About, settings: Settings): readonly Place[] {
  const { frame, code } = about;
  switch (settings.mechanism) {
    case 'rated-items': {
      const items =
        settings.items === 'behaviours' ? (frame.scheme.behaviours?.values ?? []) : settings.items;
      return voiced(about, items, { within: 'items', levels: scaleOf(frame.scheme, settings.scale) });
    }
    case 'competencies':
      return voiced(about, settings.dictionary, { within: 'levels', levels: COMPETENCY_LEVELS });
    case 'planned-results': {
      const levels = settings.scale === undefined ? [] : scaleOf(frame.scheme, settings.scale);
      return (frame.lines ?? []).flatMap((line, index) =>
        line.indicators === null
          ? [
              place(about, levels, {
                name: `${code}.line.${line.key}`,
                field: `${code}.line.${line.key}.level`,
                what: sameInBoth(line.label),
                path: `${code}.lines[${index}].level`,
              }),
            ]
          : [],
      );
    }
    default:
      return [];
  }
}

function scaleOf(scheme: Scheme, scale: string): readonly string[] {
  return (scheme.scales?.[scale]?.levels ?? []).map((level) => level.code);
}

function voiced(
  about: About,
  items: readonly { readonly code: string; readonly label: Bilingual }[],
  form: { readonly within: 'items' | 'levels'; readonly levels: readonly string[] },
): readonly Place[] {
  return items.map(({ code, label }) => {
    const name = `${about.code}.appraiser.${code}`;
    const path = `${about.code}.forms.appraiser[0].${form.within}.${code}`;
    return place(about, form.levels, { name, field: name, what: label, path });
  });
}

function place(
  { fields, code }: About,
  levels: readonly string[],
  at: { readonly name: string; readonly field: string; readonly what: Bilingual; readonly path: string },
): Place {
  const { name, what, path, field } = at;
  return {
    name,
    what,
    component: code,
    path,
    level: levels.find((level) => level === fields[field]) ?? null,
    levels,
  };
}

/** What is ticked and typed beside a rating. */
export function saidAt(fields: Fields, name: string, citables: readonly Citable[]): Said {
  return saidOf({ on: fields[`${name}.on`], cites: citesIn(fields, `${name}.cite.`) }, citables);
}

/** What the reasons on the instrument lack, by field. */
export function localLacks(
  read: Pick<Instrumented, 'frame' | 'fields'>,
  { citables, days }: Pick<Year, 'citables' | 'days'>,
): Readonly<Record<string, string>> {
  const { fields, frame } = read;
  const places = placesOf(read);
  const items = places.map((each): RatedItem => {
    const { on, cited } = saidAt(fields, each.name, citables);
    const reason = fields[`${each.name}.reason`] ?? '';
    return {
      key: each.name,
      form: each.component,
      level: each.level,
      levels: each.levels,
      grounds: { reason, on, cited: cited.length },
    };
  });
  const lacks = lacksOf(items, days);
  const problems: Record<string, string> = {};
  for (const { form, firstKey } of lacks.alike) {
    const label = frame.scheme.components[form]?.label;
    problems[`${firstKey}.on`] = text.alike({ what: label ? inLocale(label) : form });
  }
  for (const { name, what } of places) {
    const lack = lacks.items.get(name);
    if (!lack) continue;
    const about = {
      what: inLocale(what),
      fields: { reason: `${name}.reason`, on: `${name}.on` },
      days,
    };
    const [field, words] = lackInWords(lack, about);
    problems[field] = words;
  }
  return problems;
}

/** What the ratings of the instrument rest on, in the order of the form; of what was rated only. */
export function localGrounds(
  read: Pick<Instrumented, 'frame' | 'fields'>,
  citables: readonly Citable[],
): readonly Ground[] {
  return placesOf(read).flatMap(({ name, path, what, level }) =>
    level === null ? [] : groundOf(path, what, saidAt(read.fields, name, citables)),
  );
}
