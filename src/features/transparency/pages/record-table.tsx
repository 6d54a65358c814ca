import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/parts.tsx';
import type { RecordRow } from '../queries.ts';
import { eventSentence } from '../sentences.ts';
import { text } from '../text.ts';

export function RecordTable({ visit, rows }: { visit: Visit; rows: readonly RecordRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="history" title={text.nothing()}>
        {text.nothingBody()}
      </EmptyState>
    );
  }
  return <DataTable caption={text.title()} columns={columns(visit)} rows={rows} rowKey={(row) => row.id} />;
}

function columns(visit: Visit): readonly Column<RecordRow>[] {
  return [
    {
      key: 'what',
      heading: text.what(),
      isTitle: true,
      cell: (row) => <span class="font-normal">{inLocale(eventSentence(row.type, row.payload))}</span>,
    },
    { key: 'whom', heading: text.whom(), cell: (row) => row.personName ?? '–' },
    { key: 'who', heading: text.who(), cell: (row) => row.actorName ?? text.system() },
    {
      key: 'when',
      heading: text.when(),
      cell: (row) => <span class="num">{formatInstant(row.at, visit.agency.zone)}</span>,
    },
  ];
}

/** Leads to older events; a log is read backwards. */
export function Older(props: {
  next: RecordRow | undefined;
  isFirst: boolean;
  address: (before: string | null) => string;
}) {
  const { next, isFirst, address } = props;
  if (!next && isFirst) return null;
  return (
    <nav class="flex flex-wrap justify-between gap-3" aria-label={text.title()}>
      {isFirst ? (
        <span />
      ) : (
        <a class="btn btn-sm btn-outline" href={address(null)}>
          {text.newest()}
        </a>
      )}
      {next ? (
        <a class="btn btn-sm btn-outline" href={address(`${next.at.toISOString()}_${next.id}`)} rel="next">
          {text.older()}
        </a>
      ) : null}
    </nav>
  );
}
