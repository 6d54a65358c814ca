/** The result of one unit, for its officers, leaders and people. */
import type { Flag, SurveyFigures } from '#domain/surveys/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate, formatDecimal, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { RoundBadge, roundSpan } from '../rounds/pages.tsx';
import type { Round } from '../rounds/queries.ts';
import { text as roundText } from '../text.ts';
import type { Batch, UnitResult } from './figures.ts';
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
      {result.counters.some(({ counter }) => counter.mode === 'open') ? (
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
          <Flagged {...view} />
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

function line(figures: SurveyFigures) {
  return { index: formatDecimal(figures.index), count: formatNumber(figures.answers) };
}

/** With and without: shown as soon as there is something to decide or something was left out. */
function BothResults({ result, ifLeftOut }: ResultView) {
  const { batches, figures, all } = result;
  if (!figures || !all) return null;
  const isWaiting = batches.some(({ state }) => state === 'flagged');
  const isLeftOut = batches.some(({ state }) => state === 'excluded');
  if (!isWaiting && !isLeftOut) return null;
  return (
    <Card title={text.bothResults()}>
      <ul class="grid gap-1.5">
        <li>{text.with(line(all))}</li>
        {isLeftOut ? <li>{text.without(line(figures))}</li> : null}
        {isWaiting ? <li>{ifLeftOut ? text.ifLeftOut(line(ifLeftOut)) : text.ifLeftOutFew()}</li> : null}
      </ul>
    </Card>
  );
}

function flagWords(flag: Flag): string {
  switch (flag.kind) {
    case 'burst':
      return text.burst({ ...flag, usual: formatDecimal(flag.usual) });
    case 'copies':
      return text.copies(flag);
    case 'one-step':
      return text.oneStep({ answers: flag.answers, of: flag.of, usual: flag.usualPercent });
    case 'token-run':
      return text.tokenRun(flag);
  }
}

function Flagged(view: ResultView) {
  const flagged = view.result.batches.filter(({ flags }) => flags.length > 0);
  if (flagged.length === 0) return null;
  return (
    <Card title={text.flagged()} id="flagged">
      <p class="text-sm text-base-content/75 max-w-prose">{text.flaggedIntro()}</p>
      <ul class="divide-y divide-base-300 mt-2">
        {flagged.map((batch) => (
          <li key={batch.id} class="py-4 grid gap-3">
            <FlaggedBatch {...view} batch={batch} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FlaggedBatch({ visit, round, result, batch, mayDecide, refused }: ResultView & { batch: Batch }) {
  const own = refused?.id === batch.id ? refused : undefined;
  const name = `reason-${batch.id}`;
  const words = {
    flagged: <Badge tone="warning">{text.stateFlagged()}</Badge>,
    kept: <Badge tone="success">{text.stateKept()}</Badge>,
    excluded: <Badge tone="error">{text.stateExcluded()}</Badge>,
    counted: null,
  }[batch.state];
  return (
    <>
      <p class="flex flex-wrap items-center gap-2 font-medium">
        {text.batchOf({
          counter: batch.counter.name,
          date: formatDate(batch.fromDay),
          count: formatNumber(batch.answers),
        })}{' '}
        {words}
      </p>
      <ul class="list-disc pl-5 grid gap-1">
        {batch.flags.map((flag) => (
          <li key={flag.kind}>{flagWords(flag)}</li>
        ))}
      </ul>
      {batch.reason ? <p class="text-sm">{`${text.reason()}: ${batch.reason}`}</p> : null}
      {mayDecide ? (
        <form
          method="post"
          action={visit.path(`/surveys/rounds/${round.id}/batches/${batch.id}/decision`)}
          class="grid gap-3 max-w-prose"
          data-controller="once"
        >
          <input type="hidden" name="unit" value={result.unitId} />
          <TextArea
            name={name}
            label={text.reason()}
            hint={text.reasonHint()}
            value={own?.typed}
            error={own?.error}
            rows={2}
            maxLength={1000}
            required
          />
          <div class="flex flex-wrap gap-2">
            {batch.state === 'kept' ? null : (
              <SubmitButton look="outline" name="act" value="keep" icon="check">
                {text.keep()}
              </SubmitButton>
            )}
            {batch.state === 'excluded' ? null : (
              <SubmitButton look="outline" name="act" value="exclude" icon="close">
                {text.exclude()}
              </SubmitButton>
            )}
          </div>
        </form>
      ) : null}
    </>
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
