/** From the fields of the guided forms to what a case holds, and back to fields. */
import { z } from 'zod';
import { maybeText, someText } from '#platform/web/forms.ts';
import { type CaseContent, type Evidence, type ExpertRating, LIMITS } from '../model.ts';
import type { RateableItem } from '../rateable.ts';

export const lessonForm = z.object({
  title: someText(LIMITS.title),
  body: someText(LIMITS.body),
});

export const caseForm = z.object({
  heading: someText(LIMITS.title),
  situation: maybeText(LIMITS.situation).transform((value) => value ?? ''),
});

type Fields = Readonly<Record<string, string>>;

export const pieceNames = (index: number) => ({
  on: `piece.${index}.on`,
  source: `piece.${index}.source`,
  what: `piece.${index}.what`,
});
export const expertName = (index: number) => `expert.${index}`;
export const ratingLevel = (item: string, expert: number) => `${item}.${expert}.level`;
export const ratingReason = (item: string, expert: number) => `${item}.${expert}.reason`;

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Rows in which nothing was written are left out. */
export function evidenceIn(fields: Fields): readonly Evidence[] {
  return Array.from({ length: LIMITS.evidence }, (_, index): Evidence => {
    const names = pieceNames(index);
    const on = (fields[names.on] ?? '').trim();
    return {
      on: CIVIL_DATE.test(on) ? on : '',
      source: (fields[names.source] ?? '').trim().slice(0, LIMITS.title),
      what: (fields[names.what] ?? '').trim().slice(0, LIMITS.evidenceText),
    };
  }).filter(({ source, what }) => source || what);
}

export interface Experts {
  readonly names: readonly string[];
  /** Former position of each: what an expert said moves with the name. */
  readonly former: readonly number[];
}

export function expertsIn(fields: Fields): Experts {
  const written = Array.from({ length: LIMITS.experts }, (_, index) => ({
    index,
    name: (fields[expertName(index)] ?? '').trim().slice(0, LIMITS.title),
  })).filter(({ name }) => name);
  return { names: written.map(({ name }) => name), former: written.map(({ index }) => index) };
}

/** The dossier as it was written, with the ratings of the experts who are still named. */
export function withDossier(content: CaseContent, fields: Fields): CaseContent {
  const { names, former } = expertsIn(fields);
  return {
    evidence: [...evidenceIn(fields)],
    experts: [...names],
    ratings: content.ratings.flatMap((rating) => {
      const expert = former.indexOf(rating.expert);
      return expert < 0 ? [] : [{ ...rating, expert }];
    }),
  };
}

/** What the experts gave; an item without a level is not asked, whatever reason was written. */
export function ratingsIn(
  fields: Fields,
  items: ReadonlyMap<string, RateableItem>,
  experts: number,
): ExpertRating[] {
  return [...items.values()].flatMap(({ key, levels }) =>
    Array.from({ length: experts }, (_, expert) => expert).flatMap((expert) => {
      const level = fields[ratingLevel(key, expert)] ?? '';
      if (!levels.some(({ code }) => code === level)) return [];
      const reason = (fields[ratingReason(key, expert)] ?? '').trim().slice(0, LIMITS.reason);
      return [{ item: key, expert, level, reason }];
    }),
  );
}
