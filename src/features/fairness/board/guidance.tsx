import { limitText, organisationPredicateLabel, predicateLabel } from '#domain/rules/index.ts';
import { LEAST_PEOPLE_TO_TEST } from '#domain/statistics/distribution/index.ts';
import { adjustBenjaminiHochberg } from '#domain/statistics/multiple-testing.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, Notice } from '#ui/parts.tsx';
import { type LimitCheck, limitChecks, mostUsed } from './distribution.ts';
import { Note, type NoteContext } from './note.tsx';
import { basisOf, type SpreadRow, spreadRows } from './spread.tsx';
import { text as board } from './text.ts';
import { text } from './text-distribution.ts';
import type { BoardView } from './view.ts';
import { percent, threeDecimals } from './words.ts';

/** A predicate that so many have tells nobody apart. */
const NEARLY_ALL = 0.9;

interface Judged extends LimitCheck {
  readonly row: SpreadRow;
  /** Corrected for all limits in view. */
  readonly adjusted: number | null;
}

/** Every limit that holds for a unit in view, with chances corrected for their number. */
export function guidanceRows(view: BoardView): readonly Judged[] {
  const checks = spreadRows(view).flatMap((row) =>
    row.organisation === undefined
      ? []
      : limitChecks(row.spread, row.organisation, view.distribution.patterns).map((check) => ({
          ...check,
          row,
        })),
  );
  const tested = checks.filter(({ p }) => p !== null);
  const adjusted = adjustBenjaminiHochberg(tested.map(({ p }) => p ?? 1));
  return checks.map((check) => ({ ...check, adjusted: adjusted[tested.indexOf(check)] ?? null }));
}

export function GuidanceCard({ view, note }: { view: BoardView; note: NoteContext }) {
  const rows = guidanceRows(view);
  return (
    <Card id="guidance" title={text.guidanceTitle()}>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Notice tone="info">
          <p>{text.small({ minimum: LEAST_PEOPLE_TO_TEST })}</p>
        </Notice>
        {rows.length === 0 ? <p>{text.noOrganisation()}</p> : <GuidanceTable rows={rows} />}
        <p class="text-sm text-base-content/85 max-w-prose">
          {text.guidanceIntro({ minimum: LEAST_PEOPLE_TO_TEST })}
        </p>
      </div>
      <Note
        note={note}
        figure="guidance"
        title={text.guidanceTitle()}
        basis={basisOf(view)}
        model={board.modelCounts()}
        mustNot={board.mustNotDistribution()}
      />
    </Card>
  );
}

function GuidanceTable({ rows }: { rows: readonly Judged[] }) {
  return (
    <div class="max-sm:-mx-5">
      <DataTable
        caption={text.guidanceTitle()}
        rows={rows}
        rowKey={({ row, limit }) => `${row.key} ${limit.predicates.join('+')} ${limit.kind}`}
        columns={[
          { key: 'unit', heading: text.unit(), isTitle: true, cell: ({ row }) => row.name },
          {
            key: 'organisation',
            heading: text.organisation(),
            cell: ({ row }) =>
              row.organisation ? inLocale(organisationPredicateLabel(row.organisation)) : '–',
          },
          {
            key: 'limit',
            heading: text.limit(),
            isWide: true,
            cell: ({ limit }) => inLocale(limitText(limit)),
          },
          { key: 'actual', heading: text.actual(), cell: actualWords },
          { key: 'judgement', heading: text.judgement(), cell: (row) => <Judgement judged={row} /> },
          {
            key: 'p',
            heading: text.evidence(),
            align: 'right',
            cell: ({ adjusted }) => <span class="whitespace-nowrap">{chanceWords(adjusted)}</span>,
          },
        ]}
      />
    </div>
  );
}

function actualWords({ people, row }: Judged): string {
  const { total } = row.spread;
  if (people === null || total === null || total === 0) return text.hidden();
  return text.actualWords({ share: percent(people / total), people });
}

function Judgement({ judged: { kept, row } }: { judged: Judged }) {
  const { total } = row.spread;
  if (kept === null || total === null) return <>{text.notShown()}</>;
  if (total < LEAST_PEOPLE_TO_TEST) return <>{text.notJudged({ minimum: LEAST_PEOPLE_TO_TEST })}</>;
  return kept ? <Badge tone="success">{text.kept()}</Badge> : <Badge tone="warning">{text.notKept()}</Badge>;
}

function chanceWords(p: number | null): string {
  if (p === null) return text.noTest();
  return p < 0.001 ? text.below({ least: threeDecimals(0.001) }) : text.pIs({ p: threeDecimals(p) });
}

/** Whether nearly everybody gets the same. */
export function InflationCard({ view, note }: { view: BoardView; note: NoteContext }) {
  const rows = spreadRows(view).flatMap(({ key, name, spread }) => {
    const most = mostUsed(spread);
    return most ? [{ key, name, most, share: most.people / most.total }] : [];
  });
  const units = rows.filter(({ key }) => key !== 'total');
  const many = units.filter(({ share }) => share >= NEARLY_ALL);
  return (
    <Card id="inflation" title={text.inflationTitle()}>
      {rows.length === 0 ? (
        <p>{text.inflationNobody()}</p>
      ) : (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
          <p class="font-medium text-balance">
            {text.inflationFinding({
              count: many.length,
              units: units.length,
              percent: percent(NEARLY_ALL),
            })}
          </p>
          <p class="text-sm text-base-content/85 max-w-prose">
            {text.inflationIntro({ percent: percent(NEARLY_ALL) })}
          </p>
          <Bars rows={rows} />
        </div>
      )}
      <Note
        note={note}
        figure="distribution"
        title={text.inflationTitle()}
        basis={basisOf(view)}
        model={board.modelCounts()}
        mustNot={board.mustNotDistribution()}
      />
    </Card>
  );
}

interface InflationRow {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly most: NonNullable<ReturnType<typeof mostUsed>>;
}

function Bars({ rows }: { rows: readonly InflationRow[] }) {
  return (
    <table class="w-full text-sm max-sm:block">
      <caption class="sr-only">{text.inflationTitle()}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{text.unit()}</th>
          <th scope="col">{text.shareOf()}</th>
          <th scope="col">{text.mostUsed()}</th>
        </tr>
      </thead>
      <tbody class="max-sm:block">
        {rows.map(({ key, name, share, most }) => (
          <tr
            key={key}
            class="border-t border-base-300 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:py-2"
          >
            <th scope="row" class="font-normal text-left py-1 pr-3 sm:w-[32%] max-sm:p-0 wrap-anywhere">
              {name}
            </th>
            <td class="sm:w-[38%] p-0 max-sm:order-3 max-sm:col-span-2">
              <svg class="block w-full h-4" aria-hidden="true">
                <rect width="100%" height="100%" fill="var(--color-base-300)" />
                <rect width={`${percent(share)}%`} height="100%" fill="var(--color-primary)" />
                <line
                  x1={`${NEARLY_ALL * 100}%`}
                  x2={`${NEARLY_ALL * 100}%`}
                  y2="100%"
                  stroke="var(--color-base-content)"
                  stroke-width="2"
                  stroke-dasharray="3 2"
                />
              </svg>
            </td>
            <td class="num text-right pl-3 max-sm:p-0 whitespace-nowrap">
              {text.share({ predicate: inLocale(predicateLabel(most.predicate)), share: percent(share) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
