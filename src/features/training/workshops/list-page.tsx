import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import { TrainingTabs } from '../pages/tabs.tsx';
import { text as training } from '../text.ts';
import { text } from '../text-workshops.ts';
import type { WorkshopLine } from './queries.ts';
import { placeWords, whenInWords, whereInWords } from './words.ts';

export function WorkshopsPage({ visit, lines }: { visit: Visit; lines: readonly WorkshopLine[] }) {
  const coming = lines.filter(({ endsAt, state }) => endsAt > visit.now && state === 'planned').toReversed();
  const past = lines.filter((line) => !coming.includes(line));
  return (
    <Layout chrome={visit.chrome} title={text.workshops()} current="training">
      <PageHeading
        title={training.training()}
        intro={text.intro()}
        acts={
          isAgencyOfficer(visit.actor) ? (
            <LinkButton look="primary" href={visit.path('/training/workshops/new')} icon="plus">
              {text.plan()}
            </LinkButton>
          ) : undefined
        }
      />
      <TrainingTabs visit={visit} current="workshops" />
      <Card title={text.coming()} padded={false}>
        {coming.length === 0 ? (
          <EmptyState icon="calendar" title={text.noneComing()}>
            {text.noneComingHint()}
          </EmptyState>
        ) : (
          <Lines visit={visit} lines={coming} caption={text.coming()} />
        )}
      </Card>
      {past.length > 0 ? (
        <Card title={text.past()} padded={false}>
          <Lines visit={visit} lines={past} caption={text.past()} />
        </Card>
      ) : null}
    </Layout>
  );
}

function Lines({ visit, lines, caption }: { visit: Visit; lines: readonly WorkshopLine[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          heading: text.workshop(),
          isTitle: true,
          cell: ({ id, title }) => (
            <a class="link" href={visit.path(`/training/workshops/${id}`)}>
              {title}
            </a>
          ),
        },
        {
          key: 'when',
          heading: text.when(),
          isWide: true,
          cell: (line) => whenInWords(line, visit.agency.zone),
        },
        { key: 'where', heading: text.where(), isWide: true, cell: whereInWords },
        {
          key: 'places',
          heading: text.places(),
          cell: ({ taken, capacity, waiting }) => (
            <>
              <span class="num">
                {taken} / {capacity}
              </span>
              {waiting > 0 ? (
                <span class="block text-sm text-base-content/75">
                  {text.waitingCount({ count: waiting })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: 'state', heading: text.state(), cell: (line) => <OwnState line={line} /> },
      ]}
    />
  );
}

function OwnState({ line }: { line: WorkshopLine }) {
  if (line.state === 'cancelled') return <Badge>{text.cancelled()}</Badge>;
  const tone = line.own === 'enrolled' ? 'success' : line.own === 'invited' ? 'info' : 'neutral';
  return (
    <Badge tone={line.ownAttended === false ? 'neutral' : tone}>
      {placeWords(line.own, line.ownAttended)}
    </Badge>
  );
}
