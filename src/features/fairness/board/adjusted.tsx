import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, LinkButton } from '#ui/parts.tsx';
import { Scatter } from '#ui/plot/index.ts';
import type { StoredRatee } from '../store/types.ts';
import { EmployeeCell } from './employee-cell.tsx';
import { type Mover, moversShown } from './movers.ts';
import { Note, type NoteContext } from './note.tsx';
import { text as board } from './text.ts';
import { text } from './text-severity.ts';
import type { BoardView } from './view.ts';
import { points, whyNot } from './words.ts';

export function AdjustedCard(props: {
  visit: Visit;
  view: BoardView;
  note: NoteContext;
  movers: readonly Mover[];
  examined: number;
  /** Everybody is listed. */
  isComplete: boolean;
  href: (parameters: Readonly<Record<string, string>>) => string;
  categoryOf: (ratee: StoredRatee) => string;
}) {
  const { view, note, movers } = props;
  const { model } = view.model.report;
  const people = view.ratees?.length ?? view.summary.people;
  return (
    <Card id="adjusted" title={text.adjustedTitle()}>
      {model.kind === 'not-estimable' ? (
        <p>{whyNot(model.reason)}</p>
      ) : view.ratees === null ? (
        <p>{board.tooMany()}</p>
      ) : (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Picture ratees={view.ratees} movers={movers} cuts={view.run.settings.cuts} people={people} />
          <Movers {...props} />
        </div>
      )}
      <Note
        note={note}
        figure="ratees"
        title={text.adjustedTitle()}
        basis={board.basisForms({ count: view.summary.forms })}
        model={model.kind === 'estimated' ? board.modelCrossed() : board.modelNone()}
        mustNot={board.mustNotAdjusted()}
      />
    </Card>
  );
}

function Picture(props: {
  ratees: readonly StoredRatee[];
  movers: readonly Mover[];
  cuts: readonly number[];
  people: number;
}) {
  const { ratees, movers, cuts, people } = props;
  const moving = new Set(movers.map(({ ratee }) => ratee.participantId));
  const finding =
    movers.length > 0
      ? text.adjustedFinding({ count: movers.length, people })
      : text.adjustedFindingNone({ people });
  return (
    <figure class="grid gap-x-8 gap-y-2 md:grid-cols-[22rem_minmax(0,1fr)] items-start">
      <div role="img" aria-label={finding} class="max-w-[25rem]">
        <Scatter
          points={ratees.flatMap(({ raw, fair, participantId }) =>
            raw === null || fair === null ? [] : [{ x: raw, y: fair, isMarked: moving.has(participantId) }],
          )}
          cuts={cuts}
          labels={{ x: text.raw(), y: text.adjusted() }}
        />
      </div>
      <figcaption class="grid grid-cols-[minmax(0,1fr)] gap-2 max-w-prose max-md:order-first">
        <span class="font-medium text-balance">{finding}</span>
        <span class="text-sm text-base-content/85">{text.adjustedIntro()}</span>
        <span class="text-sm text-base-content/75">{text.adjustedKey()}</span>
      </figcaption>
    </figure>
  );
}

function Movers({
  visit,
  movers,
  examined,
  isComplete,
  href,
  categoryOf,
}: Parameters<typeof AdjustedCard>[0]) {
  const shown = moversShown(movers, isComplete);
  return (
    <div class="min-w-0">
      <h3 class="font-medium">{text.moversTitle()}</h3>
      <p class="text-sm text-base-content/85 max-w-prose mt-1 mb-2">{text.moversIntro({ examined })}</p>
      {movers.length === 0 ? (
        <p>{text.moversNone()}</p>
      ) : (
        <div class="max-sm:-mx-5">
          <DataTable
            caption={text.moversTitle()}
            rows={shown}
            rowKey={({ ratee }) => ratee.participantId}
            columns={[
              {
                key: 'person',
                heading: text.employee(),
                isTitle: true,
                cell: ({ ratee }) => <EmployeeCell visit={visit} ratee={ratee} />,
              },
              { key: 'category', heading: text.category(), cell: ({ ratee }) => categoryOf(ratee) },
              {
                key: 'range',
                heading: text.range(),
                cell: ({ ratee }) =>
                  ratee.interval
                    ? text.rangeWords({
                        low: points(ratee.interval[0], ratee.se),
                        high: points(ratee.interval[1], ratee.se),
                      })
                    : '–',
              },
              {
                key: 'forms',
                heading: text.forms(),
                align: 'right',
                cell: ({ ratee }) => formatNumber(ratee.n),
              },
              { key: 'why', heading: text.why(), cell: ({ why }) => why() },
            ]}
          />
        </div>
      )}
      {shown.length < movers.length ? (
        <p class="mt-2 print:hidden">
          <LinkButton href={href({ people: 'all' })} small>
            {text.allMovers({ count: movers.length })}
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}
