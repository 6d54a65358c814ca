import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import { AppraiserForm, type AppraiserFormProps } from './appraiser-form.tsx';
import { AssignmentList } from './assignment-list.tsx';
import type { AssignmentRow } from './queries.ts';

type Form = Pick<AppraiserFormProps, 'typed' | 'errors' | 'appraisers' | 'superiors'>;

/** One person's appraiser. */
export function ChangeAppraiserPage(props: {
  visit: Visit;
  person: { readonly id: string; readonly name: string };
  history: readonly AssignmentRow[];
  form: Form;
}) {
  const { visit, person, history, form } = props;
  const back = visit.path(`/people/${person.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.changeAppraiser()} current="people" width="narrow">
      <PageHeading
        above={
          <a class="link" href={back}>
            {person.name}
          </a>
        }
        title={text.changeAppraiser()}
        intro={text.changeIntro()}
      />
      <Card>
        <AppraiserForm {...form} action={`${back}/appraiser`} back={back} personIds={[]} />
      </Card>
      <Card title={text.history()}>
        <AssignmentList assignments={history} today={visit.today} />
      </Card>
    </Layout>
  );
}

/** The same appraiser for several people. */
export function AssignManyPage(props: {
  visit: Visit;
  people: readonly { readonly id: string; readonly name: string; readonly position: string | null }[];
  form: Form;
}) {
  const { visit, people, form } = props;
  const back = visit.path('/people/appraisers');
  return (
    <Layout chrome={visit.chrome} title={text.assignTitle()} current="people" width="narrow">
      <PageHeading
        above={
          <a class="link" href={back}>
            {text.appraisersTitle()}
          </a>
        }
        title={text.assignTitle()}
      />
      <Card title={text.forPeople({ count: people.length })}>
        <ul class="grid gap-1 text-sm">
          {people.map((person) => (
            <li key={person.id}>
              {person.name} <span class="text-base-content/75">{person.position}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <AppraiserForm
          {...form}
          action={`${back}/assignment`}
          back={back}
          personIds={people.map((person) => person.id)}
        />
      </Card>
    </Layout>
  );
}
