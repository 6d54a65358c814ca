/** A condition on outcomes: facts that hold, a score below a limit, or both. Gates close by it. */
import { type Bilingual, say } from '../../bilingual.ts';
import { decimalInWords } from '../../explanation.ts';
import { unitsOf, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import { componentName, conditions, decimalSetting } from '../shapes.ts';
import type { CombinationContext, Report } from './mechanism.ts';
import { checkConditions, checkReference, type References } from './references.ts';

/** Spread into a strict object: `when`, or `component` with `below`, or both. */
export const conditionSettings = {
  /** Facts that all must hold. */
  when: conditions.optional(),
  /** A component whose score must lie below `below`. */
  component: componentName.optional(),
  below: decimalSetting.optional(),
};

export type ConditionSettings = {
  readonly when?: Readonly<Record<string, boolean>> | undefined;
  readonly component?: string | undefined;
  readonly below?: string | undefined;
};

/** Names of the components that a condition looks at. */
export function conditionUses({ when, component }: ConditionSettings): readonly string[] {
  return [...Object.keys(when ?? {}), ...(component === undefined ? [] : [component])];
}

export function checkCondition(settings: ConditionSettings, references: References, report: Report): void {
  const { when, component, below } = settings;
  checkConditions(when, ['when'], references, report);
  if (component !== undefined) checkReference(component, 'score', ['component'], references, report);
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
  const mechanism = references.mechanism(component);
  if (mechanism?.yields !== 'score') return;
  const range = mechanism.range(references.context);
  if (unitsOf(below) > range.from && unitsOf(below) <= range.to) return;
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

/** A condition ready to be asked. */
export type CompiledCondition = {
  /** Places of the components it looks at. */
  readonly places: readonly number[];
  /** Whether it holds; never while something it needs has no value. */
  readonly holds: (outcomes: readonly Outcome[]) => boolean;
  /** The comparison with the limit in words, where there is one. */
  readonly compared: (outcomes: readonly Outcome[]) => readonly Bilingual[];
};

export function compileCondition(
  { when, component, below }: ConditionSettings,
  context: CombinationContext,
): CompiledCondition {
  const facts = Object.entries(when ?? {}).map(([name, answer]) => ({ at: context.position(name), answer }));
  const at = component === undefined ? -1 : context.position(component);
  const limit = below === undefined ? 0 : unitsOf(below);
  return {
    places: [...facts.map((fact) => fact.at), ...(at < 0 ? [] : [at])],
    holds(outcomes) {
      for (const fact of facts) {
        const outcome = outcomes[fact.at];
        if (outcome?.state !== 'value' || outcome.type !== 'fact' || outcome.fact !== fact.answer)
          return false;
      }
      if (at < 0) return true;
      const outcome = outcomes[at];
      return outcome?.state === 'value' && outcome.type === 'score' && outcome.units < limit;
    },
    compared(outcomes) {
      const outcome = outcomes[at];
      if (outcome?.state !== 'value' || outcome.type !== 'score') return [];
      return [
        say(
          outcome.units < limit
            ? { id: 'Nilai {score} di bawah {below}.', en: 'The score {score} is below {below}.' }
            : { id: 'Nilai {score} tidak di bawah {below}.', en: 'The score {score} is not below {below}.' },
          {
            score: decimalInWords(unitsText(outcome.units)),
            below: decimalInWords(unitsText(limit)),
          },
        ),
      ];
    },
  };
}
