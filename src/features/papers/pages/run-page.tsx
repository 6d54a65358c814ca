import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import {
  Badge,
  Card,
  Facts,
  LinkButton,
  Notice,
  PageHeading,
  ProgressBar,
  SubmitButton,
  type Tone,
} from '#ui/parts.tsx';
import { isSilent, type Lacking, type RunInBrief, type RunState } from '../runs.ts';
import { text as paperText } from '../text.ts';
import { bundleText as text } from '../text-bundle.ts';

const TONES: Record<RunState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'error',
  cancelled: 'neutral',
};

export function RunBadge({ state }: { state: RunState }) {
  return <Badge tone={TONES[state]}>{text[state]()}</Badge>;
}

export function whatOf(run: RunInBrief): string {
  return run.unitName ?? text.teamOf({ name: run.requester });
}

export function RunPage({ visit, run }: { visit: Visit; run: RunInBrief }) {
  const isUnderWay = run.state === 'waiting' || run.state === 'running';
  return (
    <Layout
      chrome={visit.chrome}
      title={whatOf(run)}
      current={run.unitName ? 'organisation' : 'team'}
      width="narrow"
    >
      <PageHeading
        title={whatOf(run)}
        above={
          <a class="link" href={visit.path('/papers')}>
            {text.back()}
          </a>
        }
        intro={run.periodName}
        acts={<RunBadge state={run.state} />}
      />
      {/* Without a script the page asks again by itself; with one it is told of every change. */}
      {isUnderWay ? (
        <noscript>
          <meta http-equiv="refresh" content="3" />
        </noscript>
      ) : null}
      <Card>
        <div class="grid gap-5">
          <State visit={visit} run={run} />
          <Facts
            facts={[
              [text.which(), run.input.papers.map((kind) => paperText[kind]()).join(', ')],
              [text.requestedBy(), run.requester],
              [text.requestedAt(), formatInstant(run.createdAt, visit.agency.zone)],
            ]}
          />
        </div>
      </Card>
      {run.outcome.lacking && run.outcome.lacking.length > 0 ? (
        <LackingList lacking={run.outcome.lacking} />
      ) : null}
    </Layout>
  );
}

function State({ visit, run }: { visit: Visit; run: RunInBrief }) {
  const base = visit.path(`/papers/runs/${run.id}`);
  if (run.state === 'done')
    return (
      <div class="grid gap-3 justify-items-start">
        <p>{text.made({ papers: run.outcome.papers ?? 0, people: run.outcome.people ?? 0 })}</p>
        <LinkButton href={`${base}/file`} look="primary" icon="download" download>
          {text.download()}
        </LinkButton>
      </div>
    );
  if (run.state === 'failed' || run.state === 'cancelled')
    return (
      <div class="grid gap-3 justify-items-start">
        <Notice tone={run.state === 'failed' ? 'error' : 'neutral'}>
          {run.state === 'failed' ? problemOf(run) : text.cancelledBody()}
        </Notice>
        <Act action={`${base}/resumption`} label={text.resume()} look="outline" />
      </div>
    );
  const stopped = isSilent(run, visit.now);
  return (
    <div class="grid gap-4">
      <ProgressBar done={run.done} total={run.total ?? 0} label={text.progress()} />
      <p class="text-sm text-base-content/75">{stopped ? text.silent() : text.leave()}</p>
      <div class="flex flex-wrap gap-2">
        {stopped ? <Act action={`${base}/resumption`} label={text.resume()} look="primary" /> : null}
        <Act action={`${base}/cancellation`} label={text.cancel()} look="outline" />
      </div>
    </div>
  );
}

function Act({ action, label, look }: { action: string; label: string; look: 'primary' | 'outline' }) {
  return (
    <form method="post" action={action} data-controller="once">
      <SubmitButton look={look}>{label}</SubmitButton>
    </form>
  );
}

function problemOf({ outcome }: RunInBrief): string {
  if (outcome.problem === 'nothing') return text.nothingProblem();
  if (outcome.problem === 'unprintable') return text.unprintableProblem({ name: outcome.person ?? '' });
  return text.unexpectedProblem();
}

function LackingList({ lacking }: { lacking: readonly Lacking[] }) {
  return (
    <Card title={text.lacking()}>
      <p class="text-sm text-base-content/75">{text.lackingIntro()}</p>
      <ul class="mt-3 divide-y divide-base-300 text-sm">
        {lacking.map((each, index) => (
          <li key={index} class="py-2.5 grid gap-0.5 sm:grid-cols-[14rem_1fr] sm:gap-4">
            <span class="font-medium">{each.name}</span>
            <span class="text-base-content/75">
              {each.papers.map((kind) => paperText[kind]()).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
