import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextArea } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import type { Draft } from '../../drafts/queries.ts';
import type { Criterion } from '../criterion.ts';
import { text } from '../text.ts';
import { forumPath } from './frame.tsx';

/** What stands in the form: a new id, and what was typed where it was refused. */
export interface Written {
  readonly newId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function WriteForm(props: Written & { visit: Visit; draft: Draft; criterion: Criterion }) {
  const { visit, draft, criterion, newId, fields, errors } = props;
  return (
    <Card title={text.write()} id="write">
      <form method="post" action={forumPath(visit, draft)} class="grid gap-4" data-controller="once">
        <ProblemSummary errors={errors} />
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="criterion" value={criterion.path} />
        <RadioGroup
          name="kind"
          label={text.kind()}
          required
          value={fields.kind ?? 'proposal'}
          error={errors.kind}
          choices={[
            { value: 'proposal', label: text.proposal(), hint: text.proposalHint() },
            { value: 'comment', label: text.comment(), hint: text.commentHint() },
          ]}
        />
        <TextArea
          name="body"
          label={text.body()}
          hint={text.bodyHint()}
          required
          rows={4}
          maxLength={4000}
          value={fields.body}
          error={errors.body}
        />
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton icon="send">{text.send()}</SubmitButton>
          <p class="text-sm text-base-content/75">{text.namedHint()}</p>
        </div>
      </form>
    </Card>
  );
}
