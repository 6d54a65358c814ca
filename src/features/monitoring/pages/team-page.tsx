import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { SelectField, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { diaryText } from '../diary/text.ts';
import type { TeamMember, TeamPeriod } from '../queries-team.ts';
import { teamText as text } from '../text-check-ins.ts';

export interface TeamView {
  readonly visit: Visit;
  readonly periods: readonly TeamPeriod[];
  readonly periodId: string | null;
  readonly search: string;
  /** Those who match the search. */
  readonly members: readonly TeamMember[];
  readonly total: number;
  readonly needing: number;
}

export function TeamPage(props: TeamView) {
  const { visit, members, total } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="team">
      <PageHeading
        title={text.title()}
        intro={total > 0 ? <p>{text.summary({ count: props.needing, total })}</p> : null}
      />
      {total > 0 ? <Filter {...props} /> : null}
      <Card padded={false}>
        {members.length > 0 ? (
          <DataTable
            caption={text.title()}
            columns={columns(visit)}
            rows={members}
            rowKey={(member) => member.participantId}
          />
        ) : (
          <EmptyState icon="users" title={total > 0 ? text.notFound() : text.empty()}>
            {total > 0 ? text.notFoundHint() : text.emptyHint()}
          </EmptyState>
        )}
      </Card>
    </Layout>
  );
}

function Filter({ visit, periods, periodId, search }: TeamView) {
  return (
    <form
      method="get"
      action={visit.path('/team/progress')}
      class="flex flex-wrap items-end gap-3"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <div class="grow max-w-sm">
        <TextField name="q" type="search" label={text.search()} value={search} required />
      </div>
      {periods.length > 1 ? (
        <SelectField
          name="period"
          label={text.period()}
          options={periods.map((period) => ({ value: period.id, label: period.name }))}
          value={periodId}
          required
        />
      ) : null}
      <SubmitButton look="outline" skipValidation>
        {text.show()}
      </SubmitButton>
    </form>
  );
}

function columns(visit: Visit): readonly Column<TeamMember>[] {
  const base = (member: TeamMember) => visit.path(`/appraisals/${member.participantId}`);
  return [
    {
      key: 'person',
      heading: text.person(),
      isTitle: true,
      cell: (member) => (
        <>
          <a class="link link-hover font-medium" href={`${base(member)}/progress`}>
            {member.name}
          </a>
          <span class="block text-sm font-normal text-base-content/75">{member.position}</span>
        </>
      ),
    },
    { key: 'indicators', heading: text.indicators(), cell: (member) => <Indicators member={member} /> },
    {
      key: 'lastEntry',
      heading: text.lastEntry(),
      cell: (member) => (member.lastEntryOn ? formatDate(member.lastEntryOn, 'short') : text.never()),
    },
    { key: 'checkIns', heading: text.checkIns(), cell: (member) => <CheckIns member={member} /> },
    {
      key: 'acts',
      heading: text.acts(),
      cell: (member) => (
        <span class="flex flex-wrap gap-2">
          <LinkButton href={`${base(member)}/diary`} small icon="edit">
            {diaryText.jot()}
            <span class="sr-only">: {member.name}</span>
          </LinkButton>
          <LinkButton href={`${base(member)}/feedback`} small icon="message">
            {text.feedback()}
            <span class="sr-only">: {member.name}</span>
          </LinkButton>
        </span>
      ),
    },
  ];
}

function Indicators({ member: { hasPlan, tracks } }: { member: TeamMember }) {
  if (!hasPlan) return <Lines lines={[{ words: text.noPlan(), isUrgent: true }]} />;
  const well = tracks['on-track'] + tracks.reached;
  return (
    <Lines
      lines={[
        { words: text.behind({ count: tracks.behind }), isUrgent: true, count: tracks.behind },
        { words: text.missing({ count: tracks.missing }), isUrgent: true, count: tracks.missing },
        { words: text.notYet({ count: tracks['not-yet'] }), count: tracks['not-yet'] },
        { words: text.onTrack({ count: well }), count: well },
      ]}
    />
  );
}

function CheckIns({ member: { overdueCheckIns, openCheckIns } }: { member: TeamMember }) {
  if (overdueCheckIns + openCheckIns === 0) return <span>{text.complete()}</span>;
  return (
    <Lines
      lines={[
        { words: text.overdue({ count: overdueCheckIns }), isUrgent: true, count: overdueCheckIns },
        { words: text.waiting({ count: openCheckIns }), isUrgent: true, count: openCheckIns },
      ]}
    />
  );
}

interface Line {
  readonly words: string;
  readonly isUrgent?: boolean;
  /** Nothing is said of what there is none of. */
  readonly count?: number;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="grid gap-0.5">
      {lines
        .filter((line) => line.count !== 0)
        .map((line) => (
          <li key={line.words} class={line.isUrgent ? 'font-semibold flex gap-1.5' : 'pl-[1.375rem]'}>
            {line.isUrgent ? <Icon name="alert" size={16} class="mt-0.5 text-error" /> : null}
            {line.words}
          </li>
        ))}
    </ul>
  );
}
