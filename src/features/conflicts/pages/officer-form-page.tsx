import { type Found, SearchChoice, type Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import { DeclarationForm, type FormState } from './declaration-form.tsx';
import { text } from './text.ts';

/** An officer records a relation between two people, such as a pending case. */
export function OfficerFormPage(props: {
  visit: Visit;
  id: string;
  form: FormState;
  raters: readonly Found[];
  ratees: readonly Found[];
}) {
  const { visit, form } = props;
  const action = visit.path('/conflicts/declarations');
  return (
    <Layout chrome={visit.chrome} title={text.declareFor()} current="people" width="narrow">
      <PageHeading
        title={text.declareFor()}
        above={
          <a class="link" href={visit.path('/conflicts')}>
            {text.title()}
          </a>
        }
      />
      <Card>
        <turbo-frame id="declaration" target="_top">
          <DeclarationForm
            action={action}
            id={props.id}
            today={visit.today}
            form={form}
            submit={text.declareFor()}
          >
            <SearchChoice
              name="raterId"
              label={text.rater()}
              hint={text.personHint()}
              query={form.typed.raterIdQuery ?? ''}
              chosen={form.typed.raterId ?? ''}
              answers={props.raters}
              error={form.errors.raterId}
              action={action}
              frame="declaration"
            />
            <SearchChoice
              name="rateeId"
              label={text.ratee()}
              hint={text.personHint()}
              query={form.typed.rateeIdQuery ?? ''}
              chosen={form.typed.rateeId ?? ''}
              answers={props.ratees}
              error={form.errors.rateeId ?? form.errors.with}
              action={action}
              frame="declaration"
            />
          </DeclarationForm>
        </turbo-frame>
      </Card>
    </Layout>
  );
}
