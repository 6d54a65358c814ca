import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, FileField, ProblemSummary, RadioGroup } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import { PeopleTabs } from '../../pages/people-tabs.tsx';
import type { Visit } from '../../visit.ts';
import { type ImportRun, phaseOf, type RunPhase } from '../runs/run.ts';
import { text } from './text.ts';

interface StartProps {
  readonly visit: Visit;
  /** Id of the import that the form begins. */
  readonly newRunId: string;
  readonly runs: readonly ImportRun[];
  readonly errors: FieldErrors;
  readonly completeness: string;
}

export function StartPage(props: StartProps) {
  const { visit } = props;
  return (
    <Layout chrome={visit.chrome} title={text.importTitle()} current="people" width="wide">
      <PageHeading title={text.importTitle()} intro={text.intro()} />
      <PeopleTabs visit={visit} current="import" />
      <div class="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <UploadCard {...props} />
        <Card title={text.templates()}>
          <p class="text-base-content/85">{text.templatesHint()}</p>
          <div class="mt-4 flex flex-wrap gap-2">
            <LinkButton href={visit.path('/people/import/template.xlsx')} icon="download" download small>
              {text.templateXlsx()}
            </LinkButton>
            <LinkButton href={visit.path('/people/import/units.csv')} icon="download" download small>
              {text.templateUnitsCsv()}
            </LinkButton>
            <LinkButton href={visit.path('/people/import/people.csv')} icon="download" download small>
              {text.templatePeopleCsv()}
            </LinkButton>
          </div>
        </Card>
      </div>
      <Card title={text.earlier()} padded={props.runs.length === 0}>
        {props.runs.length === 0 ? (
          <p class="text-base-content/75">{text.noEarlier()}</p>
        ) : (
          <Runs {...props} />
        )}
      </Card>
    </Layout>
  );
}

function UploadCard({ visit, newRunId, errors, completeness }: StartProps) {
  return (
    <Card>
      <form
        method="post"
        action={visit.path('/people/import')}
        encType="multipart/form-data"
        class="grid gap-5"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <input type="hidden" name="id" value={newRunId} />
        <FileField
          name="units"
          label={text.unitsFile()}
          hint={text.unitsFileHint()}
          accept=".xlsx,.csv"
          error={errors.units}
        />
        <FileField
          name="people"
          label={text.peopleFile()}
          hint={text.peopleFileHint()}
          accept=".xlsx,.csv"
          error={errors.people}
        />
        <RadioGroup
          name="completeness"
          label={text.completeness()}
          required
          value={completeness}
          choices={[
            { value: 'auto', label: text.auto(), hint: text.autoHint() },
            { value: 'complete', label: text.complete(), hint: text.completeHint() },
            { value: 'partial', label: text.partial(), hint: text.partialHint() },
          ]}
        />
        <div>
          <SubmitButton icon="upload">{text.startCheck()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

const TONE: Readonly<Record<RunPhase, Tone>> = {
  working: 'info',
  checked: 'warning',
  committed: 'success',
  failed: 'error',
  cancelled: 'neutral',
};

function Runs({ visit, runs }: StartProps) {
  return (
    <DataTable
      caption={text.earlier()}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          key: 'when',
          heading: text.when(),
          isTitle: true,
          cell: (run) => (
            <a class="link" href={visit.path(`/people/import/${run.id}`)}>
              {formatInstant(run.createdAt, visit.agency.zone)}
            </a>
          ),
        },
        { key: 'by', heading: text.by(), cell: (run) => run.requesterName ?? '–' },
        {
          key: 'files',
          heading: text.files(),
          cell: (run) => (
            <span class="break-words">{run.input.files.map((file) => file.name).join(', ')}</span>
          ),
        },
        {
          key: 'state',
          heading: text.state(),
          isWide: true,
          cell: (run) => <Badge tone={TONE[phaseOf(run)]}>{text[phaseOf(run)]()}</Badge>,
        },
        { key: 'outcome', heading: text.outcome(), cell: (run) => summaryOf(run) },
      ]}
    />
  );
}

function summaryOf({ result }: ImportRun): string {
  if (!result) return '–';
  const { added, changed, ended } = result.people;
  return [
    `${text.added()} ${added}`,
    `${text.changed()} ${changed}`,
    `${text.ended()} ${ended}`,
    ...(result.refused > 0 ? [`${text.refused()} ${result.refused}`] : []),
  ].join(' · ');
}
