/** The fields of one question: levels with what each looks like, that one cannot say, and words beside it. */
import type { ComponentChildren } from 'preact';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { LONGEST_REMARK } from '../draft.ts';
import { CANNOT_SAY, type Question } from '../questions.ts';
import { text } from '../text.ts';
import { levelLabel } from './parts.tsx';

/** What stands in the fields: as saved, or as somebody typed it. */
export interface Shown {
  readonly answers: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export const answerField = (key: string) => `answer:${key}`;
export const remarkField = (key: string) => `remark:${key}`;

export function QuestionFields(props: {
  question: Question;
  shown: Shown;
  isAnonymous: boolean;
  /** Stands between the levels and the remark. */
  children?: ComponentChildren;
}) {
  const { question, shown, isAnonymous } = props;
  const { key, choices } = question;
  const name = answerField(key);
  const choice = (code: string, label: string, anchor: string | undefined) => (
    <label
      key={code}
      class="flex gap-3 items-start px-3 py-1.5 min-h-11 rounded-field border border-base-300 bg-base-100 cursor-pointer has-checked:border-primary has-checked:bg-primary/10 has-focus-visible:outline-2 has-focus-visible:outline-primary"
    >
      <input
        type="radio"
        class="radio radio-sm radio-primary mt-0.5"
        name={name}
        value={code}
        checked={shown.answers[key] === code}
      />
      <span class="min-w-0">
        <span class="font-medium">{label}</span>
        {anchor ? (
          <span class="block text-[0.8125rem] leading-tight text-base-content/75">{anchor}</span>
        ) : null}
      </span>
    </label>
  );
  return (
    <>
      <fieldset class="min-w-0" id={name}>
        <legend class="sr-only">{text.chooseLevel({ item: inLocale(question.label) })}</legend>
        <div class="grid gap-1.5">
          {choices.map((each) => choice(each.code, levelLabel(each), each.anchor && inLocale(each.anchor)))}
          {choice(CANNOT_SAY, text.cannotSay(), undefined)}
        </div>
      </fieldset>
      {props.children}
      <RemarkField
        field={remarkField(key)}
        label={text.remarkFor({ item: inLocale(question.label) })}
        body={shown.remarks[key] ?? ''}
        problem={shown.problems[key]}
        isAnonymous={isAnonymous}
        isFolded
      />
    </>
  );
}

/** Words beside an item, folded away while there are none; the closing words stand open. */
export function RemarkField(props: {
  field: string;
  label: string;
  body: string;
  problem: string | undefined;
  isAnonymous: boolean;
  isFolded?: boolean;
}) {
  const { field, label, body, problem, isAnonymous, isFolded = false } = props;
  const ids = [`${field}-hint`, problem ? `${field}-error` : ''].filter(Boolean).join(' ');
  const fields = (
    <div class="grid gap-1.5">
      <label for={field} class={isFolded ? 'sr-only' : 'font-medium text-sm'}>
        {label}
      </label>
      <p id={`${field}-hint`} class="text-sm text-base-content/75">
        {isAnonymous ? text.remarkAdvice() : text.remarkAdviceNamed()}
      </p>
      <textarea
        class={`textarea w-full ${problem ? 'textarea-error' : ''}`}
        id={field}
        name={field}
        rows={isFolded ? 3 : 5}
        maxLength={LONGEST_REMARK}
        aria-invalid={problem ? true : undefined}
        aria-describedby={ids}
      >
        {body}
      </textarea>
      {problem ? (
        <p id={`${field}-error`} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{problem}</span>
        </p>
      ) : null}
    </div>
  );
  if (!isFolded) return fields;
  return (
    <details open={body !== '' || problem !== undefined}>
      <summary class="text-sm py-2 cursor-pointer link">{text.addRemark()}</summary>
      <div class="pt-1">{fields}</div>
    </details>
  );
}
