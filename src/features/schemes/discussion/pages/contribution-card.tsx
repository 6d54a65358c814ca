import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, LinkButton, type Tone } from '#ui/parts.tsx';
import type { Draft } from '../../drafts/queries.ts';
import { type Criterion, fullLabel } from '../criterion.ts';
import type { Answer, Contribution } from '../queries.ts';
import { type AnswerOutcome, mayAnswer } from '../rules.ts';
import { text } from '../text.ts';
import type { Forum } from '../view.ts';
import { criterionPath, forumPath } from './frame.tsx';
import { Ballot, VoteCount } from './votes.tsx';

const TONE: Readonly<Record<AnswerOutcome, Tone>> = {
  taken: 'success',
  partly: 'info',
  declined: 'error',
  noted: 'neutral',
};

export function OutcomeBadge({ outcome }: { outcome: AnswerOutcome }) {
  return <Badge tone={TONE[outcome]}>{text[`outcome_${outcome}`]()}</Badge>;
}

interface Props {
  readonly visit: Visit;
  readonly forum: Forum;
  readonly contribution: Contribution;
}

/** One comment or proposal in the list; the criterion is named where the list holds several. */
export function ContributionCard(props: Props & { criterion: Criterion | undefined; back: string }) {
  const { visit, forum, contribution, criterion, back } = props;
  const { draft } = forum;
  const isProposal = contribution.kind === 'proposal';
  const here = forumPath(visit, draft, `/${contribution.id}`);
  return (
    <article
      class="bg-base-100 border border-base-300 rounded-box p-5 grid gap-3 scroll-mt-4"
      id={`said-${contribution.id}`}
    >
      <ContributionHead visit={visit} draft={draft} contribution={contribution} criterion={criterion} />
      <p class="whitespace-pre-line wrap-anywhere max-w-prose">{contribution.body}</p>
      {isProposal && !contribution.withdrawnAt ? <VoteCount votes={contribution.votes} /> : null}
      {isProposal && forum.mayVote && !contribution.withdrawnAt ? (
        <Ballot
          visit={visit}
          draft={draft}
          proposal={contribution}
          back={`${back}#said-${contribution.id}`}
        />
      ) : null}
      {contribution.answer ? <AnswerView visit={visit} draft={draft} answer={contribution.answer} /> : null}
      <div class="flex flex-wrap gap-x-4 gap-y-2 items-center">
        {!contribution.answer && mayAnswer(contribution, visit.actor, draft) ? (
          <LinkButton href={`${here}#answer`} small icon="message">
            {text.toAnswer()}
          </LinkButton>
        ) : null}
        <a class="link text-sm" href={here}>
          {isProposal ? text.openProposal() : text.openComment()}
        </a>
      </div>
    </article>
  );
}

export function ContributionHead(props: {
  visit: Visit;
  draft: Draft;
  contribution: Contribution;
  criterion: Criterion | undefined;
}) {
  const { visit, draft, contribution, criterion } = props;
  const { kind, answer, withdrawnAt } = contribution;
  const isMine = contribution.authorId === visit.actor.personId;
  return (
    <div class="grid gap-1">
      <div class="flex flex-wrap gap-2 items-center">
        <Badge tone={kind === 'proposal' ? 'info' : 'neutral'}>
          {kind === 'proposal' ? text.proposal() : text.comment()}
        </Badge>
        {withdrawnAt ? <Badge>{text.withdrawn()}</Badge> : null}
        {kind === 'proposal' && !answer && !withdrawnAt ? (
          <Badge tone="warning">{text.unanswered()}</Badge>
        ) : null}
        {criterion ? (
          <a class="link text-sm min-w-0 wrap-anywhere" href={criterionPath(visit, draft, criterion.path)}>
            {inLocale(fullLabel(criterion))}
          </a>
        ) : null}
      </div>
      <p class="text-sm text-base-content/75">
        {text.byAt({
          name: contribution.authorName,
          at: formatInstant(contribution.createdAt, visit.agency.zone),
        })}
        {isMine ? ` · ${text.mine()}` : ''}
      </p>
    </div>
  );
}

/** The answer in the officer's words, and where the text changed because of it. */
export function AnswerView({ visit, draft, answer }: { visit: Visit; draft: Draft; answer: Answer }) {
  const promises = answer.outcome === 'taken' || answer.outcome === 'partly';
  return (
    <div class="border-l-2 border-primary pl-4 grid gap-1.5">
      <p class="text-sm flex flex-wrap gap-x-2 gap-y-1 items-center">
        <span class="font-medium">{text.answer()}</span>
        <OutcomeBadge outcome={answer.outcome} />
        <span class="text-base-content/75">
          {text.answerBy({ name: answer.byName, at: formatInstant(answer.at, visit.agency.zone) })}
        </span>
      </p>
      <p class="whitespace-pre-line wrap-anywhere max-w-prose">{answer.words}</p>
      {answer.revision !== null ? (
        <p class="text-sm">
          <a class="link" href={forumPath(visit, draft, `/changes/${answer.revision}`)}>
            {text.seeChange({ number: answer.revision })}
          </a>
        </p>
      ) : promises ? (
        <p class="text-sm text-base-content/75">{text.noChangeNamed()}</p>
      ) : null}
    </div>
  );
}
