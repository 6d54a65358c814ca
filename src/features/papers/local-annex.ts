/**
 * The result under the agency's own scheme, for a page of its own behind the official form: category, score, what it
 * is made of, and the way to the official predicate. Read from the stored tree; nothing is computed again. Pure.
 */
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { contributionsOf } from '#features/evaluation/index.ts';
import { nodeOf } from '#features/schemes/index.ts';
import type { ResultFacts } from './facts.ts';
import { printDecimal } from './present.ts';
import type { LocalAnnex } from './types.ts';

const AXES = { results: 'Hasil kerja', behaviour: 'Perilaku kerja' } as const;

/** Null under the national scheme, where the form says everything. */
export function localAnnex(result: ResultFacts, scheme: Scheme | undefined): LocalAnnex | null {
  if (result.category === null || !scheme) return null;
  const { explanation } = result;
  const category = scheme.categories.find((each) => each.code === result.category);
  const alignment = nodeOf(explanation, 'alignment');
  return {
    scheme: scheme.title.id,
    category: category?.label.id ?? result.category,
    score: result.score === null ? null : printDecimal(result.score),
    summary: explanation.summary?.id ?? explanation.rule.id,
    parts: partsOf(explanation),
    components: Object.keys(scheme.components).flatMap((code) => componentOf(explanation, code)),
    gates: explanation.children
      .filter((child) => child.code.startsWith('gate-'))
      .map((child) => ({ label: child.label.id, value: valueLabel(child.value).id, rule: child.rule.id })),
    ratings: (['results', 'behaviour'] as const).map((axis) => ratingOf(explanation, axis)),
    alignment: alignment?.rule.id ?? null,
  };
}

function partsOf(explanation: Explanation): LocalAnnex['parts'] {
  const made = contributionsOf(explanation);
  return (made?.parts ?? []).map((part) => ({
    label: part.label.id,
    weight: part.weight === null ? null : `${printDecimal(part.weight)} %`,
    score: part.score === null ? null : printDecimal(part.score),
    points: printDecimal(part.points),
  }));
}

function componentOf(explanation: Explanation, code: string): LocalAnnex['components'] {
  const node = nodeOf(explanation, code);
  if (!node) return [];
  return [{ label: node.label.id, value: valueLabel(node.value).id, rule: node.rule.id }];
}

/** Where somebody decided, the suggestion stands below the decision; else the rating is the suggestion. */
function ratingOf(explanation: Explanation, axis: keyof typeof AXES): LocalAnnex['ratings'][number] {
  const decided = nodeOf(explanation, `official.${axis}`);
  const suggested = nodeOf(explanation, `official.${axis}-suggestion`) ?? decided;
  const reason = decided?.inputs.find((input) => input.path === `official.${axis}.reason`);
  const shown = (node: Explanation | undefined) => (node ? valueLabel(node.value).id : '');
  return {
    label: AXES[axis],
    suggested: shown(suggested),
    decided: shown(decided),
    reason: reason?.value.state === 'value' ? reason.value.label.id : null,
  };
}
