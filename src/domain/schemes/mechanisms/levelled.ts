/**
 * A component as a level: one that gives a level itself, or one whose score is sorted into the levels
 * of a scale by bands. Matrices and `lowest-of` join such levels.
 */
import { z } from 'zod';
import { AND, type Bilingual, joinBoth, listBoth, say } from '../../bilingual.ts';
import { type Basis, codedValue, decimalInWords, type Explanation } from '../../explanation.ts';
import { DEFAULT_DECIMALS, settingText, unitsOf, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import { below, reportUnknown } from '../reports.ts';
import { bilingualText, code, componentName, decimalSetting } from '../shapes.ts';
import { checkScale } from './check-scale.ts';
import type { CombinationContext, Labelled, Report } from './mechanism.ts';
import { checkPercent, checkReference, mayLack, meanRange, type References } from './references.ts';
import { hindered, meanOf, weightsOf } from './weighted-mean-plan.ts';
import { meanRule, weighedChildren } from './weighted-mean-words.ts';

/** One score alone is compared as it is. */
const MOST_DECIMALS = 4;

/** The name of a component that gives a level; or scores that bands sort into the levels of a scale. */
export const levelSource = z.union([
  componentName,
  z.strictObject({
    label: bilingualText.optional(),
    /** One component that gives a score… */
    component: componentName.optional(),
    /** …or several, in percent that sum to 100. */
    from: z.record(componentName, decimalSetting).optional(),
    /** To how many decimals the mean of `from` is rounded before the bands; 2 where nothing is said. */
    decimals: z.int().min(0).max(4).optional(),
    scale: code,
    /** One band a level, best first; the first whose `from` is reached is taken. */
    bands: z
      .array(z.strictObject({ level: code, from: decimalSetting }))
      .min(2)
      .max(20),
  }),
]);
export type LevelSource = z.infer<typeof levelSource>;
type Banded = Exclude<LevelSource, string>;

/** The components of a source; more than one only where it has `from`. */
export function sourceComponents(source: LevelSource): readonly string[] {
  if (typeof source === 'string') return [source];
  return source.component === undefined ? Object.keys(source.from ?? {}) : [source.component];
}

/** One component counts whole. */
function percentOf({ component, from }: Banded): Readonly<Record<string, string>> {
  return component === undefined ? (from ?? {}) : { [component]: '100' };
}

/** Whether a source may be without a level while there still is a result. */
export function sourceMayLack(source: LevelSource, references: References): boolean {
  return sourceComponents(source).every((component) => mayLack(component, references));
}

/** Reports what is wrong with a source; gives its scale and the codes of its levels where they are known. */
export function checkLevelSource(
  source: LevelSource,
  path: readonly PropertyKey[],
  references: References,
  report: Report,
): { readonly scale: string; readonly levels: readonly string[] } | undefined {
  if (typeof source === 'string') {
    checkReference(source, 'level', path, references, report);
    const scale = references.mechanism(source)?.scale;
    const levels = scale === undefined ? undefined : references.context.levels(scale);
    return scale === undefined || !levels ? undefined : { scale, levels: levels.map((level) => level.code) };
  }
  const own = below(report, ...path);
  checkScores(source, references, own);
  const levels = checkScale(source.scale, references.context, own)?.map((level) => level.code);
  if (!levels) return undefined;
  checkLevelBands(source, levels, own);
  checkFalling(
    source.bands.map(({ from }) => from),
    meanRange(
      percentOf(source),
      references,
      source.component === undefined ? meanDecimals(source) : undefined,
    ),
    own,
  );
  return { scale: source.scale, levels };
}

function meanDecimals({ decimals }: Banded): number {
  return decimals ?? DEFAULT_DECIMALS;
}

function checkScores({ component, from }: Banded, references: References, report: Report): void {
  if (component !== undefined) checkReference(component, 'score', ['component'], references, report);
  if (from !== undefined) checkPercent(from, ['from'], references, report, { mayBeEmpty: true });
  if ((component === undefined) !== (from === undefined)) return;
  report(
    [component === undefined ? 'component' : 'from'],
    {
      id: 'tepat satu dari component dan from diperlukan',
      en: 'exactly one of component and from is needed',
    },
    {
      id: 'tulis component untuk satu nilai, from untuk beberapa',
      en: 'write component for one score, from for several',
    },
  );
}

function checkLevelBands({ bands }: Banded, levels: readonly string[], report: Report): void {
  for (const [index, band] of bands.entries())
    if (!levels.includes(band.level)) reportUnknown(report, ['bands', index, 'level'], band.level, levels);
  if (bands.map(({ level }) => level).join() === levels.join()) return;
  report(
    ['bands'],
    { id: 'pita tidak memuat setiap tingkat satu kali', en: 'the bands do not hold every level once' },
    say(
      { id: 'tulis dari yang terbaik: {list}', en: 'write, best first: {list}' },
      { list: levels.join(', ') },
    ),
  );
}

/** Reports bands that do not fall, leave low scores out, or lie above every possible score. */
export function checkFalling(
  limits: readonly string[],
  range: { readonly from: number; readonly to: number } | undefined,
  report: Report,
): void {
  for (const [index, limit] of limits.entries()) {
    const before = limits[index - 1];
    if (before !== undefined && unitsOf(limit) >= unitsOf(before))
      report(
        ['bands', index, 'from'],
        say(
          {
            id: 'pita ini bertumpang tindih dengan pita sebelumnya (from {before})',
            en: 'this band overlaps the one before (from {before})',
          },
          { before },
        ),
        { id: 'urutkan dari yang tertinggi', en: 'order from the highest' },
      );
    if (range && unitsOf(limit) > range.to) reportOutOfReach(report, index, limit, range.to);
  }
  const last = limits.at(-1);
  if (last === undefined || !range || unitsOf(last) <= range.from) return;
  reportUncovered(report, limits.length - 1, last, range.from);
}

export function reportOutOfReach(report: Report, index: number, limit: string, most: number): void {
  report(
    ['bands', index, 'from'],
    say(
      {
        id: 'batas {limit} tidak dapat dicapai, nilai tertinggi {most}',
        en: 'the limit {limit} cannot be reached, the highest score is {most}',
      },
      { limit, most: unitsText(most) },
    ),
    { id: 'turunkan batas ini', en: 'lower this limit' },
  );
}

export function reportUncovered(report: Report, index: number, limit: string, lowest: number): void {
  report(
    ['bands', index, 'from'],
    say(
      { id: 'nilai di bawah {limit} tidak tercakup', en: 'scores below {limit} are not covered' },
      { limit },
    ),
    say({ id: 'turunkan menjadi {lowest}', en: 'lower it to {lowest}' }, { lowest: settingText(lowest) }),
  );
}

/** Instead of the place of a level: something is missing, or the source is left out openly. */
export const LEVEL_MISSING = -1;
export const LEVEL_LEFT_OUT = -2;

/** A source ready to be asked. */
export type CompiledLevel = {
  /** Places of its components. */
  readonly places: readonly number[];
  readonly label: Bilingual;
  readonly levels: readonly Labelled[];
  /** The place of the level from the best (0), LEVEL_MISSING or LEVEL_LEFT_OUT. */
  readonly indexOf: (outcomes: readonly Outcome[]) => number;
  /** The components' own explanations, under the band where their score was sorted. */
  readonly explain: (
    outcomes: readonly Outcome[],
    children: readonly Explanation[],
  ) => readonly Explanation[];
};

export function compileLevel(
  source: LevelSource,
  context: CombinationContext,
  basis: readonly Basis[],
): CompiledLevel {
  if (typeof source !== 'string') return compileBanded(source, context, basis);
  const at = context.position(source);
  return {
    places: [at],
    label: context.label(source),
    levels: context.levels(source),
    indexOf(outcomes) {
      const outcome = outcomes[at];
      if (outcome?.state === 'value' && outcome.type === 'level') return outcome.index;
      return outcome?.state === 'missing' && !context.optional.has(at) ? LEVEL_MISSING : LEVEL_LEFT_OUT;
    },
    explain: (_, children) => childrenAt(children, [at]),
  };
}

function childrenAt(children: readonly Explanation[], places: readonly number[]): readonly Explanation[] {
  return children.filter((_, at) => places.includes(at));
}

function compileBanded(source: Banded, context: CombinationContext, basis: readonly Basis[]): CompiledLevel {
  const levels = context.scale(source.scale);
  const limits = source.bands.map(({ from }) => unitsOf(from));
  const weights = weightsOf(percentOf(source), context);
  const decimals = source.component === undefined ? meanDecimals(source) : MOST_DECIMALS;
  const label =
    source.label ??
    listBoth(
      weights.map(({ component }) => context.label(component)),
      AND,
    );
  const scoreOf = (outcomes: readonly Outcome[]) => meanOf(weights, outcomes, decimals).units;
  const indexOf = (outcomes: readonly Outcome[]): number => {
    if (hindered(weights, outcomes, context.optional)) return LEVEL_MISSING;
    if (!weights.some(({ at }) => outcomes[at]?.state === 'value')) return LEVEL_LEFT_OUT;
    const units = scoreOf(outcomes);
    return limits.findIndex((limit) => units >= limit);
  };
  const places = weights.map(({ at }) => at);
  return {
    places,
    label,
    levels,
    indexOf,
    explain(outcomes, children) {
      const level = levels[indexOf(outcomes)];
      if (!level) return childrenAt(children, places);
      const score = unitsText(scoreOf(outcomes));
      const reached = say(
        {
          id: 'Nilai {score} mencapai batas {from} untuk {level}.',
          en: 'The score {score} reaches the limit {from} for {level}.',
        },
        {
          score: decimalInWords(score),
          from: decimalInWords(unitsText(limits[indexOf(outcomes)] ?? 0)),
          level: level.label,
        },
      );
      const node: Explanation = {
        code: `${weights.map(({ component }) => component).join('-')}-level`,
        label,
        value: codedValue('rating', level.code, level.label),
        rule:
          source.component === undefined
            ? joinBoth([meanRule(weights, score, outcomes, context), reached])
            : reached,
        basis,
        inputs: [],
        children: weighedChildren(weights, children, outcomes),
      };
      return [node];
    },
  };
}
