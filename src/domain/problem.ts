/** A problem that the user can mend: where, what is wrong, and what to do. */
import { z } from 'zod';
import { type Bilingual, inBoth, sameInBoth, say } from './bilingual.ts';

export type Problem = {
  /** Path of the field in what was given: `lines[0].rating`; empty for the whole. */
  readonly path: string;
  readonly what: Bilingual;
  readonly remedy: Bilingual;
};

/** What a custom check of a zod schema says, carried in `params` of the issue. */
export type Words = { readonly what: Bilingual; readonly remedy: Bilingual };

/** For `.refine(check, words(...))`: words in both languages in place of zod's English message. */
export function words(what: Bilingual, remedy: Bilingual): { params: Words; message: string } {
  return { params: { what, remedy }, message: what.en };
}

/** `['lines', 0, 'rating']` as people write it: `lines[0].rating`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { id: 'teks dalam tanda kutip', en: 'a text in quotes' },
  number: { id: 'angka tanpa tanda kutip', en: 'a number without quotes' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'objek dengan nama dan isi', en: 'an object with names and values' },
  record: { id: 'objek dengan nama dan isi', en: 'an object with names and values' },
};

/** The value that stands at a path in what was given, or undefined. */
function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  );
}

/** A given value shortened so that a message stays readable. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function typeWords(issue: z.core.$ZodIssueInvalidType, value: unknown): Words {
  const kind = KINDS[issue.expected] ?? sameInBoth(issue.expected);
  if (value === undefined) {
    return {
      what: { id: 'belum diisi', en: 'is missing' },
      remedy: say({ id: 'isi dengan {kind}', en: 'give {kind}' }, { kind }),
    };
  }
  return {
    what: say({ id: '{value} bukan {kind}', en: '{value} is not {kind}' }, { value: shown(value), kind }),
    remedy: say({ id: 'tulis {kind}', en: 'write {kind}' }, { kind }),
  };
}

function sizeWords(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): Words {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const counted = issue.origin === 'array' || issue.origin === 'set' || issue.origin === 'map';
  const unit: Bilingual = counted
    ? { id: ' butir', en: ' entries' }
    : issue.origin === 'string'
      ? { id: ' karakter', en: ' characters' }
      : sameInBoth('');
  const bound = inBoth((language) =>
    language === 'id' ? (small ? 'paling sedikit' : 'paling banyak') : small ? 'at least' : 'at most',
  );
  const what: Bilingual =
    issue.origin === 'string' || counted
      ? small
        ? { id: '{value} terlalu pendek', en: '{value} is too short' }
        : { id: '{value} terlalu panjang', en: '{value} is too long' }
      : small
        ? { id: '{value} terlalu kecil', en: '{value} is too small' }
        : { id: '{value} terlalu besar', en: '{value} is too large' };
  return {
    what: say(what, { value: shown(value) }),
    remedy: say(
      { id: 'isi {bound} {limit}{unit}', en: 'give {bound} {limit}{unit}' },
      { bound, limit, unit },
    ),
  };
}

function choiceWords(values: readonly unknown[], value: unknown): Words {
  const list = values.map(String).join(', ');
  const remedy = say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list });
  if (value === undefined) return { what: { id: 'belum diisi', en: 'is missing' }, remedy };
  return {
    what: say({ id: '{value} tidak dikenal', en: '{value} is not known' }, { value: shown(value) }),
    remedy,
  };
}

function isWords(params: unknown): params is Words {
  return typeof params === 'object' && params !== null && 'what' in params && 'remedy' in params;
}

function issueWords(issue: z.core.$ZodIssue, given: unknown): Words {
  const value = valueAt(given, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue, value);
    case 'invalid_value':
      return choiceWords(issue.values, value);
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) return choiceWords(issue.options, value);
      break;
    case 'too_small':
    case 'too_big':
      return sizeWords(issue, value);
    case 'custom':
      if (isWords(issue.params)) return { what: issue.params.what, remedy: issue.params.remedy };
      break;
    case 'invalid_format':
      return {
        what: say(
          { id: '{value} tidak sesuai bentuknya', en: '{value} has the wrong form' },
          { value: shown(value) },
        ),
        remedy: sameInBoth(issue.message),
      };
  }
  return { what: sameInBoth(issue.message), remedy: { id: 'perbaiki isian ini', en: 'mend this field' } };
}

/** A problem with its path in parts, for whoever has to find the place in a file. */
export type SegmentedProblem = Problem & {
  readonly segments: readonly PropertyKey[];
  /** Whether the name itself is at fault, and not the value beside it. */
  readonly ofName: boolean;
};

function segmented(segments: readonly PropertyKey[], said: Words, ofName = false): SegmentedProblem {
  return { path: pathText(segments), segments, ofName, what: said.what, remedy: said.remedy };
}

/** Every issue of a zod error as a problem in both languages; unknown keys are reported one by one. */
export function segmentedProblemsOf(error: z.ZodError, given: unknown): readonly SegmentedProblem[] {
  return error.issues.flatMap((issue): readonly SegmentedProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => segmented([...issue.path, key], UNKNOWN_KEY, true));
    if (issue.code === 'invalid_key') {
      const own = issue.issues.find((inner) => inner.code === 'custom' && isWords(inner.params));
      return [segmented(issue.path, own ? issueWords(own, given) : UNKNOWN_KEY, true)];
    }
    const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined;
    if (meant) return segmentedProblemsOf(meant, given);
    return [segmented(issue.path, issueWords(issue, given))];
  });
}

/** Of a union of forms (a name or an object), the one whose kind the value has: its own problems are told. */
function meantBranch(issue: z.core.$ZodIssueInvalidUnion): z.ZodError | undefined {
  const fitting = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
  );
  const deeper = fitting.filter((branch) => branch.every((inner) => inner.path.length > 0));
  const meant = deeper.length > 0 ? deeper : fitting;
  const [only] = meant;
  if (meant.length !== 1 || !only) return undefined;
  return new z.ZodError(only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
}

const UNKNOWN_KEY: Words = {
  what: { id: 'kunci ini tidak dikenal', en: 'this key is not known' },
  remedy: { id: 'hapus, atau periksa ejaannya', en: 'remove it, or check its spelling' },
};

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
    );
}

/** Whether a text is a civil date that exists, from the year 1900 to 2999. */
export function isCivilDate(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
