import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { Report, ReportState } from '../types.ts';

const TONE: Readonly<Record<ReportState, Tone>> = {
  making: 'info',
  draft: 'neutral',
  published: 'success',
  failed: 'error',
};

export function ReportBadge({ state }: { state: ReportState }) {
  return <Badge tone={TONE[state]}>{text[`state_${state}`]()}</Badge>;
}

export function ReportsPage(props: {
  visit: Visit;
  reports: readonly Report[];
  years: readonly number[];
  newId: string;
  errors: FieldErrors;
  mayReadFigures: boolean;
}) {
  const { visit, reports, years, newId, errors, mayReadFigures } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="fairness">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        above={
          mayReadFigures ? (
            <a class="link" href={visit.path('/fairness')}>
              {text.fairness()}
            </a>
          ) : null
        }
      />
      <ProblemSummary errors={errors} />
      {isAgencyOfficer(visit.actor) && years.length > 0 ? (
        <MakeForm path={visit.path('/fairness/reports')} {...{ years, newId, errors }} />
      ) : null}
      <Card title={text.report()} padded={false}>
        {reports.length === 0 ? (
          <EmptyState icon="file" title={text.none()}>
            <p>{mayReadFigures ? text.noneHint() : text.nonePublished()}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={text.title()}
            rows={reports}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'report',
                heading: text.report(),
                isTitle: true,
                cell: ({ id, year, version }) => (
                  <a class="link" href={visit.path(`/fairness/reports/${id}`)}>
                    {text.named({ year: String(year) })}, {text.version({ version })}
                  </a>
                ),
              },
              { key: 'state', heading: text.state(), cell: ({ state }) => <ReportBadge state={state} /> },
              {
                key: 'made',
                heading: text.made(),
                cell: ({ madeAt }) => formatInstant(madeAt, visit.agency.zone),
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

function MakeForm(props: { path: string; years: readonly number[]; newId: string; errors: FieldErrors }) {
  const { path, years, newId, errors } = props;
  return (
    <Card title={text.make()}>
      <form method="post" action={path} class="flex flex-wrap items-end gap-4" data-controller="once">
        <input type="hidden" name="id" value={newId} />
        <SelectField
          name="year"
          label={text.year()}
          hint={text.yearHint()}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          value={String(years[0])}
          {...(errors.year ? { error: errors.year } : {})}
        />
        <SubmitButton>{text.make()}</SubmitButton>
      </form>
    </Card>
  );
}
