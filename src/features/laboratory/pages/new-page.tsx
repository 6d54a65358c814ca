/** The form of a new run: sensible values everywhere, one line of explanation at each, all without a script. */
import type { Visit } from '#features/people/index.ts';
import {
  type Choice,
  type FieldErrors,
  type Option,
  ProblemSummary,
  RadioGroup,
  SelectField,
  TextField,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { SMALL_RUN } from '../access.ts';
import type { Typed } from '../form.ts';
import { PRESETS, type Preset } from '../presets.ts';
import type { Run } from '../queries.ts';
import type { OwnStructure } from '../structure.ts';
import { text as shared } from '../text.ts';
import { text } from '../text-form.ts';
import { duration, USUAL_PACE, workOf } from '../words.ts';
import { NumberField } from './fields.tsx';
import { Voices } from './voice-fields.tsx';

export interface NewRunView {
  readonly visit: Visit;
  readonly subjects: readonly Option[];
  readonly own: OwnStructure | undefined;
  /** The run whose settings and structure stand in the form. */
  readonly kept: Run | undefined;
  readonly preset: Preset | undefined;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly ids: { readonly id: string; readonly secondId: string };
  readonly pace: number | undefined;
  /** Whoever is no officer runs smaller. */
  readonly isSmall: boolean;
}

export function NewRunPage(view: NewRunView) {
  const { visit, typed, errors, ids } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="schemes">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/laboratory')}>
            {shared.title()}
          </a>
        }
        intro={text.intro()}
      />
      {view.isSmall ? <Notice>{text.smallOnly({ most: SMALL_RUN })}</Notice> : null}
      <Presets {...view} />
      <form
        method="post"
        action={visit.path('/laboratory')}
        class="grid gap-6 grid-cols-[minmax(0,1fr)]"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <input type="hidden" name="id" value={ids.id} />
        <input type="hidden" name="secondId" value={ids.secondId} />
        <input type="hidden" name="beside" value={typed.beside ?? ''} />
        <input type="hidden" name="keptFrom" value={typed.keptFrom ?? ''} />
        <What {...view} />
        <Who {...view} />
        <Disturbances typed={typed} errors={errors} />
        <Voices typed={typed} errors={errors} />
        <Chance typed={typed} errors={errors} />
        <div>
          <SubmitButton icon="calculator">{text.run()}</SubmitButton>
        </div>
      </form>
    </Layout>
  );
}

function Presets({ visit, kept, preset, typed }: NewRunView) {
  const subject = typed.subject ? `&subject=${encodeURIComponent(typed.subject)}` : '';
  return (
    <section class="grid gap-3" aria-labelledby="presets">
      <h2 id="presets" class="font-medium">
        {text.presets()}
      </h2>
      <nav aria-labelledby="presets" class="flex flex-wrap gap-2">
        {PRESETS.map((each) => (
          <a
            key={each}
            class={`btn btn-sm h-auto py-1.5 ${each === preset ? 'btn-primary' : 'btn-outline'}`}
            href={visit.path(`/laboratory/new?preset=${each}${subject}`)}
            aria-current={each === preset ? 'true' : undefined}
          >
            {text[`preset_${each}`]()}
          </a>
        ))}
      </nav>
      {preset ? <p class="text-sm text-base-content/75 max-w-prose">{text[`source_${preset}`]()}</p> : null}
      {kept ? (
        <p class="text-sm text-base-content/75 max-w-prose">{text.source_kept({ name: kept.name })}</p>
      ) : null}
    </section>
  );
}

function What({ subjects, typed, errors }: NewRunView) {
  return (
    <Card title={text.what()}>
      <div class="grid gap-4 md:grid-cols-2 items-end">
        <SelectField
          name="subject"
          label={text.subject()}
          required
          value={typed.subject}
          error={errors.subject}
          empty={text.choose()}
          options={subjects}
        />
        <SelectField
          name="second"
          label={text.second()}
          hint={text.secondHint()}
          value={typed.second}
          error={errors.second}
          empty={text.noSecond()}
          options={subjects}
        />
        <TextField
          name="name"
          label={shared.name()}
          hint={text.nameHint()}
          required
          maxLength={120}
          value={typed.name}
          error={errors.name}
        />
      </div>
    </Card>
  );
}

function structureChoices({ own, kept }: NewRunView): readonly Choice[] {
  return [
    ...(kept
      ? [
          {
            value: 'kept',
            label: text.structureKept({ name: kept.name, people: kept.people }),
            hint: text.structureKeptHint(),
          },
        ]
      : []),
    ...(own ? [{ value: 'own', ...ownWords(own) }] : []),
    { value: 'invented', label: text.structureInvented() },
  ];
}

function ownWords({ structure, found, periodName: period }: OwnStructure) {
  const people = structure.unitOf.length;
  return {
    label: text.structureOwn({ people }),
    hint:
      found > people ? text.structureOwnPart({ period, people, found }) : text.structureOwnHint({ period }),
  };
}

const TIMES = [
  [200, 10],
  [1000, 10],
  [2000, 20],
] as const;
function Who(view: NewRunView) {
  const { typed, errors, isSmall } = view;
  const pace = view.pace ?? USUAL_PACE;
  return (
    <Card title={text.who()}>
      <div class="grid gap-5">
        <div id="structure">
          <RadioGroup
            name="structure"
            label={text.structure()}
            required
            choices={structureChoices(view)}
            value={typed.structure}
            error={errors.structure}
          />
        </div>
        <fieldset class="min-w-0">
          <legend class="font-medium text-sm mb-2">{text.sizeTitle()}</legend>
          <div class="grid gap-4 sm:grid-cols-3">
            <NumberField name="people" label={text.people()} typed={typed} errors={errors} />
            <NumberField name="span" label={text.span()} typed={typed} errors={errors} />
            <NumberField name="unit" label={text.unit()} typed={typed} errors={errors} />
          </div>
        </fieldset>
        <div class="grid gap-4 md:grid-cols-2 items-start">
          <NumberField
            name="periods"
            label={text.periods()}
            hint={text.periodsHint()}
            typed={typed}
            errors={errors}
          />
          {isSmall ? null : (
            <div class="text-sm">
              <p class="font-medium">{text.timeTitle()}</p>
              <ul class="mt-1 grid gap-0.5 text-base-content/75">
                {TIMES.map(([people, periods]) => (
                  <li key={people}>
                    {text.time({ people, periods, time: duration(workOf(people * periods) * pace) })}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}

const DISTURBANCES = [
  'severity',
  'unitCulture',
  'noise',
  'halo',
  'favouredShare',
  'favouredSize',
  'centralTendency',
] as const;

function Disturbances({ typed, errors }: { typed: Typed; errors: FieldErrors }) {
  return (
    <Card title={text.disturb()}>
      <p class="max-w-prose mb-4 text-base-content/75">{text.disturbIntro()}</p>
      <div class="grid gap-x-6 gap-y-4 md:grid-cols-2 items-end">
        {DISTURBANCES.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={text[name]()}
            hint={text[`${name}Hint`]()}
            typed={typed}
            errors={errors}
          />
        ))}
      </div>
    </Card>
  );
}

function Chance({ typed, errors }: { typed: Typed; errors: FieldErrors }) {
  return (
    <Card title={text.chance()}>
      <div class="grid gap-x-6 gap-y-4 md:grid-cols-2 items-end">
        <NumberField
          name="typical"
          label={text.typical()}
          hint={text.typicalHint()}
          typed={typed}
          errors={errors}
        />
        <NumberField name="seed" label={text.seed()} hint={text.seedHint()} typed={typed} errors={errors} />
      </div>
    </Card>
  );
}
