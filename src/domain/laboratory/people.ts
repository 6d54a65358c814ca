/**
 * The invented people: how well each really does, for every component and every item in it. One person has a general
 * level and a level of their own in each component (half the variance each); single items scatter around it.
 */
import { numberOf, STREAM, type Streams } from './draws.ts';

/** One standard deviation between people, as a share of the length of a scale. */
export const SPREAD = 0.2;
const GENERAL = Math.SQRT1_2;
const OWN = Math.SQRT1_2;
/** Spread of the items of one component around the person's level in it, in standard deviations between people. */
const ITEM_SPREAD = 0.5;

/** The true standing of one person in one period, in standard deviations from the middle of all people. */
export interface Person {
  readonly index: number;
  readonly standing: (component: string) => number;
  /** The standing in each of so many items of the component. */
  readonly items: (component: string, count: number) => readonly number[];
  /** What is the same however the person is rated: made when first asked for. */
  readonly once: <T>(name: string, make: () => T) => T;
}

export function personIn(streams: Streams, index: number): Person {
  const general = streams(STREAM.person, index).normal();
  const kept = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!kept.has(name)) kept.set(name, make());
    // Whoever keeps something under a name reads it back under the same.
    return kept.get(name) as T;
  };
  const standing = (component: string) =>
    GENERAL * general + OWN * streams(STREAM.component, index, numberOf(component)).normal();
  return {
    index,
    standing,
    items: (component, count) =>
      once(`items ${component}`, () => {
        const level = standing(component);
        const random = streams(STREAM.items, index, numberOf(component));
        return Array.from({ length: count }, () => level + ITEM_SPREAD * random.normal());
      }),
    once,
  };
}

/** The level (0 the worst) that holds at a place of the scale (0 to 1). */
export function levelAt(place: number, levels: number): number {
  return Math.min(levels - 1, Math.max(0, Math.floor(place * levels)));
}

/** The middle of a level on the scale. */
export function middleOf(level: number, levels: number): number {
  return (level + 0.5) / levels;
}
