import { PREDICATES } from '#domain/rules/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Card, Notice } from '#ui/parts.tsx';
import { PlotFigure } from '#ui/plot/index.ts';
import type { MeetingSpread } from '../meetings/spread.ts';
import type { Comparison, Spread } from '../spread.ts';
import { predicateWords } from './parts.tsx';
import { text } from './text-items.ts';

/** Before the first return and after the answers: that a meeting squeezes to the middle is seen at once. */
export function SpreadCard({ spread, hasReturned }: { spread: MeetingSpread; hasReturned: boolean }) {
  const hasShrunk = spread.agenda.hasShrunk || spread.scope.hasShrunk;
  return (
    <Card title={text.spread()}>
      <div class="grid gap-5">
        {hasReturned ? (
          <Notice tone={hasShrunk ? 'warning' : 'info'}>
            {hasShrunk ? text.spreadShrunk() : text.spreadKept()}
          </Notice>
        ) : (
          <p>{text.spreadNothing()}</p>
        )}
        <div class="grid gap-8 md:grid-cols-2">
          <SpreadFigure title={text.spreadAgenda()} comparison={spread.agenda} />
          <SpreadFigure title={text.spreadScope()} comparison={spread.scope} />
        </div>
        <p class="text-sm text-base-content/75">{text.spreadUse()}</p>
      </div>
    </Card>
  );
}

const TWO = (value: number) => formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function SpreadFigure({ title, comparison }: { title: string; comparison: Comparison }) {
  const { before, after, raised, lowered, unchanged, leftOut } = comparison;
  const finding = text.spreadFinding({ raised, lowered, unchanged, count: before.people });
  const deviation = (value: number | null) => (value === null ? text.tooFew() : TWO(value));
  const rows: (readonly [string, (spread: Spread) => string])[] = [
    ...PREDICATES.map(
      (predicate) =>
        [predicateWords(predicate), (spread: Spread) => formatNumber(spread.counts[predicate])] as const,
    ),
    [text.deviation(), (spread) => deviation(spread.deviation)],
  ];
  if (before.scoreDeviation !== null)
    rows.push([text.scoreDeviation(), (spread) => deviation(spread.scoreDeviation)]);
  return (
    <div class="grid gap-2 content-start">
      <h3 class="font-semibold">{title}</h3>
      <PlotFigure
        finding={finding}
        legend={text.barKey()}
        table={{
          columns: [text.predicate(), text.before(), text.after()],
          rows: rows.map(([label, of]) => [label, of(before), of(after)]),
        }}
      >
        <Bars before={before} after={after} />
      </PlotFigure>
      <p class="text-sm num">
        {text.deviation()}: {deviation(before.deviation)} → {deviation(after.deviation)}
        {before.scoreDeviation === null ? null : (
          <span class="block">
            {text.scoreDeviation()}: {deviation(before.scoreDeviation)} → {deviation(after.scoreDeviation)}
          </span>
        )}
        {leftOut > 0 ? <span class="block">{text.leftOut({ count: leftOut })}</span> : null}
      </p>
    </div>
  );
}

const WIDTH = 340;
const NAME = 112;
const VALUE = 34;
const ROW = 30;

function Bars({ before, after }: { before: Spread; after: Spread }) {
  const most = Math.max(1, ...PREDICATES.flatMap((each) => [before.counts[each], after.counts[each]]));
  const length = (count: number) => Math.round((count / most) * (WIDTH - NAME - VALUE));
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${WIDTH} ${PREDICATES.length * ROW}`}
      font-size="11"
      aria-hidden="true"
    >
      {PREDICATES.map((predicate, index) => {
        const y = index * ROW + 4;
        const [then, now] = [before.counts[predicate], after.counts[predicate]];
        return (
          <g key={predicate}>
            <text x="2" y={y + 15} fill="var(--color-base-content)">
              {predicateWords(predicate).split('/')[0]}
            </text>
            <path
              d={`M${NAME} ${y - 2}v${ROW - 4}`}
              stroke="var(--color-base-content)"
              stroke-opacity="0.4"
            />
            <path
              d={`M${NAME} ${y + 4}h${length(then)}`}
              stroke="var(--color-base-content)"
              stroke-width="3"
              stroke-dasharray="4 3"
            />
            <rect x={NAME} y={y + 9} width={length(now)} height="10" fill="currentColor" />
            <text
              x={NAME + Math.max(length(then), length(now)) + 5}
              y={y + 15}
              fill="var(--color-base-content)"
            >
              {then === now ? formatNumber(now) : `${formatNumber(then)} → ${formatNumber(now)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
