/** Lists of rounds, for those who answer for units and for everybody else. */
import { isOfficer, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, type Tone } from '#ui/parts.tsx';
import { SurveyTabs } from '../tabs.tsx';
import { text } from '../text.ts';
import { isSettled, type Round } from './queries.ts';

export function RoundBadge({ round, today }: { round: Round; today: string }) {
  const [tone, words] = stateOf(round, today);
  return <Badge tone={tone}>{words}</Badge>;
}

function stateOf(round: Round, today: string): readonly [Tone, string] {
  switch (round.state) {
    case 'draft':
      return ['neutral', text.stateDraft()];
    case 'open':
      return today < round.startsOn ? ['info', text.stateSoon()] : ['success', text.stateOpen()];
    case 'closed':
      return isSettled(round) ? ['neutral', text.stateClosed()] : ['info', text.stateCounting()];
    case 'dropped':
      return ['neutral', text.stateDropped()];
  }
}

export function roundSpan(round: Pick<Round, 'startsOn' | 'endsOn'> & { closedOn?: string | null }): string {
  return text.span({
    from: formatDate(round.startsOn, 'short'),
    until: formatDate(round.closedOn ?? round.endsOn, 'short'),
  });
}

export function RoundsPage({ visit, rounds }: { visit: Visit; rounds: readonly Round[] }) {
  const mayAdd = isOfficer(visit.actor);
  const act = mayAdd ? (
    <LinkButton href={visit.path('/surveys/rounds/new')} icon="plus" look="primary">
      {text.newRound()}
    </LinkButton>
  ) : null;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="organisation">
      <PageHeading title={text.title()} intro={text.intro()} acts={act} />
      <SurveyTabs visit={visit} current="rounds" />
      <Card padded={false}>
        {rounds.length === 0 ? (
          <EmptyState icon="message" title={text.noRounds()} act={act}>
            {mayAdd ? text.noRoundsHint() : text.noRoundsReader()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.rounds()}
            rows={rounds}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                heading: text.roundName(),
                isTitle: true,
                cell: (row) => (
                  <a class="link font-medium" href={visit.path(`/surveys/rounds/${row.id}`)}>
                    {row.name}
                  </a>
                ),
              },
              {
                key: 'unit',
                heading: text.roundUnit(),
                cell: (row) => row.unitName ?? text.wholeAgency(),
              },
              { key: 'span', heading: text.dates(), cell: (row) => roundSpan(row) },
              {
                key: 'counters',
                heading: text.countersShort(),
                align: 'right',
                cell: (row) => String(row.counters.length),
              },
              {
                key: 'state',
                heading: text.state(),
                cell: (row) => <RoundBadge round={row} today={visit.today} />,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

/** For people who answer for no unit: results of the units where they work. */
export function OwnResultsPage(props: {
  visit: Visit;
  results: readonly {
    readonly round: Round;
    readonly unit: { readonly id: string; readonly name: string };
  }[];
}) {
  const { visit, results } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()}>
      <PageHeading
        title={text.title()}
        intro={text.ownIntro()}
        acts={
          <LinkButton href={`/s/${visit.agency.code}`} icon="chart">
            {text.publicPage()}
          </LinkButton>
        }
      />
      <Card padded={false}>
        {results.length === 0 ? (
          <EmptyState icon="message" title={text.noRounds()}>
            {text.noOwnResults()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.rounds()}
            rows={results}
            rowKey={({ round, unit }) => `${round.id} ${unit.id}`}
            columns={[
              {
                key: 'unit',
                heading: text.unit(),
                isTitle: true,
                cell: ({ round, unit }) => (
                  <a
                    class="link font-medium"
                    href={visit.path(`/surveys/rounds/${round.id}/units/${unit.id}`)}
                  >
                    {unit.name}
                  </a>
                ),
              },
              { key: 'round', heading: text.roundName(), cell: ({ round }) => round.name },
              { key: 'span', heading: text.dates(), cell: ({ round }) => roundSpan(round) },
              {
                key: 'state',
                heading: text.state(),
                cell: ({ round }) => <RoundBadge round={round} today={visit.today} />,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}
