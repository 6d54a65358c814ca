/** What came out of evidence that was computed for this page, and why: sentence, values, tree. Nothing is stored. */
import { type Explanation, sentence, valueLabel } from '#domain/explanation.ts';
import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import type { Explained, Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge } from '#ui/parts.tsx';
import { categoryOf } from './describe.ts';
import { text } from './text-rest.ts';

export function Outcome({ scheme, explained }: { scheme: Scheme; explained: Explained }) {
  const { score, category, official, explanation } = explained;
  const isLocal = scheme.official?.predicate === 'national-matrix';
  const rating = (code: string | null) => RATINGS.find((each) => each === code);
  const predicate = PREDICATES.find((each) => each === official.predicate);
  const [results, behaviour] = [rating(official.results), rating(official.behaviour)];
  return (
    <div class="grid gap-4 text-sm">
      <dl class="flex flex-wrap gap-x-8 gap-y-3">
        <Value term={text.resultWouldBe()} isMain>
          {category === null ? '–' : inLocale(categoryOf(scheme, category))}
        </Value>
        {score === null ? null : <Value term={text.resultScore()}>{formatDecimal(score)}</Value>}
        {isLocal && predicate ? (
          <Value term={text.resultPredicate()}>{inLocale(predicateLabel(predicate))}</Value>
        ) : null}
        {results ? <Value term={text.officialResults()}>{inLocale(ratingLabel(results))}</Value> : null}
        {behaviour ? <Value term={text.officialBehaviour()}>{inLocale(ratingLabel(behaviour))}</Value> : null}
      </dl>
      {explanation ? (
        <>
          <p class="max-w-prose">{inLocale(sentence(explanation))}</p>
          <details class="rounded-field border border-base-300">
            <summary class="cursor-pointer px-3 py-2 font-medium">{text.how()}</summary>
            <div class="px-3 pb-3">
              <Tree step={explanation} />
            </div>
          </details>
        </>
      ) : null}
    </div>
  );
}

function Value(props: { term: string; isMain?: boolean; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt class="text-base-content/75">{props.term}</dt>
      <dd class={props.isMain ? 'text-2xl font-semibold text-primary' : 'text-lg font-medium num'}>
        {props.children}
      </dd>
    </div>
  );
}

/** Every step with its rule, weight and evidence, indented by depth. */
export function Tree({ step }: { step: Explanation }) {
  return (
    <div class="grid gap-2 min-w-0">
      <p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span class="font-medium">{inLocale(step.label)}</span>
        <Badge>{inLocale(valueLabel(step.value))}</Badge>
        {step.weight === undefined ? null : (
          <span class="text-base-content/75">{text.stepWeight({ percent: formatDecimal(step.weight) })}</span>
        )}
        {step.suggestion ? <span class="text-base-content/75">({text.suggested()})</span> : null}
      </p>
      <p class="max-w-prose wrap-anywhere">{inLocale(step.rule)}</p>
      {step.inputs.length > 0 ? (
        <details>
          <summary class="cursor-pointer link py-1">
            {text.inputs()}: {step.inputs.length}
          </summary>
          <ul class="grid gap-1 pt-1">
            {step.inputs.map((input) => (
              <li
                key={input.path}
                class="flex flex-wrap justify-between gap-x-4 border-b border-base-300 pb-1"
              >
                <span>{inLocale(input.label)}</span>
                <span class="num">{inLocale(valueLabel(input.value))}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {step.children.map((child) => (
        <div key={child.code} class="border-l-2 border-base-300 pl-3 sm:pl-4">
          <Tree step={child} />
        </div>
      ))}
    </div>
  );
}
