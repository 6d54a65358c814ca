import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox, FileField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Batch } from './commands.ts';
import { text } from './text.ts';

export function HouseholdsPage(props: {
  visit: Visit;
  id: string;
  known: number;
  error?: string | undefined;
  removeError?: string | undefined;
}) {
  const { visit, known } = props;
  const path = visit.path('/conflicts/households');
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="people" width="narrow">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/conflicts')}>
            {text.back()}
          </a>
        }
        intro={<p>{text.intro()}</p>}
      />
      <Card>
        <form
          method="post"
          action={path}
          encType="multipart/form-data"
          class="grid gap-4"
          data-controller="once"
        >
          <input type="hidden" name="id" value={props.id} />
          <FileField
            name="file"
            label={text.file()}
            hint={text.fileHint()}
            required
            accept=".xlsx,.csv"
            error={props.error}
          />
          <div class="flex flex-wrap gap-2">
            <SubmitButton icon="upload">{text.check()}</SubmitButton>
            <LinkButton href={`${path}/template.xlsx`} icon="download" download>
              {text.template()}
            </LinkButton>
          </div>
        </form>
      </Card>
      {known > 0 ? (
        <Card title={text.remove()}>
          <form method="post" action={`${path}/removal`} class="grid gap-4" data-controller="once">
            <p>{text.known({ count: known })}</p>
            <p class="text-base-content/75">{text.removeIntro()}</p>
            {props.removeError ? <Notice tone="error">{props.removeError}</Notice> : null}
            <Checkbox name="sure" label={text.removeSure()} />
            <div>
              <SubmitButton look="outline" icon="trash">
                {text.remove()}
              </SubmitButton>
            </div>
          </form>
        </Card>
      ) : null}
    </Layout>
  );
}

export function BatchPage({ visit, batch }: { visit: Visit; batch: Batch }) {
  const path = visit.path('/conflicts/households');
  const title = text.checked({ file: batch.fileName });
  return (
    <Layout chrome={visit.chrome} title={title} current="people" width="narrow">
      <PageHeading
        title={title}
        above={
          <a class="link" href={path}>
            {text.title()}
          </a>
        }
      />
      <Card title={batch.people > 0 ? text.wouldRecord({ count: batch.people }) : text.nobody()}>
        {batch.people > 0 ? <p class="max-w-prose">{text.wouldRecordHint()}</p> : null}
        <div class="flex flex-wrap gap-2 mt-4">
          {batch.people > 0 && batch.state === 'checked' ? (
            <form method="post" action={`${path}/${batch.id}`} data-controller="once">
              <SubmitButton icon="check">{text.record()}</SubmitButton>
            </form>
          ) : null}
          <LinkButton href={path} icon="upload">
            {text.another()}
          </LinkButton>
        </div>
        {batch.state === 'recorded' ? <p class="mt-4">{text.isRecorded()}</p> : null}
      </Card>
      {batch.refused.length > 0 ? (
        <Card title={text.refused({ count: batch.refused.length })} padded={false}>
          <p class="px-5 pb-3 text-sm text-base-content/75">{text.refusedHint()}</p>
          <DataTable
            caption={text.refused({ count: batch.refused.length })}
            rows={batch.refused}
            rowKey={(row) => `${row.row} ${row.column}`}
            columns={[
              { key: 'row', heading: text.row(), isTitle: true, cell: (row) => row.row },
              { key: 'column', heading: text.column(), cell: (row) => row.column },
              { key: 'reason', heading: text.reason(), cell: (row) => row.reason },
            ]}
          />
        </Card>
      ) : null}
    </Layout>
  );
}
