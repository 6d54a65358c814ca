/** Gates: a fact or a low score that shuts out the best categories, whatever else was achieved. */
import { z } from 'zod';
import { type Bilingual, joinBoth, say } from '../bilingual.ts';
import { booleanValue, type Explanation, MISSING, NOT_APPLICABLE } from '../explanation.ts';
import {
  type CompiledCondition,
  checkCondition,
  compileCondition,
  conditionSettings,
  conditionUses,
} from './mechanisms/condition.ts';
import type { CombinationContext, Report } from './mechanisms/mechanism.ts';
import type { References } from './mechanisms/references.ts';
import type { Outcome } from './outcome.ts';
import { reportRepeated, reportUnknown } from './reports.ts';
import { basisList, bilingualText, code } from './shapes.ts';

export const gate = z.strictObject({
  code,
  label: bilingualText,
  ...conditionSettings,
  /** The best category that remains once the gate is closed. */
  atMost: code,
  /** Why, said to the person concerned. */
  reason: bilingualText,
  basis: basisList,
});
export type Gate = z.infer<typeof gate>;

export function checkGates(
  gates: readonly Gate[],
  categories: readonly string[],
  references: References,
  report: Report,
): void {
  reportRepeated(report, [], gates);
  for (const [index, entry] of gates.entries()) {
    const own: Report = (path, what, remedy) => report([index, ...path], what, remedy);
    checkCondition(entry, references, own);
    const rank = categories.indexOf(entry.atMost);
    if (rank < 0) reportUnknown(own, ['atMost'], entry.atMost, categories);
    else if (rank === 0)
      own(
        ['atMost'],
        { id: 'kategori terbaik tidak membatasi apa pun', en: 'the best category limits nothing' },
        { id: 'pilih kategori yang lebih rendah', en: 'choose a lower category' },
      );
  }
}

/** Gates ready to be asked; categories go by rank, the best 0. */
export type CompiledGates = {
  readonly count: number;
  /** The rank that remains after all gates. */
  readonly apply: (rank: number, outcomes: readonly Outcome[]) => number;
  /** The gate that decides the rank `apply` gives, when one lowered it. */
  readonly deciding: (rank: number, outcomes: readonly Outcome[]) => Gate | undefined;
  /** One step a gate; `childrenOf` gives the explanations of components that no other step shows. */
  readonly explain: (
    outcomes: readonly Outcome[],
    childrenOf: (components: readonly string[]) => readonly Explanation[],
  ) => readonly Explanation[];
};

type Ready = { readonly gate: Gate; readonly condition: CompiledCondition; readonly rank: number };

export function compileGates(gates: readonly Gate[], context: CombinationContext): CompiledGates {
  const ready = gates.map(
    (entry): Ready => ({
      gate: entry,
      condition: compileCondition(entry, context),
      rank: context.categories.findIndex((category) => category.code === entry.atMost),
    }),
  );
  return {
    count: ready.length,
    apply(rank, outcomes) {
      let worst = rank;
      for (const entry of ready)
        if (entry.rank > worst && entry.condition.holds(outcomes)) worst = entry.rank;
      return worst;
    },
    deciding(rank, outcomes) {
      let decided: Ready | undefined;
      for (const entry of ready)
        if (entry.rank > (decided?.rank ?? rank) && entry.condition.holds(outcomes)) decided = entry;
      return decided?.gate;
    },
    explain: (outcomes, childrenOf) =>
      ready.map((entry) => ({
        code: `gate-${entry.gate.code}`,
        label: entry.gate.label,
        value: gateValue(entry.condition, outcomes),
        rule: ruleOf(entry, outcomes, context),
        basis: context.basis(entry.gate.basis),
        inputs: [],
        children: childrenOf(conditionUses(entry.gate)),
      })),
  };
}

function lacks(
  { places }: CompiledCondition,
  outcomes: readonly Outcome[],
  state: Outcome['state'],
): boolean {
  return places.some((at) => outcomes[at]?.state === state);
}

function gateValue(condition: CompiledCondition, outcomes: readonly Outcome[]): Explanation['value'] {
  if (lacks(condition, outcomes, 'missing')) return MISSING;
  if (lacks(condition, outcomes, 'notApplicable')) return NOT_APPLICABLE;
  return booleanValue(condition.holds(outcomes));
}

function ruleOf(
  { gate, condition }: Ready,
  outcomes: readonly Outcome[],
  context: CombinationContext,
): Bilingual {
  const compared = condition.compared(outcomes);
  if (condition.holds(outcomes))
    return joinBoth([
      ...compared,
      gate.reason,
      say(
        { id: 'Kategori paling tinggi {category}.', en: 'The category is at most {category}.' },
        { category: context.category(gate.atMost).label },
      ),
    ]);
  const open =
    lacks(condition, outcomes, 'missing') || lacks(condition, outcomes, 'notApplicable')
      ? {
          id: 'Tidak ada nilainya, sehingga batas ini tidak dipakai.',
          en: 'There is no value, so this limit is not used.',
        }
      : { id: 'Batas ini tidak terjadi.', en: 'This limit does not apply.' };
  return joinBoth([...compared, open]);
}
