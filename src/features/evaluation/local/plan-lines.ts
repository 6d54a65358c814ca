/**
 * From the agreed plan and the recorded progress to the lines that a scheme counts. Numbers are taken as they were
 * recorded and never typed again; a result without a measurable target is judged by its anchors instead.
 */
import type { IndicatorProgress } from '#features/monitoring/index.ts';
import type { PlanContent, PlanIndicator } from '#features/planning/index.ts';
import type { PlanLine } from '#features/schemes/index.ts';

export function planLines(plan: PlanContent, progress: readonly IndicatorProgress[]): readonly PlanLine[] {
  return plan.results.map((result) => {
    const measured = result.indicators.flatMap((indicator) => {
      const entries = progress.find((each) => each.indicator.id === indicator.id)?.entries ?? [];
      const target = targetOf(indicator);
      const realisations = entries.flatMap((entry) => entry.value ?? []);
      return target ? [{ label: indicator.statement, evidence: { ...target, realisations } }] : [];
    });
    return {
      key: result.id,
      label: result.statement,
      kind: result.kind,
      indicators: measured.length > 0 ? measured.map((each) => each.evidence) : null,
      indicatorLabels: measured.map((each) => each.label),
    };
  });
}

/** The target as the scheme language has it; undefined where it has no number. */
function targetOf({ target }: PlanIndicator): Readonly<Record<string, unknown>> | undefined {
  const { value, upper, direction, accumulation } = target;
  if (value === null) return undefined;
  return direction === 'range'
    ? { direction, lowest: value, highest: upper ?? value, summary: accumulation }
    : { direction, target: value, summary: accumulation };
}
