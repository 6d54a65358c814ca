/** Single cells as typed values; each answers `undefined` for what it cannot read. */
import {
  PREDICATES,
  type Predicate,
  predicateLabel,
  RATINGS,
  type Rating,
  ratingLabel,
} from '#domain/rules/index.ts';
import type { Cell } from '#platform/spreadsheet/index.ts';
import { alike } from './columns.ts';

/** `113,5`, `113.5` or a number cell as a decimal with a point, at most four decimals. */
export function decimalOf(cell: Cell): string | undefined {
  if (cell.kind === 'number') {
    // Excel keeps binary floats; fifteen digits are what it shows of them.
    return plainDecimal(String(Number(cell.value.toPrecision(12))));
  }
  return cell.kind === 'text' ? plainDecimal(cell.value.trim().replace(',', '.')) : undefined;
}

function plainDecimal(text: string): string | undefined {
  if (!/^\d{1,11}(\.\d{1,})?$/.test(text)) return undefined;
  const [whole = '', part = ''] = text.split('.');
  const decimals = part.replace(/0+$/, '');
  if (decimals.length > 4) return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '');
  return decimals ? `${digits}.${decimals}` : digits;
}

const YES = new Set(['ya', 'y', 'yes', 'true', 'ada', '1']);
const NO = new Set(['tidak', 't', 'no', 'n', 'false', 'tidakada', '0']);

export function answerOf(words: string): boolean | undefined {
  const said = alike(words);
  if (YES.has(said)) return true;
  return NO.has(said) ? false : undefined;
}

const PREDICATE_WORDS: ReadonlyMap<string, Predicate> = new Map([
  ...PREDICATES.flatMap((code, index) => [
    [alike(predicateLabel(code).id), code] as const,
    [alike(predicateLabel(code).en), code] as const,
    [String(index + 1), code] as const,
  ]),
  ['cukup', 'butuh-perbaikan'],
  ['fair', 'butuh-perbaikan'],
  ['kurang', 'kurang'],
  ['poor', 'kurang'],
  ['misconduct', 'kurang'],
  // The lowest of the five steps before 2019.
  ['buruk', 'sangat-kurang'],
]);

export function predicateOfWords(words: string): Predicate | undefined {
  return PREDICATE_WORDS.get(alike(words));
}

const RATING_WORDS: ReadonlyMap<string, Rating> = new Map(
  RATINGS.flatMap((code, index) => [
    [alike(ratingLabel(code).id), code] as const,
    [alike(ratingLabel(code).en), code] as const,
    [alike(ratingLabel(code).id).replace('ekspektasi', ''), code] as const,
    [String(index + 1), code] as const,
  ]),
);

export function ratingOfWords(words: string): Rating | undefined {
  return RATING_WORDS.get(alike(words));
}

/** One result of the plan as the papers of PermenPANRB 8/2021 state it. */
export interface PastLine {
  readonly kind: 'main' | 'additional';
  readonly weight: string;
  readonly realisation: string;
  readonly target: string;
  readonly isMaximum: boolean;
}

const LINE =
  /^(?:(\d+(?:[.,]\d+)?)\s*%?\s*:\s*)?(\d+(?:[.,]\d+)?)\s*(?:\/|dari)\s*(\d+(?:[.,]\d+)?)\s*(maks\w*)?$/i;
export const MOST_LINES = 60;

/** `60: 93/95; 40: 85/85 maks`. A single main result may leave its weight out. */
export function linesOf(words: string, kind: PastLine['kind']): readonly PastLine[] | undefined {
  const parts = words
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0 || parts.length > MOST_LINES) return undefined;
  const lines: PastLine[] = [];
  for (const part of parts) {
    const [, weight, realisation, target, maximum] = LINE.exec(part) ?? [];
    const [counted, done, wanted] = [
      weight ?? (kind === 'main' && parts.length === 1 ? '100' : ''),
      realisation,
      target,
    ].map((text) => plainDecimal((text ?? '').replace(',', '.')));
    if (!counted || !done || !wanted || counted === '0' || wanted === '0') return undefined;
    lines.push({
      kind,
      weight: counted,
      realisation: done,
      target: wanted,
      isMaximum: maximum !== undefined,
    });
  }
  return lines;
}
