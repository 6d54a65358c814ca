/** The national form as rated items: lines and values, each at one of three levels. */
import { sameInBoth } from '#domain/bilingual.ts';
import { type Days, isAtEnd, lackOf, lacksOf, type RatedItem } from '#domain/ratings/reasons.ts';
import { RATINGS } from '#domain/rules/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { RatingContent, ReasonedRating } from '../content.ts';
import { lineField, valueField } from '../fields.ts';
import { lackInWords, type ReasonFields } from './lacking.ts';
import { type Ground, groundOf, saidOf } from './stored.ts';
import { text } from './text.ts';
import type { Citable, Year } from './year.ts';

interface Place {
  readonly item: RatedItem;
  readonly what: string;
  readonly fields: ReasonFields;
  readonly path: string;
  readonly typed: ReasonedRating | undefined;
}

const BEHAVIOUR = { id: 'Rating perilaku kerja', en: 'Behaviour rating' } as const;
const UNIFORM = { id: 'Mengapa semua rating sama', en: 'Why all ratings are the same' } as const;

/** The whole form is one: every line and value has the same three levels. */
const FORM = 'national';

/** `Berorientasi Pelayanan`: the values carry proper names, the same in every language. */
export function valueName(code: string): string {
  return code.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase(),
  );
}

function placesOf(plan: PlanContent, content: RatingContent, citables: readonly Citable[]): readonly Place[] {
  const place = (
    what: string,
    path: string,
    typed: ReasonedRating | undefined,
    fields: ReasonFields,
  ): Place => ({
    what,
    path,
    typed,
    fields,
    item: {
      key: path,
      form: FORM,
      level: typed?.rating ?? null,
      levels: RATINGS,
      grounds: groundsOf(typed, citables),
    },
  });
  return [
    ...plan.results.map(({ id, statement }, index) =>
      place(statement, `results.lines[${index}].rating`, content.lines[id], {
        reason: lineField(id, 'reason'),
        on: lineField(id, 'on'),
      }),
    ),
    ...VALUE_CODES.map((code) =>
      place(valueName(code), `behaviour.values.${code}`, content.values[code], {
        reason: valueField(code, 'reason'),
        on: valueField(code, 'on'),
      }),
    ),
  ];
}

function groundsOf(typed: Omit<ReasonedRating, 'rating'> | undefined, citables: readonly Citable[]) {
  const { on, cited } = saidOf(typed ?? {}, citables);
  return { reason: typed?.reason ?? '', on, cited: cited.length };
}

/**
 * What the reasons on the national form lack, by field. The decision on behaviour rests on its values: a grounded
 * value is enough for it, and so is an example of its own.
 */
export function nationalLacks(
  plan: PlanContent,
  content: RatingContent,
  { citables, days }: Pick<Year, 'citables' | 'days'>,
): Readonly<Record<string, string>> {
  const places = placesOf(plan, content, citables);
  const { items, alike } = lacksOf(
    places.map((each) => each.item),
    days,
  );
  const problems: Record<string, string> = {};
  for (const { path, what, fields } of places) {
    const lack = items.get(path);
    if (!lack) continue;
    const [field, words] = lackInWords(lack, { what, fields, days });
    problems[field] = words;
  }
  const uniform = { reason: content.uniformReason, on: saidOf({ on: content.uniformOn }, []).on, cited: 0 };
  if (alike.length > 0 && lackOf(uniform, days)) problems['uniform-on'] = text.alikeNational();
  const decision = behaviourLack(places, content, days);
  return decision ? { ...problems, [decision[0]]: decision[1] } : problems;
}

function behaviourLack(places: readonly Place[], { behaviour }: RatingContent, days: Days) {
  if (!isAtEnd({ level: behaviour.rating, levels: RATINGS }) || !behaviour.reason.trim()) return undefined;
  const values = places.filter((each) => each.path.startsWith('behaviour.values.'));
  if (values.some((each) => lackOf(each.item.grounds, days) === undefined)) return undefined;
  const lack = lackOf(groundsOf(behaviour, []), days);
  const fields = { reason: 'behaviour-reason', on: 'behaviour-on' };
  return lack && lackInWords(lack, { what: inLocale(BEHAVIOUR), fields, days });
}

/** What the ratings of the form rest on, in the order of the form. */
export function nationalGrounds(
  plan: PlanContent,
  content: RatingContent,
  citables: readonly Citable[],
): readonly Ground[] {
  const { behaviour, uniformReason, uniformOn } = content;
  return [
    ...placesOf(plan, content, citables).flatMap(({ path, what, typed }) =>
      groundOf(path, sameInBoth(what), saidOf(typed ?? {}, citables)),
    ),
    ...groundOf('behaviour.rating', BEHAVIOUR, saidOf(behaviour, citables)),
    ...(uniformReason.trim() ? groundOf('uniform', UNIFORM, saidOf({ on: uniformOn }, citables)) : []),
  ];
}
