import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FileField } from '#ui/form.tsx';
import { Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { COLUMN_KEYS, headingOf, helpOf } from '../sheet.ts';
import { text } from '../text.ts';

export function ImportPage(props: { visit: Visit; fileId: string; error?: string | undefined }) {
  const { visit, fileId, error } = props;
  return (
    <CompetencyFrame
      visit={visit}
      title={text.importTitle()}
      intro={text.importIntro()}
      current="dictionary"
      hasTabs={false}
      above={
        <a class="link" href={visit.path('/competencies')}>
          {text.title()}
        </a>
      }
    >
      <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
        <Card>
          <form
            method="post"
            action={visit.path('/competencies/files')}
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
              <LinkButton href={visit.path('/competencies/template.xlsx')} icon="download" download>
                {text.template()}
              </LinkButton>
            </div>
          </form>
        </Card>
        <Card title={text.columns()} padded={false}>
          <DataTable
            caption={text.columns()}
            rows={COLUMN_KEYS}
            rowKey={(key) => key}
            columns={[
              { key: 'name', heading: text.column(), isTitle: true, cell: headingOf },
              { key: 'help', heading: text.meaning(), isWide: true, cell: helpOf },
            ]}
          />
        </Card>
      </div>
    </CompetencyFrame>
  );
}
