// Random numbers that anybody can draw again: the same seed gives the same numbers on every machine.
//
// Generator: xoshiro128** (Blackman & Vigna 2018, "Scrambled linear pseudorandom number generators"), its state filled
// from one 32-bit seed by splitmix32. Uniforms carry 53 bits. Normals by Marsaglia's polar method (1964).
// Not for secrets: whoever knows the seed knows every number. Lots that people must trust use `domain/lot`.

export interface RandomSource {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
  /** +1 or −1, each with probability one half. */
  sign(): 1 | -1;
}

/** The stream of random numbers of one seed (an integer; taken modulo 2³²). */
export function randomSource(seed: number): RandomSource {
  const next32 = xoshiro128(seed);
  const uniform = () => ((next32() >>> 5) * 67_108_864 + (next32() >>> 6)) / 9_007_199_254_740_992;
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * factor;
    return x * factor;
  };
  return {
    uniform,
    normal,
    integer: (below) => Math.floor(uniform() * below),
    sign: () => (next32() & 0x8000_0000 ? 1 : -1),
  };
}

function xoshiro128(seed: number): () => number {
  let counter = seed >>> 0;
  const splitmix = () => {
    counter = (counter + 0x9e37_79b9) >>> 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x21f0_aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();
  const rotate = (value: number, by: number) => ((value << by) | (value >>> (32 - by))) >>> 0;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c = (c ^ shifted) >>> 0;
    d = rotate(d >>> 0, 11);
    a >>>= 0;
    b >>>= 0;
    return result;
  };
}
