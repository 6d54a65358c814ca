import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { civilDateIn, formatDate, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FileField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import { readsAs } from '../check-file.ts';
import type { Measurement } from '../queries.ts';
import type { SheetForm } from '../sheets/index.ts';
import type { Subject } from '../subjects.ts';
import { text } from '../text.ts';
import { componentPath, labelOf } from './period-page.tsx';

export const PEOPLE_A_PAGE = 50;

export interface ComponentView {
  readonly visit: Visit;
  readonly period: Period;
  readonly compiled: CompiledScheme;
  readonly component: string;
  readonly form: SheetForm;
  readonly subjects: readonly Subject[];
  /** What is known, by participant. */
  readonly known: ReadonlyMap<string, Measurement>;
  readonly mayRecord: boolean;
  readonly fileId: string;
  readonly words: string;
  readonly onlyMissing: boolean;
  readonly page: number;
  readonly error?: string | undefined;
}

export function ComponentPage(view: ComponentView) {
  const { visit, period, compiled, mayRecord } = view;
  const settings = compiled.scheme.components[view.component];
  return (
    <Layout chrome={visit.chrome} title={inLocale(labelOf(view))} current="periods">
      <PageHeading
        title={inLocale(labelOf(view))}
        above={
          <>
            <a class="link" href={visit.path(`/periods/${period.id}/measurements`)}>
              {text.title()}
            </a>{' '}
            · {period.name} · {inLocale(compiled.scheme.title)}
          </>
        }
        intro={settings && 'meaning' in settings && settings.meaning ? inLocale(settings.meaning) : undefined}
      />
      <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
        {mayRecord ? <Upload {...view} /> : null}
        <Columns {...view} />
      </div>
      <People {...view} />
    </Layout>
  );
}

function Upload(view: ComponentView) {
  const { visit, period, fileId, error } = view;
  const path = componentPath(visit, period.id, view);
  return (
    <Card title={text.upload()}>
      <form
        method="post"
        action={`${path}/files`}
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
          <LinkButton href={`${path}/template.xlsx`} icon="download" download>
            {text.template()}
          </LinkButton>
        </div>
      </form>
    </Card>
  );
}

function Columns({ form }: ComponentView) {
  const own = [
    { key: 'nip', name: text.nip(), help: text.nipHelp(), required: false },
    { key: 'unit', name: text.unitCode(), help: text.unitCodeHelp(), required: false },
    ...form.columns.map((column) => ({
      key: column.key,
      name: inLocale(column.heading),
      help: inLocale(column.help),
      required: column.required,
    })),
  ];
  return (
    <Card title={text.columns()} padded={false}>
      <DataTable
        caption={text.columns()}
        rows={own}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'name',
            heading: text.column(),
            isTitle: true,
            cell: (row) => (row.required ? `${row.name} (${text.required()})` : row.name),
          },
          { key: 'help', heading: text.meaning(), cell: (row) => row.help },
        ]}
      />
    </Card>
  );
}

function People(view: ComponentView) {
  const { visit, period, compiled, component, known, words, onlyMissing, page } = view;
  const path = componentPath(visit, period.id, view);
  const wanted = words.toLowerCase();
  const found = view.subjects.filter(
    (each) =>
      (each.name.toLowerCase().includes(wanted) || each.unitName.toLowerCase().includes(wanted)) &&
      !(onlyMissing && known.has(each.participantId)),
  );
  const shown = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
  const query = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ q: words, missing: onlyMissing ? 'yes' : '', ...more })}`;
  const readingOf = (subject: Subject) => {
    const measurement = known.get(subject.participantId);
    if (!measurement) return text.none();
    return readsAs(compiled.explain({ [component]: measurement.value }).explanation, component);
  };
  return (
    <Card title={`${text.people()}: ${formatNumber(view.subjects.length)}`} padded={false}>
      <div class="p-5 flex flex-wrap gap-4 items-end">
        <search class="grow max-w-md">
          <form method="get" action={path}>
            {onlyMissing ? <input type="hidden" name="missing" value="yes" /> : null}
            <TextField type="search" name="q" label={text.search()} value={words} required />
          </form>
        </search>
        <a class="link" href={query({ missing: onlyMissing ? '' : 'yes' })}>
          {onlyMissing ? text.all() : text.onlyMissing()}
        </a>
      </div>
      <DataTable
        caption={text.people()}
        rows={shown}
        rowKey={(row) => row.participantId}
        columns={[
          {
            key: 'name',
            heading: text.name(),
            isTitle: true,
            cell: (row) => (
              <a class="link" href={visit.path(`/appraisals/${row.participantId}/measurements`)}>
                {row.name}
              </a>
            ),
          },
          { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
          { key: 'value', heading: text.value(), cell: readingOf },
          {
            key: 'source',
            heading: text.source(),
            cell: (row) => {
              const measurement = known.get(row.participantId);
              return measurement ? sourceInWords(measurement, visit.agency.zone) : '–';
            },
          },
        ]}
      />
      <div class="p-5">
        <Pagination
          page={page}
          pageSize={PEOPLE_A_PAGE}
          total={found.length}
          href={(number) => query({ page: String(number) })}
        />
      </div>
    </Card>
  );
}

/** Whoever recorded it, or that Tera itself did: nobody's name stands beside what others said. */
export function sourceInWords(measurement: Measurement, zone: string): string {
  const { origin, note, recordedAt } = measurement;
  if (origin !== 'file' && origin !== 'officer')
    return text.sourceOfTera({ note, date: formatDate(civilDateIn(zone, recordedAt), 'short') });
  return text.sourceOf({
    note,
    who: measurement.recordedBy,
    date: formatDate(civilDateIn(zone, recordedAt), 'short'),
  });
}
