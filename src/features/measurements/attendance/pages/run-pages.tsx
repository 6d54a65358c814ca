import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { type AttendanceRun, isSilent, phaseOf } from '../run.ts';
import { text } from '../text.ts';

interface Props {
  readonly visit: Visit;
  readonly run: AttendanceRun;
}

/** Being worked on: the open page follows by itself, without a script it loads itself again. */
export function WorkingPage({ visit, run }: Props) {
  const title = run.input.step === 'commit' ? text.recording() : text.checking();
  return (
    <Layout chrome={visit.chrome} title={title} current="attendance" width="narrow">
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
      <PageHeading title={title} above={run.input.file.name} />
      <Card>
        <div role="status" class="grid gap-2">
          <p class="flex justify-between gap-3">
            <span>{title}</span>
            <span class="num">{run.total > 0 ? `${run.done} / ${run.total}` : ''}</span>
          </p>
          <progress
            class="progress progress-primary w-full"
            value={run.done}
            max={Math.max(run.total, 1)}
            aria-label={title}
          />
        </div>
        <p class="mt-4 text-sm text-base-content/75">{text.mayLeave()}</p>
        {isSilent(run, visit.now) ? (
          <div class="mt-4 grid gap-3">
            <Notice tone="warning">{text.silent()}</Notice>
            <Resume visit={visit} run={run} />
          </div>
        ) : null}
      </Card>
    </Layout>
  );
}

function Resume({ visit, run }: Props) {
  return (
    <form method="post" action={visit.path(`/attendance/files/${run.id}/resumption`)} data-controller="once">
      <SubmitButton icon="rotate">{text.resume()}</SubmitButton>
    </form>
  );
}

/** Recorded, stopped, dropped, or nothing that could be recognised: what happened and what comes next. */
export function EndPage({ visit, run, contestDays }: Props & { contestDays: number }) {
  const phase = phaseOf(run);
  const { result } = run;
  const title = phase === 'committed' ? text.doneTitle() : text[phase]();
  const body =
    phase === 'committed'
      ? text.doneBody({
          people: formatNumber(result?.people ?? 0),
          days: formatNumber(result?.days ?? 0),
          window: contestDays,
        })
      : phase === 'unrecognised'
        ? result?.why
          ? text.unreadable({ why: result.why })
          : text.unrecognisedBody()
        : phase === 'failed'
          ? text.failedBody()
          : text.cancelledBody();
  return (
    <Layout chrome={visit.chrome} title={title} current="attendance" width="narrow">
      <PageHeading title={title} above={run.input.file.name} />
      <Card>
        <p class="max-w-prose">{body}</p>
        <div class="mt-4 flex flex-wrap gap-2">
          {phase === 'failed' ? <Resume visit={visit} run={run} /> : null}
          <LinkButton href={visit.path('/attendance')} icon="upload">
            {text.another()}
          </LinkButton>
          {phase === 'unrecognised' ? (
            <LinkButton href={visit.path('/attendance/template.xlsx')} icon="download" download>
              {text.template()}
            </LinkButton>
          ) : null}
        </div>
      </Card>
    </Layout>
  );
}
