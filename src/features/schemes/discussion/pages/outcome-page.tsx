import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card, EmptyState, Facts } from '#ui/parts.tsx';
import { type Criterion, fullLabel } from '../criterion.ts';
import type { Contribution, VotingCount } from '../queries.ts';
import { text } from '../text.ts';
import { outcomeText } from '../text-outcome.ts';
import type { Forum } from '../view.ts';
import { AnswerView } from './contribution-card.tsx';
import { ForumFrame, forumPath } from './frame.tsx';
import { MinorityView, VoteCount } from './votes.tsx';

export interface OutcomeView {
  readonly visit: Visit;
  readonly forum: Forum;
  readonly proposals: readonly Contribution[];
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  readonly count: VotingCount;
}

/** Every proposal with its votes, the minority view, the answer and what changed: the record of a discussion. */
export function OutcomePage(view: OutcomeView) {
  const { visit, forum, proposals } = view;
  const { draft } = forum;
  const numbers = new Map(proposals.map((each, index) => [each.id, index + 1]));
  const groups = forum.criteria
    .map((criterion) => ({
      criterion,
      own: proposals.filter((each) => each.criterion === criterion.path),
    }))
    .filter(({ own }) => own.length > 0);
  return (
    <ForumFrame
      visit={visit}
      forum={forum}
      title={outcomeText.title({ title: draft.title })}
      intro={
        <>
          <p>{introOf(forum)}</p>
          <p class="text-sm text-base-content/75 print:hidden">{outcomeText.print()}</p>
        </>
      }
    >
      <Summary {...view} />
      {groups.length === 0 ? (
        <Card>
          <EmptyState icon="message" title={outcomeText.nothing()} />
        </Card>
      ) : null}
      {groups.map(({ criterion, own }) => (
        <CriterionOutcome key={criterion.path} {...view} criterion={criterion} own={own} numbers={numbers} />
      ))}
    </ForumFrame>
  );
}

function introOf({ draft }: Forum): string {
  if (draft.state === 'adopted') return outcomeText.introAdopted();
  return draft.state === 'discussion' ? outcomeText.introOpen() : outcomeText.introOther();
}

function Summary({ visit, forum, proposals, count }: OutcomeView) {
  const { draft } = forum;
  const answered = proposals.filter((each) => each.answer);
  const by = (outcome: string) => answered.filter((each) => each.answer?.outcome === outcome).length;
  const outcomes = (['taken', 'partly', 'declined', 'noted'] as const)
    .filter((outcome) => by(outcome) > 0)
    .map((outcome) => `${text[`outcome_${outcome}`]()}: ${by(outcome)}`);
  const waiting = proposals.length - answered.length;
  const comments = [...forum.counts.values()].reduce((sum, each) => sum + each.comments, 0);
  return (
    <Card title={outcomeText.summary()}>
      <Facts
        facts={[
          [
            outcomeText.span(),
            text.span({
              from: formatDate(draft.discussionFrom ?? visit.today),
              until: formatDate(draft.discussionUntil ?? visit.today),
            }),
          ],
          [text.proposals(), String(proposals.length)],
          [text.comments(), String(comments)],
          [
            text.outcome(),
            [...outcomes, ...(waiting > 0 ? [`${text.unanswered()}: ${waiting}`] : [])].join(' · ') || '–',
          ],
          [outcomeText.votesGiven(), outcomeText.votersOf({ votes: count.votes, voters: count.voters })],
          ...(count.withdrawn > 0 ? [[outcomeText.withdrawnCount(), String(count.withdrawn)] as const] : []),
          ...(draft.state === 'adopted'
            ? [
                [
                  outcomeText.adoptedAs(),
                  <a
                    key="version"
                    class="link"
                    href={visit.path(`/schemes/${draft.schemeId}/${draft.version}`)}
                  >
                    {outcomeText.version({ id: draft.schemeId, version: String(draft.version) })}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function CriterionOutcome(
  props: OutcomeView & {
    criterion: Criterion;
    own: readonly Contribution[];
    numbers: ReadonlyMap<string, number>;
  },
) {
  const { visit, forum, criterion, own, numbers, reasons } = props;
  return (
    <Card title={inLocale(fullLabel(criterion))} padded={false}>
      <ol class="divide-y divide-base-300 border-t border-base-300 mt-3">
        {own.map((proposal) => (
          <li key={proposal.id} class="p-5 grid gap-3 print:break-inside-avoid" id={`said-${proposal.id}`}>
            <div>
              <h3 class="font-medium">
                <a class="link" href={forumPath(visit, forum.draft, `/${proposal.id}`)}>
                  {outcomeText.number({ number: numbers.get(proposal.id) ?? 0 })}
                </a>
              </h3>
              <p class="text-sm text-base-content/75">
                {outcomeText.author()}: {proposal.authorName}
              </p>
            </div>
            <p class="whitespace-pre-line wrap-anywhere max-w-prose">{proposal.body}</p>
            <VoteCount votes={proposal.votes} />
            {proposal.votes.against > 0 ? (
              <div class="grid gap-1.5">
                <h4 class="text-sm font-medium">{text.minority()}</h4>
                <MinorityView reasons={reasons.get(proposal.id) ?? []} against={proposal.votes.against} />
              </div>
            ) : null}
            {proposal.answer ? (
              <AnswerView visit={visit} draft={forum.draft} answer={proposal.answer} />
            ) : (
              <p>
                <Badge tone="warning">{outcomeText.notAnswered()}</Badge>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
