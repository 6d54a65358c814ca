/** One question a screen, the closing words, or all of it on one page: the same fields, the same saving. */
import type { ComponentChildren } from 'preact';
import { inLocale } from '#platform/locale/locale.ts';
import { Layout } from '#ui/layout.tsx';
import { Notice } from '#ui/parts.tsx';
import { text as uiText } from '#ui/text.ts';
import { WHOLE } from '../draft.ts';
import type { FormView } from '../load.ts';
import type { Question } from '../questions.ts';
import { text } from '../text.ts';
import { levelLabel, WorkDetails } from './parts.tsx';
import { QuestionFields, RemarkField, remarkField, type Shown } from './question-fields.tsx';

export interface QuestionView {
  readonly view: FormView;
  /** From 1; one more than there are questions for the closing words; undefined for all on one page. */
  readonly number: number | undefined;
  readonly shown: Shown;
  /** Another device saved something else meanwhile. */
  readonly isStale: boolean;
  /** Marks this drawing of the page, so that its own late save is not taken for another device. */
  readonly page: string;
}

export function QuestionPage(props: QuestionView) {
  const { view, number } = props;
  const { questions, seat } = view;
  const question = number === undefined ? undefined : questions[number - 1];
  const title =
    number === undefined ? text.allTitle() : question ? inLocale(question.label) : text.wholeTitle();
  return (
    <Layout chrome={seat.chrome} title={title} current="voices" width="narrow">
      <div class="grid gap-2">
        <Progress {...props} />
        {question ? (
          <QuestionHeading question={question} />
        ) : (
          <h1 class="text-xl md:text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        )}
        {number !== undefined && !question ? <p class="max-w-prose">{text.wholeIntro()}</p> : null}
      </div>
      {props.isStale ? <StaleNotice {...props} question={question} /> : null}
      <DraftForm {...props}>
        {number === undefined ? <AllQuestions {...props} /> : null}
        {question ? (
          <QuestionFields question={question} shown={props.shown} isAnonymous={view.asked.isAnonymous}>
            <WorkDetails view={view} about={aboutOf(question)} />
          </QuestionFields>
        ) : (
          <RemarkField
            field={remarkField(WHOLE)}
            label={text.remark()}
            body={props.shown.remarks[WHOLE] ?? ''}
            problem={props.shown.problems[WHOLE]}
            isAnonymous={view.asked.isAnonymous}
          />
        )}
      </DraftForm>
    </Layout>
  );
}

function aboutOf({ label, meanings, team }: Question): string {
  return [label, ...meanings].map((each) => inLocale(each)).join(' ') + (team?.name ?? '');
}

/** Whom it is about and how far one has come, on one line: the question itself needs the room of a phone. */
function Progress({ view, number }: QuestionView) {
  const total = view.questions.length;
  const within = number === undefined ? undefined : view.questions[number - 1]?.within;
  const person = [text.aboutPerson({ person: view.asked.person.name }), within && inLocale(within)]
    .filter(Boolean)
    .join(' · ');
  if (number === undefined) return <p class="text-sm text-base-content/75">{person}</p>;
  const isOver = number > total;
  const words = isOver ? text.closing() : text.questionOf({ number, total });
  return (
    <div class="text-sm">
      <div class="flex justify-between gap-x-4">
        <span class="text-base-content/75">{person}</span>
        <span class="font-medium num whitespace-nowrap">
          {isOver ? text.closing() : text.placeOf({ number, total })}
        </span>
      </div>
      <progress
        class="progress progress-primary w-full"
        value={Math.min(number, total)}
        max={total}
        aria-label={words}
      />
    </div>
  );
}

function QuestionHeading({ question }: { question: Question }) {
  const { label, meanings, team } = question;
  return (
    <div class="grid gap-1">
      <h1 class="text-xl md:text-2xl font-semibold tracking-tight text-balance">{inLocale(label)}</h1>
      <Meanings meanings={meanings.map(inLocale)} />
      {team ? <TeamLine team={team} /> : null}
    </div>
  );
}

function TeamLine({ team }: { team: NonNullable<Question['team']> }) {
  return (
    <p class="text-sm text-base-content/75">
      {text.teamRole({ role: text[`role-${team.role}`](), months: team.months })}
    </p>
  );
}

function Meanings({ meanings }: { meanings: readonly string[] }) {
  if (meanings.length <= 1) return meanings[0] ? <p class="text-sm max-w-prose">{meanings[0]}</p> : null;
  return (
    <ul class="list-disc pl-5 text-sm">
      {meanings.map((meaning) => (
        <li key={meaning}>{meaning}</li>
      ))}
    </ul>
  );
}

function AllQuestions({ view, shown }: QuestionView) {
  return (
    <>
      <WorkDetails view={view} about="" />
      {view.questions.map((question) => (
        <section key={question.key} class="grid gap-3 border-t border-base-300 pt-6">
          <div class="grid gap-1">
            <p class="text-sm text-base-content/75">{inLocale(question.within)}</p>
            <h2 class="text-lg font-semibold">{inLocale(question.label)}</h2>
            <Meanings meanings={question.meanings.map(inLocale)} />
            {question.team ? <TeamLine team={question.team} /> : null}
          </div>
          <QuestionFields question={question} shown={shown} isAnonymous={view.asked.isAnonymous} />
        </section>
      ))}
    </>
  );
}

/** Both stand beside each other: what the other device saved in words, what was chosen here in the fields. */
function StaleNotice({ view, question }: QuestionView & { question: Question | undefined }) {
  const stored = question?.choices.find(({ code }) => code === view.draft.answers[question.key]);
  const words =
    question === undefined
      ? text.staleAll()
      : text.staleBody({
          stored: stored
            ? levelLabel(stored)
            : view.draft.answers[question.key]
              ? text.cannotSay()
              : text.nothingStored(),
        });
  return (
    <Notice tone="warning" title={text.staleTitle()}>
      <p>{words}</p>
    </Notice>
  );
}

function DraftForm(props: QuestionView & { children: ComponentChildren }) {
  const { view, number, page, children } = props;
  const { seat, revision, questions } = view;
  const isLast = number === undefined || number > questions.length;
  return (
    <form
      method="post"
      action={`${seat.base}/draft`}
      class="grid grid-cols-[minmax(0,1fr)] gap-3"
      data-controller="autosave"
      data-autosave-saved-value={uiText.saved()}
      data-autosave-saving-value={uiText.saving()}
      data-autosave-failed-value={uiText.notSaved()}
      data-autosave-stale-value={uiText.stale()}
    >
      <input type="hidden" name="revision" value={revision} data-autosave-target="revision" />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="q" value={number ?? 'all'} />
      {children}
      <div class="sticky bottom-0 z-10 -mx-4 px-4 py-2.5 bg-base-200 border-t border-base-300">
        {/* The first button is the one that Enter presses; on the screen it stands last. */}
        <div class="flex flex-row-reverse gap-3">
          <button class="btn btn-primary flex-1 min-h-12" type="submit" name="go" value="next">
            {isLast ? text.toReview() : text.next()}
          </button>
          {number === undefined ? null : (
            <button class="btn btn-outline min-h-12" type="submit" name="go" value="back">
              {text.back()}
            </button>
          )}
        </div>
        <p class="text-xs text-center text-base-content/75" role="status" data-autosave-target="status" />
      </div>
      <button class="link py-1 text-sm cursor-pointer w-fit" type="submit" name="go" value="later">
        {text.later()}
      </button>
    </form>
  );
}
