/** What one simulated period yields: counts only, so that a saved run can be read again and added up in any way. */
import { z } from 'zod';

/** Disturbances that can be taken away one at a time. */
export const DISTURBANCES = [
  'severity',
  'favouritism',
  'halo',
  'central-tendency',
  'noise',
  'missing',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

const count = z.int().min(0);
/** People whose category is wrong, of those counted. */
const wrongOf = z.strictObject({ wrong: count, people: count });
export type WrongOf = Readonly<z.infer<typeof wrongOf>>;

const point = z.strictObject({ at: z.number().min(0), wrong: count, people: count });

export const periodSchema = z.strictObject({
  /** Row: true category by rank, the best 0. Column: given category, the last one "no result". */
  confusion: z.array(z.array(count)),
  /** People whose true level gives no category here, such as where a required voice has nobody to ask. */
  excluded: count,
  /** Variance of the score between people; what raters add; what chance and missing answers add. */
  variance: z.strictObject({ person: z.number(), rater: z.number(), noise: z.number() }),
  /** The same with one disturbance taken away. */
  without: z.partialRecord(z.enum(DISTURBANCES), wrongOf),
  /** The same with so many raters of every voice that has several; empty where there is no such voice. */
  raters: z.array(point),
  /** The same with so many percent of second looks, and the largest group of appraisers that they link. */
  looks: z.array(z.strictObject({ ...point.shape, linked: count, appraisers: count })),
});
export type Period = Readonly<z.infer<typeof periodSchema>>;

/** Mean and variance of a stream of numbers (Welford 1962). */
export function moments() {
  let n = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value: number): void {
      n += 1;
      const distance = value - mean;
      mean += distance / n;
      squares += distance * (value - mean);
    },
    variance: (): number => (n < 2 ? 0 : squares / (n - 1)),
  };
}
