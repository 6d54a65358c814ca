import { Checkbox, type FieldErrors, ProblemSummary, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { kindLabel, LEVELS, levelLabel, PERSON_KINDS, POSITION_KINDS, positionKindLabel } from '../labels.ts';
import { SearchChoice } from '../pages/search-choice.tsx';
import type { Found } from '../search.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';

export interface NewPersonProps {
  readonly visit: Visit;
  /** What was typed so far. */
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
  readonly units: readonly Found[];
}

export function NewPersonPage({ visit, typed, errors, units }: NewPersonProps) {
  const here = visit.path('/people/new');
  return (
    <Layout chrome={visit.chrome} title={text.addTitle()} current="people" width="narrow">
      <PageHeading
        above={
          <a class="link" href={visit.path('/people')}>
            {text.peopleTitle()}
          </a>
        }
        title={text.addTitle()}
        intro={text.addIntro()}
      />
      <Card>
        <turbo-frame id="new-person" target="_top">
          <form method="post" action={here} class="grid gap-5" data-turbo-frame="_top" data-controller="once">
            <ProblemSummary errors={errors} />
            <input type="hidden" name="id" value={typed.id} />
            <Identity typed={typed} errors={errors} />
            <SearchChoice
              name="unitId"
              placeholder={text.unitName()}
              label={text.unit()}
              hint={text.chooseUnitHint()}
              query={typed.unitIdQuery ?? ''}
              chosen={typed.unitId ?? ''}
              answers={units}
              error={errors.unitId}
              action={here}
              frame="new-person"
            />
            <Post typed={typed} errors={errors} />
            <div class="flex flex-wrap gap-2">
              <SubmitButton icon="check">{text.save()}</SubmitButton>
              <LinkButton href={visit.path('/people')} look="ghost">
                {text.cancel()}
              </LinkButton>
            </div>
          </form>
        </turbo-frame>
      </Card>
    </Layout>
  );
}

type Part = Pick<NewPersonProps, 'typed' | 'errors'>;

function Identity({ typed, errors }: Part) {
  return (
    <>
      <SelectField
        name="kind"
        label={text.kind()}
        required
        value={typed.kind ?? 'non-asn'}
        error={errors.kind}
        options={PERSON_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <TextField
        name="nip"
        label={text.nip()}
        hint={text.nipHint()}
        value={typed.nip}
        error={errors.nip}
        inputMode="numeric"
        maxLength={40}
      />
      <TextField
        name="name"
        label={text.nameWithoutTitles()}
        required
        value={typed.name}
        error={errors.name}
        maxLength={200}
      />
      <div class="grid gap-5 sm:grid-cols-2">
        <TextField
          name="titleBefore"
          label={text.titleBefore()}
          value={typed.titleBefore}
          error={errors.titleBefore}
          maxLength={60}
        />
        <TextField
          name="titleAfter"
          label={text.titleAfter()}
          value={typed.titleAfter}
          error={errors.titleAfter}
          maxLength={120}
        />
      </div>
      <TextField name="email" type="email" label={text.email()} value={typed.email} error={errors.email} />
    </>
  );
}

function Post({ typed, errors }: Part) {
  return (
    <>
      <TextField
        name="position"
        label={text.position()}
        required
        value={typed.position}
        error={errors.position}
        maxLength={300}
      />
      <div class="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="positionKind"
          label={text.positionKind()}
          required
          value={typed.positionKind ?? 'other'}
          error={errors.positionKind}
          options={POSITION_KINDS.map((kind) => ({ value: kind, label: positionKindLabel(kind) }))}
        />
        <SelectField
          name="positionLevel"
          label={text.positionLevel()}
          value={typed.positionLevel}
          error={errors.positionLevel}
          empty={text.noLevel()}
          options={LEVELS.map((level) => ({ value: level, label: levelLabel(level) }))}
        />
      </div>
      <Checkbox name="isHead" label={text.isHead()} checked={typed.isHead === 'yes'} />
      <TextField
        name="from"
        type="date"
        label={text.inPostSince()}
        required
        value={typed.from}
        error={errors.from}
      />
    </>
  );
}
