/** `tera statistic NAME FILE`: how far raters agree, from a spreadsheet of their ratings. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { say } from '#domain/bilingual.ts';
import {
  type CountTable,
  cohenKappa,
  fleissKappa,
  intraclassCorrelations,
  type Kappa,
  type KappaWeights,
  kendallW,
  krippendorffAlpha,
  type MeasurementLevel,
} from '#domain/statistics/agreement/index.ts';
import type { NotEstimable } from '#domain/statistics/ratings.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { SpreadsheetError } from '#platform/spreadsheet/index.ts';
import { type CommandStreams, EXIT, problemLine, terminalLanguage } from './command.ts';
import { type Grid, problem, Refused, readGrid } from './statistic-file.ts';
import { completeTable, countsOfCases, tableWithGaps, twoRaters } from './statistic-tables.ts';
import {
  NOT_ESTIMABLE_WORDS,
  STATISTIC_WORDS,
  STATISTICS,
  type StatisticName,
  USAGE,
} from './statistic-words.ts';

const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

interface Wanted {
  readonly name: StatisticName;
  readonly file: string;
  readonly level: MeasurementLevel;
  readonly weights: string;
  readonly categories: readonly string[] | undefined;
  readonly heading: boolean | undefined;
  readonly labels: boolean | undefined;
  readonly seed: number;
}

export async function run(args: readonly string[], streams: CommandStreams): Promise<number> {
  const wanted = parse(args);
  if (!wanted) {
    streams.stderr.write(USAGE[terminalLanguage()]);
    return EXIT.usage;
  }
  return withLocale(terminalLanguage(), async () => {
    try {
      const answer = await compute(wanted);
      streams.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
      return EXIT.done;
    } catch (error) {
      if (error instanceof SpreadsheetError) {
        streams.stderr.write(`${wanted.file}:1:1: ${error.describe()}\n`);
      } else if (error instanceof Refused) {
        for (const each of error.problems) streams.stderr.write(problemLine(each));
      } else throw error;
      return EXIT.refused;
    }
  });
}

function parse(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        level: { type: 'string' },
        weights: { type: 'string' },
        categories: { type: 'string' },
        header: { type: 'boolean' },
        labels: { type: 'boolean' },
        seed: { type: 'string', default: '1' },
      },
    });
    const [name, file, ...rest] = positionals;
    const known = STATISTICS.find((statistic) => statistic === name);
    if (!known || !file || rest.length > 0 || !/^\d{1,9}$/.test(values.seed)) return undefined;
    const level = LEVELS.find((each) => each === values.level);
    if ((known === 'krippendorff') !== (level !== undefined)) return undefined;
    if (values.weights !== undefined && known !== 'weighted-kappa') return undefined;
    return {
      name: known,
      file,
      level: level ?? 'nominal',
      weights: values.weights ?? 'linear',
      categories: values.categories?.split(',').map((category) => category.trim()),
      heading: values.header,
      labels: values.labels,
      seed: Number(values.seed),
    };
  } catch {
    return undefined;
  }
}

async function compute(wanted: Wanted) {
  const grid = await open(wanted.file, wanted);
  const { model, notFor, reference } = STATISTIC_WORDS[wanted.name];
  return {
    statistic: wanted.name,
    ...(await figures(wanted, grid)),
    read: {
      file: wanted.file,
      rows: grid.rows.length,
      columns: grid.rows[0]?.cells.length ?? 0,
      header: grid.heading !== undefined,
      labels: grid.labels ?? null,
    },
    model,
    notFor,
    reference,
  };
}

async function open(file: string, options: Parameters<typeof readGrid>[2]): Promise<Grid> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) throw new Refused([problem(file, 1, 1, '', UNREADABLE)]);
  return readGrid(file, bytes, options);
}

async function figures(wanted: Wanted, grid: Grid): Promise<object> {
  const { seed } = wanted;
  switch (wanted.name) {
    case 'icc': {
      const result = intraclassCorrelations(completeTable(grid));
      if (result.kind !== 'estimated') return told(result);
      const { forms, ...rest } = result;
      return {
        ...rest,
        ...Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, told(form)])),
      };
    }
    case 'kendall-w':
      return told(kendallW(completeTable(grid), { seed }));
    case 'krippendorff': {
      const result = krippendorffAlpha(tableWithGaps(grid, wanted.level), wanted.level, { seed });
      if (result.kind !== 'estimated') return told(result);
      const { interval = { lower95: null, upper95: null }, ...rest } = result;
      return { ...rest, ...interval };
    }
    case 'kappa': {
      const { layout, table, categories } = twoRaters(grid, wanted.categories, false);
      return { layout, categories, ...kappaFigures(cohenKappa(table)) };
    }
    case 'weighted-kappa': {
      const { layout, table, categories } = twoRaters(grid, wanted.categories, true);
      const weights = await weightsOf(wanted.weights, table);
      const shown = typeof weights === 'string' ? weights : weights.matrix;
      return { layout, categories, weights: shown, ...kappaFigures(cohenKappa(table, weights)) };
    }
    case 'fleiss-kappa': {
      const { counts, categories: names } = countsOfCases(grid);
      const result = fleissKappa(counts);
      if (result.kind !== 'estimated') return told(result);
      const categories = result.categories.map((figure, place) => ({
        category: names[place],
        ...told(figure),
      }));
      return { ...result, categories };
    }
  }
}

/** An answer without a number says why in words. */
function told<Result extends { kind: 'estimated' }>(result: Result | NotEstimable) {
  if (result.kind === 'estimated') return result;
  return { ...result, message: NOT_ESTIMABLE_WORDS[result.reason] };
}

/** Named as the literature names them. */
function kappaFigures(result: Kappa | NotEstimable) {
  if (result.kind !== 'estimated') return told(result);
  const { kind, cases, kappa, observed, expected, se, seNull, z, p, lower95, upper95 } = result;
  return { kind, cases, kappa, po: observed, pe: expected, se, se0: seNull, z, p, lower95, upper95 };
}

/** `linear`, `quadratic`, a file with a square of numbers, or the square itself. Zero on the diagonal means disagreement. */
async function weightsOf(given: string, table: CountTable): Promise<KappaWeights> {
  if (given === 'linear' || given === 'quadratic') return given;
  const isFile = existsSync(given);
  const matrix = isFile
    ? completeTable(await open(given, { heading: undefined, labels: undefined }))
    : given
        .split(';')
        .map((row) => row.split(',').map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell))));
  const diagonal = matrix.map((row, at) => row[at]);
  const kind = diagonal.every((value) => value === 0) ? 'disagreement' : 'agreement';
  const isSquare = matrix.length === table.length && matrix.every((row) => row.length === table.length);
  const isRight =
    isSquare &&
    matrix.flat().every((value) => value >= 0 && Number.isFinite(value)) &&
    (kind === 'agreement'
      ? diagonal.every((value) => value === 1)
      : matrix.flat().some((value) => value > 0));
  if (!isRight)
    throw new Refused([problem(isFile ? given : '--weights', 1, 1, '', wrongWeights(table.length))]);
  return { kind, matrix };
}

function wrongWeights(size: number) {
  return {
    what: say(
      { id: 'bukan tabel bobot {size} × {size}', en: 'is no {size} × {size} table of weights' },
      { size },
    ),
    remedy: {
      id: 'pakai linear, quadratic, atau angka tidak negatif dengan 0 (ketidaksepakatan) atau 1 (kesepakatan) di diagonal',
      en: 'use linear, quadratic, or numbers not negative with 0 (disagreement) or 1 (agreement) on the diagonal',
    },
  };
}

const UNREADABLE = {
  what: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
  remedy: { id: 'periksa nama dan izinnya', en: 'check its name and permissions' },
};
