import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { type Option, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import type { Innovation } from '../queries.ts';
import type { InnovationComponent } from '../stages.ts';
import { text } from '../text.ts';
import type { InnovationState } from '../transitions.ts';

export const STATE_TONES: Readonly<Record<InnovationState, Tone>> = {
  proposed: 'info',
  adopted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
};

export interface ListView {
  readonly visit: Visit;
  readonly innovations: readonly Innovation[];
  readonly toVerify: readonly Innovation[];
  readonly componentOf: (innovation: Innovation) => InnovationComponent | undefined;
  readonly units: readonly Option[];
  readonly filter: { readonly q: string; readonly unit: string; readonly state: string };
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

export function ListPage(view: ListView) {
  const { visit, innovations, toVerify, filter } = view;
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="innovations" width="wide">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        acts={
          <LinkButton look="primary" icon="plus" href={visit.path('/innovations/new')}>
            {text.propose()}
          </LinkButton>
        }
      />
      {toVerify.length > 0 ? (
        <Card title={text.toVerify()}>
          <ul class="grid gap-2">
            {toVerify.map(({ id, title, unit }) => (
              <li key={id}>
                <a class="link font-medium" href={visit.path(`/innovations/${id}`)}>
                  {title}
                </a>{' '}
                <span class="text-base-content/75">· {unit.name}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Filter {...view} />
      {innovations.length === 0 ? (
        <EmptyState icon="trending" title={isFiltered ? text.nothingFound() : text.none()}>
          {isFiltered ? null : text.noneHint()}
        </EmptyState>
      ) : (
        <Card padded={false}>
          <DataTable
            caption={text.title()}
            columns={columns(view)}
            rows={innovations}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
      <Pages {...view} />
      <p>
        <a class="link" href={`/innovations/${visit.agency.code}`}>
          {text.seeGallery()}
        </a>
      </p>
    </Layout>
  );
}

function Pages({ previous, next }: ListView) {
  if (!previous && !next) return null;
  return (
    <p class="flex gap-2">
      {previous ? <LinkButton href={previous}>{text.previous()}</LinkButton> : null}
      {next ? <LinkButton href={next}>{text.next()}</LinkButton> : null}
    </p>
  );
}

function Filter({ visit, units, filter }: ListView) {
  const states = (['proposed', 'adopted', 'declined', 'withdrawn'] as const).map((value) => ({
    value,
    label: text[`state_${value}`](),
  }));
  return (
    <form method="get" action={visit.path('/innovations')} class="grid gap-3 sm:grid-cols-4 items-end">
      <TextField name="q" type="search" label={text.search()} value={filter.q} required />
      <SelectField
        name="unit"
        label={text.unit()}
        options={units}
        value={filter.unit}
        empty={text.anyUnit()}
        required
      />
      <SelectField
        name="state"
        label={text.state()}
        options={states}
        value={filter.state}
        empty={text.anyState()}
        required
      />
      <p>
        <SubmitButton look="outline" skipValidation>
          {text.filter()}
        </SubmitButton>
      </p>
    </form>
  );
}

function columns({ visit, componentOf }: ListView): readonly Column<Innovation>[] {
  return [
    {
      key: 'title',
      heading: text.field_title(),
      isTitle: true,
      cell: ({ id, title }) => (
        <a class="link" href={visit.path(`/innovations/${id}`)}>
          {title}
        </a>
      ),
    },
    { key: 'unit', heading: text.unit(), cell: ({ unit }) => unit.name },
    {
      key: 'people',
      heading: text.people(),
      cell: ({ members }) => members.map(({ name }) => name).join('; '),
      isWide: true,
    },
    {
      key: 'stage',
      heading: text.reached(),
      cell: (innovation) => furthest(innovation, componentOf(innovation)) ?? text.noStage(),
    },
    {
      key: 'state',
      heading: text.state(),
      cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{text[`state_${state}`]()}</Badge>,
    },
  ];
}

/** The furthest stage that another unit has confirmed. */
function furthest(innovation: Innovation, component: InnovationComponent | undefined): string | undefined {
  const stage = component?.stages.findLast(({ code }) =>
    innovation.steps.some((step) => step.stage === code && step.verdict === 'confirmed'),
  );
  return stage && inLocale(stage.label);
}
