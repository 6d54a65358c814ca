/** Which column of a file of ratings holds what: by the header's own words, or as `--columns` says. */
import type { FileProblem } from '#domain/schemes/index.ts';

export const COLUMNS = ['ratee', 'rater', 'score', 'item', 'group', 'day', 'tie', 'role', 'weight'] as const;
export type ColumnName = (typeof COLUMNS)[number];
export const REQUIRED: readonly ColumnName[] = ['ratee', 'rater', 'score'];

/** Headings that are understood without being told. */
const WORDS: Readonly<Record<ColumnName, readonly string[]>> = {
  ratee: ['ratee', 'dinilai', 'pegawai'],
  rater: ['rater', 'penilai'],
  score: ['score', 'nilai', 'skor'],
  item: ['item', 'butir'],
  group: ['group', 'kelompok'],
  day: ['day', 'hari', 'tanggal'],
  tie: ['tie', 'hubungan'],
  role: ['role', 'peran'],
  weight: ['weight', 'bobot'],
};

export type ColumnPlaces = Readonly<Partial<Record<ColumnName, number>>>;

/** Only rows that hold this value under this heading. */
export interface Condition {
  readonly heading: string;
  readonly value: string;
}

export interface Filter {
  readonly place: number;
  readonly value: Uint8Array;
}

/** `ratee=plate,rater=sample` as an object; undefined where it is not of that form. */
export function mappingOf(text: string): Partial<Record<ColumnName, string>> | undefined {
  const mapping: Partial<Record<ColumnName, string>> = {};
  for (const part of text.split(',')) {
    const [, name = '', heading = ''] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const column = COLUMNS.find((each) => each === name);
    if (!column || heading === '' || mapping[column] !== undefined) return undefined;
    mapping[column] = heading;
  }
  return mapping;
}

/** The place of each column in the header, or what is wrong with it. */
export function placesOf(
  header: readonly string[],
  mapping: Partial<Record<ColumnName, string>>,
  where: readonly Condition[],
  file: string,
): { places: ColumnPlaces; filters: readonly Filter[] } | { problems: readonly FileProblem[] } {
  const places: Partial<Record<ColumnName, number>> = {};
  const problems: FileProblem[] = [];
  const lower = header.map((heading) => heading.toLowerCase());
  const listed = header.map((heading) => `"${heading}"`).join(', ');
  for (const column of COLUMNS) {
    const asked = mapping[column];
    const words = asked === undefined ? WORDS[column] : [asked.toLowerCase()];
    // A heading that was given to another column by name is not taken again by its word.
    const isFree = (place: number) =>
      asked !== undefined ||
      !Object.values(mapping).some((heading) => heading.toLowerCase() === lower[place]);
    const found = lower.flatMap((heading, place) =>
      words.includes(heading) && isFree(place) ? [place] : [],
    );
    const at = { file, line: 1, column: 1, path: column };
    if (found.length > 1) problems.push({ ...at, ...TWICE(header[found[0] ?? 0] ?? '') });
    else if (found[0] !== undefined) places[column] = found[0];
    else if (asked !== undefined) problems.push({ ...at, ...NO_SUCH(asked, listed) });
    else if (REQUIRED.includes(column)) problems.push({ ...at, ...MISSING(column, listed) });
  }
  const filters = where.map(({ heading, value }): Filter => {
    const place = lower.indexOf(heading.toLowerCase());
    if (place === -1) problems.push({ file, line: 1, column: 1, path: heading, ...NO_SUCH(heading, listed) });
    return { place, value: new TextEncoder().encode(value) };
  });
  return problems.length > 0 ? { problems } : { places, filters };
}

const TWICE = (heading: string) => ({
  what: {
    id: `judul kolom "${heading}" ada lebih dari satu kali`,
    en: `the heading "${heading}" stands twice`,
  },
  remedy: { id: 'beri nama yang berbeda', en: 'give them different names' },
});

const NO_SUCH = (heading: string, listed: string) => ({
  what: { id: `tidak ada kolom "${heading}"`, en: `there is no column "${heading}"` },
  remedy: { id: `pilih salah satu: ${listed}`, en: `choose one of: ${listed}` },
});

const MISSING = (column: string, listed: string) => ({
  what: { id: 'kolom ini tidak ditemukan', en: 'this column was not found' },
  remedy: {
    id: `tulis --columns ${column}=… dengan salah satu judul: ${listed}`,
    en: `write --columns ${column}=… with one of the headings: ${listed}`,
  },
});
