/** A search form that works without a script and sends itself with one. */
import { text as ui } from '#ui/text.ts';

export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What the empty choice is called; left out where one always holds. */
  readonly empty?: string;
}

export function FilterBar(props: {
  action: string;
  search?: { readonly label: string; readonly value: string };
  choices: readonly FilterChoice[];
}) {
  const { action, search, choices } = props;
  return (
    <search>
      <form
        method="get"
        action={action}
        class="flex flex-wrap items-end gap-3"
        data-controller="filter"
        data-turbo-action="replace"
      >
        {search ? (
          <label class="grid gap-1 text-sm grow basis-48 max-w-md">
            <span class="font-medium">{search.label}</span>
            <input class="input w-full" type="search" name="q" value={search.value} maxLength={100} />
          </label>
        ) : null}
        {choices.map(({ name, label, value, options, empty }) => (
          <label key={name} class="grid gap-1 text-sm min-w-0 max-sm:basis-full">
            <span class="font-medium">{label}</span>
            <select class="select w-full" name={name}>
              {empty === undefined ? null : (
                <option value="" selected={!value}>
                  {empty}
                </option>
              )}
              {options.map((each) => (
                <option key={each.value} value={each.value} selected={each.value === value}>
                  {each.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" class="btn btn-outline">
          {ui.search()}
        </button>
      </form>
    </search>
  );
}

/** The address of the same list with other parameters; empty ones are left out. */
export function listAddress(
  path: string,
  parameters: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, String(value));
  const tail = query.toString();
  return tail ? `${path}?${tail}` : path;
}

export function pageNumber(asked: string | undefined): number {
  const number = Number(asked);
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
}
