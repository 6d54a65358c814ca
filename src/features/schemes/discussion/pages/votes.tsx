import type { Visit } from '#features/people/index.ts';
import { TextArea } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Draft } from '../../drafts/queries.ts';
import type { Contribution } from '../queries.ts';
import type { Vote } from '../rules.ts';
import { text } from '../text.ts';
import { forumPath } from './frame.tsx';

const LOOK: Readonly<Record<Vote, string>> = {
  for: 'bg-success',
  against: 'bg-error',
  abstain: 'bg-base-content/30',
};
const LABELS: Readonly<Record<Vote, () => string>> = {
  for: text.voteFor,
  against: text.voteAgainst,
  abstain: text.voteAbstain,
};
const BAR: readonly Vote[] = ['for', 'abstain', 'against'];

/** The numbers in words; the bar only repeats them. */
export function VoteCount({ votes }: { votes: Contribution['votes'] }) {
  const total = votes.for + votes.against + votes.abstain;
  if (total === 0) return <p class="text-sm text-base-content/75">{text.noVotes()}</p>;
  return (
    <div class="grid gap-1.5 max-w-md">
      <p class="text-sm num">
        {text.votes({ for: votes.for, against: votes.against, abstain: votes.abstain })}
      </p>
      <div class="flex h-1.5 rounded-full overflow-hidden bg-base-300 gap-px print:hidden" aria-hidden="true">
        {BAR.map((vote) =>
          votes[vote] > 0 ? <span key={vote} class={LOOK[vote]} style={{ flexGrow: votes[vote] }} /> : null,
        )}
      </div>
    </div>
  );
}

/** Three buttons; who votes against may say why. Works as plain forms. */
export function Ballot(props: {
  visit: Visit;
  draft: Draft;
  proposal: Contribution;
  /** Where the voter goes on reading. */
  back: string;
  error?: string | undefined;
}) {
  const { visit, draft, proposal, back, error } = props;
  const action = forumPath(visit, draft, `/${proposal.id}/votes`);
  const { own } = proposal;
  return (
    <fieldset class="grid gap-2 min-w-0 print:hidden">
      <legend class="sr-only">{text.vote()}</legend>
      <div class="flex flex-wrap gap-2 items-start">
        {(['for', 'abstain'] as const).map((vote) => (
          <form
            key={vote}
            method="post"
            action={action}
            data-controller="once"
            class={vote === 'for' ? '' : 'order-3'}
          >
            <input type="hidden" name="back" value={back} />
            <VoteButton vote={vote} isOwn={own?.vote === vote} />
          </form>
        ))}
        <details class="order-2 open:basis-full open:order-4" open={error !== undefined}>
          <summary class={`btn btn-sm ${own?.vote === 'against' ? 'btn-neutral' : 'btn-outline'}`}>
            {own?.vote === 'against' ? <Icon name="check" size={16} /> : null}
            {text.voteAgainst()}
          </summary>
          <form method="post" action={action} data-controller="once" class="grid gap-2 mt-2 max-w-prose">
            <input type="hidden" name="back" value={back} />
            <TextArea
              name={`reason-${proposal.id}`}
              label={text.reasonAgainst()}
              hint={text.reasonHint()}
              rows={2}
              maxLength={2000}
              value={own?.vote === 'against' ? own.reason : ''}
              error={error}
            />
            <div>
              <button type="submit" class="btn btn-sm btn-outline" name="vote" value="against">
                {text.sendAgainst()}
              </button>
            </div>
          </form>
        </details>
      </div>
      {own ? (
        <p class="text-sm text-base-content/75">
          {text.yourVoteIs({ vote: LABELS[own.vote]().toLowerCase() })}
        </p>
      ) : null}
    </fieldset>
  );
}

function VoteButton({ vote, isOwn }: { vote: Vote; isOwn: boolean }) {
  return (
    <button
      type="submit"
      class={`btn btn-sm ${isOwn ? 'btn-neutral' : 'btn-outline'}`}
      name="vote"
      value={vote}
      aria-pressed={isOwn}
    >
      {isOwn ? <Icon name="check" size={16} /> : null}
      {LABELS[vote]()}
    </button>
  );
}

/** Reasons against, without names, in an order that tells nothing about who gave them. */
export function MinorityView({ reasons, against }: { reasons: readonly string[]; against: number }) {
  if (against === 0) return null;
  if (reasons.length === 0) return <p class="text-sm text-base-content/75">{text.noReason()}</p>;
  return (
    <ul class="grid gap-2">
      {reasons.map((reason, index) => (
        // Reasons carry no id, lest they lead to their authors; two may be the same.
        <li key={index} class="border-l-2 border-base-300 pl-3 whitespace-pre-line wrap-anywhere">
          {reason}
        </li>
      ))}
    </ul>
  );
}
