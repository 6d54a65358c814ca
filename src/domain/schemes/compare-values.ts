/** How the values of a scheme are compared and read: `70` and `"70.0"` are the same weight, said `70 %`. */
import { type Bilingual, joinBoth, sameInBoth, say } from '../bilingual.ts';
import { dateInWords, decimalInWords } from '../explanation.ts';
import { isCivilDate } from '../problem.ts';
import { nameOfCode, unitOf, wordOf } from './compare-words.ts';
import type { Scheme } from './language.ts';
import { isRecord } from './mechanisms/mechanism.ts';

export function isBilingual(value: unknown): value is Bilingual {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.en === 'string' &&
    Object.keys(value).length === 2
  );
}

const NUMBER = /^\d+(\.\d+)?$/;

function canonical(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || !NUMBER.test(value) || !value.includes('.')) return value;
  return value.replace(/\.?0+$/, '');
}

/** Whether two settings mean the same: order of names is free, a decimal may carry zeros. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (Array.isArray(first) && Array.isArray(second))
    return first.length === second.length && first.every((entry, index) => sameValue(entry, second[index]));
  if (isRecord(first) && isRecord(second)) {
    const names = new Set([...Object.keys(first), ...Object.keys(second)]);
    return [...names].every((name) => sameValue(first[name], second[name]));
  }
  return canonical(first) === canonical(second);
}

/** A value in words; of an object, what names it, else its settings one after the other. */
export function valueText(value: unknown, path: readonly string[], scheme: Scheme): Bilingual {
  if (isBilingual(value)) return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return { id: 'tidak ada', en: 'none' };
    return joinBoth(
      value.map((entry) => valueText(entry, path, scheme)),
      ', ',
    );
  }
  if (isRecord(value)) return recordText(value, path, scheme);
  if (typeof value === 'boolean') return value ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' };
  return scalarText(String(value), path, scheme);
}

function recordText(
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
  scheme: Scheme,
): Bilingual {
  for (const name of ['label', 'what', 'title'] as const) {
    const label = value[name];
    if (isBilingual(label)) return label;
  }
  const parts = Object.entries(value)
    .filter(([name]) => name !== 'basis')
    .map(([name, part]) =>
      say(
        { id: '{name} {value}', en: '{name} {value}' },
        { name: wordOf([...path, name], scheme), value: valueText(part, [...path, name], scheme) },
      ),
    );
  return joinBoth(parts, '; ');
}

function scalarText(text: string, path: readonly string[], scheme: Scheme): Bilingual {
  if (isCivilDate(text)) return dateInWords(text);
  if (NUMBER.test(text)) {
    const unit = unitOf(path);
    const number = decimalInWords(text);
    return unit ? say({ id: '{number} {unit}', en: '{number} {unit}' }, { number, unit }) : number;
  }
  return nameOfCode(text, path, scheme) ?? sameInBoth(text);
}
