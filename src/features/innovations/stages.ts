/** The stages of a scheme's innovation component, and how far an innovation has come for the count. Pure. */
import type { Scheme } from '#domain/schemes/index.ts';
import type { Bilingual } from '#platform/locale/locale.ts';

export interface Stage {
  readonly code: string;
  readonly label: Bilingual;
  /** Decimal text, as the scheme writes it. */
  readonly points: string;
}

export interface InnovationComponent {
  readonly name: string;
  readonly label: Bilingual;
  readonly stages: readonly Stage[];
  /** Percent that counts while no other unit has confirmed a stage. */
  readonly unverifiedPercent: string;
}

/** The component of a scheme that counts innovations; undefined where none does. */
export function innovationComponent(scheme: Scheme): InnovationComponent | undefined {
  for (const [name, settings] of Object.entries(scheme.components))
    if (settings.mechanism === 'innovation')
      return {
        name,
        label: settings.label,
        stages: settings.stages,
        unverifiedPercent: settings.unverifiedPercent,
      };
  return undefined;
}

export interface Reached {
  readonly stage: string;
  readonly reachedOn: string;
  readonly verdict: 'confirmed' | 'refused' | null;
  readonly verifiedByUnit: string | null;
}

/**
 * What an innovation counts for in a span of days: the step worth most under the component, where something was
 * reached within the span. A stage counts in the period in which it was reached, so nothing counts twice for
 * standing still; a refused one never counts.
 */
export function countedStep(
  component: InnovationComponent,
  steps: readonly Reached[],
  span: { readonly startsOn: string; readonly endsOn: string },
): { readonly stage: string; readonly verifiedBy?: string } | undefined {
  const worth = (step: Reached) => {
    const points = Number(component.stages.find(({ code }) => code === step.stage)?.points ?? Number.NaN);
    return step.verdict === 'confirmed' ? points : (points * Number(component.unverifiedPercent)) / 100;
  };
  const within = steps.filter(
    ({ stage, reachedOn, verdict }) =>
      verdict !== 'refused' &&
      reachedOn >= span.startsOn &&
      reachedOn <= span.endsOn &&
      component.stages.some(({ code }) => code === stage),
  );
  const order = (step: Reached) => component.stages.findIndex(({ code }) => code === step.stage);
  const [best] = [...within].sort((a, b) => worth(b) - worth(a) || order(b) - order(a));
  if (!best) return undefined;
  return {
    stage: best.stage,
    ...(best.verdict === 'confirmed' && best.verifiedByUnit !== null
      ? { verifiedBy: best.verifiedByUnit }
      : {}),
  };
}
