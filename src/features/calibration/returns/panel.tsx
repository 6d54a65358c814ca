/** On the page of a result: that it was discussed, what was returned and why, what the author answered. */
import type { JSX } from 'preact';
import type { EvaluationView } from '#features/evaluation/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Card, LinkButton } from '#ui/parts.tsx';
import { findMeeting, type Item, itemsOf, type Meeting } from '../meetings/queries.ts';
import { ReturnWords } from '../pages/item-page.tsx';
import { text } from '../pages/text-items.ts';

/** Nothing before the meeting has decided, and never who judged or what. */
export async function calibrationPanel(
  visit: Visit,
  { view, roles, current }: Pick<EvaluationView, 'view' | 'roles' | 'current'>,
): Promise<JSX.Element | undefined> {
  const discussed = await visit.db.read(async (tx) => {
    const items = (await itemsOf(tx, { participantId: view.participation.id })).filter(
      (item) => item.decidedAt !== null && item.state !== 'dropped',
    );
    const found: { item: Item; meeting: Meeting }[] = [];
    for (const item of items) {
      const meeting = await findMeeting(tx, item.meetingId);
      if (meeting) found.push({ item, meeting });
    }
    return found;
  });
  if (discussed.length === 0) return undefined;
  return (
    <Card key="calibration" title={text.panelTitle()}>
      <div class="grid gap-5">
        {discussed.map(({ item, meeting }) => (
          <div key={item.id} class="grid gap-3">
            <p class="max-w-prose">
              {(item.kind ? text.panelReturned : text.panelNoted)({ date: formatDate(meeting.heldOn) })}
            </p>
            {item.kind ? (
              <ReturnWords
                item={item}
                newPredicate={current && current.id !== item.resultId ? current.predicate : null}
              />
            ) : null}
            {roles.has('appraiser') && item.state === 'returned' ? (
              <div>
                <LinkButton href={visit.path(`/calibration-returns/${item.id}`)} look="primary">
                  {text.toReturn()}
                </LinkButton>
              </div>
            ) : null}
          </div>
        ))}
        <p class="text-sm text-base-content/75">{text.panelNever()}</p>
      </div>
    </Card>
  );
}
