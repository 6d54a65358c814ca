import { formatNumber } from '#platform/locale/format.ts';

/** Fills that differ by brightness and by pattern, so that neither colour nor a screen is needed to tell them apart. */
const FILLS = ['plain', 'dots', 'stripes', 'light', 'cross', 'pale'] as const;
export type Fill = (typeof FILLS)[number] | 'hidden';

export interface Share {
  readonly key: string;
  readonly label: string;
  /** Any amount; shares are made of them. */
  readonly value: number;
  /** What is said of it in the key; the share in percent where left out. */
  readonly words?: string;
  readonly fill?: Fill;
}

/** Parts of one whole as one bar. `id` must be unique in the page: the patterns are named by it. */
export function ShareStrip(props: {
  id: string;
  label: string;
  shares: readonly Share[];
  /** The key below; lists with many bars draw one key for all. */
  withKey?: boolean;
  isSmall?: boolean;
}) {
  const { id, shares, isSmall } = props;
  const total = shares.reduce((sum, share) => sum + share.value, 0);
  let at = 0;
  const parts = shares.map((share, index) => {
    const width = total === 0 ? 0 : (share.value / total) * 100;
    const part = { ...share, x: at, width, fill: share.fill ?? fillAt(index) };
    at += width;
    return part;
  });
  return (
    <div class="grid gap-2">
      <svg
        class={`block w-full border border-base-content/60 ${isSmall ? 'h-4' : 'h-8'}`}
        role="img"
        aria-label={props.label}
      >
        {parts.map((part) =>
          part.width === 0 ? null : (
            <rect
              key={part.key}
              x={`${Math.round(part.x * 100) / 100}%`}
              width={`${Math.round(part.width * 100) / 100}%`}
              height="100%"
              fill={fillOf(id, part.fill)}
              stroke="var(--color-base-100)"
            />
          ),
        )}
      </svg>
      {props.withKey ? (
        <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {parts.map((part) => (
            <li key={part.key} class="flex items-center gap-2">
              <FillMark id={id} fill={part.fill} />
              <span>
                {part.label}{' '}
                <span class="num font-medium">
                  {part.words ?? `${formatNumber(part.width, { maximumFractionDigits: 0 })} %`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function fillAt(index: number): Fill {
  return FILLS[index % FILLS.length] ?? 'plain';
}

/** One mark of a key. */
export function FillMark({ id, fill }: { id: string; fill: Fill }) {
  return (
    <svg class="size-3.5 shrink-0 border border-base-content/60" aria-hidden="true">
      <rect width="100%" height="100%" fill={fillOf(id, fill)} />
    </svg>
  );
}

function fillOf(id: string, fill: Fill): string {
  if (fill === 'plain') return 'var(--color-primary)';
  if (fill === 'light') return 'var(--color-base-300)';
  if (fill === 'pale') return 'var(--color-base-100)';
  return `url(#${id}-${fill})`;
}

/** The patterns that bars with this id use; once in the page. */
export function FillPatterns({ id }: { id: string }) {
  const line = { stroke: 'var(--color-primary)', 'stroke-width': 2.5, fill: 'none' };
  return (
    <svg class="absolute size-0" aria-hidden="true">
      <defs>
        <Pattern id={`${id}-dots`} size={5}>
          <circle cx="2.5" cy="2.5" r="1.6" fill="var(--color-primary)" />
        </Pattern>
        <Pattern id={`${id}-stripes`} size={7}>
          <path d="M-1 8L8-1M-1 1L1-1M6 8L8 6" {...line} />
        </Pattern>
        <Pattern id={`${id}-cross`} size={6}>
          <path d="M0 3H6M3 0V6" {...line} stroke-width={1.2} />
        </Pattern>
        <Pattern id={`${id}-hidden`} size={6}>
          <path d="M-1-1L7 7M-1 5L1 7M5-1L7 1" stroke="currentColor" opacity="0.6" fill="none" />
        </Pattern>
      </defs>
    </svg>
  );
}

function Pattern(props: { id: string; size: number; children: preact.ComponentChildren }) {
  return (
    <pattern id={props.id} width={props.size} height={props.size} patternUnits="userSpaceOnUse">
      <rect width={props.size} height={props.size} fill="var(--color-base-100)" />
      {props.children}
    </pattern>
  );
}
