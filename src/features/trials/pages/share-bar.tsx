/** How many rise, stay, fall or cannot be told, as one bar; colours and patterns survive print and colour blindness. */
import { formatNumber } from '#platform/locale/format.ts';
import type { Direction, Tally } from '../outcome.ts';
import { text } from '../text.ts';

const ORDER: readonly Direction[] = ['up', 'same', 'down', 'unknown'];
const CLASSES: Record<Direction, string> = {
  up: 'fill-primary',
  same: 'fill-base-300',
  down: 'fill-warning',
  unknown: 'fill-base-content/30',
};

export function ShareBar({ tally, isSmall = false }: { tally: Tally; isSmall?: boolean }) {
  const total = tally.up + tally.down + tally.same + tally.unknown;
  const height = isSmall ? 10 : 18;
  let at = 0;
  const words = text.sharesOf({
    up: formatNumber(tally.up),
    down: formatNumber(tally.down),
    same: formatNumber(tally.same),
    unknown: formatNumber(tally.unknown),
  });
  return (
    <div>
      <svg
        viewBox={`0 0 200 ${height}`}
        preserveAspectRatio="none"
        class={isSmall ? 'w-full min-w-24 h-2.5' : 'w-full h-5'}
        role="img"
        aria-label={words}
      >
        {ORDER.map((direction) => {
          const width = total === 0 ? 0 : (tally[direction] / total) * 200;
          const x = at;
          at += width;
          return width === 0 ? null : (
            <rect
              key={direction}
              x={x}
              y={0}
              width={Math.max(width - 0.6, 0.4)}
              height={height}
              class={CLASSES[direction]}
            />
          );
        })}
      </svg>
      {isSmall ? null : (
        <ul class="flex flex-wrap gap-x-5 gap-y-1 mt-2 text-sm">
          {ORDER.map((direction) => (
            <li key={direction} class="flex items-center gap-1.5">
              <svg viewBox="0 0 10 10" class="size-3" aria-hidden="true">
                <rect width="10" height="10" class={CLASSES[direction]} />
              </svg>
              {formatNumber(tally[direction])} {text[direction]()}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
