/** A share as people say it, never finer than the draws it was counted from. Pure. */
import { type Bilingual, say } from '../bilingual.ts';
import type { Share } from './other-rater.ts';

/** Fractions that are told apart: out of how many, how many. */
const SPOKEN: readonly (readonly [number, number])[] = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
];

/** Below it, and above its complement, a share is said to be rare or usual. */
const RARE = 1 / 20;

/** `sekitar 1 dari 5`; the nearest fraction, by the scale on which shares have the same error everywhere. */
export function chanceInWords({ share }: Share): Bilingual {
  if (share < RARE) return { id: 'kurang dari 1 dari 20', en: 'fewer than 1 in 20' };
  if (share > 1 - RARE) return { id: 'lebih dari 19 dari 20', en: 'more than 19 in 20' };
  const angle = (value: number) => Math.asin(Math.sqrt(value));
  const distance = ([some, all]: readonly [number, number]) => Math.abs(angle(some / all) - angle(share));
  const [some, all] = SPOKEN.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  return say({ id: 'sekitar {some} dari {all}', en: 'about {some} in {all}' }, { some, all });
}

/** A share in twentieths: 400 draws have a standard error of 2.5 percent at most. */
export function twentieths(share: number): number {
  return Math.round(share * 20);
}
