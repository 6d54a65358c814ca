/** One person on a list: who it is, what may be done, and for those withdrawn why. */
import { conflictInWords } from '#features/conflicts/index.ts';
import { Badge, SubmitButton } from '#ui/parts.tsx';
import { CHOSEN_VOICES } from '../commands/list-place.ts';
import type { AskedLine } from '../list-queries.ts';
import { listText as text } from '../text-list.ts';
import { SYSTEM_REASONS } from '../world.ts';
import type { PoolProps } from './list-page.tsx';

export function Line(props: PoolProps & { line: AskedLine }) {
  const { line, asking, round, roles, pool } = props;
  const isChosen = CHOSEN_VOICES.includes(pool.rules.voice);
  const mayWithdraw = roles.has('officer')
    ? line.state === 'proposed' || line.state === 'asked'
    : roles.size > 0 && isChosen && line.state === 'proposed';
  return (
    <li class="py-3 grid gap-2 sm:grid-cols-[1fr_auto] sm:items-start">
      <div class="min-w-0">
        <p class="font-medium">{line.name}</p>
        <p class="text-sm text-base-content/75 wrap-anywhere">
          {[line.about, line.addedBy ? text.addedBy({ name: line.addedBy }) : text.proposedByTera()]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {roles.has('officer') && round.state === 'asking' ? (
          <p class="mt-1">
            <Badge tone={line.state === 'answered' ? 'success' : 'neutral'}>
              {line.state === 'answered' ? text.done() : text.open()}
            </Badge>
          </p>
        ) : null}
        {line.conflicts.map((conflict) => (
          <p key={conflict.kind} class="text-sm mt-1">
            <Badge tone="warning">{text.relation()}</Badge> {conflictInWords(asking.scheme, conflict)}
          </p>
        ))}
        {line.raterId === null && roles.size > 0 ? <Address {...props} /> : null}
      </div>
      {mayWithdraw ? <Withdraw {...props} /> : null}
    </li>
  );
}

function Withdraw({ visit, line, refused }: PoolProps & { line: AskedLine }) {
  const own = refused?.requestId === line.requestId ? refused : undefined;
  const field = `reason-${line.requestId}`;
  return (
    <details class="sm:max-w-xs" open={own?.errors.reason !== undefined}>
      <summary class="link cursor-pointer text-sm w-fit" aria-label={text.withdrawName({ name: line.name })}>
        {text.withdraw()}
      </summary>
      <form
        method="post"
        action={visit.path(`/voice-requests/${line.requestId}/withdrawal`)}
        class="grid gap-2 mt-2"
        data-controller="once"
      >
        <label class="font-medium text-sm" for={field}>
          {text.reason()}
        </label>
        <p class="text-sm text-base-content/75">{text.withdrawReasonHint()}</p>
        <textarea
          class={`textarea w-full ${own?.errors.reason ? 'textarea-error' : ''}`}
          id={field}
          name="reason"
          rows={2}
          maxLength={500}
          required
          aria-invalid={own?.errors.reason ? true : undefined}
          aria-describedby={own?.errors.reason ? `${field}-error` : undefined}
        >
          {own?.typed ?? ''}
        </textarea>
        {own?.errors.reason ? (
          <p id={`${field}-error`} class="text-sm text-error">
            {own.errors.reason}
          </p>
        ) : null}
        <div>
          <SubmitButton look="outline" small>
            {text.withdraw()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

function Address({ visit, line, refused }: PoolProps & { line: AskedLine }) {
  const own = refused?.requestId === line.requestId ? refused : undefined;
  const field = `email-${line.requestId}`;
  return (
    <form
      method="post"
      action={visit.path(`/voice-requests/${line.requestId}/address`)}
      class="grid gap-1 mt-2 max-w-md"
      data-controller="once"
    >
      <label class="text-sm" for={field}>
        {line.email ? text.emailOf({ name: line.name }) : `${text.noAddress()}:`}
      </label>
      <span class="flex gap-2">
        <input
          class={`input input-sm grow min-w-0 ${own?.errors.email ? 'input-error' : ''}`}
          type="email"
          id={field}
          name="email"
          required
          maxLength={200}
          value={own?.errors.email ? own.typed : (line.email ?? '')}
          aria-invalid={own?.errors.email ? true : undefined}
          aria-describedby={own?.errors.email ? `${field}-error` : undefined}
        />
        <SubmitButton look="outline" small>
          {text.saveEmail()}
        </SubmitButton>
      </span>
      {own?.errors.email ? (
        <p id={`${field}-error`} class="text-sm text-error">
          {own.errors.email}
        </p>
      ) : null}
    </form>
  );
}

export function Gone({ visit, line, round, roles, pool, refused }: PoolProps & { line: AskedLine }) {
  const mayRestore =
    round.state === 'preparing' &&
    line.state === 'withdrawn' &&
    (roles.has('officer') || (roles.has('appraiser') && CHOSEN_VOICES.includes(pool.rules.voice)));
  const error = refused?.requestId === line.requestId ? refused.errors.rater : undefined;
  return (
    <li class="py-2 flex flex-wrap justify-between gap-2">
      <span class="min-w-0">
        <span class="font-medium">{line.name}</span>
        <span class="block text-base-content/75">{whyGone(line, roles.has('officer'))}</span>
        {error ? <span class="block text-error">{error}</span> : null}
      </span>
      {mayRestore ? (
        <form
          method="post"
          action={visit.path(`/voice-requests/${line.requestId}/restoration`)}
          data-controller="once"
        >
          <button
            class="btn btn-sm btn-outline"
            type="submit"
            aria-label={text.restoreName({ name: line.name })}
          >
            {text.restore()}
          </button>
        </form>
      ) : null}
    </li>
  );
}

/** Why somebody declined is for officers; a reason of the system is a word, a person's stands as it was written. */
function whyGone({ state, reason }: AskedLine, isOfficer: boolean): string {
  if (state === 'declined')
    return isOfficer && reason ? `${text.declined()}. ${text.declinedWhy({ reason })}` : text.declined();
  const known = SYSTEM_REASONS.find((each) => each === reason);
  return known ? text[`why-${known}`]() : (reason ?? '');
}
