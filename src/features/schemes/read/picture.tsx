/**
 * How a result is made, as a picture: inputs flow by their weights into one score or matrix, gates stand in the way,
 * a category comes out, and beside it the official predicate. Drawn for the width of a phone; the same drawing serves
 * a desk and paper. The table beside says the same for those who do not see it.
 */
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { BAR, BAR_WIDTH, GAP, Inputs, LINE, MATRIX, place, shade } from './picture-inputs.tsx';
import { type PictureModel, pictureOf } from './picture-model.ts';
import { round, TextLines, wrap } from './svg-text.tsx';
import { text } from './text-page.ts';

const WIDTH = 360;

export function ResultPicture({ scheme }: { scheme: Scheme }) {
  const model = pictureOf(scheme);
  const placed = place(model.inputs);
  const arrowAt = BAR + (model.cells ? MATRIX : BAR_WIDTH) / 2;
  const inputsEnd = Math.max(...placed.map(({ y, height }) => y + height));
  const gatesAt = inputsEnd + 34;
  const gates = gateHeights(model);
  const categoriesAt = gatesAt + gates.total + (gates.total > 0 ? 26 : 0);
  const officialAt = categoriesAt + categoriesHeight(model) + 14;
  const height = officialAt + (model.hasOfficial ? 92 : 20);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${round(height)}`}
      class="w-full max-w-104 h-auto break-inside-avoid"
      role="img"
      aria-label={text.pictureLabel({ title: inLocale(scheme.title) })}
    >
      <Inputs placed={placed} model={model} end={inputsEnd} />
      <Arrow x={arrowAt} from={model.cells ? inputsEnd / 2 + MATRIX / 2 : inputsEnd} to={gatesAt - 4} />
      <Gates model={model} at={gatesAt} heights={gates.each} />
      {gates.total > 0 ? <Arrow x={arrowAt} from={gatesAt + gates.total} to={categoriesAt - 4} /> : null}
      <Categories model={model} at={categoriesAt} />
      <Official model={model} at={officialAt} />
    </svg>
  );
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

function charactersOf({ categories }: PictureModel): number {
  return Math.max(5, Math.floor(WIDTH / categories.length / 6.4));
}

/** Small enough for the longest word to stay in its box. */
function categorySize({ categories }: PictureModel): number {
  const longest = Math.max(
    ...categories.flatMap(({ label }) => label.split(/[ /-]/).map((word) => word.length)),
  );
  return round(Math.min(10.5, WIDTH / categories.length / (longest * 0.66)));
}

function categoriesHeight(model: PictureModel): number {
  const lines = model.categories.map(
    ({ label, from }) => wrap(label, charactersOf(model)).length + (from === null ? 0 : 1),
  );
  return 25 + Math.max(...lines) * 13;
}

/** Boxes from the worst to the best, with the score from which each begins. */
function Categories({ model, at }: { model: PictureModel; at: number }) {
  const count = model.categories.length;
  const width = WIDTH / count;
  const characters = charactersOf(model);
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
            <TextLines
              lines={lines}
              x={left + width / 2}
              y={at + 23}
              size={categorySize(model)}
              leading={13}
              anchor="middle"
              bold
            />
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
  if (!model.hasOfficial)
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
      <TextLines lines={wrap(text.localCategory(), 18, 2)} x={10} y={at + 20} size={12} bold />
      <TextLines lines={wrap(text.localCategoryFrom(), 26, 3)} x={10} y={at + 52} size={10.5} quiet />
      <TextLines lines={wrap(text.officialPredicate(), 18, 2)} x={half + 30} y={at + 20} size={12} bold />
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
