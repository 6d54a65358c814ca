import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, Notice, ProgressBar, SubmitButton, type Tone } from '#ui/parts.tsx';
import type { Run, RunState } from '../../store/types.ts';
import { text } from '../text.ts';
import { FairnessFrame } from './frame.tsx';

const TONE: Readonly<Record<RunState, Tone>> = {
  waiting: 'info',
  running: 'info',
  done: 'success',
  failed: 'error',
  cancelled: 'neutral',
};

export function RunPage(props: {
  visit: Visit;
  period: Period;
  active: Run | undefined;
  runs: readonly Run[];
  hasGroups: boolean;
}) {
  const { visit, period, active, runs, hasGroups } = props;
  const mayAct = isAgencyOfficer(visit.actor);
  const path = visit.path(`/fairness/${period.id}/run`);
  const last = runs[0];
  return (
    <FairnessFrame
      {...{ visit, period, hasGroups }}
      current="run"
      title={text.calculation()}
      intro={text.runIntro()}
    >
      {last?.state === 'failed' && !active ? <Notice tone="error">{text.failedHint()}</Notice> : null}
      {active ? (
        <Card title={text[`state_${active.state}`]()}>
          <ProgressBar done={active.done} total={active.total} label={text[active.stage]()} />
          {mayAct ? (
            <form method="post" action={`${path}/cancellation`} class="mt-4" data-controller="once">
              <SubmitButton look="outline">{text.cancel()}</SubmitButton>
            </form>
          ) : null}
        </Card>
      ) : mayAct ? (
        <form method="post" action={path} data-controller="once">
          <SubmitButton icon="rotate">{runs.length > 0 ? text.again() : text.start()}</SubmitButton>
        </form>
      ) : null}
      <Card title={text.history()} padded={false}>
        {runs.length === 0 ? (
          <EmptyState icon="clock" title={text.noRuns()}>
            <p>{text.noRunsHint()}</p>
          </EmptyState>
        ) : (
          <History visit={visit} runs={runs} />
        )}
      </Card>
    </FairnessFrame>
  );
}

function History({ visit, runs }: { visit: Visit; runs: readonly Run[] }) {
  return (
    <DataTable
      caption={text.history()}
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'requested',
          heading: text.requested(),
          isTitle: true,
          cell: (run) => formatInstant(run.requestedAt, visit.agency.zone),
        },
        {
          key: 'state',
          heading: text.state(),
          cell: (run) => <Badge tone={TONE[run.state]}>{text[`state_${run.state}`]()}</Badge>,
        },
        { key: 'by', heading: text.by(), cell: (run) => run.requestedBy ?? text.night() },
        {
          key: 'forms',
          heading: text.forms(),
          align: 'right',
          cell: (run) => (run.state === 'done' ? formatNumber(run.forms) : '–'),
        },
        { key: 'method', heading: text.method(), cell: (run) => run.method },
        {
          key: 'fingerprint',
          heading: text.fingerprint(),
          isWide: true,
          cell: (run) => <code class="text-xs break-all">{run.inputSha256?.slice(0, 16) ?? '–'}</code>,
        },
      ]}
    />
  );
}
