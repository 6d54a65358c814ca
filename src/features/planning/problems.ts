/** What a plan still lacks before it can be proposed, each with the field where it is mended. Pure. */
import { inLocale } from '#platform/locale/locale.ts';
import type { PlanContent, PlanIndicator, PlanResult } from './content.ts';
import { indicatorField, resultAnchor, resultField } from './form/names.ts';
import { text } from './form/text.ts';
import { type Demand, fieldOfPart, gapsOf } from './measurability.ts';

export interface PlanProblem {
  readonly severity: 'blocking' | 'warning';
  readonly message: string;
  /** Id of the field (or part) on the edit page of the results. */
  readonly field: string;
}

export interface PlanContext {
  readonly leaderHasPlan?: boolean;
  /** What the scheme of the appraisal wants indicators to state. */
  readonly demand?: Demand | undefined;
}

export function planProblems(content: PlanContent, context: PlanContext = {}): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (!content.results.some((each) => each.kind === 'main'))
    problems.push({ severity: 'blocking', message: text.noMain(), field: 'results' });
  for (const { result, number } of numbered(content))
    problems.push(...resultProblems(content, result, number, context));
  return problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

export function blockingProblems(content: PlanContent, demand: Demand | undefined): readonly PlanProblem[] {
  return planProblems(content, { demand }).filter((each) => each.severity === 'blocking');
}

/** Results as they are numbered on paper: main ones first (1, 2, …), then the additional ones (T1, T2, …). */
export function numbered(
  content: Pick<PlanContent, 'results'>,
): readonly { readonly result: PlanResult; readonly number: string }[] {
  const of = (kind: PlanResult['kind'], prefix: string) =>
    content.results
      .filter((each) => each.kind === kind)
      .map((result, index) => ({ result, number: `${prefix}${index + 1}` }));
  return [...of('main', ''), ...of('additional', 'T')];
}

function resultProblems(
  content: PlanContent,
  result: PlanResult,
  number: string,
  context: PlanContext,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const add = (severity: PlanProblem['severity'], message: string, field: string) =>
    problems.push({ severity, message, field });
  if (!result.statement.trim())
    add('blocking', text.noStatement({ number }), resultField(result.id, 'statement'));
  if (result.indicators.length === 0) add('blocking', text.noIndicator({ number }), resultAnchor(result.id));
  if (content.form === 'leader' && result.perspective === null)
    add('blocking', text.noPerspective({ number }), resultField(result.id, 'perspective'));
  if (context.leaderHasPlan && result.kind === 'main' && !result.serves && !result.servesText.trim())
    add('warning', text.servesNothing({ number }), resultField(result.id, 'serves'));
  for (const [index, indicator] of result.indicators.entries())
    problems.push(...indicatorProblems(content, result, indicator, `${number}.${index + 1}`, context.demand));
  return problems;
}

const TARGET_FIELDS = ['value', 'upper'] as const;

function indicatorProblems(
  content: PlanContent,
  result: PlanResult,
  indicator: PlanIndicator,
  number: string,
  demand: Demand | undefined,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const field = (name: Parameters<typeof indicatorField>[2]) => indicatorField(result.id, indicator.id, name);
  const add = (severity: PlanProblem['severity'], message: string, name: Parameters<typeof field>[0]) =>
    problems.push({ severity, message, field: field(name) });
  const { target } = indicator;
  const isQuantitative = content.model === 'quantitative';
  if (!indicator.statement.trim()) add('blocking', text.noIndicatorText({ number }), 'statement');
  if (isQuantitative && content.form === 'staff' && indicator.aspect === null)
    add('blocking', text.noAspect({ number }), 'aspect');
  if (isQuantitative && !target.text.trim() && target.value === null)
    add('blocking', text.noTarget({ number }), 'value');
  if (
    target.direction === 'range' &&
    (target.value === null || target.upper === null || Number(target.upper) <= Number(target.value))
  )
    add('blocking', text.noRange({ number }), 'upper');
  // What was said of the target already is not said again as a gap; a gap says more than a warning.
  const gaps = gapsOf(demand, content.model, indicator).filter(
    ({ part }) =>
      part !== 'target' || !problems.some((each) => TARGET_FIELDS.some((name) => each.field === field(name))),
  );
  const [first] = gaps;
  if (first)
    add(
      'blocking',
      text.notMeasured({ number, gaps: gaps.map(({ what }) => inLocale(what)).join('; ') }),
      fieldOfPart(first.part),
    );
  if (isQuantitative && target.value === null && target.text.trim() !== '')
    add('warning', text.notMeasurable({ number }), 'value');
  if (target.value !== null && !target.unit.trim() && !demand?.require.includes('unit'))
    add('warning', text.noUnit({ number }), 'unit');
  return problems;
}
