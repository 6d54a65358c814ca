/** Which parts the scheme of an appraisal wants every indicator to state, and what each indicator lacks. Pure. */
import {
  type MeasurabilityGap,
  type MeasurablePart,
  measurabilityGaps,
  type Scheme,
} from '#domain/schemes/index.ts';
import type { PlanContent, PlanIndicator } from './content.ts';
import type { IndicatorField } from './form/names.ts';

/** What the scheme asks for, with the span in which it has to be measurable. */
export interface Demand {
  readonly require: readonly MeasurablePart[];
  readonly period: { readonly from: string; readonly until: string };
}

/** Undefined where the scheme does not ask for measurable indicators. */
export function demandOf(
  scheme: Scheme | undefined,
  span: { readonly startsOn: string; readonly endsOn: string },
): Demand | undefined {
  return (
    scheme?.measurability && {
      require: scheme.measurability.require,
      period: { from: span.startsOn, until: span.endsOn },
    }
  );
}

/** In the qualitative form the target stands in the words of the indicator itself. */
export function gapsOf(
  demand: Demand | undefined,
  model: PlanContent['model'],
  { statement, target, baseline, source }: PlanIndicator,
): readonly MeasurabilityGap[] {
  if (!demand) return [];
  const text = model === 'qualitative' ? `${statement} ${target.text}` : target.text;
  return measurabilityGaps(demand.require, {
    unit: target.unit,
    baseline: baseline ?? '',
    target: { value: target.value, upper: target.upper, text, direction: target.direction },
    source: source ?? '',
    period: demand.period,
  });
}

/** What the indicators of a plan lack, by id; those that lack nothing are absent. */
export function gapsByIndicator(
  demand: Demand | undefined,
  content: PlanContent,
): ReadonlyMap<string, readonly MeasurabilityGap[]> {
  const indicators = content.results.flatMap((result) => result.indicators);
  return new Map(
    indicators
      .map((each) => [each.id, gapsOf(demand, content.model, each)] as const)
      .filter(([, gaps]) => gaps.length > 0),
  );
}

const FIELDS: Readonly<Record<MeasurablePart, IndicatorField>> = {
  unit: 'unit',
  baseline: 'baseline',
  target: 'value',
  source: 'source',
  period: 'text',
};

/** The field of the form in which the part is mended. */
export function fieldOfPart(part: MeasurablePart): IndicatorField {
  return FIELDS[part];
}
