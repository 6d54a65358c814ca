/**
 * How a second look differs from the first result: item by item what each appraiser gave, then what came of it. Both
 * sides are read from their stored explanations; nothing is computed again. Pure.
 */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '#domain/bilingual.ts';
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import { type Given, givenIn, placeOf } from '#domain/ratings/given.ts';
import type { Scheme } from '#domain/schemes/index.ts';

export interface Side {
  readonly explanation: Explanation;
  readonly predicate: string;
  readonly category: string | null;
  /** A decimal; null under the national scheme. */
  readonly score: string | null;
}

export interface ItemDifference {
  /** Where it stands in the evidence. */
  readonly path: string;
  readonly label: Bilingual;
  /** What it belongs to: a line of the plan, a component. */
  readonly group: Bilingual;
  readonly first: Bilingual;
  readonly second: Bilingual;
  /** Place on the scale from 0, the worst level, to 100, the best; null where it has no place. */
  readonly firstAt: number | null;
  readonly secondAt: number | null;
}

export type Outcome = 'agrees' | 'items' | 'category';

export interface Comparison {
  readonly outcome: Outcome;
  /** Everything that both gave, equal or not, in the order of the evidence. */
  readonly items: readonly ItemDifference[];
  /** Second minus first, a decimal; null under the national scheme. */
  readonly scoreDifference: string | null;
}

export function compareLooks(scheme: Scheme, first: Side, second: Side): Comparison {
  const theirs = new Map(givenIn(second.explanation).map((input) => [input.path, input]));
  const items = givenIn(first.explanation).flatMap((input) => {
    const other = theirs.get(input.path);
    return other ? [differenceOf(scheme, input, other)] : [];
  });
  const sameResult = first.predicate === second.predicate && first.category === second.category;
  const differs = items.some((item) => item.first.id !== item.second.id);
  return {
    outcome: sameResult ? (differs ? 'items' : 'agrees') : 'category',
    items,
    scoreDifference:
      first.score !== null && second.score !== null
        ? new Decimal(second.score).minus(first.score).toFixed()
        : null,
  };
}

function differenceOf(scheme: Scheme, first: Given, second: Given): ItemDifference {
  return {
    path: first.path,
    label: first.label,
    group: first.belongsTo,
    first: valueLabel(first.value),
    second: valueLabel(second.value),
    firstAt: placeOf(scheme, first),
    secondAt: placeOf(scheme, second),
  };
}
