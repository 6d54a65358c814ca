import { formatNumber } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import type { Visit } from '../../visit.ts';
import type { Report } from '../runs/report.ts';
import type { ImportRun, RunResult } from '../runs/run.ts';
import { type ListName, ReportLists } from './report-lists.tsx';
import { RunHeading } from './run-heading.tsx';
import { text } from './text.ts';

interface CheckedProps {
  readonly visit: Visit;
  readonly run: ImportRun;
  readonly result: RunResult;
  readonly report: Report;
  readonly list: ListName;
  readonly page: number;
  readonly errors: FieldErrors;
  readonly mode: string;
}

/** What would be written, before anything is: the decision above, the lists below. */
export function CheckedPage(props: CheckedProps) {
  const { visit, run, result } = props;
  return (
    <Layout chrome={visit.chrome} title={text.checkedTitle()} current="people" width="wide">
      <RunHeading visit={visit} run={run} title={text.checkedTitle()} />
      {result.again === 'data-changed' ? <Notice tone="warning">{text.dataChanged()}</Notice> : null}
      {result.again === 'rows-refused' ? <Notice tone="warning">{text.rowsRefusedMeanwhile()}</Notice> : null}
      <Figures result={result} />
      <Guards {...props} />
      <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start">
        <div class="min-w-0 max-lg:order-2">
          <ReportLists {...props} address={visit.path(`/people/import/${run.id}`)} />
        </div>
        <Decision {...props} />
      </div>
    </Layout>
  );
}

function Figures({ result }: { result: RunResult }) {
  const figures = [
    [text.added(), result.people.added, result.units.added],
    [text.changed(), result.people.changed, result.units.changed],
    [text.ended(), result.people.ended, result.units.ended],
    [text.unchanged(), result.people.unchanged, result.units.unchanged],
  ] as const;
  return (
    <dl class="grid grid-cols-2 md:grid-cols-5 gap-px bg-base-300 border border-base-300 rounded-box overflow-hidden">
      {figures.map(([label, people, units]) => (
        <div key={label} class="bg-base-100 p-4">
          <dt class="text-sm text-base-content/75">{label}</dt>
          <dd>
            <span class="text-2xl font-semibold num">{formatNumber(people)}</span>
            <span class="block text-sm text-base-content/75">
              {text.people()} · {text.units()} <span class="num">{units}</span>
            </span>
          </dd>
        </div>
      ))}
      <div class="bg-base-100 p-4 max-md:col-span-2">
        <dt class="text-sm text-base-content/75">{text.refused()}</dt>
        <dd>
          <span class={`text-2xl font-semibold num ${result.refused > 0 ? 'text-error' : ''}`}>
            {result.refused}
          </span>
          <span class="block text-sm text-base-content/75">
            {text.warnings()} <span class="num">{result.warnings}</span>
          </span>
        </dd>
      </div>
    </dl>
  );
}

/** Many endings are said loudly, whether they would happen or were held back. */
function Guards({ visit, run, result }: CheckedProps) {
  if (result.endingsToConfirm > 0) {
    return (
      <Notice tone="error" title={text.endingsTitle({ count: result.endingsToConfirm })}>
        <p>{text.endingsBody()}</p>
        <CheckAgain visit={visit} run={run} completeness="partial" label={text.checkAsPartial()} />
      </Notice>
    );
  }
  if (result.keptThoughAbsent > 0) {
    return (
      <Notice tone="warning" title={text.keptTitle({ count: result.keptThoughAbsent })}>
        <p>{text.keptBody()}</p>
        <CheckAgain visit={visit} run={run} completeness="complete" label={text.checkAsComplete()} />
      </Notice>
    );
  }
  return null;
}

function CheckAgain(props: {
  visit: Visit;
  run: ImportRun;
  completeness: 'complete' | 'partial';
  label: string;
}) {
  return (
    <form
      method="post"
      action={props.visit.path(`/people/import/${props.run.id}/check`)}
      class="mt-3"
      data-controller="once"
    >
      <button
        class="btn btn-sm btn-outline h-auto py-1.5"
        type="submit"
        name="completeness"
        value={props.completeness}
      >
        {props.label}
      </button>
    </form>
  );
}

function Decision(props: CheckedProps) {
  const { visit, run, result } = props;
  const changes = [result.people, result.units].some((part) => part.added + part.changed + part.ended > 0);
  return (
    <div class="max-lg:order-1 lg:sticky lg:top-4">
      <Card title={text.decide()}>
        {changes ? (
          <CommitForm {...props} />
        ) : (
          <p>{result.refused > 0 ? text.nothingUsable() : text.nothingToDo()}</p>
        )}
        {result.refused > 0 ? (
          <div class="mt-4">
            <LinkButton
              href={visit.path(`/people/import/${run.id}/refused.xlsx`)}
              icon="download"
              download
              small
            >
              {text.downloadRefused()}
            </LinkButton>
          </div>
        ) : null}
        <form
          method="post"
          action={visit.path(`/people/import/${run.id}/cancellation`)}
          class="mt-4 pt-4 border-t border-base-300"
          data-controller="once"
        >
          <SubmitButton look="ghost" small>
            {text.drop()}
          </SubmitButton>
        </form>
      </Card>
    </div>
  );
}

function CommitForm({ visit, run, result, errors, mode }: CheckedProps) {
  return (
    <form
      method="post"
      action={visit.path(`/people/import/${run.id}/commitment`)}
      class="grid gap-4"
      data-controller="once"
    >
      <ProblemSummary errors={errors} />
      <p class="text-sm text-base-content/75">{text.nothingWritten()}</p>
      <input type="hidden" name="fingerprint" value={result.fingerprint} />
      <RadioGroup
        name="mode"
        label={text.mode()}
        required
        value={mode}
        error={errors.mode}
        choices={[
          { value: 'good-rows', label: text.goodRows(), hint: text.goodRowsHint() },
          { value: 'all-or-nothing', label: text.allOrNothing(), hint: text.allOrNothingHint() },
        ]}
      />
      {result.endingsToConfirm > 0 ? (
        <TextField
          name="endings"
          label={text.confirmEndings({ count: String(result.endingsToConfirm) })}
          required
          inputMode="numeric"
          error={errors.endings}
        />
      ) : null}
      <div>
        <SubmitButton icon="check" wide>
          {text.apply()}
        </SubmitButton>
      </div>
    </form>
  );
}
