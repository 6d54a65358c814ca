import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, type Option, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import type { Trial, TrialState } from '../queries.ts';
import { text } from '../text.ts';

const TONES: Record<TrialState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'error',
};

export function TrialBadge({ state }: { state: TrialState }) {
  return <Badge tone={TONES[state]}>{text[state]()}</Badge>;
}

export interface TrialListView {
  readonly visit: Visit;
  readonly trials: readonly Trial[];
  readonly periods: readonly Option[];
  readonly subjects: readonly Option[];
  readonly mayRun: boolean;
  readonly newId: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function TrialListPage(view: TrialListView) {
  const { visit, trials } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="schemes">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/schemes')}>
            {text.schemes()}
          </a>
        }
        intro={text.intro()}
      />
      {view.mayRun ? <NewTrial {...view} /> : null}
      <Card padded={false}>
        {trials.length === 0 ? (
          <EmptyState icon="scale" title={text.none()}>
            {text.noneHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.title()}
            rows={trials}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                heading: text.name(),
                isTitle: true,
                cell: (row) => (
                  <a class="link font-medium" href={visit.path(`/scheme-trials/${row.id}`)}>
                    {row.name}
                  </a>
                ),
              },
              { key: 'period', heading: text.period(), cell: (row) => row.periodName },
              { key: 'tried', heading: text.tried(), cell: triedInWords },
              { key: 'state', heading: text.state(), cell: (row) => <TrialBadge state={row.state} /> },
              {
                key: 'when',
                heading: text.when(),
                cell: (row) =>
                  text.by({ date: formatInstant(row.createdAt, visit.agency.zone), who: row.requestedBy }),
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

export function triedInWords(trial: Trial): string {
  const version = `${trial.schemeId} v${trial.version}`;
  return trial.draftRevision === null
    ? version
    : `${version} · ${text.revision({ revision: trial.draftRevision })}`;
}

function NewTrial({ visit, periods, subjects, newId, typed, errors }: TrialListView) {
  if (periods.length === 0) return <p>{text.noPeriods()}</p>;
  return (
    <Card title={text.new()}>
      <form
        method="post"
        action={visit.path('/scheme-trials')}
        class="grid gap-4 max-w-xl"
        data-controller="once"
      >
        <input type="hidden" name="id" value={newId} />
        <SelectField
          name="subject"
          label={text.subject()}
          required
          value={typed.subject}
          error={errors.subject}
          options={[{ value: '', label: text.choose() }, ...subjects]}
        />
        <SelectField
          name="period"
          label={text.period()}
          required
          value={typed.period}
          error={errors.period}
          options={[{ value: '', label: text.choose() }, ...periods]}
        />
        <TextField
          name="name"
          label={text.name()}
          hint={text.nameHint()}
          required
          maxLength={200}
          value={typed.name}
          error={errors.name}
        />
        <div>
          <SubmitButton>{text.run()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
