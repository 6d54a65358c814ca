/** A run as files: everything as JSON, to be computed again elsewhere; the figures as CSV. */
import { type Outcome, outcomeOf, type Share } from '#domain/laboratory/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Run } from './queries.ts';

/** Version of the shape of the file. */
const SHAPE = 1;

/** The same run always gives the same text: names of people, times and ids stay out of it. */
export function runAsJson(run: Run, scheme: CompiledScheme | undefined): string {
  const { settings, structure, seed, periods } = run;
  return `${JSON.stringify(
    {
      tera: 'laboratory',
      shape: SHAPE,
      scheme: { id: run.schemeId, version: run.version, revision: run.draftRevision },
      categories: scheme?.scheme.categories.map(({ code }) => code) ?? [],
      seed,
      settings,
      structure,
      outcome: outcomeOf(periods),
      periods,
    },
    null,
    1,
  )}\n`;
}

const HEADINGS = 'figure,at,share,low_95,high_95,people';

/** One figure a line; decimals with a point, as files have them. */
export function runAsCsv(run: Run, scheme: CompiledScheme | undefined): string {
  const outcome = outcomeOf(run.periods);
  const codes = scheme?.scheme.categories.map(({ code }) => code) ?? [];
  return `${[HEADINGS, ...figures(outcome), ...cells(outcome, codes)].join('\r\n')}\r\n`;
}

function line(figure: string, at: string, { share, low, high, people }: Share): string {
  return [figure, at, ...[share, low, high].map((value) => value.toFixed(6)), people].join(',');
}

function figures(outcome: Outcome): readonly string[] {
  const { wrong, tooLow, tooHigh, far, noResult, dependsOn } = outcome;
  return [
    line('wrong', '', wrong),
    line('too_low', '', tooLow),
    line('too_high', '', tooHigh),
    line('two_or_more_off', '', far),
    line('no_result', '', noResult),
    ...Object.entries(dependsOn ?? {}).map(([part, share]) => line('variance', part, share)),
    ...outcome.without.map((each) => line('wrong_without', each.disturbance, each.wrong)),
    ...outcome.raters.map((each) => line('wrong_by_raters', String(each.at), each.wrong)),
    ...outcome.looks.map((each) => line('wrong_by_second_looks_percent', String(each.at), each.wrong)),
    ...outcome.looks.map((each) => line('appraisers_linked', String(each.at), each.linked)),
  ];
}

function cells({ confusion }: Outcome, codes: readonly string[]): readonly string[] {
  return confusion.flatMap((row, truth) =>
    row.map((share, given) =>
      line('category_given', `${codes[truth] ?? truth}>${codes[given] ?? 'none'}`, share),
    ),
  );
}
