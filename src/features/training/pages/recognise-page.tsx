import type { Visit } from '#features/people/index.ts';
import type { PersonInBrief } from '#features/periods/index.ts';
import { UPLOAD_EXTENSIONS } from '#platform/storage/upload.ts';
import { type FieldErrors, FileField, ProblemSummary, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Rule } from '../course/queries.ts';
import { office } from '../text-office.ts';

export interface RecogniseView {
  readonly visit: Visit;
  readonly id: string;
  readonly person: PersonInBrief;
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly rule: Rule;
  readonly errors: FieldErrors;
  readonly typed: Readonly<Record<string, string>>;
}

export function RecognisePage(view: RecogniseView) {
  const { visit, person, errors, typed } = view;
  const title = office.recogniseFor({ name: person.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="training" width="narrow">
      <PageHeading
        title={title}
        intro={office.recogniseIntro()}
        above={
          <a class="link" href={visit.path('/training/appraisers')}>
            {office.appraisers()}
          </a>
        }
      />
      <form
        method="post"
        action={visit.path('/training/certificates')}
        enctype="multipart/form-data"
        class="grid gap-6"
        data-controller="once"
      >
        <input type="hidden" name="id" value={typed.id ?? view.id} />
        <input type="hidden" name="person" value={person.id} />
        <input type="hidden" name="scheme" value={view.schemeId} />
        <ProblemSummary errors={errors} />
        <Card>
          <div class="grid gap-5">
            <Facts
              facts={[
                [office.appraiser(), person.name],
                [office.unit(), person.unitName ?? '–'],
                [office.scheme(), view.schemeTitle],
              ]}
            />
            <Inputs {...view} />
            <p>
              <SubmitButton icon="check">{office.recognise()}</SubmitButton>
            </p>
          </div>
        </Card>
      </form>
    </Layout>
  );
}

/** What stands on the certificate. */
function Inputs({ visit, rule, errors, typed }: RecogniseView) {
  return (
    <>
      <TextField
        name="number"
        label={office.outsideNumber()}
        value={typed.number}
        error={errors.number}
        required
        maxLength={100}
      />
      <TextField
        name="issuer"
        label={office.issuer()}
        value={typed.issuer}
        error={errors.issuer}
        required
        maxLength={200}
      />
      <TextField
        name="issuedOn"
        type="date"
        label={office.issuedOn()}
        hint={office.issuedHint({ months: rule.validMonths })}
        value={typed.issuedOn}
        error={errors.issuedOn}
        max={visit.today}
        required
      />
      <FileField
        name="file"
        label={office.file()}
        hint={office.fileHint()}
        error={errors.file}
        accept={UPLOAD_EXTENSIONS.join(',')}
      />
    </>
  );
}
