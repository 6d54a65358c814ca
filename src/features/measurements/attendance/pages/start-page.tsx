import type { Visit } from '#features/people/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FileField, TextField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, SubmitButton, type Tone } from '#ui/parts.tsx';
import { type AttendanceRun, phaseOf, type RunPhase } from '../run.ts';
import { text } from '../text.ts';
import { AttendanceFrame } from './frame.tsx';

const TONES: Readonly<Record<RunPhase, Tone>> = {
  working: 'info',
  checked: 'warning',
  committed: 'success',
  unrecognised: 'error',
  failed: 'error',
  cancelled: 'neutral',
};

export function StartPage(props: {
  visit: Visit;
  runs: readonly AttendanceRun[];
  runId: string;
  machine: string;
  error?: string | undefined;
}) {
  const { visit, runs } = props;
  return (
    <AttendanceFrame visit={visit} tab="files" title={text.title()} intro={text.intro()}>
      <Card title={text.upload()}>
        <form
          method="post"
          action={visit.path('/attendance/files')}
          encType="multipart/form-data"
          class="grid gap-4 max-w-prose"
          data-controller="once"
        >
          <input type="hidden" name="id" value={props.runId} />
          <FileField
            name="file"
            label={text.file()}
            hint={text.fileHint()}
            required
            accept=".xlsx,.csv,.txt,.dat,.log,.tsv"
            error={props.error}
          />
          <TextField
            name="machine"
            label={text.machine()}
            hint={text.machineHint()}
            value={props.machine}
            maxLength={60}
          />
          <div class="flex flex-wrap gap-2">
            <SubmitButton icon="upload">{text.check()}</SubmitButton>
            <LinkButton href={visit.path('/attendance/template.xlsx')} icon="download" download>
              {text.template()}
            </LinkButton>
          </div>
        </form>
      </Card>
      <Card title={text.recent()} padded={runs.length === 0}>
        {runs.length === 0 ? (
          <EmptyState icon="upload" title={text.noFiles()}>
            {text.noFilesHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.recent()}
            rows={runs}
            rowKey={(run) => run.id}
            columns={[
              {
                key: 'file',
                heading: text.file(),
                isTitle: true,
                cell: (run) => (
                  <a class="link wrap-anywhere" href={visit.path(`/attendance/files/${run.id}`)}>
                    {run.input.file.name}
                  </a>
                ),
              },
              {
                key: 'state',
                heading: text.state(),
                cell: (run) => <Badge tone={TONES[phaseOf(run)]}>{text[phaseOf(run)]()}</Badge>,
              },
              { key: 'by', heading: text.by(), cell: (run) => run.requesterName },
              {
                key: 'at',
                heading: text.uploaded(),
                cell: (run) => formatDate(civilDateIn(visit.agency.zone, run.createdAt), 'short'),
              },
            ]}
          />
        )}
      </Card>
    </AttendanceFrame>
  );
}
