/**
 * Chance by name: every quantity (the severity of a rater, the noise of a form) has a stream of its own, found by
 * what it belongs to and not by when it is drawn. So the same people meet the same chance under two schemes, with one
 * rater more, or when the computation is cut into slices. Streams: domain/statistics/random.ts.
 */
import { type RandomSource, randomSource } from '../statistics/random.ts';

/** What a stream is for. Numbers are part of the reproducibility of saved runs: never renumber. */
export const STREAM = {
  person: 1,
  component: 2,
  items: 3,
  severity: 4,
  culture: 5,
  favour: 6,
  form: 7,
  returned: 8,
  choice: 9,
  looked: 10,
  survey: 11,
} as const;

/** Mixes a number into a 32-bit state (the finaliser of MurmurHash3; public domain, A. Appleby). */
function mixed(state: number, value: number): number {
  let h = Math.imul(state ^ (value | 0), 0x9e37_79b1);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85eb_ca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const numbers = new Map<string, number>();
const MOST_NUMBERS = 10_000;

/** A text as a 32-bit number (FNV-1a); the few texts of a scheme are asked for again and again. */
export function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_NUMBERS) numbers.clear();
  const number = hashOf(text);
  numbers.set(text, number);
  return number;
}

function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  return hash >>> 0;
}

export type Streams = (stream: number, first: number, second?: number, third?: number) => RandomSource;

/** The streams of one period of one seed. */
export function streamsOf(seed: number, period: number): Streams {
  const base = mixed(mixed(0x7e4a, seed), period);
  return (stream, first, second = 0, third = 0) =>
    randomSource(mixed(mixed(mixed(mixed(base, stream), first), second), third));
}
