/** The form of a draft: dates, counters, questions. */
import { ELEMENTS } from '#domain/surveys/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  Checkbox,
  type FieldErrors,
  type Option,
  ProblemSummary,
  SelectField,
  TextField,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Typed } from '../counters/pages.tsx';
import type { Counter } from '../counters/queries.ts';
import { text } from '../text.ts';
import { LEAST_ANSWERS, MOST_EXTRAS } from './commands.ts';

export interface RoundFormView {
  readonly visit: Visit;
  readonly id: string;
  readonly isNew: boolean;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly units: readonly Option[];
  readonly counters: readonly Counter[];
}

export function RoundFormPage(view: RoundFormView) {
  const { visit, id, isNew, typed, errors, units, counters } = view;
  const title = isNew ? text.newRound() : text.editRound();
  const back = isNew ? visit.path('/surveys') : visit.path(`/surveys/rounds/${id}`);
  return (
    <Layout chrome={visit.chrome} title={title} current="organisation" width="narrow">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/surveys')}>
            {text.title()}
          </a>
        }
      />
      <form
        method="post"
        action={visit.path(isNew ? '/surveys/rounds' : `/surveys/rounds/${id}`)}
        class="grid gap-6"
        data-controller="once"
      >
        {isNew ? <input type="hidden" name="id" value={id} /> : null}
        <ProblemSummary errors={errors} />
        <BasicsCard typed={typed} errors={errors} units={units} />
        <CountersCard counters={counters} typed={typed} error={errors.counters} />
        <QuestionsCard typed={typed} errors={errors} />
        <div class="flex flex-wrap gap-2">
          <SubmitButton icon="check">{text.save()}</SubmitButton>
          <LinkButton href={back} look="ghost">
            {text.cancel()}
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}

function BasicsCard({ typed, errors, units }: Pick<RoundFormView, 'typed' | 'errors' | 'units'>) {
  return (
    <Card>
      <div class="grid gap-5">
        <TextField
          name="name"
          label={text.roundName()}
          hint={text.roundNameHint()}
          value={typed.name}
          error={errors.name}
          maxLength={120}
          required
        />
        <SelectField
          name="unit"
          label={text.roundUnit()}
          options={units}
          value={typed.unit}
          error={errors.unit}
          required
        />
        <div class="grid sm:grid-cols-2 gap-4">
          <TextField
            name="startsOn"
            type="date"
            label={text.startsOn()}
            value={typed.startsOn}
            error={errors.startsOn}
            required
          />
          <TextField
            name="endsOn"
            type="date"
            label={text.endsOn()}
            value={typed.endsOn}
            error={errors.endsOn}
            required
          />
        </div>
      </div>
    </Card>
  );
}

function CountersCard(props: { counters: readonly Counter[]; typed: Typed; error: string | undefined }) {
  const { counters, typed, error } = props;
  return (
    <Card title={text.countersOfRound()} id="counters">
      {counters.length === 0 ? <p>{text.noCountersForRound()}</p> : null}
      <fieldset class="grid gap-1" aria-describedby={error ? 'counters-error' : undefined}>
        <legend class="sr-only">{text.countersOfRound()}</legend>
        {counters.map((counter) => (
          <Checkbox
            key={counter.id}
            name={`counter-${counter.id}`}
            label={`${counter.name} · ${counter.unitName}`}
            hint={counter.mode === 'open' ? text.modeOpen() : text.modeToken()}
            checked={typed[`counter-${counter.id}`] === 'yes'}
          />
        ))}
      </fieldset>
      {error ? (
        <p id="counters-error" class="text-sm text-error mt-2">
          {error}
        </p>
      ) : null}
    </Card>
  );
}

function QuestionsCard({ typed, errors }: { typed: Typed; errors: FieldErrors }) {
  return (
    <Card title={text.questions()}>
      <div class="grid gap-5">
        <p class="text-sm">{text.questionSet()}</p>
        <details class="text-sm">
          <summary class="link cursor-pointer py-1">{text.seeQuestions()}</summary>
          <ol class="list-decimal pl-6 mt-2 grid gap-1.5">
            {ELEMENTS.map((element) => (
              <li key={element.code}>
                {inLocale(element.question)}
                <span class="block text-base-content/75">
                  {element.answers.map((answer, index) => `${index + 1} ${inLocale(answer)}`).join(' · ')}
                </span>
              </li>
            ))}
          </ol>
        </details>
        <details open={Object.keys(typed).some((name) => name.startsWith('extra-') && typed[name])}>
          <summary class="link cursor-pointer text-sm py-1">{text.extras()}</summary>
          <fieldset class="grid gap-3 mt-2">
            <legend class="sr-only">{text.extras()}</legend>
            <p class="text-sm text-base-content/75">{text.extrasHint({ count: MOST_EXTRAS })}</p>
            {Array.from({ length: MOST_EXTRAS }, (_, index) => index + 1).map((number) => (
              <div key={number} class="grid sm:grid-cols-2 gap-3">
                <TextField
                  name={`extra-${number}-id`}
                  label={text.extraId({ number })}
                  value={typed[`extra-${number}-id`]}
                  maxLength={200}
                />
                <TextField
                  name={`extra-${number}-en`}
                  label={text.extraEn({ number })}
                  value={typed[`extra-${number}-en`]}
                  maxLength={200}
                />
              </div>
            ))}
          </fieldset>
        </details>
        <div class="grid gap-1">
          <Checkbox
            name="asksProfile"
            label={text.asksProfile()}
            hint={text.asksProfileHint()}
            checked={typed.asksProfile === 'yes'}
          />
          <Checkbox
            name="asksWords"
            label={text.asksWords()}
            hint={text.asksWordsHint()}
            checked={typed.asksWords === 'yes'}
          />
        </div>
        <TextField
          name="least"
          type="number"
          label={text.least()}
          hint={text.leastHint()}
          value={typed.least}
          error={errors.least}
          min={String(LEAST_ANSWERS.lowest)}
          max={String(LEAST_ANSWERS.highest)}
          required
        />
      </div>
    </Card>
  );
}
