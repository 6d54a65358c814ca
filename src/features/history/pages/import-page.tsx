import { PeopleTabs, type Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FileField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { ImportedFile } from '../queries.ts';
import { COLUMNS } from '../sheet/columns.ts';
import { text } from '../text.ts';

export interface ImportView {
  readonly visit: Visit;
  readonly fileId: string;
  readonly files: readonly ImportedFile[];
  readonly error?: string | undefined;
}

export function ImportPage({ visit, fileId, files, error }: ImportView) {
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="people" width="wide">
      <PageHeading title={text.title()} intro={text.intro()} />
      <PeopleTabs visit={visit} current="history" />
      <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
        <div class="grid gap-6 min-w-0">
          <Card title={text.upload()}>
            <form
              method="post"
              action={visit.path('/people/history/files')}
              encType="multipart/form-data"
              class="grid gap-4"
              data-controller="once"
            >
              <input type="hidden" name="id" value={fileId} />
              <FileField
                name="file"
                label={text.file()}
                hint={text.fileHint()}
                required
                accept=".xlsx,.csv"
                error={error}
              />
              <div class="flex flex-wrap gap-2">
                <SubmitButton icon="upload">{text.check()}</SubmitButton>
                <LinkButton href={visit.path('/people/history/template.xlsx')} icon="download" download>
                  {text.template()}
                </LinkButton>
              </div>
            </form>
          </Card>
          <Files visit={visit} files={files} />
        </div>
        <Card title={text.columns()} padded={false}>
          <DataTable
            caption={text.columns()}
            rows={COLUMNS}
            rowKey={(column) => column.key}
            columns={[
              {
                key: 'name',
                heading: text.column(),
                isTitle: true,
                cell: (column) => inLocale(column.heading),
              },
              { key: 'help', heading: text.meaning(), isWide: true, cell: (column) => inLocale(column.help) },
            ]}
          />
        </Card>
      </div>
    </Layout>
  );
}

function Files({ visit, files }: Pick<ImportView, 'visit' | 'files'>) {
  if (files.length === 0)
    return (
      <Card title={text.files()}>
        <EmptyState icon="history" title={text.noFiles()}>
          {text.noFilesHint()}
        </EmptyState>
      </Card>
    );
  return (
    <Card title={text.files()}>
      <ul class="grid gap-3">
        {files.map((file) => (
          <li key={file.id}>
            <span class="font-medium wrap-anywhere">{file.name}</span>
            <span class="block text-sm text-base-content/75 num">
              {text.fileRows({ count: file.rows, current: formatNumber(file.current) })} · {file.recordedBy},{' '}
              {formatInstant(file.recordedAt, visit.agency.zone)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
