/**
 * How a second look differs from the first result: item by item what each appraiser gave, then what came of it. Both
 * sides are read from their stored explanations; nothing is computed again. Pure.
 */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '#domain/bilingual.ts';
import { type ExplainedInput, type Explanation, valueLabel } from '#domain/explanation.ts';
import { RATINGS } from '#domain/rules/index.ts';
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

type Given = ExplainedInput & { readonly belongsTo: Bilingual };

/** What an appraiser chose; what was measured, planned or said by others is the same for both. */
function givenIn(node: Explanation, above: Explanation = node): readonly Given[] {
  const own = node.inputs.flatMap((input): Given[] => {
    const { path, value, label } = input;
    const isForm = path.includes('.forms.appraiser[');
    if (value.state !== 'value' || (value.kind !== 'rating' && !isForm)) return [];
    // Below the appraiser's form stands the voice; what it is about stands above it, and so does a line named alike.
    const isBelow = isForm || node.suggestion === true || node.label.id === label.id;
    return [{ ...input, belongsTo: isBelow ? above.label : node.label }];
  });
  return [...own, ...node.children.flatMap((child) => givenIn(child, node))];
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

const COMPETENCY_LEVELS = 5;

function placeOf(scheme: Scheme, { path, value }: ExplainedInput): number | null {
  if (value.state !== 'value') return null;
  const rating = (RATINGS as readonly string[]).indexOf(value.value);
  // The ratings stand from the best to the worst.
  if (rating >= 0) return percentOf(RATINGS.length - 1 - rating, RATINGS.length);
  if (value.kind === 'integer') {
    const level = Number(value.value);
    return level >= 1 && level <= COMPETENCY_LEVELS ? percentOf(level - 1, COMPETENCY_LEVELS) : null;
  }
  const component = scheme.components[path.split(/[.[]/)[0] ?? ''];
  const scale =
    component && 'scale' in component && component.scale ? scheme.scales?.[component.scale] : undefined;
  const levels = scale?.levels.toSorted((a, b) => new Decimal(a.score ?? 0).comparedTo(b.score ?? 0)) ?? [];
  const at = levels.findIndex(({ code }) => code === value.value);
  return at >= 0 ? percentOf(at, levels.length) : null;
}

function percentOf(step: number, steps: number): number {
  return steps < 2 ? 100 : Math.round((step / (steps - 1)) * 100);
}
