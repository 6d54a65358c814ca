/** The forms of `rated-items`: their shape, and the mean of one form. */
import { z } from 'zod';
import { words } from '../../problem.ts';
import { divideHalfUp } from '../fixed.ts';
import { hasOnly, isRecord, type Labelled, type ScoredLevel } from './mechanism.ts';
import { formsShape, type WeightedVoice } from './weighted-voices.ts';

/** An item ready for counting; `weight` in units of 1/10000. */
export type WeightedItem = Labelled & { readonly weight: number };

const FORM_NAMES = new Set(['items']);

/** What reading and explaining share, made once. */
export type RatedItems = {
  readonly items: readonly WeightedItem[];
  readonly weights: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<unknown, number>;
  readonly levels: readonly ScoredLevel[];
};

/**
 * The mean of a form in units, rounded half up to four decimals; -1 when it is not of the shape. The sum
 * is safe: at most 60 items of a weight and a score of at most 1000 each.
 */
export function formUnits(form: unknown, { weights, units }: RatedItems): number {
  if (!isRecord(form) || !hasOnly(form, FORM_NAMES)) return -1;
  const given = form.items;
  if (!isRecord(given)) return -1;
  let sum = 0;
  let total = 0;
  for (const code in given) {
    const weight = weights.get(code);
    if (weight === undefined) return -1;
    const level = given[code];
    if (level === undefined) continue;
    const counted = units.get(level);
    if (counted === undefined) return -1;
    sum += weight * counted;
    total += weight;
  }
  return total === 0 ? -1 : divideHalfUp(sum, total);
}

/** The shape of the evidence. */
export function ratedItemsEvidence({ items, levels }: RatedItems, voices: readonly WeightedVoice[]) {
  const level = z.enum(levels.map(({ code }) => code)).optional();
  const form = z.strictObject({
    items: z
      .strictObject(Object.fromEntries(items.map(({ code }) => [code, level])))
      .refine(
        (given) => Object.values(given).some((each) => each !== undefined),
        words(
          { id: 'tidak memuat satu butir pun', en: 'has not a single item' },
          {
            id: 'nilai paling sedikit satu butir, atau hapus formulir ini',
            en: 'rate at least one item, or remove this form',
          },
        ),
      )
      .meta({ minProperties: 1 }),
  });
  return z.strictObject({ forms: formsShape(voices, form) });
}
