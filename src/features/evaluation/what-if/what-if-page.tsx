import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { Instrument } from '#features/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { ProblemSummary } from '#ui/form.tsx';
import { Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import type { EvaluationView } from '../evaluation-view.ts';
import { inShort } from '../local/in-short.ts';
import { ContributionsTable } from '../pages/contributions.tsx';
import { text } from '../text-local.ts';
import type { WhatIf } from './what-if.ts';

interface Props {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly played: WhatIf;
}

/** Values to play with, what would come out, and what would differ. A plain form; nothing is kept. */
export function WhatIfPage({ visit, evaluation, played }: Props) {
  const { view, scheme } = evaluation;
  const path = visit.path(`/appraisals/${view.participation.id}/result`);
  return (
    <AppraisalFrame visit={visit} view={view} current="result" title={text.whatIfTitle()}>
      <p class="max-w-prose">
        {text.whatIfIntro()} {text.whatIfAnonymous()}
      </p>
      <p>
        <a class="link" href={path}>
          {text.backToResult()}
        </a>
      </p>
      <ProblemSummary errors={played.problems} />
      <Outcome evaluation={evaluation} played={played} />
      {/* The answer is a page of its own and not a redirect, so this form is left to the browser; and what was typed
          is only on this page, so no live refresh may take it away. */}
      <form
        method="post"
        action={`${path}/what-if`}
        class="grid gap-6"
        data-turbo="false"
        data-controller="once"
        data-dirty={played.isChanged ? 'true' : undefined}
      >
        <Instrument
          compiled={scheme}
          frame={played.frame}
          state={{ fields: played.fields, problems: played.problems }}
        />
        <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex flex-wrap justify-end gap-3">
          <LinkButton href={`${path}/what-if`} look="ghost" icon="rotate">
            {text.startAgain()}
          </LinkButton>
          <SubmitButton icon="calculator">{text.compute()}</SubmitButton>
        </div>
      </form>
    </AppraisalFrame>
  );
}

function Outcome({ evaluation, played }: Omit<Props, 'visit'>) {
  const { explained, differences, missing } = played;
  const { scheme } = evaluation.scheme;
  const category = scheme.categories.find((each) => each.code === explained.category);
  const predicate = PREDICATES.find((each) => each === explained.official.predicate);
  const isLocal = scheme.authority === 'local';
  return (
    <Card title={text.wouldBe()}>
      <div class="grid gap-4">
        {category ? (
          <p class="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span class="text-3xl font-semibold text-primary">{inLocale(category.label)}</span>
            {explained.score === null ? null : (
              <span class="num">
                {text.score()} {formatDecimal(explained.score)}
              </span>
            )}
            {isLocal && predicate ? (
              <span>
                {text.officialPredicate()}: <strong>{inLocale(predicateLabel(predicate))}</strong>
              </span>
            ) : null}
          </p>
        ) : (
          <Notice tone="warning">{text.cannotSay({ components: missing.join(', ') || '–' })}</Notice>
        )}
        {category && explained.explanation ? (
          <p class="max-w-prose">
            {inLocale(
              evaluation.roles.has('employee') ? inShort(explained.explanation) : explained.explanation.rule,
            )}
          </p>
        ) : null}
        <Differences played={played} />
        {explained.explanation && differences.length > 0 ? (
          <ContributionsTable explanation={explained.explanation} />
        ) : null}
      </div>
    </Card>
  );
}

function Differences({ played: { differences, isChanged } }: { played: WhatIf }) {
  if (differences.length === 0)
    return <p class="text-sm text-base-content/75">{isChanged ? text.same() : text.unchangedYet()}</p>;
  return (
    <table class="table table-sm max-w-2xl">
      <caption class="text-left font-medium pb-1">{text.whatDiffers()}</caption>
      <thead>
        <tr>
          <th scope="col" class="text-base-content/75">
            {text.part()}
          </th>
          <th scope="col" class="text-base-content/75">
            {text.now()}
          </th>
          <th scope="col" class="text-base-content/75">
            {text.changed()}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((row) => (
          <tr key={row.key}>
            <th scope="row" class="font-normal wrap-anywhere">
              {row.label}
            </th>
            <td class="num">{row.now}</td>
            <td class="num font-medium">{row.changed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
