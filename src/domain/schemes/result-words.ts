/** What is told of a result beyond its combination: limits, alignment, and what would have changed it. */
import { type Bilingual, listBoth, OR, say } from '../bilingual.ts';
import type { Align } from './alignment.ts';
import type { CompiledGates, Gate } from './gates.ts';
import type { CombinationContext, ExplainedCombination, Labelled } from './mechanisms/mechanism.ts';
import { predicateName } from './official-rating.ts';
import type { Outcome } from './outcome.ts';

/** One appraisal on its way from the combination to the final category; ranks from the best, 0. */
export type Way = {
  readonly improvement: ExplainedCombination['improvement'];
  /** What the combination gives. */
  readonly rank: number;
  /** What is left of it after the gates. */
  readonly gated: number;
  /** What agrees with the official predicate. */
  readonly final: number;
  readonly predicate: string | null;
  readonly outcomes: readonly Outcome[];
};

/** The rules by which ranks change on that way. */
export type Rules = {
  readonly context: CombinationContext;
  readonly gates: CompiledGates;
  /** Undefined where the categories are the predicates. */
  readonly align: Align | undefined;
  readonly categories: readonly (Labelled & { readonly predicates?: readonly string[] | undefined })[];
};

export function labelAt({ categories }: Rules, rank: number): Bilingual {
  return categories[rank]?.label ?? { id: '', en: '' };
}

export function gateSentence(gate: Gate, { context }: Rules): Bilingual {
  return say(
    {
      id: '{reason} Karena itu hasilnya paling tinggi {category}.',
      en: '{reason} The outcome is therefore at most {category}.',
    },
    { reason: gate.reason, category: context.category(gate.atMost).label },
  );
}

export function alignmentSentence(way: Way, rules: Rules): Bilingual {
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

/** What would have changed the final category for the better; true also after gates and alignment. */
export function improvementSentence(way: Way, rules: Rules, gate: Gate | undefined): Bilingual | undefined {
  const { improvement, rank, gated, final, predicate, outcomes } = way;
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
