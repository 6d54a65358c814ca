/** The stored tree as a page: nothing here computes anything; what is shown was kept with the result. */
import type { ComponentChildren } from 'preact';
import type { Basis, ExplainedInput, ExplainedValue, Explanation } from '#domain/explanation.ts';
import { valueLabel } from '#domain/explanation.ts';
import { RATINGS, ratingLabel } from '#domain/rules/index.ts';
import { formatDecimal, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge, Card } from '#ui/parts.tsx';
import { isLocalEvidence, type LineRecord, type ResultEvidence } from '../content.ts';
import { text } from '../text-result.ts';
import { RatingBadge } from './parts.tsx';

interface Shown {
  readonly evidence: ResultEvidence;
  readonly zone: string;
}

export function ExplanationCard(props: { explanation: Explanation; aside?: ComponentChildren } & Shown) {
  const { explanation, evidence, zone } = props;
  const uniformReason = isLocalEvidence(evidence) ? '' : evidence.uniformReason;
  return (
    <Card title={text.why()} aside={props.aside} padded={false} id="why">
      <div class="px-5 pt-2 pb-4 text-sm">
        <p class="max-w-prose">{inLocale(explanation.rule)}</p>
        <BasisLine basis={explanation.basis} />
      </div>
      <div class="divide-y divide-base-300 border-t border-base-300">
        {explanation.children.map((child, index) => (
          <details key={child.code} class="px-5 py-4 group" open={index === 0}>
            <summary class="flex flex-wrap items-center gap-x-3 gap-y-1 cursor-pointer">
              <span class="font-medium basis-full sm:basis-0 sm:flex-1">{inLocale(child.label)}</span>
              <ValueBadge value={child.value} />
            </summary>
            <Step step={child} evidence={evidence} zone={zone} />
          </details>
        ))}
      </div>
      {uniformReason || evidence.notes ? (
        <dl class="border-t border-base-300 px-5 py-4 grid gap-3 text-sm">
          <Said term={text.uniform()} words={uniformReason} />
          <Said term={text.notes()} words={evidence.notes} />
        </dl>
      ) : null}
    </Card>
  );
}

function Said({ term, words }: { term: string; words: string }) {
  if (!words) return null;
  return (
    <div>
      <dt class="text-base-content/75">{term}</dt>
      <dd class="whitespace-pre-line max-w-prose">{words}</dd>
    </div>
  );
}

function Step({ step, evidence, zone }: { step: Explanation } & Shown) {
  return (
    <div class="mt-3 grid gap-4">
      <div class="text-sm">
        <p class="max-w-prose">{inLocale(step.rule)}</p>
        <BasisLine basis={step.basis} />
      </div>
      {step.inputs.length > 0 ? (
        <ul class="grid gap-px">
          {step.inputs.map((input) => (
            <InputRow key={input.path} input={input} evidence={evidence} zone={zone} />
          ))}
        </ul>
      ) : null}
      {step.children.map((child) => (
        <Child key={child.code} child={child} evidence={evidence} zone={zone} />
      ))}
    </div>
  );
}

/** One step below another. What only counts with a weight is folded: the parts of a score can be many. */
function Child({ child, evidence, zone }: { child: Explanation } & Shown) {
  const isFolded = child.weight !== undefined || child.code.startsWith('bonus-');
  const step = <Step step={child} evidence={evidence} zone={zone} />;
  if (isFolded)
    return (
      <details class="border-l-2 border-base-300 pl-4 group/part">
        <summary class="flex flex-wrap items-center gap-x-3 gap-y-1 cursor-pointer text-sm py-0.5">
          <Icon name="chevronDown" size={16} class="-rotate-90 group-open/part:rotate-0" />
          <span class="font-medium">{inLocale(child.label)}</span>
          {child.weight === undefined ? null : (
            <span class="text-base-content/75 num">
              {text.weight({ percent: formatDecimal(child.weight) })}
            </span>
          )}
          <ValueBadge value={child.value} />
        </summary>
        {step}
      </details>
    );
  return (
    <section class="border-l-2 border-base-300 pl-4 grid gap-1">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 class="font-medium text-sm">{inLocale(child.label)}</h3>
        <ValueBadge value={child.value} />
      </div>
      {step}
    </section>
  );
}

function InputRow({ input, evidence, zone }: { input: ExplainedInput } & Shown) {
  const line = lineOf(input.path, evidence);
  const { source } = input;
  // A number that a record gave, with nothing said about it.
  const isBrief = !line && !source;
  const when = source?.when ? formatInstant(new Date(source.when), zone) : undefined;
  return (
    <li
      class={`${isBrief ? 'py-1' : 'py-3'} border-t border-base-300 first:border-t-0 first:pt-0 grid gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_auto] text-sm`}
    >
      <div class="min-w-0">
        <p class={isBrief ? 'text-base-content/75' : 'font-medium text-pretty'}>{inLocale(input.label)}</p>
        {line ? <LineDetails line={line} /> : null}
        {source?.note ? <p class="mt-1 whitespace-pre-line max-w-prose">“{source.note}”</p> : null}
        {source?.who && when ? (
          <p class="text-xs text-base-content/75 mt-1">{text.ratedBy({ who: source.who, when })}</p>
        ) : null}
      </div>
      <div class="flex flex-wrap gap-1.5 sm:justify-end content-start order-first sm:order-none">
        {input.group ? <Badge>{inLocale(input.group.label)}</Badge> : null}
        <ValueBadge value={input.value} />
      </div>
    </li>
  );
}

/** What the appraiser had before them when this line was rated. */
function LineDetails({ line }: { line: LineRecord }) {
  const facts = [
    text.evidenceCount({ count: line.evidenceCount }),
    text.feedbackCount({ count: line.feedbackCount }),
    ...(line.selfRating ? [text.selfRated({ rating: inLocale(ratingLabel(line.selfRating)) })] : []),
  ];
  return (
    <>
      {line.measures.length > 0 ? (
        <table class="mt-1.5 w-full text-left">
          <caption class="sr-only">{line.statement}</caption>
          <thead class="text-xs text-base-content/75 max-sm:sr-only">
            <tr>
              <th scope="col" class="font-normal pr-3">
                {text.indicator()}
              </th>
              <th scope="col" class="font-normal w-28 pr-3">
                {text.target()}
              </th>
              <th scope="col" class="font-normal w-28">
                {text.realisation()}
              </th>
            </tr>
          </thead>
          <tbody class="num">
            {line.measures.map((measure) => (
              <tr key={measure.indicator} class="align-top max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3">
                <td class="pr-3 py-0.5 max-sm:col-span-2">{measure.indicator}</td>
                <td class="pr-3 py-0.5">
                  <SmallHeading>{text.target()}</SmallHeading>
                  {measure.target}
                </td>
                <td class="py-0.5">
                  <SmallHeading>{text.realisation()}</SmallHeading>
                  {measure.realisation ?? text.notRecorded()}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p class="text-xs text-base-content/75 mt-1">{facts.join(' · ')}</p>
    </>
  );
}

function SmallHeading({ children }: { children: string }) {
  return (
    <span class="sm:hidden block text-xs text-base-content/75" aria-hidden="true">
      {children}
    </span>
  );
}

function ValueBadge({ value }: { value: ExplainedValue }) {
  const rating = value.state === 'value' && RATINGS.find((each) => each === value.value);
  if (value.state === 'value' && rating) return <RatingBadge rating={rating} label={value.label} />;
  // Words of people are as long as they are; only short values are badges.
  if (value.state === 'value' && value.kind === 'text')
    return <span class="wrap-anywhere">{inLocale(value.label)}</span>;
  return <Badge>{inLocale(valueLabel(value))}</Badge>;
}

export function BasisLine({ basis }: { basis: readonly Basis[] }) {
  if (basis.length === 0) return null;
  const places = basis.map((each) => [each.regulation, each.article].filter(Boolean).join(', '));
  return (
    <p class="text-xs text-base-content/75 mt-1">
      {text.legalBasis()}: {places.join('; ')}
    </p>
  );
}

/** Nationally the line of a rating; under a scheme of the agency the line that a level was given to. */
function lineOf(path: string, evidence: ResultEvidence): LineRecord | undefined {
  const place = isLocalEvidence(evidence)
    ? /^\w+\.lines\[(\d+)\](?:\.level)?$/
    : /^results\.lines\[(\d+)\]\.rating$/;
  const index = place.exec(path)?.[1];
  return index === undefined ? undefined : evidence.lines[Number(index)];
}
