/** From score or ratings to a category: the ruler of thresholds or the matrix, and the gates in the way. */
import { predicateLabel } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { type LevelSource, sourceComponents } from '#domain/schemes/mechanisms/levelled.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { answersOf, axisLabel, categoryOf } from './describe.ts';
import { conditionText, gateCondition } from './made-table.tsx';
import { MatrixView } from './matrix-view.tsx';
import { BasisWords, SmallTable } from './parts.tsx';
import { shade } from './picture-inputs.tsx';
import { round, TextLines } from './svg-text.tsx';
import { text } from './text-page.ts';

type Combination = Scheme['combination'];
type Mean = Extract<Combination, { mechanism: 'weighted-mean' }>;
type Matrix = Extract<Combination, { mechanism: 'matrix' }>;
type Lowest = Extract<Combination, { mechanism: 'lowest-of' }>;

export function CategoriesCard({ scheme }: { scheme: Scheme }) {
  const { combination } = scheme;
  return (
    <Card title={text.categories()} id="categories">
      <div class="grid gap-5">
        {combination.mechanism === 'weighted-mean' ? <Ruler scheme={scheme} mean={combination} /> : null}
        {combination.mechanism === 'matrix' ? (
          <>
            <AxisTables scheme={scheme} sources={[combination.rows, combination.columns]} />
            <MatrixTable scheme={scheme} matrix={combination} />
          </>
        ) : null}
        {combination.mechanism === 'lowest-of' ? (
          <>
            <AxisTables scheme={scheme} sources={combination.of} />
            <LowestTable scheme={scheme} lowest={combination} />
          </>
        ) : null}
        <CategoryTable scheme={scheme} />
        <BasisWords scheme={scheme} basis={combination.basis} />
      </div>
    </Card>
  );
}

/** Where each category begins on the line of scores. The highest possible score ends it. */
function Ruler({ scheme, mean }: { scheme: Scheme; mean: Mean }) {
  const froms = mean.bands.map(({ from }) => Number(from));
  const [lowest, highest] = [Math.min(...froms), Math.max(...froms)];
  const end = Math.max(Number(mean.atMost ?? 100), highest + (highest - lowest) * 0.08);
  const width = 640;
  const x = (score: number) => ((score - lowest) / (end - lowest || 1)) * (width - 24) + 12;
  const bands = mean.bands.toReversed();
  const spoken = bands
    .map(({ category, from }) => `${inLocale(categoryOf(scheme, category))} ${formatDecimal(from)}`)
    .join(', ');
  return (
    <svg
      viewBox={`0 0 ${width} 78`}
      class="w-full h-auto max-sm:hidden"
      role="img"
      aria-label={text.rulerLabel({ from: formatNumber(lowest), to: formatNumber(end), list: spoken })}
    >
      {bands.map((band, index) => {
        const left = x(Number(band.from));
        const right = x(Number(bands[index + 1]?.from ?? end));
        const rank = scheme.categories.findIndex(({ code }) => code === band.category);
        return (
          <g key={`${band.category}${band.from}`}>
            <rect
              x={round(left)}
              y={34}
              width={round(right - left)}
              height={18}
              fill="var(--color-primary)"
              fill-opacity={shade(rank, scheme.categories.length)}
              stroke="var(--color-base-100)"
              stroke-width={2}
            />
            <TextLines
              lines={[inLocale(categoryOf(scheme, band.category))]}
              x={(left + right) / 2}
              y={index % 2 === 0 ? 28 : 12}
              size={12}
              anchor="middle"
            />
            <TextLines lines={[formatDecimal(band.from)]} x={left} y={69} size={12} anchor="middle" />
          </g>
        );
      })}
    </svg>
  );
}

function CategoryTable({ scheme }: { scheme: Scheme }) {
  const { combination, categories } = scheme;
  const mean = combination.mechanism === 'weighted-mean' ? combination : undefined;
  const hasConditions = mean?.bands.some(({ when }) => when) ?? false;
  const hasPredicates = categories.some(({ predicates }) => predicates);
  return (
    <SmallTable
      caption={text.categories()}
      columns={[
        { heading: text.category() },
        ...(mean ? [{ heading: text.scoreRange() }] : []),
        ...(hasConditions ? [{ heading: text.furtherCondition() }] : []),
        ...(hasPredicates ? [{ heading: text.agreesWith() }] : []),
      ]}
      rows={categories.map((category, index) => ({
        key: category.code,
        cells: [
          <>
            <Swatch rank={index} count={categories.length} /> {inLocale(category.label)}
            {category.aliases ? (
              <span class="block text-xs text-base-content/75">
                {text.alsoCalled({ names: category.aliases.join(', ') })}
              </span>
            ) : null}
          </>,
          ...(mean ? [rangeText(mean, category.code)] : []),
          ...(hasConditions ? [bandCondition(scheme, mean, category.code)] : []),
          ...(hasPredicates
            ? [(category.predicates ?? []).map((each) => inLocale(predicateLabel(each))).join(', ')]
            : []),
        ],
      }))}
    />
  );
}

export function Swatch({ rank, count }: { rank: number; count: number }) {
  return (
    <svg viewBox="0 0 12 12" class="inline-block size-3 mr-1 align-baseline" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="11"
        height="11"
        rx="2"
        fill="var(--color-primary)"
        fill-opacity={shade(rank, count)}
        stroke="var(--color-primary)"
      />
    </svg>
  );
}

function rangeText({ bands }: Mean, category: string): string {
  const own = bands.filter((band) => band.category === category);
  const lowest = own.at(-1)?.from;
  if (lowest === undefined) return text.none();
  const above = bands[bands.findIndex((band) => band.category === category) - 1]?.from;
  const isLast = bands.at(-1)?.category === category;
  return bandText(lowest, above, isLast);
}

/** `97 ke atas`, `91 sampai kurang dari 97`, `kurang dari 60`. */
export function bandText(from: string, above: string | undefined, isLast: boolean): string {
  if (above === undefined) return text.rangeTop({ from: formatDecimal(from) });
  return isLast
    ? text.rangeBottom({ to: formatDecimal(above) })
    : text.rangeMiddle({ from: formatDecimal(from), to: formatDecimal(above) });
}

function bandCondition(scheme: Scheme, mean: Mean | undefined, category: string): string {
  const band = mean?.bands.find((each) => each.category === category && each.when);
  return band ? conditionText(answersOf(scheme, band.when)) : text.none();
}

/** How a score becomes a level, where an axis is not a level itself. */
function AxisTables({ scheme, sources }: { scheme: Scheme; sources: readonly LevelSource[] }) {
  const banded = sources.filter((source) => typeof source !== 'string');
  if (banded.length === 0) return null;
  return (
    <div class="grid gap-5 sm:grid-cols-2 items-start">
      {banded.map((source) => (
        <SmallTable
          key={sourceComponents(source).join()}
          caption={text.axisCaption({ label: inLocale(axisLabel(scheme, source)) })}
          showCaption
          columns={[{ heading: text.level() }, { heading: text.score() }]}
          rows={source.bands.map(({ level, from }, index) => {
            const found = scheme.scales?.[source.scale]?.levels.find(({ code }) => code === level);
            return {
              key: level,
              cells: [
                found ? inLocale(found.label) : level,
                bandText(from, source.bands[index - 1]?.from, index === source.bands.length - 1),
              ],
            };
          })}
        />
      ))}
    </div>
  );
}

function LowestTable({ scheme, lowest }: { scheme: Scheme; lowest: Lowest }) {
  const levels = levelsOfAxis(scheme, lowest.of[0] ?? '');
  return (
    <SmallTable
      caption={text.lowestLevel()}
      columns={[{ heading: text.lowestLevel() }, { heading: text.category() }]}
      rows={levels.map((level) => ({
        key: level.code,
        cells: [
          inLocale(level.label),
          inLocale(categoryOf(scheme, lowest.categories[level.code] ?? level.code)),
        ],
      }))}
    />
  );
}

function MatrixTable({ scheme, matrix }: { scheme: Scheme; matrix: Matrix }) {
  const levels = (axis: LevelSource) =>
    levelsOfAxis(scheme, axis).map(({ code, label }) => ({ code, label: inLocale(label) }));
  const rowsLabel = inLocale(axisLabel(scheme, matrix.rows));
  const columnsLabel = inLocale(axisLabel(scheme, matrix.columns));
  return (
    <MatrixView
      caption={text.matrixCaption({ rows: rowsLabel, columns: columnsLabel })}
      rowsLabel={rowsLabel}
      columnsLabel={columnsLabel}
      rows={levels(matrix.rows)}
      columns={levels(matrix.columns)}
      cell={(row, column) => inLocale(categoryOf(scheme, matrix.cells[row]?.[column] ?? ''))}
    />
  );
}

function levelsOfAxis(scheme: Scheme, axis: Matrix['rows']) {
  const component = typeof axis === 'string' ? scheme.components[axis] : undefined;
  const scale =
    typeof axis === 'string' ? (component && 'scale' in component ? component.scale : undefined) : axis.scale;
  return scale === undefined ? [] : (scheme.scales?.[scale]?.levels ?? []);
}

export function GatesCard({ scheme }: { scheme: Scheme }) {
  const gates = scheme.gates ?? [];
  if (gates.length === 0) return null;
  return (
    <Card title={text.gates()} id="gates">
      <div class="grid gap-4 text-sm">
        <p class="max-w-prose">{text.gatesIntro()}</p>
        <ul class="grid gap-4">
          {gates.map((gate) => (
            <li key={gate.code} class="border-l-2 border-warning pl-4 grid gap-1">
              <p class="font-semibold">{inLocale(gate.label)}</p>
              <p>
                {text.gateWhen()}: {gateCondition(scheme, gate)}. {text.gateHighest()}:{' '}
                {inLocale(categoryOf(scheme, gate.atMost))}.
              </p>
              <p class="text-base-content/75 max-w-prose">{inLocale(gate.reason)}</p>
              <BasisWords scheme={scheme} basis={gate.basis} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
