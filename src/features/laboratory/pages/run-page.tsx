import { type Outcome, outcomeOf, silentVoices } from '#domain/laboratory/index.ts';
import { type CompiledScheme, voiceLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, ProgressBar, SubmitButton } from '#ui/parts.tsx';
import { bestRemedy, finding } from '../finding.ts';
import type { Run, RunLine } from '../queries.ts';
import { text as shared } from '../text.ts';
import { text } from '../text-result.ts';
import { isUnfinished } from '../transitions.ts';
import { duration, percent, schemeInWords, USUAL_PACE, workOf } from '../words.ts';
import { Assumptions, Settings } from './basis.tsx';
import { Confusion } from './confusion.tsx';
import { Dependence, MoreLooks, MoreRaters, Removed, Shares } from './figures.tsx';
import { RunBadge } from './list-page.tsx';

export interface RunView {
  readonly visit: Visit;
  readonly run: Run;
  readonly scheme: CompiledScheme | undefined;
  /** Finished runs that it can be compared with. */
  readonly others: readonly RunLine[];
  /** Runs that were asked for together with it. */
  readonly companions: readonly RunLine[];
  readonly pace: number | undefined;
  readonly mayRun: boolean;
  readonly mayCancel: boolean;
}

export function RunPage(view: RunView) {
  const { visit, run, scheme } = view;
  return (
    <Layout chrome={visit.chrome} title={run.name} current="schemes">
      <PageHeading
        title={run.name}
        above={
          <>
            <a class="link" href={visit.path('/laboratory')}>
              {shared.title()}
            </a>{' '}
            · {schemeInWords(run, scheme)} · <RunBadge state={run.state} />
          </>
        }
        intro={shared.by({ date: formatInstant(run.createdAt, visit.agency.zone), who: run.requestedBy })}
        acts={view.mayRun ? <Acts {...view} /> : undefined}
      />
      {run.state === 'done' ? <Found {...view} outcome={outcomeOf(run.periods)} /> : <NotFound {...view} />}
      <Settings run={run} />
    </Layout>
  );
}

function Acts({ visit, run }: RunView) {
  return (
    <>
      <LinkButton href={visit.path(`/laboratory/new?beside=${run.id}`)} look="primary" icon="scale">
        {text.compareNew()}
      </LinkButton>
      <LinkButton href={visit.path(`/laboratory/new?from=${run.id}`)} icon="rotate">
        {text.again()}
      </LinkButton>
    </>
  );
}

/** Not computed to its end: how far it is, or why not. */
function NotFound({ visit, run, pace, mayCancel }: RunView) {
  if (run.state === 'failed') return <Notice tone="error">{shared.failedHint()}</Notice>;
  if (!isUnfinished(run.state)) return <Notice>{shared.cancelledHint()}</Notice>;
  const whole = run.done > 0 ? (run.workMs / run.done) * run.total : workOf(run.total) * (pace ?? USUAL_PACE);
  const time = duration(whole * (1 - run.done / run.total));
  return (
    <Card title={shared[`state_${run.state}`]()}>
      <ProgressBar done={run.done} total={run.total} label={shared.people()} />
      <p class="mt-3">
        {run.done > 0 ? shared.left({ time }) : shared.expected({ time })} {shared.leaveOrStay()}
      </p>
      <div class="mt-3 flex flex-wrap gap-2">
        <LinkButton href={visit.path(`/laboratory/${run.id}`)} icon="rotate">
          {shared.refresh()}
        </LinkButton>
        {mayCancel ? (
          <form
            method="post"
            action={visit.path(`/laboratory/${run.id}/cancellation`)}
            data-controller="once"
          >
            <SubmitButton look="ghost" icon="close">
              {shared.cancel()}
            </SubmitButton>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

function Found(view: RunView & { outcome: Outcome }) {
  const { visit, run, scheme, outcome, companions } = view;
  const remedy = bestRemedy(outcome);
  const { wrong } = outcome;
  return (
    <>
      <Card>
        <p class="text-xl font-semibold text-balance max-w-prose">{finding(outcome)}</p>
        {remedy ? (
          <p class="mt-2 max-w-prose">
            {text.mends({ what: remedy.what, share: percent(remedy.wrong.share) })}
          </p>
        ) : null}
        <p class="mt-2 text-sm text-base-content/75 max-w-prose">
          {text.interval({
            share: percent(wrong.share),
            low: percent(wrong.low),
            high: percent(wrong.high),
            people: wrong.people,
            periods: outcome.periods,
          })}
        </p>
        {companions.map((each) => (
          <p key={each.id} class="mt-3">
            <a class="link" href={visit.path(`/laboratory/${run.id}/compare?with=${each.id}`)}>
              {text.beside()}: {each.name}
            </a>
          </p>
        ))}
      </Card>
      <Notice tone="neutral">{text.notReal()}</Notice>
      {scheme
        ? silentVoices(scheme, run.settings).map(({ voice, asked, atLeast }) => (
            <Notice key={voice} tone="warning">
              {text.silent({ voice: inLocale(voiceLabel(voice)), asked, atLeast })}
            </Notice>
          ))
        : null}
      <Card title={text.confusion()}>
        <p class="text-sm text-base-content/75 max-w-prose mb-3">{text.confusionHint()}</p>
        <Confusion outcome={outcome} scheme={scheme} name={run.name} />
        <Shares outcome={outcome} />
      </Card>
      <div class="grid gap-6 lg:grid-cols-2 items-start grid-cols-[minmax(0,1fr)]">
        <Dependence outcome={outcome} hasScore={scheme?.scheme.combination.mechanism === 'weighted-mean'} />
        <Removed outcome={outcome} />
        <MoreRaters outcome={outcome} />
        <MoreLooks outcome={outcome} />
      </div>
      <Assumptions scheme={scheme} />
      <Share {...view} />
    </>
  );
}

function Share({ visit, run, others }: RunView) {
  return (
    <Card title={text.compareWith()}>
      {others.length > 0 ? (
        <form
          method="get"
          action={visit.path(`/laboratory/${run.id}/compare`)}
          class="flex flex-wrap gap-3 items-end mb-4"
        >
          <div class="grow max-w-md min-w-0">
            <SelectField
              name="with"
              label={text.chooseOther()}
              required
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
          <SubmitButton look="outline" icon="scale">
            {text.compareAct()}
          </SubmitButton>
        </form>
      ) : null}
      <p class="text-sm text-base-content/75 max-w-prose mb-3">{text.share_link()}</p>
      <div class="flex flex-wrap gap-2">
        <LinkButton href={visit.path(`/laboratory/${run.id}/run.json`)} icon="download" download small>
          {text.json()}
        </LinkButton>
        <LinkButton href={visit.path(`/laboratory/${run.id}/run.csv`)} icon="download" download small>
          {text.csv()}
        </LinkButton>
      </div>
    </Card>
  );
}
