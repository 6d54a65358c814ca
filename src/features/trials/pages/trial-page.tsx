import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { positionKindLabel } from '#features/people/index.ts';
import { formatDecimal, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, Notice, PageHeading, Pagination, ProgressBar } from '#ui/parts.tsx';
import type { Direction, Moved, Outcome, Tally } from '../outcome.ts';
import type { Trial } from '../queries.ts';
import { text } from '../text.ts';
import { FlowTable } from './flow-table.tsx';
import { TrialBadge, triedInWords } from './list-page.tsx';
import { ShareBar } from './share-bar.tsx';

export const MOVED_A_PAGE = 50;

export interface TrialView {
  readonly visit: Visit;
  readonly trial: Trial;
  /** The page of those who would move, with their names. */
  readonly shown: readonly (Moved & { readonly name: string; readonly unitName: string })[];
  readonly found: number;
  readonly direction: Direction | null;
  readonly page: number;
}

export function TrialPage(view: TrialView) {
  const { visit, trial } = view;
  return (
    <Layout chrome={visit.chrome} title={trial.name} current="schemes">
      <PageHeading
        title={trial.name}
        above={
          <>
            <a class="link" href={visit.path('/scheme-trials')}>
              {text.title()}
            </a>{' '}
            · {trial.periodName} · {triedInWords(trial)} · <TrialBadge state={trial.state} />
          </>
        }
        intro={text.by({ date: formatInstant(trial.createdAt, visit.agency.zone), who: trial.requestedBy })}
      />
      {trial.outcome ? <Found {...view} outcome={trial.outcome} /> : <Waiting {...view} />}
    </Layout>
  );
}

function Waiting({ visit, trial }: TrialView) {
  if (trial.state === 'failed') return <Notice tone="error">{text.failedHint()}</Notice>;
  return (
    <Card title={text[trial.state]()}>
      {trial.progress ? (
        <ProgressBar done={trial.progress.done} total={trial.progress.total} label={text.appraisals()} />
      ) : null}
      <p class="mt-3">{text.leaveOrStay()}</p>
      <div class="mt-3">
        <LinkButton href={visit.path(`/scheme-trials/${trial.id}`)} icon="rotate">
          {text.refresh()}
        </LinkButton>
      </div>
    </Card>
  );
}

function Found(view: TrialView & { outcome: Outcome }) {
  const { outcome } = view;
  if (outcome.people === 0) return <Notice tone="warning">{text.nothingToCompare()}</Notice>;
  return (
    <>
      <Card title={text.finding(inNumbers(outcome.total, outcome.people))}>
        <ShareBar tally={outcome.total} />
        <p class="mt-3 text-sm text-base-content/75 max-w-prose">
          {outcome.scope === 'same-scheme' ? `${text.sameScheme()} ` : ''}
          {outcome.comparedBy === 'category' ? text.comparedByCategory() : text.comparedByPredicate()}{' '}
          {text.notCorrected()}
        </p>
      </Card>
      <Card title={text.flows()}>
        <p class="text-sm text-base-content/75 max-w-prose mb-3">{text.flowsHint()}</p>
        <FlowTable outcome={outcome} />
      </Card>
      {outcome.missing.length > 0 ? <Missing outcome={outcome} /> : null}
      <Tallies
        title={text.byUnit()}
        heading={text.unit()}
        rows={outcome.units.map((unit) => ({ key: unit.unitId, name: unit.name, tally: unit.tally }))}
      />
      <Tallies
        title={text.byGroup()}
        heading={text.group()}
        rows={outcome.groups.map(({ group, value, tally }) => ({
          key: `${group} ${value}`,
          name: `${text[group]()}: ${groupValue(group, value)}`,
          tally,
        }))}
      />
      <WhoMoves {...view} />
    </>
  );
}

export function inNumbers(tally: Tally, people: number) {
  return {
    people: formatNumber(people),
    up: formatNumber(tally.up),
    down: formatNumber(tally.down),
    same: formatNumber(tally.same),
    unknown: formatNumber(tally.unknown),
  };
}

export function groupValue(group: Outcome['groups'][number]['group'], value: string): string {
  if (value === '') return text.unstated();
  if (group === 'post') return positionKindLabel(value);
  if (value === 'male' || value === 'female' || value === 'pns' || value === 'pppk') return text[value]();
  return value;
}

function Missing({ outcome }: { outcome: Outcome }) {
  return (
    <Card title={text.missing()}>
      <p class="max-w-prose mb-3">{text.missingHint()}</p>
      <ul class="grid gap-2">
        {outcome.missing.map(({ component, label, count }) => (
          <li key={component}>
            <ProgressBar done={count} total={outcome.people} label={inLocale(label)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Tallies(props: {
  title: string;
  heading: string;
  rows: readonly { readonly key: string; readonly name: string; readonly tally: Tally }[];
}) {
  const moving = ({ tally }: { tally: Tally }) => tally.up + tally.down;
  const rows = props.rows.toSorted((first, second) => moving(second) - moving(first));
  const number = (heading: string, read: (tally: Tally) => number, key: string) => ({
    key,
    heading,
    cell: (row: (typeof rows)[number]): ComponentChildren => formatNumber(read(row.tally)),
  });
  return (
    <Card title={props.title} padded={false}>
      <DataTable
        caption={props.title}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', heading: props.heading, isTitle: true, cell: (row) => row.name },
          { key: 'shares', heading: text.shares(), cell: (row) => <ShareBar tally={row.tally} isSmall /> },
          number(text.up(), (tally) => tally.up, 'up'),
          number(text.down(), (tally) => tally.down, 'down'),
          number(text.same(), (tally) => tally.same, 'same'),
          number(text.unknown(), (tally) => tally.unknown, 'unknown'),
        ]}
      />
    </Card>
  );
}

const FILTERS: readonly (Direction | null)[] = [null, 'up', 'down', 'unknown'];

function WhoMoves({
  visit,
  trial,
  shown,
  found,
  direction,
  page,
  outcome,
}: TrialView & { outcome: Outcome }) {
  const path = visit.path(`/scheme-trials/${trial.id}`);
  const labels = new Map(
    [...outcome.before, ...outcome.after].map(({ code, label }) => [code, inLocale(label)]),
  );
  const labelOf = (code: string | null) => (code === null ? text.unknown() : (labels.get(code) ?? code));
  const href = (to: Direction | null, number: number) =>
    `${path}?${new URLSearchParams({ show: to ?? '', page: String(number) })}#moved`;
  return (
    <Card id="moved" title={text.moved()} padded={false}>
      <div class="p-5 flex flex-wrap gap-3 items-center">
        <nav aria-label={text.filter()} class="flex flex-wrap gap-2">
          {FILTERS.map((each) => (
            <a
              key={each ?? 'all'}
              class={`btn btn-sm ${each === direction ? 'btn-primary' : 'btn-outline'}`}
              href={href(each, 1)}
              aria-current={each === direction ? 'true' : undefined}
            >
              {each ? text[each]() : text.all()}
            </a>
          ))}
        </nav>
        <LinkButton href={`${path}/moved.xlsx`} icon="download" download small>
          {text.download()}
        </LinkButton>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="checkCircle" title={text.movedNone()} />
      ) : (
        <DataTable
          caption={text.moved()}
          rows={shown}
          rowKey={(row) => row.participantId}
          columns={[
            {
              key: 'person',
              heading: text.person(),
              isTitle: true,
              cell: (row) => (
                <a class="link" href={visit.path(`/appraisals/${row.participantId}/result`)}>
                  {row.name}
                </a>
              ),
            },
            { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
            {
              key: 'change',
              heading: text.change(),
              cell: (row) => text.fromTo({ from: labelOf(row.from), to: labelOf(row.to) }),
            },
            {
              key: 'score',
              heading: text.score(),
              cell: (row) =>
                row.scoreTo === null
                  ? '–'
                  : text.fromTo({
                      from: row.scoreFrom === null ? '–' : formatDecimal(row.scoreFrom),
                      to: formatDecimal(row.scoreTo),
                    }),
            },
          ]}
        />
      )}
      <div class="p-5">
        <Pagination
          page={page}
          pageSize={MOVED_A_PAGE}
          total={found}
          href={(number) => href(direction, number)}
        />
      </div>
    </Card>
  );
}
