import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Visit } from '../../visit.ts';
import { type ImportRun, isSilent } from '../runs/run.ts';
import { RunHeading } from './run-heading.tsx';
import { text } from './text.ts';

/** The import is being worked on: the open page follows by itself, without a script it loads itself again. */
export function WorkingPage({ visit, run }: { visit: Visit; run: ImportRun }) {
  const title = run.input.step === 'commit' ? text.committingTitle() : text.checkingTitle();
  const stage = run.stage && run.state === 'running' ? text[run.stage]() : text.waitingStage();
  return (
    <Layout chrome={visit.chrome} title={title} current="people" width="narrow">
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
      <RunHeading visit={visit} run={run} title={title} />
      <Card>
        <div role="status" class="grid gap-2">
          <p class="flex justify-between gap-3">
            <span>{stage}</span>
            <span class="num">{run.done} %</span>
          </p>
          <progress class="progress progress-primary w-full" value={run.done} max={100} aria-label={title} />
        </div>
        <p class="mt-4 text-sm text-base-content/75">{text.mayLeave()}</p>
        {isSilent(run, visit.now) ? (
          <div class="mt-4 grid gap-3">
            <Notice tone="warning">{text.silent()}</Notice>
            <StartAnew visit={visit} run={run} />
          </div>
        ) : null}
        <noscript>
          <p class="mt-4">
            <a class="link" href={visit.path(`/people/import/${run.id}`)}>
              {text.reload()}
            </a>
          </p>
        </noscript>
      </Card>
    </Layout>
  );
}

/** The import failed or was laid aside. */
export function StoppedPage({ visit, run }: { visit: Visit; run: ImportRun }) {
  const hasFailed = run.state === 'failed';
  const title = hasFailed ? text.failedTitle() : text.cancelledTitle();
  return (
    <Layout chrome={visit.chrome} title={title} current="people" width="narrow">
      <RunHeading visit={visit} run={run} title={title} />
      <Card>
        <p>{hasFailed ? text.failedBody() : text.cancelledBody()}</p>
        <div class="mt-4 flex flex-wrap gap-2">
          {hasFailed ? <StartAnew visit={visit} run={run} /> : null}
          <LinkButton href={visit.path('/people/import')} icon="upload">
            {text.another()}
          </LinkButton>
        </div>
      </Card>
    </Layout>
  );
}

function StartAnew({ visit, run }: { visit: Visit; run: ImportRun }) {
  return (
    <form method="post" action={visit.path(`/people/import/${run.id}/restart`)} data-controller="once">
      <SubmitButton icon="rotate">{text.startAnew()}</SubmitButton>
    </form>
  );
}

/** It is written: what it did, and what comes next. */
export function DonePage({ visit, run }: { visit: Visit; run: ImportRun }) {
  const { result } = run;
  return (
    <Layout chrome={visit.chrome} title={text.doneTitle()} current="people" width="narrow">
      <PageHeading title={text.doneTitle()} intro={text.doneBody()} />
      {result ? (
        <Card padded={false}>
          <DataTable
            caption={text.outcome()}
            rows={['people', 'units'] as const}
            rowKey={(part) => part}
            columns={[
              { key: 'part', heading: text.outcome(), isTitle: true, cell: (part) => text[part]() },
              ...COUNTS.map((key) => ({
                key,
                heading: text[key](),
                align: 'right' as const,
                cell: (part: 'people' | 'units') => formatNumber(result[part][key]),
              })),
            ]}
          />
        </Card>
      ) : null}
      {result && result.refused > 0 ? (
        <Notice tone="warning" title={text.refusedLeft({ count: result.refused })}>
          <a class="link" href={visit.path(`/people/import/${run.id}/refused.xlsx`)} data-turbo="false">
            {text.downloadRefused()}
          </a>
        </Notice>
      ) : null}
      <div class="flex flex-wrap gap-2">
        <LinkButton href={visit.path('/people/appraisers')} look="primary" icon="arrowRight">
          {text.nextAppraisers()}
        </LinkButton>
        <LinkButton href={visit.path('/people/invitations')} icon="mail">
          {text.nextInvitations()}
        </LinkButton>
        <LinkButton href={visit.path('/people/import')} look="ghost" icon="upload">
          {text.another()}
        </LinkButton>
      </div>
    </Layout>
  );
}

const COUNTS = ['added', 'changed', 'ended', 'unchanged'] as const;
