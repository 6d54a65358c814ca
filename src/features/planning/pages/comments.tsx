import type { Visit } from '#features/people/index.ts';
import { newId } from '#platform/identifier.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { TextArea } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { Comment } from '../view.ts';

/** What was said about one line, and a place to say more; folded away until somebody opens it. */
export function LineComments(props: {
  visit: Visit;
  participantId: string;
  lineId: string;
  title: string;
  comments: readonly Comment[];
  mayComment: boolean;
}) {
  const { visit, participantId, lineId, title, comments, mayComment } = props;
  const open = comments.filter((each) => !each.isResolved);
  if (comments.length === 0 && !mayComment) return null;
  const field = `comment-${lineId}`;
  const base = visit.path(`/appraisals/${participantId}/plan/comments`);
  return (
    <details class="mt-2 text-sm print:hidden" id={`line-${lineId}`} open={open.length > 0}>
      <summary class="cursor-pointer text-base-content/75 inline-flex items-center gap-1.5 py-1">
        <Icon name="message" size={15} />
        {comments.length > 0 ? text.commentsCount({ count: comments.length }) : text.writeComment()}
        <span class="sr-only">: {title}</span>
      </summary>
      <div class="grid gap-2 mt-1.5 border-l-2 border-base-300 pl-3">
        {comments.map((comment) => (
          <CommentLine
            key={comment.id}
            visit={visit}
            comment={comment}
            action={mayComment && !comment.isResolved ? `${base}/${comment.id}/resolution` : undefined}
          />
        ))}
        {mayComment ? (
          <form method="post" action={base} class="grid gap-2" data-controller="once">
            <input type="hidden" name="id" value={newId()} />
            <input type="hidden" name="line" value={lineId} />
            <CommentField name={field} title={title} />
            <div>
              <SubmitButton look="outline" small icon="send">
                {text.sendComment()}
              </SubmitButton>
            </div>
          </form>
        ) : null}
      </div>
    </details>
  );
}

/** The field is called the same in every form; its id must differ from the others on the page. */
function CommentField({ name, title }: { name: string; title: string }) {
  return (
    <TextArea
      name={name}
      label={text.commentOn({ line: title })}
      hideLabel
      rows={2}
      required
      maxLength={2000}
    />
  );
}

function CommentLine(props: { visit: Visit; comment: Comment; action: string | undefined }) {
  const { visit, comment, action } = props;
  return (
    <div class={comment.isResolved ? 'text-base-content/75' : ''}>
      <p class="text-xs text-base-content/75">
        {comment.authorName} · {formatInstant(comment.createdAt, visit.agency.zone)}
        {comment.isResolved ? ` · ${text.resolved()}` : ''}
      </p>
      <p class="whitespace-pre-line">{comment.body}</p>
      {action ? (
        <form method="post" action={action} data-controller="once">
          <button type="submit" class="link text-xs py-1">
            {text.resolve()}
          </button>
        </form>
      ) : null}
    </div>
  );
}
