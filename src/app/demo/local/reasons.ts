/** Why invented appraisers gave what they gave: at an end of a scale with a note of theirs, or a dated example. */
import type { Bilingual } from '#domain/bilingual.ts';
import { LEAST_ALIKE } from '#domain/ratings/reasons.ts';
import type { Dated } from '#domain/ratings/recency.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { type Citable, groundOf, keyOf, noteWith, type RatingGround } from '#features/evaluation/index.ts';
import { moment } from '../year.ts';
import { addNote, dayWithin, numberOf } from './diary.ts';
import type { Rated } from './results.ts';

/** The reason of one rating. */
export interface Reasoned {
  /** Where the level stands in the evidence. */
  readonly path: string;
  /** The reason as it is printed. */
  readonly note: string;
  readonly ground: readonly RatingGround[];
  readonly dated: readonly Dated[];
  /** The same as fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

const REASONS = {
  best: 'Konsisten sepanjang semester dan menjadi rujukan rekan, misalnya saat menggantikan loket yang kosong.',
  good: 'Tampak dalam pekerjaan sehari-hari dan pada dialog kinerja.',
  low: 'Beberapa kali harus diingatkan; sudah dibahas dalam dialog triwulan dengan contoh tertanggal.',
} as const;

interface Item {
  readonly component: string;
  readonly code: string;
  readonly label: Bilingual;
  readonly level: string;
  readonly levels: readonly string[];
  readonly within: 'items' | 'levels';
}

export function reasonsOf(
  rated: Rated,
  agencyId: string,
  evidence: Readonly<Record<string, unknown>>,
): readonly Reasoned[] {
  const forms = Object.entries(rated.compiled.scheme.components).map(([code, settings]) =>
    itemsOf(rated.compiled.scheme, { code, settings, evidence: evidence[code] }),
  );
  return forms.flatMap((items) => {
    const isAlike = items.length >= LEAST_ALIKE && new Set(items.map((item) => item.level)).size === 1;
    return items.map((item, index) => reasonOf(rated, agencyId, { item, index, isAlike }));
  });
}

function itemsOf(
  scheme: Scheme,
  at: { code: string; settings: Scheme['components'][string]; evidence: unknown },
): readonly Item[] {
  const { code, settings } = at;
  if (settings.mechanism !== 'rated-items' && settings.mechanism !== 'competencies') return [];
  const within = settings.mechanism === 'rated-items' ? 'items' : 'levels';
  const levels =
    settings.mechanism === 'rated-items'
      ? (scheme.scales?.[settings.scale]?.levels ?? []).map((level) => level.code)
      : ['5', '4', '3', '2', '1', '0'];
  const known =
    settings.mechanism === 'competencies'
      ? settings.dictionary
      : settings.items === 'behaviours'
        ? (scheme.behaviours?.values ?? [])
        : settings.items;
  const form = (
    at.evidence as { forms?: Record<string, Record<string, Record<string, unknown>>[]> } | undefined
  )?.forms?.appraiser?.[0]?.[within];
  return Object.entries(form ?? {}).map(([item, level]) => ({
    component: code,
    code: item,
    label: known.find((each) => each.code === item)?.label ?? { id: item, en: item },
    level: String(level),
    levels,
    within,
  }));
}

function reasonOf(
  rated: Rated,
  agencyId: string,
  about: { readonly item: Item; readonly index: number; readonly isAlike: boolean },
): Reasoned {
  const { item, index, isAlike } = about;
  const place = item.levels.indexOf(item.level);
  const isGood = place <= 1 && item.within === 'items' ? true : place <= 2;
  const reason = place === 0 ? REASONS.best : isGood ? REASONS.good : REASONS.low;
  const path = `${item.component}.forms.appraiser[0].${item.within}.${item.code}`;
  const name = `${item.component}.appraiser.${item.code}`;
  const fields = { [`${name}.reason`]: reason };
  const isEnd = place === 0 || place === item.levels.length - 1;
  if (!isEnd && !(isAlike && index === 0)) return { path, note: reason, ground: [], dated: [], fields };
  const said = groundsFor(rated, agencyId, { item, index, isGood });
  return {
    path,
    note: noteWith(reason, said),
    ground: groundOf(path, item.label, said),
    dated: said.cited.map(({ kind, on }) => ({ kind, on })),
    fields: {
      ...fields,
      ...(said.on === null ? {} : { [`${name}.on`]: said.on }),
      ...Object.fromEntries(said.cited.map((each) => [`${name}.cite.${keyOf(each)}`, 'yes'])),
    },
  };
}

/** A note of the appraiser, or for every third the day of the example alone. */
function groundsFor(
  { planned, semester, ratedOn, diary }: Rated,
  agencyId: string,
  about: { readonly item: Item; readonly index: number; readonly isGood: boolean },
): { readonly on: string | null; readonly cited: readonly Citable[] } {
  const number = numberOf(planned.form) + about.index * 7;
  const onDate = dayWithin({ startsOn: semester.startsOn, until: semester.endsOn }, number);
  if (number % 3 === 0) return { on: onDate, cited: [] };
  const keeper = { agencyId, participantId: planned.participantId, authorId: planned.appraiserId };
  const note = addNote(diary, keeper, {
    target: 'item',
    lineId: `${about.item.component}.${about.item.code}`,
    onDate,
    isGood: about.isGood,
    pick: number,
    citedAt: moment(ratedOn, 4),
  });
  return { on: null, cited: [note] };
}
