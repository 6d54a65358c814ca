/** What the adversary does with what was read: compares worlds, looks for single forms, subtracts numbers. */
import { type Form, meanOf } from './voiced-forms.ts';
import { ITEMS } from './voices.ts';

/** Text by address, by role. */
export type Seen = ReadonlyMap<string, ReadonlyMap<string, string>>;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Pages that say something else in the other world, with whoever reads it. New runs have new addresses. */
export function differing(one: Seen, other: Seen): readonly string[] {
  return [...one].flatMap(([role, pages]) =>
    [...pages].flatMap(([path, text]) => {
      const now = other.get(role)?.get(path);
      return now !== undefined && plain(path, now) !== plain(path, text) ? [`${role} ${path}`] : [];
    }),
  );
}

export function pattern(path: string): string {
  return path.replace(ID, ':id');
}

/**
 * What a page or file says: ids and moments change with every drawing and tell nothing, nor do fingerprints of papers
 * (those of what was computed stay: they have to be the same).
 */
function plain(path: string, text: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
  const said = main
    .replace(ID, 'ID')
    .replace(/\d{2}\.\d{2}(\.\d{2})? WIB/g, 'JAM')
    // Drawn anew with each empty form of the laboratory.
    .replace(/(name="seed"[^>]*value=")\d+/g, '$1');
  if (text.startsWith('model,'))
    return said
      .replace(/\b[pr]\d+\b/g, 'SESEORANG')
      .split('\n')
      .sort()
      .join('\n');
  if (!/\/(run|reports)(\/|$)/.test(path)) return said;
  // Lists that each computation makes longer: what stands in them, once.
  const isReport = path.includes('/reports');
  const known = isReport ? said.replace(/\b[0-9a-f]{8,64}\b/g, 'HASH').replace(/versi \d+/gi, 'VERSI') : said;
  return [...new Set(known.split(/<[^>]+>/).map((part) => part.trim()))].sort().join('\n');
}

export function numbersIn(text: string): readonly number[] {
  return (text.replace(/<[^>]+>/g, ' ').match(/\d+(?:[.,]\d+)?/g) ?? []).map((found) =>
    Number(found.replace(',', '.')),
  );
}

/** Whether every form of a pool stands in the text by its mean, to two decimals at least. */
export function standsThere(text: string, forms: readonly Form[]): boolean {
  const numbers = new Set(numbersIn(text).map((value) => value.toFixed(2)));
  return (
    forms.length > 0 && forms.every((each) => numbers.has(meanOf(each, 0, ITEMS.perilaku.length).toFixed(2)))
  );
}

/**
 * How many means follow from two numbers x and y on the page: n·x − (n − 1)·y, for pools of 3 to 8 forms. Whole numbers,
 * of which every page is full, are left out where `decimals` asks for one.
 */
export function recovered(numbers: readonly number[], means: readonly number[], decimals = 1): number {
  const distinct = [...new Set(numbers)].filter(
    (value) => value > 0 && value <= 100 && (decimals === 0 || !Number.isInteger(value)),
  );
  const solved = new Set<string>();
  for (const x of distinct)
    for (const y of distinct)
      if (x !== y) for (let n = 3; n <= 8; n += 1) solved.add((n * x - (n - 1) * y).toFixed(2));
  return means.filter((mean) => solved.has(mean.toFixed(2))).length;
}

/** Mean of the colleagues in `perilaku`, as an explanation has it. */
export function shownMean(explanation: string): number {
  const found = /"code":"perilaku-colleague".*?"value":\{[^}]*"value":"([\d.]+)"/.exec(explanation);
  return Number(found?.[1]);
}

/** Five standard deviations above what guessing gives. */
export function atMostByChance(guesses: number, chance: number): number {
  return guesses * chance + 5 * Math.sqrt(guesses * chance * (1 - chance)) + 1;
}
