import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { Feedback } from '../model.ts';
import { feedbackText } from '../text-feedback.ts';

/** What was said, by whom and in which role. `lineNames` gives the words of each line; null where the page is about one. */
export function FeedbackList(props: {
  feedback: readonly Feedback[];
  visit: Visit;
  lineNames: ReadonlyMap<string, string> | null;
  /** Acts beside one piece of feedback. */
  act?: (feedback: Feedback) => ComponentChildren;
}) {
  const { feedback, visit, lineNames, act } = props;
  if (feedback.length === 0) return null;
  return (
    <ul class="divide-y divide-base-300 -my-4">
      {feedback.map((each) => (
        <li key={each.id} class="py-4 grid gap-1.5" id={`feedback-${each.id}`}>
          <p class="text-sm">
            <span class="font-medium">{each.author.name}</span>, {feedbackText[each.author.role]()}
            <span class="text-base-content/75"> · {formatInstant(each.createdAt, visit.agency.zone)}</span>
          </p>
          {lineNames ? <p class="text-sm text-base-content/75">{lineNames.get(each.lineId) ?? '–'}</p> : null}
          {each.withdrawnAt ? (
            <p class="text-sm italic">
              {feedbackText.withdrawnMark({ at: formatInstant(each.withdrawnAt, visit.agency.zone) })}
            </p>
          ) : (
            <Words feedback={each} />
          )}
          {act?.(each)}
        </li>
      ))}
    </ul>
  );
}

function Words({ feedback }: { feedback: Feedback }) {
  const parts = [
    [feedbackText.observation(), feedback.observation],
    [feedbackText.impact(), feedback.impact],
    [feedbackText.nextStep(), feedback.nextStep],
  ] as const;
  return (
    <>
      <p class="max-w-prose whitespace-pre-line break-words">{feedback.body}</p>
      {parts.some(([, words]) => words) ? (
        <dl class="grid gap-1 text-sm max-w-prose">
          {parts.map(([label, words]) =>
            words ? (
              <div key={label}>
                <dt class="inline font-medium">{label}: </dt>
                <dd class="inline whitespace-pre-line break-words">{words}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : null}
    </>
  );
}
