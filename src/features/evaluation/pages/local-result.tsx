/** The result of a scheme of the agency beside the official predicate, and how one led to the other. */
import type { Explanation } from '#domain/explanation.ts';
import { type Predicate, predicateLabel, type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { nodeOf, OFFICIAL, suggestedRatings } from '#features/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card, Notice } from '#ui/parts.tsx';
import type { LocalEvidence } from '../content.ts';
import { text } from '../text-local.ts';
import { ContributionsTable } from './contributions.tsx';
import { RatingBadge } from './parts.tsx';
import { ScoreTrack } from './score-track.tsx';

export interface LocalOutcome {
  readonly score: string | null;
  readonly explanation: Explanation | null;
  readonly category: string | null;
}

/** Beside the official predicate: category and score, and where the score lies between the thresholds. */
export function LocalCategory({ scheme, outcome }: { scheme: CompiledScheme; outcome: LocalOutcome }) {
  const category = scheme.scheme.categories.find((each) => each.code === outcome.category);
  if (!category) return null;
  return (
    <div class="grid gap-3 content-start">
      <h3 class="text-sm text-base-content/75">{text.byScheme({ scheme: inLocale(scheme.scheme.title) })}</h3>
      <p class="flex flex-wrap items-baseline gap-x-3">
        <span class="text-3xl font-semibold tracking-tight">{inLocale(category.label)}</span>
        {outcome.score === null ? null : (
          <span class="text-xl num">
            <span class="sr-only">{text.score()}</span> {formatDecimal(outcome.score)}
          </span>
        )}
      </p>
      {outcome.score === null ? null : (
        <ScoreTrack scheme={scheme.scheme} score={outcome.score} category={category.code} />
      )}
      {outcome.explanation && nodeOf(outcome.explanation, 'alignment') ? (
        <p class="text-sm">
          <a class="link" href="#mapping">
            {text.aligned()}
          </a>
        </p>
      ) : null}
    </div>
  );
}

export function MakingCard({ explanation }: { explanation: Explanation }) {
  const table = ContributionsTable({ explanation });
  return table ? <Card title={text.makingTitle()}>{table}</Card> : null;
}

/** Both official ratings with what the scheme suggested, the reason of a departure, and the predicate they give. */
export function MappingCard(props: {
  scheme: CompiledScheme;
  evidence: LocalEvidence;
  explanation: Explanation;
  ratings: { readonly results: Rating; readonly behaviour: Rating };
  predicate: Predicate;
}) {
  const { scheme, evidence, explanation, ratings, predicate } = props;
  const suggested = suggestedRatings(scheme, evidence.scheme);
  const alignment = nodeOf(explanation, 'alignment');
  const labels = { results: text.resultsRating(), behaviour: text.behaviourRating() };
  return (
    <Card title={text.mappingTitle()} id="mapping">
      <p class="text-sm text-base-content/75 max-w-prose">{text.mappingIntro()}</p>
      <table class="mt-4 w-full text-sm max-sm:block">
        <caption class="sr-only">{text.mappingTitle()}</caption>
        <thead class="text-xs text-base-content/75 max-sm:sr-only">
          <tr>
            {[text.rating(), text.suggested(), text.decided(), text.reason()].map((heading) => (
              <th key={heading} scope="col" class="font-normal text-left pb-1 pr-3">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="max-sm:block">
          {OFFICIAL.map((name) => {
            const suggestion = suggested[name];
            return (
              <tr
                key={name}
                class="border-t border-base-300 align-top max-sm:grid max-sm:gap-y-1 max-sm:py-3"
              >
                <th scope="row" class="font-medium text-left py-2 pr-3 max-sm:py-0">
                  {labels[name]}
                </th>
                <Cell heading={text.suggested()}>
                  {suggestion ? <RatingBadge rating={suggestion} label={ratingLabel(suggestion)} /> : '–'}
                </Cell>
                <Cell heading={text.decided()}>
                  <RatingBadge rating={ratings[name]} label={ratingLabel(ratings[name])} />
                </Cell>
                <td class="py-2 max-sm:py-0">
                  {suggestion === ratings[name] ? text.asSuggested() : reasonOf(evidence, name)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="mt-3 text-sm border-t border-base-300 pt-3">
        {text.officialPredicate()}: <strong>{inLocale(predicateLabel(predicate))}</strong>
      </p>
      {alignment ? (
        <div class="mt-3">
          <Notice tone="warning" title={inLocale(alignment.label)}>
            {inLocale(alignment.rule)}
          </Notice>
        </div>
      ) : null}
    </Card>
  );
}

function Cell({ heading, children }: { heading: string; children: preact.ComponentChildren }) {
  return (
    <td class="py-2 pr-3 max-sm:p-0 max-sm:flex max-sm:items-center max-sm:gap-2">
      <span class="sm:hidden w-24 shrink-0 text-xs text-base-content/75" aria-hidden="true">
        {heading}
      </span>
      {children}
    </td>
  );
}

function reasonOf({ scheme }: LocalEvidence, name: (typeof OFFICIAL)[number]): string {
  const official = scheme.official as
    | Readonly<Record<string, { readonly reason?: string } | undefined>>
    | undefined;
  return official?.[name]?.reason ?? '';
}
