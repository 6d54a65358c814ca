/** Mechanism `score`: a decimal within a range, given from outside and never rounded here. */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { decimalInWords, decimalValue, MISSING } from '../../explanation.ts';
import { words } from '../../problem.ts';
import { MISSING_OUTCOME } from '../outcome.ts';
import { basisList, bilingualText, decimalSetting } from '../shapes.ts';
import {
  annotated,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Report,
} from './mechanism.ts';

export const scoreSettings = z.strictObject({
  mechanism: z.literal('score'),
  label: bilingualText,
  /** Lowest and highest score, both included. */
  range: z.strictObject({ from: decimalSetting, to: decimalSetting }),
  basis: basisList,
});
export type ScoreSettings = z.infer<typeof scoreSettings>;

const NAMES = new Set(['score']);
const PATTERN = /^\d{1,9}(\.\d{1,4})?$/;

export function checkScore(settings: ScoreSettings, report: Report): void {
  if (new Decimal(settings.range.from).lt(settings.range.to)) return;
  report(
    ['range'],
    { id: 'batas bawah tidak lebih kecil dari batas atas', en: 'from is not below to' },
    { id: 'tulis from yang lebih kecil dari to', en: 'write a from that is below to' },
  );
}

export function compileScore(settings: ScoreSettings, context: ComponentContext): CompiledComponent {
  const from = new Decimal(settings.range.from);
  const to = new Decimal(settings.range.to);
  const basis = context.basis(settings.basis);
  const scoreOf = (given: unknown): Decimal | undefined => {
    if (typeof given !== 'string' || !PATTERN.test(given)) return undefined;
    const score = new Decimal(given);
    return score.gte(from) && score.lte(to) ? score : undefined;
  };
  return {
    code: context.code,
    label: settings.label,
    evidence: z.strictObject({
      score: z
        .string()
        .refine(
          (text) => scoreOf(text) !== undefined,
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
        .meta({ pattern: PATTERN.source }),
    }),
    example: { score: to.times(3).plus(from).dividedBy(4).toFixed() },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
      const score = scoreOf(given.score);
      return score && { state: 'value', type: 'score', score };
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
