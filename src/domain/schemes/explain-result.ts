/** The whole tree of a result: the combination, the gates, the official ratings, and the alignment. */
import { AND, type Bilingual, joinBoth, listBoth, midSentence, say } from '../bilingual.ts';
import { codedValue, type Explanation, MISSING } from '../explanation.ts';
import { type Evaluation, isSuggested, type Parts } from './evaluate.ts';
import { shownOf, usesOf } from './mechanisms/index.ts';
import type { Annotations } from './mechanisms/mechanism.ts';
import { explainOfficial } from './official-explain.ts';
import type { Decisions } from './official-rating.ts';
import type { Outcome } from './outcome.ts';
import { alignmentSentence, gateSentence, improvementSentence, labelAt, type Way } from './result-words.ts';

/** One evaluated appraisal and what its components say. */
export type Evaluated = {
  readonly parts: Parts;
  readonly evaluation: Evaluation;
  readonly outcomes: readonly Outcome[];
  readonly decisions: Decisions | undefined;
  /** The explanation of every component, in the order of the scheme. */
  readonly children: readonly Explanation[];
  readonly annotations: Annotations;
};

/** Said first while a rating was only counted. */
const SUGGESTED: Bilingual = {
  id: 'Ini masih saran dari rating setiap hasil kerja; pejabat penilai yang memutuskan.',
  en: 'This is still a suggestion from the rating of each result; the appraiser decides.',
};
const RATINGS_SUGGESTED: Bilingual = {
  id: 'Rating resmi masih saran; pejabat penilai yang menetapkan.',
  en: 'The official ratings are still suggestions; the appraiser confirms them.',
};

/** The tree of one result; nothing is computed here a second time. */
export function explainResult(evaluated: Evaluated): Explanation {
  const { parts, evaluation, outcomes, children } = evaluated;
  const { scheme, combination, gates, context, align } = parts;
  const { node, why, improvement } = combination.explain(outcomes, children);
  const steps = stepsOf(evaluated);
  const rankOf = (code: string | null) => parts.ranks.get(code ?? '');
  const rank = rankOf(combination.combine(outcomes).category);
  const final = rankOf(evaluation.category);
  if (rank === undefined || final === undefined || !why)
    return { ...undecided(node, evaluated), children: [...node.children, ...steps] };
  const rules = { context, gates, align, categories: scheme.categories };
  const gated = gates.apply(rank, outcomes);
  const way: Way = { improvement, rank, gated, final, predicate: evaluation.official.predicate, outcomes };
  const gate = gates.deciding(rank, outcomes);
  const told = [
    ...(gate ? [gateSentence(gate, rules)] : []),
    ...(final === gated ? [] : [alignmentSentence(way, rules)]),
  ];
  const aligned = final === gated ? [] : [alignmentNode(way, alignmentSentence(way, rules), evaluated)];
  const better = improvementSentence(way, rules, gate);
  const opening = outcomes.some(isSuggested)
    ? [SUGGESTED]
    : evaluation.suggested.length > 0
      ? [RATINGS_SUGGESTED]
      : [];
  return {
    ...node,
    value: codedValue('predicate', evaluation.category ?? '', labelAt(rules, final)),
    rule: joinBoth([node.rule, ...told]),
    children: [...node.children, ...steps, ...aligned],
    summary: joinBoth([...opening, why, ...told, ...(better ? [better] : [])]),
    ...(opening.length > 0 ? { suggestion: true } : {}),
  };
}

/** Components that are only shown, gates, and official ratings, as steps beside the combination. */
function stepsOf({
  parts,
  evaluation,
  outcomes,
  decisions,
  children,
  annotations,
}: Evaluated): Explanation[] {
  const { scheme, gates, official, mapped, align, context } = parts;
  const placed = new Set(usesOf(scheme.combination));
  const childrenOf = (codes: readonly string[]) => {
    const fresh = children.filter(({ code }) => codes.includes(code) && !placed.has(code));
    for (const { code } of fresh) placed.add(code);
    return fresh;
  };
  const steps = childrenOf(shownOf(scheme.combination)).map(notCounted);
  steps.push(...gates.explain(outcomes, childrenOf));
  const result = evaluation.official;
  if (official && (mapped || align))
    steps.push(explainOfficial({ official, result, outcomes, decisions, context, annotations, childrenOf }));
  return steps;
}

/** A component as information beside the result. */
function notCounted(node: Explanation): Explanation {
  const rule = joinBoth([
    {
      id: 'Ditampilkan sebagai keterangan dan tidak dihitung.',
      en: 'Shown for information and not counted.',
    },
    node.rule,
  ]);
  return { ...node, rule, weight: '0' };
}

/** Something is missing, perhaps only what a gate or an official rating needs. */
function undecided(node: Explanation, { parts, evaluation }: Evaluated): Explanation {
  if (node.value.state === 'missing') return node;
  const names = evaluation.missing.map((component) => midSentence(parts.context.label(component)));
  return {
    ...node,
    value: MISSING,
    rule: say(
      {
        id: 'Belum dapat ditentukan: {names} belum dinilai.',
        en: 'Cannot be determined yet: {names} not appraised.',
      },
      { names: listBoth(names, AND) },
    ),
  };
}

function alignmentNode({ final }: Way, rule: Bilingual, { parts }: Evaluated): Explanation {
  const { scheme, context, official } = parts;
  const category = scheme.categories[final];
  if (!category) throw new Error('an aligned category is one of the scheme');
  return {
    code: 'alignment',
    label: { id: 'Penyelarasan dengan predikat resmi', en: 'Alignment with the official predicate' },
    value: codedValue('predicate', category.code, category.label),
    rule,
    basis: context.basis(official?.settings.basis ?? []),
    inputs: [],
    children: [],
  };
}
