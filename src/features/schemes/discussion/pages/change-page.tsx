import type { Change } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import type { Hunk } from '../../drafts/line-diff.ts';
import { DiffView } from '../../drafts/pages/parts.tsx';
import type { Revision } from '../../drafts/queries.ts';
import { ChangesTable } from '../../read/compare-page.tsx';
import type { Contribution } from '../queries.ts';
import { text } from '../text.ts';
import { outcomeText } from '../text-outcome.ts';
import type { Forum } from '../view.ts';
import { ForumFrame, forumPath } from './frame.tsx';
import { VoteCount } from './votes.tsx';

export interface ChangeView {
  readonly visit: Visit;
  readonly forum: Forum;
  readonly revision: Revision;
  /** What was said and answered with this text. */
  readonly causes: readonly Contribution[];
  /** In words; undefined where one of the two texts has faults. */
  readonly changes: readonly Change[] | undefined;
  readonly hunks: readonly Hunk[];
}

/** What one saved text changed because of proposals. Open to every reader of the discussion. */
export function ChangePage({ visit, forum, revision, causes, changes, hunks }: ChangeView) {
  return (
    <ForumFrame
      visit={visit}
      forum={forum}
      width="wide"
      title={outcomeText.changeTitle({ number: revision.revision })}
      intro={
        <>
          <p>
            {outcomeText.changeIntro({
              name: revision.savedBy,
              at: formatInstant(revision.savedAt, visit.agency.zone),
            })}
          </p>
          {revision.note ? <p class="mt-1">{revision.note}</p> : null}
        </>
      }
    >
      <Card title={outcomeText.because()}>
        <ul class="grid gap-4">
          {causes.map((each) => (
            <li key={each.id} class="grid gap-1.5">
              <p class="whitespace-pre-line wrap-anywhere max-w-prose">{each.body}</p>
              {each.kind === 'proposal' ? <VoteCount votes={each.votes} /> : null}
              <p class="text-sm">
                <a class="link" href={forumPath(visit, forum.draft, `/${each.id}`)}>
                  {each.kind === 'proposal' ? text.openProposal() : text.openComment()}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Card>
      {changes && changes.length > 0 ? (
        <Card title={outcomeText.whatChanged()} padded={false}>
          <ChangesTable caption={outcomeText.whatChanged()} changes={changes} />
        </Card>
      ) : null}
      <details class="bg-base-100 border border-base-300 rounded-box" open={!changes || changes.length === 0}>
        <summary class="px-5 py-4 cursor-pointer font-medium">{outcomeText.lines()}</summary>
        <div class="px-5 pb-5">
          <DiffView hunks={hunks} />
        </div>
      </details>
    </ForumFrame>
  );
}
