/**
 * Judgements as dots on the steps of a scale, one row a question: a full circle for a member, a ringed one for whoever
 * looks, a diamond below the line for the appraiser. Shapes tell them apart, not colours.
 */
import { PREDICATES, RATINGS } from '#domain/rules/index.ts';
import { PlotFigure } from '#ui/plot/index.ts';
import type { Judgement, Ratings } from '../judging/judgements.ts';
import { predicateWords, ratingWords } from './parts.tsx';
import { text } from './text-items.ts';

const WIDTH = 340;
const DOT = 6;
const STEP = 15;

interface Row {
  readonly label: string;
  readonly steps: readonly string[];
  readonly words: (code: string) => string;
  readonly of: (ratings: Ratings) => string;
}

const rowsOf = (): readonly Row[] => [
  {
    label: text.resultsRating(),
    steps: RATINGS.toReversed(),
    words: ratingWords,
    of: (each) => each.resultsRating,
  },
  {
    label: text.behaviourRating(),
    steps: RATINGS.toReversed(),
    words: ratingWords,
    of: (each) => each.behaviourRating,
  },
  {
    label: text.predicate(),
    steps: PREDICATES.toReversed(),
    words: (code) => predicateWords(code).split('/')[0] ?? code,
    of: (each) => each.predicate,
  },
];

export function JudgementPlot(props: {
  judgements: readonly Judgement[];
  given: Ratings;
  /** Whoever looks, if a member. */
  ownId?: string | undefined;
}) {
  const { judgements, given, ownId } = props;
  const same = judgements.filter((each) => each.predicate === given.predicate).length;
  const rows = rowsOf();
  const line = (name: string, each: Ratings) => [name, ...rows.map((row) => row.words(row.of(each)))];
  return (
    <PlotFigure
      finding={text.compared({ same, count: judgements.length })}
      legend={ownId ? text.markKey() : text.markKeyChair()}
      table={{
        columns: [text.who(), ...rows.map((row) => row.label)],
        rows: [
          line(text.theAppraiser(), given),
          ...judgements.map((each) =>
            line(each.personId === ownId ? `${each.name} (${text.you()})` : each.name, each),
          ),
        ],
      }}
    >
      <Strips rows={rows} judgements={judgements} given={given} ownId={ownId} />
    </PlotFigure>
  );
}

function Strips(props: {
  rows: readonly Row[];
  judgements: readonly Judgement[];
  given: Ratings;
  ownId: string | undefined;
}) {
  const { rows, judgements, given, ownId } = props;
  const highest = (row: Row) =>
    Math.max(1, ...row.steps.map((step) => judgements.filter((each) => row.of(each) === step).length));
  let top = 0;
  const drawn = rows.map((row) => {
    const base = top + 24 + highest(row) * STEP;
    top = base + 52;
    return { row, base };
  });
  return (
    <svg class="w-full h-auto text-primary" viewBox={`0 0 ${WIDTH} ${top}`} font-size="11" aria-hidden="true">
      {drawn.map(({ row, base }) => {
        const width = WIDTH / row.steps.length;
        const x = (code: string) => Math.round((row.steps.indexOf(code) + 0.5) * width);
        return (
          <g key={row.label}>
            <text
              x="2"
              y={base - highest(row) * STEP - 10}
              font-weight="600"
              fill="var(--color-base-content)"
            >
              {row.label}
            </text>
            <path d={`M2 ${base}H${WIDTH - 2}`} stroke="var(--color-base-content)" stroke-opacity="0.35" />
            {row.steps.map((step) => (
              <g key={step}>
                <path d={`M${x(step)} ${base}v4`} stroke="var(--color-base-content)" stroke-opacity="0.6" />
                <StepName words={row.words(step)} x={x(step)} y={base + 29} />
                {judgements
                  .filter((each) => row.of(each) === step)
                  .map((each, index) => (
                    <Dot
                      key={each.personId}
                      x={x(step)}
                      y={base - 9 - index * STEP}
                      isOwn={each.personId === ownId}
                    />
                  ))}
              </g>
            ))}
            <path
              d={`M${x(row.of(given))} ${base + 1}l7 7l-7 7l-7-7z`}
              fill="var(--color-base-100)"
              stroke="var(--color-base-content)"
              stroke-width="2"
            />
          </g>
        );
      })}
    </svg>
  );
}

function Dot({ x, y, isOwn }: { x: number; y: number; isOwn: boolean }) {
  if (!isOwn) return <circle cx={x} cy={y} r={DOT} fill="currentColor" />;
  return (
    <g>
      <circle cx={x} cy={y} r={DOT} fill="none" stroke="currentColor" stroke-width="2" />
      <circle cx={x} cy={y} r="2.5" fill="currentColor" />
    </g>
  );
}

/** Two words stand below each other: five steps share the width of a phone. */
function StepName({ words, x, y }: { words: string; x: number; y: number }) {
  const [first = '', ...rest] = words.split(/[ /]/);
  const lines =
    rest.length > 1 ? [`${first} ${rest.slice(0, -1).join(' ')}`, rest.at(-1) ?? ''] : [first, ...rest];
  return (
    <text x={x} y={y} text-anchor="middle" fill="var(--color-base-content)">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : 12}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
