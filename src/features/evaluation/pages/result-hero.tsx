import type { ComponentChildren } from 'preact';
import { basisOf, type Explanation, sentence } from '#domain/explanation.ts';
import { type Predicate, predicateLabel, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { nodeOf } from '#features/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { inShort } from '../local/in-short.ts';
import { text } from '../text-result.ts';
import { PREDICATE_TEXT } from './parts.tsx';
import { PredicateMatrix } from './predicate-matrix.tsx';

interface Props {
  readonly scheme: CompiledScheme;
  readonly predicate: Predicate;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly explanation: Explanation;
  /** Speaks to the person it is about; everybody else reads the rule. */
  readonly isOwn: boolean;
  /** Beside the label: state and version. */
  readonly badge?: ComponentChildren;
  /** Who gave it and when. */
  readonly byline?: ComponentChildren;
  /** What the scheme of the agency says, beside; the official matrix where there is none. */
  readonly beside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The answer first and large, then why in one sentence and what would have changed it. */
export function ResultHero(props: Props) {
  const { scheme, predicate, explanation } = props;
  // Everybody but the person it is about reads the rule: the summary speaks to that person.
  const summary = props.beside ? inShort(explanation) : sentence(explanation);
  const why = props.isOwn ? summary : explanation.rule;
  const official = nodeOf(explanation, 'predicate');
  const regulation = basisOf(explanation)[0]?.regulation;
  return (
    <section
      class="bg-base-100 border border-base-300 rounded-box p-5 md:p-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
      aria-labelledby="predicate"
    >
      <div class="min-w-0">
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id="predicate" class="text-sm text-base-content/75">
            {text.predicate()}
          </h2>
          {props.badge}
        </div>
        <p
          class={`text-5xl md:text-6xl font-semibold tracking-tight text-balance mt-2 ${PREDICATE_TEXT[predicate]}`}
        >
          {inLocale(predicateLabel(predicate))}
        </p>
        {props.beside && official ? (
          <p class="mt-4 max-w-prose leading-relaxed text-pretty">{inLocale(official.rule)}</p>
        ) : null}
        <p class="mt-4 max-w-prose leading-relaxed text-pretty">{inLocale(why)}</p>
        <p class="mt-3 text-sm text-base-content/75">
          {props.byline}
          {props.byline && regulation ? ' · ' : ''}
          {regulation ? (
            <a class="link" href="#why">
              {regulation}
            </a>
          ) : null}
        </p>
        {props.children}
      </div>
      <div class="max-w-sm">
        {props.beside ?? (
          <PredicateMatrix scheme={scheme} results={props.resultsRating} behaviour={props.behaviourRating} />
        )}
      </div>
    </section>
  );
}
