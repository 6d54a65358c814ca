/** Mechanism `score`: a decimal within a range, given from outside and never rounded here. */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { decimalInWords, decimalValue, MISSING } from '../../explanation.ts';
import { words } from '../../problem.ts';
import { floorDivide, parseUnits, unitsOf, unitsText } from '../fixed.ts';
import { MISSING_OUTCOME, scoreOutcome } from '../outcome.ts';
import { decimalSetting, givenBySetting, plainSettings } from '../shapes.ts';
import {
  annotated,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Mechanism,
  type Report,
} from './mechanism.ts';

export const scoreSettings = z.strictObject({
  mechanism: z.literal('score'),
  ...plainSettings,
  ...givenBySetting,
  /** Lowest and highest score, both included. */
  range: z.strictObject({ from: decimalSetting, to: decimalSetting }),
});
export type ScoreSettings = z.infer<typeof scoreSettings>;

const NAMES = new Set(['score']);
const PATTERN = '^\\d{1,9}(\\.\\d{1,4})?$';

function checkRange(settings: ScoreSettings, report: Report): void {
  if (unitsOf(settings.range.from) < unitsOf(settings.range.to)) return;
  report(
    ['range'],
    { id: 'batas bawah tidak lebih kecil dari batas atas', en: 'from is not below to' },
    { id: 'tulis from yang lebih kecil dari to', en: 'write a from that is below to' },
  );
}

function compileScore(settings: ScoreSettings, context: ComponentContext): CompiledComponent {
  const from = unitsOf(settings.range.from);
  const to = unitsOf(settings.range.to);
  const basis = context.basis(settings.basis);
  const unitsIn = (given: unknown): number | undefined => {
    const units = parseUnits(given);
    return units !== undefined && units >= from && units <= to ? units : undefined;
  };
  return {
    code: context.code,
    label: settings.label,
    evidence: z.strictObject({
      score: z
        .string()
        .refine(
          (text) => unitsIn(text) !== undefined,
          words(
            say(
              { id: 'bukan desimal antara {from} dan {to}', en: 'is not a decimal between {from} and {to}' },
              settings.range,
            ),
            {
              id: 'tulis dalam tanda kutip dengan titik desimal, paling banyak empat angka desimal',
              en: 'write it in quotes with a decimal point, at most four decimals',
            },
          ),
        )
        .meta({ pattern: PATTERN }),
    }),
    example: { score: unitsText(floorDivide(from + 3 * to, 4)) },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
      const units = unitsIn(given.score);
      return units === undefined ? undefined : scoreOutcome(units);
    },
    explain(given, annotations) {
      const shared = { code: context.code, label: settings.label, basis, children: [] };
      if (!isRecord(given)) {
        const rule = { id: 'Nilai belum diberikan.', en: 'No score has been given.' };
        return { ...shared, value: MISSING, rule, inputs: [] };
      }
      const text = String(given.score);
      const input = { path: `${context.code}.score`, label: settings.label, value: decimalValue(text) };
      return {
        ...shared,
        value: input.value,
        rule: say(
          { id: 'Nilai yang diberikan: {score}.', en: 'Score given: {score}.' },
          { score: decimalInWords(text) },
        ),
        inputs: [annotated(input, annotations)],
      };
    },
  };
}

export const score: Mechanism<ScoreSettings> = {
  yields: 'score',
  givenBy: 'measured',
  range: ({ range }) => ({ from: unitsOf(range.from), to: unitsOf(range.to) }),
  check: (settings, _, report) => checkRange(settings, report),
  compile: compileScore,
};
