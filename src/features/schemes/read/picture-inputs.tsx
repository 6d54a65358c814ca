/** The upper part of the picture: inputs that flow by their weights into a score or a matrix. */
import type { PictureInput, PictureModel } from './picture-model.ts';
import { round, TextLines, wrap } from './svg-text.tsx';

export const BAR = 262;
export const BAR_WIDTH = 14;
export const MATRIX = 96;
export const GAP = 6;
export const LINE = 14;
const BLOCK = 212;

export interface Placed extends PictureInput {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export function place(inputs: readonly PictureInput[]): readonly Placed[] {
  const total = Math.max(150, inputs.length * 42);
  let y = 0;
  return inputs.map((input) => {
    const lines = wrap(input.label, Math.max(12, 27 - input.mark.length), 3);
    const height = Math.max(lines.length * LINE + 14, input.share * total);
    const placed = { ...input, lines, y, height };
    y += height + GAP;
    return placed;
  });
}

/** The better, the darker; also readable in grey. */
export function shade(rank: number, categories: number): number {
  return round(1 - (Math.max(rank, 0) / Math.max(categories - 1, 1)) * 0.85);
}

/** Where the flows end: the bar of the score, or the side of the matrix. */
function target(model: PictureModel, end: number) {
  return model.cells ? { top: end / 2 - MATRIX / 2, size: MATRIX } : { top: 0, size: end };
}

export function Inputs({
  placed,
  model,
  end,
}: {
  placed: readonly Placed[];
  model: PictureModel;
  end: number;
}) {
  const flowing = placed.filter(({ share }) => share > 0);
  const whole = flowing.reduce((sum, { share }) => sum + share, 0) || 1;
  const { top, size: room } = target(model, end);
  let into = top;
  return (
    <>
      {flowing.map((input) => {
        const size = (input.share / whole) * room;
        const from = into;
        into += size;
        return <Flow key={input.code} input={input} from={from} size={size} />;
      })}
      {placed
        .filter(({ adds }) => adds)
        .map((input) => (
          <Addition key={input.code} input={input} to={end - 6} />
        ))}
      {placed.map((input) => (
        <Block key={input.code} input={input} />
      ))}
      {model.cells ? (
        <Matrix cells={model.cells} top={top} categories={model.categories.length} />
      ) : (
        <rect x={BAR} y={0} width={BAR_WIDTH} height={round(end)} rx={3} fill="var(--color-primary)" />
      )}
      <TextLines
        lines={wrap(model.joint, 11)}
        x={model.cells ? BAR + MATRIX / 2 : BAR + BAR_WIDTH + 8}
        y={model.cells ? top - 8 : end / 2}
        size={12}
        anchor={model.cells ? 'middle' : 'start'}
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

/** What adds to the score without a share of it. */
function Addition({ input, to }: { input: Placed; to: number }) {
  const y = input.y + input.height / 2;
  const middle = (BLOCK + BAR) / 2;
  return (
    <path
      d={`M${BLOCK} ${round(y)}C${middle} ${round(y)} ${middle} ${round(to)} ${BAR - 3} ${round(to)}`}
      fill="none"
      stroke="var(--color-primary)"
      stroke-width={2}
      stroke-dasharray="4 3"
    />
  );
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
      <TextLines lines={[mark]} x={BLOCK - 8} y={middle + 4} size={isExtra ? 10.5 : 12.5} anchor="end" bold />
    </>
  );
}

/** Cells shaded from best to worst; which is which stands in the table. */
function Matrix({
  cells,
  top,
  categories,
}: {
  cells: readonly (readonly number[])[];
  top: number;
  categories: number;
}) {
  const size = MATRIX / Math.max(cells.length, cells[0]?.length ?? 1);
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
