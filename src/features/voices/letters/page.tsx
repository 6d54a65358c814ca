import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { RoundTabs } from '../asking/pages/round-tabs.tsx';
import type { Round } from '../queries.ts';
import { type FailedLetter, LETTER_STATES, type LetterCounts } from './queries.ts';
import { letterText as text } from './text.ts';

export interface LettersView {
  readonly visit: Visit;
  readonly round: Round;
  readonly counts: LetterCounts;
  readonly failed: readonly FailedLetter[];
  /** Address of the next page of failed letters. */
  readonly next: string | undefined;
  readonly hasServer: boolean;
  readonly refused?: { readonly id: string; readonly message: string; readonly address: string } | undefined;
}

export function LettersPage(view: LettersView) {
  const { visit, round, counts, failed, next, hasServer } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods" width="narrow">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        above={
          <a class="link" href={visit.path(`/periods/${round.periodId}/voices`)}>
            {text.round()} · {round.periodName}
          </a>
        }
      />
      <RoundTabs visit={visit} periodId={round.periodId} current="letters" />
      {hasServer ? null : <Notice tone="warning">{text.noServer()}</Notice>}
      {counts.total === 0 ? (
        <EmptyState icon="mail" title={text.noLetters()}>
          {text.noLettersHint()}
        </EmptyState>
      ) : (
        <Progress counts={counts} />
      )}
      <Card title={text.problems()}>
        {failed.length === 0 ? <p>{text.noProblems()}</p> : null}
        <ul class="grid gap-6">
          {failed.map((letter) => (
            <Failed key={letter.id} {...view} letter={letter} />
          ))}
        </ul>
        {next ? (
          <p class="mt-4">
            <LinkButton href={next}>{text.more()}</LinkButton>
          </p>
        ) : null}
      </Card>
    </Layout>
  );
}

function Progress({ counts }: { counts: LetterCounts }) {
  const done = counts.total - counts.byState.waiting;
  return (
    <Card>
      <p class="font-medium" id="letters-progress">
        {text.progress({ done, total: counts.total })}
      </p>
      <progress
        class="progress progress-primary w-full mt-2"
        value={done}
        max={counts.total}
        aria-labelledby="letters-progress"
      />
      <dl class="mt-4 grid grid-cols-2 sm:grid-cols-5 gap-4">
        {LETTER_STATES.map((state) => (
          <div key={state}>
            <dt class="text-sm text-base-content/75">{text[`state_${state}`]()}</dt>
            <dd class="text-xl font-semibold num">{counts.byState[state]}</dd>
          </div>
        ))}
        <div>
          <dt class="text-sm text-base-content/75">{text.withoutAddress()}</dt>
          <dd class="text-xl font-semibold num">{counts.withoutAddress}</dd>
        </div>
      </dl>
    </Card>
  );
}

function Failed({ visit, round, letter, refused }: LettersView & { letter: FailedLetter }) {
  const own = refused?.id === letter.id ? refused : undefined;
  const field = `address-${letter.id}`;
  return (
    <li>
      <p class="font-medium">
        {letter.name} · {text[`state_${letter.state}`]()}
      </p>
      <p class="text-sm text-base-content/75 break-words">
        {text.reason()}: {letter.problem}
      </p>
      <form
        method="post"
        action={visit.path(`/periods/${round.periodId}/voices/letters/${letter.id}`)}
        class="mt-2 flex flex-wrap items-end gap-2"
      >
        <div class="grow grid gap-1">
          <label class="text-sm font-medium" for={field}>
            {text.address()}
          </label>
          <input
            class={`input w-full ${own ? 'input-error' : ''}`}
            id={field}
            name="address"
            type="email"
            required
            autocomplete="off"
            value={own?.address ?? letter.address}
            aria-invalid={own ? true : undefined}
            aria-describedby={own ? `${field}-error` : undefined}
          />
          {own ? (
            <p class="text-sm text-error" id={`${field}-error`} role="alert">
              {own.message}
            </p>
          ) : null}
        </div>
        <SubmitButton look="outline">{text.mend()}</SubmitButton>
      </form>
    </li>
  );
}
