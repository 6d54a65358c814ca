import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, FileField, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Competency } from '../../dictionary/model.ts';
import { LevelFields } from '../../level-fields.tsx';
import { LEVELS } from '../../levels.ts';
import type { Person } from '../access.ts';
import { text } from '../text.ts';

/** Below level 1 is a level too. */
export const OUTCOME_LEVELS = ['0', ...LEVELS];

export interface OutcomeFormView {
  readonly visit: Visit;
  readonly person: Person;
  readonly formId: string;
  readonly fileId: string;
  readonly competencies: readonly Competency[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export function OutcomePage(view: OutcomeFormView) {
  const { visit, person, competencies } = view;
  const title = text.outcomeTitle({ name: person.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="people" width="wide">
      <PageHeading
        title={title}
        intro={text.outcomeIntro()}
        above={
          <a class="link" href={visit.path(`/people/${person.id}/competencies`)}>
            {text.of({ name: person.name })}
          </a>
        }
      />
      {competencies.length === 0 ? (
        <Card>
          <EmptyState
            title={text.emptyDictionary()}
            act={<LinkButton href={visit.path('/competencies')}>{text.toDictionary()}</LinkButton>}
          />
        </Card>
      ) : (
        <OutcomeForm {...view} />
      )}
    </Layout>
  );
}

function OutcomeForm({ visit, person, formId, fileId, competencies, typed, errors }: OutcomeFormView) {
  const path = visit.path(`/people/${person.id}/competencies`);
  return (
    <form
      method="post"
      action={`${path}/outcomes`}
      encType="multipart/form-data"
      class="grid gap-6"
      data-controller="once"
      noValidate
    >
      <input type="hidden" name="id" value={formId} />
      <input type="hidden" name="fileId" value={fileId} />
      <ProblemSummary errors={errors} />
      <Card>
        <div class="grid gap-4 max-w-prose">
          <TextField
            name="assessedOn"
            type="date"
            label={text.assessedOn()}
            value={typed.assessedOn}
            error={errors.assessedOn}
            max={visit.today}
            required
          />
          <TextField
            name="institution"
            label={text.institution()}
            hint={text.institutionHint()}
            value={typed.institution}
            error={errors.institution}
            maxLength={200}
            required
          />
          <FileField
            name="file"
            label={text.file()}
            hint={text.fileHint()}
            error={errors.file}
            accept=".pdf,.jpg,.jpeg,.png,.webp"
          />
          <TextArea
            name="note"
            label={text.note()}
            value={typed.note}
            error={errors.note}
            maxLength={1000}
            rows={2}
          />
        </div>
      </Card>
      <Card title={text.levelsFound()} id="levels">
        <p class="text-sm text-base-content/75 max-w-prose mb-4">{text.levelsFoundHint()}</p>
        <LevelFields
          competencies={competencies}
          typed={typed}
          empty={text.notTested()}
          choices={OUTCOME_LEVELS}
        />
      </Card>
      <div class="flex flex-wrap gap-2">
        <SubmitButton icon="check">{text.save()}</SubmitButton>
        <LinkButton href={path} look="ghost">
          {text.cancel()}
        </LinkButton>
      </div>
    </form>
  );
}
