import type { Visit } from '#features/people/index.ts';
import { SelectField, TextField } from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import type { Draft } from '../../drafts/queries.ts';
import type { Question } from '../queries.ts';
import { text } from '../text.ts';
import { forumPath } from './frame.tsx';

export function ForumFilter(props: { visit: Visit; draft: Draft; question: Question }) {
  const { visit, draft, question } = props;
  return (
    <search class="print:hidden">
      <form
        method="get"
        action={forumPath(visit, draft)}
        class="grid grid-cols-2 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto] gap-3 items-end"
        data-controller="filter"
        data-turbo-action="replace"
      >
        {question.criterion === undefined ? null : (
          <input type="hidden" name="criterion" value={question.criterion} />
        )}
        <div class="max-sm:col-span-2">
          <TextField
            name="q"
            type="search"
            label={text.search()}
            required={false}
            maxLength={100}
            value={question.words}
          />
        </div>
        <SelectField
          name="show"
          label={text.show()}
          required
          value={question.show}
          options={[
            { value: 'all', label: text.showAll() },
            { value: 'unanswered', label: text.showUnanswered() },
            { value: 'answered', label: text.showAnswered() },
            { value: 'proposals', label: text.showProposals() },
            { value: 'mine', label: text.showMine() },
          ]}
        />
        <SelectField
          name="sort"
          label={text.order()}
          required
          value={question.order}
          options={[
            { value: 'newest', label: text.orderNewest() },
            { value: 'support', label: text.orderSupport() },
          ]}
        />
        <div class="max-sm:col-span-2">
          <SubmitButton look="outline">{text.filter()}</SubmitButton>
        </div>
      </form>
    </search>
  );
}

/** Address of one page of the list as it is asked for now. */
export function questionPath(
  visit: Visit,
  draft: Pick<Draft, 'id'>,
  question: Question,
  page: number,
): string {
  const asked = new URLSearchParams();
  if (question.criterion !== undefined) asked.set('criterion', question.criterion);
  if (question.words) asked.set('q', question.words);
  if (question.show !== 'all') asked.set('show', question.show);
  if (question.order !== 'newest') asked.set('sort', question.order);
  if (page > 1) asked.set('page', String(page));
  return forumPath(visit, draft, asked.size > 0 ? `?${asked}` : '');
}
