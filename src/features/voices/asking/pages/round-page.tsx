import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
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

export function DayFields(props: {
  period: Period;
  opensOn: string | undefined;
  closesOn: string | undefined;
  errors: FieldErrors;
  onlyLast?: boolean;
}) {
  const last = addDays(props.period.ratingDueOn, -1);
  return (
    <>
      {props.onlyLast ? null : (
        <TextField
          name="opensOn"
          type="date"
          label={text.opensOn()}
          hint={text.opensHint()}
          required
          value={props.opensOn}
          error={props.errors.opensOn}
        />
      )}
      <TextField
        name="closesOn"
        type="date"
        label={text.closesOn()}
        hint={text.closesHint({ last: formatDate(last) })}
        required
        max={last}
        value={props.closesOn}
        error={props.errors.closesOn}
      />
    </>
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

function Units({ visit, period, round, units }: RoundView & { round: Round }) {
  const isAsking = round.state !== 'preparing';
  if (units.length === 0)
    return (
      <Card title={text.byUnit()}>
        <p class="text-base-content/75">{text.noUnits()}</p>
      </Card>
    );
  const list = (unit: UnitLine, more = '') =>
    visit.path(`/periods/${period.id}/voices/people?unit=${unit.unitId}${more}`);
  const number = (key: 'participants' | 'voices' | 'requests' | 'open', heading: string) => ({
    key,
    heading,
    align: 'right' as const,
    cell: (unit: UnitLine) => formatNumber(unit[key]),
  });
  return (
    <Card title={text.byUnit()} padded={false}>
      <DataTable
        caption={text.byUnit()}
        rows={units}
        rowKey={(unit) => unit.unitId}
        columns={[
          {
            key: 'unit',
            heading: text.unit(),
            isTitle: true,
            cell: (unit) => (
              <a class="link" href={list(unit)}>
                {unit.name}
              </a>
            ),
          },
          number('participants', text.participants()),
          number('voices', text.voices()),
          number('requests', isAsking ? text.asked() : text.proposed()),
          ...(isAsking ? [number('open', text.stillOpen())] : []),
          {
            key: 'tooFew',
            heading: text.tooFew(),
            align: 'right',
            cell: (unit) =>
              unit.tooFew > 0 ? (
                <a class="link" href={list(unit, '&show=too-few')}>
                  {formatNumber(unit.tooFew)}
                </a>
              ) : (
                '0'
              ),
          },
          ...(units.some((unit) => unit.flagged > 0)
            ? [
                {
                  key: 'flagged',
                  heading: text.flagged(),
                  align: 'right' as const,
                  cell: (unit: UnitLine) =>
                    unit.flagged > 0 ? (
                      <a class="link" href={list(unit, '&show=flagged')}>
                        {formatNumber(unit.flagged)}
                      </a>
                    ) : (
                      '0'
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Days(view: RoundView & { round: Round }) {
  const { visit, period, round, typed, errors } = view;
  const isAsking = round.state === 'asking';
  return (
    <Card title={text.days()} id="days">
      <form
        method="post"
        action={visit.path(`/periods/${period.id}/voices/days`)}
        class="grid gap-4 max-w-md"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <DayFields
          {...view}
          onlyLast={isAsking}
          opensOn={typed.opensOn ?? round.opensOn}
          closesOn={typed.closesOn ?? round.closesOn}
        />
        {isAsking ? (
          <TextArea
            name="reason"
            label={text.dayReason()}
            required
            maxLength={500}
            rows={2}
            value={typed.reason}
            error={errors.reason}
          />
        ) : null}
        <div>
          <SubmitButton look="outline">{text.saveDays()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

const ACTS = {
  prepare: text['act-prepare'],
  open: text['act-open'],
  reschedule: text['act-reschedule'],
  remind: text['act-remind'],
  replace: text['act-replace'],
  release: text['act-release'],
} as const;

function History({ visit, history }: RoundView) {
  return (
    <Card title={text.history()}>
      <ol class="grid gap-3">
        {history.map((line) => (
          <li key={line.id}>
            <p>
              {text.by({
                act: Object.hasOwn(ACTS, line.act) ? ACTS[line.act as keyof typeof ACTS]() : line.act,
                name: line.by,
              })}
            </p>
            <p class="text-sm text-base-content/75">{formatInstant(line.at, visit.agency.zone)}</p>
            {line.reason ? <p class="text-sm">{line.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
