/** Below a reason: what of the year it rests on, and the day of its example. */
import type { ComponentChildren } from 'preact';
import { formatDate } from '#platform/locale/format.ts';
import { Icon } from '#ui/icon.tsx';
import { text } from '../grounds/text.ts';
import { type Citable, keyOf, offeredFor, type Year } from '../grounds/year.ts';

export interface CitingProps {
  readonly year: Pick<Year, 'citables' | 'days'>;
  /** What the rating is about, read aloud. */
  readonly what: string;
  /** Ids and codes under which the year knows it. */
  readonly names: readonly string[];
  readonly fields: {
    readonly on: string;
    /** What comes before the key of a source. */
    readonly citePrefix: string;
  };
  readonly on: string | undefined;
  readonly cites: readonly string[];
  readonly error: string | undefined;
  /** Address of a path inside the agency. */
  readonly path: (inside: string) => string;
}

export function Citing(props: CitingProps) {
  const { what, names, year, fields, cites } = props;
  const { own, others } = offeredFor(year, names);
  const chosen = new Set(cites);
  const shown = [...own, ...others.filter((each) => chosen.has(keyOf(each)))];
  const rest = others.filter((each) => !chosen.has(keyOf(each)));
  const list = (sources: readonly Citable[]) => (
    <ul class="grid gap-1">
      {sources.map((each) => (
        <Source
          key={keyOf(each)}
          source={each}
          name={`${fields.citePrefix}${keyOf(each)}`}
          isChosen={chosen.has(keyOf(each))}
          path={props.path}
        />
      ))}
    </ul>
  );
  // Where nothing is known of the item it is rarely needed, and stays folded.
  const isOpen = shown.length > 0 || Boolean(props.on) || props.error !== undefined;
  return (
    <details open={isOpen} class="min-w-0">
      <summary class="cursor-pointer text-sm font-medium py-1">
        <span aria-hidden="true">{text.grounds()}</span>
        <span class="sr-only">{text.groundsFor({ what })}</span>
      </summary>
      <fieldset class="min-w-0 grid gap-2 border-l-2 border-base-300 pl-3 mt-1">
        <legend class="sr-only">{text.groundsFor({ what })}</legend>
        {shown.length > 0 ? list(shown) : <p class="text-xs text-base-content/75">{text.nothingToCite()}</p>}
        {rest.length > 0 ? (
          <details>
            <summary class="cursor-pointer link text-sm py-1">{text.others({ count: rest.length })}</summary>
            <div class="pt-1">{list(rest)}</div>
          </details>
        ) : null}
        <ExampleDay name={fields.on} what={what} value={props.on} error={props.error} days={year.days} />
      </fieldset>
    </details>
  );
}

function Source(props: { source: Citable; name: string; isChosen: boolean; path: CitingProps['path'] }) {
  const { source, name, isChosen, path } = props;
  const date = formatDate(source.on, 'short');
  const kind = text[source.kind]();
  const href = source.href ?? (source.path ? path(source.path) : null);
  return (
    <li class="flex gap-2 items-start text-sm">
      <label class="flex gap-2.5 items-start py-1 min-w-0 grow cursor-pointer">
        <input
          type="checkbox"
          class="checkbox checkbox-sm mt-0.5"
          name={name}
          value="yes"
          checked={isChosen}
        />
        <span class="min-w-0">
          <span class="block text-xs text-base-content/75 first-letter:uppercase">
            {source.who ? text.said({ kind, date, who: source.who }) : text.citation({ kind, date })}
          </span>
          <span class="block whitespace-pre-line break-words line-clamp-4">{source.words}</span>
        </span>
      </label>
      {href ? (
        <a class="link text-xs py-1.5 shrink-0" href={href} rel="noreferrer noopener" target="_blank">
          {text.openSource()}
          <span class="sr-only">: {source.words}</span>
        </a>
      ) : null}
    </li>
  );
}

/** When it happened, for a reason that tells of it. */
export function ExampleDay(props: {
  name: string;
  what: string;
  value: string | undefined;
  error: string | undefined;
  days: Year['days'];
  children?: ComponentChildren;
}) {
  const { name, what, value, error, days } = props;
  return (
    <div class="grid gap-1">
      <label for={name} class="text-sm">
        <span aria-hidden="true">{text.exampleOn()}</span>
        <span class="sr-only">{text.exampleOnFor({ what })}</span>
      </label>
      <input
        class={`input input-sm w-full max-w-56 ${error ? 'input-error' : ''}`}
        type="date"
        id={name}
        name={name}
        value={value ?? ''}
        min={days.from}
        max={days.until}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      {error ? (
        <p id={`${name}-error`} class="text-sm text-error flex gap-1.5 items-start max-w-prose">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
