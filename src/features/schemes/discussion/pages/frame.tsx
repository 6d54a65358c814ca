import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { daysBetween } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { PageHeading } from '#ui/parts.tsx';
import type { Draft } from '../../drafts/queries.ts';
import type { Phase } from '../rules.ts';
import { text } from '../text.ts';
import type { Forum } from '../view.ts';

export function forumPath(visit: Visit, draft: Pick<Draft, 'id'>, inside = ''): string {
  return visit.path(`/scheme-drafts/${draft.id}/discussion${inside}`);
}

/** Address of one criterion in the forum; the whole draft has an empty path. */
export function criterionPath(visit: Visit, draft: Pick<Draft, 'id'>, path: string): string {
  return forumPath(visit, draft, `?criterion=${encodeURIComponent(path)}`);
}

/** Frame of every page of one discussion. Whoever may not open the draft itself gets no link to it. */
export function ForumFrame(props: {
  visit: Visit;
  forum: Pick<Forum, 'draft' | 'seesDraft'>;
  title: string;
  intro?: ComponentChildren;
  acts?: ComponentChildren;
  /** False on the first page of the discussion. */
  inside?: boolean;
  width?: 'normal' | 'wide';
  children: ComponentChildren;
}) {
  const { visit, forum, title, intro, acts, inside = true, width = 'normal', children } = props;
  const { draft } = forum;
  return (
    <Layout chrome={visit.chrome} title={title} current="schemes" width={width}>
      <PageHeading
        title={title}
        above={
          <span class="print:hidden">
            <a class="link" href={visit.path('/schemes')}>
              {text.schemes()}
            </a>
            {forum.seesDraft ? (
              <>
                {' / '}
                <a class="link" href={visit.path(`/scheme-drafts/${draft.id}`)}>
                  {draft.title}
                </a>
              </>
            ) : null}
            {inside ? (
              <>
                {' / '}
                <a class="link" href={forumPath(visit, draft)}>
                  {text.discussion()}
                </a>
              </>
            ) : null}
          </span>
        }
        intro={intro}
        acts={acts}
      />
      {children}
    </Layout>
  );
}

/** Where the discussion stands, in one sentence. */
export function phaseWords(draft: Draft, phase: Phase, today: string): string {
  const { discussionFrom: from, discussionUntil: until } = draft;
  switch (phase) {
    case 'before':
      return text.phaseBefore({ date: formatDate(from ?? today) });
    case 'open': {
      const days = daysBetween(today, until ?? today);
      return days === 0 ? text.phaseLastDay() : text.phaseOpen({ date: formatDate(until ?? today), days });
    }
    case 'over':
      return text.phaseOver({ date: formatDate(until ?? today) });
    case 'closed':
      if (draft.state === 'adopted') return text.phaseAdopted();
      return draft.state === 'dropped' ? text.phaseDropped() : text.phaseClosed();
  }
}
