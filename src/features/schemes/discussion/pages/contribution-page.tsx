import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextArea } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import type { Revision } from '../../drafts/queries.ts';
import { type Criterion, fullLabel } from '../criterion.ts';
import type { Contribution, ContributionActLine } from '../queries.ts';
import { mayAnswer, mayWithdraw, OUTCOMES } from '../rules.ts';
import { text } from '../text.ts';
import type { Forum } from '../view.ts';
import { AnswerView, ContributionHead } from './contribution-card.tsx';
import { ForumFrame, forumPath } from './frame.tsx';
import { Ballot, MinorityView, VoteCount } from './votes.tsx';

export interface ContributionView {
  readonly visit: Visit;
  readonly forum: Forum;
  readonly contribution: Contribution;
  readonly criterion: Criterion;
  readonly reasons: readonly string[];
  readonly history: readonly ContributionActLine[];
  /** Saved texts that an answer can point to, the newest first. */
  readonly revisions: readonly Revision[];
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** One comment or proposal with everything about it: votes, the minority view, the answer and its history. */
export function ContributionPage(view: ContributionView) {
  const { visit, forum, contribution, criterion, reasons, history, errors } = view;
  const { draft } = forum;
  const isProposal = contribution.kind === 'proposal';
  const title = isProposal ? text.proposal() : text.comment();
  return (
    <ForumFrame visit={visit} forum={forum} title={`${title}: ${inLocale(fullLabel(criterion))}`}>
      <ProblemSummary errors={errors} />
      <Card>
        <div class="grid gap-4">
          <ContributionHead visit={visit} draft={draft} contribution={contribution} criterion={criterion} />
          <p class="whitespace-pre-line wrap-anywhere max-w-prose">{contribution.body}</p>
          {isProposal ? <VoteCount votes={contribution.votes} /> : null}
          {isProposal && forum.mayVote && !contribution.withdrawnAt ? (
            <Ballot
              visit={visit}
              draft={draft}
              proposal={contribution}
              back={forumPath(visit, draft, `/${contribution.id}`)}
              error={errors[`reason-${contribution.id}`]}
            />
          ) : null}
          {mayWithdraw(contribution, visit.actor, forum.phase) ? (
            <form
              method="post"
              action={forumPath(visit, draft, `/${contribution.id}/withdrawal`)}
              class="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
              data-controller="once"
            >
              <SubmitButton look="outline" small icon="rotate">
                {text.withdraw()}
              </SubmitButton>
              <p class="text-sm text-base-content/75">{text.withdrawHint()}</p>
            </form>
          ) : null}
        </div>
      </Card>
      {isProposal && contribution.votes.against > 0 ? (
        <Card title={text.minority()}>
          <MinorityView reasons={reasons} against={contribution.votes.against} />
        </Card>
      ) : null}
      {contribution.answer ? (
        <Card>
          <AnswerView visit={visit} draft={draft} answer={contribution.answer} />
        </Card>
      ) : null}
      {mayAnswer(contribution, visit.actor, draft) ? <AnswerForm {...view} /> : null}
      {history.length > 1 || contribution.withdrawnAt ? <History visit={visit} history={history} /> : null}
    </ForumFrame>
  );
}

function AnswerForm({ visit, forum, contribution, revisions, fields, errors }: ContributionView) {
  const { answer } = contribution;
  const value = (name: string, stored: string | undefined) => fields[name] ?? stored;
  const form = (
    <form
      method="post"
      action={forumPath(visit, forum.draft, `/${contribution.id}/answers`)}
      class="grid gap-4"
      data-controller="once"
    >
      {answer ? <p class="text-sm text-base-content/75">{text.correctHint()}</p> : null}
      <input type="hidden" name="seen" value={answer?.at.toISOString() ?? ''} />
      <RadioGroup
        name="outcome"
        label={text.outcome()}
        required
        value={value('outcome', answer?.outcome)}
        error={errors.outcome}
        choices={OUTCOMES.map((outcome) => ({
          value: outcome,
          label: text[`outcome_${outcome}`](),
          ...(outcome === 'noted' ? { hint: text.outcome_noted_hint() } : {}),
        }))}
      />
      <TextArea
        name="words"
        label={text.answerWords()}
        hint={text.answerWordsHint()}
        required
        rows={4}
        maxLength={4000}
        value={value('words', answer?.words)}
        error={errors.words}
      />
      <SelectField
        name="revision"
        label={text.answerRevision()}
        hint={text.answerRevisionHint()}
        empty={text.noRevision()}
        value={value('revision', answer?.revision?.toString())}
        error={errors.revision}
        options={revisions.map((each) => ({
          value: String(each.revision),
          label: text.revisionOption({
            number: each.revision,
            at: formatInstant(each.savedAt, visit.agency.zone),
            note: each.note ? `: ${each.note}` : '',
          }),
        }))}
      />
      <div>
        <SubmitButton look={answer ? 'outline' : 'primary'} icon="message">
          {text.sendAnswer()}
        </SubmitButton>
      </div>
    </form>
  );
  const hasErrors = Object.keys(errors).length > 0;
  if (!answer)
    return (
      <Card title={text.toAnswer()} id="answer">
        {form}
      </Card>
    );
  return (
    <details class="bg-base-100 border border-base-300 rounded-box print:hidden" id="answer" open={hasErrors}>
      <summary class="px-5 py-4 cursor-pointer font-medium">{text.correctAnswer()}</summary>
      <div class="px-5 pb-5">{form}</div>
    </details>
  );
}

function History({ visit, history }: { visit: Visit; history: readonly ContributionActLine[] }) {
  return (
    <Card title={text.history()}>
      <ol class="grid gap-3">
        {history.map((line) => (
          <li key={line.id}>
            <p class="text-sm">
              {(line.act === 'withdraw' ? text.actWithdraw : text.actAnswer)({
                name: line.actorName,
                at: formatInstant(line.at, visit.agency.zone),
              })}
            </p>
            {line.reason ? <p class="whitespace-pre-line wrap-anywhere max-w-prose">{line.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
