import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, ProgressBar, SubmitButton } from '#ui/parts.tsx';
import { type TeamPlan, WAITS_FOR_APPRAISER } from '../team.ts';
import { text as planText } from '../text.ts';
import { PLAN_STATES } from '../transitions.ts';
import { daysInWords, PlanBadge } from './state.tsx';
import { text } from './text.ts';

const MISSING_SHOWN = 2;

export interface TeamFilter {
  readonly words: string;
  readonly state: string;
}

export function TeamPlansPage(props: {
  visit: Visit;
  /** Everyone in the team, before the filter. */
  all: readonly TeamPlan[];
  shown: readonly TeamPlan[];
  filter: TeamFilter;
  /** The leader's own participation, for the matrix. */
  ownParticipantId: string | undefined;
}) {
  const { visit, all, shown, filter, ownParticipantId } = props;
  const waiting = all.filter(isWaiting).length;
  const agreed = all.filter((each) => each.version > 0).length;
  return (
    <Layout chrome={visit.chrome} title={text.teamPlans()} current="team" width="wide">
      <PageHeading
        title={text.teamPlans()}
        intro={text.teamIntro()}
        acts={
          ownParticipantId && all.length > 0 ? (
            <LinkButton href={visit.path(`/appraisals/${ownParticipantId}/plan/matrix`)} icon="users">
              {planText.matrixShort()}
            </LinkButton>
          ) : null
        }
      />
      {all.length > 0 ? (
        <Card>
          <div class="grid gap-2">
            {waiting > 0 ? (
              <p>
                <Badge tone="info">{text.waiting({ count: waiting })}</Badge>
              </p>
            ) : null}
            <ProgressBar done={agreed} total={all.length} label={text.agreedOf()} />
          </div>
        </Card>
      ) : null}
      {all.length > 8 ? <FilterForm visit={visit} filter={filter} /> : null}
      <Card padded={false}>
        {shown.length === 0 ? (
          <EmptyState icon="users" title={all.length === 0 ? text.nobody() : text.nobodyFound()}>
            {all.length === 0 ? text.nobodyHint() : text.nobodyFoundHint()}
          </EmptyState>
        ) : (
          <TeamTable visit={visit} plans={shown} />
        )}
      </Card>
    </Layout>
  );
}

function isWaiting(plan: TeamPlan): boolean {
  return plan.state !== undefined && WAITS_FOR_APPRAISER.includes(plan.state);
}

function FilterForm({ visit, filter }: { visit: Visit; filter: TeamFilter }) {
  return (
    <form
      method="get"
      action={visit.path('/team/plans')}
      class="grid sm:grid-cols-[2fr_1fr_auto] gap-3 items-end"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <TextField
        name="q"
        type="search"
        label={text.search()}
        placeholder={text.search()}
        hideLabel
        value={filter.words}
      />
      <SelectField
        name="state"
        label={planText.state()}
        hideLabel
        empty={text.allStates()}
        value={filter.state}
        options={[
          { value: 'none', label: planText.noPlanState() },
          ...PLAN_STATES.map((state) => ({ value: state, label: planText[state]() })),
        ]}
      />
      <SubmitButton look="outline">{text.filter()}</SubmitButton>
    </form>
  );
}

function TeamTable({ visit, plans }: { visit: Visit; plans: readonly TeamPlan[] }) {
  const several = new Set(plans.map((each) => each.periodId)).size > 1;
  return (
    <DataTable
      caption={text.teamPlans()}
      rows={plans}
      rowKey={(row) => row.participantId}
      columns={[
        {
          key: 'name',
          heading: text.staff(),
          isTitle: true,
          cell: (row) => (
            <>
              {row.name}
              <span class="block text-sm font-normal text-base-content/75">
                {row.position}
                {several ? ` · ${row.periodName}` : ''}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          heading: planText.state(),
          cell: (row) => (
            <>
              <PlanBadge state={row.state} />
              {row.openComments > 0 ? (
                <span class="block text-sm text-base-content/75 mt-1">
                  {planText.openComments({ count: row.openComments })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: 'missing', heading: text.missing(), cell: (row) => <Missing row={row} /> },
        {
          key: 'deadline',
          heading: text.deadline(),
          cell: (row) =>
            row.version > 0 ? (
              <span>–</span>
            ) : (
              <>
                {formatDate(row.planDueOn, 'short')}
                <span class="block text-sm text-base-content/75">
                  {daysInWords(visit.today, row.planDueOn)}
                </span>
              </>
            ),
        },
        {
          key: 'act',
          heading: text.act(),
          cell: (row) => (
            <LinkButton
              href={visit.path(`/appraisals/${row.participantId}/plan`)}
              look={isWaiting(row) ? 'primary' : 'outline'}
              small
            >
              {isWaiting(row) ? text.decide() : text.read()}
              <span class="sr-only">: {text.ofPerson({ name: row.name })}</span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function Missing({ row }: { row: TeamPlan }) {
  if (row.missing.length === 0) return <span>–</span>;
  return (
    <ul class="text-sm">
      {row.missing.slice(0, MISSING_SHOWN).map((each) => (
        <li key={each}>{each}</li>
      ))}
      {row.missing.length > MISSING_SHOWN ? (
        <li class="text-base-content/75">
          {text.missingMore({ count: row.missing.length - MISSING_SHOWN })}
        </li>
      ) : null}
    </ul>
  );
}
