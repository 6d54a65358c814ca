/** What everybody may see: the published results of an agency, and one of them in full. */
import { formatDate, formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Facts, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Place } from '../answer/pages.tsx';
import { text as answerText } from '../answer/text.ts';
import { BandBadge, ElementsTable, IndexFigure, intervalWords } from './parts.tsx';
import type { Publication } from './published.ts';
import { text } from './text.ts';
import { TrendCard } from './trend.tsx';

type Agency = Place['agency'];

const spanWords = ({ from, until }: Publication['figures']) =>
  text.span({ from: formatDate(from, 'short'), until: formatDate(until, 'short') });

export function PublicResultsPage(props: {
  chrome: Chrome;
  agency: Agency;
  publications: readonly Publication[];
}) {
  const { chrome, agency, publications } = props;
  return (
    <Layout chrome={chrome} title={text.publicTitle()}>
      <PageHeading title={text.publicTitle()} above={agency.name} intro={text.publicIntro()} />
      <Card padded={false}>
        {publications.length === 0 ? (
          <EmptyState icon="chart" title={text.noPublications()}>
            {text.noPublicationsHint()}
          </EmptyState>
        ) : (
          <PublishedTable agency={agency} publications={publications} />
        )}
      </Card>
      <Card title={text.haveCode()}>
        <form method="get" action={`/s/${agency.code}`} class="grid gap-4 max-w-xs">
          <TextField name="code" label={answerText.code()} maxLength={20} required />
          <div>
            <SubmitButton look="outline" icon="arrowRight">
              {answerText.open()}
            </SubmitButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

function PublishedTable(props: { agency: Agency; publications: readonly Publication[] }) {
  const { agency, publications } = props;
  return (
    <DataTable
      caption={text.publicTitle()}
      rows={publications}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'unit',
          heading: text.unit(),
          isTitle: true,
          cell: (row) => (
            <a class="link font-medium" href={`/s/${agency.code}/results/${row.roundId}/${row.unitId}`}>
              {row.figures.unit}
            </a>
          ),
        },
        {
          key: 'survey',
          heading: text.survey(),
          cell: ({ figures }) => (
            <>
              {figures.round}
              <span class="block text-sm text-base-content/75">{spanWords(figures)}</span>
            </>
          ),
        },
        {
          key: 'index',
          heading: text.index(),
          align: 'right',
          cell: ({ figures: { figures } }) => (
            <span class="inline-flex items-center gap-2">
              {formatDecimal(figures.index)} <BandBadge index={figures.index} />
            </span>
          ),
        },
        {
          key: 'range',
          heading: text.range(),
          align: 'right',
          cell: ({ figures: { figures } }) => intervalWords(figures.interval),
        },
        {
          key: 'answers',
          heading: text.answers(),
          align: 'right',
          cell: ({ figures: { figures } }) => formatNumber(figures.answers),
        },
      ]}
    />
  );
}

export function PublicResultPage(props: { chrome: Chrome; agency: Agency; publication: Publication }) {
  const { chrome, agency, publication } = props;
  const { figures } = publication;
  const share =
    figures.given > 0
      ? formatNumber((figures.answersByToken / figures.given) * 100, { maximumFractionDigits: 0 })
      : '';
  return (
    <Layout chrome={chrome} title={text.resultOf({ unit: figures.unit })}>
      <PageHeading
        title={text.resultOf({ unit: figures.unit })}
        above={
          <>
            <a class="link" href={`/s/${agency.code}`}>
              {text.allResults()}
            </a>{' '}
            · {agency.name}
          </>
        }
        intro={`${figures.round}, ${spanWords(figures)}`}
      />
      {figures.hasOpen ? <Notice tone="warning">{text.openWarning()}</Notice> : null}
      <div class="grid lg:grid-cols-2 gap-6 items-start">
        <Card>
          <IndexFigure figures={{ ...figures.figures, interval: figures.figures.interval }} />
          <div class="mt-4">
            <Facts
              facts={[
                [text.given(), formatNumber(figures.given)],
                [
                  text.responseRate(),
                  figures.given > 0
                    ? text.responseOf({
                        share,
                        count: formatNumber(figures.answersByToken),
                        given: formatNumber(figures.given),
                      })
                    : text.responseUnknown(),
                ],
              ]}
            />
          </div>
        </Card>
        <TrendCard months={figures.months} />
      </div>
      <LeftOut figures={figures} />
      <Card title={text.elements()} padded={false}>
        <ElementsTable elements={figures.figures.elements} />
      </Card>
      <CountersCard figures={figures} />
    </Layout>
  );
}

function CountersCard({ figures: { counters } }: Pick<Publication, 'figures'>) {
  if (counters.length < 2) return null;
  return (
    <Card title={text.counters()} padded={false}>
      <DataTable
        caption={text.counters()}
        rows={counters}
        rowKey={(row) => row.name}
        columns={[
          { key: 'counter', heading: text.counter(), isTitle: true, cell: (row) => row.name },
          {
            key: 'index',
            heading: text.index(),
            align: 'right',
            cell: (row) => formatDecimal(row.index),
          },
          {
            key: 'answers',
            heading: text.answers(),
            align: 'right',
            cell: (row) => formatNumber(row.answers),
          },
        ]}
      />
    </Card>
  );
}

/** What was not counted, why, and what the result would be with it. */
function LeftOut({ figures }: Pick<Publication, 'figures'>) {
  const { all, leftOut } = figures;
  if (leftOut.length === 0 || !all) return null;
  return (
    <Card title={text.leftOut()}>
      <ul class="list-disc pl-5 grid gap-1">
        {leftOut.map(({ day, answers, reason }) => (
          <li key={`${day} ${reason}`}>
            {text.leftOutLine({ date: formatDate(day), count: formatNumber(answers), reason })}
          </li>
        ))}
      </ul>
      <p class="mt-3">{text.with({ index: formatDecimal(all.index), count: formatNumber(all.answers) })}</p>
    </Card>
  );
}
