import type { VNode } from 'preact';
import type { MeasurabilityGap } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Card, EmptyState, LinkButton, Notice, Pagination } from '#ui/parts.tsx';
import type { Criterion } from '../criterion.ts';
import { CONTRIBUTIONS_A_PAGE, type Contribution, type Question } from '../queries.ts';
import { text } from '../text.ts';
import type { Forum } from '../view.ts';
import { ContributionCard } from './contribution-card.tsx';
import { CriteriaNav } from './criteria-nav.tsx';
import { CriterionCard } from './criterion-card.tsx';
import { ForumFilter, questionPath } from './filter.tsx';
import { ForumFrame, forumPath, phaseWords } from './frame.tsx';
import { WriteForm, type Written } from './write-form.tsx';

export interface DiscussionView {
  readonly visit: Visit;
  readonly forum: Forum;
  readonly question: Question;
  readonly chosen: Criterion | undefined;
  readonly rows: readonly Contribution[];
  readonly total: number;
  readonly voters: number;
  /** What indicators of the catalogue lack, by criterion. */
  readonly gaps: ReadonlyMap<string, readonly MeasurabilityGap[]>;
  readonly written: Written;
  /** What another feature has to say about the draft. */
  readonly beside?: VNode | undefined;
}

export function DiscussionPage(view: DiscussionView) {
  const { visit, forum, chosen } = view;
  const { draft, phase } = forum;
  return (
    <ForumFrame
      visit={visit}
      forum={forum}
      inside={chosen !== undefined}
      width="wide"
      title={text.title({ title: draft.title })}
      intro={<p>{phaseWords(draft, phase, visit.today)}</p>}
      acts={
        <>
          {forum.seesDraft ? (
            <LinkButton href={visit.path(`/scheme-drafts/${draft.id}/page`)} icon="file">
              {text.readDraft()}
            </LinkButton>
          ) : null}
          {draft.state === 'adopted' ? (
            <LinkButton href={visit.path(`/schemes/${draft.schemeId}/${draft.version}`)} icon="scale">
              {text.toVersion()}
            </LinkButton>
          ) : null}
          <LinkButton href={forumPath(visit, draft, '/outcome')} icon="clipboard">
            {text.toOutcome()}
          </LinkButton>
        </>
      }
    >
      {chosen ? null : <How {...view} />}
      {view.beside}
      <div class="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[20rem_minmax(0,1fr)] gap-6 items-start">
        <div class={chosen ? 'max-lg:order-last' : ''}>
          <CriteriaNav visit={visit} forum={forum} chosen={chosen} />
        </div>
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
          {chosen ? (
            <CriterionCard
              visit={visit}
              forum={forum}
              criterion={chosen}
              gaps={view.gaps.get(chosen.path) ?? []}
            />
          ) : null}
          {chosen && forum.mayWrite ? (
            <WriteForm visit={visit} draft={draft} criterion={chosen} {...view.written} />
          ) : null}
          <Opinions {...view} />
        </div>
      </div>
    </ForumFrame>
  );
}

/** What becomes of what is said here, and how much was said. */
function How({ forum, voters }: DiscussionView) {
  const counts = [...forum.counts.values()];
  const sum = (name: 'proposals' | 'unanswered' | 'comments') =>
    formatNumber(counts.reduce((total, each) => total + each[name], 0));
  const days = forum.draftingDays;
  const figures = [
    [text.proposals(), sum('proposals')],
    [text.unanswered(), sum('unanswered')],
    [text.comments(), sum('comments')],
    [text.entitled(), text.people({ count: voters })],
  ] as const;
  return (
    <Card title={text.howTitle()}>
      <div class="grid gap-5 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-10">
        <ol class="list-decimal pl-5 grid gap-1.5 max-w-prose">
          <li>{text.howWrite()}</li>
          <li>{text.howVote()}</li>
          <li>{text.howAnswer()}</li>
          <li>{days > 0 ? text.howAdoptDays({ days }) : text.howAdopt()}</li>
        </ol>
        <dl class="grid grid-cols-2 gap-x-8 gap-y-3 content-start">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt class="text-sm text-base-content/75">{label}</dt>
              <dd class="text-xl font-semibold num">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {forum.phase === 'open' && !forum.isEntitled ? (
        <div class="mt-4">
          <Notice tone="neutral">{text.mayNotVote()}</Notice>
        </div>
      ) : null}
    </Card>
  );
}

function Opinions(view: DiscussionView) {
  const { visit, forum, question, chosen, rows, total } = view;
  const { draft } = forum;
  const isFiltered = question.words !== '' || question.show !== 'all';
  const back = questionPath(visit, draft, question, question.page);
  const criterionOf = (path: string) => forum.criteria.find((each) => each.path === path);
  return (
    <section class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="opinions">
      <h2 class="text-lg font-semibold" id="opinions">
        {chosen ? text.opinionsOn() : text.opinions()}
      </h2>
      {total > 0 || isFiltered ? <ForumFilter visit={visit} draft={draft} question={question} /> : null}
      {rows.length === 0 ? (
        <Card>
          {isFiltered ? (
            <EmptyState icon="search" title={text.nothingFound()}>
              {text.nothingFoundHint()}
            </EmptyState>
          ) : (
            <EmptyState icon="message" title={text.nothing()}>
              {forum.mayWrite ? (chosen ? text.nothingHere() : text.nothingOpen()) : null}
            </EmptyState>
          )}
        </Card>
      ) : null}
      {rows.map((contribution) => (
        <ContributionCard
          key={contribution.id}
          visit={visit}
          forum={forum}
          contribution={contribution}
          criterion={chosen ? undefined : criterionOf(contribution.criterion)}
          back={back}
        />
      ))}
      <Pagination
        page={question.page}
        pageSize={CONTRIBUTIONS_A_PAGE}
        total={total}
        href={(page) => questionPath(visit, draft, question, page)}
      />
    </section>
  );
}
