/**
 * Mechanism `planned-results`: results of work against their targets. Indicator → achievement in percent,
 * rounded to the grid of the conversion; line → mean achievement of its indicators, rounded again, then
 * its score by the conversion; or one level of a scale. Component → mean of the lines, equal or by their
 * weights, rounded half up to `decimals`. Every rounded figure is shown, so each step can be redone.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { parseUnits, UNITS, unitsOf, unitsText } from '../fixed.ts';
import { MISSING_OUTCOME } from '../outcome.ts';
import { code, commonSettings, decimalSetting } from '../shapes.ts';
import { checkConversion, compileConversion, conversionSettings, percentFor } from './conversion.ts';
import { checkCountedScale, scoreRangeOf } from './counted-scale.ts';
import type {
  CheckContext,
  CompiledComponent,
  ComponentContext,
  Mechanism,
  Report,
  ScoreRange,
} from './mechanism.ts';
import { plannedEvidence } from './planned-evidence.ts';
import { explainPlannedResults } from './planned-explain.ts';
import { type PlannedResults, preparedResults, readLines } from './planned-lines.ts';

export const plannedResultsSettings = z.strictObject({
  mechanism: z.literal('planned-results'),
  ...commonSettings,
  /** equal: every line counts the same; given: each line of the evidence brings its weight. */
  weighting: z.enum(['equal', 'given']),
  /**
   * counted: in the mean like the others, also where nothing is said; shown: never counted; added: the
   * weight of each is the percent of its score that is added to the mean of the main results.
   */
  additional: z.enum(['counted', 'shown', 'added']).optional(),
  /** The most that additional results add together; only where they are added. */
  additionalAtMost: decimalSetting.optional(),
  /** Levels with scores, for lines without measured indicators. */
  scale: code.optional(),
  conversion: conversionSettings,
  /** Score of a target that is the best possible and is met; one that the conversion gives from 100 % on. */
  maximumAchieved: decimalSetting.optional(),
});
export type PlannedResultsSettings = z.infer<typeof plannedResultsSettings>;

function compilePlannedResults(
  settings: PlannedResultsSettings,
  context: ComponentContext,
): CompiledComponent {
  const prepared = preparedResults(settings, context);
  const levels = [...prepared.levels.keys()].map(String);
  return {
    code: context.code,
    label: settings.label,
    evidence: plannedEvidence(settings.weighting, levels),
    example: exampleOf(prepared, levels),
    read: (given) => (given === undefined ? MISSING_OUTCOME : readLines(given, prepared)),
    explain: (given, annotations) =>
      explainPlannedResults({ settings, context, prepared }, given, annotations),
  };
}

function exampleOf({ isWeighted }: PlannedResults, levels: readonly string[]) {
  const weight = (text: string) => (isWeighted ? { weight: text } : {});
  return {
    lines: [
      {
        kind: 'main',
        ...weight('60'),
        indicators: [{ direction: 'higher', target: '95', summary: 'latest', realisations: ['90', '93'] }],
      },
      {
        kind: 'main',
        ...weight('30'),
        indicators: [{ direction: 'lower', target: '14', summary: 'average', realisations: ['15', '12'] }],
      },
      {
        kind: 'additional',
        ...weight('10'),
        ...(levels.length > 0
          ? { level: levels[1] }
          : { indicators: [{ direction: 'milestone', milestones: [{ done: true }, { done: true }] }] }),
      },
    ],
  };
}

function checkBest({ maximumAchieved, conversion }: PlannedResultsSettings, report: Report): void {
  if (maximumAchieved === undefined) return;
  const compiled = compileConversion(conversion);
  if (percentFor(unitsOf(maximumAchieved), compiled) !== undefined) return;
  report(
    ['maximumAchieved'],
    {
      id: 'nilai ini tidak diberikan tabel konversi mulai 100 %',
      en: 'the conversion gives this score nowhere from 100 % on',
    },
    say(
      { id: 'pakai nilai pada tabel, misalnya {highest}', en: 'use a score of the table, such as {highest}' },
      { highest: unitsText(compiled.convert(compiled.cap)) },
    ),
  );
}

/** What is added needs weights and a most. */
function checkAdded(
  { additional, additionalAtMost, weighting }: PlannedResultsSettings,
  report: Report,
): void {
  const isAdded = additional === 'added';
  if (isAdded && weighting !== 'given')
    report(
      ['additional'],
      {
        id: 'hasil tambahan yang ditambahkan memerlukan bobot setiap hasil',
        en: 'additional results that are added need a weight each',
      },
      { id: 'tulis weighting: given', en: 'write weighting: given' },
    );
  if (isAdded !== (additionalAtMost !== undefined))
    report(
      ['additionalAtMost'],
      isAdded
        ? { id: 'batas tambahan belum ditetapkan', en: 'the most that is added is missing' }
        : {
            id: 'hanya untuk hasil tambahan yang ditambahkan',
            en: 'only where additional results are added',
          },
      isAdded
        ? { id: 'tulis additionalAtMost, misalnya 10', en: 'write additionalAtMost, such as 10' }
        : { id: 'hapus, atau tulis additional: added', en: 'remove it, or write additional: added' },
    );
}

function rangeOf(settings: PlannedResultsSettings, context: CheckContext): ScoreRange {
  const range = mainRange(settings, context);
  return { from: range.from, to: range.to + (parseUnits(settings.additionalAtMost) ?? 0) };
}

function mainRange({ conversion, scale }: PlannedResultsSettings, context: CheckContext): ScoreRange {
  const last = conversion.segments.at(-1);
  const from = parseUnits(conversion.segments[0]?.score) ?? 0;
  const to = parseUnits(last?.reaching ?? last?.score) ?? 100 * UNITS;
  if (scale === undefined) return { from, to };
  const levels = scoreRangeOf(scale, context);
  return { from: Math.min(from, levels.from), to: Math.max(to, levels.to) };
}

export const plannedResults: Mechanism<PlannedResultsSettings> = {
  yields: 'score',
  givenBy: 'measured',
  range: rangeOf,
  check(settings, context, report) {
    if (settings.scale !== undefined) checkCountedScale(settings.scale, context, report);
    checkAdded(settings, report);
    const own: Report = (path, what, remedy) => report(['conversion', ...path], what, remedy);
    if (checkConversion(settings.conversion, own)) checkBest(settings, report);
  },
  compile: compilePlannedResults,
};
