/**
 * The words for what zod refuses. zod speaks English to programmers; whoever gave a file or a form is
 * told in both languages what is wrong there and what to write, and never meets zod's own message.
 */
import type { z } from 'zod';
import { type Bilingual, inBoth, listBoth, OR, sameInBoth, say } from './bilingual.ts';

/** What a check says: what is wrong, and what to do. */
export type Words = { readonly what: Bilingual; readonly remedy: Bilingual };

/** A refused place: its path, the words, and whether the name itself is at fault and not its value. */
export type Refused = Words & { readonly path: readonly PropertyKey[]; readonly ofName: boolean };

/**
 * Own words where a schema meets a value of another type: `z.strictObject(shape, typed((given) => …))`.
 * They travel in the message and are read back here; undefined leaves it to the usual words.
 */
export function typed(said: (given: unknown) => Words | undefined) {
  return {
    error: (issue: { readonly code?: string; readonly input?: unknown }) => {
      const found = issue.code === 'invalid_type' ? said(issue.input) : undefined;
      return found && JSON.stringify(found);
    },
  };
}

/** Own words for a name that a record does not take, with the names that it takes: `z.record(…, choosing(NAMES))`. */
export function choosing(names: readonly string[]) {
  return {
    error: (issue: { readonly code?: string }) =>
      issue.code === 'unrecognized_keys'
        ? JSON.stringify({
            what: UNKNOWN_KEY.what,
            remedy: say(
              { id: 'pilih salah satu: {list}', en: 'choose one of: {list}' },
              { list: names.join(', ') },
            ),
          })
        : undefined,
  };
}

function typedWords(message: string): Words | undefined {
  if (!message.startsWith('{"what":')) return undefined;
  const found: unknown = JSON.parse(message);
  return isWords(found) ? found : undefined;
}

function isWords(params: unknown): params is Words {
  return typeof params === 'object' && params !== null && 'what' in params && 'remedy' in params;
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { id: 'teks dalam tanda kutip', en: 'a text in quotes' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'objek dengan nama dan isi', en: 'an object with names and values' },
  record: { id: 'objek dengan nama dan isi', en: 'an object with names and values' },
};
const ANOTHER_KIND: Bilingual = { id: 'bentuk yang diminta', en: 'of the form asked for' };
const TEXT: Bilingual = { id: 'teks', en: 'a text' };
const MISSING: Bilingual = { id: 'belum diisi', en: 'is missing' };

/** The value that stands at a path in what was given, or undefined. */
function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  );
}

/** A given value as a message shows it, shortened so that the message stays readable. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Quotes too many or too few: said with the value as it should be written. */
function quoteWords(expected: string, value: unknown): Words | undefined {
  const written = shownValue(value);
  const instead = (text: string) => say({ id: 'tulis {text}', en: 'write {text}' }, { text });
  if ((expected === 'number' || expected === 'int') && typeof value === 'string' && /^\d+$/.test(value))
    return {
      what: say({ id: '{written} ditulis dalam tanda kutip', en: '{written} is in quotes' }, { written }),
      remedy: instead(value),
    };
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return {
      what: say({ id: '{written} bukan teks', en: '{written} is not a text' }, { written }),
      remedy: instead(`"${written}"`),
    };
  if (expected === 'boolean' && typeof value === 'string')
    return {
      what: say({ id: '{written} bukan true atau false', en: '{written} is not true or false' }, { written }),
      remedy: {
        id: 'tulis true untuk ya atau false untuk tidak, tanpa tanda kutip',
        en: 'write true for yes or false for no, without quotes',
      },
    };
  return undefined;
}

function typeWords(issue: z.core.$ZodIssueInvalidType, value: unknown): Words {
  const kind = KINDS[issue.expected] ?? ANOTHER_KIND;
  if (value === undefined || (value === null && issue.path.length > 0)) {
    const needed = issue.expected === 'string' ? TEXT : kind;
    return { what: MISSING, remedy: say({ id: 'isi dengan {needed}', en: 'give {needed}' }, { needed }) };
  }
  const quoted = quoteWords(issue.expected, value);
  if (quoted) return quoted;
  return {
    what: say(
      { id: '{value} bukan {kind}', en: '{value} is not {kind}' },
      { value: shownValue(value), kind },
    ),
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
  if (small && Number(limit) === 1 && (value === '' || (Array.isArray(value) && value.length === 0)))
    return {
      what: { id: 'masih kosong', en: 'is empty' },
      remedy: counted
        ? { id: 'isi paling sedikit satu butir', en: 'give at least one entry' }
        : { id: 'isi dengan teks', en: 'give a text' },
    };
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
    what: say(what, { value: shownValue(value) }),
    remedy: say(
      { id: 'isi {bound} {limit}{unit}', en: 'give {bound} {limit}{unit}' },
      { bound, limit, unit },
    ),
  };
}

function choiceWords(values: readonly unknown[], value: unknown): Words {
  const list = values.map(String).join(', ');
  const remedy =
    values.length === 1
      ? say({ id: 'tulis {list}', en: 'write {list}' }, { list })
      : say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list });
  if (value === undefined || value === null) return { what: MISSING, remedy };
  return {
    what: say({ id: '{value} tidak dikenal', en: '{value} is not known' }, { value: shownValue(value) }),
    remedy,
  };
}

const MEND: Bilingual = {
  id: 'bandingkan dengan contoh dalam panduan',
  en: 'compare it with the example in the manual',
};

function issueWords(issue: z.core.$ZodIssue, given: unknown): Words {
  const value = valueAt(given, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return typedWords(issue.message) ?? typeWords(issue, value);
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
  }
  return {
    what: say(
      { id: '{value} tidak sesuai bentuknya', en: '{value} has the wrong form' },
      { value: shownValue(value) },
    ),
    remedy: MEND,
  };
}

export const UNKNOWN_KEY: Words = {
  what: { id: 'kunci ini tidak dikenal', en: 'this key is not known' },
  remedy: { id: 'hapus, atau periksa ejaannya', en: 'remove it, or check its spelling' },
};
const UNSPACED_KEY: Words = {
  what: UNKNOWN_KEY.what,
  remedy: { id: 'beri spasi sesudah titik dua', en: 'put a space after the colon' },
};

/** A key without a value inside braces is nearly always what stands after a comma of a text or a decimal. */
const CUT_DECIMAL: Words = {
  what: { id: 'koma memisahkan isian, bukan desimal', en: 'a comma separates entries, not decimals' },
  remedy: {
    id: 'tulis desimal dengan titik dalam tanda kutip, misalnya "2.5"',
    en: 'write a decimal with a point, in quotes, such as "2.5"',
  },
};
const CUT_TEXT: Words = {
  what: UNKNOWN_KEY.what,
  remedy: {
    id: 'bila ini bagian dari suatu teks yang memuat koma, beri tanda kutip pada seluruh teks itu; bila tidak, hapus',
    en: 'where it is part of a text with a comma, put the whole text in quotes; if not, remove it',
  },
};

function unknownKey(path: readonly PropertyKey[], value?: unknown): Refused {
  const key = String(path.at(-1));
  const cut = /^\d+$/.test(key) ? CUT_DECIMAL : CUT_TEXT;
  const said = key.includes(':') ? UNSPACED_KEY : value === null ? cut : UNKNOWN_KEY;
  return { ...said, path, ofName: true };
}

/** A name that a record does not take: its own words, or the names that it takes. */
function keyRefused(issue: z.core.$ZodIssueInvalidKey, path: readonly PropertyKey[]): Refused {
  const own = issue.issues.find((inner) => inner.code === 'custom' && isWords(inner.params));
  if (own) return { ...issueWords(own, undefined), path, ofName: true };
  const choice = issue.issues.find((inner) => inner.code === 'invalid_value');
  if (choice?.code === 'invalid_value')
    return { ...choiceWords(choice.values, path.at(-1)), path, ofName: true };
  return unknownKey(path);
}

/** Whether a branch of a union was meant for another kind of value altogether. */
function isOtherKind(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.some(
    ({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
  );
}

/** The issues of the branch that was meant, or what each branch would have taken. */
function unionRefused(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  path: readonly PropertyKey[],
  given: unknown,
): readonly Refused[] {
  const meant = branches
    .filter((issues) => !isOtherKind(issues))
    .sort((one, other) => one.length - other.length)[0];
  if (meant) return meant.flatMap((issue) => refusedBy({ ...issue, path: [...path, ...issue.path] }, given));
  const choices = branches.flatMap((issues) =>
    issues.flatMap((issue): Bilingual[] => {
      if (issue.path.length > 0) return [];
      if (issue.code === 'invalid_value') return issue.values.map((each) => sameInBoth(String(each)));
      return issue.code === 'invalid_type' ? [KINDS[issue.expected] ?? ANOTHER_KIND] : [];
    }),
  );
  const value = valueAt(given, path);
  return [
    {
      what:
        value === undefined || value === null
          ? MISSING
          : say({ id: '{value} tidak dikenal', en: '{value} is not known' }, { value: shownValue(value) }),
      remedy: say({ id: 'tulis {list}', en: 'write {list}' }, { list: listBoth(choices, OR) }),
      path,
      ofName: false,
    },
  ];
}

/** What an issue says; unknown names are reported one by one. */
export function refusedBy(issue: z.core.$ZodIssue, given: unknown): readonly Refused[] {
  if (issue.code === 'unrecognized_keys') {
    const own = typedWords(issue.message);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { ...unknownKey(path, valueAt(given, path)), ...own };
    });
  }
  if (issue.code === 'invalid_key') return [keyRefused(issue, issue.path)];
  if (issue.code === 'invalid_union' && !('options' in issue) && issue.errors.length > 0)
    return unionRefused(issue.errors, issue.path, given);
  return [{ ...issueWords(issue, given), path: issue.path, ofName: false }];
}
