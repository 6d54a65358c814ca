/** `tera statistic NAME FILE`: reliability and agreement of raters, from a spreadsheet of their ratings. */
import {
  cohenKappa,
  fleissKappa,
  intraclassCorrelations,
  type Kappa,
  kendallW,
  krippendorffAlpha,
} from '#domain/statistics/agreement/index.ts';
import type { NotEstimable } from '#domain/statistics/ratings.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { SpreadsheetError } from '#platform/spreadsheet/index.ts';
import { type CommandStreams, EXIT, problemLine, terminalLanguage } from './command.ts';
import { type Grid, openGrid, Refused } from './statistic-file.ts';
import { generalizabilityFigures, raschFigures } from './statistic-models.ts';
import { type Wanted, wantedOf } from './statistic-options.ts';
import { completeTable, countsOfCases, tableWithGaps, twoRaters, weightsOf } from './statistic-tables.ts';
import { NOT_ESTIMABLE_WORDS, STATISTIC_WORDS, USAGE } from './statistic-words.ts';

export async function run(args: readonly string[], streams: CommandStreams): Promise<number> {
  const wanted = wantedOf(args);
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

async function compute(wanted: Wanted) {
  const grid = await openGrid(wanted.file, wanted);
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
    case 'rasch':
      return told(raschFigures(grid, wanted.columns, wanted));
    case 'generalizability':
      return told(generalizabilityFigures(grid, wanted.columns, wanted));
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
