import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { SelectField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, SubmitButton } from '#ui/parts.tsx';
import type { Change, FieldChange } from '../difference.ts';
import { text as formText } from '../form/text.ts';
import { text as planText } from '../text.ts';
import type { PlanView } from '../view.ts';
import type { PlanVocabulary } from '../vocabulary.ts';
import { text } from './text.ts';

export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  /** Numbers of results and indicators on paper, by id. */
  readonly numbers: ReadonlyMap<string, string>;
}

export function ComparePage(props: { visit: Visit; view: PlanView; comparison: Comparison }) {
  const { visit, view, comparison } = props;
  const base = visit.path(`/appraisals/${view.participation.participation.id}/plan`);
  return (
    <AppraisalFrame
      visit={visit}
      view={view.participation}
      current="plan"
      title={planText.compareTitle()}
      acts={
        <LinkButton href={base} icon="arrowLeft">
          {text.backToPlan()}
        </LinkButton>
      }
    >
      <ChooseForm view={view} comparison={comparison} action={`${base}/compare`} />
      {comparison.changes.length === 0 ? (
        <Card>
          <EmptyState icon="checkCircle" title={planText.noDifference()} />
        </Card>
      ) : (
        comparison.changes.map((change) => (
          <ChangeCard
            key={`${change.what}-${change.id}`}
            change={change}
            number={comparison.numbers.get(change.id)}
            vocabulary={view.vocabulary}
          />
        ))
      )}
    </AppraisalFrame>
  );
}

function ChooseForm(props: { view: PlanView; comparison: Comparison; action: string }) {
  const { view, comparison, action } = props;
  const options = [
    ...view.versions.map((each) => ({
      value: String(each.version),
      label: planText.version({ version: each.version }),
    })),
    ...(view.plan && view.plan.state !== 'agreed'
      ? [{ value: 'draft', label: planText.currentDraft() }]
      : []),
  ];
  return (
    <form method="get" action={action} class="grid grid-cols-2 sm:grid-cols-[1fr_1fr_auto] gap-3 items-end">
      <SelectField
        name="from"
        label={planText.compareFrom()}
        required
        value={comparison.from}
        options={options}
      />
      <SelectField name="to" label={planText.compareTo()} required value={comparison.to} options={options} />
      <SubmitButton look="outline">{planText.compare()}</SubmitButton>
    </form>
  );
}

const PARTS: Record<Change['what'], () => string> = {
  plan: text.partPlan,
  result: text.partResult,
  indicator: text.partIndicator,
  expectation: text.partExpectation,
  annex: text.partAnnex,
};
const TONES = { added: 'success', removed: 'error', changed: 'info' } as const;

function ChangeCard(props: { change: Change; number: string | undefined; vocabulary: PlanVocabulary }) {
  const { change, number, vocabulary } = props;
  const title = partTitle(change, vocabulary);
  const fields = change.fields.filter((each) => isShown(change, each));
  return (
    <Card>
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={TONES[change.kind]}>{planText[change.kind]()}</Badge>
        <h2 class="font-semibold">
          {PARTS[change.what]()} {number ?? ''}
        </h2>
        {title ? <p class="basis-full text-base-content/85">{title}</p> : null}
      </div>
      {fields.length > 0 ? (
        <dl class="mt-3 grid gap-3">
          {fields.map((field) => (
            <div key={field.field} class="grid sm:grid-cols-[9rem_1fr] gap-x-4 gap-y-1 text-sm">
              <dt class="text-base-content/75">{fieldName(change, field.field)}</dt>
              <dd class="grid gap-1 min-w-0 break-words whitespace-pre-line">
                {change.kind === 'added' ? null : (
                  <del class="text-base-content/75">
                    <span class="sr-only">{planText.before()}: </span>
                    {fieldValue(field.field, field.from, vocabulary)}
                  </del>
                )}
                {change.kind === 'removed' ? null : (
                  <ins class="no-underline font-medium">
                    <span class="sr-only">{planText.after()}: </span>
                    {fieldValue(field.field, field.to, vocabulary)}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Card>
  );
}

function partTitle(change: Change, vocabulary: PlanVocabulary): string {
  if (change.what === 'expectation')
    return vocabulary.values.find((each) => each.code === change.id)?.label ?? change.id;
  if (change.what === 'annex') return vocabulary.annex[change.id as keyof PlanVocabulary['annex']];
  return change.title;
}

const TECHNICAL = [
  'statement',
  'kind',
  'servesResult',
  'value',
  'upper',
  'unit',
  'direction',
  'accumulation',
];

/** Of what came or went whole, the title and the printed target say enough. */
function isShown(change: Change, field: FieldChange): boolean {
  if (change.kind === 'changed') return true;
  return !TECHNICAL.includes(field.field);
}

function fieldName(change: Change, field: string): string {
  const names: Record<string, () => string> = {
    model: text.fieldModel,
    form: text.fieldForm,
    kind: text.fieldKind,
    statement: change.what === 'indicator' ? planText.indicator : formText.statement,
    serves: planText.serves,
    servesResult: text.fieldLink,
    assignedBy: text.fieldAssignedBy,
    perspective: planText.perspective,
    order: text.fieldOrder,
    aspect: planText.aspect,
    target: planText.target,
    value: text.fieldValue,
    upper: text.fieldUpper,
    unit: text.fieldUnit,
    direction: text.fieldDirection,
    accumulation: text.fieldAccumulation,
    baseline: formText.baseline,
    source: formText.source,
    lines: text.fieldLines,
  };
  return names[field]?.() ?? planText.expectation();
}

function fieldValue(field: string, value: string, vocabulary: PlanVocabulary): string {
  if (value === '') return planText.empty();
  const words: Record<string, Readonly<Record<string, string>>> = {
    model: vocabulary.models,
    form: { staff: formText.formStaff(), leader: formText.formLeader() },
    kind: vocabulary.kinds,
    aspect: vocabulary.aspects,
    perspective: vocabulary.perspectives,
    direction: { higher: formText.higher(), lower: formText.lower(), range: formText.range() },
    accumulation: { latest: formText.latest(), sum: formText.sum(), average: formText.average() },
  };
  if (field === 'servesResult') return text.fieldLinkChanged();
  return words[field]?.[value] ?? value;
}
