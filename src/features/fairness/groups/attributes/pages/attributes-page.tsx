import type { Visit } from '#features/people/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text as runText } from '../../../run/text.ts';
import { HELD_ATTRIBUTES } from '../../types.ts';
import type { RegisteredAttribute } from '../queries.ts';
import { text } from '../text.ts';
import { HELD_LABELS } from '../values.ts';

export interface AttributesView {
  readonly visit: Visit;
  readonly attributes: readonly RegisteredAttribute[];
  readonly mayChange: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function AttributesPage(view: AttributesView) {
  const { visit, attributes, mayChange, errors } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="fairness">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/fairness')}>
            {runText.title()}
          </a>
        }
        intro={text.intro()}
      />
      <ProblemSummary errors={errors} />
      <Card title={text.held()} padded={attributes.length === 0}>
        {attributes.length === 0 ? (
          <EmptyState icon="clipboard" title={text.none()}>
            <p>{text.noneBody()}</p>
          </EmptyState>
        ) : (
          <Register visit={visit} attributes={attributes} />
        )}
      </Card>
      {mayChange ? <RegisterForm {...view} /> : null}
    </Layout>
  );
}

function Register({ visit, attributes }: Pick<AttributesView, 'visit' | 'attributes'>) {
  return (
    <DataTable
      caption={text.held()}
      rows={attributes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          heading: text.attribute(),
          isTitle: true,
          cell: (row) => (
            <a class="link" href={visit.path(`/fairness/attributes/${row.id}`)}>
              {inLocale(HELD_LABELS[row.kind])}
            </a>
          ),
        },
        { key: 'basis', heading: text.legalBasis(), cell: (row) => row.legalBasis },
        { key: 'people', heading: text.people(), cell: (row) => formatNumber(row.people) },
        {
          key: 'state',
          heading: text.state(),
          cell: (row) =>
            row.endedAt ? (
              <Badge>{stateOf(row, visit)}</Badge>
            ) : (
              <Badge tone="info">{stateOf(row, visit)}</Badge>
            ),
        },
      ]}
    />
  );
}

export function stateOf(row: RegisteredAttribute, visit: Visit): string {
  return row.endedAt
    ? text.stateEnded({ date: formatDate(civil(row.endedAt, visit), 'short') })
    : text.stateHeld({ date: formatDate(row.endsOn, 'short') });
}

function civil(instant: Date, { agency }: Visit): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: agency.zone }).format(instant);
}

function RegisterForm({ visit, typed, errors }: AttributesView) {
  const field = (name: string) => ({
    name,
    value: typed[name] ?? '',
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  return (
    <Card title={text.registerTitle()}>
      <form
        method="post"
        action={visit.path('/fairness/attributes')}
        class="grid gap-4 max-w-xl"
        data-controller="once"
      >
        <input type="hidden" name="id" value={typed.id} />
        <SelectField
          {...field('kind')}
          label={text.attribute()}
          options={HELD_ATTRIBUTES.map((kind) => ({ value: kind, label: inLocale(HELD_LABELS[kind]) }))}
          empty={text.chooseKind()}
          required
        />
        <TextArea
          {...field('legalBasis')}
          label={text.legalBasis()}
          hint={text.legalBasisHint()}
          maxLength={2000}
          required
        />
        <TextArea
          {...field('purpose')}
          label={text.purpose()}
          hint={text.purposeHint()}
          maxLength={2000}
          required
        />
        <TextField {...field('endsOn')} type="date" label={text.endsOn()} hint={text.endsOnHint()} required />
        <div>
          <SubmitButton>{text.register()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
