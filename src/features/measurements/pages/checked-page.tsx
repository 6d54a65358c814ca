import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Accepted, RefusedCell } from '../check-file.ts';
import { text } from '../text.ts';
import { componentPath, labelOf } from './period-page.tsx';

const SHOWN = 100;

export interface CheckedView {
  readonly visit: Visit;
  readonly period: Period;
  readonly compiled: CompiledScheme;
  readonly component: string;
  readonly file: { readonly id: string; readonly name: string };
  readonly accepted: readonly Accepted[];
  readonly refused: readonly RefusedCell[];
  /** How many of the accepted have a value already. */
  readonly replaced: number;
}

/** What a file would record, before anything is. */
export function CheckedPage(view: CheckedView) {
  const { visit, period, file, accepted, refused, replaced } = view;
  const path = componentPath(visit, period.id, view);
  const title = text.checked({ file: file.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="periods">
      <PageHeading
        title={title}
        above={
          <a class="link" href={path}>
            {inLocale(labelOf(view))}
          </a>
        }
      />
      {refused.length > 0 ? (
        <Notice tone="warning" title={text.refusedCount({ count: refused.length })}>
          {text.refusedHint()}
        </Notice>
      ) : (
        <Notice tone="success">{text.allGood()}</Notice>
      )}
      <Card title={text.wouldRecord({ count: formatNumber(accepted.length) })}>
        {replaced > 0 ? <p class="max-w-prose">{text.wouldReplace({ count: replaced })}</p> : null}
        <div class="flex flex-wrap gap-2 mt-4">
          {accepted.length > 0 ? (
            <form method="post" action={`${path}/files/${file.id}`} data-controller="once">
              <SubmitButton icon="check">{text.record({ count: accepted.length })}</SubmitButton>
            </form>
          ) : (
            <p>{text.nobodyToRecord()}</p>
          )}
          <LinkButton href={path} icon="upload">
            {text.uploadAnother()}
          </LinkButton>
        </div>
      </Card>
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      {accepted.length > 0 ? (
        <Card title={text.people()} padded={false}>
          <DataTable
            caption={text.people()}
            rows={accepted.slice(0, SHOWN)}
            rowKey={(row) => row.subject.participantId}
            columns={[
              { key: 'name', heading: text.name(), isTitle: true, cell: (row) => row.subject.name },
              { key: 'unit', heading: text.unit(), cell: (row) => row.subject.unitName },
              { key: 'value', heading: text.value(), cell: (row) => row.reads },
            ]}
          />
          {accepted.length > SHOWN ? (
            <p class="p-5">{text.moreRefused({ count: accepted.length - SHOWN })}</p>
          ) : null}
        </Card>
      ) : null}
    </Layout>
  );
}

function Refused({ refused }: { refused: readonly RefusedCell[] }) {
  return (
    <Card title={text.refusedRows()} padded={false}>
      <DataTable
        caption={text.refusedRows()}
        rows={refused.slice(0, SHOWN)}
        rowKey={(row) => `${row.row} ${row.column} ${row.reason}`}
        columns={[
          { key: 'row', heading: text.row(), isTitle: true, cell: (row) => row.row },
          {
            key: 'cell',
            heading: text.cell(),
            cell: (row) => [row.column, row.value].filter(Boolean).join(': '),
          },
          { key: 'reason', heading: text.reason(), cell: (row) => row.reason },
          { key: 'remedy', heading: text.remedy(), cell: (row) => row.remedy },
        ]}
      />
      {refused.length > SHOWN ? (
        <p class="p-5">{text.moreRefused({ count: refused.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
}
