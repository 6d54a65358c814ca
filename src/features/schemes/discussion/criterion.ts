/** One criterion of a draft: a place in the scheme with what the draft says there. Pure. */
import { type Bilingual, joinBoth, say } from '#domain/bilingual.ts';
import { WORDS } from './criteria-text.ts';
import { bothOf, type Loose, listOf, numberOf, recordOf, wordOf } from './loose.ts';

/** The parts under which criteria are listed, in the order of the page. */
export const CRITERION_GROUPS = [
  'whole',
  'components',
  'result',
  'indicators',
  'official',
  'scales',
  'steps',
  'openness',
] as const;
export type CriterionGroup = (typeof CRITERION_GROUPS)[number];

export interface Criterion {
  /** Place in the scheme, such as `components.perilaku.items.akuntabel`; empty for the draft as a whole. */
  readonly path: string;
  readonly group: CriterionGroup;
  readonly label: Bilingual;
  /** The component that it belongs to, where its label does not say so. */
  readonly within?: Bilingual | undefined;
  /** What the draft says it is. */
  readonly meaning: Bilingual | undefined;
  /** Weights, thresholds, levels: one line each, as the draft has them. */
  readonly facts: readonly Bilingual[];
  /** 1 for what belongs to the criterion above it. */
  readonly depth: 0 | 1;
}

export interface Part {
  readonly path: string;
  readonly label: Bilingual;
  readonly within?: Bilingual;
  readonly meaning?: Bilingual;
  readonly facts?: readonly Bilingual[];
}

export const part = (
  group: Criterion['group'],
  depth: Criterion['depth'],
  { path, label, within, meaning, facts = [] }: Part,
): Criterion => ({ path, group, label, within, meaning: meaning?.id ? meaning : undefined, facts, depth });

/** The name of a component, for sentences about it. */
export function componentLabel(scheme: Loose, name: string): Bilingual {
  return bothOf(recordOf(recordOf(scheme.components)[name]).label, name);
}

export function categoryLabel(scheme: Loose, code: unknown): Bilingual {
  const known = listOf(scheme.categories).find((each) => each.code === code);
  return bothOf(known?.label, wordOf(code));
}

/** `Capaian kerja: 50 %` for each component of a set of weights. */
export function weightLines(scheme: Loose, percent: unknown): readonly Bilingual[] {
  return Object.entries(recordOf(percent)).map(([name, value]) =>
    say(WORDS.weightOf, { label: componentLabel(scheme, name), value: numberOf(value) }),
  );
}

/** `Perilaku kerja: Adaptif`: the label where the criterion stands alone. */
export function fullLabel({ label, within }: Pick<Criterion, 'label' | 'within'>): Bilingual {
  return within ? joinBoth([within, label], ': ') : label;
}
