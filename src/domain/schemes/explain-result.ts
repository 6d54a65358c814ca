/** The whole tree of a result: the combination, the gates, the official ratings, and the alignment. */
import { type Bilingual, joinBoth, listBoth, OR, say } from '../bilingual.ts';
import { codedValue, type Explanation } from '../explanation.ts';
import type { Align } from './alignment.ts';
import type { CompiledGates, Gate } from './gates.ts';
import type { CombinationContext, ExplainedCombination, Labelled } from './mechanisms/mechanism.ts';
import { predicateName } from './official-rating.ts';
import type { Outcome } from './outcome.ts';

/** One appraisal on its way from the combination to the final category; ranks from the best, 0. */
export type Way = {
  readonly combined: ExplainedCombination;
  /** Undefined while there is no category. */
  readonly rank: number | undefined;
  readonly gated: number | undefined;
  readonly final: number | undefined;
  readonly predicate: string | null;
  readonly outcomes: readonly Outcome[];
};

export type Rules = {
  readonly context: CombinationContext;
  readonly gates: CompiledGates;
  /** Undefined where the categories are the predicates. */
  readonly align: Align | undefined;
  readonly categories: readonly (Labelled & { readonly predicates?: readonly string[] | undefined })[];
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

/** Puts the steps together; `steps` are those of gates and official ratings. */
export function explainResult(
  way: Way,
  rules: Rules,
  steps: readonly Explanation[],
  suggestion: 'component' | 'official' | undefined,
): Explanation {
  const { node, why } = way.combined;
  const category = way.final === undefined ? undefined : rules.categories[way.final];
  if (!category || !why)
    return steps.length === 0 ? node : { ...node, children: [...node.children, ...steps] };
  const aligned = way.final !== way.gated;
  const gate = rules.gates.deciding(way.rank ?? 0, way.outcomes);
  const told = [
    ...(gate ? [gateSentence(gate, rules)] : []),
    ...(aligned ? [alignmentSentence(way, rules)] : []),
  ];
  const improvement = improvementSentence(way, rules, gate);
  return {
    ...node,
    value: codedValue('predicate', category.code, category.label),
    rule: joinBoth([node.rule, ...told]),
    children: [...node.children, ...steps, ...(aligned ? [alignmentNode(way, rules, node)] : [])],
    summary: joinBoth([
      ...(suggestion === 'component' ? [SUGGESTED] : suggestion === 'official' ? [RATINGS_SUGGESTED] : []),
      why,
      ...told,
      ...(improvement ? [improvement] : []),
    ]),
    ...(suggestion ? { suggestion: true } : {}),
  };
}

function labelAt({ categories }: Rules, rank: number | undefined): Bilingual {
  return categories[rank ?? -1]?.label ?? { id: '', en: '' };
}

function gateSentence(gate: Gate, { context }: Rules): Bilingual {
  return say(
    {
      id: '{reason} Karena itu hasilnya paling tinggi {category}.',
      en: '{reason} The outcome is therefore at most {category}.',
    },
    { reason: gate.reason, category: context.category(gate.atMost).label },
  );
}

function alignmentSentence(way: Way, rules: Rules): Bilingual {
  const agreeing = rules.categories.filter(({ predicates }) => predicates?.includes(way.predicate ?? ''));
  return say(
    {
      id: 'Predikat resmi {predicate} selaras dengan {agreeing}, sehingga {before} disesuaikan menjadi {after}.',
      en: 'The official predicate {predicate} agrees with {agreeing}, so {before} becomes {after}.',
    },
    {
      predicate: predicateName(way.predicate ?? ''),
      agreeing: listBoth(
        agreeing.map(({ label }) => label),
        OR,
      ),
      before: labelAt(rules, way.gated),
      after: labelAt(rules, way.final),
    },
  );
}

function alignmentNode(way: Way, rules: Rules, { basis }: Explanation): Explanation {
  const category = rules.categories[way.final ?? -1];
  return {
    code: 'alignment',
    label: { id: 'Penyelarasan dengan predikat resmi', en: 'Alignment with the official predicate' },
    value: codedValue('predicate', category?.code ?? '', labelAt(rules, way.final)),
    rule: alignmentSentence(way, rules),
    basis,
    inputs: [],
    children: [],
  };
}

/** What would have changed the final category for the better; true also after gates and alignment. */
function improvementSentence(way: Way, rules: Rules, gate: Gate | undefined): Bilingual | undefined {
  const { improvement } = way.combined;
  const { rank = 0, gated = 0, final = 0, predicate, outcomes } = way;
  const finalOf = (given: number) => rules.align?.(given, predicate ?? '') ?? given;
  if (improvement !== null && improvement !== 'highest') {
    const reached = rules.categories.findIndex(({ code }) => code === improvement.category);
    const then = finalOf(rules.gates.apply(reached, outcomes));
    if (then < final) return improvement.say(labelAt(rules, then));
  }
  if (final > gated) return asksPredicate(final, rules);
  const open = finalOf(rank);
  if (gate && open < final)
    return say(
      { id: 'Tanpa batas itu hasilnya {category}.', en: 'Without that limit it would be {category}.' },
      { category: labelAt(rules, open) },
    );
  if (final === 0 || (improvement === 'highest' && rank === final))
    return rules.context.national
      ? { id: 'Ini predikat tertinggi.', en: 'This is the highest predicate.' }
      : { id: 'Ini kategori tertinggi.', en: 'This is the highest category.' };
  return improvement !== null && rules.align ? needsPredicate(final, rules) : undefined;
}

/** The next better category, and the worst predicate that agrees with it. */
function nextBetter(final: number, { categories }: Rules) {
  const better = categories[final - 1];
  const predicate = better?.predicates?.at(-1);
  return better && predicate !== undefined
    ? { category: better.label, predicate: predicateName(predicate) }
    : undefined;
}

/** The category was lowered to agree with the predicate: a better predicate raises it again. */
function asksPredicate(final: number, rules: Rules): Bilingual | undefined {
  const next = nextBetter(final, rules);
  return (
    next &&
    say(
      {
        id: 'Hasilnya menjadi {category} bila predikat resmi paling rendah {predicate}.',
        en: 'It becomes {category} if the official predicate is at least {predicate}.',
      },
      next,
    )
  );
}

/** A better score alone would be lowered again. */
function needsPredicate(final: number, rules: Rules): Bilingual | undefined {
  const next = nextBetter(final, rules);
  return (
    next &&
    say(
      {
        id: 'Untuk {category}, predikat resmi juga harus paling rendah {predicate}.',
        en: 'For {category} the official predicate, too, must be at least {predicate}.',
      },
      next,
    )
  );
}
