/** Workshops that somebody has to do with, on the person's own page of training. */
import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card } from '#ui/parts.tsx';
import { text } from '../text-workshops.ts';
import type { OwnPlace } from './queries.ts';
import { placeWords, whenInWords } from './words.ts';

export function OwnPlaces({ visit, places }: { visit: Visit; places: readonly OwnPlace[] }) {
  if (places.length === 0) return null;
  return (
    <Card title={text.yours()} padded={false}>
      <DataTable
        caption={text.yours()}
        rows={places}
        rowKey={({ workshop }) => workshop.id}
        columns={[
          {
            key: 'workshop',
            heading: text.workshop(),
            isTitle: true,
            cell: ({ workshop }) => (
              <a class="link" href={visit.path(`/training/workshops/${workshop.id}`)}>
                {workshop.title}
              </a>
            ),
          },
          {
            key: 'when',
            heading: text.when(),
            isWide: true,
            cell: ({ workshop }) => whenInWords(workshop, visit.agency.zone),
          },
          {
            key: 'state',
            heading: text.state(),
            cell: (place) => <PlaceBadge {...place} />,
          },
        ]}
      />
    </Card>
  );
}

function PlaceBadge({ workshop, state, attended }: OwnPlace) {
  if (workshop.state === 'cancelled') return <Badge tone="neutral">{text.cancelled()}</Badge>;
  const tone =
    attended === true || state === 'enrolled'
      ? 'success'
      : state === 'invited'
        ? 'info'
        : state === 'waiting'
          ? 'warning'
          : 'neutral';
  return <Badge tone={attended === false ? 'neutral' : tone}>{placeWords(state, attended)}</Badge>;
}
