import type { Visit } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import { type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Pattern } from '../answers/questions.ts';
import { text as mirrorText } from '../text.ts';
import { PATTERNS, text } from '../text-answers.ts';
import { AnswerField, PatternBody } from './patterns.tsx';

/** Between the result and its ratification: each pattern in plain words and one field for it. */
export function AnswersPage(props: {
  visit: Visit;
  participation: Participation;
  patterns: readonly Pattern[];
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}) {
  const { visit, participation, patterns, typed = {}, errors = {} } = props;
  const result = visit.path(`/appraisals/${participation.id}/result`);
  return (
    <Layout chrome={visit.chrome} title={text.pageTitle()} current="team" width="narrow">
      <PageHeading
        title={text.pageTitle()}
        above={
          <a class="link" href={result}>
            {participation.person.name} · {participation.period.name}
          </a>
        }
        intro={<p>{text.pageIntro({ person: participation.person.name })}</p>}
      />
      <form
        class="grid gap-6"
        method="post"
        action={visit.path(`/fairness/answers/${participation.id}`)}
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        {patterns.map((pattern) => (
          <Card key={pattern.detector} title={capital(PATTERNS[pattern.detector].name())}>
            <div class="grid gap-4">
              <PatternBody visit={visit} pattern={pattern} />
              <AnswerField pattern={pattern} typed={typed} errors={errors} />
            </div>
          </Card>
        ))}
        <div class="flex flex-wrap gap-3">
          <SubmitButton icon="send">{text.sendOnWay()}</SubmitButton>
          <LinkButton href={result} look="ghost">
            {text.backToResult()}
          </LinkButton>
        </div>
        <p class="text-sm">
          <a class="link" href={visit.path(`/fairness/mirror/${participation.period.id}`)}>
            {mirrorText.link()}
          </a>
        </p>
      </form>
    </Layout>
  );
}

export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('id') + words.slice(1);
}
