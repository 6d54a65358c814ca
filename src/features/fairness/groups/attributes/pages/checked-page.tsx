import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { LEAST_AT_ONCE } from '../commands.ts';
import type { RegisteredAttribute, ValuesFile } from '../queries.ts';
import { text } from '../text.ts';
import { HELD_LABELS } from '../values.ts';

/** What a file would record, before anything is; afterwards only that it was. */
export function CheckedPage(props: { visit: Visit; attribute: RegisteredAttribute; file: ValuesFile }) {
  const { visit, attribute, file } = props;
  const path = visit.path(`/fairness/attributes/${attribute.id}`);
  const title = text.checked({ file: file.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="fairness">
      <PageHeading
        title={title}
        above={
          <a class="link" href={path}>
            {inLocale(HELD_LABELS[attribute.kind])}
          </a>
        }
      />
      {file.state === 'checked' ? (
        <Waiting path={path} file={file} />
      ) : (
        <Notice>
          {file.state === 'recorded' ? text.isRecorded() : text.isDropped()}{' '}
          <a class="link" href={path}>
            {text.open()}
          </a>
        </Notice>
      )}
    </Layout>
  );
}

function Waiting({ path, file }: { path: string; file: ValuesFile }) {
  const { refused, accepted } = file;
  const isEnough = accepted >= LEAST_AT_ONCE;
  return (
    <>
      {refused.length > 0 ? (
        <Notice tone="warning" title={text.refusedCount({ count: refused.length })}>
          {text.refusedHint()}
        </Notice>
      ) : (
        <Notice tone="success">{text.allGood()}</Notice>
      )}
      <Card title={text.wouldRecord({ count: accepted })}>
        <p class="max-w-prose">
          {accepted === 0
            ? text.nothingToRecord()
            : isEnough
              ? text.afterwards()
              : text.fewAtOnce({ least: LEAST_AT_ONCE })}
        </p>
        <div class="flex flex-wrap gap-2 mt-4">
          {isEnough ? (
            <form method="post" action={`${path}/files/${file.id}`} data-controller="once">
              <SubmitButton icon="check">{text.record({ count: accepted })}</SubmitButton>
            </form>
          ) : (
            <LinkButton href={path} icon="upload">
              {text.upload()}
            </LinkButton>
          )}
          <form method="post" action={`${path}/files/${file.id}/drop`} data-controller="once">
            <SubmitButton look="ghost">{text.drop()}</SubmitButton>
          </form>
        </div>
      </Card>
      {refused.length > 0 ? (
        <Card title={text.refusedRows()} padded={false}>
          <DataTable
            caption={text.refusedRows()}
            rows={refused}
            rowKey={(row) => `${row.row} ${row.cell}`}
            columns={[
              { key: 'row', heading: text.row(), isTitle: true, cell: (row) => row.row },
              {
                key: 'cell',
                heading: text.cell(),
                cell: (row) => [row.cell, row.value].filter(Boolean).join(': '),
              },
              { key: 'reason', heading: text.reason(), cell: (row) => row.reason },
              { key: 'remedy', heading: text.remedy(), cell: (row) => row.remedy },
            ]}
          />
        </Card>
      ) : null}
    </>
  );
}
