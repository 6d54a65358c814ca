/** One round: what comes next, its counters with posters and codes, results by unit, and what is shown once. */
import type { Visit } from '#features/people/index.ts';
import { formatDate, formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { ModeBadge } from '../counters/pages.tsx';
import type { UnitResult } from '../results/figures.ts';
import type { Breakdown, ExtraFigure } from '../results/once.ts';
import { OnceCards } from '../results/once-cards.tsx';
import { BandBadge, intervalWords } from '../results/parts.tsx';
import { text as resultText } from '../results/text.ts';
import { text } from '../text.ts';
import type { RoundAct } from '../transitions.ts';
import { RoundBadge, roundSpan } from './pages.tsx';
import { isSettled, type Round } from './queries.ts';

export interface RoundView {
  readonly visit: Visit;
  readonly round: Round;
  readonly acts: ReadonlySet<RoundAct>;
  readonly results: readonly UnitResult[];
  readonly given: ReadonlyMap<string, number>;
  readonly extras: readonly ExtraFigure[];
  readonly breakdowns: readonly Breakdown[];
  /** Counters for which this person prints codes. */
  readonly own: ReadonlySet<string>;
  readonly closeError?: string | undefined;
}

export function RoundPage(view: RoundView) {
  const { visit, round, acts } = view;
  return (
    <Layout chrome={visit.chrome} title={round.name} current="organisation">
      <PageHeading
        title={round.name}
        above={
          <>
            <a class="link" href={visit.path('/surveys')}>
              {text.title()}
            </a>{' '}
            · {round.unitName ?? text.wholeAgency()} · {roundSpan(round)} ·{' '}
            <RoundBadge round={round} today={visit.today} />
          </>
        }
        acts={
          acts.has('open') ? (
            <LinkButton href={visit.path(`/surveys/rounds/${round.id}/edit`)} icon="edit">
              {text.editRound()}
            </LinkButton>
          ) : null
        }
      />
      <NextStep {...view} />
      <Counters {...view} />
      {round.state === 'draft' ? null : <Results {...view} />}
      <OnceCards {...view} />
    </Layout>
  );
}

function nextWords({ round }: RoundView): string {
  if (round.state === 'draft') return round.counters.length > 0 ? text.nextDraft() : text.nextDraftEmpty();
  if (round.state === 'open') return text.nextOpen();
  return isSettled(round) ? text.nextClosed() : text.nextCounting();
}

function NextStep(view: RoundView) {
  const { visit, round, acts, closeError } = view;
  const base = visit.path(`/surveys/rounds/${round.id}`);
  return (
    <Card title={text.nextStep()}>
      <p class="max-w-prose">{nextWords(view)}</p>
      {isSettled(round) ? <NextUnit {...view} /> : null}
      {acts.has('open') ? (
        <div class="flex flex-wrap gap-2 mt-4">
          {round.counters.length > 0 ? (
            <form method="post" action={`${base}/opening`} data-controller="once">
              <SubmitButton icon="check">{text.open()}</SubmitButton>
            </form>
          ) : (
            <LinkButton href={`${base}/edit`} icon="edit" look="primary">
              {text.editRound()}
            </LinkButton>
          )}
          <form method="post" action={`${base}/dropping`} data-controller="once">
            <SubmitButton look="ghost" icon="trash">
              {text.drop()}
            </SubmitButton>
          </form>
        </div>
      ) : null}
      {acts.has('close') ? (
        <details class="mt-4" open={closeError !== undefined}>
          <summary class="link cursor-pointer py-1">{text.closeEarly()}</summary>
          <form
            method="post"
            action={`${base}/closing`}
            class="grid gap-3 mt-3 max-w-prose"
            data-controller="once"
          >
            <TextArea name="reason" label={text.closeReason()} error={closeError} required maxLength={1000} />
            <div>
              <SubmitButton look="outline" icon="lock">
                {text.close()}
              </SubmitButton>
            </div>
          </form>
        </details>
      ) : null}
    </Card>
  );
}

/** The first unit where something waits for a decision, else the first. */
function NextUnit({ visit, round, results }: RoundView) {
  const waits = results.find(({ batches }) => batches.some(({ state }) => state === 'flagged'));
  const unit = waits ?? results[0];
  if (!unit) return null;
  return (
    <div class="mt-4">
      <LinkButton
        href={visit.path(`/surveys/rounds/${round.id}/units/${unit.unitId}${waits ? '#flagged' : ''}`)}
        icon={waits ? 'flag' : 'chart'}
        look="primary"
      >
        {waits ? text.decideIn({ unit: unit.unitName }) : text.seeResult({ unit: unit.unitName })}
      </LinkButton>
    </div>
  );
}

function Counters({ visit, round, given, own }: RoundView) {
  if (round.counters.length === 0) return null;
  const base = visit.path(`/surveys/rounds/${round.id}`);
  return (
    <Card title={text.countersOfRound()} padded={false}>
      <DataTable
        caption={text.countersOfRound()}
        rows={round.counters}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            heading: text.counterName(),
            isTitle: true,
            cell: (row) => (
              <a class="link" href={visit.path(`/surveys/counters/${row.id}`)}>
                {row.name}
              </a>
            ),
          },
          { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
          { key: 'mode', heading: text.mode(), isWide: true, cell: (row) => <ModeBadge mode={row.mode} /> },
          {
            key: 'given',
            heading: text.given(),
            align: 'right',
            cell: (row) => (row.mode === 'token' ? formatNumber(given.get(row.id) ?? 0) : '–'),
          },
          {
            key: 'acts',
            heading: text.poster(),
            isWide: true,
            cell: (row) => (
              <span class="flex flex-wrap gap-2">
                <LinkButton small href={visit.path(`/surveys/counters/${row.id}/poster`)} icon="print">
                  {text.poster()}
                  <span class="sr-only"> {row.name}</span>
                </LinkButton>
                {row.mode === 'token' && own.has(row.id) && round.state === 'open' ? (
                  <LinkButton small href={`${base}/tokens/${row.id}`} icon="list">
                    {text.tokens()}
                    <span class="sr-only"> {row.name}</span>
                  </LinkButton>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Results({ visit, round, results }: RoundView) {
  return (
    <Card title={text.resultsByUnit()} padded={false}>
      <p class="px-5 pb-3 text-sm text-base-content/75">
        {round.releasedUntil
          ? text.shownUntil({ date: formatDate(round.releasedUntil) })
          : text.notShownYet()}{' '}
        {resultText.onlyBatches({ count: round.least })}
      </p>
      <DataTable
        caption={text.resultsByUnit()}
        rows={results}
        rowKey={(row) => row.unitId}
        columns={[
          {
            key: 'unit',
            heading: text.unit(),
            isTitle: true,
            cell: (row) => (
              <a
                class="link font-medium"
                href={visit.path(`/surveys/rounds/${round.id}/units/${row.unitId}`)}
              >
                {row.unitName}
              </a>
            ),
          },
          {
            key: 'index',
            heading: resultText.index(),
            align: 'right',
            cell: ({ figures }) =>
              figures ? (
                <span class="inline-flex items-center gap-2">
                  {formatDecimal(figures.index)} <BandBadge index={figures.index} />
                </span>
              ) : (
                resultText.tooFewHere()
              ),
          },
          {
            key: 'interval',
            heading: resultText.range(),
            align: 'right',
            cell: ({ figures }) => intervalWords(figures?.interval),
          },
          {
            key: 'answers',
            heading: resultText.answers(),
            align: 'right',
            cell: ({ figures }) => (figures ? formatNumber(figures.answers) : '–'),
          },
          {
            key: 'flags',
            heading: resultText.flagged(),
            isWide: true,
            cell: ({ batches }) => {
              const waiting = batches.filter(({ state }) => state === 'flagged').length;
              return waiting > 0 ? (
                <Badge tone="warning">{`${waiting} ${resultText.stateFlagged()}`}</Badge>
              ) : (
                '–'
              );
            },
          },
        ]}
      />
    </Card>
  );
}
