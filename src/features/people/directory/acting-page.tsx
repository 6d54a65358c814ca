import { type FieldErrors, ProblemSummary, RadioGroup, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { SearchChoice } from '../pages/search-choice.tsx';
import type { Found } from '../search.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';

export function ActingPage(props: {
  visit: Visit;
  person: { readonly id: string; readonly name: string };
  typed: Readonly<Record<string, string | undefined>>;
  errors: FieldErrors;
  units: readonly Found[];
}) {
  const { visit, person, typed, errors, units } = props;
  const back = visit.path(`/people/${person.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.addActing()} current="people" width="narrow">
      <PageHeading
        above={
          <a class="link" href={back}>
            {person.name}
          </a>
        }
        title={text.addActing()}
        intro={text.actingIntro()}
      />
      <Card>
        <turbo-frame id="acting" target="_top">
          <form
            method="post"
            action={`${back}/acting`}
            class="grid gap-5"
            data-turbo-frame="_top"
            data-controller="once"
          >
            <ProblemSummary errors={errors} />
            <input type="hidden" name="id" value={typed.id} />
            <SearchChoice
              name="unitId"
              placeholder={text.unitName()}
              label={text.actingUnit()}
              hint={text.chooseUnitHint()}
              query={typed.unitIdQuery ?? ''}
              chosen={typed.unitId ?? ''}
              answers={units}
              error={errors.unitId}
              action={`${back}/acting`}
              frame="acting"
            />
            <RadioGroup
              name="kind"
              label={text.placementKind()}
              required
              value={typed.kind ?? 'plt'}
              error={errors.kind}
              choices={[
                { value: 'plt', label: text.plt(), hint: text.pltHint() },
                { value: 'plh', label: text.plh(), hint: text.plhHint() },
              ]}
            />
            <div class="grid gap-5 sm:grid-cols-2">
              <TextField
                name="from"
                type="date"
                label={text.from()}
                required
                value={typed.from}
                error={errors.from}
              />
              <TextField
                name="lastDay"
                type="date"
                label={text.lastDay()}
                value={typed.lastDay}
                error={errors.lastDay}
              />
            </div>
            <div class="flex flex-wrap gap-2">
              <SubmitButton icon="check">{text.save()}</SubmitButton>
              <LinkButton href={back} look="ghost">
                {text.cancel()}
              </LinkButton>
            </div>
          </form>
        </turbo-frame>
      </Card>
    </Layout>
  );
}
