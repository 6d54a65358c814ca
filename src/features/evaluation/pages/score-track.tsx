/** Where a score lies between the thresholds of the categories: a track, the band it fell into, and a mark. */
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from '../text-local.ts';

const WIDTH = 260;

export function ScoreTrack({ scheme, score, category }: { scheme: Scheme; score: string; category: string }) {
  const { combination } = scheme;
  if (combination.mechanism !== 'weighted-mean') return null;
  const bands = combination.bands.filter((band) => band.when === undefined);
  const top = Math.max(100, Number(score), ...bands.map((band) => Number(band.from)));
  const at = (value: number) => Math.round((value / top) * WIDTH * 10) / 10;
  const index = bands.findIndex((band) => Number(score) >= Number(band.from));
  const from = Number(bands[index]?.from ?? 0);
  const until = Number(bands[index - 1]?.from ?? top);
  const label = (code: string) => {
    const found = scheme.categories.find((each) => each.code === code);
    return found ? inLocale(found.label) : code;
  };
  return (
    <div class="grid gap-2">
      <svg class="w-full h-auto overflow-visible" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
        <rect x="0" y="5" width={WIDTH} height="6" rx="3" fill="var(--color-base-300)" />
        <rect
          x={at(from)}
          y="5"
          width={at(until - from)}
          height="6"
          fill="var(--color-primary)"
          opacity="0.35"
        />
        <circle cx={at(Number(score))} cy="8" r="7" fill="var(--color-primary)" />
      </svg>
      <ul class="text-xs text-base-content/75 grid gap-0.5">
        {bands.map((band) => (
          <li key={band.category} class={band.category === category ? 'font-medium text-base-content' : ''}>
            {text.bandFrom({ category: label(band.category), from: formatDecimal(band.from) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
