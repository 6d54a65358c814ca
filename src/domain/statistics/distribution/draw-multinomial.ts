/**
 * Random counts in categories, at a cost that does not grow with the number of people.
 *
 * Method: one binomial draw after the other among those left; binomials by inversion where few are expected, else by
 * transformed rejection, algorithm BTRD's short form BTRS (Hörmann 1993, J. Stat. Comput. Simul. 46:101–110).
 */
import type { RandomSource } from '../random.ts';
import { logGamma } from '../special.ts';

/** Fills `counts` with one draw of `people` over `chances` (which add up to 1). */
export function drawMultinomial(
  random: RandomSource,
  people: number,
  chances: readonly number[],
  counts: Int32Array,
): void {
  let left = people;
  let chanceLeft = 1;
  for (const [cell, chance] of chances.entries()) {
    const isLast = cell === chances.length - 1;
    const share = chanceLeft > 0 ? Math.min(1, chance / chanceLeft) : 1;
    const count = isLast ? left : drawBinomial(random, left, share);
    counts[cell] = count;
    left -= count;
    chanceLeft -= chance;
  }
}

export function drawBinomial(random: RandomSource, trials: number, chance: number): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - drawBinomial(random, trials, 1 - chance);
  return trials * chance < 10 ? byInversion(random, trials, chance) : byRejection(random, trials, chance);
}

function byInversion(random: RandomSource, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  let mass = Math.exp(trials * Math.log1p(-chance));
  let rest = random.uniform();
  let count = 0;
  while (rest >= mass && count < trials) {
    rest -= mass;
    count += 1;
    mass *= (odds * (trials - count + 1)) / count;
  }
  return count;
}

function byRejection(random: RandomSource, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(chance / (1 - chance));
  const mode = Math.floor((trials + 1) * chance);
  const atMode = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + centre);
    if (distance >= 0.07 && v <= 0.92 - 4.2 / b) return count;
    if (count < 0 || count > trials) continue;
    const bound = Math.log((v * alpha) / (a / (distance * distance) + b));
    const height = atMode - logGamma(count + 1) - logGamma(trials - count + 1) + (count - mode) * logOdds;
    if (bound <= height) return count;
  }
}
