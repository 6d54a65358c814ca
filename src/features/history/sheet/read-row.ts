/** One row of the file → what it says, or every cell that stands in the way. */
import { dateOf } from '#features/people/index.ts';
import type { Given } from '../past.ts';
import { type RuleCode, ruleNamed } from '../rules.ts';
import { COLUMNS, type ColumnKey } from './columns.ts';
import type { Reason } from './reasons.ts';
import type { FileRow } from './rows.ts';
import { answerOf, decimalOf, linesOf, type PastLine, predicateOfWords, ratingOfWords } from './values.ts';

export interface Reading {
  /** Civil date: what ends after it is no history. */
  readonly today: string;
  /** Holds where the cell of the rule is empty; the national record knows only one. */
  readonly rule: RuleCode | undefined;
}

type Report = (key: ColumnKey, reason: Reason) => void;
const HIGHEST = 120;
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** Undefined after at least one report. */
export function readRow(row: FileRow, about: Reading, report: Report): Given | undefined {
  let isSound = true;
  const refuse: Report = (key, reason) => {
    isSound = false;
    report(key, reason);
  };
  for (const { key } of COLUMNS) if (row.cell(key).kind === 'error') refuse(key, 'cellError');
  if (!isSound) return undefined;
  const span = spanOf(row, about.today, refuse);
  const rule = ruleOf(row, about.rule, refuse);
  const values = valuesOf(row, refuse);
  if (!isSound || !span || !rule) return undefined;
  return { rule, ...span, ...values };
}

function ruleOf(row: FileRow, otherwise: RuleCode | undefined, refuse: Report): RuleCode | undefined {
  const words = row.text('rule');
  if (!words) {
    if (!otherwise) refuse('rule', 'ruleMissing');
    return otherwise;
  }
  const rule = ruleNamed(words);
  if (!rule) refuse('rule', 'ruleUnknown');
  return rule;
}

type Span = Pick<Given, 'startsOn' | 'endsOn'>;

function spanOf(row: FileRow, today: string, refuse: Report): Span | undefined {
  const hasDates = row.text('from') !== '' || row.text('until') !== '';
  const span = hasDates ? datesOf(row, refuse) : yearOf(row, refuse);
  if (!span) return undefined;
  const last = hasDates ? 'until' : 'year';
  const year = row.text('year');
  if (span.endsOn < span.startsOn) refuse(last, 'datesTurned');
  else if (daysBetween(span) > LONGEST_DAYS) refuse(last, 'spanTooLong');
  else if (span.endsOn >= today) refuse(last, hasDates ? 'notOver' : 'yearUnknown');
  else if (hasDates && year && !span.startsOn.startsWith(year) && !span.endsOn.startsWith(year))
    refuse('year', 'yearDiffers');
  return span;
}

function daysBetween({ startsOn, endsOn }: Span): number {
  return (Date.parse(`${endsOn}T00:00:00Z`) - Date.parse(`${startsOn}T00:00:00Z`)) / DAY + 1;
}

function datesOf(row: FileRow, refuse: Report): Span | undefined {
  const dates = (['from', 'until'] as const).map((key) => {
    const date = dateOf(row.cell(key));
    if (!date) refuse(key, row.text(key) ? 'dateUnknown' : 'dateMissing');
    return date;
  });
  const [startsOn, endsOn] = dates;
  return startsOn && endsOn ? { startsOn, endsOn } : undefined;
}

function yearOf(row: FileRow, refuse: Report): Span | undefined {
  const year = row.text('year');
  if (/^(19|20)\d\d$/.test(year)) return { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  refuse('year', year ? 'yearUnknown' : 'timeMissing');
  return undefined;
}

function valuesOf(row: FileRow, refuse: Report): Omit<Given, 'rule' | 'startsOn' | 'endsOn'> {
  const read = <Value>(
    key: ColumnKey,
    value: (words: string) => Value | undefined,
    reason: Reason,
  ): Value | undefined => {
    const words = row.text(key);
    if (!words) return undefined;
    const found = value(words);
    if (found === undefined) refuse(key, reason);
    return found;
  };
  const score = (key: ColumnKey) => read(key, () => scoreOf(decimalOf(row.cell(key))), 'scoreUnknown');
  const printed = row.text('category');
  const found = {
    resultsScore: score('resultsScore'),
    behaviourScore: score('behaviourScore'),
    opinions: read('opinions', answerOf, 'answerUnknown'),
    newIdea: read('newIdea', answerOf, 'answerUnknown'),
    lines: allLines(row, read, refuse),
    resultsRating: read('resultsRating', ratingOfWords, 'ratingUnknown'),
    behaviourRating: read('behaviourRating', ratingOfWords, 'ratingUnknown'),
    score: score('score'),
    category: read('category', predicateOfWords, 'categoryUnknown'),
    // A quadrant of the national service is a code and nothing that was printed.
    printed: /^\d?$/.test(printed) ? undefined : printed,
    appraiser: row.text('appraiser').slice(0, 200) || undefined,
    note: row.text('note').slice(0, 500) || undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function scoreOf(decimal: string | undefined): string | undefined {
  return decimal !== undefined && Number(decimal) <= HIGHEST ? decimal : undefined;
}

type Read = <Value>(
  key: ColumnKey,
  value: (words: string) => Value | undefined,
  reason: Reason,
) => Value | undefined;

function allLines(row: FileRow, read: Read, refuse: Report): readonly PastLine[] | undefined {
  const main = read('mainResults', (words) => linesOf(words, 'main'), 'linesUnknown');
  const more = read('additionalResults', (words) => linesOf(words, 'additional'), 'linesUnknown');
  if (more && !row.text('mainResults')) refuse('additionalResults', 'linesWithoutMain');
  return main && [...main, ...(more ?? [])];
}
