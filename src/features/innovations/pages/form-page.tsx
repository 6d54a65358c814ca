import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';

export interface FormView {
  readonly visit: Visit;
  /** Of a new proposal: made when the page was drawn; of a change: the innovation's. */
  readonly id: string;
  readonly isNew: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function FormPage({ visit, id, isNew, typed, errors }: FormView) {
  const title = isNew ? text.proposeTitle() : text.editTitle();
  return (
    <Layout chrome={visit.chrome} title={title} current="innovations" width="narrow">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path(isNew ? '/innovations' : `/innovations/${id}`)}>
            {text.title()}
          </a>
        }
      />
      <ProblemSummary errors={errors} />
      <Card>
        <form
          method="post"
          action={visit.path(isNew ? '/innovations' : `/innovations/${id}/words`)}
          class="grid gap-5"
        >
          <input type="hidden" name="id" value={id} />
          <TextField
            name="title"
            label={text.field_title()}
            value={typed.title}
            error={errors.title}
            maxLength={150}
            required
          />
          <TextArea
            name="problem"
            label={text.field_problem()}
            hint={text.hint_problem()}
            value={typed.problem}
            error={errors.problem}
            rows={4}
            required
          />
          <TextArea
            name="idea"
            label={text.field_idea()}
            value={typed.idea}
            error={errors.idea}
            rows={6}
            required
          />
          <TextArea
            name="members"
            label={text.field_members()}
            hint={text.hint_members()}
            value={typed.members}
            error={errors.members}
            rows={3}
          />
          <p>
            <SubmitButton>{isNew ? text.send() : text.save()}</SubmitButton>
          </p>
        </form>
      </Card>
    </Layout>
  );
}
