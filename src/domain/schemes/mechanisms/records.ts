/** What the mechanisms that count records (days, cases, answers, innovations) say in the same words. */
import { type Bilingual, inBoth, say } from '../../bilingual.ts';
import {
  dateInWords,
  decimalValue,
  type ExplainedInput,
  type ExplainedValue,
  type Explanation,
} from '../../explanation.ts';
import { UNITS, unitsText } from '../fixed.ts';

/** One hundred points. */
export const FULL_UNITS = 100 * UNITS;

export function scoreValue(units: number): ExplainedValue {
  return decimalValue(unitsText(units));
}

/** A counted whole number, said with what it counts. */
export function countedValue(value: number, label: Bilingual): ExplainedValue {
  return { state: 'value', kind: 'integer', value: String(value), label };
}

/** `2 hari`, `1 day`, `2 days`: the words are Indonesian, English for one, English for more. */
export function counted(value: number, [id, one, many]: readonly [string, string, string]): Bilingual {
  return { id: `${value} ${id}`, en: `${value} ${value === 1 ? one : many}` };
}

/** Said after a result that a division did not give exactly. */
export const ROUNDED: Bilingual = { id: ' (dibulatkan)', en: ' (rounded)' };

export const DAYS = ['hari', 'day', 'days'] as const;
export const MINUTES = ['menit', 'minute', 'minutes'] as const;
export const TIMES = ['kali', 'time', 'times'] as const;
export const HOURS = ['jam', 'hour', 'hours'] as const;

/** Minutes as hours and minutes: `6 jam 45 menit`. */
export function durationInWords(minutes: number): Bilingual {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return counted(rest, MINUTES);
  if (rest === 0) return counted(hours, HOURS);
  const [long, short] = [counted(hours, HOURS), counted(rest, MINUTES)];
  return inBoth((language) => `${long[language]} ${short[language]}`);
}

/** `2026-03-02T09:15` as it is read: `2 Maret 2026 pukul 09.15`. */
export function timeInWords(civilTime: string): Bilingual {
  const [date = '', time = ''] = civilTime.split('T');
  return say(
    { id: '{date} pukul {local}', en: '{date}, {time}' },
    { date: dateInWords(date), local: time.replace(':', '.'), time },
  );
}

/** What was given and shown, and why it does not count. */
export function notCounted(
  component: string,
  rule: Bilingual,
  inputs: readonly ExplainedInput[],
  value: ExplainedValue = countedValue(inputs.length, counted(inputs.length, ENTRIES)),
): Explanation {
  return {
    code: `${component}-not-counted`,
    label: { id: 'Ditampilkan, tidak dihitung', en: 'Shown, not counted' },
    value,
    rule,
    basis: [],
    inputs,
    children: [],
  };
}

const ENTRIES = ['butir', 'entry', 'entries'] as const;
