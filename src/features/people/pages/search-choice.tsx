/**
 * Choosing one of thousands in a form: a search field whose button asks the same page again by GET, and the answers
 * as radio buttons. Without a script the page comes back with the answers; with one only the frame around changes.
 */
import { Icon } from '#ui/icon.tsx';
import type { Found } from '../search.ts';
import { text } from '../text.ts';

export interface SearchChoiceProps {
  /** Field that carries the id of what is chosen. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly query: string;
  readonly chosen: string;
  readonly answers: readonly Found[];
  readonly error?: string | undefined;
  /** Address that answers the search by GET. */
  readonly action: string;
  /** The turbo-frame that the answers stand in. */
  readonly frame: string;
  /** What can be searched for, where it is not a person. */
  readonly placeholder?: string;
  /** Label of an answer that means nobody or nothing. */
  readonly empty?: string;
}

export function SearchChoice(props: SearchChoiceProps) {
  const { name, label, hint, query, chosen, answers, error, empty } = props;
  const field = `${name}Query`;
  return (
    <fieldset class="grid gap-2 min-w-0" id={name} tabIndex={-1}>
      <legend class="font-medium text-sm mb-1">{label}</legend>
      {hint ? (
        <p class="text-sm text-base-content/75" id={`${field}-hint`}>
          {hint}
        </p>
      ) : null}
      <div class="flex gap-2">
        <label class="sr-only" for={field}>
          {text.searchFor({ what: label })}
        </label>
        <input
          class={`input grow min-w-0 ${error ? 'input-error' : ''}`}
          type="search"
          id={field}
          name={field}
          value={query}
          placeholder={props.placeholder ?? text.search()}
          autocomplete="off"
          aria-describedby={
            [hint ? `${field}-hint` : '', error ? `${name}-error` : ''].join(' ').trim() || undefined
          }
        />
        <button
          class="btn btn-outline"
          type="submit"
          formMethod="get"
          formAction={props.action}
          formNoValidate
          data-turbo-frame={props.frame}
        >
          <Icon name="search" />
          <span class="sr-only sm:not-sr-only">{text.find()}</span>
        </button>
      </div>
      <Answers name={name} chosen={chosen} answers={answers} empty={empty} />
      {query.trim() !== '' && answers.every((answer) => answer.id === chosen) ? (
        <p class="text-sm text-base-content/75">{text.nothingFound()}</p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}

function Answers(props: Pick<SearchChoiceProps, 'name' | 'chosen' | 'answers' | 'empty'>) {
  const { name, chosen, answers, empty } = props;
  const options = [...(empty === undefined ? [] : [{ id: '', label: empty, hint: '' }]), ...answers];
  if (options.length === 0) return null;
  return (
    <div class="grid border border-base-300 rounded-field divide-y divide-base-300">
      {options.map((option) => (
        <label key={option.id} class="flex gap-2.5 items-start cursor-pointer text-sm px-3 py-2">
          <input
            type="radio"
            class="radio radio-sm radio-primary mt-0.5"
            name={name}
            value={option.id}
            checked={option.id === chosen}
          />
          <span class="min-w-0">
            {option.label}
            {option.hint ? <span class="block text-base-content/75">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}
