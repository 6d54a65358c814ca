/** Files with one rating a row: which column is what, and the levels of each. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import type { FileProblem } from '#domain/schemes/index.ts';
import { type Grid, isGap, notANumber, numberOf, problem, Refused } from './statistic-file.ts';

const ROLES = ['ratee', 'rater', 'item', 'score'] as const;
export type Role = (typeof ROLES)[number];

/** Headings that need no `--columns`. */
const HEADINGS: Readonly<Record<Role, RegExp>> = {
  ratee: /^(ratee|person|p|target|dinilai|yang dinilai|pegawai|orang|nip)$/i,
  rater: /^(rater|judge|r|penilai|observer|coder)$/i,
  item: /^(item|i|butir|trait|kriteria|indikator)$/i,
  score: /^(score|rating|x|nilai|skor)$/i,
};

/** A column of names as places 0, 1, … in the order in which they first appear. */
export interface Levels {
  readonly ids: readonly string[];
  readonly places: Int32Array;
}

export interface LongTable {
  readonly ratee: Levels;
  readonly rater: Levels;
  readonly item?: Levels;
  readonly score: Float64Array;
  /** Line of the file each row stands on. */
  readonly lines: readonly number[];
}

/** `ratee=nip,score=nilai`; `undefined` where it is not that. */
export function columnsOf(given: string | undefined): Partial<Record<Role, string>> | undefined {
  const columns: Partial<Record<Role, string>> = {};
  for (const part of given?.split(',') ?? []) {
    const [name = '', ...heading] = part.split('=');
    const role = ROLES.find((each) => each === name.trim());
    if (!role || heading.length === 0) return undefined;
    columns[role] = heading.join('=').trim();
  }
  return columns;
}

export function longTable(
  grid: Grid,
  columns: Partial<Record<Role, string>>,
  score: { readonly accepts: (value: number) => boolean; readonly refusal: Words } = ANY_NUMBER,
): LongTable {
  const at = placesOfColumns(grid, columns);
  const problems: FileProblem[] = [];
  const cell = (row: Grid['rows'][number], column: number) => row.cells[column] ?? '';
  const scores: number[] = [];
  for (const row of grid.rows) {
    for (const column of [at.ratee, at.rater, ...(at.item === undefined ? [] : [at.item])]) {
      if (isGap(cell(row, column))) problems.push(at.problem(row.line, column, EMPTY_NAME));
    }
    const text = cell(row, at.score);
    const value = numberOf(text);
    if (value === undefined)
      problems.push(at.problem(row.line, at.score, isGap(text) ? EMPTY_SCORE : notANumber(text)));
    else if (!score.accepts(value)) problems.push(at.problem(row.line, at.score, score.refusal));
    scores.push(value ?? 0);
  }
  if (problems.length > 0) throw new Refused(problems);
  const levels = (column: number) => levelsOf(grid.rows.map((row) => cell(row, column)));
  return {
    ratee: levels(at.ratee),
    rater: levels(at.rater),
    ...(at.item !== undefined && { item: levels(at.item) }),
    score: Float64Array.from(scores),
    lines: grid.rows.map(({ line }) => line),
  };
}

function placesOfColumns(grid: Grid, columns: Partial<Record<Role, string>>) {
  const heading = grid.heading ?? [];
  const find = (role: Role) => {
    const named = columns[role];
    const place = heading.findIndex((name) =>
      named === undefined ? HEADINGS[role].test(name) : name === named,
    );
    if (place >= 0) return place;
    if (role === 'item' && named === undefined) return undefined;
    const missing = say(
      { id: 'kolom {role} tidak ditemukan', en: 'there is no column {role}' },
      { role: named ?? role },
    );
    throw new Refused([problem(grid.file, 1, 1, '', { what: missing, remedy: NAME_COLUMNS })]);
  };
  const [ratee, rater, item, score] = ROLES.map(find);
  return {
    ratee: ratee ?? 0,
    rater: rater ?? 0,
    item,
    score: score ?? 0,
    problem: (line: number, column: number, words: Words) =>
      problem(grid.file, line, grid.firstColumn + column, heading[column] ?? '', words),
  };
}

function levelsOf(names: readonly string[]): Levels {
  const places = new Map<string, number>();
  const placed = Int32Array.from(names, (name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  return { ids: [...places.keys()], places: placed };
}

type Words = { readonly what: Bilingual; readonly remedy: Bilingual };

const EMPTY_NAME: Words = {
  what: { id: 'belum diisi', en: 'is empty' },
  remedy: { id: 'isi nama atau nomornya', en: 'fill in the name or number' },
};

const EMPTY_SCORE: Words = {
  what: { id: 'belum diisi', en: 'is empty' },
  remedy: { id: 'isi nilainya atau hapus barisnya', en: 'fill in the score or delete the row' },
};

const NAME_COLUMNS: Bilingual = {
  id: 'beri judul ratee, rater, item (bila ada), score, atau tunjuk dengan --columns ratee=…,rater=…,score=…',
  en: 'use the headings ratee, rater, item (if any), score, or name them with --columns ratee=…,rater=…,score=…',
};

const ANY_NUMBER = { accepts: () => true, refusal: EMPTY_SCORE };

export const WHOLE_NUMBERS = {
  accepts: (value: number) => Number.isInteger(value) && Math.abs(value) <= 1000,
  refusal: {
    what: { id: 'bukan kategori berupa bilangan bulat', en: 'is not a category in whole numbers' },
    remedy: { id: 'tulis 1, 2, 3, …', en: 'write 1, 2, 3, …' },
  },
};
