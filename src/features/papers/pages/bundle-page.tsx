import type { Visit } from '#features/people/index.ts';
import type { listPeriods } from '#features/periods/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox, ProblemSummary, SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { PAPER_KINDS, type PaperKind } from '../available.ts';
import type { UnitChoice } from '../bundle-scope.ts';
import type { RunInBrief } from '../runs.ts';
import { text as paperText } from '../text.ts';
import { bundleText as text } from '../text-bundle.ts';
import { PlaceAndDate } from './place-and-date.tsx';
import { RunBadge, whatOf } from './run-page.tsx';

/** Stands in the list of units for the people whom one appraises. */
export const TEAM = 'team';

export interface BundleTyped {
  readonly id: string;
  readonly period: string;
  readonly unit: string;
  readonly below: boolean;
  readonly papers: readonly PaperKind[];
  readonly place: string;
  readonly date: string;
}

interface View {
  readonly visit: Visit;
  readonly periods: Awaited<ReturnType<typeof listPeriods>>;
  readonly units: readonly UnitChoice[];
  readonly hasTeam: boolean;
  readonly runs: readonly RunInBrief[];
  readonly place: string;
  readonly maySetHead: boolean;
  readonly typed: BundleTyped;
  readonly errors: Record<string, string>;
}

export function BundlePage(view: View) {
  const { visit, units, periods, maySetHead } = view;
  return (
    <Layout
      chrome={visit.chrome}
      title={text.title()}
      current={units.length > 0 ? 'organisation' : 'team'}
      width="normal"
    >
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        acts={
          maySetHead ? (
            <LinkButton href={visit.path('/papers/head')} icon="settings">
              {text.headLink()}
            </LinkButton>
          ) : undefined
        }
      />
      <Card>
        {periods.length === 0 ? (
          <EmptyState icon="calendar" title={text.noPeriod()}>
            {text.noPeriodBody()}
          </EmptyState>
        ) : (
          <BundleForm {...view} />
        )}
      </Card>
      <Card title={text.recent()} padded={false}>
        <Runs {...view} />
      </Card>
    </Layout>
  );
}

function BundleForm({ visit, periods, units, hasTeam, place, typed, errors }: View) {
  return (
    <form method="post" action={visit.path('/papers/runs')} class="grid gap-5" data-controller="once">
      <input type="hidden" name="id" value={typed.id} />
      <ProblemSummary errors={errors} />
      <div class="grid gap-5 sm:grid-cols-2 items-start">
        <SelectField
          name="period"
          label={text.period()}
          required
          value={typed.period}
          error={errors.period}
          options={periods.map((period) => ({ value: period.id, label: period.name }))}
        />
        <div class="grid gap-2">
          <SelectField
            name="unit"
            label={text.whose()}
            required
            value={typed.unit}
            error={errors.unit}
            options={[
              ...(hasTeam ? [{ value: TEAM, label: text.myTeam() }] : []),
              ...units.map((unit) => ({
                value: unit.id,
                label: `${'\u2003'.repeat(unit.depth)}${unit.name}`,
              })),
            ]}
          />
          {units.length > 0 ? (
            <Checkbox
              name="below"
              label={text.withBelow()}
              checked={typed.below}
              {...(hasTeam ? { hint: text.withBelowHint() } : {})}
            />
          ) : null}
        </div>
      </div>
      <fieldset class="grid gap-1 min-w-0">
        <legend class="font-medium text-sm mb-1.5">{text.which()}</legend>
        <p class="text-sm text-base-content/75">{text.onlyFinal()}</p>
        <div class="grid sm:grid-cols-2 gap-x-5" id="skp" tabIndex={-1}>
          {PAPER_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              name={kind}
              label={paperText[kind]()}
              checked={typed.papers.includes(kind)}
            />
          ))}
        </div>
        {errors.skp ? <p class="text-sm text-error">{errors.skp}</p> : null}
      </fieldset>
      <div class="grid gap-5 sm:grid-cols-2 items-start">
        <PlaceAndDate place={place} typed={typed} errors={errors} />
      </div>
      <div>
        <SubmitButton icon="print">{text.start()}</SubmitButton>
      </div>
    </form>
  );
}

function Runs({ visit, runs }: View) {
  if (runs.length === 0)
    return (
      <EmptyState icon="file" title={text.none()}>
        {text.noneBody()}
      </EmptyState>
    );
  return (
    <DataTable
      caption={text.recent()}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          key: 'what',
          heading: text.whose(),
          isTitle: true,
          cell: (run) => (
            <a class="link" href={visit.path(`/papers/runs/${run.id}`)}>
              {whatOf(run)}
            </a>
          ),
        },
        { key: 'period', heading: text.period(), cell: (run) => run.periodName },
        { key: 'state', heading: text.state(), cell: (run) => <RunBadge state={run.state} /> },
        { key: 'by', heading: text.requestedBy(), cell: (run) => run.requester },
        {
          key: 'at',
          heading: text.requestedAt(),
          cell: (run) => formatInstant(run.createdAt, visit.agency.zone),
        },
      ]}
    />
  );
}
