import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import {
  Badge,
  Card,
  EmptyState,
  LinkButton,
  Notice,
  PageHeading,
  ProgressBar,
  SubmitButton,
} from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import type { Readiness } from '../blockers.ts';
import type { UnitLine } from '../overview-queries.ts';
import { isWorking, type PrepareRun } from '../run.ts';
import { text } from '../text.ts';
import { ReadinessCard } from './readiness-card.tsx';
import { AskingActs } from './round-acts.tsx';
import { DayFields, Days, History, Units } from './round-parts.tsx';
import { RoundTabs } from './round-tabs.tsx';

export interface RoundAct {
  readonly id: string;
  readonly act: string;
  readonly by: string;
  readonly reason: string | null;
  readonly at: Date;
}

export interface RoundView {
  readonly visit: Visit;
  readonly period: Period;
  /** Whether any scheme of the period asks for other voices. */
  readonly hasVoices: boolean;
  readonly round: Round | undefined;
  readonly run: PrepareRun | undefined;
  readonly readiness: Readiness | undefined;
  readonly units: readonly UnitLine[];
  readonly history: readonly RoundAct[];
  /** People with an open form. */
  readonly openRaters: number;
  readonly lastReminded: string | undefined;
  readonly newId: string;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export const STATE_TONE = { preparing: 'info', asking: 'warning', released: 'success' } as const;

export function RoundPage(view: RoundView) {
  const { visit, period, round, hasVoices } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods" width="wide">
      <PageHeading
        title={text.title()}
        above={
          <>
            <a class="link" href={visit.path(`/periods/${period.id}`)}>
              {period.name}
            </a>
            {round ? (
              <>
                {' · '}
                <RoundBadge round={round} />
              </>
            ) : null}
          </>
        }
        intro={text.intro()}
      />
      {round ? (
        <Running {...view} round={round} />
      ) : hasVoices ? (
        <Planning {...view} />
      ) : (
        <NoVoices {...view} />
      )}
    </Layout>
  );
}

export function RoundBadge({ round }: { round: Round }) {
  const label = {
    preparing: text.statePreparing,
    asking: text.stateAsking,
    released: text.stateReleased,
  }[round.state];
  return <Badge tone={STATE_TONE[round.state]}>{label()}</Badge>;
}

function NoVoices({ visit }: RoundView) {
  return (
    <Card>
      <EmptyState
        icon="users"
        title={text.noVoices()}
        act={<LinkButton href={visit.path('/schemes')}>{text.seeSchemes()}</LinkButton>}
      >
        {text.noVoicesHint()}
      </EmptyState>
    </Card>
  );
}

function Planning(view: RoundView) {
  const { visit, period } = view;
  if (!isAgencyOfficer(visit.actor) || period.state !== 'open')
    return (
      <Card>
        <EmptyState icon="users" title={text.notYet()}>
          {period.state === 'open' ? text.notYetHint() : text.periodNotOpen()}
        </EmptyState>
      </Card>
    );
  return (
    <Card title={text.plan()}>
      <p class="max-w-prose mb-4">{text.planHint()}</p>
      <form
        method="post"
        action={visit.path(`/periods/${period.id}/voices`)}
        class="grid gap-4 max-w-md"
        data-controller="once"
      >
        <ProblemSummary errors={view.errors} />
        <input type="hidden" name="id" value={view.newId} />
        <DayFields {...view} opensOn={view.typed.opensOn ?? visit.today} closesOn={view.typed.closesOn} />
        <div>
          <SubmitButton icon="users">{text.start()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Running(view: RoundView & { round: Round }) {
  const { visit, period, round, run } = view;
  const asked = view.units.reduce((sum, unit) => sum + unit.requests, 0);
  const open = view.units.reduce((sum, unit) => sum + unit.open, 0);
  return (
    <>
      <RoundTabs visit={visit} periodId={period.id} current="overview" />
      {round.state === 'preparing' ? (
        <Preparing {...view} run={run} />
      ) : (
        <Card title={text.nextStep()}>
          <p class="max-w-prose">
            {round.state === 'asking'
              ? text.nextAsking({ date: formatDate(round.closesOn) })
              : text.nextReleased()}
          </p>
          {round.state === 'asking' ? (
            <div class="mt-4 grid gap-6">
              <ProgressBar done={asked - open} total={asked} label={text.progressOf()} />
              {isAgencyOfficer(visit.actor) ? <AskingActs {...view} /> : null}
            </div>
          ) : null}
        </Card>
      )}
      <Units {...view} />
      <div class="grid lg:grid-cols-2 gap-6 items-start">
        {isAgencyOfficer(visit.actor) && round.state !== 'released' ? <Days {...view} /> : null}
        <History {...view} />
      </div>
    </>
  );
}

function Preparing(view: RoundView & { round: Round }) {
  const { visit, period, run, readiness } = view;
  const path = visit.path(`/periods/${period.id}/voices`);
  if (isWorking(run))
    return (
      <Card title={text.working()}>
        {run?.total ? (
          <ProgressBar done={run.done} total={run.total} label={text.participants()} />
        ) : (
          <p>{text.workingWait()}</p>
        )}
      </Card>
    );
  const mayAct = isAgencyOfficer(visit.actor);
  return (
    <>
      {run?.state === 'failed' ? (
        <Notice tone="warning" title={text.failed()}>
          {text.failedHint()}
        </Notice>
      ) : null}
      <Card title={text.nextStep()}>
        <p class="max-w-prose">{text.nextPreparing()}</p>
        {readiness ? <ReadinessCard {...view} readiness={readiness} /> : null}
        {mayAct ? (
          <div class="flex flex-wrap gap-2 mt-4 items-center">
            {readiness?.blockers.length === 0 ? (
              <form method="post" action={`${path}/opening`} data-controller="once">
                <SubmitButton icon="send">{text.open()}</SubmitButton>
              </form>
            ) : null}
            <form method="post" action={`${path}/preparation`} data-controller="once">
              <SubmitButton look="outline" icon="rotate">
                {text.again()}
              </SubmitButton>
            </form>
            <p class="text-sm text-base-content/75 basis-full max-w-prose">{text.againHint()}</p>
          </div>
        ) : null}
      </Card>
    </>
  );
}
