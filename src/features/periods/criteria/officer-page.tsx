import type { Visit } from '#features/people/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Notice, PageHeading, Pagination, ProgressBar, SubmitButton } from '#ui/parts.tsx';
import type { Candidate } from '../candidates.ts';
import type { SchemeInUse } from '../preflight/index.ts';
import type { Period } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { type Asked, earliestOpening, type Reading } from './readers.ts';
import { text } from './text.ts';

export const PEOPLE_A_PAGE = 50;

export interface CriteriaView {
  readonly visit: Visit;
  readonly period: Period;
  readonly schemes: readonly SchemeInUse[];
  readonly asked: Asked;
  readonly reading: Reading;
  readonly mayAct: boolean;
  readonly words: string;
  readonly page: number;
  readonly refusal?: { readonly message: string; readonly field: string | null } | undefined;
}

export function CriteriaPage(view: CriteriaView) {
  const { visit, period, refusal } = view;
  const base = visit.path(`/periods/${period.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
        intro={text.intro()}
      />
      {refusal && !refusal.field ? <Notice tone="error">{refusal.message}</Notice> : null}
      <Card title={text.state()}>
        <Publication {...view} base={base} />
      </Card>
      <Card title={text.schemes()} padded={false}>
        <Schemes {...view} />
      </Card>
      {period.criteriaPublishedOn ? <Readers {...view} base={base} /> : null}
    </Layout>
  );
}

function Publication(view: CriteriaView & { base: string }) {
  const { visit, period, asked, reading, mayAct, base, refusal } = view;
  const people = formatNumber(reading.waiting.length + reading.confirmed.length);
  if (!period.criteriaPublishedOn) {
    return (
      <>
        <p class="font-medium">{text.unpublished()}</p>
        <p class="max-w-prose mt-1">{text.unpublishedHint({ people, days: asked.noticeDays })}</p>
        {mayAct ? (
          <form method="post" action={`${base}/criteria`} class="mt-4" data-controller="once">
            <SubmitButton icon="send">{text.publish()}</SubmitButton>
          </form>
        ) : null}
      </>
    );
  }
  const earliest = earliestOpening(period.criteriaPublishedOn, asked);
  const about = { days: asked.noticeDays, date: formatDate(earliest) };
  return (
    <>
      <p class="font-medium">{text.published({ date: formatDate(period.criteriaPublishedOn) })}</p>
      <p class="max-w-prose mt-1">
        {visit.today < earliest ? text.noticeRuns(about) : text.noticeOver(about)}
      </p>
      {mayAct ? (
        <details class="mt-4" open={refusal?.field === 'reason'}>
          <summary class="link cursor-pointer">{text.withdraw()}</summary>
          <form
            method="post"
            action={`${base}/criteria/withdrawal`}
            class="grid gap-3 mt-3 max-w-prose"
            data-controller="once"
          >
            <TextArea
              name="reason"
              label={text.withdrawReason()}
              hint={text.withdrawHint()}
              required
              maxLength={2000}
              error={refusal?.field === 'reason' ? refusal.message : undefined}
            />
            <div>
              <SubmitButton look="outline">{text.withdraw()}</SubmitButton>
            </div>
          </form>
        </details>
      ) : null}
    </>
  );
}

function Schemes({ visit, schemes }: CriteriaView) {
  return (
    <DataTable
      caption={text.schemes()}
      rows={schemes}
      rowKey={schemeKey}
      columns={[
        {
          key: 'scheme',
          heading: text.scheme(),
          isTitle: true,
          cell: (row) => (
            <a class="link" href={visit.path(`/schemes/${row.id}/${row.version}`)}>
              {row.scheme ? inLocale(row.scheme.title) : schemeKey(row)} · v{row.version}
            </a>
          ),
        },
        { key: 'people', heading: text.people(), cell: (row) => formatNumber(row.people) },
        {
          key: 'notice',
          heading: text.notice(),
          cell: ({ scheme }) =>
            scheme?.openness ? text.days({ days: scheme.openness.noticeDays }) : text.noNotice(),
        },
        {
          key: 'reading',
          heading: text.reading(),
          cell: ({ scheme }) => {
            const reading = scheme?.openness?.readConfirmation;
            return reading ? text.readingAtLeast({ percent: reading.atLeastPercent }) : text.noNotice();
          },
        },
      ]}
    />
  );
}

function titleOf({ schemes }: CriteriaView, { scheme }: Candidate): string {
  const found = schemes.find((each) => schemeKey(each) === schemeKey(scheme))?.scheme;
  return found ? `${inLocale(found.title)} · v${scheme.version}` : schemeKey(scheme);
}

function Readers(view: CriteriaView & { base: string }) {
  const { visit, reading, mayAct, words, page, base } = view;
  const total = reading.confirmed.length + reading.waiting.length;
  const wanted = words.toLowerCase();
  const found = reading.waiting.filter(
    (each) => each.name.toLowerCase().includes(wanted) || each.unitName.toLowerCase().includes(wanted),
  );
  const shown = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
  return (
    <Card title={text.waiting()}>
      <ProgressBar done={reading.confirmed.length} total={total} label={text.confirmed()} />
      {reading.waiting.length === 0 ? (
        <EmptyState icon="checkCircle" title={text.nobodyWaiting()} />
      ) : (
        <>
          <div class="flex flex-wrap gap-4 items-end my-4">
            <search class="grow max-w-md">
              <form method="get" action={`${base}/criteria`}>
                <TextField type="search" name="q" label={text.search()} value={words} required />
              </form>
            </search>
            {mayAct ? (
              <form method="post" action={`${base}/criteria/reminders`} data-controller="once">
                <SubmitButton look="outline" icon="mail">
                  {text.remind({ count: reading.waiting.length })}
                </SubmitButton>
              </form>
            ) : null}
          </div>
          <p class="text-sm text-base-content/75 mb-3">{text.waitingIntro()}</p>
          <DataTable<Candidate>
            caption={text.waiting()}
            rows={shown}
            rowKey={(row) => row.placementId}
            columns={[
              { key: 'name', heading: text.name(), isTitle: true, cell: (row) => row.name },
              { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
              { key: 'scheme', heading: text.scheme(), cell: (row) => titleOf(view, row) },
            ]}
          />
          <Pagination
            page={page}
            pageSize={PEOPLE_A_PAGE}
            total={found.length}
            href={(number) =>
              `${visit.path(`/periods/${view.period.id}/criteria`)}?${new URLSearchParams({ q: words, page: String(number) })}`
            }
          />
        </>
      )}
    </Card>
  );
}
