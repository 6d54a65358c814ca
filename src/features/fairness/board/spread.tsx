import { type OrganisationPredicate, PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, EmptyState } from '#ui/parts.tsx';
import { FillMark, FillPatterns, fillAt, type Share, ShareStrip } from '#ui/plot/index.ts';
import { MINIMUM_CELL, mostUsed, type UnitSpread } from './distribution.ts';
import { Note, type NoteContext } from './note.tsx';
import { text as board } from './text.ts';
import { text } from './text-distribution.ts';
import type { BoardView } from './view.ts';
import { percent } from './words.ts';

const ID = 'predicates';

export interface SpreadRow {
  readonly key: string;
  readonly name: string;
  readonly spread: UnitSpread;
  /** The unit's own predicate, of units with all below them. */
  readonly organisation: OrganisationPredicate | undefined;
}

export function SpreadCard({ view, note }: { view: BoardView; note: NoteContext }) {
  const rows = spreadRows(view);
  const whole = wholeSpread(view);
  const most = mostUsed(whole);
  const isEmpty = rows.every(({ spread }) => spread.total === 0) && whole.total === 0;
  return (
    <Card id="distribution" title={text.title()}>
      {isEmpty ? (
        <EmptyState icon="chart" title={text.nobody()}>
          {text.nobodyHint()}
        </EmptyState>
      ) : (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
          <p class="font-medium text-balance">
            {most
              ? text.finding({
                  share: percent(most.people / most.total),
                  predicate: inLocale(predicateLabel(most.predicate)),
                })
              : text.findingHidden()}
          </p>
          <p class="text-sm text-base-content/85 max-w-prose">{text.intro({ minimum: MINIMUM_CELL })}</p>
          <FillPatterns id={ID} />
          <Key />
          <SpreadTable rows={rows} />
          <details class="text-sm">
            <summary class="cursor-pointer link py-1">{text.inNumbers()}</summary>
            <div class="max-sm:-mx-5">
              <CountTable rows={rows} />
            </div>
          </details>
        </div>
      )}
      <Note
        note={note}
        figure="distribution"
        title={text.title()}
        basis={basisOf(view)}
        model={board.modelCounts()}
        mustNot={board.mustNotDistribution()}
      />
    </Card>
  );
}

/** The units in view, what belongs to the unit above itself, and everything together. */
export function spreadRows(view: BoardView): readonly SpreadRow[] {
  const { distribution, unit } = view;
  const { spreads, rows, organisation } = distribution;
  const units = rows.flatMap(({ id, name }): readonly SpreadRow[] => {
    const spread = spreads.whole.get(id);
    return spread ? [{ key: id, name, spread, organisation: organisation.get(id) }] : [];
  });
  const above = unit ?? parentOfAll(view);
  const own = above && spreads.own.get(above.id);
  const ownRow = above && own && own.total !== 0 && rows.length > 0;
  return [
    ...units,
    ...(ownRow
      ? [
          {
            key: `own-${above.id}`,
            name: text.ownOf({ unit: above.name }),
            spread: own,
            organisation: undefined,
          },
        ]
      : []),
    ...(above || view.isWhole
      ? [
          {
            key: 'total',
            name: above ? text.wholeOf({ unit: above.name }) : text.agency(),
            spread: wholeSpread(view),
            organisation: above ? organisation.get(above.id) : undefined,
          },
        ]
      : []),
  ];
}

function parentOfAll({ distribution: { rows, tree } }: BoardView) {
  const parents = new Set(rows.map(({ parentId }) => parentId));
  const [only] = parents;
  return parents.size === 1 && only ? (tree.units.get(only) ?? null) : null;
}

/** Everything in view together; hidden where the units of a scope hang below no common unit. */
function wholeSpread(view: BoardView): UnitSpread {
  const { spreads, rows } = view.distribution;
  const above = view.unit ?? parentOfAll(view);
  const [only] = rows;
  if (above) return spreads.whole.get(above.id) ?? spreads.agency;
  if (view.isWhole) return spreads.agency;
  return (rows.length === 1 && only && spreads.whole.get(only.id)) || HIDDEN;
}

const HIDDEN: UnitSpread = {
  counts: {
    'sangat-baik': null,
    baik: null,
    'butuh-perbaikan': null,
    kurang: null,
    'sangat-kurang': null,
  },
  total: null,
};

function Key() {
  return (
    <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {PREDICATES.map((predicate, index) => (
        <li key={predicate} class="flex items-center gap-2">
          <FillMark id={ID} fill={fillAt(index)} />
          {inLocale(predicateLabel(predicate))}
        </li>
      ))}
      <li class="flex items-center gap-2">
        <FillMark id={ID} fill="hidden" />
        {text.merged()}
      </li>
    </ul>
  );
}

function SpreadTable({ rows }: { rows: readonly SpreadRow[] }) {
  return (
    <div class="max-sm:-mx-5">
      <DataTable
        caption={text.title()}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'unit', heading: text.unit(), isTitle: true, cell: ({ name }) => name },
          {
            key: 'spread',
            heading: text.spread(),
            isWide: true,
            cell: ({ spread }) =>
              spread.total === null ? (
                text.fewerThan()
              ) : (
                <div class="min-w-40">
                  <ShareStrip id={ID} label={spreadWords(spread)} shares={sharesOf(spread)} isSmall />
                </div>
              ),
          },
          {
            key: 'most',
            heading: text.mostUsed(),
            cell: ({ spread }) => {
              const most = mostUsed(spread);
              if (!most) return spread.total === 0 ? '–' : text.hidden();
              return text.share({
                predicate: inLocale(predicateLabel(most.predicate)),
                share: percent(most.people / most.total),
              });
            },
          },
          {
            key: 'people',
            heading: text.people(),
            align: 'right',
            cell: ({ spread }) => (spread.total === null ? text.hidden() : formatNumber(spread.total)),
          },
        ]}
      />
    </div>
  );
}

function CountTable({ rows }: { rows: readonly SpreadRow[] }) {
  const count = (value: number | null) => (value === null ? text.hidden() : formatNumber(value));
  return (
    <DataTable
      caption={text.inNumbers()}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'unit', heading: text.unit(), isTitle: true, cell: ({ name }) => name },
        ...PREDICATES.map((predicate) => ({
          key: predicate,
          heading: inLocale(predicateLabel(predicate)),
          align: 'right' as const,
          cell: ({ spread }: SpreadRow) => count(spread.counts[predicate]),
        })),
        {
          key: 'people',
          heading: text.people(),
          align: 'right',
          cell: ({ spread }) => count(spread.total),
        },
      ]}
    />
  );
}

function sharesOf({ counts, total }: UnitSpread): readonly Share[] {
  const shown = PREDICATES.map((predicate, index) => ({
    key: predicate,
    label: inLocale(predicateLabel(predicate)),
    value: counts[predicate] ?? 0,
    fill: fillAt(index),
  }));
  const hidden = (total ?? 0) - shown.reduce((sum, { value }) => sum + value, 0);
  return [...shown, { key: 'hidden', label: text.merged(), value: hidden, fill: 'hidden' }];
}

function spreadWords(spread: UnitSpread): string {
  const { total } = spread;
  return sharesOf(spread)
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => `${label} ${percent(value / (total || 1))} %`)
    .join(', ');
}

export function basisOf(view: BoardView): string {
  const { total } = wholeSpread(view);
  return total === null ? text.fewerThan() : board.basisPeople({ count: total });
}
