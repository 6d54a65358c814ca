/** The plan as it is read: the columns of the official form on a desk, one card a result on a phone. */
import type { ComponentChildren } from 'preact';
import type { MeasurabilityGap } from '#domain/schemes/index.ts';
import { Card } from '#ui/parts.tsx';
import type { PlanContent, PlanIndicator, PlanResult } from '../content.ts';
import { resultAnchor } from '../form/names.ts';
import type { Demand } from '../measurability.ts';
import { numbered } from '../problems.ts';
import { text } from '../text.ts';
import type { PlanVocabulary } from '../vocabulary.ts';
import { MeasurabilityGaps, MeasuredBy } from './measurability.tsx';

interface ContentProps {
  readonly content: PlanContent;
  readonly vocabulary: PlanVocabulary;
  readonly demand: Demand | undefined;
  /** What indicators lack to be measurable, by id. */
  readonly gaps: ReadonlyMap<string, readonly MeasurabilityGap[]>;
  /** What stands beside a line: its comments. */
  readonly beside: (lineId: string, title: string) => ComponentChildren;
}

export function PlanContentView(props: ContentProps) {
  const { content, vocabulary } = props;
  const kinds = (['main', 'additional'] as const).filter(
    (kind) => kind === 'main' || content.results.some((each) => each.kind === kind),
  );
  return (
    <>
      <Card
        title={text.results()}
        aside={<span class="text-base-content/75">{vocabulary.models[content.model]}</span>}
        padded={false}
      >
        {kinds.map((kind, index) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h3 id={`kind-${kind}`} class="px-5 pt-4 pb-2 font-semibold text-sm">
              {'AB'[index]}. {vocabulary.kinds[kind]}
            </h3>
            <ResultTable {...props} kind={kind} />
          </section>
        ))}
      </Card>
      <BehaviourView {...props} />
      <AnnexView {...props} />
    </>
  );
}

function ResultTable(props: ContentProps & { kind: PlanResult['kind'] }) {
  const { content, vocabulary, kind } = props;
  const rows = numbered(content).filter(({ result }) => result.kind === kind);
  if (rows.length === 0) return <p class="px-5 pb-5 text-base-content/75">{text.none()}</p>;
  const isQuantitative = content.model === 'quantitative';
  const headings = [
    { label: text.no(), width: 'md:w-14' },
    { label: text.serves(), width: 'md:w-[18%]' },
    { label: text.result(), width: 'md:w-[24%]' },
    ...(isQuantitative && content.form === 'staff' ? [{ label: text.aspect(), width: 'md:w-28' }] : []),
    ...(isQuantitative
      ? [
          { label: text.indicator(), width: '' },
          { label: text.target(), width: 'md:w-32' },
        ]
      : [{ label: text.measureAndTarget(), width: '' }]),
    ...(content.form === 'leader' ? [{ label: text.perspective(), width: 'md:w-32' }] : []),
  ];
  return (
    <table class="table max-md:block align-top md:table-fixed md:[&_tr:first-child>*:first-child]:pl-5">
      <caption class="sr-only">
        {text.plan()}: {vocabulary.kinds[kind]}
      </caption>
      <thead class="max-md:sr-only">
        <tr>
          {headings.map(({ label, width }) => (
            <th key={label} scope="col" class={`text-base-content/75 whitespace-normal ${width}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ result, number }) => (
        <ResultRows key={result.id} {...props} result={result} number={number} />
      ))}
    </table>
  );
}

/** On a phone each cell says which column it is. */
function Cell(props: { heading?: string; span?: number; class?: string; children: ComponentChildren }) {
  return (
    <td rowSpan={props.span} class={`align-top max-md:block max-md:p-0 ${props.class ?? ''}`}>
      {props.heading ? (
        <span class="md:hidden block text-xs text-base-content/75" aria-hidden="true">
          {props.heading}
        </span>
      ) : null}
      {props.children}
    </td>
  );
}

function ResultRows(props: ContentProps & { result: PlanResult; number: string }) {
  const { content, vocabulary, result, number, beside } = props;
  const indicators: readonly (PlanIndicator | undefined)[] =
    result.indicators.length > 0 ? result.indicators : [undefined];
  const span = indicators.length;
  return (
    <tbody
      id={resultAnchor(result.id)}
      class="max-md:block max-md:px-5 max-md:py-3 max-md:border-t max-md:border-base-300"
    >
      {indicators.map((indicator, index) => (
        <tr
          key={indicator?.id ?? 'none'}
          class="max-md:grid max-md:gap-1.5 max-md:mt-3 max-md:pl-3 max-md:border-0 max-md:border-l-2 max-md:border-base-300"
        >
          {index === 0 ? (
            <>
              <Cell span={span} class="num max-md:hidden">
                {number}
              </Cell>
              <Cell span={span} heading={text.serves()} class={result.servesText ? '' : 'max-md:hidden'}>
                {result.servesText || '–'}
              </Cell>
              <th
                scope="rowgroup"
                rowSpan={span}
                class="align-top font-medium text-base-content max-md:block max-md:p-0 max-md:text-base max-md:order-first"
              >
                <span class="md:hidden num">{number}. </span>
                {result.statement || text.empty()}
                {result.assignedBy ? (
                  <span class="block text-sm font-normal text-base-content/75">
                    ({text.assignedByOf({ name: result.assignedBy })})
                  </span>
                ) : null}
                <span class="block font-normal">{beside(result.id, result.statement)}</span>
              </th>
            </>
          ) : null}
          <IndicatorCells {...props} indicator={indicator} />
          {index === 0 && content.form === 'leader' ? (
            <Cell span={span} heading={text.perspective()}>
              {result.perspective ? vocabulary.perspectives[result.perspective] : '–'}
            </Cell>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
}

function IndicatorCells(props: ContentProps & { indicator: PlanIndicator | undefined }) {
  const { content, vocabulary, indicator, beside } = props;
  const isQuantitative = content.model === 'quantitative';
  const showsAspect = isQuantitative && content.form === 'staff';
  if (!indicator) {
    return (
      <td
        colSpan={(showsAspect ? 1 : 0) + (isQuantitative ? 2 : 1)}
        class="max-md:block max-md:p-0 text-base-content/75"
      >
        {text.none()}
      </td>
    );
  }
  const said = (
    <>
      <MeasuredBy indicator={indicator} demand={props.demand} />
      <MeasurabilityGaps gaps={props.gaps.get(indicator.id) ?? []} />
      {beside(indicator.id, indicator.statement)}
    </>
  );
  if (!isQuantitative) {
    return (
      <Cell heading={text.measureAndTarget()}>
        {indicator.statement || text.empty()}
        {indicator.target.text ? <span class="block num">{indicator.target.text}</span> : null}
        {said}
      </Cell>
    );
  }
  return (
    <>
      {showsAspect ? (
        <Cell heading={text.aspect()}>{indicator.aspect ? vocabulary.aspects[indicator.aspect] : '–'}</Cell>
      ) : null}
      <Cell heading={text.indicator()}>
        {indicator.statement || text.empty()}
        {said}
      </Cell>
      <Cell heading={text.target()} class="num font-medium">
        {indicator.target.text || '–'}
      </Cell>
    </>
  );
}

function BehaviourView({ content, vocabulary, beside }: ContentProps) {
  return (
    <Card title={text.behaviour()} padded={false}>
      <ol class="divide-y divide-base-300 mt-3">
        {vocabulary.values.map((value, index) => (
          <li key={value.code} class="px-5 py-4 grid md:grid-cols-2 gap-x-8 gap-y-3">
            <div>
              <h3 class="font-medium">
                <span class="num">{index + 1}.</span> {value.label}
              </h3>
              <ul class="list-disc pl-5 mt-1 text-sm text-base-content/75">
                {value.guides.map((guide) => (
                  <li key={guide}>{guide}</li>
                ))}
              </ul>
            </div>
            <div>
              <p class="text-xs text-base-content/75">{text.expectation()}</p>
              <p class="whitespace-pre-line">
                {content.expectations[value.code] ?? (
                  <span class="text-sm text-base-content/75">{text.noExpectation()}</span>
                )}
              </p>
              {beside(value.code, value.label)}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function AnnexView({ content, vocabulary }: ContentProps) {
  const lists = (['resources', 'accountability', 'consequences'] as const).map((name) => ({
    name,
    title: vocabulary.annex[name],
    lines: content.annex[name],
  }));
  return (
    <Card title={text.annex()}>
      <div class="grid md:grid-cols-3 gap-6">
        {lists.map(({ name, title, lines }) => (
          <div key={name}>
            <h3 class="font-medium">{title}</h3>
            {lines.length === 0 ? (
              <p class="text-sm text-base-content/75 mt-1">{text.none()}</p>
            ) : (
              <ol class="list-decimal pl-5 mt-1 text-sm grid gap-1">
                {lines.map((line, index) => (
                  <li key={`${index}-${line}`}>{line}</li>
                ))}
              </ol>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
