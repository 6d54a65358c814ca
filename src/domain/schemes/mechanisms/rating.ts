/**
 * Mechanism `rating`: one level of a scale, decided by the appraiser. Ratings of single items (the
 * seven values) may stand beside it as what the decision rests on; they are shown and never counted.
 */
import { z } from 'zod';
import { midSentence, say } from '../../bilingual.ts';
import { codedValue, type ExplainedInput, MISSING } from '../../explanation.ts';
import { MISSING_OUTCOME, type Outcome } from '../outcome.ts';
import { code, givenBySetting, plainSettings } from '../shapes.ts';
import { checkScale } from './check-scale.ts';
import {
  annotated,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Mechanism,
} from './mechanism.ts';

export const ratingSettings = z.strictObject({
  mechanism: z.literal('rating'),
  ...plainSettings,
  ...givenBySetting,
  scale: code,
  /** `behaviours`: each value of that section may carry a rating of its own in the evidence. */
  items: z.literal('behaviours').optional(),
});
export type RatingSettings = z.infer<typeof ratingSettings>;

/** Outcomes made once, so that reading evidence allocates nothing. */
export function levelOutcomes(codes: readonly string[], suggested: boolean): ReadonlyMap<string, Outcome> {
  return new Map(
    codes.map((code, index) => [
      code,
      Object.freeze({ state: 'value', type: 'level', index, code, suggested } as const),
    ]),
  );
}

function compileRating(settings: RatingSettings, context: ComponentContext): CompiledComponent {
  const levels = context.levels(settings.scale);
  const codes = levels.map((level) => level.code);
  const outcomes = levelOutcomes(codes, false);
  const items = settings.items === undefined ? [] : context.behaviours;
  const itemCodes = new Set(items.map((item) => item.code));
  const names = new Set(settings.items === undefined ? ['rating'] : ['rating', 'values']);
  const labels = new Map(levels.map((level) => [level.code, level.label]));
  const basis = context.basis(settings.basis);
  const levelValue = (code: string) => codedValue('rating', code, labels.get(code) ?? { id: code, en: code });

  const readsItems = (values: unknown): boolean => {
    if (!isRecord(values)) return false;
    for (const code in values) {
      if (!itemCodes.has(code) || !outcomes.has(values[code] as string)) return false;
    }
    return true;
  };

  const level = z.enum(codes);
  const evidence =
    settings.items === undefined
      ? z.strictObject({ rating: level })
      : z.strictObject({
          rating: level,
          values: z.partialRecord(z.enum([...itemCodes]), level).optional(),
        });

  return {
    code: context.code,
    label: settings.label,
    evidence,
    example: { rating: codes[1] },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, names)) return undefined;
      if (given.values !== undefined && !readsItems(given.values)) return undefined;
      return outcomes.get(given.rating as string);
    },
    explain(given, annotations) {
      const shared = { code: context.code, label: settings.label, basis, children: [] };
      if (!isRecord(given)) {
        const rule = { id: 'Rating belum diberikan.', en: 'No rating has been given.' };
        return { ...shared, value: MISSING, rule, inputs: [] };
      }
      const value = levelValue(String(given.rating));
      const values = isRecord(given.values) ? given.values : {};
      const inputs: ExplainedInput[] = [{ path: `${context.code}.rating`, label: settings.label, value }];
      for (const item of items) {
        const code = values[item.code];
        if (typeof code !== 'string') continue;
        inputs.push({
          path: `${context.code}.values.${item.code}`,
          label: item.label,
          value: levelValue(code),
        });
      }
      return {
        ...shared,
        value,
        rule: say(
          {
            id: 'Pejabat penilai memutuskan rating {label} {rating}.',
            en: 'The appraiser decided the rating of {label}: {rating}.',
          },
          {
            label: midSentence(settings.label),
            rating: midSentence(labels.get(String(given.rating)) ?? settings.label),
          },
        ),
        inputs: inputs.map((input) => annotated(input, annotations)),
      };
    },
  };
}

export const rating: Mechanism<RatingSettings> = {
  yields: 'level',
  givenBy: 'appraiser',
  scale: ({ scale }) => scale,
  check(settings, context, report) {
    checkScale(settings.scale, context, report);
    if (settings.items === undefined || context.behaviours) return;
    report(
      ['items'],
      { id: 'bagian behaviours tidak ada', en: 'there is no section behaviours' },
      { id: 'tambahkan bagian itu, atau hapus items', en: 'add that section, or remove items' },
    );
  },
  compile: compileRating,
};
