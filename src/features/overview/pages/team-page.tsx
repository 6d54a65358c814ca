import type { Visit } from '#features/people/index.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import { predicateText, YEAR_STEP_LABELS } from '../labels.ts';
import { PAGE_SIZE } from '../paging.ts';
import type { YearStep } from '../stages.ts';
import { taskKindLabel, teamTaskWords } from '../task-text.ts';
import type { TeamFilter, TeamMember, TeamView } from '../team-routes.tsx';
import { text } from '../text.ts';
import { FilterForm, listAddress, PeriodSelect } from './filter-form.tsx';
import { NoPeriod } from './home-page.tsx';
import { Due } from './own-card.tsx';

export function TeamPage({ visit, view, filter }: { visit: Visit; view: TeamView; filter: TeamFilter }) {
  return (
    <Layout chrome={visit.chrome} title={text.team()} current="team" width="wide">
      <PageHeading
        title={text.team()}
        above={view.period?.name}
        intro={text.teamIntro()}
        acts={
          <>
            <LinkButton href={visit.path('/team/plans')} icon="clipboard" small>
              {text.teamPlans()}
            </LinkButton>
            <LinkButton href={visit.path('/team/progress')} icon="trending" small>
              {text.teamProgress()}
            </LinkButton>
            <LinkButton href={visit.path('/fairness/mirror')} icon="scale" small>
              {text.mirror()}
            </LinkButton>
            <LinkButton href={visit.path('/papers')} icon="print" small>
              {text.papers()}
            </LinkButton>
          </>
        }
      />
      {view.period ? <TeamList visit={visit} view={view} filter={filter} /> : <NoPeriod visit={visit} />}
    </Layout>
  );
}

function TeamList({ visit, view, filter }: { visit: Visit; view: TeamView; filter: TeamFilter }) {
  const isFiltered = filter.search !== '' || filter.onlyWaiting;
  const address = visit.path('/team');
  const parameters = {
    search: filter.search,
    waiting: filter.onlyWaiting ? 'yes' : null,
    period: filter.periodId,
  };
  return (
    <>
      <FilterForm action={address} search={filter.search} placeholder={text.searchPerson()}>
        <label class="flex gap-2 items-center text-sm py-2.5">
          <input
            type="checkbox"
            class="checkbox checkbox-sm checkbox-primary"
            name="waiting"
            value="yes"
            checked={filter.onlyWaiting}
          />
          {text.onlyWaiting()} <span class="badge badge-sm num">{view.waiting}</span>
        </label>
        <PeriodSelect periods={view.periods} current={view.period?.id} />
      </FilterForm>
      <Card padded={false}>
        {view.members.length === 0 ? (
          <EmptyState icon="users" title={isFiltered ? text.noMatch() : text.emptyTeam()}>
            {isFiltered ? text.noMatchBody() : text.emptyTeamBody()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.team()}
            columns={columns(visit)}
            rows={view.members}
            rowKey={(member) => member.facts.participantId}
          />
        )}
      </Card>
      <Pagination
        page={filter.page}
        pageSize={PAGE_SIZE}
        total={view.total}
        href={(page) => listAddress(address, { ...parameters, page })}
      />
    </>
  );
}

function columns(visit: Visit): readonly Column<TeamMember>[] {
  const step = (key: YearStep['key']): Column<TeamMember> => ({
    key,
    heading: YEAR_STEP_LABELS[key](),
    cell: (member) => <StepMark step={member.year.find((each) => each.key === key)} />,
  });
  return [
    {
      key: 'name',
      heading: text.name(),
      isTitle: true,
      cell: ({ person, facts }) => (
        <>
          <a class="link" href={visit.path(`/appraisals/${facts.participantId}/plan`)}>
            {person?.name}
          </a>
          <span class="block text-sm font-normal text-base-content/75">{person?.position}</span>
        </>
      ),
    },
    { key: 'turn', heading: text.nextForYou(), cell: (member) => <NextTurn visit={visit} member={member} /> },
    {
      key: 'diary',
      heading: text.observations(),
      cell: ({ person, facts }) => (
        <LinkButton small icon="edit" href={visit.path(`/appraisals/${facts.participantId}/diary`)}>
          {text.jot()}
          <span class="sr-only"> {person?.name}</span>
        </LinkButton>
      ),
    },
    step('plan'),
    step('check-ins'),
    step('self-assessment'),
    {
      key: 'result',
      heading: text.result(),
      cell: ({ facts }) =>
        facts.predicate && facts.result !== 'withdrawn' && facts.result !== 'revoked'
          ? predicateText(facts.predicate)
          : '–',
    },
  ];
}

function NextTurn({ visit, member }: { visit: Visit; member: TeamMember }) {
  const { mine, theirs, facts, person } = member;
  if (!mine) {
    return (
      <span class="text-sm text-base-content/75">
        {theirs ? `${text.theirTurn()}: ${taskKindLabel(theirs.kind)}` : text.noTurn()}
      </span>
    );
  }
  const words = teamTaskWords(mine);
  return (
    <span class="flex flex-wrap items-center gap-2">
      <LinkButton small look="primary" href={visit.path(`/appraisals/${facts.participantId}/${mine.page}`)}>
        {words.act}
        <span class="sr-only"> {person?.name}</span>
      </LinkButton>
      {mine.dueOn ? <Due dueOn={mine.dueOn} today={visit.today} /> : null}
    </span>
  );
}

const WORDS = { done: text.stepDone, current: text.stepCurrent, ahead: text.stepAhead } as const;

function StepMark({ step }: { step: YearStep | undefined }) {
  if (!step) return null;
  if (step.count && step.count.total > 0) return <span class="num">{text.ofCount(step.count)}</span>;
  return (
    <span class={step.state === 'ahead' ? 'text-base-content/75' : ''}>
      {step.state === 'done' ? <Icon name="check" size={16} class="text-success mr-1" /> : null}
      {step.state === 'current' ? <Icon name="clock" size={16} class="mr-1" /> : null}
      {WORDS[step.state]()}
    </span>
  );
}
