/** The result of one unit, for its officers, leaders and people. */
import type { SurveyFigures } from '#domain/surveys/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDecimal, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { RoundBadge, roundSpan } from '../rounds/pages.tsx';
import type { Round } from '../rounds/queries.ts';
import { text as roundText } from '../text.ts';
import type { UnitResult } from './figures.ts';
import { BothResults, FlaggedCard } from './flagged-card.tsx';
import { ElementsTable, IndexFigure, intervalWords } from './parts.tsx';
import type { Publication } from './published.ts';
import { text } from './text.ts';
import { monthsOf, TrendCard } from './trend.tsx';
import type { Words } from './words.ts';
import { WordsCard } from './words-card.tsx';

export interface ResultView {
  readonly visit: Visit;
  readonly round: Round;
  readonly result: UnitResult;
  readonly words: readonly Words[];
  /** An officer of the unit. */
  readonly mayDecide: boolean;
  /** Who answers for units, and so may see the round. */
  readonly mayReadRound: boolean;
  readonly publication: Publication | undefined;
  /** Why it cannot be published or used yet. */
  readonly stop: string | undefined;
  readonly ifLeftOut: SurveyFigures | undefined;
  readonly refused?: { readonly id: string; readonly error: string; readonly typed: string } | undefined;
}

export function ResultPage(view: ResultView) {
  const { visit, round, result, mayReadRound } = view;
  const { figures } = result;
  return (
    <Layout
      chrome={visit.chrome}
      title={text.resultOf({ unit: result.unitName })}
      current={mayReadRound ? 'organisation' : undefined}
    >
      <PageHeading
        title={text.resultOf({ unit: result.unitName })}
        above={
          <>
            {mayReadRound ? (
              <a class="link" href={visit.path(`/surveys/rounds/${round.id}`)}>
                {round.name}
              </a>
            ) : (
              round.name
            )}{' '}
            · {roundSpan(round)} · <RoundBadge round={round} today={visit.today} />
          </>
        }
      />
      {result.counters.some(({ counter, figures: own }) => counter.mode === 'open' && own) ? (
        <Notice tone="warning">{text.openWarning()}</Notice>
      ) : null}
      {view.mayDecide ? <Publishing {...view} /> : null}
      {figures ? (
        <>
          <div class="grid lg:grid-cols-2 gap-6 items-start">
            <Card>
              <IndexFigure figures={figures} />
              <div class="mt-4">
                <ResponseFacts result={result} />
              </div>
            </Card>
            <TrendCard months={monthsOf(result.months)} />
          </div>
          <BothResults {...view} />
          <FlaggedCard {...view} />
          <Card title={text.elements()} padded={false}>
            <ElementsTable elements={figures.elements} />
          </Card>
          <CountersCard result={result} />
          {round.asksWords ? <WordsCard {...view} /> : null}
        </>
      ) : (
        <Card>
          <EmptyState icon="clock" title={text.noneYet()}>
            {text.noneYetHint({ count: round.least })}
          </EmptyState>
        </Card>
      )}
    </Layout>
  );
}

function ResponseFacts({ result }: { result: UnitResult }) {
  const { given, answersByToken } = result;
  const share = given > 0 ? formatNumber((answersByToken / given) * 100, { maximumFractionDigits: 0 }) : '';
  return (
    <Facts
      facts={[
        [text.given(), formatNumber(given)],
        [
          text.responseRate(),
          given > 0
            ? text.responseOf({ share, count: formatNumber(answersByToken), given: formatNumber(given) })
            : text.responseUnknown(),
        ],
      ]}
    />
  );
}

function CountersCard({ result }: { result: UnitResult }) {
  if (result.counters.length < 2) return null;
  return (
    <Card title={text.counters()} padded={false}>
      <DataTable
        caption={text.counters()}
        rows={result.counters}
        rowKey={(row) => row.counter.id}
        columns={[
          { key: 'counter', heading: text.counter(), isTitle: true, cell: (row) => row.counter.name },
          {
            key: 'mode',
            heading: text.mode(),
            cell: ({ counter }) => (counter.mode === 'open' ? text.modeOpen() : text.modeToken()),
          },
          {
            key: 'index',
            heading: text.index(),
            align: 'right',
            cell: ({ figures }) => (figures ? formatDecimal(figures.index) : text.tooFewHere()),
          },
          {
            key: 'range',
            heading: text.range(),
            align: 'right',
            cell: ({ figures }) => intervalWords(figures?.interval),
          },
          {
            key: 'answers',
            heading: text.answers(),
            align: 'right',
            cell: ({ figures }) => (figures ? formatNumber(figures.answers) : '–'),
          },
        ]}
      />
    </Card>
  );
}

function DecideLink({ result }: { result: UnitResult }) {
  if (!result.batches.some(({ state }) => state === 'flagged')) return null;
  return (
    <LinkButton href="#flagged" icon="flag" look="primary">
      {text.decideNow()}
    </LinkButton>
  );
}

function Publishing({ visit, round, result, publication, stop, refused }: ResultView) {
  const base = visit.path(`/surveys/rounds/${round.id}/units/${result.unitId}`);
  const error = refused?.id === 'withdrawal' ? refused : undefined;
  return (
    <Card title={text.publication()} id="publication">
      {publication ? (
        <p>{text.publishedOn({ date: formatInstant(publication.publishedAt, visit.agency.zone) })}</p>
      ) : (
        <p class="max-w-prose">{stop ?? text.publishHint()}</p>
      )}
      <div class="flex flex-wrap gap-2 mt-4">
        {publication ? (
          <LinkButton href={`/s/${visit.agency.code}/results/${round.id}/${result.unitId}`} icon="link">
            {text.seePublic()}
          </LinkButton>
        ) : stop ? (
          <DecideLink result={result} />
        ) : (
          <form method="post" action={`${base}/publication`} data-controller="once">
            <SubmitButton icon="send">{text.publish()}</SubmitButton>
          </form>
        )}
        {stop ? null : (
          <LinkButton href={`${base}/use`} icon="target" look={publication ? 'primary' : 'outline'}>
            {text.use()}
          </LinkButton>
        )}
      </div>
      {publication ? (
        <details class="mt-4" open={error !== undefined}>
          <summary class="link cursor-pointer py-1">{text.withdraw()}</summary>
          <form
            method="post"
            action={`${base}/withdrawal`}
            class="grid gap-3 mt-3 max-w-prose"
            data-controller="once"
          >
            <TextArea
              name="reason"
              label={text.withdrawReason()}
              value={error?.typed}
              error={error?.error}
              maxLength={1000}
              required
            />
            <div>
              <SubmitButton look="outline">{text.withdraw()}</SubmitButton>
            </div>
          </form>
        </details>
      ) : null}
      {round.state === 'open' ? (
        <p class="text-sm text-base-content/75 mt-3">{roundText.nextOpen()}</p>
      ) : null}
    </Card>
  );
}
