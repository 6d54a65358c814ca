/** The screens of an answer: what it is about, one question a screen or all at once, the last words, the end. */
import type { ComponentChildren } from 'preact';
import type { SurveyQuestion } from '#domain/surveys/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Chrome } from '#ui/layout.tsx';
import type { Counter } from '../counters/queries.ts';
import type { Round } from '../rounds/queries.ts';
import { CitizenLayout } from './layout.tsx';
import { isElement, MOST_WORDS, missingOf, partsOf, questionsOf, type Sheet } from './sheet.ts';
import { PROFILE } from './submit.ts';
import { text } from './text.ts';

export interface Place {
  readonly chrome: Chrome;
  readonly agency: { readonly name: string; readonly code: string; readonly isSample: boolean };
}

export interface AnswerView extends Place {
  readonly round: Round;
  readonly counter: Counter;
  readonly sheet: Sheet;
  readonly action: string;
  /** Sent although answers were missing. */
  readonly isRefused?: boolean;
}

const FORM = 'answers';

export function AnswerPage(view: AnswerView) {
  const { chrome, agency, sheet, counter, action } = view;
  const questions = questionsOf(view.round);
  const question = questions[sheet.at];
  const isStart = sheet.at < 0;
  return (
    <CitizenLayout
      chrome={chrome}
      title={text.title()}
      place={counter.unitName}
      isSample={agency.isSample}
      form={FORM}
    >
      <form id={FORM} method="post" action={action}>
        <Carried sheet={sheet} isAll={sheet.isLong && !isStart} />
        {isStart ? (
          <Start {...view} />
        ) : sheet.isLong ? (
          <AllQuestions {...view} questions={questions} />
        ) : question ? (
          <OneQuestion {...view} question={question} count={questions.length} />
        ) : (
          <Last {...view} />
        )}
      </form>
    </CitizenLayout>
  );
}

/** What is known already. On the long page the fields themselves hold it. */
function Carried({ sheet, isAll }: { sheet: Sheet; isAll: boolean }) {
  return (
    <>
      <input type="hidden" name="id" value={sheet.id} />
      <input type="hidden" name="at" value={String(sheet.at)} />
      {sheet.isLong ? <input type="hidden" name="form" value="long" /> : null}
      {isAll
        ? null
        : Object.entries(sheet.given).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
    </>
  );
}

function Start({ counter, round }: AnswerView) {
  return (
    <>
      <p class="soft">{counter.name}</p>
      <h1>{text.heading()}</h1>
      <p>{counter.service}</p>
      <p>{text.about({ count: questionsOf(round).length })}</p>
      <p class="soft">{text.promise({ count: round.least })}</p>
      <button class="go" type="submit" name="go" value="start">
        {text.start()}
      </button>
      <button class="plain" type="submit" name="go" value="long">
        {text.onePage()}
      </button>
    </>
  );
}

type Asked = AnswerView & { question: SurveyQuestion; count: number };

function OneQuestion({ sheet, question, count, isRefused }: Asked) {
  const number = text.question({ number: sheet.at + 1, count });
  const chosen = sheet.given[question.code];
  const mayBeSkipped = !isElement(question.code);
  return (
    <>
      <progress max={count} value={sheet.at} aria-label={number} />
      <p class="soft">
        {number}
        {mayBeSkipped ? ` · ${text.ownQuestion()}` : ''}
      </p>
      <h1>{inLocale(question.question)}</h1>
      {isRefused ? (
        <p class="bad" role="alert">
          {text.missing()}
        </p>
      ) : null}
      {question.answers.map((answer, index) => {
        const value = String(index + 1);
        return (
          <button
            key={value}
            class="answer"
            type="submit"
            name={question.code}
            value={value}
            aria-pressed={chosen === value}
          >
            {inLocale(answer)}
          </button>
        );
      })}
      <div class="row">
        <button class="plain" type="submit" name="go" value="back">
          {text.back()}
        </button>
        {mayBeSkipped || chosen ? (
          <button class="plain" type="submit" name="go" value="next">
            {chosen ? text.next() : text.skip()}
          </button>
        ) : null}
      </div>
    </>
  );
}

function Last(view: AnswerView) {
  return (
    <>
      <h1>{text.last()}</h1>
      <p class="soft">{text.lastHint()}</p>
      <LastFields {...view} />
      <button class="go" type="submit" name="go" value="send">
        {text.send()}
      </button>
      <button class="plain" type="submit" name="go" value="back">
        {text.back()}
      </button>
    </>
  );
}

function LastFields({ round, sheet }: AnswerView) {
  const parts = partsOf(round);
  return (
    <>
      {round.asksWords ? (
        <>
          <label for="words">{text.words()}</label>
          <p class="soft" id="words-hint">
            {text.wordsHint()}
          </p>
          <textarea id="words" name="words" rows={4} maxLength={MOST_WORDS} aria-describedby="words-hint">
            {sheet.given.words ?? ''}
          </textarea>
        </>
      ) : null}
      {parts.length > 0 ? (
        <>
          <h2>{text.aboutYou()}</h2>
          <p class="soft">{text.aboutYouHint()}</p>
          {parts.map((part) => (
            <div key={part}>
              <label for={part}>{text[part]()}</label>
              <select id={part} name={part}>
                <option value="">{text.notSaid()}</option>
                {PROFILE[part].map((value) => (
                  <option key={value} value={value} selected={sheet.given[part] === value}>
                    {text[value]()}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </>
      ) : null}
    </>
  );
}

function AllQuestions(view: AnswerView & { questions: readonly SurveyQuestion[] }) {
  const { sheet, questions, isRefused } = view;
  const missing = isRefused ? missingOf(sheet) : [];
  return (
    <>
      <h1>{text.heading()}</h1>
      {missing.length > 0 ? (
        <p class="bad" role="alert">
          {text.missingMany({ count: missing.length })}
        </p>
      ) : null}
      {questions.map((question) => (
        <fieldset key={question.code} id={question.code}>
          <legend>{inLocale(question.question)}</legend>
          {isElement(question.code) ? null : <p class="soft">{text.ownQuestion()}</p>}
          {missing.includes(question.code) ? <p class="bad">{text.missing()}</p> : null}
          {question.answers.map((answer, index) => (
            <label key={answer.id} class="choice">
              <input
                type="radio"
                name={question.code}
                value={String(index + 1)}
                checked={sheet.given[question.code] === String(index + 1)}
              />
              {inLocale(answer)}
            </label>
          ))}
        </fieldset>
      ))}
      <p class="soft">{text.lastHint()}</p>
      <LastFields {...view} />
      <button class="go" type="submit" name="go" value="send">
        {text.send()}
      </button>
    </>
  );
}

/** A page that only says something. */
export function SayingPage(
  props: Place & { place: string; title: string; children?: ComponentChildren; withResults?: boolean },
) {
  const { chrome, agency, place, title, children, withResults = true } = props;
  return (
    <CitizenLayout chrome={chrome} title={title} place={place} isSample={agency.isSample}>
      <h1>{title}</h1>
      {children}
      {withResults ? (
        <p>
          <a href={`/s/${agency.code}`}>{text.results()}</a>
        </p>
      ) : null}
    </CitizenLayout>
  );
}

/** Where the code on a receipt is typed: it is looked for by an address, so that the page can be sent on. */
export function CodeField({ agency, typed }: { agency: Place['agency']; typed?: string }) {
  return (
    <form method="get" action={`/s/${agency.code}`}>
      <label for="code">{text.code()}</label>
      <input
        class="code"
        id="code"
        name="code"
        value={typed ?? ''}
        maxLength={20}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        required
      />
      <button class="go" type="submit">
        {text.open()}
      </button>
    </form>
  );
}
