/** The lists of a report, one at a time and page by page: who and what would change, what was refused. */
import type { ComponentChildren } from 'preact';
import { formatDate } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Card, Pagination } from '#ui/parts.tsx';
import { maskNip } from '../../actor.ts';
import type { FieldChange } from '../difference.ts';
import { describe, type Finding } from '../finding.ts';
import type { Report, ReportedPerson, ReportedUnit } from '../runs/report.ts';
import { fieldLabel, shownValue } from './fields.ts';
import { text } from './text.ts';

export const LISTS = [
  'refused',
  'people-added',
  'people-changed',
  'people-ended',
  'units-added',
  'units-changed',
  'units-ended',
  'warnings',
] as const;
export type ListName = (typeof LISTS)[number];
const PAGE_SIZE = 50;

function entriesOf(report: Report, list: ListName): readonly unknown[] {
  if (list === 'refused' || list === 'warnings') return report[list];
  const [part, act] = list.split('-') as ['people' | 'units', 'added' | 'changed' | 'ended'];
  return report[part][act];
}

function labelOf(list: ListName): string {
  if (list === 'refused' || list === 'warnings') return text[list]();
  const [part, act] = list.split('-') as ['people' | 'units', 'added' | 'changed' | 'ended'];
  return text.listOf({ part: text[part](), what: text[act]().toLowerCase() });
}

/** The list to begin with: what needs a look first. */
export function firstList(report: Report): ListName {
  return LISTS.find((list) => entriesOf(report, list).length > 0) ?? 'people-added';
}

interface ListsProps {
  readonly report: Report;
  readonly list: ListName;
  readonly page: number;
  /** Address of the page without its query. */
  readonly address: string;
}

export function ReportLists({ report, list, page, address }: ListsProps) {
  const shown = LISTS.filter((each) => each === list || entriesOf(report, each).length > 0);
  const total = entriesOf(report, list).length;
  const hrefOf = (name: ListName, at = 1) => `${address}?list=${name}${at > 1 ? `&page=${at}` : ''}#lists`;
  return (
    <Card padded={false} id="lists">
      <h2 class="sr-only">{text.lists()}</h2>
      <nav aria-label={text.lists()} class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm px-3">
        {shown.map((each) => (
          <a
            key={each}
            href={hrefOf(each)}
            class={`px-3 py-3 border-b-2 -mb-px whitespace-nowrap ${each === list ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
            aria-current={each === list ? 'page' : undefined}
          >
            {labelOf(each)} <span class="num font-normal">({entriesOf(report, each).length})</span>
          </a>
        ))}
      </nav>
      {total === 0 ? <p class="p-5 text-base-content/75">{text.emptyList()}</p> : null}
      <List report={report} list={list} start={(page - 1) * PAGE_SIZE} />
      <div class="p-5">
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} href={(at) => hrefOf(list, at)} />
      </div>
    </Card>
  );
}

function List({ report, list, start }: { report: Report; list: ListName; start: number }) {
  const caption = labelOf(list);
  const part = <Entry,>(entries: readonly Entry[]) => entries.slice(start, start + PAGE_SIZE);
  switch (list) {
    case 'refused':
    case 'warnings':
      return <Findings caption={caption} findings={part(report[list])} />;
    case 'people-added':
      return <People caption={caption} people={part(report.people.added)} last={SINCE} />;
    case 'people-changed':
      return <People caption={caption} people={part(report.people.changed)} last={CHANGES} />;
    case 'people-ended':
      return <People caption={caption} people={part(report.people.ended)} last={STATUS} />;
    case 'units-added':
      return <Units caption={caption} units={part(report.units.added)} />;
    case 'units-changed':
      return <Units caption={caption} units={part(report.units.changed)} />;
    case 'units-ended':
      return <Units caption={caption} units={part(report.units.ended)} />;
  }
}

function Findings({ caption, findings }: { caption: string; findings: readonly Finding[] }) {
  return (
    <DataTable
      caption={caption}
      rows={findings.map((finding, index) => ({ ...describe(finding), index }))}
      rowKey={(line) => String(line.index)}
      columns={[
        {
          key: 'place',
          heading: text.place(),
          isTitle: true,
          cell: (line) => (
            <span class="sm:whitespace-nowrap">
              {line.row > 0 ? text.rowNumber({ row: String(line.row) }) : text.wholeFile()}
              <span class="block text-sm font-normal text-base-content/75">
                {[line.sheet, line.column, line.cell].filter(Boolean).join(' · ') || line.file}
              </span>
            </span>
          ),
        },
        {
          key: 'reason',
          heading: text.reason(),
          isWide: true,
          cell: (line) => (
            <>
              {line.value ? (
                <span class="block num break-all text-base-content/75">{`“${line.value}”`}</span>
              ) : null}
              <span class="block">{line.reason}.</span>
              <span class="block text-sm text-base-content/75">{line.remedy}</span>
            </>
          ),
        },
      ]}
    />
  );
}

type PersonColumn = () => Column<ReportedPerson & { readonly index: number }>;

const SINCE: PersonColumn = () => ({
  key: 'since',
  heading: text.since(),
  cell: (person) => (person.from ? formatDate(person.from, 'short') : '–'),
});
const CHANGES: PersonColumn = () => ({
  key: 'changes',
  heading: text.changes(),
  isWide: true,
  cell: (person) => <Changes fields={person.fields} />,
});
const STATUS: PersonColumn = () => ({
  key: 'status',
  heading: text.reason(),
  cell: (person) => person.status ?? text.missingFromFile(),
});

function People(props: { caption: string; people: readonly ReportedPerson[]; last: PersonColumn }) {
  return (
    <DataTable
      caption={props.caption}
      rows={props.people.map((person, index) => ({ ...person, index }))}
      rowKey={(person) => String(person.index)}
      columns={[
        {
          key: 'name',
          heading: text.name(),
          isTitle: true,
          cell: (person) => (
            <>
              {person.name}
              <span class="block text-sm font-normal text-base-content/75 num">{maskNip(person.nip)}</span>
            </>
          ),
        },
        {
          key: 'position',
          heading: text.position(),
          cell: (person) => (
            <>
              {person.position || '–'}
              <span class="block text-sm text-base-content/75">{person.unit}</span>
            </>
          ),
        },
        props.last(),
      ]}
    />
  );
}

function Units({ caption, units }: { caption: string; units: readonly ReportedUnit[] }) {
  return (
    <DataTable
      caption={caption}
      rows={units.map((unit, index) => ({ ...unit, index }))}
      rowKey={(unit) => String(unit.index)}
      columns={[
        { key: 'name', heading: text.unit(), isTitle: true, cell: (unit) => unit.name },
        { key: 'parent', heading: text.parentUnit(), cell: (unit) => unit.parent ?? '–' },
        {
          key: 'changes',
          heading: text.changes(),
          cell: (unit): ComponentChildren =>
            unit.fields.length > 0 ? <Changes fields={unit.fields} /> : '–',
        },
      ]}
    />
  );
}

/** `Unit kerja: Sekretariat menjadi Bidang P2P`, a line for each field. */
function Changes({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <ul class="grid gap-1 text-sm">
      {fields.map(({ field, old, new: value }) => (
        <li key={field}>
          <span class="text-base-content/75">{fieldLabel(field)}:</span>{' '}
          <del class="text-base-content/75">{shownValue(field, old)}</del>{' '}
          <span class="sr-only">{text.becomes()}</span>
          <span aria-hidden="true">→</span>{' '}
          <ins class="no-underline font-medium">{shownValue(field, value)}</ins>
        </li>
      ))}
    </ul>
  );
}
