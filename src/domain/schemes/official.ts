/** How a scheme arrives at the two official ratings and the official predicate: the shape and its checks. */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { PREDICATES, type Predicate, RATINGS } from '../rules/codes.ts';
import { DEFAULT_DECIMALS } from './fixed.ts';
import { checkCondition, conditionSettings, conditionUses } from './mechanisms/condition.ts';
import { checkFalling } from './mechanisms/levelled.ts';
import type { Report } from './mechanisms/mechanism.ts';
import { checkPercent, mayLack, meanRange, type References } from './mechanisms/references.ts';
import { below, reportUnknown } from './reports.ts';
import { basisList, bilingualText, componentName, decimalSetting } from './shapes.ts';

/** What keeps a suggestion from being better than `atMost`, whatever the scores say. */
const ratingGate = z.strictObject({
  ...conditionSettings,
  atMost: z.enum(['meets', 'below']),
  /** Why, said to the appraiser and to the person concerned. */
  reason: bilingualText,
});

/** A suggestion of an official rating from scores: a weighted mean, rounded half up, sorted by bands. */
export const ratingMapping = z.strictObject({
  /** Component → percent; together 100. */
  from: z.record(componentName, decimalSetting),
  /** One band a rating, best first. */
  bands: z.array(z.strictObject({ rating: z.enum(RATINGS), from: decimalSetting })).length(RATINGS.length),
  /** To how many decimals the mean is rounded before the bands; 2 where nothing is said. */
  decimals: z.int().min(0).max(4).optional(),
  /** Without these, alignment with the predicate would lift what a gate of the scheme has closed. */
  gates: z.array(ratingGate).max(20).optional(),
  basis: basisList,
});
export type RatingMapping = z.infer<typeof ratingMapping>;

/** A component that gives the official rating itself, or a mapping from scores. */
const axis = z.union([componentName, ratingMapping]);

export const official = z.strictObject({
  results: axis,
  behaviour: axis,
  /** `category`: the categories are the predicates. `national-matrix`: the two ratings give the predicate. */
  predicate: z.enum(['category', 'national-matrix']),
  basis: basisList,
});
export type Official = z.infer<typeof official>;

export const AXES = ['results', 'behaviour'] as const;
export type Axis = (typeof AXES)[number];

/** The name in the evidence of what the appraiser confirmed or departed from. */
export const OFFICIAL = 'official';

/** The mapping of an axis; undefined where a component gives the rating itself. */
export function mappingOf(settings: Official | undefined, name: Axis): RatingMapping | undefined {
  const given = settings?.[name];
  return typeof given === 'object' ? given : undefined;
}

/** Names of the components that one official rating rests on. */
export function axisUses(settings: Official, name: Axis): readonly string[] {
  const given = settings[name];
  if (typeof given === 'string') return [given];
  return [...Object.keys(given.from), ...(given.gates ?? []).flatMap(conditionUses)];
}

/** Names of the components that the official ratings rest on. */
export function officialUses(settings: Official | undefined): readonly string[] {
  return settings ? AXES.flatMap((name) => axisUses(settings, name)) : [];
}

/** Both axes lead to an official rating. */
export function checkRatings(settings: Official, references: References, report: Report): void {
  for (const name of AXES) {
    const given = settings[name];
    if (typeof given === 'string') checkRated(given, [name], references, report);
    else checkMapping(given, references, below(report, name));
  }
  if (AXES.every((name) => typeof settings[name] === 'string')) return;
  if (!references.names.includes(OFFICIAL)) return;
  report(
    [],
    {
      id: 'komponen bernama official bertabrakan dengan penetapan rating resmi dalam masukan',
      en: 'a component called official collides with the decided ratings in the evidence',
    },
    { id: 'beri komponen itu nama lain', en: 'give that component another name' },
  );
}

function checkRated(
  name: string,
  path: readonly PropertyKey[],
  references: References,
  report: Report,
): void {
  if (!references.names.includes(name)) {
    reportUnknown(report, path, name, references.names);
    return;
  }
  const mechanism = references.mechanism(name);
  const levels = mechanism?.scale === undefined ? undefined : references.context.levels(mechanism.scale);
  if (mayLack(name, references))
    report(
      path,
      { id: 'komponen ini boleh tidak ada nilainya', en: 'this component may be without a value' },
      { id: 'tunjuk komponen yang selalu dinilai', en: 'name a component that is always appraised' },
    );
  const faulty = !mechanism || (mechanism.yields === 'level' && !levels);
  if (faulty || levels?.map((level) => level.code).join() === RATINGS.join()) return;
  report(
    path,
    {
      id: 'komponen ini tidak memakai rating resmi',
      en: 'this component does not use the official ratings',
    },
    {
      id: 'pakai skala dengan above, meets, below, atau petakan dari nilai dengan from dan bands',
      en: 'use a scale with above, meets, below, or map from scores with from and bands',
    },
  );
}

function checkMapping(
  { from, bands, decimals, gates = [] }: RatingMapping,
  references: References,
  report: Report,
): void {
  checkPercent(from, ['from'], references, report);
  for (const [index, gate] of gates.entries())
    checkCondition(gate, references, below(report, 'gates', index));
  for (const [index, { rating }] of bands.entries()) {
    const expected = RATINGS[index];
    if (expected === undefined || rating === expected) continue;
    report(
      ['bands', index, 'rating'],
      { id: 'urutan rating keliru', en: 'the ratings are in the wrong order' },
      say({ id: 'tulis {expected}', en: 'write {expected}' }, { expected }),
    );
  }
  checkFalling(
    bands.map((band) => band.from),
    meanRange(from, references, decimals ?? DEFAULT_DECIMALS),
    report,
  );
}

type Category = { readonly code: string; readonly predicates?: readonly Predicate[] | undefined };

/**
 * Every category agrees with a run of predicates; runs begin and end ever lower, leave no gap, and
 * together hold all five. Then a better predicate never asks for a worse category.
 */
export function checkPredicates(categories: readonly Category[], report: Report): void {
  let begin = 0;
  let end = -1;
  for (const [index, { predicates }] of categories.entries()) {
    const path = [index, 'predicates'];
    if (!predicates) {
      report(
        path,
        {
          id: 'predikat resmi yang selaras belum disebut',
          en: 'the official predicates it agrees with are missing',
        },
        say({ id: 'pilih dari: {list}', en: 'choose from: {list}' }, { list: PREDICATES.join(', ') }),
      );
      continue;
    }
    const ranks = predicates.map((predicate) => PREDICATES.indexOf(predicate));
    if (ranks.some((rank, at) => at > 0 && rank !== (ranks[at - 1] ?? 0) + 1))
      report(
        path,
        { id: 'predikat tidak berurutan dari yang terbaik', en: 'the predicates are not a run, best first' },
        say({ id: 'tulis berurutan: {list}', en: 'write in order: {list}' }, { list: PREDICATES.join(', ') }),
      );
    const first = ranks[0] ?? 0;
    const last = ranks.at(-1) ?? 0;
    if (first < begin || last < end)
      report(
        path,
        {
          id: 'lebih baik daripada predikat kategori di atasnya',
          en: 'better than the predicates of the category above',
        },
        { id: 'urutkan dari yang terbaik', en: 'order best first' },
      );
    else if (first > end + 1) reportGap(path, PREDICATES.slice(end + 1, first), report);
    begin = Math.max(begin, first);
    end = Math.max(end, last);
  }
  const rest = PREDICATES.slice(end + 1);
  const complete = categories.every(({ predicates }) => predicates !== undefined);
  if (complete && rest.length > 0) reportGap([categories.length - 1, 'predicates'], rest, report);
}

function reportGap(path: readonly PropertyKey[], lacking: readonly string[], report: Report): void {
  const list = lacking.join(', ');
  report(
    path,
    say(
      { id: 'tidak ada kategori yang selaras dengan {list}', en: 'no category agrees with {list}' },
      { list },
    ),
    say(
      {
        id: 'sebut {list} pada kategori ini atau di atasnya',
        en: 'name {list} in this category or the one above',
      },
      { list },
    ),
  );
}
