/** A search form that works without a script and sends itself with one. */
import type { ComponentChildren } from 'preact';
import { text as ui } from '#ui/text.ts';
import type { PeriodFacts } from '../stages.ts';
import { text } from '../text.ts';

export function FilterForm(props: {
  action: string;
  search: string;
  placeholder: string;
  /** Fields besides the search: a choice of period, hidden values. */
  children?: ComponentChildren;
}) {
  return (
    <search>
      <form
        method="get"
        action={props.action}
        class="flex flex-wrap items-end gap-3"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <label class="grid gap-1 text-sm grow basis-48 max-w-md">
          <span class="font-medium">{props.placeholder}</span>
          <input class="input w-full" type="search" name="search" value={props.search} maxLength={100} />
        </label>
        {props.children}
        <button type="submit" class="btn btn-outline">
          {ui.search()}
        </button>
      </form>
    </search>
  );
}

export function PeriodSelect(props: { periods: readonly PeriodFacts[]; current: string | undefined }) {
  if (props.periods.length < 2) return null;
  return (
    <label class="grid gap-1 text-sm">
      <span class="font-medium">{text.period()}</span>
      <select class="select" name="period">
        {props.periods.map((each) => (
          <option key={each.id} value={each.id} selected={each.id === props.current}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The address of the same list with other parameters; empty ones are left out. */
export function listAddress(
  path: string,
  parameters: Record<string, string | number | null | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, String(value));
  const tail = query.toString();
  return tail ? `${path}?${tail}` : path;
}
