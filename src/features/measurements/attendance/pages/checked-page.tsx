import type { Visit } from '#features/people/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, Notice, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import type { AttendanceReport, ReportedPerson } from '../report.ts';
import type { AttendanceRun } from '../run.ts';
import { text } from '../text.ts';
import { PersonDays } from './person-days.tsx';
import { UnknownNumbers } from './unknown-numbers.tsx';

const PEOPLE_A_PAGE = 50;
const PROBLEMS_SHOWN = 100;

export interface CheckedView {
  readonly visit: Visit;
  readonly run: AttendanceRun;
  readonly report: AttendanceReport;
  readonly words: string;
  readonly page: number;
  /** Whose days are shown one by one. */
  readonly person: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** What a file would record: by person and day, what is unknown, what cannot be read. Nothing is recorded yet. */
export function CheckedPage(view: CheckedView) {
  const { visit, run, report } = view;
  const title = text.checkOf({ file: run.input.file.name });
  const kept = sum(report, ({ kept: count }) => count);
  return (
    <Layout chrome={visit.chrome} title={title} current="attendance">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/attendance')}>
            {text.title()}
          </a>
        }
      />
      {run.result?.again ? <Notice tone="warning">{text.again()}</Notice> : null}
      <Agree {...view} kept={kept} />
      <UnknownNumbers {...view} />
      <Problems report={report} />
      <People {...view} />
    </Layout>
  );
}

function sum(report: AttendanceReport, of: (person: ReportedPerson) => number): number {
  return report.people.reduce((total, person) => total + of(person), 0);
}

function Agree(view: CheckedView & { kept: number }) {
  const { visit, run, report, kept } = view;
  const base = visit.path(`/attendance/files/${run.id}`);
  const people = run.result?.people ?? 0;
  const absent = sum(report, ({ days }) => days.filter(({ status }) => status === 'absent').length);
  return (
    <Card
      title={
        people > 0
          ? text.wouldRecord({ people: formatNumber(people), days: formatNumber(run.result?.days ?? 0) })
          : text.nothingNew()
      }
    >
      <Facts
        facts={[
          [text.kind(), text[report.layout]()],
          [text.spanOf(), text.span({ from: formatDate(report.from), until: formatDate(report.until) })],
          [text.rows(), formatNumber(report.rows)],
          ...(run.input.machine ? [[text.machine(), run.input.machine] as const] : []),
        ]}
      />
      <div class="grid gap-3 mt-4">
        {absent > 0 && report.layout !== 'stated' ? (
          <Notice tone="warning">{text.absentWarning({ count: formatNumber(absent) })}</Notice>
        ) : null}
        {kept > 0 ? <p>{text.decidedKept({ count: kept })}</p> : null}
        <div class="flex flex-wrap gap-2">
          {people > 0 ? (
            <form method="post" action={`${base}/commitment`} data-controller="once">
              <input type="hidden" name="report" value={run.result?.report ?? ''} />
              <SubmitButton icon="check">{text.record({ people: formatNumber(people) })}</SubmitButton>
            </form>
          ) : null}
          <form method="post" action={`${base}/cancellation`} data-controller="once">
            <SubmitButton look="outline">{text.drop()}</SubmitButton>
          </form>
        </div>
        <details>
          <summary class="link cursor-pointer py-1">{text.limitSpan()}</summary>
          <form
            method="post"
            action={`${base}/check`}
            class="mt-3 flex flex-wrap items-end gap-3"
            data-controller="once"
          >
            <p class="basis-full text-sm text-base-content/75">{text.limitHint()}</p>
            <TextField name="from" type="date" label={text.from()} required value={report.from} />
            <TextField name="until" type="date" label={text.until()} required value={report.until} />
            <SubmitButton look="outline">{text.checkAnew()}</SubmitButton>
          </form>
        </details>
      </div>
    </Card>
  );
}

function Problems({ report }: { report: AttendanceReport }) {
  const { problems } = report;
  if (problems.length === 0) return null;
  return (
    <Card title={text.problems({ count: formatNumber(problems.length) })} padded={false}>
      <p class="px-5 pb-2 max-w-prose">{text.problemsHint()}</p>
      <DataTable
        caption={text.problems({ count: problems.length })}
        rows={problems.slice(0, PROBLEMS_SHOWN)}
        rowKey={(problem) => `${problem.row} ${problem.column} ${problem.reason}`}
        columns={[
          { key: 'row', heading: text.row(), isTitle: true, cell: ({ row }) => row },
          {
            key: 'cell',
            heading: text.cell(),
            cell: ({ column, value }) => [column, value].filter(Boolean).join(': '),
          },
          { key: 'reason', heading: text.reason(), cell: ({ reason }) => reason },
          { key: 'remedy', heading: text.remedy(), cell: ({ remedy }) => remedy },
        ]}
      />
      {problems.length > PROBLEMS_SHOWN ? (
        <p class="p-5">{text.more({ count: problems.length - PROBLEMS_SHOWN })}</p>
      ) : null}
    </Card>
  );
}

function People(view: CheckedView) {
  const { visit, run, report, words, page, person } = view;
  const path = visit.path(`/attendance/files/${run.id}`);
  const wanted = words.toLowerCase();
  const found = report.people.filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
  const query = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ q: words, page: String(page), ...more })}`;
  const chosen = report.people.find(({ personId }) => personId === person);
  const count = (of: ReportedPerson, test: (day: ReportedPerson['days'][number]) => boolean) =>
    formatNumber(of.days.filter(test).length);
  if (report.people.length === 0) return null;
  return (
    <>
      {chosen ? <PersonDays person={chosen} close={query({ person: '' })} /> : null}
      <Card title={`${text.people()}: ${formatNumber(report.people.length)}`} padded={false}>
        <search class="p-5 block max-w-md">
          <form method="get" action={path}>
            <TextField type="search" name="q" label={text.search()} value={words} required />
          </form>
        </search>
        <DataTable
          caption={text.people()}
          rows={shown}
          rowKey={(row) => row.personId}
          columns={[
            {
              key: 'name',
              heading: text.person(),
              isTitle: true,
              cell: (row) => (
                <a class="link" href={`${query({ person: row.personId })}#days`}>
                  {row.name}
                </a>
              ),
            },
            { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
            {
              key: 'present',
              heading: text.present(),
              align: 'right',
              cell: (row) => count(row, ({ status }) => status === 'present'),
            },
            {
              key: 'late',
              heading: text.late(),
              align: 'right',
              cell: (row) => count(row, ({ status, late }) => status === 'present' && late > 0),
            },
            {
              key: 'excused',
              heading: text.excused(),
              align: 'right',
              cell: (row) => count(row, ({ status }) => status === 'excused'),
            },
            {
              key: 'absent',
              heading: text.absent(),
              align: 'right',
              cell: (row) => count(row, ({ status }) => status === 'absent'),
            },
            {
              key: 'missing',
              heading: text.missingDays(),
              align: 'right',
              cell: (row) => formatNumber(row.missing.length),
            },
            { key: 'new', heading: text.new(), align: 'right', cell: (row) => formatNumber(row.changed) },
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
    </>
  );
}
