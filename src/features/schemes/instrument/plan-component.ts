import type { Scheme } from '#domain/schemes/index.ts';
import { giversOf } from './voices.ts';

/**
 * The component whose lines are those of the agreed plan: the first one of planned results, or else of rated lines,
 * that nobody else gives. Further ones are measured elsewhere: outcomes of a programme, hours of learning.
 */
export function planComponent({ components }: Pick<Scheme, 'components'>): string | undefined {
  const own = Object.entries(components).filter(([, settings]) =>
    giversOf(settings).every(({ voice }) => voice === 'measured' || voice === 'appraiser'),
  );
  const planned = own.find(([, settings]) => settings.mechanism === 'planned-results');
  return (planned ?? own.find(([, settings]) => settings.mechanism === 'rated-lines'))?.[0];
}
