/**
 * Many tests at once: adjusted p-values, to be compared with the level one is willing to bear.
 *
 * Model: `adjustBenjaminiHochberg` bounds the expected share of wrong findings among the findings (independent or
 * positively dependent tests), `adjustBenjaminiYekutieli` the same under any dependence, `adjustHolm` the chance of a
 * single wrong finding. No minimum: one test stays as it is, none gives none. Each value must be a probability.
 * References: Benjamini & Hochberg 1995 (JRSS B 57:289–300), Benjamini & Yekutieli 2001 (Ann. Statist. 29:1165–1188),
 * Holm 1979 (Scand. J. Statist. 6:65–70).
 * Not to be used to call a single finding true: q = .05 says that of twenty such findings about one is false.
 */

export type Probabilities = Float64Array | readonly number[];

/** The false discovery rate at which each test would just be a finding; same order as given. */
export function adjustBenjaminiHochberg(p: Probabilities): Float64Array {
  return stepUp(p, 1);
}

/** The same, whatever the tests have to do with each other. */
export function adjustBenjaminiYekutieli(p: Probabilities): Float64Array {
  let harmonic = 0;
  for (let rank = 1; rank <= p.length; rank += 1) harmonic += 1 / rank;
  return stepUp(p, harmonic);
}

/** The family-wise error rate at which each test would just be a finding. */
export function adjustHolm(p: Probabilities): Float64Array {
  const order = ascending(p);
  const adjusted = new Float64Array(p.length);
  let largest = 0;
  for (const [position, index] of order.entries()) {
    largest = Math.max(largest, (p.length - position) * valueAt(p, index));
    adjusted[index] = Math.min(1, largest);
  }
  return adjusted;
}

function stepUp(p: Probabilities, factor: number): Float64Array {
  const order = ascending(p);
  const adjusted = new Float64Array(p.length);
  let smallest = 1;
  for (let rank = p.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] ?? 0;
    smallest = Math.min(smallest, (factor * p.length * valueAt(p, index)) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}

function ascending(p: Probabilities): Uint32Array {
  return Uint32Array.from(p, (_, index) => index).sort((one, other) => valueAt(p, one) - valueAt(p, other));
}

function valueAt(p: Probabilities, index: number): number {
  const value = p[index];
  if (value === undefined || !(value >= 0 && value <= 1)) throw new RangeError(`not a probability: ${value}`);
  return value;
}
