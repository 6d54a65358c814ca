import { PREDICATES } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import { predicateText } from '../labels.ts';
import type { OrganisationPageView, OrganisationQuestion } from '../organisation-routes.tsx';
import type { Progress, UnitNode, UnitProgress } from '../queries/progress.ts';
import { text } from '../text.ts';
import { FilterForm, listAddress, PeriodSelect } from './filter-form.tsx';
import { NoPeriod } from './home-page.tsx';
import { DistributionCard } from './organisation-cards.tsx';

interface PageProps {
  visit: Visit;
  view: OrganisationPageView;
  question: OrganisationQuestion;
  plot: string;
}

export function OrganisationPage({ visit, view, question, plot }: PageProps) {
  const here = view.path.at(-1);
  const address = visit.path('/organisation');
  const parameters = { unit: question.unitId, period: question.periodId, search: question.search };
  return (
    <Layout
      chrome={visit.chrome}
      title={here?.name ?? text.organisation()}
      current="organisation"
      width="wide"
    >
      <PageHeading
        title={here?.name ?? text.organisation()}
        above={<Trail visit={visit} view={view} question={question} />}
        intro={text.organisationIntro()}
        acts={
          <>
            {here ? (
              <LinkButton href={visit.path(`/organisation/units/${here.id}`)} icon="scale">
                {text.unitPredicate()}
              </LinkButton>
            ) : null}
            <LinkButton href={visit.path('/calibration')} icon="scale">
              {text.calibration()}
            </LinkButton>
            <LinkButton href={visit.path('/competencies/units')} icon="target">
              {text.competencies()}
            </LinkButton>
            <LinkButton href={visit.path('/surveys')} icon="message">
              {text.surveys()}
            </LinkButton>
            <LinkButton href={visit.path('/papers')} icon="print">
              {text.papers()}
            </LinkButton>
            <LinkButton
              href={listAddress(visit.path('/organisation/export.csv'), parameters)}
              icon="download"
              download
            >
              {text.export()}
            </LinkButton>
          </>
        }
      />
      {view.period ? (
        <>
          <FilterForm action={address} search={question.search} placeholder={text.searchUnit()}>
            <PeriodSelect periods={view.periods} current={view.period.id} />
          </FilterForm>
          <UnitsTable visit={visit} view={view} question={question} />
          {question.search ? null : <DistributionCard progress={view.total} svg={plot} />}
        </>
      ) : (
        <NoPeriod visit={visit} />
      )}
    </Layout>
  );
}

function Trail({ visit, view, question }: Pick<PageProps, 'visit' | 'view' | 'question'>) {
  const address = (unit: UnitNode | null) =>
    listAddress(visit.path('/organisation'), { unit: unit?.id, period: question.periodId });
  if (view.path.length === 0) return <>{view.period?.name}</>;
  return (
    <span class="flex flex-wrap gap-x-2">
      <a class="link" href={address(null)}>
        {text.allUnits()}
      </a>
      {view.path.slice(0, -1).map((unit) => (
        <span key={unit.id}>
          /{' '}
          <a class="link" href={address(unit)}>
            {unit.name}
          </a>
        </span>
      ))}
    </span>
  );
}

function UnitsTable({ visit, view, question }: Pick<PageProps, 'visit' | 'view' | 'question'>) {
  if (view.units.length === 0 && view.total.participants === 0) {
    return (
      <Card>
        <EmptyState icon="chart" title={text.noUnits()}>
          {text.noUnitsBody()}
        </EmptyState>
      </Card>
    );
  }
  const here = view.path.at(-1);
  const own: readonly UnitProgress[] =
    here && !question.search && view.own.participants > 0
      ? [{ unit: here, progress: view.own, hasUnitsBelow: false }]
      : [];
  return (
    <Card padded={false}>
      <DataTable
        caption={text.byUnit()}
        columns={columns(visit, question, here)}
        rows={[...own, ...view.units]}
        rowKey={({ unit }) => unit.id}
      />
    </Card>
  );
}

function columns(
  visit: Visit,
  question: OrganisationQuestion,
  here: UnitNode | undefined,
): readonly Column<UnitProgress>[] {
  const share = (key: keyof Omit<Progress, 'predicates'>, heading: string): Column<UnitProgress> => ({
    key,
    heading,
    align: 'right',
    cell: ({ progress }) => <Share done={progress[key]} total={progress.participants} />,
  });
  return [
    {
      key: 'unit',
      heading: text.unit(),
      isTitle: true,
      cell: (row) => <UnitName visit={visit} question={question} row={row} here={here} />,
    },
    {
      key: 'participants',
      heading: text.participantsHeading(),
      align: 'right',
      cell: ({ progress }) => formatNumber(progress.participants),
    },
    share('planned', text.planned()),
    share('selfAssessed', text.selfAssessed()),
    share('rated', text.rated()),
    share('ratified', text.ratified()),
    share('accepted', text.accepted()),
    {
      key: 'predicates',
      heading: text.distributionShort(),
      cell: ({ progress }) => <PredicateStrip progress={progress} />,
    },
  ];
}

function UnitName(props: {
  visit: Visit;
  question: OrganisationQuestion;
  row: UnitProgress;
  here: UnitNode | undefined;
}) {
  const { visit, question, row, here } = props;
  const { unit } = row;
  const predicate = (
    <a class="link text-sm font-normal" href={visit.path(`/organisation/units/${unit.id}`)}>
      {text.unitPredicate()}
      <span class="sr-only"> {unit.name}</span>
    </a>
  );
  const name =
    unit.id === here?.id ? (
      unit.name
    ) : (
      <a
        class="link"
        href={listAddress(visit.path('/organisation'), { unit: unit.id, period: question.periodId })}
      >
        {unit.name}
      </a>
    );
  return (
    <span class="grid gap-0.5">
      <span class="flex items-center gap-1.5">
        {name}
        {row.hasUnitsBelow ? <Icon name="chevronDown" size={14} class="-rotate-90" /> : null}
      </span>
      {predicate}
    </span>
  );
}

function Share({ done, total }: { done: number; total: number }) {
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <span class="inline-grid gap-1 min-w-16">
      <span>{percent} %</span>
      <progress
        class="progress progress-primary w-16 sm:justify-self-end"
        value={done}
        max={Math.max(total, 1)}
        aria-hidden="true"
      />
      <span class="sr-only">{text.ofCount({ done, total })}</span>
    </span>
  );
}

/** The five predicates as numbers side by side, best first; the headings stand in the words for screen readers. */
function PredicateStrip({ progress }: { progress: Progress }) {
  if (progress.rated === 0) return <span class="text-base-content/75">–</span>;
  return (
    <span class="flex gap-3 num text-sm">
      {PREDICATES.map((code) => (
        <span key={code} title={predicateText(code)}>
          <span class="sr-only">{predicateText(code)} </span>
          {formatNumber(progress.predicates[code])}
        </span>
      ))}
    </span>
  );
}
