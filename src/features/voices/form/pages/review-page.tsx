/** Exactly what the ratee will read, what was answered, what may tell who wrote it; then sending. */
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { WHOLE } from '../draft.ts';
import { findingsIn } from '../identifying.ts';
import { answeredCount, contentOf, type FormView, nextQuestion, ratedCount } from '../load.ts';
import { levelOf, type Question } from '../questions.ts';
import { text } from '../text.ts';
import { text as reviewText } from '../text-review.ts';
import { aboutLine, itemName, levelLabel, Promises } from './parts.tsx';

/** Why sending was held up once: a pattern that an example would explain, or answers that another device changed. */
export type Hold = 'one-level' | 'only-ends' | 'changed';

export function ReviewPage({ view, hold }: { view: FormView; hold?: Hold }) {
  const nudge = hold === 'changed' ? undefined : hold;
  const { seat, asked, questions, draft } = view;
  const open = questions.filter((question) => !draft.answers[question.key]).length;
  const canSend = ratedCount(view) > 0;
  const person = asked.person.name;
  return (
    <Layout chrome={seat.chrome} title={reviewText.title()} current="voices" width="narrow">
      <PageHeading title={reviewText.title()} above={aboutLine(asked)} intro={reviewText.intro({ person })} />
      {hold === 'changed' ? <Notice tone="warning">{reviewText.changedSince()}</Notice> : null}
      {nudge ? (
        <Notice tone="warning" title={reviewText.nudgeTitle()}>
          <p>{reviewText[`nudge-${nudge}`]()}</p>
          <p class="mt-2">
            <LinkButton small href={`${seat.base}?q=${questions.length + 1}`} icon="edit">
              {reviewText.writeExample()}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {canSend ? null : <Notice tone="error">{reviewText.nothingToSend()}</Notice>}
      {canSend && open > 0 ? (
        <Notice tone="warning">
          <p>{reviewText.unansweredNotice({ count: open })}</p>
          <p class="mt-2">
            <LinkButton small href={`${seat.base}?q=${nextQuestion(view)}`}>
              {reviewText.answerThem()}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {asked.isAnonymous ? <SeenWithoutName view={view} /> : <SeenWithName view={view} />}
      {asked.isAnonymous ? <OwnAnswers view={view} /> : null}
      <Promises view={view} />
      <form method="post" action={`${seat.base}/answer`} class="grid gap-3" data-controller="once">
        <input type="hidden" name="revision" value={view.revision} />
        {nudge ? <input type="hidden" name="nudged" value="yes" /> : null}
        {canSend ? (
          <SubmitButton wide icon="send">
            {nudge ? reviewText.sendAnyway() : reviewText.send()}
          </SubmitButton>
        ) : null}
        <LinkButton href={`${seat.base}?q=${questions.length + 1}`} look="ghost" icon="arrowLeft">
          {text.back()}
        </LinkButton>
      </form>
      <p class="text-sm">
        <a class="link inline-block py-2" href={`${seat.base}/refusal`}>
          {text.notForMe()}
        </a>
      </p>
    </Layout>
  );
}

/** As on the page of the ratee: one figure a part, and the remarks as they were typed. */
function SeenWithoutName({ view }: { view: FormView }) {
  const { asked, questions } = view;
  const content = contentOf(view);
  const parts = new Map(questions.map((question) => [question.component, question.within]));
  return (
    <Card title={reviewText.seenTitle({ person: asked.person.name })}>
      <dl class="grid gap-3 text-sm">
        {[...parts].map(([code, label]) => (
          <div key={code}>
            <dt class="font-medium">{inLocale(label)}</dt>
            <dd>
              {code in content.components
                ? reviewText.meanOf({ least: asked.least })
                : reviewText.partEmpty()}
            </dd>
          </div>
        ))}
      </dl>
      <p class="text-sm text-base-content/75 mt-2">{reviewText.meanOnly()}</p>
      <h3 class="font-medium mt-5">{reviewText.remarksTitle()}</h3>
      {content.remarks.length > 0 ? (
        <p class="text-sm text-base-content/75">{reviewText.remarksMixed()}</p>
      ) : null}
      <Remarks view={view} />
    </Card>
  );
}

/** A named voice: levels, words and the name stand together. */
function SeenWithName({ view }: { view: FormView }) {
  const { asked, writer } = view;
  return (
    <Card title={reviewText.seenTitle({ person: asked.person.name })}>
      <p class="text-sm mb-3">{reviewText.saidBy({ name: writer.name, voice: text[asked.voice]() })}</p>
      <AnswerList view={view} />
      <h3 class="font-medium mt-5">{reviewText.remarksNamed()}</h3>
      <Remarks view={view} />
    </Card>
  );
}

/** Folded away unless something is left to answer: what the ratee reads comes first. */
function OwnAnswers({ view }: { view: FormView }) {
  const answered = answeredCount(view);
  const total = view.questions.length;
  return (
    <Card>
      <details open={answered < total}>
        <summary class="cursor-pointer">
          <h2 class="text-lg font-semibold inline">{reviewText.ownTitle({ answered, total })}</h2>
        </summary>
        <p class="text-sm text-base-content/75 my-3">{reviewText.ownHidden()}</p>
        <AnswerList view={view} />
      </details>
    </Card>
  );
}

function AnswerList({ view }: { view: FormView }) {
  const { questions, seat, draft } = view;
  const words = (question: Question) => {
    const choice = levelOf(question, draft.answers);
    if (choice) return levelLabel(choice);
    return draft.answers[question.key] ? text.cannotSay() : reviewText.unanswered();
  };
  return (
    <ol class="divide-y divide-base-300 text-sm">
      {questions.map((question, index) => (
        <li key={question.key} class="py-2 flex gap-3 items-baseline justify-between">
          <span class="min-w-0">
            {inLocale(question.label)}
            <span class="block font-medium">{words(question)}</span>
          </span>
          <a
            class="link py-2 shrink-0"
            href={`${seat.base}?q=${index + 1}`}
            aria-label={reviewText.changeItem({ item: itemName(question) })}
          >
            {reviewText.change()}
          </a>
        </li>
      ))}
    </ol>
  );
}

function Remarks({ view }: { view: FormView }) {
  const { questions, asked, writer, seat } = view;
  const { remarks } = contentOf(view);
  if (remarks.length === 0) return <p class="text-sm mt-1">{reviewText.noRemarks()}</p>;
  return (
    <ul class="grid gap-4 mt-2">
      {remarks.map(({ item, body }) => {
        const at = questions.findIndex(({ key }) => key === item);
        const question = questions[at];
        const findings = asked.isAnonymous ? findingsIn(body, writer) : [];
        return (
          <li key={item} class="grid gap-2">
            <p class="text-sm text-base-content/75 flex justify-between gap-3">
              <span>{question ? inLocale(question.label) : reviewText.wholeForm()}</span>
              <a
                class="link shrink-0"
                href={`${seat.base}?q=${item === WHOLE ? questions.length + 1 : at + 1}`}
                aria-label={reviewText.changeItem({
                  item: question ? itemName(question) : reviewText.wholeForm(),
                })}
              >
                {reviewText.change()}
              </a>
            </p>
            <blockquote class="border-l-2 border-primary pl-3 whitespace-pre-line break-words">
              {body}
            </blockquote>
            {findings.length > 0 ? <MayTell findings={findings} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function MayTell({ findings }: { findings: ReturnType<typeof findingsIn> }) {
  return (
    <div class="alert alert-warning alert-soft items-start text-base-content text-sm">
      <Icon name="alert" class="mt-0.5" />
      <div class="min-w-0">
        <p class="font-medium">{reviewText.mayTell()}</p>
        <ul class="list-disc pl-5">
          {findings.map(({ hint, words }) => (
            <li key={`${hint}${words}`}>{reviewText[`hint-${hint}`]({ words })}</li>
          ))}
        </ul>
        <p class="mt-1">{reviewText.mayTellAdvice()}</p>
      </div>
    </div>
  );
}
