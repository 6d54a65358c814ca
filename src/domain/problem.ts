/** A problem that the user can mend: where, what is wrong, and what to do. */
import { z } from 'zod';
import { type Bilingual, say } from './bilingual.ts';
import { misspelt } from './problem-spelling.ts';
import { refusedBy, type Words } from './problem-words.ts';

export { choosing, shownValue, typed, type Words } from './problem-words.ts';

export type Problem = {
  /** Path of the field in what was given: `lines[0].rating`; empty for the whole. */
  readonly path: string;
  readonly what: Bilingual;
  readonly remedy: Bilingual;
};

/** For `.refine(check, words(...))`: words in both languages in place of zod's English message. */
export function words(what: Bilingual, remedy: Bilingual): { params: Words; message: string } {
  return { params: { what, remedy }, message: what.en };
}

/** `['lines', 0, 'rating']` as people write it: `lines[0].rating`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (part === '') return `${text}[""]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

/** A problem with its path in parts, for whoever has to find the place in a file. */
export type SegmentedProblem = Problem & {
  readonly segments: readonly PropertyKey[];
  /** Whether the name itself is at fault, and not the value beside it. */
  readonly ofName: boolean;
};

/**
 * Every issue of a zod error as a problem in both languages; unknown keys are reported one by one. One that
 * is a slip of a name missing beside it, or of an optional name of the whole (`known`), says so.
 */
export function segmentedProblemsOf(
  error: z.ZodError,
  given: unknown,
  known: readonly string[] = [],
): readonly SegmentedProblem[] {
  const refused = error.issues.flatMap((issue) => refusedBy(issue, given));
  const missing = refused.filter(({ ofName }) => !ofName).map(({ path }) => path);
  return refused.map(({ path, what, remedy, ofName }) => {
    const beside = missing.filter((other) => isBeside(path, other)).map((other) => String(other.at(-1)));
    const names = path.length === 1 ? [...beside, ...known] : beside;
    const slip = ofName ? misspelt(String(path.at(-1)), names) : undefined;
    return { path: pathText(path), segments: path, ofName, ...(slip ?? { what, remedy }) };
  });
}

function isBeside(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.slice(0, -1).every((part, index) => part === other[index]);
}

/** The same without the parts of the path: what a user of the interface or the API gets. */
export function problemsOf(error: z.ZodError, given: unknown): readonly Problem[] {
  return segmentedProblemsOf(error, given).map(({ path, what, remedy }) => ({ path, what, remedy }));
}

/** A problem in one language and one line: `lines[0].rating: belum diisi, pilih salah satu: …`. */
export function problemText(problem: Problem, language: keyof Bilingual): string {
  const where = problem.path === '' ? '' : `${problem.path}: `;
  return `${where}${problem.what[language]}, ${problem.remedy[language]}`;
}

/** A decimal number in a string (`"115"`, `"109.99"`), exact; refused outside the range. */
export function decimalText(minimum: number, maximum: number) {
  const remedy = say(
    {
      id: 'tulis dalam tanda kutip dengan titik desimal, {minimum} sampai {maximum}, paling banyak empat angka desimal',
      en: 'write it in quotes with a decimal point, {minimum} to {maximum}, at most four decimals',
    },
    { minimum, maximum },
  );
  const what = { id: 'bukan angka desimal yang dapat diterima', en: 'is not an acceptable decimal' };
  // The pattern guarantees at most nine significant digits before the range is compared, where a
  // double is exact enough to compare with a whole number.
  return z.string().refine(
    (text) => {
      if (!/^\d{1,5}(\.\d{1,4})?$/.test(text)) return false;
      const value = Number(text);
      return value >= minimum && value <= maximum;
    },
    words(what, remedy),
  );
}

/** A civil date `YYYY-MM-DD` that exists in the calendar. */
export function civilDate() {
  return z
    .string()
    .refine(
      isCivilDate,
      words(
        { id: 'bukan tanggal yang ada', en: 'is not a date that exists' },
        { id: 'tulis seperti 2026-01-31', en: 'write it like 2026-01-31' },
      ),
    )
    .meta({ format: 'date' });
}

/** Whether a text is a civil date that exists, from the year 1900 to 2999. */
export function isCivilDate(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
