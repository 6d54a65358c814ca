/** What `tera statistic` was asked for; anything that does not belong to the statistic is wrong usage. */
import { parseArgs } from 'node:util';
import type { MeasurementLevel } from '#domain/statistics/agreement/index.ts';
import type { Priors } from '#domain/statistics/rasch/index.ts';
import { columnsOf, type Role } from './statistic-long.ts';
import { STATISTICS, type StatisticName } from './statistic-words.ts';

export interface Wanted {
  readonly name: StatisticName;
  readonly file: string;
  readonly heading: boolean | undefined;
  readonly labels: boolean | undefined;
  readonly seed: number;
  readonly level: MeasurementLevel;
  readonly weights: string;
  readonly categories: readonly string[] | undefined;
  readonly columns: Partial<Record<Role, string>>;
  readonly method: 'map' | 'jml' | 'mml';
  readonly priors: Priors | 'estimated' | undefined;
  readonly pairs: boolean;
  readonly raters: readonly number[];
  readonly items: readonly number[] | undefined;
}

const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const OPTIONS = {
  level: { type: 'string' },
  weights: { type: 'string' },
  categories: { type: 'string' },
  header: { type: 'boolean' },
  labels: { type: 'boolean' },
  seed: { type: 'string' },
  columns: { type: 'string' },
  method: { type: 'string' },
  priors: { type: 'string' },
  pairs: { type: 'boolean' },
  raters: { type: 'string' },
  items: { type: 'string' },
} as const;

/** Options beside `--header`, which all take. */
const OF_EACH: Readonly<Record<StatisticName, readonly (keyof typeof OPTIONS)[]>> = {
  icc: ['labels'],
  'kendall-w': ['labels', 'seed'],
  krippendorff: ['labels', 'seed', 'level'],
  kappa: ['labels', 'categories'],
  'weighted-kappa': ['labels', 'categories', 'weights'],
  'fleiss-kappa': ['labels'],
  rasch: ['columns', 'method', 'priors', 'pairs'],
  generalizability: ['columns', 'raters', 'items'],
};

export function wantedOf(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: OPTIONS,
    });
    const [given, file, ...rest] = positionals;
    const name = STATISTICS.find((statistic) => statistic === given);
    if (!name || !file || rest.length > 0) return undefined;
    const allowed: readonly string[] = ['header', ...OF_EACH[name]];
    if (Object.keys(values).some((option) => !allowed.includes(option))) return undefined;
    const level = LEVELS.find((each) => each === values.level);
    const seed = values.seed ?? '1';
    const method = values.method ?? 'map';
    const columns = columnsOf(values.columns);
    const priors = priorsOf(values.priors);
    const raters = countsOf(values.raters ?? '1,2,3,5,8');
    const items = values.items === undefined ? undefined : countsOf(values.items);
    if ((name === 'krippendorff') !== (level !== undefined) || !/^\d{1,9}$/.test(seed)) return undefined;
    if (method !== 'map' && method !== 'jml' && method !== 'mml') return undefined;
    if ((method !== 'map' && values.priors !== undefined) || (method === 'mml' && values.pairs))
      return undefined;
    if (!columns || priors === null || !raters || items === null) return undefined;
    return {
      name,
      file,
      heading: values.header,
      // Where a row is one rating, the first column is a column like the others.
      labels: name === 'rasch' || name === 'generalizability' ? false : values.labels,
      seed: Number(seed),
      level: level ?? 'nominal',
      weights: values.weights ?? 'linear',
      categories: values.categories?.split(',').map((category) => category.trim()),
      columns,
      method,
      priors,
      pairs: values.pairs ?? false,
      raters,
      items,
    };
  } catch {
    return undefined;
  }
}

/** `1,3,6`; null where it is not that. */
function countsOf(text: string): number[] | null {
  return /^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/.test(text) ? text.split(',').map(Number) : null;
}

/** `estimated`, or variances such as `ratee=1,rater=0.25`; null where it is neither. */
function priorsOf(text: string | undefined): Priors | 'estimated' | undefined | null {
  if (text === undefined || text === 'estimated') return text;
  const priors: Record<string, number> = { ratee: 1, rater: 0.25, item: 1 };
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=');
    if (!Object.hasOwn(priors, name) || !/^\d+(\.\d+)?$/.test(value) || Number(value) === 0) return null;
    priors[name] = Number(value);
  }
  const { ratee = 1, rater = 0.25, item = 1 } = priors;
  return { ratee, rater, item };
}
