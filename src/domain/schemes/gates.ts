/** Gates: a fact or a low score that shuts out the best categories, whatever else was achieved. */
import { z } from 'zod';
import { type Bilingual, joinBoth, say } from '../bilingual.ts';
import { booleanValue, decimalInWords, type Explanation, MISSING, NOT_APPLICABLE } from '../explanation.ts';
import { unitsOf, unitsText } from './fixed.ts';
import type { CombinationContext, Report } from './mechanisms/mechanism.ts';
import { checkConditions, checkReference, type References } from './mechanisms/references.ts';
import type { Outcome } from './outcome.ts';
import { reportRepeated, reportUnknown } from './reports.ts';
import { basisList, bilingualText, code, componentName, conditions, decimalSetting } from './shapes.ts';

export const gate = z.strictObject({
  code,
  label: bilingualText,
  /** Facts that all must hold for the gate to close. */
  when: conditions.optional(),
  /** A component whose score must lie below `below` for the gate to close. */
  component: componentName.optional(),
  below: decimalSetting.optional(),
  /** The best category that remains once the gate is closed. */
  atMost: code,
  /** Why, said to the person concerned. */
  reason: bilingualText,
  basis: basisList,
});
export type Gate = z.infer<typeof gate>;

/** Names of the components that a gate looks at. */
export function gateUses({ when, component }: Gate): readonly string[] {
  return [...Object.keys(when ?? {}), ...(component === undefined ? [] : [component])];
}

export function checkGates(
  gates: readonly Gate[],
  categories: readonly string[],
  references: References,
  report: Report,
): void {
  reportRepeated(report, [], gates);
  for (const [index, entry] of gates.entries()) {
    const own: Report = (path, what, remedy) => report([index, ...path], what, remedy);
    checkConditions(entry.when, ['when'], references, own);
    if (entry.component !== undefined)
      checkReference(entry.component, 'score', ['component'], references, own);
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

function checkCondition({ when, component, below }: Gate, references: References, report: Report): void {
  if ((component === undefined) !== (below === undefined)) {
    report(
      [component === undefined ? 'component' : 'below'],
      { id: 'component dan below ditulis berdua', en: 'component and below go together' },
      { id: 'lengkapi keduanya, atau hapus keduanya', en: 'give both, or remove both' },
    );
    return;
  }
  if (component === undefined || below === undefined) {
    if (Object.keys(when ?? {}).length > 0) return;
    report(
      [],
      { id: 'batas ini tidak bersyarat', en: 'this gate has no condition' },
      { id: 'tulis when, atau component dan below', en: 'write when, or component and below' },
    );
    return;
  }
  const range = references.mechanism(component)?.range(references.context);
  if (!range || (unitsOf(below) > range.from && unitsOf(below) <= range.to)) return;
  report(
    ['below'],
    say(
      {
        id: 'nilai komponen ini antara {from} dan {to}, sehingga batas ini selalu atau tidak pernah terjadi',
        en: 'scores of this component lie between {from} and {to}, so this gate closes always or never',
      },
      { from: unitsText(range.from), to: unitsText(range.to) },
    ),
    { id: 'tulis batas di antara keduanya', en: 'write a limit between the two' },
  );
}

/** Gates ready to be asked; categories go by rank, the best 0. */
export type CompiledGates = {
  readonly count: number;
  /** The rank that remains after all gates. */
  readonly apply: (rank: number, outcomes: readonly Outcome[]) => number;
  /** The gate that decides the rank `apply` gives, when one lowered it. */
  readonly deciding: (rank: number, outcomes: readonly Outcome[]) => Gate | undefined;
  /** One step a gate; `childOf` gives the explanation of a component that no other step shows. */
  readonly explain: (
    outcomes: readonly Outcome[],
    childrenOf: (components: readonly string[]) => readonly Explanation[],
  ) => readonly Explanation[];
};

type Ready = {
  readonly gate: Gate;
  readonly facts: readonly { readonly at: number; readonly answer: boolean }[];
  readonly at: number;
  readonly below: number;
  readonly rank: number;
};

function closed({ facts, at, below }: Ready, outcomes: readonly Outcome[]): boolean {
  for (const fact of facts) {
    const outcome = outcomes[fact.at];
    if (outcome?.state !== 'value' || outcome.type !== 'fact' || outcome.fact !== fact.answer) return false;
  }
  if (at < 0) return true;
  const outcome = outcomes[at];
  return outcome?.state === 'value' && outcome.type === 'score' && outcome.units < below;
}

export function compileGates(gates: readonly Gate[], context: CombinationContext): CompiledGates {
  const ready = gates.map(
    (entry): Ready => ({
      gate: entry,
      facts: Object.entries(entry.when ?? {}).map(([name, answer]) => ({
        at: context.position(name),
        answer,
      })),
      at: entry.component === undefined ? -1 : context.position(entry.component),
      below: entry.below === undefined ? 0 : unitsOf(entry.below),
      rank: context.categories.findIndex((category) => category.code === entry.atMost),
    }),
  );
  return {
    count: ready.length,
    apply(rank, outcomes) {
      let worst = rank;
      for (const entry of ready) if (entry.rank > worst && closed(entry, outcomes)) worst = entry.rank;
      return worst;
    },
    deciding(rank, outcomes) {
      let decided: Ready | undefined;
      for (const entry of ready)
        if (entry.rank > (decided?.rank ?? rank) && closed(entry, outcomes)) decided = entry;
      return decided?.gate;
    },
    explain: (outcomes, childrenOf) =>
      ready.map((entry) => ({
        code: `gate-${entry.gate.code}`,
        label: entry.gate.label,
        value: gateValue(entry, outcomes),
        rule: ruleOf(entry, outcomes, context),
        basis: context.basis(entry.gate.basis),
        inputs: [],
        children: childrenOf(gateUses(entry.gate)),
      })),
  };
}

function statesOf({ facts, at }: Ready, outcomes: readonly Outcome[]) {
  return [...facts.map((fact) => fact.at), ...(at < 0 ? [] : [at])].map((place) => outcomes[place]?.state);
}

function gateValue(entry: Ready, outcomes: readonly Outcome[]): Explanation['value'] {
  const states = statesOf(entry, outcomes);
  if (states.includes('missing')) return MISSING;
  return states.includes('notApplicable') ? NOT_APPLICABLE : booleanValue(closed(entry, outcomes));
}

function ruleOf(entry: Ready, outcomes: readonly Outcome[], context: CombinationContext): Bilingual {
  const { gate, at, below } = entry;
  const outcome = outcomes[at];
  const compared =
    outcome?.state === 'value' && outcome.type === 'score'
      ? [
          say(
            outcome.units < below
              ? { id: 'Nilai {score} di bawah {below}.', en: 'The score {score} is below {below}.' }
              : {
                  id: 'Nilai {score} tidak di bawah {below}.',
                  en: 'The score {score} is not below {below}.',
                },
            { score: decimalInWords(unitsText(outcome.units)), below: decimalInWords(unitsText(below)) },
          ),
        ]
      : [];
  if (closed(entry, outcomes))
    return joinBoth([
      ...compared,
      gate.reason,
      say(
        { id: 'Kategori paling tinggi {category}.', en: 'The category is at most {category}.' },
        { category: context.category(gate.atMost).label },
      ),
    ]);
  const states = statesOf(entry, outcomes);
  const open =
    states.includes('missing') || states.includes('notApplicable')
      ? {
          id: 'Tidak ada nilainya, sehingga batas ini tidak dipakai.',
          en: 'There is no value, so this limit is not used.',
        }
      : { id: 'Batas ini tidak terjadi.', en: 'This limit does not apply.' };
  return joinBoth([...compared, open]);
}
