/**
 * How a result is made, as a picture: inputs flow by their weights into one score or matrix, gates stand in the way,
 * a category comes out, and beside it the official predicate. Drawn for the width of a phone; the same drawing serves
 * a desk and paper. The table beside says the same for those who do not see it.
 */
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type PictureInput, type PictureModel, pictureOf } from './picture-model.ts';
import { round, TextLines, wrap } from './svg-text.tsx';
import { text } from './text-page.ts';

const WIDTH = 360;
const BLOCK = 212;
const BAR = 262;
const BAR_WIDTH = 14;
const GAP = 6;
const LINE = 14;

interface Placed extends PictureInput {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

function place(inputs: readonly PictureInput[]): readonly Placed[] {
  const total = Math.max(150, inputs.length * 42);
  let y = 0;
  return inputs.map((input) => {
    const lines = wrap(input.label, 22, 3);
    const height = Math.max(lines.length * LINE + 14, input.share * total);
    const placed = { ...input, lines, y, height };
    y += height + GAP;
    return placed;
  });
}

export function ResultPicture({ scheme }: { scheme: Scheme }) {
  const model = pictureOf(scheme);
  const placed = place(model.inputs);
  const inputsEnd = Math.max(...placed.map(({ y, height }) => y + height));
  const gatesAt = inputsEnd + 34;
  const gates = gateHeights(model);
  const categoriesAt = gatesAt + gates.total + (gates.total > 0 ? 26 : 0);
  const officialAt = categoriesAt + 92;
  const height = officialAt + (model.official ? 92 : 34);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${round(height)}`}
      class="w-full max-w-104 h-auto break-inside-avoid"
      role="img"
      aria-label={text.pictureLabel({ title: inLocale(scheme.title) })}
    >
      <Inputs placed={placed} model={model} end={inputsEnd} />
      <Arrow x={BAR + BAR_WIDTH / 2} from={inputsEnd} to={gatesAt - 4} />
      <Gates model={model} at={gatesAt} heights={gates.each} />
      {gates.total > 0 ? (
        <Arrow x={BAR + BAR_WIDTH / 2} from={gatesAt + gates.total} to={categoriesAt - 4} />
      ) : null}
      <Categories model={model} at={categoriesAt} />
      <Official model={model} at={officialAt} />
    </svg>
  );
}

function Inputs({ placed, model, end }: { placed: readonly Placed[]; model: PictureModel; end: number }) {
  const flowing = placed.filter(({ share }) => share > 0);
  const whole = flowing.reduce((sum, { share }) => sum + share, 0) || 1;
  let into = 0;
  return (
    <>
      {flowing.map((input) => {
        const size = (input.share / whole) * end;
        const from = into;
        into += size;
        return <Flow key={input.code} input={input} from={from} size={size} />;
      })}
      {placed.map((input) => (
        <Block key={input.code} input={input} />
      ))}
      {model.cells ? (
        <Matrix cells={model.cells} end={end} categories={model.categories.length} />
      ) : (
        <rect x={BAR} y={0} width={BAR_WIDTH} height={round(end)} rx={3} fill="var(--color-primary)" />
      )}
      <TextLines
        lines={wrap(model.joint, 11)}
        x={model.cells ? WIDTH : BAR + BAR_WIDTH + 8}
        y={model.cells ? end / 2 + 62 : end / 2}
        size={12}
        anchor={model.cells ? 'end' : 'start'}
        bold
      />
    </>
  );
}

function Flow({ input, from, size }: { input: Placed; from: number; size: number }) {
  const [top, bottom] = [input.y, input.y + input.height];
  const middle = (BLOCK + BAR) / 2;
  const path = [
    `M${BLOCK} ${round(top)}`,
    `C${middle} ${round(top)} ${middle} ${round(from)} ${BAR} ${round(from)}`,
    `V${round(from + size)}`,
    `C${middle} ${round(from + size)} ${middle} ${round(bottom)} ${BLOCK} ${round(bottom)}Z`,
  ];
  return <path d={path.join('')} fill="var(--color-primary)" fill-opacity={0.22} />;
}

function Block({ input }: { input: Placed }) {
  const { y, height, lines, mark, isExtra } = input;
  const middle = y + height / 2;
  const first = middle - ((lines.length - 1) * LINE) / 2 + 4;
  return (
    <>
      <rect
        x={0.75}
        y={round(y + 0.75)}
        width={BLOCK - 1.5}
        height={round(height - 1.5)}
        rx={5}
        fill="var(--color-base-200)"
        stroke="currentColor"
        stroke-opacity={isExtra ? 0.6 : 0.25}
        stroke-dasharray={isExtra ? '4 3' : undefined}
      />
      <TextLines lines={lines} x={10} y={first} size={12} leading={LINE} />
      <TextLines
        lines={wrap(mark, 10, 2)}
        x={BLOCK - 8}
        y={middle + 4}
        size={isExtra ? 10.5 : 12.5}
        anchor="end"
        bold
      />
    </>
  );
}

/** Cells shaded from best to worst; which is which stands in the table. */
function Matrix({
  cells,
  end,
  categories,
}: {
  cells: readonly (readonly number[])[];
  end: number;
  categories: number;
}) {
  const size = 96 / Math.max(cells.length, cells[0]?.length ?? 1);
  const top = end / 2 - 48;
  return (
    <>
      {cells.map((row, rowAt) =>
        row.map((rank, columnAt) => (
          <rect
            key={`${rowAt}-${columnAt}`}
            x={round(BAR + columnAt * size + 1)}
            y={round(top + rowAt * size + 1)}
            width={round(size - 2)}
            height={round(size - 2)}
            rx={3}
            fill="var(--color-primary)"
            fill-opacity={shade(rank, categories)}
          />
        )),
      )}
    </>
  );
}

/** The better, the darker; also readable in grey. */
export function shade(rank: number, categories: number): number {
  return round(1 - (Math.max(rank, 0) / Math.max(categories - 1, 1)) * 0.85);
}

function Arrow({ x, from, to }: { x: number; from: number; to: number }) {
  return (
    <path
      d={`M${x} ${round(from + 3)}V${round(to - 1)}M${x - 5} ${round(to - 7)}L${x} ${round(to)}L${x + 5} ${round(to - 7)}`}
      fill="none"
      stroke="currentColor"
      stroke-width={1.5}
    />
  );
}

const GATE_CHARACTERS = 46;

function gateHeights({ gates }: PictureModel) {
  const each = gates.map(({ label }) => wrap(label, GATE_CHARACTERS, 2).length * LINE + 26);
  return { each, total: each.reduce((sum, one) => sum + one + GAP, 0) };
}

function Gates({ model, at, heights }: { model: PictureModel; at: number; heights: readonly number[] }) {
  let y = at;
  return (
    <>
      {model.gates.map((gate, index) => {
        const top = y;
        const height = heights[index] ?? 0;
        const lines = wrap(gate.label, GATE_CHARACTERS, 2);
        y += height + GAP;
        return (
          <g key={gate.label}>
            <rect
              x={0.75}
              y={round(top)}
              width={WIDTH - 1.5}
              height={height}
              rx={5}
              fill="var(--color-base-200)"
              stroke="var(--color-warning)"
              stroke-width={1.5}
            />
            <TextLines lines={lines} x={12} y={top + 17} size={12} leading={LINE} />
            <TextLines
              lines={[text.gateAtMost({ category: gate.atMost })]}
              x={12}
              y={top + 17 + lines.length * LINE}
              size={11}
              quiet
            />
          </g>
        );
      })}
    </>
  );
}

/** Boxes from the worst to the best, with the score from which each begins. */
function Categories({ model, at }: { model: PictureModel; at: number }) {
  const count = model.categories.length;
  const width = WIDTH / count;
  const characters = Math.max(5, Math.floor(width / 6.4));
  return (
    <>
      {model.categories.map((category, index) => {
        const left = index * width;
        const lines = wrap(category.label, characters, 3);
        return (
          <g key={category.code}>
            <rect
              x={round(left + 1)}
              y={round(at)}
              width={round(width - 2)}
              height={7}
              fill="var(--color-primary)"
              fill-opacity={shade(count - 1 - index, count)}
              stroke="var(--color-primary)"
              stroke-width={0.75}
            />
            <TextLines lines={lines} x={left + width / 2} y={at + 23} size={10.5} anchor="middle" bold />
            {category.from === null ? null : (
              <TextLines
                lines={[text.fromScore({ score: formatDecimal(category.from) })]}
                x={left + width / 2}
                y={at + 25 + lines.length * 13}
                size={10.5}
                anchor="middle"
                quiet
              />
            )}
          </g>
        );
      })}
    </>
  );
}

function Official({ model, at }: { model: PictureModel; at: number }) {
  if (!model.official)
    return (
      <TextLines
        lines={[text.categoryIsPredicate()]}
        x={WIDTH / 2}
        y={at + 6}
        size={11.5}
        anchor="middle"
        quiet
      />
    );
  const half = WIDTH / 2;
  const box = (left: number) => (
    <rect
      x={left + 1}
      y={at}
      width={half - 22}
      height={84}
      rx={5}
      fill="var(--color-base-200)"
      stroke="currentColor"
      stroke-opacity={0.25}
    />
  );
  return (
    <>
      {box(0)}
      {box(half + 20)}
      <TextLines lines={wrap(text.localCategory(), 22, 2)} x={10} y={at + 20} size={12} bold />
      <TextLines lines={wrap(text.localCategoryFrom(), 26, 3)} x={10} y={at + 52} size={10.5} quiet />
      <TextLines lines={wrap(text.officialPredicate(), 22, 2)} x={half + 30} y={at + 20} size={12} bold />
      <TextLines lines={wrap(text.officialFrom(), 26, 3)} x={half + 30} y={at + 52} size={10.5} quiet />
      <path
        d={`M${half - 18} ${at + 42}h36m-6 -5l6 5l-6 5m-24 -10l-6 5l6 5`}
        fill="none"
        stroke="currentColor"
        stroke-width={1.5}
      />
    </>
  );
}
