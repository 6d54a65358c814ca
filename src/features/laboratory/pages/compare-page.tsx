import { type Difference, differenceOf, type Outcome, outcomeOf } from '#domain/laboratory/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import { finding } from '../finding.ts';
import type { Run } from '../queries.ts';
import { text as shared } from '../text.ts';
import { text } from '../text-result.ts';
import { differences, percent, points, schemeInWords, withInterval } from '../words.ts';
import { Confusion } from './confusion.tsx';
import { MoreLooks, MoreRaters, sharesOf } from './figures.tsx';
import { RunBadge } from './list-page.tsx';

export interface Side {
  readonly run: Run;
  readonly scheme: CompiledScheme | undefined;
}

export interface CompareView {
  readonly visit: Visit;
  readonly first: Side;
  readonly second: Side;
}

export function ComparePage(view: CompareView) {
  const { visit, first, second } = view;
  const isFinished = first.run.state === 'done' && second.run.state === 'done';
  return (
    <Layout chrome={visit.chrome} title={text.comparison()} current="schemes" width="wide">
      <PageHeading
        title={text.comparison()}
        above={
          <a class="link" href={visit.path('/laboratory')}>
            {shared.title()}
          </a>
        }
      />
      {isFinished ? <Compared {...view} /> : <Unfinished {...view} />}
    </Layout>
  );
}

function Unfinished({ visit, first, second }: CompareView) {
  const here = visit.path(`/laboratory/${first.run.id}/compare?with=${second.run.id}`);
  return (
    <Card>
      <p>{text.notFinished()}</p>
      <ul class="grid gap-2 my-4">
        {[first, second].map(({ run }) => (
          <li key={run.id} class="flex flex-wrap gap-2 items-center">
            <a class="link" href={visit.path(`/laboratory/${run.id}`)}>
              {run.name}
            </a>
            <RunBadge state={run.state} />
            {run.state === 'running' ? (
              <span class="num text-sm">{percent(run.done / run.total, 0)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <LinkButton href={here} icon="rotate">
        {shared.refresh()}
      </LinkButton>
    </Card>
  );
}

function Compared({ visit, first, second }: CompareView) {
  const differing = differences(first.run, second.run);
  const isPaired = differing.length === 0;
  const difference = differenceOf(first.run.periods, second.run.periods, isPaired);
  const sides = [first, second].map((side) => ({ ...side, outcome: outcomeOf(side.run.periods) }));
  const counts = sides.map(({ outcome }) => outcome.confusion.length);
  return (
    <>
      <Card>
        <p class="text-xl font-semibold text-balance max-w-prose">{verdict(first, second, difference)}</p>
        <p class="mt-2 text-sm text-base-content/75 max-w-prose">
          {isPaired
            ? text.paired()
            : text.unpaired({ list: differing.map((each) => text[`differs_${each}`]()).join(', ') })}{' '}
          {counts[0] === counts[1] ? '' : text.otherCategories()}
        </p>
      </Card>
      <Notice tone="neutral">{text.notReal()}</Notice>
      <Card padded={false}>
        <Beside sides={sides} />
      </Card>
      <div class="grid gap-6 lg:grid-cols-2 items-start grid-cols-[minmax(0,1fr)]">
        {sides.map((side) => (
          <section key={side.run.id} class="grid gap-6 grid-cols-[minmax(0,1fr)]" aria-label={side.run.name}>
            <Card title={side.run.name}>
              <p class="text-sm text-base-content/75">{schemeInWords(side.run, side.scheme)}</p>
              <p class="mt-2">{finding(side.outcome)}</p>
              <p class="mt-3">
                <a class="link" href={visit.path(`/laboratory/${side.run.id}`)}>
                  {side.run.name}
                </a>
              </p>
            </Card>
            <Card title={text.confusion()}>
              <Confusion outcome={side.outcome} scheme={side.scheme} name={side.run.name} isNarrow />
            </Card>
            <MoreRaters outcome={side.outcome} />
            <MoreLooks outcome={side.outcome} />
          </section>
        ))}
      </div>
    </>
  );
}

function verdict(first: Side, second: Side, { difference, low, high }: Difference): string {
  const bounds = { share: points(Math.abs(difference)), low: points(low), high: points(high) };
  if (difference === 0 && low === 0 && high === 0) return text.same();
  if (low > 0) return text.better({ name: first.run.name, ...bounds });
  // Told from the side of the better one, so that both ends are positive.
  if (high < 0)
    return text.better({ name: second.run.name, ...bounds, low: points(-high), high: points(-low) });
  return text.undecided(bounds);
}

function Beside({ sides }: { sides: readonly (Side & { readonly outcome: Outcome })[] }) {
  const [first, second] = sides;
  if (!first || !second) return null;
  const others = sharesOf(second.outcome);
  const rows = [
    ...sharesOf(first.outcome).map(([label, share], place) => {
      const [, other = share] = others[place] ?? [];
      return { label, first: withInterval(share), second: withInterval(other) };
    }),
    {
      label: text.categories(),
      first: formatNumber(first.outcome.confusion.length),
      second: formatNumber(second.outcome.confusion.length),
    },
    {
      label: text.people(),
      first: formatNumber(first.outcome.people),
      second: formatNumber(second.outcome.people),
    },
  ];
  return (
    <DataTable
      caption={text.comparison()}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { key: 'label', heading: text.figure(), isTitle: true, cell: (row) => row.label },
        { key: 'first', heading: first.run.name, align: 'right', cell: (row) => row.first },
        { key: 'second', heading: second.run.name, align: 'right', cell: (row) => row.second },
      ]}
    />
  );
}
