/** Hasil kerja and perilaku kerja of a paper: the lines of the plan with what came of them. Pure. */
import type { Scheme } from '#domain/schemes/index.ts';
import { combine, type IndicatorProgress } from '#features/monitoring/index.ts';
import type { PlanContent, PlanIndicator, PlanResult } from '#features/planning/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Bilingual } from '#platform/locale/locale.ts';
import type { AppraisalFacts, FeedbackAuthor, FeedbackLine } from './facts.ts';
import { printDate, printDecimal } from './present.ts';
import type { PaperBehaviour, PaperIndicator, PaperResult, PlanPaper } from './types.ts';

export interface SectionInput {
  readonly facts: AppraisalFacts;
  readonly content: PlanContent;
  readonly scheme: Scheme | undefined;
  readonly zone: string;
  /** What was recorded up to a day; null prints the plan alone. */
  readonly until: Until | null;
}

export interface Until {
  /** Feedback before this day belongs to an earlier stage; null takes all. */
  readonly feedbackFrom: string | null;
  /** Last day, inclusive; null takes everything. */
  readonly endsOn: string | null;
}

type Sections = Pick<PlanPaper, 'approach' | 'audience' | 'main' | 'additional' | 'behaviours'>;

const AUTHORS: Record<FeedbackAuthor, string> = {
  appraiser: 'pejabat penilai',
  superior: 'atasan pejabat penilai',
  colleague: 'rekan kerja',
  subordinate: 'bawahan',
  self: 'diri sendiri',
};

export function workSections(input: SectionInput): Sections {
  const { content } = input;
  const resultsOf = (kind: PlanResult['kind']) =>
    content.results.filter((result) => result.kind === kind).map((result) => paperResult(input, result));
  return {
    approach: content.model,
    audience: content.form,
    main: resultsOf('main'),
    additional: resultsOf('additional'),
    behaviours: behaviours(input),
  };
}

function paperResult(input: SectionInput, result: PlanResult): PaperResult {
  const served = result.serves ? input.facts.served.get(result.serves.resultId) : undefined;
  const perspective = label(input.scheme?.plan?.perspectives, result.perspective);
  return {
    intervened: served ?? (result.servesText || null),
    result: result.statement,
    assignedBy: result.assignedBy || null,
    indicators: result.indicators.map((indicator, index) => ({
      ...paperIndicator(input, indicator),
      // The forms have one column of feedback: what was said of the whole result stands on its first line.
      feedback: [
        ...(index === 0 ? feedbackOn(input, 'result', result.id) : []),
        ...feedbackOn(input, 'indicator', indicator.id),
      ],
      perspective,
    })),
  };
}

function paperIndicator(
  input: SectionInput,
  indicator: PlanIndicator,
): Omit<PaperIndicator, 'feedback' | 'perspective'> {
  const progress = input.facts.progress.find((each) => each.indicator.id === indicator.id);
  return {
    aspect: label(input.scheme?.plan?.aspects, indicator.aspect),
    indicator: indicator.statement,
    target: indicator.target.text || null,
    ...(input.until && progress
      ? outcome(progress, indicator, input.until, input.zone)
      : { realisation: null, evidence: [] }),
  };
}

/** The combined realisation, what the employee wrote about it, and the titles of the evidence. */
function outcome(
  progress: IndicatorProgress,
  indicator: PlanIndicator,
  { endsOn }: Until,
  zone: string,
): Pick<PaperIndicator, 'realisation' | 'evidence'> {
  const entries = progress.entries.filter((entry) => endsOn === null || entry.onDate <= endsOn);
  const counted = new Set(entries.map((entry) => entry.id));
  const evidence = progress.evidence.filter((each) =>
    each.entryId === null
      ? endsOn === null || todayIn(zone, each.createdAt) <= endsOn
      : counted.has(each.entryId),
  );
  const value = combine(entries, indicator.target.accumulation);
  const words = entries
    .map((entry) => entry.narrative?.trim())
    .filter((each): each is string => Boolean(each));
  const lines = [
    ...(value === null ? [] : [`${printDecimal(value)} ${indicator.target.unit}`.trim()]),
    ...new Set(words),
  ];
  return {
    realisation: lines.length > 0 ? lines.join('\n') : null,
    evidence: evidence.map((each) => each.title),
  };
}

function feedbackOn(input: SectionInput, target: FeedbackLine['target'], lineId: string): readonly string[] {
  const { until, zone } = input;
  if (!until) return [];
  return input.facts.feedback
    .filter((each) => each.target === target && each.lineId === lineId)
    .map((each) => ({ ...each, on: todayIn(zone, each.createdAt) }))
    .filter(
      ({ on }) =>
        (until.feedbackFrom === null || on >= until.feedbackFrom) &&
        (until.endsOn === null || on <= until.endsOn),
    )
    .map((each) => `${each.body} (${AUTHORS[each.role]}, ${printDate(each.on)})`);
}

function behaviours(input: SectionInput): readonly PaperBehaviour[] {
  const expectations: Readonly<Record<string, string | undefined>> = input.content.expectations;
  return (input.scheme?.behaviours?.values ?? []).map((value) => ({
    value: value.label.id,
    guides: value.guides.map((guide) => guide.id),
    expectations: (expectations[value.code] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    feedback: feedbackOn(input, 'value', value.code),
  }));
}

/** A code that the scheme does not name is printed as it is, never left out. */
function label(
  list: readonly { readonly code: string; readonly label: Bilingual }[] | undefined,
  code: string | null,
): string | null {
  if (code === null) return null;
  return list?.find((each) => each.code === code)?.label.id ?? code;
}
