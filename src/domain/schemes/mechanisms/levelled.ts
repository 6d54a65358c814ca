/**
 * A component as a level: one that gives a level itself, or one whose score is sorted into the levels
 * of a scale by bands. Matrices and `lowest-of` join such levels.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { type Basis, codedValue, decimalInWords, type Explanation } from '../../explanation.ts';
import { unitsOf, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import { reportUnknown } from '../reports.ts';
import { code, componentName, decimalSetting } from '../shapes.ts';
import { checkScale } from './check-scale.ts';
import type { CombinationContext, Labelled, Report } from './mechanism.ts';
import { checkReference, type References } from './references.ts';

/** The name of a component that gives a level; or a component that gives a score, with its bands. */
export const levelSource = z.union([
  componentName,
  z.strictObject({
    component: componentName,
    scale: code,
    /** One band a level, best first; the first whose `from` is reached is taken. */
    bands: z
      .array(z.strictObject({ level: code, from: decimalSetting }))
      .min(2)
      .max(20),
  }),
]);
export type LevelSource = z.infer<typeof levelSource>;

export function sourceComponent(source: LevelSource): string {
  return typeof source === 'string' ? source : source.component;
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
  const { component, scale, bands } = source;
  checkReference(component, 'score', [...path, 'component'], references, report);
  const own: Report = (inner, what, remedy) => report([...path, ...inner], what, remedy);
  const levels = checkScale(scale, references.context, own)?.map((level) => level.code);
  if (!levels) return undefined;
  for (const [index, band] of bands.entries())
    if (!levels.includes(band.level))
      reportUnknown(report, [...path, 'bands', index, 'level'], band.level, levels);
  if (bands.map(({ level }) => level).join() !== levels.join())
    own(
      ['bands'],
      { id: 'pita tidak memuat setiap tingkat satu kali', en: 'the bands do not hold every level once' },
      say(
        { id: 'tulis dari yang terbaik: {list}', en: 'write, best first: {list}' },
        { list: levels.join(', ') },
      ),
    );
  const range = references.mechanism(component)?.range(references.context);
  checkFalling(
    bands.map(({ from }) => from),
    range,
    own,
  );
  return { scale, levels };
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
    say({ id: 'turunkan menjadi {lowest}', en: 'lower it to {lowest}' }, { lowest: unitsText(lowest) }),
  );
}

/** A source ready to be asked. */
export type CompiledLevel = {
  readonly component: string;
  readonly at: number;
  readonly levels: readonly Labelled[];
  /** The place of the level from the best (0); undefined while there is none. */
  readonly indexOf: (outcomes: readonly Outcome[]) => number | undefined;
  /** The component's own explanation, under the band where its score was sorted. */
  readonly explain: (outcomes: readonly Outcome[], child: Explanation) => Explanation;
};

export function compileLevel(
  source: LevelSource,
  context: CombinationContext,
  basis: readonly Basis[],
): CompiledLevel {
  const component = sourceComponent(source);
  const at = context.position(component);
  if (typeof source === 'string') {
    return {
      component,
      at,
      levels: context.levels(component),
      indexOf(outcomes) {
        const outcome = outcomes[at];
        return outcome?.state === 'value' && outcome.type === 'level' ? outcome.index : undefined;
      },
      explain: (_, child) => child,
    };
  }
  const levels = context.scale(source.scale);
  const limits = source.bands.map(({ from }) => unitsOf(from));
  const indexOf = (outcomes: readonly Outcome[]) => {
    const outcome = outcomes[at];
    if (outcome?.state !== 'value' || outcome.type !== 'score') return undefined;
    for (let index = 0; index < limits.length; index += 1)
      if (outcome.units >= (limits[index] ?? 0)) return index;
    return undefined;
  };
  return {
    component,
    at,
    levels,
    indexOf,
    explain(outcomes, child) {
      const index = indexOf(outcomes);
      const level = levels[index ?? -1];
      const outcome = outcomes[at];
      if (!level || outcome?.state !== 'value' || outcome.type !== 'score') return child;
      const rule = say(
        {
          id: 'Nilai {score} mencapai batas {from} untuk {level}.',
          en: 'The score {score} reaches the limit {from} for {level}.',
        },
        {
          score: decimalInWords(unitsText(outcome.units)),
          from: decimalInWords(unitsText(limits[index ?? 0] ?? 0)),
          level: level.label,
        },
      );
      return {
        code: `${component}-level`,
        label: context.label(component),
        value: codedValue('rating', level.code, level.label),
        rule,
        basis,
        inputs: [],
        children: [child],
      };
    },
  };
}
