/** What somebody has answered so far. It travels with the page: nothing is kept here before it is sent. */
import { randomUUID } from 'node:crypto';
import { ELEMENTS, patternOf, readAnswer, type SurveyQuestion } from '#domain/surveys/index.ts';
import { extraQuestion, type Round } from '../rounds/queries.ts';
import { PROFILE, type Profile, type ProfilePart } from './submit.ts';

export const MOST_WORDS = 1000;

export interface Sheet {
  /** Random id of the answer to be. */
  readonly id: string;
  /** −1 before the first question, the number of questions on the last screen. */
  readonly at: number;
  readonly isLong: boolean;
  /** What was typed and pressed, by name of the field. */
  readonly given: Readonly<Record<string, string>>;
}

const RANDOM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function questionsOf(round: Round): readonly SurveyQuestion[] {
  return [...ELEMENTS, ...round.extras.map(extraQuestion)];
}

export function isElement(code: string): boolean {
  return ELEMENTS.some((each) => each.code === code);
}

export function emptySheet(isLong: boolean): Sheet {
  return { id: randomUUID(), at: -1, isLong, given: {} };
}

export function readSheet(round: Round, fields: Readonly<Record<string, string>>): Sheet {
  const questions = questionsOf(round);
  const given: Record<string, string> = {};
  for (const { code } of questions) {
    const answer = readAnswer(fields[code]);
    if (answer) given[code] = String(answer);
  }
  for (const part of partsOf(round)) if (fields[part]) given[part] = fields[part];
  if (round.asksWords && fields.words) given.words = fields.words.slice(0, MOST_WORDS);
  const at = Number(fields.at);
  return {
    id: RANDOM.test(fields.id ?? '') ? (fields.id ?? '') : randomUUID(),
    at: Number.isInteger(at) && at >= -1 && at <= questions.length ? at : -1,
    isLong: fields.form === 'long',
    given,
  };
}

export function partsOf(round: Round): readonly ProfilePart[] {
  return round.asksProfile ? (['sex', 'age', 'education'] as const) : [];
}

/** Codes of the nine elements that have no answer yet. */
export function missingOf(sheet: Sheet): readonly string[] {
  return ELEMENTS.map(({ code }) => code).filter((code) => !sheet.given[code]);
}

/** What is stored of the sheet; undefined until all nine are answered. */
export function contentOf(round: Round, { given }: Sheet) {
  const answers = Object.fromEntries(ELEMENTS.map(({ code }) => [code, readAnswer(given[code])]));
  const pattern = patternOf(answers);
  if (!pattern) return undefined;
  const extras = Object.fromEntries(
    round.extras.flatMap(({ code }) => {
      const answer = readAnswer(given[code]);
      return answer ? [[code, answer]] : [];
    }),
  );
  return { pattern, extras, profile: profileOf(round, given), words: (given.words ?? '').trim() };
}

function profileOf(round: Round, given: Sheet['given']): Profile {
  return Object.fromEntries(
    partsOf(round).flatMap((part) => {
      const known: readonly string[] = PROFILE[part];
      const value = given[part];
      return value && known.includes(value) ? [[part, value]] : [];
    }),
  );
}
