import type { Visit } from '#features/people/index.ts';
import type { Outcome } from '#features/second-looks/index.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Card, EmptyState } from '#ui/parts.tsx';
import { PlaceRows, PlotFigure } from '#ui/plot/index.ts';
import { agreementOf, differsFrom, type LookFigure, lookFigure } from '../figures.ts';
import { text } from '../text.ts';
import { text as compareText } from '../text-compare.ts';
import type { MirrorSection, OwnLook } from '../view.ts';
import { lowerOrHigher, percent, points, signed } from './words.ts';

interface Compared {
  readonly look: OwnLook;
  readonly figure: LookFigure;
}

const OUTCOMES: Readonly<Record<Outcome, () => string>> = {
  agrees: compareText.agrees,
  items: compareText.items,
  category: compareText.category,
};

/** The only direct comparison there is: the same person, the same evidence, another appraiser. */
export function LooksCard({ visit, section }: { visit: Visit; section: MirrorSection }) {
  const compared = section.looks.map((look) => ({ look, figure: lookFigure(look.items) }));
  if (compared.length === 0) {
    return (
      <Card title={compareText.looks()}>
        <EmptyState icon="users" title={compareText.looksNone()}>
          {text.noExample()}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={compareText.looks()} padded={false}>
      <div class="p-5 grid gap-5 lg:grid-cols-2 lg:gap-8 items-start">
        <Finding compared={compared} />
        <Plot compared={compared} />
      </div>
      <DataTable
        caption={compareText.looks()}
        columns={columns(visit)}
        rows={compared}
        rowKey={({ look }) => look.id}
      />
    </Card>
  );
}

function Finding({ compared }: { compared: readonly Compared[] }) {
  const agreement = agreementOf(compared.map(({ figure }) => figure));
  const { items, equal, difference, interval } = agreement;
  return (
    <div class="grid gap-3 content-start">
      <p class="text-lg font-medium text-balance">
        {compareText.looksFinding({ equal, items, percent: percent(items === 0 ? 0 : equal / items) })}{' '}
        {difference === null ? null : compareText.looksDifference({ words: lowerOrHigher(difference) })}
      </p>
      <p>
        {interval ? (
          <>
            {compareText.looksRange({ low: signed(interval[0]), high: signed(interval[1]) })}{' '}
            <strong class="font-medium">
              {differsFrom(0, { interval }) ? compareText.driftClear() : compareText.looksOpen()}
            </strong>
          </>
        ) : (
          compareText.looksFew({ count: compared.length })
        )}
      </p>
      <p class="text-sm text-base-content/75">{compareText.looksCare()}</p>
    </div>
  );
}

function Plot({ compared }: { compared: readonly Compared[] }) {
  const placed = compared.filter(({ figure }) => figure.own !== null && figure.other !== null);
  if (placed.length === 0) return null;
  return (
    <PlotFigure
      finding={compareText.looksPlot()}
      legend={compareText.looksLegend()}
      table={{
        columns: [text.person(), text.you(), text.second(), compareText.difference()],
        rows: placed.map(({ look, figure }) => [
          look.name,
          points(figure.own ?? 0),
          points(figure.other ?? 0),
          signed(figure.difference ?? 0),
        ]),
      }}
    >
      <PlaceRows
        rows={placed.map(({ look, figure }) => ({
          key: look.id,
          label: look.name,
          dots: [{ at: figure.other ?? 0, count: 4 }],
          circle: figure.own,
        }))}
      />
    </PlotFigure>
  );
}

function columns(visit: Visit): readonly Column<Compared>[] {
  return [
    {
      key: 'person',
      heading: text.person(),
      isTitle: true,
      cell: ({ look }) => (
        <a class="link" href={visit.path(`/second-looks/${look.id}`)}>
          {look.name}
        </a>
      ),
    },
    {
      key: 'equal',
      heading: compareText.equalItems(),
      align: 'right',
      cell: ({ figure }) => `${figure.equal} / ${figure.items}`,
    },
    {
      key: 'difference',
      heading: compareText.difference(),
      align: 'right',
      cell: ({ figure }) => (figure.difference === null ? '–' : signed(figure.difference)),
    },
    {
      key: 'outcome',
      heading: compareText.outcome(),
      isWide: true,
      cell: ({ look }) =>
        `${OUTCOMES[look.outcome]()} (${look.cause === 'lot' ? compareText.byLot() : compareText.byConflict()})`,
    },
  ];
}
