/**
 * Takes out of free text what would tell whose dossier it is: names, NIP and other long numbers, mail addresses, the
 * unit, and the form of address that gives away a sex. Pure. It lowers the chance of recognising somebody and cannot
 * exclude it: who knows the work well may still guess, which the page says.
 */

export interface Masked {
  /** Names as they are written in the register, without titles. */
  readonly person: readonly string[];
  /** Appraiser and superior. */
  readonly superiors: readonly string[];
  readonly units: readonly string[];
}

export type Mask = (text: string) => string;

export const MARKS = {
  person: '[pegawai]',
  superior: '[atasan]',
  unit: '[unit]',
  number: '[nomor]',
} as const;

/** Shorter parts of a name are common words; they go only where the whole name stands. */
const LEAST_TOKEN = 3;
/** Parts of names that are words of their own. */
const PARTICLES = new Set(['bin', 'binti', 'van', 'der', 'von', 'dan', 'the', 'siti', 'nur', 'sri', 'tri']);
/** Unit names are masked whole and by their last words, never by a common word such as "kesehatan". */
const LEAST_UNIT_WORDS = 2;

const LETTER = '\\p{L}';
const ADDRESS = '(?:bapak|ibu|pak|bu|sdri?|saudari|saudara|mr|mrs|ms|mas|mbak)';

export function maskFor(known: Masked): Mask {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, MARKS.number],
    // A NIP as it is often spaced, any other number as long as a NIK, a mobile telephone.
    [/(?<!\d)\d{8}[ .-]?\d{6}[ .-]?\d[ .-]?\d{3}(?!\d)/g, MARKS.number],
    [/(?<!\d)\d{15,}(?!\d)/g, MARKS.number],
    [/(?<!\d)(?:\+?62[ -]?|0)8\d{1,2}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)/g, MARKS.number],
    ...known.person.flatMap((name) => nameRules(name, MARKS.person)),
    ...known.superiors.flatMap((name) => nameRules(name, MARKS.superior)),
    ...known.units.flatMap(unitRules),
    [new RegExp(`(?<!${LETTER})${ADDRESS}\\.?\\s*(?=\\[(?:pegawai|atasan)\\])`, 'giu'), ''],
    [/(\[[a-z]+\])(?:[\s._-]*\1)+/g, '$1'],
  ];
  return (text) => rules.reduce((masked, [pattern, mark]) => masked.replace(pattern, mark), text);
}

function tokensOf(name: string): readonly string[] {
  return name.split(/[^\p{L}'’`]+/u).filter((token) => letters(token) !== '');
}

const letters = (token: string) => token.replace(/[^\p{L}]/gu, '');

/** `Ma'ruf` is also written `Maruf` and `Ma’ruf`. */
const spelt = (token: string) => [...letters(token)].join("['’`]?");

function nameRules(name: string, mark: string): readonly (readonly [RegExp, string])[] {
  const tokens = tokensOf(name);
  const rules: (readonly [RegExp, string])[] = [];
  // Whole and run together, as in the name of a file; short names only as words.
  if (tokens.length > 1 && letters(name).length >= 8)
    rules.push([new RegExp(tokens.map(spelt).join('[\\s._-]*'), 'giu'), mark]);
  for (const token of tokens) {
    if (letters(token).length < LEAST_TOKEN || PARTICLES.has(token.toLocaleLowerCase('id'))) continue;
    rules.push([new RegExp(`(?<!${LETTER})${spelt(token)}(?!${LETTER})`, 'giu'), mark]);
  }
  return rules;
}

function unitRules(name: string): readonly (readonly [RegExp, string])[] {
  const words = name.split(/\s+/).filter(Boolean);
  const lengths = new Set([words.length, words.length - 1, LEAST_UNIT_WORDS]);
  return [...lengths]
    .filter((length) => length >= Math.min(LEAST_UNIT_WORDS, words.length) && length <= words.length)
    .sort((one, other) => other - one)
    .map((length) => [
      new RegExp(`(?<!${LETTER})${words.slice(-length).map(escaped).join('[\\s._-]+')}(?!${LETTER})`, 'giu'),
      MARKS.unit,
    ]);
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
